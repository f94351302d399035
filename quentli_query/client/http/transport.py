"""httpx clients with the API key, typed errors and retries.

A request passes through `HttpClient.send` (checks, error statuses), httpx-retries, `KeyTransport` (key, body,
connection errors) and a connection. Both clients share everything that performs no I/O.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from copy import copy
from typing import Any, Final, TypeAlias

import httpx
from attrs import define, field, frozen
from httpx_retries import RetryTransport

from ... import __version__
from ...errors import (
    APIConnectionError,
    APITimeoutError,
    ConfigurationError,
    FilterTooLargeError,
    ParameterError,
    QuentliError,
    ResponseError,
    copy_error,
)
from ...filters.compiler import DEFAULT_REMEDY
from ..config import Config, Secret, check_timeout
from .body import Body, UnusableBodyError
from .connection import Connection, check_http_client, open_connection
from .gate import Gate, Ticket
from .logging import log_attempt, log_request, log_response
from .retry import CallState, RetryPolicy, build_retry_policy, get_call
from .status import build_status_error, clean_headers
from .stop import StopSignal

# Deadline of a whole body, as a number of read timeouts.
TIMEOUTS_PER_BODY = 10

_HEADERS: Final = {
    "User-Agent": f"quentli-query/{__version__}",
    "Accept": "application/json",
    "Accept-Encoding": "gzip",
}

# An empty segment, `.` or `..`, or a percent-encoded slash, backslash or control character.
_UNSAFE_PATH: Final = re.compile(r"/\.{0,2}(?:/|$)|%(?:[01][0-9A-F]|7F|2F|5C)", re.IGNORECASE)

# A host name that can't be looked up raises UnicodeError.
_CONNECTION_ERRORS = (
    httpx.HTTPError,
    httpx.InvalidURL,
    httpx.StreamError,
    httpx.CookieConflict,
    OSError,
    UnicodeError,
)


@frozen
class RequestPolicy:
    """Rules for each request of a client, sync or async.

    Attributes:
        stop: the signal that the client has been closed. A request may have a more special one among its
            extensions, as `stop`.
    """

    connection: Connection[Any]
    origin: tuple[str, str, int | None]
    url_bytes: int
    timeout: httpx.Timeout
    retry_policy: RetryPolicy
    secret: Secret
    stop: StopSignal

    def prepare(self, request: httpx.Request, *, closed: bool) -> CallState:
        """Check a request and start its call.

        Raises:
            ClientStateError: if the client is closed.
            ConfigurationError: if the request would take the key to another server.
            FilterTooLargeError: if the URL is too long.
        """
        self.connection.check_open(closed=closed)
        url = request.url
        if (url.scheme, url.host, url.port) != self.origin:
            raise ConfigurationError(f"a request to {url.host} would take the API key to another server")
        if len(url.raw_path) > self.url_bytes:
            raise build_url_error(len(url.raw_path), self.url_bytes)
        extensions: dict[str, Any] = {"timeout": self.timeout.as_dict(), **request.extensions}
        policy = self.retry_policy.start_call(self.secret, extensions.pop("stop", self.stop))
        request.extensions = {**extensions, "retry": policy}
        log_request(request, self.secret)
        return policy.call

    def raise_for_status(
        self, response: httpx.Response, request: httpx.Request, call: CallState
    ) -> httpx.Response:
        """Return a successful response, with its request.

        Raises:
            APIStatusError: for an error status; a redirect is one.
        """
        if response.is_success:
            response.request = request
            return response
        status, content = response.status_code, self.secret.redact_bytes(response.content)
        headers = clean_headers(response, request.url, self.secret)
        del response  # a server may have repeated the key, and a traceback shows local variables
        raise build_status_error(status, headers, content, request, call.retries)


class HttpClient(httpx.Client):
    """An httpx client that adds the key, retries, and raises typed errors.

    It sends requests itself: httpx would keep cookies and log the URL, which holds the filter.
    """

    def __init__(self, config: Config, connection: Connection[httpx.BaseTransport], *, owned: bool) -> None:
        self.connection, self.owned = connection, owned
        self._policy = _build_policy(config, connection)
        self.stop = self._policy.stop
        self._retrying = _build_transport(self._policy, owned=owned)
        super().__init__(
            base_url=config.base_url, timeout=config.timeout, headers=_HEADERS, transport=self._retrying
        )

    def build_request(self, method: str, url: httpx.URL | str, **options: Any) -> httpx.Request:
        """Build a request as httpx does.

        Raises:
            ParameterError: if the URL is invalid, or an id in it leads to another path.
        """
        return _build_checked(super().build_request, method, url, options)

    def send(self, request: httpx.Request, **_options: Any) -> httpx.Response:
        """Send a request, with retries where they are safe, and return the response with its whole body.

        Raises:
            APIError: if no response comes, or one with an error status.
            ClientStateError: if the client is closed, or can't be used here.
        """
        call = self._policy.prepare(request, closed=self.is_closed)
        return self._policy.raise_for_status(self._retrying.handle_request(request), request, call)

    def close(self) -> None:
        """End iterations and retries, and close the connections, unless another client owns them.

        Requests that are under way are not waited for.
        """
        _stop_calls(self)
        for iteration in list(self.connection.iterations) if self.owned else ():
            with suppress(ValueError):  # another thread goes on with it
                iteration.abort()
        super().close()


class AsyncHttpClient(httpx.AsyncClient):
    """Async version of `HttpClient`."""

    def __init__(
        self, config: Config, connection: Connection[httpx.AsyncBaseTransport], *, owned: bool
    ) -> None:
        self.connection, self.owned = connection, owned
        self._policy = _build_policy(config, connection)
        self.stop = self._policy.stop
        self._retrying = _build_transport(self._policy, owned=owned)
        super().__init__(
            base_url=config.base_url, timeout=config.timeout, headers=_HEADERS, transport=self._retrying
        )

    def build_request(self, method: str, url: httpx.URL | str, **options: Any) -> httpx.Request:
        """Build a request as httpx does. See `HttpClient.build_request`."""
        return _build_checked(super().build_request, method, url, options)

    async def send(self, request: httpx.Request, **_options: Any) -> httpx.Response:
        """Send a request. See `HttpClient.send`."""
        call = self._policy.prepare(request, closed=self.is_closed)
        self.connection.check_loop()
        sending = self._retrying.handle_async_request(request)
        return self._policy.raise_for_status(await sending, request, call)

    async def aclose(self) -> None:
        """Close the connections, unless another client owns them, or their event loop is gone.

        Raises:
            ClientStateError: if they belong to another event loop, in which they can still be closed.
        """
        if self.owned and not self.is_closed and not self.connection.is_loop_gone():
            self.connection.check_loop()
            _stop_calls(self)
            for iteration in list(self.connection.iterations):
                with suppress(RuntimeError):  # another task goes on with it
                    await iteration.abort()
        with suppress(RuntimeError):  # nobody can be woken in a loop that is gone
            _stop_calls(self)
        await super().aclose()


AnyHttpClient: TypeAlias = HttpClient | AsyncHttpClient


def _stop_calls(client: AnyHttpClient) -> None:
    (client.connection.stop if client.owned else client.stop).set()


@define(eq=False)
class Attempt:
    """One attempt at a request. Its response and error don't contain the key."""

    _request: httpx.Request
    _secret: Secret
    call: CallState
    ticket: Ticket = field(init=False)
    _began: float = field(default=0.0, init=False)
    response: httpx.Response | None = field(default=None, init=False)
    error: BaseException | None = field(default=None, init=False)

    def __attrs_post_init__(self) -> None:
        self.ticket = Ticket(self.call.began)

    @property
    def body_deadline(self) -> float:
        """Time, by `time.monotonic`, by which the whole body must have arrived."""
        read_timeout = self._request.extensions.get("timeout", {}).get("read")
        return self._began + (float("inf") if read_timeout is None else read_timeout * TIMEOUTS_PER_BODY)

    def begin(self) -> httpx.Request:
        """Count the attempt and return the request with the key, as a copy: errors refer to the original."""
        request, self._began = self._request, time.monotonic()
        self.call.begin_attempt()
        extensions = {name: value for name, value in request.extensions.items() if name != "retry"}
        copied = httpx.Request(
            request.method, request.url, headers=request.headers, stream=request.stream, extensions=extensions
        )
        copied.headers["Authorization"] = f"Bearer {self._secret.reveal()}"
        return copied

    def tell(self, gate: Gate) -> None:
        """Tell the gate whether the server accepts requests."""
        if self.response is None:
            return
        self.call.note(self.response)
        if self.call.refusal is not None and not self.call.is_hopeless:
            gate.refuse(self.ticket, self.call.refusal, time.monotonic())
        elif self.call.refusal is None and not self.response.is_server_error:
            gate.accept()

    def translate(self, error: BaseException) -> BaseException:
        """Return the exception to raise instead of `error`, whose traceback holds the key.

        Other exceptions than those of a connection are returned unchanged, without their traceback.
        """
        translated = self._as_quentli_error(error)
        if translated is None:
            error.__context__ = error.__cause__ = None
            return error.with_traceback(None)
        translated.__cause__ = copy_error(error, self._secret.redact)
        return translated

    def _as_quentli_error(self, error: BaseException) -> QuentliError | None:
        request = self._request
        place: Any = {"method": request.method, "path": request.url.path, "retries": self.call.retries}
        name, host = type(error).__name__, request.url.host
        if isinstance(error, UnusableBodyError):
            return ResponseError(self._secret.redact(str(error)), **place)
        if isinstance(error, httpx.TimeoutException):
            return APITimeoutError(f"no answer from {host} in time ({name})", **place)
        if isinstance(error, _CONNECTION_ERRORS):
            return APIConnectionError(self._secret.redact(f"no answer from {host}: {name}: {error}"), **place)
        return None

    def finish(self) -> httpx.Response:
        """Log the attempt and return its response.

        Raises:
            APITimeoutError: if no response came in time.
            APIConnectionError: if the connection failed or broke off.
            ResponseError: if the body is too large or can't be decoded.
        """
        # A traceback of the error refers to this object, so this object must not refer to the error.
        error, self.error = self.error, None
        path, seconds = self._request.url.path, time.monotonic() - self._began
        if error is None and self.response is not None:
            log_attempt(self._request.method, path, self.response.status_code, seconds, self.call.attempts)
            log_response(self._request, self.response, self._secret)
            return self.response
        log_attempt(self._request.method, path, type(error).__name__, seconds, self.call.attempts)
        raise error or AssertionError("an attempt ends with a response or an error")


