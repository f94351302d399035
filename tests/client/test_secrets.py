"""The key appears nowhere: not in errors, frames of tracebacks, logs, reprs, queries or dumps of variables."""

from __future__ import annotations

import asyncio
import gzip
import json
import logging
import pickle
import traceback
from collections.abc import Iterator
from contextlib import suppress
from copy import deepcopy
from types import TracebackType
from typing import Any

import httpx
import pytest
from quentli_client.api.customers import customers_list
from support import clients
from support.clients import PATH, Connect, http_of, send
from support.examples import example
from support.stub_server import KEY, StubServer, closed_port, silent_server

from quentli_query import AsyncQuentli, Q, Quentli, errors
from quentli_query.client.http.logging import BODY_CHARACTERS

API = "https://api.quentli.com"


def shown_by(error: BaseException) -> str:
    """Return all that a tool that collects errors could show: texts, local variables, and their contents."""
    for each in chain(error):
        each.__traceback__ = below_the_test(each.__traceback__)
    whole = traceback.TracebackException.from_exception(error, capture_locals=True)
    return "\n".join([*whole.format(), *(text for each in chain(error) for text in contents(each))])


def below_the_test(trace: TracebackType | None) -> TracebackType | None:
    """Leave out the first frames: they are the test's, whose server knows the key."""
    while trace is not None and trace.tb_frame.f_code.co_filename in {__file__, clients.__file__}:
        trace = trace.tb_next
    return trace


def chain(error: BaseException | None) -> Iterator[BaseException]:
    if error is not None:
        yield error
        yield from chain(error.__cause__)
        yield from chain(error.__context__)


def contents(error: BaseException) -> Iterator[str]:
    yield repr((error, error.args, vars(error)))
    trace = error.__traceback__
    while trace is not None:
        for value in list(trace.tb_frame.f_locals.values()):
            yield repr(value)
            yield repr(getattr(value, "__dict__", ""))
            if isinstance(value, httpx.Request):
                yield repr(value.headers.items())
        trace = trace.tb_next


def assert_clean(error: BaseException) -> None:
    shown = shown_by(error)
    assert KEY not in shown
    assert "httpcore" not in shown
    assert "quentli_query/client/" in shown.replace("\\", "/")


def test_the_search_finds_the_key_in_an_error_of_httpx() -> None:
    authorization = {"Authorization": f"Bearer {chr(115)}{KEY[1:]}"}
    with (
        silent_server() as url,
        httpx.Client(timeout=0.03) as client,
        pytest.raises(httpx.ReadTimeout) as caught,
    ):
        client.get(url, headers=authorization)
    shown = shown_by(caught.value)
    assert shown.count(KEY) > 10
    assert "httpcore" in shown


@pytest.mark.parametrize("serve", [silent_server, closed_port])
def test_a_server_that_does_not_answer_and_a_closed_client(serve: Any, connect: Connect) -> None:
    with serve() as url:
        quentli = connect(url, timeout=0.03, max_retries=1)
        with pytest.raises(errors.APIConnectionError) as caught:
            send(quentli)
    assert_clean(caught.value)
    quentli.close()
    with pytest.raises(errors.ClientStateError) as closed:
        send(quentli)
    assert_clean(closed.value)


@pytest.mark.parametrize(
    "answer",
    [
        {"body": b'[{"id": "cus_1"}]'},
        {"declared_length": 1000},
        {"headers": {"Content-Encoding": "gzip"}},
        {"headers": {"Content-Encoding": "br"}},
        {"headers": {"Content-Encoding": KEY}},
        {"headers": {"Content-Encoding": "gzip"}, "body": gzip.compress(b"[]")[:-1]},
        {"status": 302, "headers": {"Location": "http://[x"}},
        {"status": 500, "body": b"<html>"},
        {"status": 429},
    ],
)
def test_failures_of_requests(answer: dict[str, Any], server: StubServer, connect: Connect) -> None:
    for name, value in answer.items():
        setattr(server, name, value)
    quentli = connect(server, max_retries=1)
    for ask in (lambda: quentli.customers.get("cus_1"), lambda: list(quentli.customers.scan())):
        with pytest.raises(errors.QuentliError) as caught:
            ask()
        assert_clean(caught.value)


