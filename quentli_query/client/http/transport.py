"""The HTTP under the client: httpx with our key, our errors, retries, and nothing that leaks.

What a request passes through, from above: `Http.send` (checks, error statuses), httpx-retries, `Attempts`
(the key, the body, the causes of failure), a connection (what connects). Each has an async sibling.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import httpx
from attrs import frozen
from httpx_retries import RetryTransport

from ... import __version__
from ...errors import FilterTooLargeError, ParameterError
from ...filters.compiler import DEFAULT_REMEDY
from ..decoding import remember
from ..validation import origin_of, require_kind, require_origin, require_plain_path, require_sound
from .attempts import AsyncAttempts, Attempts, Secret
from .body import decoded_answer, status_error
from .connection import BorrowedAsyncClient, BorrowedClient, Connection
from .logging import log_query
from .retry import Course, RetryPolicy, retry_policy

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from ..config import Settings


@frozen
class Policy:
    """What holds for each request of a client, sync or async."""

    connection: Connection[Any]
    origin: tuple[str, str, int | None]
    url_bytes: int
    timeout: httpx.Timeout
    retry_policy: RetryPolicy
    secret: Secret

    def prepare(self, request: httpx.Request, *, closed: bool) -> Course:
        """Make sure that the request may be sent, and begin to count its attempts.

        Raises:
            ClientStateError: if the client is closed, or belongs to another process.
            ConfigurationError: if the request would take the key to another server.
            FilterTooLargeError: if its URL is too long.
        """
        self.connection.require_usable(closed=closed)
        require_origin(request.url, self.origin)
        require_short(len(request.url.raw_path), self.url_bytes)
        begun = self.retry_policy.begun()
        request.extensions = {
            "timeout": self.timeout.as_dict(),
            **request.extensions,
            "retry": begun,
        }
        log_query(request.method, request.url.path, request.url.query.decode())
        return begun.course

    def accepted(self, answer: httpx.Response, request: httpx.Request, course: Course) -> httpx.Response:
        """The answer, for whoever asked.

        Raises:
            APIStatusError: if its status means failure, or that the answer is elsewhere.
        """
        if not answer.is_success:
            content = self.secret.removed(answer.content)
            answer = decoded_answer(answer.status_code, answer.headers, content)
            raise status_error(answer, request.method, request.url.path, course.retries)
        answer.request = request
        remember(answer, course.retries)
        return answer


class Http(httpx.Client):
    """The httpx client that everything is sent through.

    It sends by itself what httpx has built: the key is added further down, cookies are not kept, redirects
    not followed, and httpx does not log the URL, in which the filter is.
    """

    def __init__(
        self, settings: Settings, connection: Connection[httpx.BaseTransport], *, owned: bool
    ) -> None:
        self.connection = connection
        self._policy = _policy(settings, connection)
        attempts = Attempts(connection, self._policy.secret, owned=owned)
        self._retrying = RetryTransport(attempts, self._policy.retry_policy)
        super().__init__(**_options(settings), transport=self._retrying)

    def build_request(self, method: str, url: httpx.URL | str, **options: Any) -> httpx.Request:
        """Build a request as httpx does.

        Raises:
            ParameterError: if the URL cannot be written, or an id in it leads to another path.
        """
        with _legible_url():
            request = super().build_request(method, url, **options)
        require_plain_path(str(url))
        return request

    def send(self, request: httpx.Request, **_options: Any) -> httpx.Response:
        """Send a request, with retries where they are safe. The answer's body has been read.

        Raises:
            APIError: if there is no answer, or one of failure.
            ClientStateError: if the client cannot be used, or not here.
        """
        course = self._policy.prepare(request, closed=self.is_closed)
        return self._policy.accepted(self._retrying.handle_request(request), request, course)


class AsyncHttp(httpx.AsyncClient):
    """The same for async clients."""

    def __init__(
        self, settings: Settings, connection: Connection[httpx.AsyncBaseTransport], *, owned: bool
    ) -> None:
        self.connection = connection
        self._policy = _policy(settings, connection)
        attempts = AsyncAttempts(connection, self._policy.secret, owned=owned)
        self._retrying = RetryTransport(attempts, self._policy.retry_policy)
        super().__init__(**_options(settings), transport=self._retrying)

    def build_request(self, method: str, url: httpx.URL | str, **options: Any) -> httpx.Request:
        """Build a request as httpx does.

        Raises:
            ParameterError: if the URL cannot be written, or an id in it leads to another path.
        """
        with _legible_url():
            request = super().build_request(method, url, **options)
        require_plain_path(str(url))
        return request

    async def send(self, request: httpx.Request, **_options: Any) -> httpx.Response:
        """Send a request, with retries where they are safe. The answer's body has been read.

        Raises:
            APIError: if there is no answer, or one of failure.
            ClientStateError: if the client cannot be used, or not here.
        """
        course = self._policy.prepare(request, closed=self.is_closed)
        self.connection.require_same_loop()
        return self._policy.accepted(await self._retrying.handle_async_request(request), request, course)


def _options(settings: Settings) -> dict[str, Any]:
    headers = {
        "User-Agent": f"quentli-query/{__version__}",
        "Accept": "application/json",
        "Accept-Encoding": "gzip, deflate",
    }
    return {"base_url": settings.base_url, "timeout": settings.timeout, "headers": headers}


@contextmanager
def _legible_url() -> Generator[None]:
    try:
        yield
    except httpx.InvalidURL as error:
        raise ParameterError(f"the request's URL cannot be written: {error}") from None


def _policy(settings: Settings, connection: Connection[Any]) -> Policy:
    return Policy(
        connection=connection,
        origin=origin_of(httpx.URL(settings.base_url)),
        url_bytes=settings.limits.url_bytes,
        timeout=httpx.Timeout(settings.timeout),
        retry_policy=retry_policy(settings.max_retries),
        secret=Secret(lambda: settings.api_key),
    )


def open_client(settings: Settings, http_client: httpx.Client | None) -> httpx.Client:
    """The httpx client that everything is sent through.

    Args:
        settings: the client's options.
        http_client: a client of the user's to send through; it stays open when the new one is closed.

    Raises:
        ConfigurationError: if the key or another option cannot be used.
    """
    require_sound(settings)
    require_kind(http_client, httpx.Client)
    inner = httpx.HTTPTransport() if http_client is None else BorrowedClient(http_client)
    return Http(settings, Connection(inner), owned=True)


def open_async_client(settings: Settings, http_client: httpx.AsyncClient | None) -> httpx.AsyncClient:
    """The same as `open_client`, for async clients."""
    require_sound(settings)
    require_kind(http_client, httpx.AsyncClient)
    inner = httpx.AsyncHTTPTransport() if http_client is None else BorrowedAsyncClient(http_client)
    return AsyncHttp(settings, Connection(inner), owned=True)


def reopened(client: httpx.Client, settings: Settings) -> httpx.Client:
    """A client with other settings that shares the connections of `client`, and leaves them open when closed.

    Raises:
        ConfigurationError: if an option cannot be used.
        TypeError: if `client` does not come from `open_client`.
    """
    require_sound(settings)
    if not isinstance(client, Http):
        raise TypeError(f"a client made by open_client is expected, and not a {type(client).__name__}")
    return Http(settings, client.connection, owned=False)


def reopened_async(client: httpx.AsyncClient, settings: Settings) -> httpx.AsyncClient:
    """The same as `reopened`, for async clients."""
    require_sound(settings)
    if not isinstance(client, AsyncHttp):
        raise TypeError(f"a client made by open_async_client is expected, and not a {type(client).__name__}")
    return AsyncHttp(settings, client.connection, owned=False)


def require_short(needed: int, url_bytes: int, remedy: Callable[[], str] = lambda: DEFAULT_REMEDY) -> None:
    """Make sure that a path and query, or a part of them, of `needed` bytes may be sent.

    Args:
        needed: how long they are.
        url_bytes: how long they may be.
        remedy: gives what to do about it, for the message.

    Raises:
        FilterTooLargeError: if they are longer than `url_bytes`.
    """
    if needed > url_bytes:
        raise FilterTooLargeError(
            f"the request's path and query need {needed} bytes, {needed - url_bytes} over the limit of "
            f"{url_bytes}: servers refuse longer ones, or cut them off. {remedy()}; or, if the server "
            f"is known to take more, widen it with Limits(url_bytes={needed}).",
            limit="url_bytes",
            allowed=url_bytes,
            actual=needed,
        )
