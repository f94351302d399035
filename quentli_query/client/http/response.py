"""Responses: size limit, deadline and decompression of bodies; error statuses as typed exceptions."""

from __future__ import annotations

import json
import math
import time
import zlib
from typing import TYPE_CHECKING, Any, cast

import httpx

from ... import errors
from .retry import read_retry_after

if TYPE_CHECKING:
    from ..config import Secret

# Largest body accepted, in bytes, both compressed and decompressed.
MAX_BYTES = 64 * 1024 * 1024
EXCERPT_CHARACTERS = 2000
# Begins with an excerpt, also where the key, escaped, is all there is. Redacting more takes seconds.
EXCERPT_BYTES = 256 * 1024

_COMPRESSED = {"gzip", "x-gzip"}
# The largest window (15) of the gzip format (16).
_GZIP = 15 + 16
# Decompressed at a time. Every member copies the rest of its piece.
_PIECE_BYTES = 64 * 1024
_TOO_LARGE = "the body is larger than {:,} bytes"
_HEADERS_OF_THE_RAW_BODY = {b"content-encoding", b"content-length", b"transfer-encoding"}

_ERROR_CLASSES: dict[int, type[errors.APIStatusError]] = {
    400: errors.BadRequestError,
    401: errors.AuthenticationError,
    403: errors.PermissionDeniedError,
    404: errors.NotFoundError,
    409: errors.ConflictError,
    422: errors.UnprocessableEntityError,
    429: errors.RateLimitError,
}


class UnusableBodyError(Exception):
    """A body is too large or can't be decoded. The transport turns this into a ResponseError."""


def check_arrival(raw: bytearray, deadline: float) -> None:
    """Check the part of a body that has arrived.

    Raises:
        UnusableBodyError: if it is too large.
        ReadTimeout: if the body as a whole takes longer than to the deadline, by `time.monotonic`.
    """
    if len(raw) > MAX_BYTES:
        raise UnusableBodyError(_TOO_LARGE.format(MAX_BYTES))
    if time.monotonic() > deadline:
        raise httpx.ReadTimeout("the body arrives too slowly")


def build_response(response: httpx.Response, raw: bytearray) -> httpx.Response:
    """Return a response with its whole body, decompressed.

    Raises:
        UnusableBodyError: if the encoding was not asked for, or the body can't be decompressed.
        RemoteProtocolError: if the compressed body is truncated.
    """
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    if encoding not in {*_COMPRESSED, "identity", ""}:
        raise UnusableBodyError(f"the body is encoded as {encoding!r}, which was not asked for")
    content = decompress(bytes(raw)) if encoding in _COMPRESSED else bytes(raw)
    return httpx.Response(response.status_code, headers=select_headers(response.headers), content=content)


def decompress(raw: bytes) -> bytes:
    """Decompress a body in pieces, so that a small one can't expand without limit.

    Raises:
        UnusableBodyError: if it is too large, or can't be decompressed.
        RemoteProtocolError: if it is truncated.
    """
    content, inflater = bytearray(), zlib.decompressobj(_GZIP)
    for start in range(0, len(raw), _PIECE_BYTES):
        piece = raw[start : start + _PIECE_BYTES]
        while piece:
            if inflater.eof:  # a body may have several members, each compressed on its own
                inflater = zlib.decompressobj(_GZIP)
            try:
                content += inflater.decompress(piece, MAX_BYTES + 1 - len(content))
            except zlib.error as error:
                raise UnusableBodyError(f"the body is not compressed the way it says: {error}") from None
            if len(content) > MAX_BYTES:
                raise UnusableBodyError(_TOO_LARGE.format(MAX_BYTES))
            piece = inflater.unused_data
    if raw and not inflater.eof:
        raise httpx.RemoteProtocolError("the compressed body is truncated")
    return bytes(content)


def select_headers(headers: httpx.Headers) -> list[tuple[bytes, bytes]]:
    """Return the headers without those that describe the raw body."""
    return [(name, value) for name, value in headers.raw if name.lower() not in _HEADERS_OF_THE_RAW_BODY]


def build_status_error(
    status: int, headers: httpx.Headers, body: str, request: httpx.Request, retries: int
) -> errors.APIStatusError:
    """Build the exception for a response with an error status."""
    error_class = _ERROR_CLASSES.get(
        status, errors.InternalServerError if status >= 500 else errors.APIStatusError
    )
    details = _read_details(body)
    message = details.get("message")
    vendor_message = message[:EXCERPT_CHARACTERS] if isinstance(message, str) else None
    issues = _read_issues(details.get("issues"))
    summary = vendor_message or httpx.codes.get_reason_phrase(status) or "not a registered status"
    retry_after = read_retry_after(headers)
    text = summary + _describe_redirect(status, headers) + "".join(map(_describe_issue, issues))
    error = error_class(
        f"status {status}: {text[:EXCERPT_CHARACTERS]}",
        method=request.method,
        path=request.url.path,
        retries=retries,
        status=status,
        vendor_message=vendor_message,
        body=body[:EXCERPT_CHARACTERS],
        headers=headers,
        retry_after=None if retry_after == math.inf else retry_after,
    )
    if isinstance(error, errors.BadRequestError):
        error.issues = issues
    return error


def clean_headers(response: httpx.Response, url: httpx.URL, secret: Secret) -> httpx.Headers:
    """Return headers for an error: without cookies and the key, `Location` absolute and without a query."""
    redact, raw = secret.redact_bytes, response.headers.raw
    headers = httpx.Headers([(redact(name), redact(value)) for name, value in raw])
    for name in ("Set-Cookie", "Set-Cookie2"):
        headers.pop(name, None)
    if "Location" in headers:
        headers["Location"] = _clean_location(url, headers["Location"])
    return headers


def _clean_location(url: httpx.URL, location: str) -> str:
    try:
        return str(url.join(location).copy_with(userinfo=b"", query=None, fragment=None))
    except (httpx.InvalidURL, UnicodeError, ValueError):
        return "an invalid URL"


def _describe_redirect(status: int, headers: httpx.Headers) -> str:
    if not (httpx.codes.is_redirect(status) and "Location" in headers):
        return ""
    return f", to {headers['Location']}; redirects are not followed, so that the key goes to no other server"


def read_text(content: bytes, secret: Secret) -> str:
    """Return a body without the key; bytes that are no text become replacement characters."""
    return secret.redact(content.decode(json.detect_encoding(content), errors="replace"))


def _read_details(body: str) -> dict[str, Any]:
    try:
        details = json.loads(body)["error"]
    except (ValueError, LookupError, TypeError, RecursionError):  # an error page of anybody on the way
        return {}
    return cast("dict[str, Any]", details) if isinstance(details, dict) else {}


def _read_issues(found: object) -> tuple[dict[str, object], ...]:
    issues = cast("list[object]", found) if isinstance(found, list) else []
    return tuple(cast("dict[str, object]", issue) for issue in issues if isinstance(issue, dict))


def _describe_issue(issue: dict[str, object]) -> str:
    path = issue.get("path")
    steps = cast("list[object]", path) if isinstance(path, list) else []
    place = f"{'.'.join(map(str, steps))}: " if steps else ""
    return f"; {place}{issue.get('message', issue)}"
