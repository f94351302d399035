"""A local stand-in for the Quentli API, for demos and for your own tests.

A real HTTP server on this machine's loopback address, with made-up customers or with yours, and with
invoices, payments and all else that can be listed made up for them. It follows what is documented of the API
and, where nothing is, Prisma's conventions: that a filter works here is no proof that it works there.

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

The names below are loaded when they are first used, so that the pytest plugin in here costs nobody anything.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from quentli_query.sandbox.faults import (
        ChangedFields,
        CutBody,
        Delay,
        DropConnection,
        ErrorStatus,
        Fault,
        Html,
        IgnoreFilter,
        IgnoreParameter,
        MissingFields,
        RecordedRequest,
        SingleOrder,
        TruncatedJson,
        WrongJson,
    )
    from quentli_query.sandbox.server import Sandbox

__all__ = [
    "ChangedFields",
    "CutBody",
    "Delay",
    "DropConnection",
    "ErrorStatus",
    "Fault",
    "Html",
    "IgnoreFilter",
    "IgnoreParameter",
    "MissingFields",
    "RecordedRequest",
    "Sandbox",
    "SingleOrder",
    "TruncatedJson",
    "WrongJson",
]

# All that are not named here are faults.
_HOMES = {"RecordedRequest": "faults", "Sandbox": "server"}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from quentli_query.sandbox.extra import extra_needed  # noqa: PLC0415

    with extra_needed():
        home = importlib.import_module(f"{__name__}.{_HOMES.get(name, 'faults')}")
    return getattr(home, name)


def __dir__() -> list[str]:
    return __all__
