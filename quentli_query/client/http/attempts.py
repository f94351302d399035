"""One attempt at a request: the key goes on it, the answer is read whole, failures become errors of ours."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Self

import httpx

from .body import Body, beginning, decoded_answer, failure
from .logging import log_attempt, log_body, logs_bodies

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from .connection import Connection
    from .retry import Course

TIMEOUTS_PER_ANSWER = 10
"""An answer that comes in drops may take this many timeouts as a whole."""


class Secret:
    """The key. Only a call gets it out again, so it is in no repr, no dump of variables and no pickle."""

    __slots__ = ("_reveal",)

    def __init__(self, reveal: Callable[[], str]) -> None:
        self._reveal = reveal

    def authorized(self, request: httpx.Request) -> httpx.Request:
        """A copy of the request that has the key. The request itself never gets it: errors refer to it."""
        extensions = {name: value for name, value in request.extensions.items() if name != "retry"}
        copied = httpx.Request(
            request.method, request.url, headers=request.headers, stream=request.stream, extensions=extensions
        )
        copied.headers["Authorization"] = f"Bearer {self._reveal()}"
        return copied

    def hidden(self, text: str) -> str:
        """The text without the key, should a server have put it there."""
        return text.replace(self._reveal(), "[key]")

    def removed(self, content: bytes) -> bytes:
        """The same for bytes."""
        return content.replace(self._reveal().encode(), b"[key]")


class Attempt:
    """One attempt at a request: what came of it. The request with the key is never kept."""

    def __init__(self, request: httpx.Request, secret: Secret) -> None:
        self._method, self._path = request.method, request.url.path
        self._secret = secret
        self._course: Course = request.extensions["retry"].course
        self._course.attempts += 1
        self._seconds = _seconds_for_an_answer(request)
        self._failure: BaseException | None = None
        self._answer: httpx.Response | None = None

    def __enter__(self) -> Self:
        self._began = time.monotonic()
        return self

    def answered(self, response: httpx.Response) -> None:
        """Take an answer's status and headers; its body comes after."""
        self._status, self._headers = response.status_code, response.headers
        self._body = Body(response.headers)

    def add(self, raw: bytes) -> None:
        """Take some of the answer's body.

        Raises:
            ReadTimeout: if there is no end of it.
        """
        self._body.add(raw)
        if time.monotonic() - self._began > self._seconds:
            raise httpx.ReadTimeout("the answer comes too slowly")

    def finish(self) -> None:
        """Take it that the body is complete.

        Raises:
            RemoteProtocolError: if it is not.
        """
        self._answer = decoded_answer(self._status, self._headers, self._body.whole())

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        """Keep what came. An error is raised later, where nothing of the frames below is attached to it."""
        if error is not None:
            self._failure = failure(
                error, self._method, self._path, self._course.retries, self._secret.hidden
            )
        self._log()
        return True

    def _log(self) -> None:
        ending = type(self._failure).__name__ if self._answer is None else self._answer.status_code
        seconds = time.monotonic() - self._began
        log_attempt(self._method, self._path, ending, seconds, self._course.attempts)
        if self._answer is not None and logs_bodies():
            log_body(self._method, self._path, self._secret.hidden(beginning(self._answer.content)))

    def outcome(self) -> httpx.Response:
        """The answer, with its whole body.

        Raises:
            APITimeoutError: if it did not come in time.
            APIConnectionError: if the connection failed or broke off.
            ResponseError: if the body is too large or cannot be decoded.
        """
        if self._answer is None:
            raise self._taken_failure()
        return self._answer

    def _taken_failure(self) -> BaseException:
        # The error's traceback holds this object, so this object must not hold the error any longer.
        failed, self._failure = self._failure, None
        return failed or AssertionError("an attempt ends with an answer or with a failure")


def _seconds_for_an_answer(request: httpx.Request) -> float:
    piece = request.extensions.get("timeout", {}).get("read")
    return float("inf") if piece is None else piece * TIMEOUTS_PER_ANSWER


class Attempts(httpx.BaseTransport):
    """Adds the key, and reads every answer whole before anybody sees it."""

    def __init__(self, connection: Connection[httpx.BaseTransport], secret: Secret, *, owned: bool) -> None:
        self._connection = connection
        self._secret = secret
        self._owned = owned

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Try once; see `Attempt.outcome` for what is raised."""
        attempt = Attempt(request, self._secret)
        self._make(attempt, request)
        return attempt.outcome()

    def _make(self, attempt: Attempt, request: httpx.Request) -> None:
        with attempt:
            response = self._connection.transport.handle_request(self._secret.authorized(request))
            try:
                attempt.answered(response)
                for raw in response.iter_raw():
                    attempt.add(raw)
            finally:
                response.close()
            attempt.finish()

    def close(self) -> None:
        """Close what connects, unless it belongs to another client."""
        if self._owned:
            self._connection.closed = True
            self._connection.transport.close()


class AsyncAttempts(httpx.AsyncBaseTransport):
    """The same for async clients."""

    def __init__(
        self, connection: Connection[httpx.AsyncBaseTransport], secret: Secret, *, owned: bool
    ) -> None:
        self._connection = connection
        self._secret = secret
        self._owned = owned

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Try once; see `Attempt.outcome` for what is raised."""
        attempt = Attempt(request, self._secret)
        await self._make(attempt, request)
        return attempt.outcome()

    async def _make(self, attempt: Attempt, request: httpx.Request) -> None:
        with attempt:
            response = await self._connection.transport.handle_async_request(self._secret.authorized(request))
            try:
                attempt.answered(response)
                async for raw in response.aiter_raw():
                    attempt.add(raw)
            finally:
                await response.aclose()
            attempt.finish()

    async def aclose(self) -> None:
        """Close what connects, unless it belongs to another client.

        Raises:
            ClientStateError: if this is another event loop than the one of the connections.
        """
        if self._owned:
            self._connection.require_same_loop()
            self._connection.closed = True
            await self._connection.transport.aclose()