class KeyTransport(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Adds the key to each request, reads each response whole, and translates errors of the connection.

    Args:
        connection: a sync or async connection; it decides how requests are sent.
        secret: the key.
        owned: whether to close the connection.
    """

    def __init__(self, connection: Connection[Any], secret: Secret, *, owned: bool) -> None:
        self._connection, self._secret, self._owned = connection, secret, owned

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Make one attempt, unless it is no longer wanted. See `Attempt.finish` for the exceptions."""
        attempt = Attempt(request, self._secret, get_call(request))
        gate, ticket = self._connection.gate, attempt.ticket
        try:
            gate.enter(ticket, attempt.call.stop)
            try:
                attempt.response = self._exchange(attempt)
            except BaseException as error:  # noqa: BLE001 - raised by finish(), away from the frames below
                attempt.error = attempt.translate(error)
            attempt.tell(gate)
        finally:
            gate.leave(ticket, time.monotonic())
            self._connection.close_if_idle()
        return attempt.finish()

    def _exchange(self, attempt: Attempt) -> httpx.Response:
        response: httpx.Response = self._connection.transport.handle_request(attempt.begin())
        try:
            body = Body(response, attempt.body_deadline)
            for raw in response.iter_raw():
                body.add(raw)
        finally:
            response.close()
        return body.finish()

    def close(self) -> None:
        """Close the connection, unless another client owns it."""
        if self._owned:
            self._connection.close_if_idle()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Make one attempt, unless it is no longer wanted. See `Attempt.finish` for the exceptions."""
        attempt = Attempt(request, self._secret, get_call(request))
        gate, ticket = self._connection.gate, attempt.ticket
        try:
            await gate.enter_async(ticket, attempt.call.stop)
            try:
                attempt.response = await self._exchange_async(attempt)
            except BaseException as error:  # noqa: BLE001 - raised by finish(), away from the frames below
                attempt.error = attempt.translate(error)
            attempt.tell(gate)
        finally:
            gate.leave(ticket, time.monotonic())
        return attempt.finish()

    async def _exchange_async(self, attempt: Attempt) -> httpx.Response:
        response: httpx.Response = await self._connection.transport.handle_async_request(attempt.begin())
        try:
            body = Body(response, attempt.body_deadline)
            async for raw in response.aiter_raw():
                body.add(raw)
        finally:
            await response.aclose()
        return body.finish()

    async def aclose(self) -> None:
        """Close the connection, unless another client owns it."""
        if self._owned and not self._connection.is_loop_gone():
            await self._connection.transport.aclose()


def open_client(config: Config, http_client: httpx.Client | None) -> HttpClient:
    """Open an httpx client for validated options.

    Args:
        config: the client's options.
        http_client: a client of the user's to send through; it stays open when the new client is closed.

    Raises:
        ConfigurationError: if the base URL would send the key in the clear, or `http_client` is async.
    """
    check_http_client(http_client, httpx.Client)
    return HttpClient(config, open_connection(config, http_client, httpx.HTTPTransport), owned=True)


def open_async_client(config: Config, http_client: httpx.AsyncClient | None) -> AsyncHttpClient:
    """Open an async httpx client. See `open_client`."""
    check_http_client(http_client, httpx.AsyncClient)
    return AsyncHttpClient(config, open_connection(config, http_client, httpx.AsyncHTTPTransport), owned=True)


def copy_with_headers(client: AnyHttpClient, headers: Mapping[str, str]) -> AnyHttpClient:
    """Return a copy over the same connections that sends more headers."""
    copied = copy(client)
    copied.headers = httpx.Headers(client.headers)
    copied.headers.update(headers)
    return copied


def copy_with_timeout(client: AnyHttpClient, timeout: httpx.Timeout | float | None) -> AnyHttpClient:
    """Return a copy over the same connections with another timeout, in seconds.

    Raises:
        ConfigurationError: if the timeout is neither more than 0 nor None.
    """
    if not isinstance(timeout, httpx.Timeout):
        check_timeout(timeout)
    copied = copy(client)
    copied.timeout = timeout
    return copied


def build_url_error(needed: int, url_bytes: int, remedy: str = DEFAULT_REMEDY) -> FilterTooLargeError:
    """Build the error for a path and query that are too long.

    Args:
        needed: their length in bytes, as sent.
        url_bytes: the longest allowed.
        remedy: advice for the message.
    """
    message = (
        f"the request's path and query need {needed} bytes, {needed - url_bytes} over the limit of "
        f"{url_bytes}: servers refuse longer ones, or cut them off. {remedy}; or, if the server "
        f"is known to take more, widen it with Limits(url_bytes={needed})."
    )
    return FilterTooLargeError(message, limit="url_bytes", allowed=url_bytes, actual=needed)


def _build_policy(config: Config, connection: Connection[Any]) -> RequestPolicy:
    url = httpx.URL(config.base_url)
    return RequestPolicy(
        connection=connection,
        origin=(url.scheme, url.host, url.port),
        url_bytes=config.limits.url_bytes,
        timeout=httpx.Timeout(config.timeout),
        retry_policy=build_retry_policy(config.max_retries),
        secret=config.secret,
        stop=connection.stop.derive(),
    )


def _build_transport(policy: RequestPolicy, *, owned: bool) -> RetryTransport:
    return RetryTransport(KeyTransport(policy.connection, policy.secret, owned=owned), policy.retry_policy)


def _build_checked(
    build: Callable[..., httpx.Request], method: str, url: httpx.URL | str, options: dict[str, Any]
) -> httpx.Request:
    # An id has to stay one segment of the path: `..` would ask for something else.
    path = str(url).partition("?")[0].rpartition("://")[2]
    if _UNSAFE_PATH.search(path):
        rule = "an id can't be empty, `.` or `..`, or contain a slash or a control character"
        raise ParameterError(f"the path {path[:200]} would not lead to a record: {rule}")
    try:
        return build(method, url, **options)
    except httpx.InvalidURL as error:
        raise ParameterError(f"the request's URL is invalid: {error}") from None
