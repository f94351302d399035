"""The sync and the async client."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self, TypeVar, Unpack

from quentli_resources.attributes import AsyncAttributes, Attributes
from quentli_resources.registry import LISTS

from ..filters.compiler import DEFAULT_LIMITS, Limits, QueryStyle
from .config import Config, OnMismatch, Options, find_base_url, find_key
from .generated import GeneratedClient
from .http.transport import AsyncHttpClient, HttpClient
from .registry import load_resource

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx
    from quentli_resources.registry import Environment

T = TypeVar("T")


class _BaseClient:
    """Shared by the sync and the async client. No I/O."""

    _config: Config
    api: GeneratedClient
    """The client that generated functions take: `client=quentli.api`."""

    def _bind(self, config: Config, http: Any) -> Self:
        self._config = config
        self._http = http
        self.api = GeneratedClient(http)
        return self

    def _open_resource(self, name: str, resource: Callable[..., T]) -> T:
        spec = load_resource(name) if name in LISTS else None
        return resource(self._http, spec, self._config)

    def __repr__(self) -> str:
        config: Config | None = getattr(self, "_config", None)
        # Tools that show local variables ask for the repr also where making the client failed.
        if config is None:
            return f"<{type(self).__name__}, not open>"
        environment = f", environment={config.environment!r}" if config.environment else ""
        return f"{type(self).__name__}(base_url={config.base_url!r}{environment})"

    if not TYPE_CHECKING:  # type checkers refuse the client there already

        def get_httpx_client(self):
            """Refuse to be the client of a generated function, which calls this.

            Raises:
                TypeError: always.
            """
            name = type(self).__name__
            raise TypeError(f"client: generated functions take no {name}; write client=quentli.api")

        get_async_httpx_client = get_httpx_client


class Quentli(_BaseClient, Attributes):
    """A client of the Quentli API. Close it when done, or use it in a `with` statement.

    Several threads may use it at once. `AsyncQuentli` is the version for `await`. No request is made before
    the first method is called.

    >>> from quentli_query import Q, Quentli
    >>> from quentli_query.sandbox import Sandbox
    >>> with Sandbox(customers=50) as sandbox, Quentli(sandbox.api_key, base_url=sandbox.url) as quentli:
    ...     page = quentli.customers.list(Q.name.contains("a"), order_by=Q.created_at.desc(), take=10)
    ...     len(page.data), page.has_next_page()
    (10, True)

    Args:
        api_key: the organization's secret key, `sk_...`; read from `QUENTLI_API_KEY` if None.
        base_url: address of the API; https, or http on this machine's own address. A `/v1` at its end may be
            left out. If None: that of `environment`, of the variable `QUENTLI_BASE_URL`, or of production.
        environment: server of the API's document: production, staging or demo. An error beside
            `QUENTLI_BASE_URL`; no effect beside `base_url`.
        timeout: seconds to wait for a connection, and for each piece of a response; None for no limit.
        max_retries: number of retries of a request that reads. Requests that write are never repeated.
        http_client: an httpx client to send through, with its proxies and certificates. It stays open when
            this client is closed, and gets neither key nor base URL.
        strict: whether lists refuse filters with parts that are only inferred, before sending anything.
        verify: whether lists check every record against the filter before they hand out its page. The API may
            ignore a part of a filter, and then returns more records than were asked for.
        lenient: whether a record that lacks a required field is returned with the field unset. Otherwise it
            raises ResponseError.
        limits: largest filter allowed.
        query_style: form in which lists send a filter and an order. "string" is the documented one:
            `filter=name%5Bcontains%5D%3Djohn`, one string each. "nested" is seen in public integrations:
            `filter[name][contains]=john`, a parameter for each condition, with one level less of depth.
            Which of them the API reads is not known; `python -m quentli_query.probe` asks it.
        on_mismatch: treatment of records that certainly don't match the filter: "raise"
            FilterNotHonoredError, or "drop" them. That a list drops records is logged once, as a warning;
            `page.dropped` counts them.
        max_requests_per_second: most requests to begin per second, evenly spaced, over all threads and copies
            of this client. Without it, the client keeps to what the server says: a refusal with status 429,
            or 503 with Retry-After, holds back all its requests, and slows them down for a while.

    Raises:
        ConfigurationError: if there is no usable key, or the base URL would send it in the clear.
    """

    def __init__(  # noqa: PLR0913 - the options of a client
        self,
        api_key: str | None = None,
        *,
        base_url: str | None = None,
        environment: Environment | None = None,
        timeout: float | None = 30.0,
        max_retries: int = 2,
        http_client: httpx.Client | None = None,
        strict: bool = False,
        verify: bool = True,
        lenient: bool = False,
        limits: Limits = DEFAULT_LIMITS,
        query_style: QueryStyle = "string",
        on_mismatch: OnMismatch = "raise",
        max_requests_per_second: float | None = None,
    ) -> None:
        secret = find_key(api_key)
        del api_key  # a traceback that shows local variables must not show the key
        switches = (strict, verify, lenient, limits, query_style, on_mismatch, max_requests_per_second)
        config = Config(secret, find_base_url(base_url, environment), timeout, max_retries, *switches)
        self._bind(config, HttpClient(config, http_client=http_client))

    def with_options(self, **options: Unpack[Options]) -> Quentli:
        """Return a client with other options, over the same connections. Closing it leaves them open.

        Args:
            **options: any of `timeout`, `max_retries`, `strict`, `verify`, `lenient`, `limits`,
                `query_style`, `on_mismatch`.

        Raises:
            ParameterError: if there is no such option.
            ConfigurationError: if an option has an invalid value.
        """
        config = self._config.replace(options)
        http = HttpClient(config, shared=self._http.connection)
        return Quentli.__new__(Quentli)._bind(config, http)

    def close(self) -> None:
        """Close the connections that this client opened."""
        self._http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


class AsyncQuentli(_BaseClient, AsyncAttributes):
    """A client of the Quentli API for `await` and `async for`. Close it, or use `async with`.

    Takes the arguments of `Quentli`, but `http_client` is an `httpx.AsyncClient`. The client belongs to the
    event loop in which it is first used.

    Raises:
        ConfigurationError: if there is no usable key, or the base URL would send it in the clear.
    """

    def __init__(  # noqa: PLR0913 - the options of a client
        self,
        api_key: str | None = None,
        *,
        base_url: str | None = None,
        environment: Environment | None = None,
        timeout: float | None = 30.0,
        max_retries: int = 2,
        http_client: httpx.AsyncClient | None = None,
        strict: bool = False,
        verify: bool = True,
        lenient: bool = False,
        limits: Limits = DEFAULT_LIMITS,
        query_style: QueryStyle = "string",
        on_mismatch: OnMismatch = "raise",
        max_requests_per_second: float | None = None,
    ) -> None:
        secret = find_key(api_key)
        del api_key  # a traceback that shows local variables must not show the key
        switches = (strict, verify, lenient, limits, query_style, on_mismatch, max_requests_per_second)
        config = Config(secret, find_base_url(base_url, environment), timeout, max_retries, *switches)
        self._bind(config, AsyncHttpClient(config, http_client=http_client))

    def with_options(self, **options: Unpack[Options]) -> AsyncQuentli:
        """Return a client with other options, over the same connections. Closing it leaves them open.

        Args:
            **options: any of `timeout`, `max_retries`, `strict`, `verify`, `lenient`, `limits`,
                `query_style`, `on_mismatch`.

        Raises:
            ParameterError: if there is no such option.
            ConfigurationError: if an option has an invalid value.
        """
        config = self._config.replace(options)
        http = AsyncHttpClient(config, shared=self._http.connection)
        return AsyncQuentli.__new__(AsyncQuentli)._bind(config, http)

    async def close(self) -> None:
        """Close the connections that this client opened."""
        await self._http.aclose()

    async def __aenter__(self) -> Self:
        self._http.connection.check_loop()
        return self

    async def __aexit__(self, *_error: object) -> None:
        await self.close()
