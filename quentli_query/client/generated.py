"""What the generated functions take as their `client`."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, NoReturn, Self, TypeVar, cast

import httpx
from quentli_client import AuthenticatedClient

from ..errors import ClientStateError, ConfigurationError
from .decoding import promised
from .validation import require_timeout

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import TracebackType

T = TypeVar("T")


class Sender(AuthenticatedClient):
    """Lets generated functions send through one of this library's HTTP clients. It holds no key of its own.

    What they raise where they cannot read an answer is left to whoever calls them.

    Args:
        http: what to send through: an async one for functions that are awaited, such as `asyncio_detailed`.
    """

    def __init__(self, http: httpx.Client | httpx.AsyncClient) -> None:
        super().__init__(base_url=str(http.base_url), token="", raise_on_unexpected_status=False)
        self._client = http if isinstance(http, httpx.Client) else None
        self._async_client = http if isinstance(http, httpx.AsyncClient) else None

    def get_httpx_client(self) -> httpx.Client:
        """The HTTP client that the generated functions send through.

        Raises:
            ClientStateError: if there is only an async one.
        """
        # The generated class would make a client of its own instead, with no key and no errors of ours.
        if self._client is None:
            raise ClientStateError("this client is async: call asyncio_detailed or asyncio, and await it")
        return self._client

    def get_async_httpx_client(self) -> httpx.AsyncClient:
        """The HTTP client that the generated async functions send through.

        Raises:
            ClientStateError: if there is only one that is not async.
        """
        if self._async_client is None:
            raise ClientStateError("this client is not async: call sync_detailed or sync")
        return self._async_client

    def with_headers(self, headers: Mapping[str, str]) -> Self:
        """The same with more headers, over the same connections; this one stays as it is.

        Raises:
            ConfigurationError: if they are to change the key.
        """
        if any(name.lower() == "authorization" for name in headers):
            raise ConfigurationError("the key is the client's; for another key, make another client")
        other, http = self._alike()
        http.headers = httpx.Headers(http.headers)
        http.headers.update(headers)
        return other

    def with_timeout(self, timeout: httpx.Timeout | float | None) -> Self:
        """The same with other timeouts, in seconds, over the same connections; this one stays as it is.

        Raises:
            ConfigurationError: if that is no time to wait.
        """
        if not isinstance(timeout, httpx.Timeout):
            require_timeout(timeout)
        other, http = self._alike()
        http.timeout = timeout
        return other

    def with_cookies(self, cookies: Mapping[str, str]) -> NoReturn:
        """Not offered: the API knows its callers by their key.

        Raises:
            ConfigurationError: always.
        """
        raise ConfigurationError("this client neither keeps nor sends cookies; the API goes by the key alone")

    def set_httpx_client(self, client: httpx.Client) -> NoReturn:
        """Not offered: another httpx client has neither the key nor the errors of this library.

        Raises:
            ConfigurationError: always.
        """
        raise _not_replaceable("Quentli")

    def set_async_httpx_client(self, async_client: httpx.AsyncClient) -> NoReturn:
        """The same for async clients.

        Raises:
            ConfigurationError: always.
        """
        raise _not_replaceable("AsyncQuentli")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None = None,
        error: BaseException | None = None,
        trace: TracebackType | None = None,
    ) -> None:
        """Leave the connections open: they are the client's, which closes them."""

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None = None,
        error: BaseException | None = None,
        trace: TracebackType | None = None,
    ) -> None:
        """Leave the connections open."""

    def _alike(self) -> tuple[Self, httpx.Client | httpx.AsyncClient]:
        http: httpx.Client | httpx.AsyncClient = copy(self._client or self.get_async_httpx_client())
        return type(self)(http), http

    def __repr__(self) -> str:
        return f"<quentli_query {type(self).__name__} at {self._base_url}>"


class Api(Sender):
    """`quentli.api`: what the generated functions take as their `client`, for all that is no list.

    They send with the key, the timeout, the logging and the errors of the client that it belongs to: an error
    status raises, and so does an answer that is not what was promised. Only reads are ever tried again. Each
    operation is a module, `quentli_client.api.<group>.<operation>`, with the functions `sync`, `asyncio` and,
    for status and headers beside the answer, `sync_detailed` and `asyncio_detailed`; bodies and answers are
    classes in `quentli_client.models`. `sync` and `asyncio` return exactly what the API promises. What the
    types of the detailed ones say beyond that, an error or nothing, does not come through here.

    Instants in bodies are datetimes with a zone; for one without, the functions raise a ValueError that names
    the field, and nothing is sent.

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
            CreateInvoiceItemConceptInput,
            CreateInvoiceItemInput,
            MarkInvoiceAsPaidArgs,
            MarkInvoiceAsPaidInput,
        )

        lesson = CreateInvoiceItemConceptInput(display_name="Piano lesson", amount=45_000, currency="MXN")
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

    def read(self, parse: Callable[..., T], response: httpx.Response) -> T:
        """What a generated function reads in an answer; they call this.

        Raises:
            ResponseError: if the answer is not what the function promises.
        """
        return cast("T", promised(parse, self, response))


def _not_replaceable(client: str) -> ConfigurationError:
    return ConfigurationError(f"to send through an httpx client of yours, make {client}(http_client=...)")
