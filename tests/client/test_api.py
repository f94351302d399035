"""`quentli.api`: what the generated functions send through, with our key, errors and retries."""

from __future__ import annotations

import asyncio
import json
import textwrap
from collections.abc import Callable, Iterator
from datetime import datetime
from types import ModuleType
from typing import Any
from urllib.parse import quote

import httpx
import pytest
from quentli_client.api.customers import customers_create, customers_get_by_id, customers_list
from quentli_client.api.invoices import invoices_cancel, invoices_mark_paid
from quentli_client.models import (
    CreateCustomerArgs,
    CreateCustomerInput,
    MarkInvoiceAsPaidArgs,
    MarkInvoiceAsPaidInput,
)
from support.answering import Answering
from support.examples import example
from support.operations import KEY, OPERATIONS, ways

from quentli_query import (
    APIStatusError,
    APITimeoutError,
    AsyncQuentli,
    ClientStateError,
    ConfigurationError,
    InternalServerError,
    NotFoundError,
    ParameterError,
    Quentli,
)
from quentli_query.client.generated import Api

BODY = CreateCustomerArgs(CreateCustomerInput(name="Ana"))


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quentli_query.client.http.retry.BACKOFF_SECONDS", 0.001)


@pytest.fixture
def quentli(answering: Answering) -> Iterator[Quentli]:
    with Quentli(KEY, base_url=answering.url) as client:
        yield client


def test_there_are_all_operations() -> None:
    assert len(OPERATIONS) == 54


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda module: module.__name__.rpartition(".")[2])
def test_an_error_status_is_raised_and_only_reads_are_repeated(
    operation: ModuleType, answering: Answering
) -> None:
    answering.body = json.dumps({"error": {"message": "Something is off"}}).encode()
    for ask in ways(operation, answering.url):
        for status, kind in ((404, NotFoundError), (503, InternalServerError)):
            answering.status = status
            answering.heads.clear()
            with pytest.raises(APIStatusError, match="Something is off") as caught:
                ask()
            assert type(caught.value) is kind
            methods = [head["method"] for head in answering.heads]
            assert len(methods) == (3 if status == 503 and methods[0] == "GET" else 1)
            assert caught.value.method == methods[0]
            assert {head["authorization"] for head in answering.heads} == {f"Bearer {KEY}"}


@pytest.mark.parametrize("id", ["", ".", "..", "a/b", "../cus_1", "a\\b", "a\n", "\x00", "a\x7f", "%2F/"])
def test_an_id_cannot_lead_elsewhere(id: str, quentli: Quentli, answering: Answering) -> None:
    for ask in (
        lambda: customers_get_by_id.sync(id, client=quentli.api),
        lambda: invoices_cancel.sync(id, client=quentli.api),
        lambda: invoices_mark_paid.sync(id, client=quentli.api),
    ):
        with pytest.raises(ParameterError, match="would not lead to a record"):
            ask()
    assert answering.heads == []


@pytest.mark.parametrize("id", ["cus_1", "a?b", "a#b", "a%2Fb", "ñ", "a.b", "..."])
def test_any_other_id_is_one_step_of_the_path(id: str, quentli: Quentli, answering: Answering) -> None:
    answering.body = b"null"
    assert customers_get_by_id.sync(id, client=quentli.api) is None
    (head,) = answering.heads
    assert head["path"] == f"/v1/customers/{quote(id, safe='')}"


def test_a_write_is_sent_once_and_as_given(quentli: Quentli, answering: Answering) -> None:
    answering.status = 500
    with pytest.raises(InternalServerError) as caught:
        customers_create.sync(client=quentli.api, body=BODY)
    assert (caught.value.method, caught.value.path, caught.value.retries) == ("POST", "/v1/customers", 0)
    assert [json.loads(body) for body in answering.bodies] == [{"input": {"name": "Ana"}}]


def test_an_instant_without_a_zone_is_not_sent(quentli: Quentli, answering: Answering) -> None:
    body = MarkInvoiceAsPaidArgs(MarkInvoiceAsPaidInput(payment_time=datetime(2026, 1, 31)))  # noqa: DTZ001
    with pytest.raises(ValueError, match="^payment_time: a datetime without a zone; give it one"):
        invoices_mark_paid.sync("inv_1", client=quentli.api, body=body)
    assert answering.heads == []


def test_a_write_that_is_not_answered_in_time_is_not_repeated(answering: Answering) -> None:
    answering.declared_length = 10_000
    with (
        Quentli(KEY, base_url=answering.url, timeout=0.2) as quentli,
        pytest.raises(Exception, match="POST /v1/customers"),
    ):
        customers_create.sync(client=quentli.api, body=BODY)
    assert len(answering.heads) == 1


