"""The key shows nowhere: in no error and no frame of its traceback, in no log, repr, query or dump of variables."""

from __future__ import annotations

import asyncio
import gzip
import logging
import socket
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from types import TracebackType
from typing import Any

import httpx
import pytest
from quentli_client.api.customers import customers_list
from quentli_client.models import Customer
from support.answering import Answering
from support.sending import BOTH_WAYS, Send, list_customers, send

from quentli_query import (
    APIConnectionError,
    AsyncQuentli,
    AuthenticationError,
    ConfigurationError,
    InternalServerError,
    Quentli,
    QuentliError,
    ResponseError,
)
from quentli_query.client.config import Settings
from quentli_query.client.decoding import UNREADABLE, recovered
from quentli_query.client.generated import Api
from quentli_query.client.http.transport import open_async_client, open_client, reopened
from quentli_query.errors import ClientStateError
from quentli_query.sandbox import Sandbox

KEY = "sk_secret_0123456789"


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quentli_query.client.http.retry.BACKOFF_SECONDS", 0.001)


def shown_by(error: BaseException) -> str:
    """All that a tool that collects errors could show: texts, variables of all frames, and what those hold."""
    for each in chain(error):
        each.__traceback__ = below_the_test(each.__traceback__)
    whole = traceback.TracebackException.from_exception(error, capture_locals=True)
    return "\n".join([*whole.format(), *(text for each in chain(error) for text in inside(each))])


def below_the_test(trace: TracebackType | None) -> TracebackType | None:
    """Without the first frames: those are the test's, whose server knows the key."""
    while trace is not None and trace.tb_frame.f_code.co_filename == __file__:
        trace = trace.tb_next
    return trace


def chain(error: BaseException | None) -> Iterator[BaseException]:
    if error is not None:
        yield error
        yield from chain(error.__cause__)
        yield from chain(error.__context__)


def inside(error: BaseException) -> Iterator[str]:
    yield repr((error, error.args, vars(error)))
    for value in local_values(error.__traceback__):
        yield repr(value)
        yield repr(getattr(value, "__dict__", ""))
        yield repr(
            getattr(value, "headers", httpx.Headers()).items() if isinstance(value, httpx.Request) else ""
        )


def local_values(trace: TracebackType | None) -> Iterator[object]:
    while trace is not None:
        yield from list(trace.tb_frame.f_locals.values())
        trace = trace.tb_next


def settings_for(url: str, **options: Any) -> Settings:
    return Settings(KEY, url, **{"max_retries": 1, **options})


def test_this_would_find_the_key_in_an_error_of_httpx() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent, httpx.Client(timeout=0.03) as client:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(httpx.ReadTimeout) as caught:
            client.get(url, headers={"Authorization": f"Bearer {chr(115)}{KEY[1:]}"})
    shown = shown_by(caught.value)
    assert shown.count(KEY) > 10
    assert "httpcore" in shown


@pytest.mark.parametrize("sending", BOTH_WAYS)
def test_no_answer_in_time(sending: Send) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent, pytest.raises(QuentliError) as caught:
        sending(settings_for(f"http://127.0.0.1:{silent.getsockname()[1]}", timeout=0.03))
    assert_clean(caught.value)


@pytest.mark.parametrize("sending", BOTH_WAYS)
def test_no_server(sending: Send) -> None:
    with socket.socket() as free, pytest.raises(QuentliError) as caught:
        free.bind(("127.0.0.1", 0))
        sending(settings_for(f"http://127.0.0.1:{free.getsockname()[1]}"))
    assert_clean(caught.value)


def assert_clean(error: BaseException) -> None:
    shown = shown_by(error)
    assert KEY not in shown
    assert "httpcore" not in shown
    assert "quentli_query/client/" in shown.replace("\\", "/")


@pytest.mark.parametrize("sending", BOTH_WAYS)
@pytest.mark.parametrize(
    "change",
    [
        {"declared_length": 1000},
        {"headers": {"Content-Encoding": "gzip"}},
        {"headers": {"Content-Encoding": "br"}},
        {"headers": {"Content-Encoding": "gzip"}, "body": gzip.compress(b"[]")[:-1]},
        {"status": 302, "headers": {"Location": "http://[x"}},
        {"status": 500, "body": b"<html>"},
        {"status": 429},
    ],
)
def test_answers_that_are_errors(change: dict[str, Any], sending: Send, answering: Answering) -> None:
    for name, value in change.items():
        setattr(answering, name, value)
    with pytest.raises(QuentliError) as caught:
        sending(settings_for(answering.url))
    assert_clean(caught.value)


@pytest.mark.parametrize("sending", BOTH_WAYS)
def test_a_server_that_repeats_the_key(
    sending: Send, answering: Answering, caplog: pytest.LogCaptureFixture
) -> None:
    answering.status = 401
    answering.body = b'{"error": {"message": "No such key: ' + KEY.encode() + b'"}}'
    with (
        caplog.at_level(logging.DEBUG),
        pytest.raises(AuthenticationError, match=r"No such key: \[key\]$") as caught,
    ):
        sending(settings_for(answering.url))
    assert caught.value.vendor_message == "No such key: [key]"
    assert "[key]" in caught.value.body
    assert_clean(caught.value)
    assert KEY not in caplog.text


def test_a_record_that_cannot_be_read(answering: Answering) -> None:
    answering.body = b'[{"id": "cus_1"}]'
    with pytest.raises(ResponseError) as caught:
        try:
            list_customers(settings_for(answering.url))
        except UNREADABLE as error:
            recovered(error, "customers", "/v1/customers", Customer, lenient=False)
    assert "createdAt is missing" in str(caught.value)
    assert_clean(caught.value)


