"""The HTTP under the client: one httpx client with our key, our errors, and nothing that leaks."""

from __future__ import annotations

from collections.abc import Generator
from functools import partial

import httpx

from .. import __version__
from ..errors import APIConnectionError, APITimeoutError, ConfigurationError, FilterTooLargeError
from .responses import status_error

_LOOPBACK = {"localhost", "127.0.0.1", "::1"}


class BearerKey(httpx.Auth):
    """Adds the key to each request. Its repr does not show it."""

    def __init__(self, key: str) -> None:
        self._key = key

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Send the request with the key."""
        request.headers["Authorization"] = f"Bearer {self._key}"
        yield request


class ReadingTransport(httpx.BaseTransport):
    """Reads every answer whole before anybody sees it, and raises this library's errors where none comes."""

    def __init__(self, inner: httpx.BaseTransport) -> None:
        self._inner = inner

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The whole answer.

        Raises:
            APITimeoutError: if it does not come in time.
            APIConnectionError: if the connection fails or breaks off.
        """
        try:
            response = self._inner.handle_request(request)
            try:
                body = b"".join(response.iter_raw())
            finally:
                response.close()
        except httpx.TimeoutException as error:
            raise APITimeoutError(
                f"no answer in time ({type(error).__name__})", method=request.method, path=request.url.path
            ) from error
        except httpx.HTTPError as error:
            raise APIConnectionError(
                f"{type(error).__name__}: {error}", method=request.method, path=request.url.path
            ) from error
        return httpx.Response(response.status_code, headers=response.headers, content=body, request=request)

    def close(self) -> None:
        """Close the transport that this one reads from."""
        self._inner.close()


class BorrowedClient(httpx.BaseTransport):
    """Sends through a client that belongs to the user, and leaves it open."""

    def __init__(self, client: httpx.Client) -> None:
        self._client = client

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send as the user's client does: through its proxies, with its certificates."""
        return self._client.send(request, auth=None, follow_redirects=False, stream=True)


def open_client(
    api_key: str, base_url: str, timeout: float | None, http_client: httpx.Client | None, url_bytes: int
) -> httpx.Client:
    """The httpx client that everything is sent through.

    Raises:
        ConfigurationError: if the key or the base URL cannot be used.
    """
    inner = httpx.HTTPTransport() if http_client is None else BorrowedClient(http_client)
    return httpx.Client(
        base_url=_safe_url(base_url),
        auth=BearerKey(_usable_key(api_key)),
        timeout=timeout,
        headers={"User-Agent": f"quentli-query/{__version__}", "Accept": "application/json"},
        transport=ReadingTransport(inner),
        event_hooks={"request": [partial(_require_short_url, url_bytes)], "response": [_raise_for_status]},
    )


def require_short(needed: int, url_bytes: int) -> None:
    """Make sure that a path and query, or a part of them, of `needed` bytes may be sent.

    Raises:
        FilterTooLargeError: if they are longer than `url_bytes`.
    """
    if needed > url_bytes:
        raise FilterTooLargeError(
            f"the request's path and query need {needed} bytes, {needed - url_bytes} over the limit of "
            f"{url_bytes}: servers refuse longer ones, or cut them off. Ask for less at a time, in several "
            f"lists; or, if the server is known to take more, widen it with Limits(url_bytes={needed})",
            limit="url_bytes",
            allowed=url_bytes,
            actual=needed,
        )


def _require_short_url(url_bytes: int, request: httpx.Request) -> None:
    require_short(len(request.url.raw_path), url_bytes)


def _raise_for_status(response: httpx.Response) -> None:
    if not response.is_success:
        raise status_error(response)


def _usable_key(key: str) -> str:
    if not (key.isascii() and key.isprintable() and key.split() == [key]):
        raise ConfigurationError(
            "the API key is empty, or has white space or characters in it that no key has (it is not shown "
            "here). Was it pasted with a line break?"
        )
    return key


def _safe_url(base_url: str) -> httpx.URL:
    url = httpx.URL(base_url)
    if url.scheme != "https" and not (url.scheme == "http" and url.host in _LOOPBACK):
        raise ConfigurationError(
            f"base_url has to begin with https:// (http:// only for this machine's own address), or the API "
            f"key would travel in the clear; it begins with {url.scheme or 'no scheme'}://{url.host}"
        )
    return url
