"""Making a client, what it sends, and what it makes of answers that are not a page."""

from __future__ import annotations

import json
import socket
from typing import Any

import httpx
import pytest
from support.answering import Answering

import quentli_query
from quentli_query import (
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    AuthenticationError,
    BadRequestError,
    ClientStateError,
    ConfigurationError,
    ConflictError,
    InternalServerError,
    NotFoundError,
    PermissionDeniedError,
    Quentli,
    QuentliError,
    RateLimitError,
    ResponseError,
    UnprocessableEntityError,
)
from quentli_query.sandbox import Sandbox

KEY = "sk_secret_0123456789"


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quentli_query.client.http.retry.BACKOFF_SECONDS", 0.001)


def ask(answering: Answering) -> Any:
    with Quentli(KEY, base_url=answering.url) as quentli:
        return quentli.customers.list()


def vendor_error(message: str, **more: Any) -> bytes:
    return json.dumps({"error": {"message": message, **more}}).encode()


def test_the_key_comes_from_the_environment(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUENTLI_API_KEY", sandbox.api_key)
    with Quentli(base_url=sandbox.url) as quentli:
        assert len(quentli.customers.list().data) == 100


def test_without_a_key_no_client_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QUENTLI_API_KEY", raising=False)
    with pytest.raises(ConfigurationError, match=r"Quentli\(api_key=...\) or set .* QUENTLI_API_KEY"):
        Quentli()


@pytest.mark.parametrize(
    "key", ["", " ", "sk_1\n", "sk 1", "sk_ñ", "sk_1\r\nX-Other: 1", "\tsk_1", "sk\x001"]
)
def test_a_key_that_cannot_be_one_is_refused_and_not_shown(key: str) -> None:
    with pytest.raises(ConfigurationError, match="not shown here") as caught:
        Quentli(key)
    assert len(key.strip()) < 2 or key not in str(caught.value)


@pytest.mark.parametrize(
    "url",
    ["http://api.quentli.com", "http://127.0.0.1.example.com", "ftp://127.0.0.1", "api.quentli.com", ""],
)
def test_the_key_never_travels_in_the_clear(url: str) -> None:
    with pytest.raises(ConfigurationError, match="base_url has to begin with https://"):
        Quentli(KEY, base_url=url)


@pytest.mark.parametrize("url", ["https://api.quentli.com", "http://localhost:1", "http://[::1]:1"])
def test_https_and_loopback_are_fine(url: str) -> None:
    with Quentli(KEY, base_url=url) as quentli:
        assert repr(quentli).startswith(f"Quentli(base_url='{url}")


def test_the_key_is_in_no_repr() -> None:
    with Quentli(KEY) as quentli:
        for thing in (
            quentli,
            quentli.api,
            quentli.customers,
            quentli._http,
            vars(quentli.api),
            vars(quentli._http),
        ):
            assert KEY not in repr(thing)


def test_what_is_sent(answering: Answering) -> None:
    ask(answering)
    (head,) = answering.heads
    assert head["authorization"] == f"Bearer {KEY}"
    assert head["user-agent"] == f"quentli-query/{quentli_query.__version__}"
    assert head["path"] == "/v1/customers?skip=0&take=100"


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, BadRequestError),
        (401, AuthenticationError),
        (403, PermissionDeniedError),
        (404, NotFoundError),
        (409, ConflictError),
        (422, UnprocessableEntityError),
        (429, RateLimitError),
        (500, InternalServerError),
        (503, InternalServerError),
        (520, InternalServerError),
        (418, APIStatusError),
        (302, APIStatusError),
    ],
)
def test_each_status_has_its_error(status: int, kind: type[APIStatusError], answering: Answering) -> None:
    answering.status = status
    answering.body = vendor_error("Something is off")
    answering.headers = {"Location": answering.url}
    with pytest.raises(
        APIStatusError, match=rf"GET /v1/customers: status {status}: Something is off"
    ) as caught:
        ask(answering)
    assert type(caught.value) is kind
    assert isinstance(caught.value, QuentliError)
    assert (caught.value.status, caught.value.vendor_message) == (status, "Something is off")
    assert (caught.value.method, caught.value.path) == ("GET", "/v1/customers")
    assert len(answering.heads) == caught.value.retries + 1
    assert KEY not in repr(caught.value) + str(caught.value)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>Bad Gateway</html>",
        b"[]",
        b'{"error": "text"}',
        b'{"error": {"message": 3}}',
        b"\xff",
        b"[" * 100_000,
    ],
)
def test_an_error_in_another_form_is_still_the_error_of_its_status(body: bytes, answering: Answering) -> None:
    answering.status = 502
    answering.body = body
    with pytest.raises(InternalServerError, match="status 502: Bad Gateway") as caught:
        ask(answering)
    assert caught.value.vendor_message is None
    assert caught.value.body == body.decode(errors="replace")[:2000]


