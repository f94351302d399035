"""Response bodies: size limit, deadline and decompression while a body arrives."""

from __future__ import annotations

import time
import zlib

import httpx

# Largest body accepted, in bytes, both compressed and decompressed.
MAX_BYTES = 64 * 1024 * 1024

_COMPRESSED = {"gzip", "x-gzip"}
# The largest window (15) of the gzip format (16).
_GZIP = 15 + 16
_HEADERS_OF_THE_RAW_BODY = {b"content-encoding", b"content-length", b"transfer-encoding"}


class UnusableBodyError(Exception):
    """A body is too large or can't be decoded. The transport turns this into a ResponseError."""


class Body:
    """The body of one response, decompressed in pieces, so that a small body can't expand without limit.

    Args:
        response: the response, of which status and headers have arrived.
        deadline: the time, by `time.monotonic`, by which the whole body must have arrived.

    Raises:
        UnusableBodyError: if the encoding was not asked for.
    """

    def __init__(self, response: httpx.Response, deadline: float) -> None:
        self._status, self._headers = response.status_code, response.headers
        self._deadline = deadline
        self._parts: list[bytes] = []
        self._raw_size = self._size = 0
        encoding = response.headers.get("content-encoding", "identity").strip().lower()
        if encoding not in {*_COMPRESSED, "identity", ""}:
            raise UnusableBodyError(f"the body is encoded as {encoding[:100]!r}, which was not asked for")
        self._inflater = zlib.decompressobj(_GZIP) if encoding in _COMPRESSED else None

    def add(self, raw: bytes) -> None:
        """Add the next piece of the body.

        Raises:
            UnusableBodyError: if the body is too large or can't be decompressed.
            ReadTimeout: if the body as a whole takes too long.
        """
        part = raw if self._inflater is None else self._decompress(raw)
        self._raw_size += len(raw)
        self._size += len(part)
        if max(self._raw_size, self._size) > MAX_BYTES:
            raise UnusableBodyError(f"the body is larger than {MAX_BYTES:,} bytes")
        self._parts.append(part)
        if time.monotonic() > self._deadline:
            raise httpx.ReadTimeout("the body arrives too slowly")

    def _decompress(self, raw: bytes) -> bytes:
        assert self._inflater is not None
        part = b""
        try:
            while raw and len(part) <= MAX_BYTES - self._size:
                if self._inflater.eof:  # a body may have several members, each compressed on its own
                    self._inflater = zlib.decompressobj(_GZIP)
                part += self._inflater.decompress(raw, MAX_BYTES + 1 - self._size - len(part))
                raw = self._inflater.unused_data
        except zlib.error as error:
            raise UnusableBodyError(f"the body is not compressed the way it says: {error}") from None
        return part

    def finish(self) -> httpx.Response:
        """Finish the body and return the response with it.

        Raises:
            RemoteProtocolError: if the compressed body is truncated.
        """
        if self._inflater is not None and self._raw_size and not self._inflater.eof:
            raise httpx.RemoteProtocolError("the compressed body is truncated")
        headers = select_headers(self._headers)
        return httpx.Response(self._status, headers=headers, content=b"".join(self._parts))


def select_headers(headers: httpx.Headers) -> list[tuple[bytes, bytes]]:
    """Return the headers without those that describe the raw body."""
    return [(name, value) for name, value in headers.raw if name.lower() not in _HEADERS_OF_THE_RAW_BODY]
