"""HTTP under the client: where it sends, what it accepts, where it may be used, and how it fails."""

from __future__ import annotations

import asyncio
import gzip
import logging
import random
import re
import time
import tracemalloc
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

import httpx
import pytest
from quentli_client.api.customers import customers_list
from support.clients import PATH, Connect, RunSandbox, call, http_of, send
from support.constants import set_constant
from support.stub_server import KEY, StubServer, head, serve_bytes

from quentli_query import AsyncQuentli, Limits, Quentli, errors
from quentli_query.client.http.response import decompress
from quentli_query.sandbox import DropConnection, ErrorStatus, Sandbox

Answer = Callable[..., Any]


@pytest.fixture
def answer_to(opened: ExitStack, connect: Connect) -> Answer:
    """Connects to a server that sends these bytes, piece by piece, to whoever connects."""
    return lambda *pieces, pause=0.0, **options: connect(
        opened.enter_context(serve_bytes(*pieces, pause=pause)), **{"max_retries": 0, "timeout": 5, **options}
    )


@pytest.mark.parametrize(
    ("pieces", "kind", "problem"),
    [
        ([head("Content-Length: 10"), b"[]"], errors.APIConnectionError, "RemoteProtocolError: peer closed"),
        ([head("Transfer-Encoding: chunked"), b"5\r\n[1"], errors.APIConnectionError, "RemoteProtocolError: peer"),
        ([head("Transfer-Encoding: chunked"), b"x\r\n[]"], errors.APIConnectionError, "RemoteProtocolError: "),
        ([b"HTTP/1.1 abc\r\n\r\n"], errors.APIConnectionError, "RemoteProtocolError: "),
        ([b"SSH-2.0-OpenSSH\r\n"], errors.APIConnectionError, "RemoteProtocolError: "),
        ([b""], errors.APIConnectionError, "RemoteProtocolError: Server disconnected"),
        ([head("Content-Encoding: gzip", "Content-Length: 2"), b"[]"], errors.ResponseError, "not compressed the way"),
        ([head("Content-Encoding: br", "Content-Length: 2"), b"[]"], errors.ResponseError, "encoded as 'br', which was not"),
        ([head("Content-Encoding: gzip, gzip"), b"[]"], errors.ResponseError, "encoded as 'gzip, gzip', which was not"),
        ([head("Content-Encoding: deflate"), b"[]"], errors.ResponseError, "encoded as 'deflate', which was not"),
        ([head("Content-Encoding: gzip"), gzip.compress(b"[1, 2, 3]")[:-9]], errors.APIConnectionError, "body is truncated"),
        ([head("Content-Encoding: gzip"), gzip.compress(b"[1]") * 2 + b"\x1f"], errors.APIConnectionError, "body is truncated"),
        ([head("Location: http://[x", status="302 Found")], errors.APIStatusError, "status 302: Found"),
        ([head("Location: \xe9://", status="302 Found")], errors.APIStatusError, "status 302: Found"),
        ([head("Set-Cookie: a=\x01;;=;", status="404 Not Found")], errors.NotFoundError, "status 404"),
        ([head("Content-Type: text/html; charset=hex", status="404 Gone"), b"zz"], errors.NotFoundError, "status 404"),
        ([head("Content-Type: text/html; charset=zlib", status="500 x"), b"zz"], errors.InternalServerError, "500"),
        ([head(status="520 "), b"<html>"], errors.InternalServerError, "status 520: not a registered status"),
    ],
)  # fmt: skip
def test_every_failure_is_a_typed_error(
    pieces: list[bytes], kind: type[errors.APIError], problem: str, answer_to: Answer
) -> None:
    with pytest.raises(kind, match=f"^GET {PATH}: .*{problem}") as caught:
        send(answer_to(*pieces), params={"filter": "name=private"})
    assert (caught.value.method, caught.value.path, caught.value.retries) == ("GET", PATH, 0)
    assert "private" not in str(caught.value)