def test_an_unregistered_status_has_an_error_too(answering: Answering) -> None:
    answering.status = 599
    answering.body = b"x" * 10_000
    with pytest.raises(InternalServerError, match="not a registered status") as caught:
        ask(answering)
    assert len(caught.value.body) == 2000


def test_a_bad_request_brings_its_issues(answering: Answering) -> None:
    issues = [{"path": ["filter", "nmae"], "message": "Unknown field", "code": "x"}, {"code": "bare"}, "odd"]
    answering.status = 400
    answering.body = vendor_error("Invalid query", issues=issues)
    with pytest.raises(
        BadRequestError, match=r"Invalid query; filter.nmae: Unknown field; \{'code': 'bare'\}$"
    ) as caught:
        ask(answering)
    assert caught.value.issues == tuple(issues[:2])


@pytest.mark.parametrize("issues", [None, {}, "text"])
def test_issues_in_another_form_are_left_out(issues: Any, answering: Answering) -> None:
    answering.status = 400
    answering.body = vendor_error("Invalid query", issues=issues)
    with pytest.raises(BadRequestError) as caught:
        ask(answering)
    assert caught.value.issues == ()


def test_the_sandbox_refuses_a_wrong_key(sandbox: Sandbox) -> None:
    with (
        Quentli("sk_wrong", base_url=sandbox.url) as quentli,
        pytest.raises(AuthenticationError, match="You are not authenticated"),
    ):
        quentli.customers.list()


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>",
        b"{}",
        b'{"data": []}',
        b"[3]",
        b"[null]",
        b'[{"id": "cus_1"}]',
        b"null",
        b"3",
        b"[" * 100_000,
    ],
)
def test_an_answer_that_is_not_a_list_of_customers(body: bytes, answering: Answering) -> None:
    answering.body = body
    with pytest.raises(ResponseError, match="GET /v1/customers: .*list of customers"):
        ask(answering)


def test_a_success_without_a_list(answering: Answering) -> None:
    answering.status = 202
    with pytest.raises(ResponseError, match="a list of customers was promised, and status 202"):
        ask(answering)


def test_a_connection_that_breaks_off(answering: Answering) -> None:
    answering.declared_length = 1000
    with pytest.raises(APIConnectionError, match="GET /v1/customers: RemoteProtocolError"):
        ask(answering)


def test_no_server() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        with (
            Quentli(KEY, base_url=f"http://127.0.0.1:{free.getsockname()[1]}") as quentli,
            pytest.raises(APIConnectionError, match="ConnectError") as caught,
        ):
            quentli.customers.list()
    assert not isinstance(caught.value, APITimeoutError)


def test_a_server_that_does_not_answer() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}"
        with (
            Quentli(KEY, base_url=url, timeout=0.05) as quentli,
            pytest.raises(APITimeoutError, match=r"no answer in time \(ReadTimeout\)"),
        ):
            quentli.customers.list()


def test_ones_own_httpx_client_is_used_and_left_as_it_was(sandbox: Sandbox) -> None:
    sent: list[httpx.Request] = []
    with httpx.Client(event_hooks={"request": [sent.append]}) as own:
        before = dict(own.headers)
        with Quentli(sandbox.api_key, base_url=sandbox.url, http_client=own) as quentli:
            assert len(list(quentli.customers.list())) == 250
        assert {dict(request.url.params)["skip"] for request in sent} >= {"0", "100", "200"}
        assert dict(own.headers) == before
        assert own.base_url == ""
        assert not own.is_closed


def test_a_closed_client_says_so(sandbox: Sandbox) -> None:
    with Quentli(sandbox.api_key, base_url=sandbox.url) as quentli:
        pass
    with pytest.raises(ClientStateError, match="this client has been closed"):
        quentli.customers.list()


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Quentli(5), "api_key has to be a str"),  # type: ignore[arg-type]
        (lambda: Quentli(KEY, base_url=None), "base_url has to be a str"),  # type: ignore[arg-type]
        (lambda: Quentli(KEY, limits=5), "limits has to be a Limits"),  # type: ignore[arg-type]
        (lambda: Quentli(KEY, http_client=5), "http_client has to be an httpx.Client here, and not a int"),  # type: ignore[arg-type]
    ],
)
def test_options_of_the_wrong_kind_are_refused(make: Any, message: str) -> None:
    with pytest.raises(ConfigurationError, match=message):
        make()
