"""Connections: a transport, bound to one process and one event loop, and transports of the user's own."""

from __future__ import annotations

import asyncio
import os
import weakref
from typing import Generic, TypeVar

import httpx
from attrs import define, field

from ...errors import ClientStateError
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


class UserConnection(httpx.BaseTransport):
    """A transport that sends through the user's httpx client, with its proxies and certificates."""

    def __init__(self, client: httpx.Client) -> None:
        self._client = client

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send as the user's client does, without its redirects or its credentials."""
        _check_open(self._client)
        try:
            response = self._client.send(request, auth=None, follow_redirects=False, stream=True)
        except httpx.HTTPStatusError as error:
            response = error.response
        return _restore_stream(response)


class AsyncUserConnection(httpx.AsyncBaseTransport):
    """Async version of `UserConnection`."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send as the user's client does, without its redirects or its credentials."""
        _check_open(self._client)
        try:
            response = await self._client.send(request, auth=None, follow_redirects=False, stream=True)
        except httpx.HTTPStatusError as error:
            response = error.response
        return _restore_stream(response)


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
