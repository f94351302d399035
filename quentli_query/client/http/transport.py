"""httpx clients with the API key, typed errors and retries.

A request passes through `HttpClient.send` (checks, error statuses), httpx-retries, `KeyTransport` (key, body,
connection errors) and a connection. Both clients share everything that performs no I/O.
"""

from __future__ import annotations

import asyncio
import logging
import math
import re
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from copy import copy
from typing import Any, ClassVar, Final, Self, TypeAlias, cast

import httpx
from attrs import define
from httpx_retries import RetryTransport

from ... import __version__
from ...errors import (
    APIConnectionError,
    APITimeoutError,
    ClientStateError,
    ConfigurationError,
    FilterTooLargeError,
    ParameterError,
    QuentliError,
    ResponseError,
    copy_error,
)
from ...filters.compiler import DEFAULT_REMEDY
from ..config import Config, check_option
from .connection import Connection, open_connection
from .gate import Gate, StopSignal
from .logging import LOGGER, log_request, log_response
from .response import (
    EXCERPT_CHARACTERS,
    UnusableBodyError,
    build_response,
    build_status_error,
    check_arrival,
    clean_headers,
    read_text,
)
from .retry import Call, get_call

# Waits for retries end this many seconds after the first attempt of a call began.
BUDGET_SECONDS = 120.0
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


class _BaseHttpClient:
    """Shared by the sync and the async client: the checks before a request and after its response. No I/O.

    Attributes:
        connection: the connection that requests go through.
        owned: whether closing the client closes the connection.
        stop: the signal that the client has been closed. A request may have a more special one among its
            extensions, as `stop`.

    Args:
        config: the client's options.
        http_client: a client of the user's to send through; it stays open when this client is closed.
        shared: the connection of another client, which closes it; if None, open one.

    Raises:
        ConfigurationError: if the base URL would send the key in the clear, or `http_client` is of the wrong
            kind.
    """

    # The class of the user's clients, and that of the transports to open without one.
    _kinds: ClassVar[tuple[type, Callable[..., Any]]]

    connection: Connection[Any]
    owned: bool
    stop: StopSignal

    def __init__(
        self, config: Config, *, http_client: object = None, shared: Connection[Any] | None = None
    ) -> None:
        connection = shared or open_connection(config, http_client, *self._kinds)
        url = httpx.URL(config.base_url)
        self.connection, self.owned = connection, shared is None
        self.stop = connection.stop if self.owned else connection.stop.derive()
        self._origin, self._url_bytes = (url.scheme, url.host, url.port), config.limits.url_bytes
        self._secret, self._max_retries = config.secret, config.max_retries
        self._extensions = {"timeout": httpx.Timeout(config.timeout).as_dict()}
        self._retrying = RetryTransport(KeyTransport(connection, owned=self.owned))
        cast("Any", super()).__init__(
            base_url=url, timeout=config.timeout, headers=_HEADERS, transport=self._retrying
        )

    def build_request(self, method: str, url: httpx.URL | str, **options: Any) -> httpx.Request:
        """Build a request as httpx does.

        Raises:
            ParameterError: if the URL is invalid, or an id in it leads to another path.
        """
        # An id has to stay one segment of the path: `..` would ask for something else.
        path = str(url).partition("?")[0].rpartition("://")[2]
        if _UNSAFE_PATH.search(path):
            rule = "an id can't be empty, `.` or `..`, or contain a slash or a control character"
            raise ParameterError(f"the path {path[:200]} would not lead to a record: {rule}")
        try:
            request: httpx.Request = cast("Any", super()).build_request(method, url, **options)
        except httpx.InvalidURL as error:
            raise ParameterError(f"the request's URL is invalid: {error}") from None
        return request

    def copy_with_headers(self, headers: Mapping[str, str]) -> Self:
        """Return a copy over the same connections that sends more headers."""
        copied: Any = copy(self)
        copied.headers = copied.headers  # httpx copies them
        copied.headers.update(headers)
        return cast("Self", copied)

    def copy_with_timeout(self, timeout: httpx.Timeout | float | None) -> Self:
        """Return a copy over the same connections with another timeout, in seconds.

        Raises:
            ConfigurationError: if the timeout is neither more than 0 nor None.
        """
        if not isinstance(timeout, httpx.Timeout):
            check_option("timeout", timeout)
        copied: Any = copy(self)
        copied.timeout = timeout
        return cast("Self", copied)

    def _start_call(self, request: httpx.Request, *, closed: bool) -> Call:
        """Check a request and start its call.

        Raises:
            ClientStateError: if the client is closed.
            ConfigurationError: if the request would take the key to another server.
            FilterTooLargeError: if the URL is too long.
        """
        if closed or self.connection.stop.is_set:
            raise ClientStateError("this client has been closed; make a new one")
        url = request.url
        if (url.scheme, url.host, url.port) != self._origin:
            raise ConfigurationError(f"a request to {url.host} would take the API key to another server")
        if len(url.raw_path) > self._url_bytes:
            raise build_url_error(len(url.raw_path), self._url_bytes)
        extensions: dict[str, Any] = {**self._extensions, **request.extensions}
        call = Call(self._max_retries, self._secret, extensions.pop("stop", self.stop))
        request.extensions = {**extensions, "retry": call}
        if LOGGER.isEnabledFor(logging.DEBUG):
            log_request(request, self._secret)
        return call

    def _raise_for_status(
        self, response: httpx.Response, request: httpx.Request, call: Call
    ) -> httpx.Response:
        """Return a successful response, with its request.

        Raises:
            APIStatusError: for an error status; a redirect is one.
        """
        if response.is_success:
            response.request = request
            return response
        status, body = response.status_code, read_text(response.content, self._secret)
        headers = clean_headers(response, request.url, self._secret)
        del response  # a server may have repeated the key, and a traceback shows local variables
        raise build_status_error(status, headers, body, request, call.attempts_made)


