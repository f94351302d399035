"""`quentli.api`: the client that generated functions take."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn, Self, TypeVar

from quentli_client import AuthenticatedClient

from ..errors import ClientStateError, ConfigurationError
from .decoding import decode_promised
from .http.transport import AnyHttpClient, AsyncHttpClient, HttpClient

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import httpx

T = TypeVar("T")


class GeneratedClient(AuthenticatedClient):
    """`quentli.api`: the client that generated functions take.

    Each operation is a method of its resource, such as `quentli.customers.create`. Use the generated function
    instead, `quentli_client.api.<group>.<operation>`, for status and headers (`sync_detailed` and
    `asyncio_detailed`), or for the request as data (`describe_request`). Bodies and responses are classes in
    `quentli_client.models`.

    The functions send with the key, timeout, logging and errors of the `Quentli` that this object belongs to.
    An error status raises, and so does a response that can't be read. Reads are retried, writes never. This
    object holds no key of its own.

    >>> from quentli_client.api.customers import customers_create
    >>> from quentli_client.models import CreateCustomerArgs, CreateCustomerInput
    >>> from quentli_query import Quentli
    >>> from quentli_query.sandbox import Sandbox
    >>> with Sandbox(customers=3) as sandbox, Quentli(sandbox.api_key, base_url=sandbox.url) as quentli:
    ...     ana = CreateCustomerArgs(CreateCustomerInput(name="Ana", email="ana@example.com"))
    ...     customers_create.sync_detailed(client=quentli.api, body=ana).status_code.phrase
    'OK'
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
        return type(self)(self._http.copy_with_headers(headers))

    def with_timeout(self, timeout: httpx.Timeout | float | None) -> Self:
        """Return a copy with another timeout, in seconds, over the same connections.

        Raises:
            ConfigurationError: if the timeout is neither more than 0 nor None.
        """
        return type(self)(self._http.copy_with_timeout(timeout))

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