@pytest.mark.parametrize("host", ["localhost.invalid", "a..b", "a" * 70])
def test_an_unknown_host(host: str, connect: Connect) -> None:
    with pytest.raises(errors.APIConnectionError, match="ConnectError|Unicode(Encode)?Error"):
        send(connect(f"https://{host}", max_retries=0))


def test_a_server_without_tls(connect_sync: Connect) -> None:
    with (
        serve_bytes(head("Content-Length: 2"), b"[]") as url,
        pytest.raises(errors.APIConnectionError, match="ConnectError: .*SSL"),
    ):
        send(connect_sync(url.replace("http:", "https:"), max_retries=0))


def in_members(body: bytes, size: int = 30_000) -> bytes:
    """Compress a body piece by piece, as servers do that put compressed files together."""
    return b"".join(gzip.compress(body[start : start + size]) for start in range(0, len(body), size))


@pytest.mark.parametrize(
    ("encoding", "compress"),
    [("gzip", gzip.compress), ("x-gzip", gzip.compress), (" GZip ", gzip.compress), ("gzip", in_members),
     ("identity", bytes), ("", bytes)],
)  # fmt: skip
def test_compressed_answers(encoding: str, compress: Callable[[bytes], bytes], answer_to: Answer) -> None:
    body = b"[" + b"1," * 50_000 + b"1]"
    answer = send(answer_to(head(f"Content-Encoding: {encoding}"), compress(body)))
    assert answer.content == body
    assert "content-encoding" not in answer.headers
    assert answer.headers["content-length"] == str(len(body))


@pytest.mark.parametrize("size", [30_000, 100_000, 300_000])
def test_members_of_a_compressed_body_may_begin_in_any_piece_of_it(size: int) -> None:
    body = random.Random(1).randbytes(300_000)
    assert decompress(in_members(body, size)) == body


