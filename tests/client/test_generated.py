"""`quentli.api`: the generated functions send with the client's key, errors, retries and checks."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from types import ModuleType
from typing import Any
from urllib.parse import quote

import httpx
import pytest
from contract.operations import Operation, each_operation
from quentli_client.api.customers import (
    customers_create,
    customers_get_by_id,
    customers_get_payment_methods,
    customers_list,
)
from quentli_client.api.invoices import invoices_cancel
from quentli_client.models import CreateCustomerArgs, CreateCustomerInput
from support.clients import Connect, call
from support.examples import example
from support.stub_server import KEY, StubServer

from quentli_query import AsyncQuentli, Quentli, errors

BODY = CreateCustomerArgs(CreateCustomerInput(name="Ana"))
CUSTOMER = example("Customer")
RECORD = f"record {CUSTOMER['id']}"
WITHOUT_NAME = {key: value for key, value in CUSTOMER.items() if key != "name"}


@each_operation
def test_an_unexpected_status_is_raised_and_only_reads_are_retried(
    operation: Operation, server: StubServer, connect: Connect
) -> None:
    quentli = connect(server)
    for status, kind, message in (
        (202, errors.ResponseError, "status 202 came"),
        (404, errors.NotFoundError, "Something is off"),
        (503, errors.InternalServerError, "Something is off"),
    ):
        server.answer({"error": {"message": "Something is off"}}, status)
        server.heads.clear()
        with pytest.raises(errors.APIError, match=message) as caught:
            call(quentli, operation.module, **operation.arguments())
        assert type(caught.value) is kind
        assert caught.value.method == operation.method.upper()
        assert len(server.heads) == (3 if status == 503 and operation.method == "get" else 1)
        assert {head["authorization"] for head in server.heads} == {f"Bearer {KEY}"}


@pytest.mark.parametrize("operation", [customers_get_by_id, customers_get_payment_methods, invoices_cancel])
def test_an_id_cannot_lead_to_another_path(
    operation: ModuleType, server: StubServer, connect: Connect
) -> None:
    quentli = connect(server)
    for wrong in ("", ".", "..", "a/b", "../cus_1", "a\\b", "a\n", "\x00", "a\x7f", "%2F/"):
        with pytest.raises(errors.ParameterError, match="would not lead to a record"):
            call(quentli, operation, wrong)
    assert server.heads == []


def test_any_other_id_is_one_step_of_the_path(server: StubServer, connect: Connect) -> None:
    server.answer(None)
    quentli = connect(server)
    for name in ("cus_1", "a?b#c", "a%2Fb", "ñ", "a.b~c:d", "..."):
        assert call(quentli, customers_get_by_id, name) is quentli.customers.get(name) is None
        assert {head["path"] for head in server.heads[-2:]} == {f"/v1/customers/{quote(name, safe='')}"}


@pytest.mark.parametrize("name", ["sync", "sync_detailed", "asyncio", "asyncio_detailed"])
@pytest.mark.parametrize("kind", [Quentli, AsyncQuentli])
def test_the_api_of_a_client_is_given_not_the_client(kind: Any, name: str, server: StubServer) -> None:
    function = getattr(customers_create, name)
    with pytest.raises(TypeError, match=f"no {kind.__name__}; write client=quentli.api$"):
        answer = function(client=kind(KEY, base_url=server.url), body=BODY)
        asyncio.run(answer)
    assert server.heads == []


def test_headers_can_be_added_for_some_calls(server: StubServer, connect: Connect) -> None:
    quentli = connect(server)
    api = quentli.api.with_headers({"X-Request-Id": "r1", "User-Agent": "shop/1"})
    call(quentli, customers_list, api=api.with_headers({"X-More": "m1"}))
    call(quentli, customers_list, api=api)
    quentli.customers.list()
    both, one, none = server.heads
    assert (both["x-request-id"], both["x-more"], both["user-agent"]) == ("r1", "m1", "shop/1")
    assert (one["x-request-id"], one.get("x-more")) == ("r1", None)
    assert "x-request-id" not in none
    assert none["user-agent"].startswith("quentli-query/")
    assert {head["authorization"] for head in server.heads} == {f"Bearer {KEY}"}
    server.status = 503
    with pytest.raises(errors.InternalServerError) as caught:
        call(quentli, customers_list, api=api)
    assert caught.value.retries == 2


def test_the_timeout_can_be_changed_for_some_calls(server: StubServer, connect: Connect) -> None:
    quentli = connect(server)
    server.delay = 0.5
    for timeout in (0.05, httpx.Timeout(0.05)):
        with pytest.raises(errors.APITimeoutError):
            call(quentli, customers_create, api=quentli.api.with_timeout(timeout), body=BODY)
    server.delay = 0
    for wrong in (0, -1, "5", float("nan")):
        with pytest.raises(errors.ConfigurationError, match="more than 0 seconds"):
            quentli.api.with_timeout(wrong)
    assert call(quentli, customers_list) == []


def test_changes_that_would_lose_the_key_or_the_errors_are_refused(connect: Connect) -> None:
    api, own = connect("https://api.quentli.com").api, connect.http_client()
    changes: list[tuple[Callable[..., Any], Any, str]] = [
        (api.with_headers, {"authorization": "Bearer sk_other"}, "make another client"),
        (api.with_cookies, {"a": "b"}, "neither keeps nor sends cookies"),
        (api.set_httpx_client, own, r"make Quentli\(http_client=...\)"),
        (api.set_async_httpx_client, own, r"make AsyncQuentli\(http_client=...\)"),
    ]
    for change, argument, message in changes:
        with pytest.raises(errors.ConfigurationError, match=message):
            change(argument)


def test_leaving_the_api_leaves_the_client_open(server: StubServer, connect: Connect) -> None:
    quentli = connect(server)
    for _ in range(2):
        with quentli.api as api:
            assert call(quentli, customers_list, api=api) == []
    assert quentli.customers.list().data == []
    quentli.close()
    for api in (quentli.api, quentli.api.with_headers({"X-A": "b"})):
        with pytest.raises(errors.ClientStateError, match="closed"):
            call(quentli, customers_list, api=api)


CREATE = (customers_create, "POST /v1/customers")
GET = (customers_get_by_id, "GET /v1/customers/cus_1")
LIST = (customers_list, "GET /v1/customers")


@pytest.mark.parametrize(
    ("operation", "body", "problem"),
    [
        (CREATE, b"", "it is not JSON: Expecting value at character 0"),
        (CREATE, b"<html>", r"it is not JSON: .* \(it says that it is text/html\)"),
        (CREATE, b"[" * 100_000, "it is nested too deep"),
        (CREATE, {}, "its customer is missing"),
        (CREATE, None, "it is null"),
        (CREATE, [3], "it is an array"),
        (CREATE, 3, "it is a number"),
        (CREATE, {"customer": 3}, "its customer"),
        (CREATE, {"customer": WITHOUT_NAME}, f"{RECORD}: its .*name is missing"),
        (
            CREATE,
            {"customer": {**CUSTOMER, "createdAt": "never"}},
            f"{RECORD}: its .*createdAt cannot be read",
        ),
        (CREATE, {"customer": {**CUSTOMER, "meta": []}}, f"{RECORD}: its .*meta"),
        (GET, WITHOUT_NAME, f"{RECORD}: its name is missing"),
        (GET, [], "it is an array"),
        (GET, {**CUSTOMER, "optedInWhatsappAt": "never"}, f"{RECORD}: its optedInWhatsappAt cannot be read"),
        (LIST, {}, "it is an object"),
        (LIST, None, "it is null"),
        (LIST, [3], "an item of it is a number, and not an object"),
        (LIST, [CUSTOMER, WITHOUT_NAME], f"{RECORD}.*: its name is missing"),
        (LIST, [CUSTOMER, {**CUSTOMER, "archivedAt": "never"}], f"{RECORD}.*: its archivedAt cannot be read"),
    ],
)
def test_an_unexpected_answer_is_an_error(
    operation: tuple[ModuleType, str], body: Any, problem: str, server: StubServer, connect: Connect
) -> None:
    server.answer(body, Content_Type="text/html")
    module, place = operation
    given: dict[Any, dict[str, Any]] = {CREATE: {"body": BODY}, GET: {"id": "cus_1"}, LIST: {}}
    expected = f"^{place}: .*cannot be read as what was promised: ({problem})"
    with pytest.raises(errors.ResponseError, match=expected) as caught:
        call(connect(server), module, **given[operation])
    assert f"{caught.value.method} {caught.value.path}" == place
    assert (caught.value.status, caught.value.body) == (200, server.body.decode()[:2000])
    assert len(server.heads) == 1


@pytest.mark.parametrize("content", [b"[\xff", b"%PDF-1.7", b""])
def test_files_are_not_taken_for_json(content: bytes, server: StubServer, connect_sync: Connect) -> None:
    response = httpx.Response(200, content=content, request=httpx.Request("GET", server.url))
    parsers: list[Any] = [lambda client, response: response.content, lambda client, response: response.text]
    for parse in parsers:
        assert connect_sync(server).api.read(parse, response) == parse(None, response)
