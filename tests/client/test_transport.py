"""The HTTP under the client: where it sends, what it takes, where it may be used, and what comes of failures."""

from __future__ import annotations

import asyncio
import copy
import gzip
import logging
import os
import pickle
import re
import socket
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import httpx
import pytest
from attrs import evolve
from quentli_client.api.customers import customers_list
from support.answering import Answering
from support.sending import BOTH_WAYS, Send, send

from quentli_query import (
    APIConnectionError,
    APIError,
    APIStatusError,
    APITimeoutError,
    BadRequestError,
    ConfigurationError,
    FilterTooLargeError,
    InternalServerError,
    Limits,
    NotFoundError,
    ParameterError,
    QuentliError,
    ResponseError,
)
from quentli_query.client.config import Settings
from quentli_query.client.generated import Api
from quentli_query.client.http.body import MAX_BYTES
from quentli_query.client.http.transport import (
    open_async_client,
    open_client,
    reopened,
    reopened_async,
    require_short,
)
from quentli_query.errors import ClientStateError
from quentli_query.sandbox import Delay, ErrorStatus, Sandbox

KEY = "sk_secret_0123456789"
PATH = "/v1/customers"


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quentli_query.client.http.retry.BACKOFF_SECONDS", 0.001)


@contextmanager
def saying(*pieces: bytes, pause: float = 0) -> Iterator[Settings]:
    """A server that says just this to whoever connects, bit by bit, and hangs up."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer(connection: socket.socket) -> None:
            with connection:
                connection.recv(65536)
                for piece in pieces:
                    connection.sendall(piece)
                    time.sleep(pause)
                connection.shutdown(socket.SHUT_WR)
                connection.recv(65536)

        def serve() -> None:
            while True:
                try:
                    connection, _ = server.accept()
                    answer(connection)
                except ConnectionError:
                    continue
                except OSError:
                    return

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield Settings(KEY, f"http://127.0.0.1:{server.getsockname()[1]}", timeout=5, max_retries=0)
        finally:
            server.shutdown(socket.SHUT_RDWR)
            thread.join()


def head(*lines: str, status: str = "200 OK") -> bytes:
    return "\r\n".join([f"HTTP/1.1 {status}", *lines, "", ""]).encode()


@pytest.mark.parametrize("sending", BOTH_WAYS)
@pytest.mark.parametrize(
    ("pieces", "kind", "problem"),
    [
        ([head("Content-Length: 10"), b"[]"], APIConnectionError, "RemoteProtocolError: peer closed"),
        ([head("Transfer-Encoding: chunked"), b"5\r\n[1"], APIConnectionError, "RemoteProtocolError: peer"),
        ([head("Transfer-Encoding: chunked"), b"x\r\n[]"], APIConnectionError, "RemoteProtocolError: "),
        ([b"HTTP/1.1 abc\r\n\r\n"], APIConnectionError, "RemoteProtocolError: "),
        ([b"SSH-2.0-OpenSSH\r\n"], APIConnectionError, "RemoteProtocolError: "),
        ([b""], APIConnectionError, "RemoteProtocolError: Server disconnected"),
        ([head("Content-Encoding: gzip", "Content-Length: 2"), b"[]"], ResponseError, "not compressed the way"),
        ([head("Content-Encoding: br", "Content-Length: 2"), b"[]"], ResponseError, "encoded as 'br', which was not"),
        ([head("Content-Encoding: gzip, gzip"), b"[]"], ResponseError, "encoded as 'gzip, gzip', which was not"),
        ([head("Content-Encoding: gzip"), gzip.compress(b"[1, 2, 3]")[:-9]], APIConnectionError, "body breaks off"),
        ([head("Location: http://[x", status="302 Found")], APIStatusError, "status 302: Found"),
        ([head("Location: \xe9://", status="302 Found")], APIStatusError, "status 302: Found"),
        ([head("Set-Cookie: a=\x01;;=;", status="404 Not Found")], NotFoundError, "status 404"),
        ([head("Content-Type: text/html; charset=hex", status="404 Gone"), b"zz"], NotFoundError, "status 404"),
        ([head("Content-Type: text/html; charset=zlib", status="500 x"), b"zz"], InternalServerError, "500"),
        ([head(status="520 "), b"<html>"], InternalServerError, "status 520: not a registered status"),
    ],
)  # fmt: skip
def test_every_failure_is_an_error_of_ours(
    pieces: list[bytes], kind: type[APIError], problem: str, sending: Send
) -> None:
    with saying(*pieces) as settings, pytest.raises(kind, match=f"^GET {PATH}: .*{problem}") as caught:
        sending(settings, params={"filter": "name=private"})
    assert caught.value.__cause__ is caught.value.__context__ is None
    assert (caught.value.method, caught.value.path, caught.value.retries) == ("GET", PATH, 0)
    assert "private" not in str(caught.value)


@pytest.mark.parametrize("sending", BOTH_WAYS)
@pytest.mark.parametrize("host", ["localhost.invalid", "a..b", "a" * 70])
def test_a_name_that_leads_nowhere(host: str, sending: Send) -> None:
    with pytest.raises(APIConnectionError, match="ConnectError|UnicodeError"):
        sending(Settings(KEY, f"https://{host}", max_retries=0))


def test_a_server_without_tls() -> None:
    with (
        saying(head("Content-Length: 2"), b"[]") as settings,
        pytest.raises(APIConnectionError, match="ConnectError: .*SSL"),
    ):
        send(evolve(settings, base_url=settings.base_url.replace("http:", "https:")))


@pytest.mark.parametrize("sending", BOTH_WAYS)
@pytest.mark.parametrize(
    ("encoding", "compress"),
    [("gzip", gzip.compress), ("x-gzip", gzip.compress), (" GZip ", gzip.compress), ("deflate", zlib.compress),
     ("identity", bytes), ("", bytes)],
)  # fmt: skip
def test_compressed_answers(encoding: str, compress: Callable[[bytes], bytes], sending: Send) -> None:
    body = b"[" + b"1," * 50_000 + b"1]"
    with saying(head(f"Content-Encoding: {encoding}"), compress(body)) as settings:
        answer = sending(settings)
    assert answer.content == body
    assert "content-encoding" not in answer.headers
    assert answer.headers["content-length"] == str(len(body))


@pytest.mark.parametrize("sending", BOTH_WAYS)
def test_an_answer_without_a_body_may_say_that_it_is_compressed(sending: Send) -> None:
    with saying(head("Content-Encoding: gzip", "Content-Length: 0")) as settings:
        assert sending(settings).content == b""
        assert sending(settings, "HEAD").content == b""


def bomb(size: int) -> bytes:
    packer = zlib.compressobj(wbits=31)
    megabyte = bytes(1024 * 1024)
    return b"".join(packer.compress(megabyte) for _ in range(size // len(megabyte))) + packer.flush()


BOMB = bomb(4 * MAX_BYTES)


@pytest.mark.parametrize("sending", BOTH_WAYS)
def test_a_small_body_does_not_become_a_huge_one(sending: Send, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quentli_query.client.http.body.MAX_BYTES", 1_000_000)
    with (
        saying(head("Content-Encoding: gzip"), BOMB) as settings,
        pytest.raises(ResponseError, match="the body is larger than 1,000,000 bytes"),
    ):
        sending(settings)


def test_the_cap_is_what_it_says_to_the_byte(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quentli_query.client.http.body.MAX_BYTES", 100_000)
    for encoding, pack in (("gzip", gzip.compress), ("identity", bytes)):
        with saying(head(f"Content-Encoding: {encoding}"), pack(bytes(100_000))) as settings:
            assert len(send(settings).content) == 100_000
        with (
            saying(head(f"Content-Encoding: {encoding}"), pack(bytes(100_001))) as settings,
            pytest.raises(ResponseError, match="larger than 100,000 bytes"),
        ):
            send(settings)


def test_a_body_that_decodes_to_nothing_is_counted_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quentli_query.client.http.body.MAX_BYTES", 100_000)
    named = b"\x1f\x8b\x08\x08\0\0\0\0\0\xff" + b"n" * 200_000  # A gzip header whose file name does not end.
    with (
        saying(head("Content-Encoding: gzip"), named) as settings,
        pytest.raises(ResponseError, match="larger than 100,000 bytes"),
    ):
        send(settings)


@pytest.mark.parametrize("sending", BOTH_WAYS)
def test_an_endless_body_is_refused_while_it_comes_in(sending: Send, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quentli_query.client.http.body.MAX_BYTES", 100_000)
    with (
        saying(head("Content-Length: 10000000000"), *[bytes(50_000)] * 3, b"x", pause=0.01) as settings,
        pytest.raises(ResponseError, match="larger than 100,000 bytes"),
    ):
        sending(settings)


@pytest.mark.parametrize("sending", BOTH_WAYS)
def test_an_answer_that_comes_in_drops(sending: Send) -> None:
    with saying(head("Content-Length: 1000"), *[b"x"] * 30, pause=0.015) as settings:
        began = time.monotonic()
        with pytest.raises(APITimeoutError, match="no answer in time"):
            sending(evolve(settings, timeout=0.02))
        assert time.monotonic() - began < 0.4


def test_who_waits_for_ever_takes_drops_too() -> None:
    with saying(head("Content-Length: 2"), b"[", b"]", pause=0.02) as settings:
        assert send(evolve(settings, timeout=None)).content == b"[]"


@pytest.mark.parametrize("sending", BOTH_WAYS)
def test_a_redirect_is_not_followed(sending: Send, answering: Answering) -> None:
    with saying(head("Content-Length: 2"), b"[]") as elsewhere:
        answering.status = 307
        answering.headers = {"Location": f"{elsewhere.base_url}/stolen"}
        with pytest.raises(APIStatusError, match="status 307: Temporary Redirect") as caught:
            sending(Settings(KEY, answering.url), follow_redirects=True)
    assert caught.value.status == 307
    assert len(answering.heads) == 1


def test_cookies_are_not_kept(answering: Answering) -> None:
    answering.headers = {"Set-Cookie": "session=1"}
    with open_client(Settings(KEY, answering.url), None) as client:
        client.get(PATH)
        client.get(PATH)
        assert not client.cookies
    assert "cookie" not in answering.heads[1]


@pytest.mark.parametrize(
    "url",
    [
        "https://evil.example/v1/customers",
        "http://127.0.0.1:1/v1",
        "https://127.0.0.1/v1",
    ],
)
@pytest.mark.parametrize("sending", BOTH_WAYS)
def test_the_key_goes_to_no_other_server(url: str, sending: Send) -> None:
    with pytest.raises(ConfigurationError, match="would take the API key to another server"):
        sending(Settings(KEY, "http://127.0.0.1:2"), path=url)


@pytest.mark.parametrize("sending", BOTH_WAYS)
def test_what_is_sent(sending: Send, answering: Answering) -> None:
    sending(Settings(KEY, answering.url), headers={"X-Mine": "1", "Authorization": "none"})
    (sent,) = answering.heads
    assert sent["authorization"] == f"Bearer {KEY}"
    assert sent["x-mine"] == "1"
    assert sent["accept-encoding"] == "gzip, deflate"
    assert re.fullmatch(r"quentli-query/\d+\.\d+\.\d+", sent["user-agent"])


@pytest.mark.parametrize("sending", BOTH_WAYS)
def test_a_url_that_is_too_long_is_not_sent(sending: Send, answering: Answering) -> None:
    settings = Settings(KEY, answering.url, limits=Limits(url_bytes=100))
    with pytest.raises(FilterTooLargeError, match="need 101 bytes, 1 over the limit of 100"):
        sending(settings, params={"filter": "x" * (101 - len(f"{PATH}?filter="))})
    with pytest.raises(ParameterError, match="the request's URL cannot be written"):
        sending(settings, path="/v1/customers/a\nb")
    assert answering.heads == []
    require_short(100, 100)


@pytest.mark.parametrize(
    "url",
    [
        "https://u:p@api.quentli.com",
        "https://api.quentli.com?x=1",
        "https://api.quentli.com#x",
        "https://",
        "https://h:99999",
    ],
)
def test_a_base_url_is_an_address_alone(url: str) -> None:
    with pytest.raises(ConfigurationError, match="an address alone"):
        open_client(Settings(KEY, url), None)


@pytest.mark.parametrize("url", ["https://api\n", "https://a:b:c"])
def test_a_base_url_that_is_none(url: str) -> None:
    with pytest.raises(ConfigurationError, match="base_url"):
        open_client(Settings(KEY, url), None)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.9.8.7", "[::1]", "localhost", "LOCALHOST"])
def test_this_machine_needs_no_tls(host: str) -> None:
    open_client(Settings(KEY, f"http://{host}:1"), None).close()


@pytest.mark.parametrize(
    "host", ["128.0.0.1", "10.0.0.1", "127.1", "localhost.example.com", "[::2]", "0.0.0.0"]
)
def test_any_other_does(host: str) -> None:
    with pytest.raises(ConfigurationError, match="base_url has to begin with https://"):
        open_client(Settings(KEY, f"http://{host}:1"), None)


@pytest.mark.parametrize("timeout", [0, -1, float("nan"), float("inf"), "30", True])
def test_a_timeout_is_a_number_of_seconds(timeout: Any) -> None:
    with pytest.raises(ConfigurationError, match=r"timeout=.* more than 0 seconds, or None"):
        open_client(Settings(KEY, timeout=timeout), None)


@pytest.mark.parametrize("retries", [-1, 1.0, None, "2", True])
def test_a_number_of_retries_is_one(retries: Any) -> None:
    with pytest.raises(ConfigurationError, match=r"max_retries=.* whole number, 0 or more"):
        open_client(Settings(KEY, max_retries=retries), None)


@pytest.mark.parametrize("name", ["strict", "verify", "lenient"])
@pytest.mark.parametrize("value", ["no", 1, None])
def test_a_switch_is_true_or_false(name: str, value: Any) -> None:
    wrong = evolve(Settings(KEY), **{name: value})
    with pytest.raises(ConfigurationError, match=f"{name}={value!r}: it has to be True or False"):
        open_client(wrong, None)
    client = open_client(Settings(KEY), None)
    with pytest.raises(ConfigurationError, match=f"{name}="):
        reopened(client, wrong)


def test_a_closed_client_says_so(sandbox: Sandbox) -> None:
    client = open_client(Settings(sandbox.api_key, sandbox.url), None)
    other = reopened(client, Settings(sandbox.api_key, sandbox.url))
    assert client.get(PATH).status_code == other.get(PATH).status_code == 200
    client.close()
    client.close()
    for closed in (client, other):
        with pytest.raises(ClientStateError, match="has been closed; make a new one"):
            closed.get(PATH)
    assert issubclass(ClientStateError, QuentliError)
    assert issubclass(ClientStateError, RuntimeError)


def test_a_closed_async_client_says_so(sandbox: Sandbox) -> None:
    async def close_and_ask() -> None:
        settings = Settings(sandbox.api_key, sandbox.url)
        async with open_async_client(settings, None) as client:
            async with reopened_async(client, settings) as short_lived:
                await short_lived.get(PATH)
            other = reopened_async(client, settings)
            await other.get(PATH)
        for closed in (client, other):
            with pytest.raises(ClientStateError, match="has been closed; make a new one"):
                await closed.get(PATH)

    asyncio.run(close_and_ask())


def test_a_client_over_the_same_connections_leaves_them_open() -> None:
    with Sandbox(customers=3) as sandbox:
        settings = Settings(sandbox.api_key, sandbox.url)
        with open_client(settings, None) as client:
            reopened(client, settings).close()
            with reopened(client, evolve(settings, timeout=0.05)) as other:
                assert other.timeout.read == 0.05
                assert other.get(PATH).status_code == 200
            with pytest.raises(ClientStateError, match="closed"):
                other.get(PATH)
            assert client.get(PATH).status_code == 200
            assert client.timeout.read == 30


def test_only_clients_of_ours_are_opened_again() -> None:
    with (
        httpx.Client() as own,
        pytest.raises(TypeError, match="made by open_client is expected, and not a Client"),
    ):
        reopened(own, Settings(KEY))
    with pytest.raises(TypeError, match="made by open_async_client is expected, and not a AsyncClient"):
        reopened_async(httpx.AsyncClient(), Settings(KEY))


def test_connections_are_shared() -> None:
    """Both clients talk over one socket, as the server sees it."""
    ports: list[int] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            connection, (_, port) = server.accept()
            with connection:
                while connection.recv(65536):
                    ports.append(port)
                    connection.sendall(head("Content-Length: 2") + b"[]")

        thread = threading.Thread(target=serve)
        thread.start()
        settings = Settings(KEY, f"http://127.0.0.1:{server.getsockname()[1]}", timeout=1, max_retries=0)
        with (
            open_client(settings, None) as client,
            reopened(client, evolve(settings, max_retries=1)) as other,
        ):
            for each in (client, other, client):
                each.get(PATH)
        thread.join()
    assert len(ports) == 3
    assert len(set(ports)) == 1


def test_a_forked_child_is_told_to_make_its_own(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_client(Settings(sandbox.api_key, sandbox.url), None) as client:
        client.get(PATH)
        before = len(sandbox.requests)
        monkeypatch.setattr(os, "getpid", lambda: -1)
        with pytest.raises(
            ClientStateError, match="made in another process, .*; make a client in each process"
        ):
            client.get(PATH)
        assert len(sandbox.requests) == before
        monkeypatch.undo()
        assert client.get(PATH).status_code == 200


@pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing forks here")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_a_real_fork(answering: Answering) -> None:
    with open_client(Settings(KEY, answering.url), None) as client:
        client.get(PATH)
        child = os.fork()
        if child == 0:
            try:
                client.get(PATH)
            except ClientStateError:
                os._exit(7)
            finally:
                os._exit(1)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
        client.get(PATH)
    assert len(answering.heads) == 2


def test_an_async_client_belongs_to_its_event_loop(sandbox: Sandbox) -> None:
    client = open_async_client(Settings(sandbox.api_key, sandbox.url), None)

    async def ask() -> None:
        await client.get(PATH)

    async def ask_and_close() -> None:
        await ask()
        with pytest.raises(ClientStateError, match="in another event loop"):
            await asyncio.to_thread(asyncio.run, ask())
        await ask()
        await client.aclose()

    asyncio.run(ask_and_close())


def test_a_second_event_loop_gets_a_clear_error(sandbox: Sandbox) -> None:
    client = open_async_client(Settings(sandbox.api_key, sandbox.url), None)

    with asyncio.Runner() as first:
        first.run(client.get(PATH))
        for using in (client.get(PATH), client.aclose()):
            with (
                pytest.raises(ClientStateError, match="make a client in each event loop"),
                asyncio.Runner() as second,
            ):
                second.run(using)
        first.run(client._transport.aclose())


def test_many_threads_at_once() -> None:
    """Each gets its own answer, over a pool of connections that all share."""
    with Sandbox(customers=60, faults=[ErrorStatus(503, probability=0.1), Delay(0.005)]) as sandbox:
        settings = Settings(sandbox.api_key, sandbox.url, max_retries=20)
        with open_client(settings, None) as client:
            api = Api(client)

            def ask(skip: int) -> str:
                answer = customers_list.sync_detailed(client=api, skip=skip, take=1)
                assert isinstance(answer.parsed, list)
                return answer.parsed[0].id

            with ThreadPoolExecutor(16) as pool:
                found = list(pool.map(ask, [*range(60)] * 4))
        assert found == [record["id"] for record in sandbox.customers] * 4
        assert len(sandbox.requests) > 240


def test_many_tasks_at_once() -> None:
    with Sandbox(customers=60, faults=[Delay(0.005)]) as sandbox:

        async def ask_all() -> list[str]:
            async with open_async_client(Settings(sandbox.api_key, sandbox.url), None) as client:
                answers = await asyncio.gather(
                    *(client.get(PATH, params={"skip": skip, "take": 1}) for skip in range(60))
                )
                return [answer.json()[0]["id"] for answer in answers]

        assert asyncio.run(ask_all()) == [record["id"] for record in sandbox.customers]


def test_a_task_can_be_cancelled_and_the_client_used_again() -> None:
    with Sandbox(customers=3, faults=[Delay(5, only={1})]) as sandbox:

        async def cancel_and_ask() -> int:
            async with open_async_client(Settings(sandbox.api_key, sandbox.url), None) as client:
                with pytest.raises(TimeoutError):
                    async with asyncio.timeout(0.05):
                        await client.get(PATH)
                return (await client.get(PATH)).status_code

        assert asyncio.run(cancel_and_ask()) == 200
        assert len(sandbox.requests) == 2


@pytest.mark.parametrize("hook", ["nothing", "read", "raise"])
def test_ones_own_client_may_have_hooks(hook: str, sandbox: Sandbox) -> None:
    hooks: dict[str, Callable[[httpx.Response], Any]] = {
        "nothing": lambda response: None,
        "read": httpx.Response.read,
        "raise": httpx.Response.raise_for_status,
    }
    settings = Settings(sandbox.api_key, sandbox.url, max_retries=0)
    with httpx.Client(event_hooks={"response": [hooks[hook]]}) as own, open_client(settings, own) as client:
        assert len(client.get(PATH).json()) == 20
        with pytest.raises(BadRequestError, match="status 400"):
            client.get(PATH, params={"take": 0, "filter": "name=private"})


@pytest.mark.parametrize("hook", ["nothing", "read", "raise"])
def test_ones_own_async_client_is_used_and_left_open(hook: str, sandbox: Sandbox) -> None:
    async def nothing(response: httpx.Response) -> None:
        assert response.status_code

    async def raising(response: httpx.Response) -> None:
        response.raise_for_status()

    hooks = {"nothing": nothing, "read": httpx.Response.aread, "raise": raising}

    async def ask() -> None:
        settings = Settings(sandbox.api_key, sandbox.url, max_retries=0)
        async with httpx.AsyncClient(event_hooks={"response": [hooks[hook]]}, headers={"X-Mine": "1"}) as own:
            async with open_async_client(settings, own) as client:
                assert len((await client.get(PATH)).json()) == 20
                with pytest.raises(BadRequestError, match="status 400"):
                    await client.get(PATH, params={"take": 0})
            assert not own.is_closed
            assert "authorization" not in own.headers

    asyncio.run(ask())


def test_ones_own_client_when_it_is_closed(sandbox: Sandbox) -> None:
    own = httpx.Client()
    own.close()
    with (
        open_client(Settings(sandbox.api_key, sandbox.url), own) as client,
        pytest.raises(ClientStateError, match="given as http_client has been closed"),
    ):
        client.get(PATH)


def test_ones_own_transport_gets_the_request_and_may_answer_from_memory() -> None:
    asked: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return httpx.Response(200, headers={"Content-Encoding": "gzip"}, content=gzip.compress(b"[1]"))

    with (
        httpx.Client(transport=httpx.MockTransport(answer)) as own,
        open_client(Settings(KEY), own) as client,
    ):
        assert client.get(PATH).json() == [1]
    assert asked[0].headers["authorization"] == f"Bearer {KEY}"


@pytest.mark.parametrize("kind", [KeyboardInterrupt, ZeroDivisionError, SystemExit])
def test_what_is_not_about_the_request_passes_through(kind: type[BaseException]) -> None:
    def fail(request: httpx.Request) -> httpx.Response:
        raise kind("mine")

    with (
        httpx.Client(transport=httpx.MockTransport(fail)) as own,
        open_client(Settings(KEY), own) as client,
        pytest.raises(kind, match="mine"),
    ):
        client.get(PATH)


def test_generated_functions_need_the_client_of_their_kind(sandbox: Sandbox) -> None:
    settings = Settings(sandbox.api_key, sandbox.url)

    async def ask() -> None:
        async with open_async_client(settings, None) as client:
            found = await customers_list.asyncio(client=Api(client))
            assert isinstance(found, list)
            assert len(found) == 20
            with pytest.raises(ClientStateError, match="this client is async: call asyncio_detailed"):
                customers_list.sync(client=Api(client))
        with (
            open_client(settings, None) as waiting,
            pytest.raises(ClientStateError, match="this client is not async: call sync_detailed"),
        ):
            await customers_list.asyncio(client=Api(waiting))

    asyncio.run(ask())


@pytest.mark.parametrize("sending", BOTH_WAYS)
def test_one_line_is_logged_for_each_attempt(sending: Send, caplog: pytest.LogCaptureFixture) -> None:
    with (
        Sandbox(customers=3, faults=[ErrorStatus(503, retry_after=0, times=1)]) as sandbox,
        caplog.at_level(logging.INFO),
    ):
        sending(Settings(sandbox.api_key, sandbox.url), params={"filter": "name=private"})
    assert {record.name for record in caplog.records} == {"quentli_query", "uvicorn.access"}
    lines = [record.getMessage() for record in caplog.records if record.name == "quentli_query"]
    assert len(lines) == 2
    assert re.fullmatch(rf"GET {PATH}: 503 in \d+ ms \(attempt 1\)", lines[0])
    assert re.fullmatch(rf"GET {PATH}: 200 in \d+ ms \(attempt 2\)", lines[1])


def test_a_failure_is_logged_by_its_name(caplog: pytest.LogCaptureFixture) -> None:
    with saying(b"") as settings, caplog.at_level(logging.INFO), pytest.raises(APIConnectionError):
        send(settings)
    assert caplog.messages[0].startswith(f"GET {PATH}: APIConnectionError in ")


def test_queries_and_bodies_are_for_debugging(caplog: pytest.LogCaptureFixture) -> None:
    with (
        saying(head(), b"['private body'" + b"x" * 5000) as settings,
        caplog.at_level(logging.DEBUG, "quentli_query"),
    ):
        send(settings, params={"filter": "name=private query"})
    records = [record for record in caplog.records if record.name == "quentli_query"]
    private = [record for record in records if "private" in record.getMessage()]
    assert [record.levelname for record in private] == ["DEBUG", "DEBUG"]
    assert max(len(record.getMessage()) for record in records) < 2100


def test_the_logger_has_no_handler_that_writes() -> None:
    assert [type(handler) for handler in logging.getLogger("quentli_query").handlers] == [logging.NullHandler]


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda error: pickle.loads(pickle.dumps(error))])
@pytest.mark.parametrize(
    ("pieces", "kind"),
    [([b""], APIConnectionError), ([head(status="400 x"), b"{}"], BadRequestError),
     ([head("Content-Encoding: br")], ResponseError)],
)  # fmt: skip
def test_errors_can_go_to_another_process(
    pieces: list[bytes], kind: type[APIError], again: Callable[[APIError], APIError]
) -> None:
    with saying(*pieces) as settings, pytest.raises(kind) as caught:
        send(settings)
    other = again(caught.value)
    assert type(other) is type(caught.value)
    assert str(other) == str(caught.value)
    assert vars(other) == vars(caught.value)
