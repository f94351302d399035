"""What connects, where it may be used, and whose it is."""

from __future__ import annotations

import asyncio
import os
import weakref
from typing import Generic, TypeVar

import httpx
from attrs import define, field

from ...errors import ClientStateError
from .body import decoded_headers

T = TypeVar("T")


@define(eq=False)
class Connection(Generic[T]):
    """What connects, and where it may be used: in one process, and in one event loop if it is async.

    Attributes:
        transport: what connects.
        closed: whether its owner has closed it.
    """

    transport: T
    closed: bool = field(default=False, init=False)
    _process: int = field(factory=os.getpid, init=False)
    _loop: weakref.ref[asyncio.AbstractEventLoop] | None = field(default=None, init=False)

    def require_usable(self, *, closed: bool) -> None:
        """Make sure that a request may be made here and now.

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

    def require_same_loop(self) -> None:
        """Make sure that this is the event loop of the first request.

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


class BorrowedClient(httpx.BaseTransport):
    """Sends through a client that belongs to the user, and leaves it open."""

    def __init__(self, client: httpx.Client) -> None:
        self._client = client

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send as the user's client does: through its proxies, with its certificates."""
        _require_open(self._client)
        try:
            response = self._client.send(request, auth=None, follow_redirects=False, stream=True)
        except httpx.HTTPStatusError as error:
            response = error.response
        return _unread(response)


class BorrowedAsyncClient(httpx.AsyncBaseTransport):
    """The same for async clients."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send as the user's client does: through its proxies, with its certificates."""
        _require_open(self._client)
        try:
            response = await self._client.send(request, auth=None, follow_redirects=False, stream=True)
        except httpx.HTTPStatusError as error:
            response = error.response
        return _unread(response)


def _require_open(client: httpx.Client | httpx.AsyncClient) -> None:
    if client.is_closed:
        raise ClientStateError("the httpx client that was given as http_client has been closed")


def _unread(response: httpx.Response) -> httpx.Response:
    """The response, also if a hook of the client has read its body already, or raised for its status."""
    if not response.is_closed:
        return response
    try:
        content = response.content
    except httpx.ResponseNotRead:
        content = b""
    headers = decoded_headers(response.headers)
    return httpx.Response(response.status_code, headers=headers, stream=httpx.ByteStream(content))
