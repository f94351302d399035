"""Connections: safe addresses, proxies, transports for each process, and the user's own clients."""

from __future__ import annotations

import asyncio
import os
import weakref
from collections.abc import Callable
from functools import partial
from ipaddress import ip_address
from typing import Any, Final, Generic, TypeVar, cast
from urllib.request import getproxies, proxy_bypass

import httpx
from attrs import define, field

from ...errors import ClientStateError, ConfigurationError
from ..config import URL_VARIABLE, Config, refuse_to_pickle
from .gate import Gate, StopSignal, WeakBag
from .response import select_headers

T = TypeVar("T")

# Connections are limited by the threads and tasks that make requests, and each is kept for the next request.
_LIMITS: Final = httpx.Limits(max_connections=None, max_keepalive_connections=None)


@define(eq=False)
class _Binding(Generic[T]):
    """The transport and the gate of one process and, if it is async, the event loop of its first request."""

    transport: T
    gate: Gate
    loop: weakref.ref[asyncio.AbstractEventLoop] | None = None


@define(eq=False)
class Connection(Generic[T]):
    """The transports of a client and its copies: one for each process, since a fork must share no connection.

    Attributes:
        stop: the signal that the owner has closed it.
        iterations: iterations to end before the connections do.
    """

    _open: Callable[[], T]
    _interval: float = 0.0
    stop: StopSignal = field(factory=StopSignal, init=False)
    iterations: WeakBag[Any] = field(factory=WeakBag[Any], init=False)
    # By process id. A parent's transport stays here in the child: nothing may close its connections there.
    _bindings: dict[int, _Binding[T]] = field(factory=dict[int, Any], init=False)

    def __attrs_post_init__(self) -> None:
        self.bind()  # what can't be opened fails when the client is made

    __reduce__ = refuse_to_pickle

    def bind(self) -> _Binding[T]:
        """Return the transport and the gate of this process."""
        process = os.getpid()
        found = self._bindings.get(process)
        return found or self._bindings.setdefault(process, _Binding(self._open(), Gate(self._interval)))

    def close_if_idle(self) -> None:
        """Close a sync transport after its owner has closed it and the last request has ended.

        Its sockets can't be closed before: a thread that reads one might read from another socket then, which
        has got the same number.
        """
        binding = self.bind()
        if self.stop.is_set and binding.gate.is_idle:
            cast("httpx.BaseTransport", binding.transport).close()

    def check_loop(self) -> None:
        """Check that this is the event loop of the first request.

        Raises:
            ClientStateError: if it is another one, or none of asyncio.
        """
        binding = self.bind()
        if binding.loop is None:
            binding.loop = weakref.ref(_find_loop())
        if binding.loop() is not _find_loop():
            raise ClientStateError(
                "this client has made requests in another event loop, to which its connections belong; make "
                "a client in each event loop"
            )

    def is_loop_gone(self) -> bool:
        """Return whether the event loop of the first request has ended: nothing can be awaited there."""
        reference = self.bind().loop
        loop = None if reference is None else reference()
        return reference is not None and (loop is None or loop.is_closed())


def open_connection(
    config: Config, http_client: object, client_kind: type, transport_kind: Callable[..., T]
) -> Connection[T | UserClientTransport]:
    """Open a connection for validated options.

    Args:
        config: the client's options.
        http_client: a client of the user's to send through.
        client_kind: the class that it has to be of: `httpx.Client` or its async version.
        transport_kind: the class of transport to open without it.

    Raises:
        ConfigurationError: if the base URL would send the key in the clear, `http_client` is of another
            class, or the environment names a proxy that can't be used.
    """
    if http_client is not None and not isinstance(http_client, client_kind):
        expected, found = client_kind.__name__, type(http_client).__name__
        raise ConfigurationError(f"http_client has to be an httpx.{expected} here, and not a {found}")
    check_base_url(config)
    interval = 1 / config.max_requests_per_second if config.max_requests_per_second else 0.0
    if http_client is not None:
        transport = UserClientTransport(http_client)
        return Connection(lambda: transport, interval)
    proxy = find_proxy(httpx.URL(config.base_url))
    options: dict[str, Any] = {"verify": httpx.create_ssl_context(), "proxy": proxy, "limits": _LIMITS}
    return Connection(partial(transport_kind, **options), interval)


def find_proxy(url: httpx.URL) -> httpx.Proxy | None:
    """Return the proxy that HTTPS_PROXY, ALL_PROXY and NO_PROXY name for an address, if it is https.

    Requests over http go to this machine, and no proxy may read the key in them.

    Raises:
        ConfigurationError: if the proxy can't be used.
    """
    proxies = getproxies()
    address = proxies.get("https") or proxies.get("all")
    if url.scheme != "https" or not address or proxy_bypass(url.netloc.decode()):
        return None
    try:
        return httpx.Proxy(address if "://" in address else f"http://{address}")
    except (ValueError, httpx.InvalidURL) as error:
        raise ConfigurationError(f"the proxy that the environment names cannot be used: {error}") from None


def _find_loop() -> asyncio.AbstractEventLoop:
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        raise ClientStateError(
            "AsyncQuentli needs the event loop of asyncio, and none is running; under trio, use Quentli in "
            "threads: trio.to_thread.run_sync(...)"
        ) from None


class UserClientTransport(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """A transport that sends as the user's httpx client does: through its proxies, with its certificates.

    The client's own redirects and credentials are left out.
    """

    def __init__(self, client: Any) -> None:
        self._client = client
        self._process: int | None = None

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send through a sync client."""
        self._check_usable()
        try:
            response = self._client.send(request, auth=None, follow_redirects=False, stream=True)
        except httpx.HTTPStatusError as error:
            response = error.response
        return _restore_stream(response)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send through an async client."""
        self._check_usable()
        try:
            response = await self._client.send(request, auth=None, follow_redirects=False, stream=True)
        except httpx.HTTPStatusError as error:
            response = error.response
        return _restore_stream(response)

    def _check_usable(self) -> None:
        if self._client.is_closed:
            raise ClientStateError("the httpx client that was given as http_client has been closed")
        self._process = self._process or os.getpid()
        if self._process != os.getpid():
            raise ClientStateError(
                "http_client has made requests in another process, with which its connections are shared "
                "since the fork; make a client in each process"
            )


def check_base_url(config: Config) -> None:
    """Check that the base URL keeps the key safe: https, or http to this machine.

    Raises:
        ConfigurationError: if it isn't, the URL is no plain address, or the key is that of a sandbox, and the
            server is not on this machine.
    """
    try:
        url = httpx.URL(config.base_url)
    except httpx.InvalidURL as error:
        raise ConfigurationError(f"base_url or {URL_VARIABLE} is not a URL: {error}") from None
    if url.scheme != "https" and not (url.scheme == "http" and _is_loopback(url.host)):
        raise ConfigurationError(
            f"base_url or {URL_VARIABLE} has to begin with https:// (http:// only for this machine's own "
            f"address), or the API key would travel in the clear; it begins with {url.scheme or 'no scheme'}://{url.host}"
        )
    if not url.host or url.userinfo or url.query or url.fragment or not 0 < (url.port or 443) < 65536:
        raise ConfigurationError(
            f"base_url or {URL_VARIABLE} has to be an address alone: with a host, and without user, query or "
            "fragment"
        )
    if config.secret.is_of_sandbox() and not _is_loopback(url.host):
        raise ConfigurationError(
            f"the API key is that of a sandbox, sk_sandbox_..., which {url.host} does not know; give "
            "base_url=sandbox.url, or the key of your organization"
        )


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


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