ESCAPED = json.dumps(KEY.replace("_", "+")).replace("+", r"\u002B")
"""A key with a sign that some servers escape in JSON."""
SPELT = "".join(rf"\u{ord(char):04x}" for char in KEY)


@pytest.mark.parametrize(
    ("key", "status", "body", "ask"),
    [
        (KEY, 401, f'{{"error": {{"message": "No such key: {KEY}"}}}}', lambda customers: customers.list()),
        (KEY, 200, [{"id": KEY}], lambda customers: customers.list()),
        (KEY, 200, {"id": KEY}, lambda customers: customers.get("cus_1")),
        (KEY, 200, f"{'x' * 1990}{KEY}", lambda customers: customers.list()),
        (KEY, 200, [{**example("Customer"), "createdAt": KEY}], lambda customers: customers.list()),
        (KEY, 200, [{**example("Customer"), "id": KEY}], lambda customers: customers.list(Q.id == "cus_1")),
        (KEY, 200, [{**example("Customer"), "id": KEY}] * 2, lambda customers: customers.one()),
        (KEY, 200, [{**example("Customer"), "id": KEY}], lambda customers: list(customers.list(take=1))),
        (KEY, 200, [{**example("Customer"), "id": [KEY]}], lambda customers: list(customers.scan())),
        (KEY, 200, [{"id": f"{'x' * 85}{KEY}"}], lambda customers: customers.list()),
        (KEY, 200, f"{SPELT * 66}{' ' * 68}{KEY}", lambda customers: customers.list()),
        (
            KEY,
            400,
            json.dumps({"error": {"message": KEY}}).encode("utf-16"),
            lambda customers: customers.list(),
        ),
        (
            KEY.replace("_", "+"),
            400,
            rf'{{"error": {{"message": {ESCAPED}}}}}',
            lambda customers: customers.list(),
        ),
        (KEY.replace("_", "/"), 400, KEY.replace("_", r"\/"), lambda customers: customers.list()),
    ],
)
def test_a_server_that_repeats_the_key(
    key: str,
    status: int,
    body: Any,
    ask: Any,
    server: StubServer,
    connect: Connect,
    caplog: pytest.LogCaptureFixture,
) -> None:
    server.answer(body.encode() if isinstance(body, str) else body, status)
    with caplog.at_level(logging.DEBUG), pytest.raises(errors.QuentliError) as caught:
        ask(connect(server, api_key=key).customers)
    assert key not in caplog.text
    shown = repr([(error.args, vars(error)) for error in chain(caught.value)])
    assert "[key]" in shown
    assert not any(secret in shown for secret in (key, key[:10], ESCAPED.strip('"')))


def test_headers_that_repeat_the_key(server: StubServer, connect: Connect) -> None:
    server.status = 400
    server.headers = {f"X-{KEY}": "1"}
    with pytest.raises(errors.BadRequestError) as caught:
        connect(server).customers.list()
    assert "x-[key]" in caught.value.headers
    server.answer(Content_Encoding=f"{'x' * 85}{KEY}")
    with pytest.raises(errors.ResponseError, match=r"encoded as 'x{85}\[key\]'"):
        connect(server).customers.list()


def test_a_log_that_is_cut_in_the_middle_of_the_key(
    server: StubServer, connect: Connect, caplog: pytest.LogCaptureFixture
) -> None:
    server.answer([f"{'x' * (BODY_CHARACTERS - 15)}{KEY}"])
    with caplog.at_level(logging.DEBUG, "quentli_query"):
        send(connect(server))
    assert "xxx[key]" in caplog.text
    assert KEY[:10] not in caplog.text


@pytest.mark.parametrize("copied", [pickle.dumps, deepcopy], ids=["pickled", "deepcopied"])
@pytest.mark.parametrize("kind", [Quentli, AsyncQuentli])
def test_a_client_and_its_parts_are_not_copied(kind: Any, copied: Any) -> None:
    quentli = kind(KEY)
    parts = (quentli.api, quentli.customers, quentli.refunds, quentli.customers.with_raw_response)
    for part in (quentli, quentli.with_options(max_retries=0), *parts):
        with pytest.raises(TypeError, match="Make a client in the process that uses it"):
            copied(part)