def test_more_headers_go_along_and_only_there(quentli: Quentli, answering: Answering) -> None:
    api = quentli.api.with_headers({"X-Request-Id": "r1", "User-Agent": "shop/1"})
    customers_list.sync(client=api.with_headers({"X-More": "m1"}))
    customers_list.sync(client=api)
    quentli.customers.list()
    both, one, none = answering.heads
    assert (both["x-request-id"], both["x-more"], both["user-agent"]) == ("r1", "m1", "shop/1")
    assert (one["x-request-id"], one.get("x-more")) == ("r1", None)
    assert "x-request-id" not in none
    assert none["user-agent"].startswith("quentli-query/")
    assert {head["authorization"] for head in answering.heads} == {f"Bearer {KEY}"}
    answering.status = 503
    with pytest.raises(InternalServerError) as caught:
        customers_list.sync(client=api)
    assert caught.value.retries == 2


def test_the_key_is_no_header_to_set(quentli: Quentli) -> None:
    with pytest.raises(ConfigurationError, match="make another client"):
        quentli.api.with_headers({"authorization": "Bearer sk_other"})


def test_another_timeout(quentli: Quentli, answering: Answering) -> None:
    answering.delay = 0.5
    for timeout in (0.05, httpx.Timeout(0.05)):
        with pytest.raises(APITimeoutError):
            customers_create.sync(client=quentli.api.with_timeout(timeout), body=BODY)
    answering.delay = 0
    for wrong in (0, -1, "5", float("nan")):
        with pytest.raises(ConfigurationError, match="more than 0 seconds"):
            quentli.api.with_timeout(wrong)  # type: ignore[arg-type]
    assert customers_list.sync(client=quentli.api) == []


def test_the_same_for_async_clients(answering: Answering) -> None:
    async def ask() -> None:
        async with AsyncQuentli(KEY, base_url=answering.url) as quentli:
            async with quentli.api.with_headers({"X-Request-Id": "r1"}) as api:
                assert await customers_list.asyncio(client=api) == []
            assert await customers_list.asyncio(client=quentli.api) == []
            with pytest.raises(ClientStateError, match="this client is async"):
                customers_list.sync(client=api)

    asyncio.run(ask())
    assert [head.get("x-request-id") for head in answering.heads] == ["r1", None]


def test_what_would_lose_the_key_or_the_errors_is_refused(quentli: Quentli) -> None:
    with httpx.Client() as own:
        changes: list[Callable[[], Any]] = [
            lambda: quentli.api.with_cookies({"a": "b"}),
            lambda: quentli.api.set_httpx_client(own),
            lambda: AsyncQuentli(KEY).api.set_async_httpx_client(httpx.AsyncClient()),
        ]
        for change in changes:
            with pytest.raises(ConfigurationError):
                change()


def test_leaving_the_api_leaves_the_client_open(quentli: Quentli, answering: Answering) -> None:
    for _ in range(2):
        with quentli.api as api:
            assert customers_list.sync(client=api) == []
    assert quentli.customers.list().data == []
    quentli.close()
    for api in (quentli.api, quentli.api.with_headers({"X-A": "b"})):
        with pytest.raises(ClientStateError, match="closed"):
            customers_list.sync(client=api)


def test_the_example_of_an_invoice(
    quentli: Quentli, answering: Answering, capsys: pytest.CaptureFixture[str]
) -> None:
    """The block in the documentation of the api runs, and sends what the API's reference asks for."""
    block = textwrap.dedent((Api.__doc__ or "").partition("::\n")[2])
    invoice = {**example("Invoice"), "id": "inv_7", "isPaid": True}
    answering.body = json.dumps({"invoice": invoice}).encode()
    exec(block, {"quentli": quentli})
    assert capsys.readouterr().out == "True\n"
    created, paid = answering.heads
    assert (created["method"], created["path"]) == ("POST", "/v1/invoices")
    assert (paid["method"], paid["path"]) == ("POST", "/v1/invoices/inv_7/mark-paid")
    assert json.loads(answering.bodies[0]) == {
        "input": {
            "customerId": "cus_1",
            "items": [
                {
                    "concept": {"displayName": "Piano lesson", "amount": 45000, "currency": "MXN"},
                    "quantity": 2,
                }
            ],
            "dueDate": "2026-01-31T00:00:00+00:00",
            "collectionMethod": "SEND_REMINDER",
        }
    }
    (known,) = json.loads(answering.bodies[1])["input"]
    assert known == "paymentTime"
