"""A local stand-in for the Quentli API, for demos and for your own tests.

A real HTTP server on this machine's loopback address, with made-up customers or with yours. It follows
what is documented of the API and, where nothing is, Prisma's conventions: that a filter works here is no
proof that it works there.

    >>> from quentli_query.sandbox import Sandbox
    >>> import httpx
    >>> with Sandbox(customers=[{"id": "cus_1", "name": "Ana"}, {"id": "cus_2", "name": "Luis"}]) as sandbox:
    ...     answer = httpx.get(
    ...         f"{sandbox.url}/v1/customers",
    ...         params={"filter": "name[contains]=AN"},
    ...         headers={"Authorization": f"Bearer {sandbox.api_key}"},
    ...     )
    >>> answer.json()
    [{'id': 'cus_1', 'name': 'Ana'}]
    >>> sandbox.requests[0].filter
    {'name': {'contains': 'AN'}}

From a shell: ``python -m quentli_query.sandbox --port 8080``.
"""

try:
    from quentli_query.sandbox.faults import Fault, IgnoreFilter, IgnoreParameter, SingleOrder
    from quentli_query.sandbox.recorded import RecordedRequest
    from quentli_query.sandbox.server import Sandbox
except ModuleNotFoundError as error:
    if error.name not in {"starlette", "uvicorn"}:
        raise
    message = "quentli_query.sandbox needs more packages: pip install 'quentli-query[sandbox]'"
    raise ModuleNotFoundError(message, name=error.name) from error

__all__ = ["Fault", "IgnoreFilter", "IgnoreParameter", "RecordedRequest", "Sandbox", "SingleOrder"]