@pytest.mark.parametrize("copied", [pickle.dumps, deepcopy], ids=["pickled", "deepcopied"])
def test_a_page_is_not_copied_but_its_records_are(copied: Any, quentli: Quentli) -> None:
    page = quentli.customers.list(take=2)
    with pytest.raises(TypeError, match="Make a client in the process that uses it"):
        copied(page)
    assert pickle.loads(pickle.dumps(page.data)) == deepcopy(page.data) == page.data


@pytest.mark.parametrize(
    ("error", "expected"),
    [(kind, kind) for kind in (KeyboardInterrupt, SystemExit, ZeroDivisionError)]
    + [(httpx.LocalProtocolError, errors.APIConnectionError)],
)
def test_an_error_with_the_key_in_its_text(
    error: type[BaseException], expected: type[BaseException], connect_sync: Connect
) -> None:
    """One that is not httpx's has no frame of the layers below, where the key is."""

    def fail(request: httpx.Request) -> httpx.Response:
        authorization = request.headers["authorization"]
        try:
            raise ValueError(authorization)
        except ValueError:
            raise error(authorization if expected is not error else "mine") from None

    shown = "mine" if expected is error else r"LocalProtocolError: Bearer \[key\]"
    with pytest.raises(expected, match=shown) as caught:
        send(connect_sync(API, transport=httpx.MockTransport(fail)))
    assert_clean(caught.value)


def test_a_cancelled_task() -> None:
    found: list[BaseException] = []

    async def ask(url: str) -> None:
        async with AsyncQuentli(KEY, base_url=url) as quentli:
            try:
                await quentli.api.get_async_httpx_client().get(PATH)
            except asyncio.CancelledError as error:
                found.append(error)
                raise

    async def cancel(url: str) -> None:
        task = asyncio.create_task(ask(url))
        await asyncio.sleep(0.05)
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task

    with silent_server() as url:
        asyncio.run(cancel(url))
    (error,) = found
    assert KEY not in shown_by(error)


@pytest.mark.parametrize("kind", [Quentli, AsyncQuentli])
@pytest.mark.parametrize(
    "key", ["", " ", f"{KEY}\n", f"\t{KEY}", f"{KEY} {KEY}", f"{KEY}\r\nX-Other: 1", f"{KEY}ñ", f"{KEY}\x001"]
)
def test_an_impossible_key_is_refused_and_not_shown(key: str, kind: Any) -> None:
    with pytest.raises(errors.ConfigurationError, match="not shown here") as caught:
        kind(key)
    assert_clean(caught.value)
    with pytest.raises(errors.ConfigurationError) as caught:
        kind(KEY, base_url="http://api.quentli.com")
    assert_clean(caught.value)


@pytest.mark.parametrize("status", [200, 404, 503])
def test_logs(status: int, server: StubServer, connect: Connect, caplog: pytest.LogCaptureFixture) -> None:
    server.status = status
    with caplog.at_level(logging.DEBUG), suppress(errors.QuentliError):
        send(connect(server, max_retries=1), params={"filter": "name=Ana"})
    loggers = {record.name.partition(".")[0] for record in caplog.records}
    assert {"quentli_query", "httpcore", "httpx_retries"} <= loggers
    assert KEY not in caplog.text
    assert not any(KEY in repr(vars(record)) for record in caplog.records)
    # The filter is private too, and httpx would log it at a level that many show.
    assert not [
        each for each in caplog.records if each.levelno > logging.DEBUG and "Ana" in each.getMessage()
    ]


def test_reprs_and_dumps_of_variables() -> None:
    with Quentli(KEY) as quentli:
        other = quentli.with_options(max_retries=0)
        for thing in (quentli, other, quentli.api, quentli.customers, http_of(quentli), http_of(other)):
            assert KEY not in repr(thing) + str(thing)
            for value in (thing, *vars(thing).values()):
                assert KEY not in repr(value) + repr(getattr(value, "__dict__", ""))
        assert "authorization" not in http_of(quentli).headers


def test_the_key_travels_in_the_header_alone_and_no_answer_leads_to_it(
    server: StubServer, connect_sync: Connect
) -> None:
    quentli = connect_sync(server)
    answer = send(quentli, params={"filter": "name=Ana"})
    (sent,) = server.heads
    assert [name for name, value in sent.items() if KEY in value] == ["authorization"]
    assert "authorization" not in answer.request.headers
    parsed = customers_list.sync_detailed(client=quentli.api)
    assert KEY not in repr((answer.request.headers.raw, vars(answer), parsed.headers))