class HttpClient(_BaseHttpClient, httpx.Client):
    """An httpx client that adds the key, retries, and raises typed errors.

    It sends requests itself: httpx would keep cookies and log the URL, which holds the filter.
    """

    _kinds = (httpx.Client, httpx.HTTPTransport)

    def send(self, request: httpx.Request, **_options: Any) -> httpx.Response:
        """Send a request, with retries where they are safe, and return the response with its whole body.

        Raises:
            APIError: if no response comes, or one with an error status.
            ClientStateError: if the client is closed, or can't be used here.
        """
        call = self._start_call(request, closed=self.is_closed)
        return self._raise_for_status(self._retrying.handle_request(request), request, call)

    def close(self) -> None:
        """End iterations and retries, and close the connections, unless another client owns them.

        Requests that are under way are not waited for.
        """
        self.stop.set()
        for iteration in self.connection.iterations if self.owned else ():
            with suppress(ValueError):  # another thread goes on with it
                iteration.abort()
        super().close()


class AsyncHttpClient(_BaseHttpClient, httpx.AsyncClient):
    """Async version of `HttpClient`."""

    _kinds = (httpx.AsyncClient, httpx.AsyncHTTPTransport)

    async def send(self, request: httpx.Request, **_options: Any) -> httpx.Response:
        """Send a request. See `HttpClient.send`."""
        call = self._start_call(request, closed=self.is_closed)
        self.connection.check_loop()
        sending = self._retrying.handle_async_request(request)
        return self._raise_for_status(await sending, request, call)

    async def aclose(self) -> None:
        """Close the connections, unless another client owns them, or their event loop is gone.

        Raises:
            ClientStateError: if they belong to another event loop, in which they can still be closed.
        """
        closes_iterations = self.owned and not self.is_closed and not self.connection.is_loop_gone()
        if closes_iterations:
            self.connection.check_loop()
        with suppress(RuntimeError):  # nobody can be woken in a loop that is gone
            self.stop.set()
        for iteration in self.connection.iterations if closes_iterations else ():
            with suppress(RuntimeError):  # another task goes on with it
                await iteration.abort()
        await super().aclose()


AnyHttpClient: TypeAlias = HttpClient | AsyncHttpClient