@pytest.mark.parametrize("kind", [KeyboardInterrupt, ZeroDivisionError])
def test_what_comes_up_from_below(kind: type[BaseException]) -> None:
    """Also an error that is not about the request has no frame of what is below, where the key is."""

    class Failing(httpx.BaseTransport):
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            authorization = request.headers["authorization"]
            try:
                raise ValueError(authorization)
            except ValueError:
                raise kind("mine") from None

    with (
        httpx.Client(transport=Failing()) as own,
        open_client(settings_for("https://api.quentli.com"), own) as client,
        pytest.raises(kind) as caught,
    ):
        client.get("/v1/customers")
    assert_clean(caught.value)


def test_an_httpx_error_that_has_the_key_in_its_text() -> None:
    def fail(request: httpx.Request) -> httpx.Response:
        raise httpx.LocalProtocolError(f"Illegal header value {request.headers['authorization']!r}")

    with (
        httpx.Client(transport=httpx.MockTransport(fail)) as own,
        open_client(settings_for("https://api.quentli.com"), own) as client,
        pytest.raises(
            APIConnectionError, match=r"LocalProtocolError: Illegal header value 'Bearer \[key\]'"
        ) as caught,
    ):
        client.get("/v1/customers")
    assert_clean(caught.value)


def test_a_task_that_is_cancelled() -> None:
    found: list[BaseException] = []

    async def ask(url: str) -> None:
        async with open_async_client(settings_for(url), None) as client:
            try:
                await client.get("/v1/customers")
            except asyncio.CancelledError as error:
                found.append(error)
                raise

    async def cancel(url: str) -> None:
        task = asyncio.create_task(ask(url))
        await asyncio.sleep(0.05)
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task

    with socket.create_server(("127.0.0.1", 0)) as silent:
        asyncio.run(cancel(f"http://127.0.0.1:{silent.getsockname()[1]}"))
    (error,) = found
    assert KEY not in shown_by(error)


@pytest.mark.parametrize("bad", [f"{KEY}\n", f" {KEY}", f"{KEY} {KEY}", f"{KEY}\r\nX-Other: 1", f"{KEY}ñ"])
def test_a_key_that_is_refused(bad: str) -> None:
    opening: list[Callable[[], Any]] = [
        lambda: open_client(Settings(bad), None),
        lambda: open_async_client(Settings(bad), None),
        lambda: Quentli(bad),
        lambda: AsyncQuentli(bad),
    ]
    for open_it in opening:
        with pytest.raises(ConfigurationError, match="not shown here") as caught:
            open_it()
        assert_clean(caught.value)


@pytest.mark.parametrize("client", [Quentli, AsyncQuentli])
def test_a_base_url_that_is_refused(client: Any) -> None:
    with pytest.raises(ConfigurationError, match="base_url") as caught:
        client(KEY, base_url="http://api.quentli.com")
    assert_clean(caught.value)


def test_a_list_that_fails(answering: Answering) -> None:
    answering.status = 500
    with Quentli(KEY, base_url=answering.url) as quentli, pytest.raises(InternalServerError) as caught:
        list(quentli.customers.scan())
    assert_clean(caught.value)


def test_a_client_that_is_closed() -> None:
    client = open_client(settings_for("https://api.quentli.com"), None)
    client.close()
    with pytest.raises(ClientStateError) as caught:
        client.get("/v1/customers")
    assert_clean(caught.value)


@pytest.mark.parametrize("sending", BOTH_WAYS)
@pytest.mark.parametrize("status", [200, 404, 503])
def test_all_that_is_logged(
    status: int, sending: Send, answering: Answering, caplog: pytest.LogCaptureFixture
) -> None:
    answering.status = status
    with caplog.at_level(logging.DEBUG), suppress(QuentliError):
        sending(settings_for(answering.url), params={"filter": "name=Ana"})
    loggers = {record.name.partition(".")[0] for record in caplog.records}
    assert {"quentli_query", "httpcore", "httpx_retries"} <= loggers
    assert KEY not in caplog.text
    assert not any(KEY in repr(vars(record)) for record in caplog.records)
    # What is asked for is private too, and httpx would log it for all to see.
    assert not [
        each for each in caplog.records if each.levelno > logging.DEBUG and "Ana" in each.getMessage()
    ]


def test_the_key_is_in_no_repr_and_no_dump_of_variables() -> None:
    settings = settings_for("https://api.quentli.com")
    with open_client(settings, None) as client, reopened(client, settings) as other, Quentli(KEY) as quentli:
        api = Api(client)
        for thing in (settings, client, other, api, quentli, quentli.api, quentli.customers):
            assert KEY not in repr(thing) + str(thing)
        for thing in (
            client,
            other,
            api,
            quentli,
            vars(client)["_policy"],
            *vars(client).values(),
            *vars(quentli).values(),
        ):
            assert KEY not in repr(getattr(thing, "__dict__", "")) + repr(thing)
        assert "authorization" not in client.headers


def test_the_key_travels_in_the_header_alone(answering: Answering) -> None:
    answer = send(settings_for(answering.url), params={"filter": "name=Ana"})
    (sent,) = answering.heads
    assert [name for name, value in sent.items() if KEY in value] == ["authorization"]
    assert "authorization" not in answer.request.headers


def test_an_answer_does_not_lead_to_the_key(sandbox: Sandbox) -> None:
    """Who keeps an answer, or the client's last one, keeps no request that has the key."""
    with open_client(Settings(sandbox.api_key, sandbox.url), None) as client:
        answer = client.get("/v1/customers")
        parsed = customers_list.sync_detailed(client=Api(client))
    assert sandbox.api_key not in repr((answer.request.headers.raw, vars(answer), parsed.headers))