def test_an_endless_body_is_refused_as_it_comes_in(
    answer_to: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_constant(monkeypatch, "MAX_BYTES", 100_000)
    with pytest.raises(errors.ResponseError, match="larger than 100,000 bytes"):
        send(answer_to(head("Content-Length: 10000000000"), *[bytes(50_000)] * 3, b"x", pause=0.01))


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_an_empty_answer_that_is_declared_compressed(method: str, answer_to: Answer) -> None:
    assert send(answer_to(head("Content-Encoding: gzip", "Content-Length: 0")), method).content == b""


@pytest.mark.parametrize(
    ("encoding", "body", "size"),
    [
        ("gzip", gzip.compress(bytes(100_000)), 100_000),
        ("identity", bytes(100_000), 100_000),
        ("gzip", gzip.compress(bytes(100_001)), None),
        ("identity", bytes(100_001), None),
        ("gzip", gzip.compress(bytes(4_000_000)), None),
        ("gzip", in_members(bytes(100_000)), 100_000),
        # The file name in this gzip header does not end, so nothing is ever decompressed.
        ("gzip", b"\x1f\x8b\x08\x08\0\0\0\0\0\xff" + b"n" * 200_000, None),
    ],
)
def test_the_size_of_a_body_is_limited(
    encoding: str, body: bytes, size: int | None, answer_to: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_constant(monkeypatch, "MAX_BYTES", 100_000)
    quentli = answer_to(head(f"Content-Encoding: {encoding}"), body)
    if size is None:
        with pytest.raises(errors.ResponseError, match="the body is larger than 100,000 bytes"):
            send(quentli)
    else:
        assert len(send(quentli).content) == size


# In the last of these, the first member ends exactly where nothing more may come.
@pytest.mark.parametrize("sizes", [(20_000_000,), (100_001, 20_000_000)])
def test_no_member_expands_beyond_the_size(
    sizes: tuple[int, ...], answer_to: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_constant(monkeypatch, "MAX_BYTES", 100_000)
    bomb = b"".join(gzip.compress(bytes(size)) for size in sizes)
    quentli = answer_to(head("Content-Encoding: gzip"), bomb)
    tracemalloc.start()
    with pytest.raises(errors.ResponseError, match="larger than 100,000 bytes"):
        send(quentli)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5_000_000


def test_a_trickling_answer_times_out_as_a_whole(answer_to: Answer) -> None:
    quentli = answer_to(head("Content-Length: 1000"), *[b"x"] * 30, pause=0.015, timeout=0.02)
    began = time.monotonic()
    with pytest.raises(errors.APITimeoutError, match=r"no answer from 127\.0\.0\.1 in time"):
        send(quentli)
    assert time.monotonic() - began < 0.4


def test_without_a_timeout_a_trickling_answer_is_awaited(answer_to: Answer) -> None:
    quentli = answer_to(head("Content-Length: 2"), b"[", b"]", pause=0.02, timeout=None)
    assert send(quentli).content == b"[]"


@pytest.mark.parametrize("own", [False, True])
def test_a_redirect_is_not_followed(own: bool, server: StubServer, connect: Connect) -> None:
    server.answer(status=307, Location=f"{server.url}/elsewhere")
    quentli = connect(server, http_client=connect.http_client(follow_redirects=True) if own else None)
    with pytest.raises(errors.APIStatusError, match="status 307: Temporary Redirect"):
        send(quentli, follow_redirects=True)
    assert len(server.heads) == 1


def test_cookies_are_not_kept(server: StubServer, connect: Connect) -> None:
    server.answer(Set_Cookie="session=1")
    quentli = connect(server)
    send(quentli)
    send(quentli)
    assert not http_of(quentli).cookies
    assert "cookie" not in server.heads[1]


@pytest.mark.parametrize(
    "url", ["https://evil.example/v1/customers", "http://127.0.0.1:1/v1", "https://127.0.0.1/v1"]
)
def test_the_key_goes_to_no_other_server(url: str, connect: Connect) -> None:
    with pytest.raises(errors.ConfigurationError, match="would take the API key to another server"):
        send(connect("http://127.0.0.1:2"), path=url)


def test_the_headers_of_a_request(server: StubServer, connect: Connect) -> None:
    send(connect(server), headers={"X-Mine": "1", "Authorization": "none"})
    (sent,) = server.heads
    assert sent["authorization"] == f"Bearer {KEY}"
    assert sent["x-mine"] == "1"
    assert sent["accept-encoding"] == "gzip"
    assert re.fullmatch(r"quentli-query/\d+\.\d+\.\d+", sent["user-agent"])


def test_a_url_that_is_too_long_or_invalid_is_not_sent(server: StubServer, connect: Connect) -> None:
    quentli = connect(server, limits=Limits(url_bytes=100))
    room = 100 - len(f"{PATH}?filter=")
    with pytest.raises(errors.FilterTooLargeError, match="need 101 bytes, 1 over the limit of 100"):
        send(quentli, params={"filter": "x" * (room + 1)})
    with pytest.raises(errors.ParameterError, match="the request's URL is invalid"):
        send(quentli, path="/v1/customers/a\nb")
    assert server.heads == []
    send(quentli, params={"filter": "x" * room})


def test_a_closed_client_says_so(sandbox: Sandbox, connect: Connect) -> None:
    quentli = connect(sandbox)
    other = quentli.with_options(timeout=0.5)
    assert send(quentli).status_code == send(other).status_code == 200
    short_lived = quentli.with_options()
    short_lived.close()
    assert send(quentli).status_code == 200
    quentli.close()
    quentli.close()
    for closed in (short_lived, quentli, other):
        with pytest.raises(errors.ClientStateError, match="has been closed; make a new one"):
            send(closed)
        with pytest.raises(errors.ClientStateError, match="has been closed"):
            closed.customers.list()
    assert issubclass(errors.ClientStateError, errors.QuentliError)
    assert issubclass(errors.ClientStateError, RuntimeError)


def test_an_async_client_refuses_to_work_in_another_event_loop(sandbox: Sandbox) -> None:
    quentli = AsyncQuentli(sandbox.api_key, base_url=sandbox.url)

    async def ask() -> None:
        await quentli.customers.first()

    async def ask_in_another_thread() -> None:
        with pytest.raises(errors.ClientStateError, match="in another event loop"):
            await asyncio.to_thread(asyncio.run, ask())
        await ask()

    with asyncio.Runner() as first:
        first.run(ask())
        first.run(ask_in_another_thread())
        for using in (ask(), quentli.close()):
            with pytest.raises(errors.ClientStateError, match="make a client in each event loop"):
                asyncio.run(using)
        asyncio.run(quentli.with_options(strict=True).close())  # it owns no connection
        first.run(ask())  # neither close has closed anything
        first.run(quentli.close())
    assert quentli.api.get_async_httpx_client().is_closed


HOOKS: dict[str, tuple[Callable[..., Any], Callable[..., Any]]] = {
    "nothing": (lambda response: None, lambda response: asyncio.sleep(0)),
    "read": (httpx.Response.read, httpx.Response.aread),
    "raise": (
        lambda response: response.raise_for_status(),
        lambda response: asyncio.to_thread(response.raise_for_status),
    ),
}


@pytest.mark.parametrize("hook", HOOKS)
def test_a_given_http_client_may_have_hooks_and_is_left_as_it_was(
    hook: str, sandbox: Sandbox, connect: Connect
) -> None:
    own = connect.http_client(
        event_hooks={"response": [HOOKS[hook][connect.is_async]]}, headers={"X-Mine": "1"}
    )
    before = dict(own.headers)
    quentli = connect(sandbox, max_retries=0, http_client=own)
    assert len(list(quentli.customers.list())) == 250
    with pytest.raises(errors.BadRequestError, match="status 400"):
        send(quentli, params={"take": 0, "filter": "name=private"})
    quentli.close()
    assert (dict(own.headers), own.base_url, own.is_closed) == (before, httpx.URL(), False)


def test_a_given_http_client_that_is_closed(sandbox: Sandbox, connect_sync: Connect) -> None:
    own: Any = connect_sync.http_client()
    quentli = connect_sync(sandbox, http_client=own)
    own.close()
    with pytest.raises(errors.ClientStateError, match="given as http_client has been closed"):
        send(quentli)


def test_generated_functions_need_the_client_of_their_kind(sandbox: Sandbox, connect: Connect) -> None:
    quentli = connect(sandbox)
    assert len(call(quentli, customers_list)) == 20
    if isinstance(quentli, Quentli):
        with pytest.raises(errors.ClientStateError, match="this client is not async: call sync_detailed"):
            asyncio.run(customers_list.asyncio(client=quentli.api))
    else:
        with pytest.raises(errors.ClientStateError, match="this client is async: call asyncio_detailed"):
            customers_list.sync(client=quentli.api.target)


def test_one_line_is_logged_for_each_attempt(
    run_sandbox: RunSandbox, connect: Connect, caplog: pytest.LogCaptureFixture
) -> None:
    faults = ErrorStatus(503, retry_after=0, only={1}), DropConnection(only={2})
    with caplog.at_level(logging.INFO):
        send(connect(run_sandbox(*faults)), params={"filter": "name=private"})
    # Neither httpx nor httpcore logs the URL, which holds the filter.
    assert {record.name for record in caplog.records} == {"quentli_query", "uvicorn.error"}
    lines = [record.getMessage() for record in caplog.records if record.name == "quentli_query"]
    attempts = [re.sub(r"\d+ ms", "... ms", line) for line in lines]
    endings = enumerate(["503", "APIConnectionError", "200"], 1)
    assert attempts == [f"GET {PATH}: {ending} in ... ms (attempt {number})" for number, ending in endings]


def test_the_logger_has_no_handler_that_writes() -> None:
    assert [type(handler) for handler in logging.getLogger("quentli_query").handlers] == [logging.NullHandler]