@define(eq=False)
class Attempt:
    """One attempt at a request. Its response and error don't contain the key."""

    _request: httpx.Request
    call: Call
    body_deadline: float = math.inf
    response: httpx.Response | None = None
    error: BaseException | None = None

    def begin(self) -> httpx.Request:
        """Start the clocks and return the request with the key, as a copy: errors refer to the original."""
        request, began = self._request, self.call.ticket.entered
        self.call.deadline = min(self.call.deadline, began + BUDGET_SECONDS)
        extensions = {name: value for name, value in request.extensions.items() if name != "retry"}
        read_timeout = extensions.get("timeout", {}).get("read")
        if read_timeout is not None:
            self.body_deadline = began + read_timeout * TIMEOUTS_PER_BODY
        copied = httpx.Request(
            request.method, request.url, headers=request.headers, stream=request.stream, extensions=extensions
        )
        copied.headers["Authorization"] = f"Bearer {self.call.secret.reveal()}"
        return copied

    def leave(self, gate: Gate) -> None:
        """Leave the gate, and tell it whether the server accepts requests."""
        now, response, is_accepted = time.monotonic(), self.response, False
        if response is not None:
            is_accepted = response.status_code != 429 and not response.is_server_error
            if response.is_error:
                self.call.note(response)
                if self.call.refusal is not None:
                    gate.refuse(self.call.ticket, self.call.refusal, now)
        gate.leave(self.call.ticket, now, accepted=is_accepted)

    def translate(self, error: BaseException) -> BaseException:
        """Return the exception to raise instead of `error`, whose traceback holds the key.

        Other exceptions than those of a connection are returned unchanged, without their traceback.
        """
        translated = self._as_quentli_error(error)
        if translated is None:
            error.__context__ = error.__cause__ = None
            return error.with_traceback(None)
        translated.__cause__ = copy_error(error, self.call.secret.redact)
        return translated

    def _as_quentli_error(self, error: BaseException) -> QuentliError | None:
        request, redact = self._request, self.call.secret.redact
        place: Any = {"method": request.method, "path": request.url.path, "retries": self.call.attempts_made}
        name, host = type(error).__name__, request.url.host
        if isinstance(error, UnusableBodyError):
            return ResponseError(redact(str(error))[:EXCERPT_CHARACTERS], **place)
        if isinstance(error, httpx.TimeoutException):
            return APITimeoutError(f"no answer from {host} in time ({name})", **place)
        if isinstance(error, _CONNECTION_ERRORS):
            return APIConnectionError(redact(f"no answer from {host}: {name}: {error}"), **place)
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
        request, response, call = self._request, self.response, self.call
        ending = type(error).__name__ if response is None else response.status_code
        milliseconds = (time.monotonic() - call.ticket.entered) * 1000
        place = (request.method, request.url.path)
        LOGGER.info("%s %s: %s in %.0f ms (attempt %d)", *place, ending, milliseconds, call.attempts_made + 1)
        if response is None:
            raise error or AssertionError("an attempt ends with a response or an error")
        if LOGGER.isEnabledFor(logging.DEBUG):
            log_response(request, response, call.secret)
        return response


class KeyTransport(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Adds the key to each request, reads each response whole, and translates errors of the connection.

    Args:
        connection: a sync or async connection; it decides how requests are sent.
        owned: whether to close the connection.
    """

    def __init__(self, connection: Connection[Any], *, owned: bool) -> None:
        self._connection, self._owned = connection, owned

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Make one attempt, unless it is no longer wanted. See `Attempt.finish` for the exceptions."""
        attempt, binding = Attempt(request, get_call(request)), self._connection.bind()
        try:
            binding.gate.enter(attempt.call.ticket)
            try:
                attempt.response = self._exchange(attempt, binding.transport)
            except BaseException as error:  # noqa: BLE001 - raised by finish(), away from the frames below
                attempt.error = attempt.translate(error)
        finally:
            attempt.leave(binding.gate)
            if self._connection.stop.is_set:
                self._connection.close_if_idle()
        return attempt.finish()

    def _exchange(self, attempt: Attempt, transport: httpx.BaseTransport) -> httpx.Response:
        response = transport.handle_request(attempt.begin())
        raw = bytearray()
        try:
            for piece in response.iter_raw():
                raw += piece
                check_arrival(raw, attempt.body_deadline)
        finally:
            response.close()
        return build_response(response, raw)

    def close(self) -> None:
        """Close the connection, unless another client owns it."""
        if self._owned:
            self._connection.close_if_idle()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Make one attempt, unless it is no longer wanted. See `Attempt.finish` for the exceptions."""
        attempt, binding = Attempt(request, get_call(request)), self._connection.bind()
        try:
            await binding.gate.enter_async(attempt.call.ticket)
            try:
                attempt.response = await self._exchange_async(attempt, binding.transport)
            except BaseException as error:  # noqa: BLE001 - raised by finish(), away from the frames below
                attempt.error = attempt.translate(error)
        finally:
            attempt.leave(binding.gate)
        return attempt.finish()

    async def _exchange_async(self, attempt: Attempt, transport: httpx.AsyncBaseTransport) -> httpx.Response:
        response = await transport.handle_async_request(attempt.begin())
        raw = bytearray()
        try:
            # Not aiter_raw(), which closes, too: cancelled there, the pool would never free the connection.
            async for piece in cast("httpx.AsyncByteStream", response.stream):
                raw += piece
                check_arrival(raw, attempt.body_deadline)
        finally:
            await asyncio.shield(response.aclose())
        return build_response(response, raw)

    async def aclose(self) -> None:
        """Close the connection, unless another client owns it."""
        if self._owned and not self._connection.is_loop_gone():
            await self._connection.bind().transport.aclose()


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
