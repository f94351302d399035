"""`quentli.api`: the client that generated functions take."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn, Self, TypeVar

from quentli_client import AuthenticatedClient

from ..errors import ClientStateError, ConfigurationError
from .decoding import decode_promised
from .http.transport import (
    AnyHttpClient,
    AsyncHttpClient,
    HttpClient,
    copy_with_headers,
    copy_with_timeout,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import httpx

T = TypeVar("T")


class GeneratedClient(AuthenticatedClient):
    """`quentli.api`: the client that generated functions take, for all operations that are no list.

    The functions send with the key, timeout, logging and errors of the `Quentli` that this object belongs to.
    An error status raises, and so does a response that can't be read. Reads are retried, writes never. This
    object holds no key of its own.

    Each operation is a module, `quentli_client.api.<group>.<operation>`, with the functions `sync` and
    `asyncio`, which return exactly what the API promises. `sync_detailed` and `asyncio_detailed` return
    status and headers as well; their types allow for errors, but errors raise here. `describe_request` gives
    the method, path and parameters as data. Bodies and responses are classes in `quentli_client.models`.

    Instants in bodies are datetimes with a zone. For a datetime without one, the functions raise a ValueError
    that names the field, and send nothing.

    Create a customer:

    >>> from quentli_client.api.customers import customers_create
    >>> from quentli_client.models import CreateCustomerArgs, CreateCustomerInput
    >>> from quentli_query import ConflictError, Quentli
    >>> from quentli_query.sandbox import Sandbox
    >>> sandbox = Sandbox(customers=3)
    >>> sandbox.start()
    >>> quentli = Quentli(sandbox.api_key, base_url=sandbox.url)
    >>> ana = CreateCustomerArgs(CreateCustomerInput(name="Ana", email="ana@example.com"))
    >>> customers_create.sync(client=quentli.api, body=ana).customer.name
    'Ana'

    A second one with the same e-mail is refused:

    >>> try:
    ...     customers_create.sync(client=quentli.api, body=ana)
    ... except ConflictError as error:
    ...     print(error.status)
    409
    >>> quentli.close()
    >>> sandbox.stop()

    Create an invoice, and mark it as paid. With an `AsyncQuentli`, await `asyncio` instead of `sync`::

        from datetime import UTC, datetime
        from quentli_client.api.invoices import invoices_create, invoices_mark_paid
        from quentli_client.models import (
            CollectionMethod,
            CreateInvoiceArgs,
            CreateInvoiceInput,
            CreateInvoiceItemInput,
            InvoiceItemConceptInput,
            MarkInvoiceAsPaidArgs,
            MarkInvoiceAsPaidInput,
        )

        lesson = InvoiceItemConceptInput(display_name="Piano lesson", amount=45_000, currency="MXN")
        invoice = CreateInvoiceInput(
            customer_id="cus_1",
            items=[CreateInvoiceItemInput(concept=lesson, quantity=2)],
            due_date=datetime(2026, 1, 31, tzinfo=UTC),
            collection_method=CollectionMethod.SEND_REMINDER,
        )
        created = invoices_create.sync(client=quentli.api, body=CreateInvoiceArgs(invoice)).invoice
        cash = MarkInvoiceAsPaidInput(payment_time=datetime.now(UTC))
        paid = invoices_mark_paid.sync(created.id, client=quentli.api, body=MarkInvoiceAsPaidArgs(cash))
        print(paid.invoice.is_paid)
    """

    def __init__(self, http: AnyHttpClient) -> None:
        super().__init__(base_url=str(http.base_url), token="", raise_on_unexpected_status=False)
        self._http = http
        self._client = http if isinstance(http, HttpClient) else None
        self._async_client = http if isinstance(http, AsyncHttpClient) else None

    def read(self, parse: Callable[..., T], response: httpx.Response) -> T:
        """Decode a response with a generated function, which calls this.

        Raises:
            ResponseError: if the response is not what the function promises.
        """
        return decode_promised(parse, self, response)

    def get_httpx_client(self) -> httpx.Client:
        """Return the HTTP client that generated functions send through.

        Raises:
            ClientStateError: if this client is async.
        """
        # The generated class would make a client of its own instead, without key and typed errors.
        if self._client is None:
            raise ClientStateError("this client is async: call asyncio_detailed or asyncio, and await it")
        return self._client

    def get_async_httpx_client(self) -> httpx.AsyncClient:
        """Return the HTTP client that generated async functions send through.

        Raises:
            ClientStateError: if this client is not async.
        """
        if self._async_client is None:
            raise ClientStateError("this client is not async: call sync_detailed or sync")
        return self._async_client

    def with_headers(self, headers: Mapping[str, str]) -> Self:
        """Return a copy that sends more headers over the same connections.

        Raises:
            ConfigurationError: if they are to change the key.
        """
        if any(name.lower() == "authorization" for name in headers):
            raise ConfigurationError("the key is the client's; for another key, make another client")
        return type(self)(copy_with_headers(self._http, headers))

    def with_timeout(self, timeout: httpx.Timeout | float | None) -> Self:
        """Return a copy with another timeout, in seconds, over the same connections.

        Raises:
            ConfigurationError: if the timeout is neither more than 0 nor None.
        """
        return type(self)(copy_with_timeout(self._http, timeout))

    def with_cookies(self, cookies: Mapping[str, str]) -> NoReturn:
        """Refuse cookies: the API knows its callers by their key.

        Raises:
            ConfigurationError: always.
        """
        raise ConfigurationError("this client neither keeps nor sends cookies; the API goes by the key alone")

    def set_httpx_client(self, client: httpx.Client) -> NoReturn:
        """Refuse another httpx client, which has neither the key nor the errors of this library.

        Raises:
            ConfigurationError: always.
        """
        raise _not_replaceable("Quentli")

    def set_async_httpx_client(self, async_client: httpx.AsyncClient) -> NoReturn:
        """Refuse another httpx client, as `set_httpx_client` does.

        Raises:
            ConfigurationError: always.
        """
        raise _not_replaceable("AsyncQuentli")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_args: Any, **_options: Any) -> None:
        """Leave the connections open: they belong to the `Quentli`, which closes them."""

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_args: Any, **_options: Any) -> None:
        """Leave the connections open: they belong to the `AsyncQuentli`, which closes them."""

    def __repr__(self) -> str:
        return f"<quentli_query {type(self).__name__} at {self._base_url}>"


def _not_replaceable(client: str) -> ConfigurationError:
    return ConfigurationError(f"to send through an httpx client of yours, make {client}(http_client=...)")
