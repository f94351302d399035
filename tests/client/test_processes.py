"""Clients across processes, event loops and async libraries."""

from __future__ import annotations

import asyncio
import gc
import os
import socket
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest
import trio
from attrs import define, field
from support.clients import Connect, send
from support.stub_server import KEY, StubServer, head

from quentli_query import APIConnectionError, AsyncQuentli, ClientStateError, ConfigurationError, Quentli
from quentli_query.client.http.connection import find_proxy

forks = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing forks here"),
    pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning"),
]


@define
class KeepAliveServer:
    """A server that keeps its connections, and knows from which port each request came."""

    url: str
    ports: list[int] = field(factory=list)
    barrier: threading.Barrier = field(factory=lambda: threading.Barrier(1))

    def serve(self, listening: socket.socket) -> None:
        while True:
            try:
                connection, (_, port) = listening.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(connection, port), daemon=True).start()

    def _answer(self, connection: socket.socket, port: int) -> None:
        with connection:
            while connection.recv(65536):
                self.ports.append(port)
                self.barrier.wait(5)
                connection.sendall(head("Content-Length: 2") + b"[]")


@pytest.fixture
def keeping() -> Iterator[KeepAliveServer]:
    with socket.create_server(("127.0.0.1", 0), backlog=100) as listening:
        server = KeepAliveServer(f"http://127.0.0.1:{listening.getsockname()[1]}")
        thread = threading.Thread(target=server.serve, args=(listening,))
        thread.start()
        yield server
        listening.shutdown(socket.SHUT_RDWR)
        thread.join()


def run_in_fork(function: Callable[[], object]) -> int:
    """Return the exit status of a child that calls a function: 0, or 7 where the client can't be used."""
    child = os.fork()
    if child == 0:
        try:
            function()
            os._exit(0)
        except ClientStateError:
            os._exit(7)
        finally:
            os._exit(1)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


class TestForks:
    pytestmark = forks

    @pytest.mark.parametrize("requests", [0, 1])
    def test_a_child_opens_connections_of_its_own(
        self, requests: int, keeping: KeepAliveServer, connect: Connect
    ) -> None:
        quentli = connect(keeping.url)
        for _ in range(requests):
            send(quentli)

        def ask() -> None:
            if isinstance(quentli, Quentli):
                for _ in range(2):
                    send(quentli)
            else:
                asyncio.run(quentli.target.customers.list())
                return
            quentli.close()

        assert run_in_fork(ask) == 0
        send(quentli)
        parents = {*keeping.ports[:requests], keeping.ports[-1]}
        assert len(parents) == 1
        assert parents.isdisjoint(keeping.ports[requests:-1])

    @pytest.mark.parametrize(("requests", "status"), [(0, 0), (1, 7)])
    def test_connections_of_the_users_client_are_not_shared(
        self, requests: int, status: int, keeping: KeepAliveServer, connect_sync: Connect
    ) -> None:
        quentli = connect_sync(keeping.url, http_client=connect_sync.http_client())
        for _ in range(requests):
            send(quentli)
        assert run_in_fork(lambda: send(quentli)) == status
        send(quentli)


@pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning")
def test_a_client_whose_event_loop_is_gone_can_be_closed(keeping: KeepAliveServer) -> None:
    quentli = AsyncQuentli(KEY, base_url=keeping.url)
    asyncio.run(quentli.customers.list())
    with pytest.raises(ClientStateError, match="in another event loop"):
        asyncio.run(quentli.customers.list())
    asyncio.run(quentli.close())
    asyncio.run(quentli.close())
    with pytest.raises(ClientStateError, match="has been closed"):
        asyncio.run(quentli.customers.list())
    del quentli
    gc.collect()


@pytest.mark.parametrize("ask", [
    AsyncQuentli.__aenter__,
    lambda quentli: quentli.customers.list(),
    lambda quentli: quentli.customers.count(),
    lambda quentli: quentli.invoices.cancel("inv_1"),
])  # fmt: skip
def test_trio_gets_a_clear_error(ask: Any, keeping: KeepAliveServer) -> None:
    with pytest.raises(ClientStateError, match=r"needs the event loop of asyncio.*trio\.to_thread\.run_sync"):
        trio.run(ask, AsyncQuentli(KEY, base_url=keeping.url))


def test_clients_made_by_with_options_share_a_connection(
    keeping: KeepAliveServer, connect_sync: Connect
) -> None:
    quentli = connect_sync(keeping.url)
    for each in (quentli, quentli.with_options(max_retries=1), quentli):
        send(each)
    assert len(keeping.ports) == 3
    assert len(set(keeping.ports)) == 1


def test_every_connection_in_flight_is_kept(keeping: KeepAliveServer, connect_sync: Connect) -> None:
    count = 40  # httpx keeps 20
    keeping.barrier = threading.Barrier(count)
    quentli = connect_sync(keeping.url)
    with ThreadPoolExecutor(count) as pool:
        for _ in range(2):
            list(pool.map(lambda _: send(quentli), range(count)))
    assert sorted(keeping.ports[:count]) == sorted(keeping.ports[count:])


@pytest.fixture
def set_proxies(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    def set_them(**variables: str) -> None:
        for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
            monkeypatch.delenv(name, raising=False)
            monkeypatch.delenv(name.upper(), raising=False)
        for name, value in variables.items():
            monkeypatch.setenv(name, value)

    return set_them


PROXY = "http://proxy:3128"


@pytest.mark.parametrize(
    ("url", "variables", "proxy"),
    [
        ("https://api.example", {}, None),
        ("https://api.example", {"HTTPS_PROXY": PROXY}, PROXY),
        ("https://api.example", {"https_proxy": "proxy:3128"}, PROXY),
        ("https://api.example", {"ALL_PROXY": PROXY, "NO_PROXY": "b.example"}, PROXY),
        ("https://api.example", {"HTTPS_PROXY": PROXY, "NO_PROXY": "b.example, .example"}, None),
        ("https://api.example", {"HTTPS_PROXY": PROXY, "NO_PROXY": "*"}, None),
        ("https://api.example", {"HTTP_PROXY": PROXY}, None),
        ("http://127.0.0.1:1", {"HTTP_PROXY": PROXY, "ALL_PROXY": PROXY}, None),
    ],
)
def test_the_environment_names_the_proxy(
    url: str, variables: dict[str, str], proxy: str | None, set_proxies: Callable[..., None]
) -> None:
    set_proxies(**variables)
    found = find_proxy(httpx.URL(url))
    assert (found and str(found.url)) == proxy


def test_requests_go_through_the_proxy_in_a_tunnel(
    server: StubServer, connect: Connect, set_proxies: Callable[..., None]
) -> None:
    set_proxies(HTTPS_PROXY=server.url)  # it knows no tunnels
    with pytest.raises(APIConnectionError, match="ProxyError: 501 Unsupported method \\('CONNECT'\\)"):
        send(connect("https://api.example", max_retries=0))


def test_an_impossible_proxy_is_refused(set_proxies: Callable[..., None]) -> None:
    set_proxies(HTTPS_PROXY="ftp://user:private@proxy")
    with pytest.raises(ConfigurationError, match="proxy that the environment names cannot be used") as caught:
        Quentli(KEY)
    assert "private" not in str(caught.value)
