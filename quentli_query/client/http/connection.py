"""Connections: safe addresses, transports bound to one process and event loop, and the user's own clients."""

from __future__ import annotations

import asyncio
import os
import weakref
from ipaddress import ip_address
from typing import Any, Generic, NoReturn, TypeVar

import httpx
from attrs import define, field

from ...errors import ClientStateError, ConfigurationError
from ..config import refuse_to_pickle
from .body import select_headers

T = TypeVar("T")


@define(eq=False)
class Connection(Generic[T]):
    """A transport, bound to one process and, if it is async, one event loop.

    Attributes:
        transport: the transport.
        closed: whether its owner has closed it.
    """

    transport: T
    closed: bool = field(default=False, init=False)
    _process: int = field(factory=os.getpid, init=False)
    _loop: weakref.ref[asyncio.AbstractEventLoop] | None = field(default=None, init=False)

    def __reduce__(self) -> NoReturn:
        refuse_to_pickle()

    def check_usable(self, *, closed: bool) -> None:
        """Check that a request may be sent from this process.

        Raises:
            ClientStateError: if it may not.
        """
        if closed or self.closed:
            raise ClientStateError("this client has been closed; make a new one")
        if self._process != os.getpid():
            raise ClientStateError(
                "this client was made in another process, with which its connections are shared since the "
                "fork; make a client in each process"
            )

    def check_loop(self) -> None:
        """Check that this is the event loop of the first request.

        Raises:
            ClientStateError: if it is another one.
        """
        running = asyncio.get_running_loop()
        if self._loop is None:
            self._loop = weakref.ref(running)
        if self._loop() is not running:
            raise ClientStateError(
                "this client has made requests in another event loop, to which its connections belong; make "
                "a client in each event loop"
            )


class UserClientTransport(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """A transport that sends as the user's httpx client does: through its proxies, with its certificates.

    The client's own redirects and credentials are left out.
    """

    def __init__(self, client: Any) -> None:
        self._client = client

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send through a sync client."""
        _check_open(self._client)
        try:
            response = self._client.send(request, auth=None, follow_redirects=False, stream=True)
        except httpx.HTTPStatusError as error:
            response = error.response
        return _restore_stream(response)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send through an async client."""
        _check_open(self._client)
        try:
            response = await self._client.send(request, auth=None, follow_redirects=False, stream=True)
        except httpx.HTTPStatusError as error:
            response = error.response
        return _restore_stream(response)


def check_http_client(http_client: object, expected: type) -> None:
    """Check that the user's httpx client is of the expected class.

    Raises:
        ConfigurationError: if it isn't.
    """
    if http_client is not None and not isinstance(http_client, expected):
        raise ConfigurationError(
            f"http_client has to be an httpx.{expected.__name__} here, and not a {type(http_client).__name__}"
        )


def check_base_url(base_url: str) -> None:
    """Check that the base URL keeps the key safe: https, or http to this machine.

    Raises:
        ConfigurationError: if it isn't, or the URL is no plain address.
    """
    try:
        url = httpx.URL(base_url)
    except httpx.InvalidURL as error:
        raise ConfigurationError(f"base_url is not a URL: {error}") from None
    if url.scheme != "https" and not (url.scheme == "http" and _is_loopback(url.host)):
        raise ConfigurationError(
            f"base_url has to begin with https:// (http:// only for this machine's own address), or the API "
            f"key would travel in the clear; it begins with {url.scheme or 'no scheme'}://{url.host}"
        )
    if not url.host or url.userinfo or url.query or url.fragment or not 0 < (url.port or 443) < 65536:
        raise ConfigurationError(
            "base_url has to be an address alone: with a host, and without user, query or fragment"
        )


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _check_open(client: httpx.Client | httpx.AsyncClient) -> None:
    if client.is_closed:
        raise ClientStateError("the httpx client that was given as http_client has been closed")


def _restore_stream(response: httpx.Response) -> httpx.Response:
    """Return an unread response, also if an event hook of the client has read or refused it."""
    if not response.is_closed:
        return response
    try:
        content = response.content
    except httpx.ResponseNotRead:
        content = b""
    headers = select_headers(response.headers)
    return httpx.Response(response.status_code, headers=headers, stream=httpx.ByteStream(content))
