"""What an answer of the API means: its body, decoded, and the error that it stands for, if any."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from http import HTTPStatus
from typing import Any, cast

import httpx

from ...errors import (
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    AuthenticationError,
    BadRequestError,
    ConflictError,
    InternalServerError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    ResponseError,
    UnprocessableEntityError,
)

BODY_CUT = 2000
MAX_BYTES = 64 * 1024 * 1024
"""The most bytes of a body that are taken, as they come in and decoded."""

_BY_STATUS: dict[int, type[APIStatusError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}


class UnusableBodyError(Exception):
    """A body that cannot or must not be read to its end. Never leaves the client: see `failure`."""


Decoder = Callable[[bytes, int], bytes]


def _as_it_is(raw: bytes, _room: int) -> bytes:
    return raw


class Inflater:
    """Decodes gzip and deflate, and never more at once than there is room for."""

    def __init__(self) -> None:
        # 15 for the largest window, 32 to tell gzip and deflate apart by themselves.
        self._stream = zlib.decompressobj(wbits=15 + 32)
        self._used = False

    def __call__(self, raw: bytes, room: int) -> bytes:
        """Decode some more.

        Raises:
            UnusableBodyError: if it is not what it says it is.
        """
        self._used = True
        try:
            return self._stream.decompress(raw, room)
        except zlib.error as error:
            raise UnusableBodyError(f"the body is not compressed the way it says: {error}") from None

    def require_end(self) -> None:
        """Make sure that the body has come to its end.

        Raises:
            RemoteProtocolError: if it broke off.
        """
        if self._used and not self._stream.eof:
            raise httpx.RemoteProtocolError("the compressed body breaks off")


_COMPRESSED = {"gzip", "x-gzip", "deflate"}


class Body:
    """A body as it comes in. It is decoded on the way, so that a small one cannot become a huge one."""

    def __init__(self, headers: httpx.Headers) -> None:
        encoding = headers.get("content-encoding", "identity").strip().lower()
        if encoding not in {*_COMPRESSED, "identity", ""}:
            raise UnusableBodyError(f"the body is encoded as {encoding[:100]!r}, which was not asked for")
        self._inflater = Inflater() if encoding in _COMPRESSED else None
        self._decode: Decoder = self._inflater or _as_it_is
        self._parts: list[bytes] = []
        self._raw_size = self._size = 0

    def add(self, raw: bytes) -> None:
        """Take the next bytes.

        Raises:
            UnusableBodyError: if they are more than a body may have, or cannot be decoded.
        """
        part = self._decode(raw, MAX_BYTES + 1 - self._size)
        self._raw_size += len(raw)
        self._size += len(part)
        if max(self._raw_size, self._size) > MAX_BYTES:
            raise UnusableBodyError(f"the body is larger than {MAX_BYTES:,} bytes")
        self._parts.append(part)

    def whole(self) -> bytes:
        """All of it, decoded.

        Raises:
            RemoteProtocolError: if it is compressed and breaks off.
        """
        if self._inflater is not None:
            self._inflater.require_end()
        return b"".join(self._parts)


_DESCRIBING_THE_RAW_BODY = {b"content-encoding", b"content-length", b"transfer-encoding"}


def decoded_answer(status: int, headers: httpx.Headers, content: bytes) -> httpx.Response:
    """The answer with its body decoded, and with the headers that are still true of it."""
    return httpx.Response(status, headers=decoded_headers(headers), content=content)


def decoded_headers(headers: httpx.Headers) -> list[tuple[bytes, bytes]]:
    """The headers that are true of a decoded body."""
    return [(name, value) for name, value in headers.raw if name.lower() not in _DESCRIBING_THE_RAW_BODY]


# A host's name that cannot be looked up is a UnicodeError.
_NO_ANSWER = (
    httpx.HTTPError,
    httpx.InvalidURL,
    httpx.StreamError,
    httpx.CookieConflict,
    OSError,
    UnicodeError,
)


def failure(
    error: BaseException, method: str, path: str, retries: int, hidden: Callable[[str], str]
) -> BaseException:
    """What to raise instead of an error from below: one of ours, with nothing of it but name and text.

    What is not about this request comes back as it is, without its traceback: frames below hold the key.
    """
    where: dict[str, Any] = {"method": method, "path": path, "retries": retries}
    name = type(error).__name__
    if isinstance(error, UnusableBodyError):
        return ResponseError(str(error), **where)
    if isinstance(error, httpx.TimeoutException):
        return APITimeoutError(f"no answer in time ({name})", **where)
    if isinstance(error, _NO_ANSWER):
        return APIConnectionError(hidden(f"{name}: {error}"), **where)
    error.__context__ = error.__cause__ = None
    return error.with_traceback(None)


def status_error(answer: httpx.Response, method: str, path: str, retries: int) -> APIStatusError:
    """The error that an answer without success stands for."""
    status = answer.status_code
    kind = _BY_STATUS.get(status, InternalServerError if status >= 500 else APIStatusError)
    details = _error_details(answer)
    vendor_message = _text(details.get("message"))
    issues = _issues(details.get("issues"))
    said = f"{vendor_message or _phrase(status)}{_spelled_out(issues)}"
    error = kind(
        f"status {status}: {said[:BODY_CUT]}",
        method=method,
        path=path,
        retries=retries,
        status=status,
        vendor_message=vendor_message,
        body=beginning(answer.content),
    )
    if isinstance(error, BadRequestError):
        error.issues = issues
    return error


def beginning(content: bytes) -> str:
    """The first 2,000 characters of a body, whatever it is."""
    return content[: 4 * BODY_CUT].decode(errors="replace")[:BODY_CUT]


def _error_details(answer: httpx.Response) -> dict[str, Any]:
    try:
        details = answer.json()["error"]
    except (ValueError, LookupError, TypeError, RecursionError):
        return {}
    return cast("dict[str, Any]", details) if isinstance(details, dict) else {}


def _text(found: object) -> str | None:
    return found[:BODY_CUT] if isinstance(found, str) else None


def _issues(found: object) -> tuple[dict[str, object], ...]:
    issues = cast("list[object]", found) if isinstance(found, list) else []
    return tuple(cast("dict[str, object]", issue) for issue in issues if isinstance(issue, dict))


def _spelled_out(issues: tuple[dict[str, object], ...]) -> str:
    return "".join(f"; {_where(issue.get('path'))}{issue.get('message', issue)}" for issue in issues)


def _where(path: object) -> str:
    steps = cast("list[object]", path) if isinstance(path, list) else []
    return f"{'.'.join(map(str, steps))}: " if steps else ""


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "not a registered status"
