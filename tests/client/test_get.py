"""One record by its id, for each resource that has the operation."""

from __future__ import annotations

from typing import Any

import pytest
from quentli_client.models import Invoice
from quentli_client.types import UNSET
from support.clients import Connect
from support.examples import example
from support.resources import Resource, every_gettable
from support.stub_server import KEY, StubServer

from quentli_query import NotFoundError, ParameterError, RawResponse, ResponseError

MISLEADING = [".", "..", "a/b", "../x", "a\\b", "a b", " cus_1", "cus_1\n", "\x00", "a\x7f", "\ud800"]


@every_gettable
def test_a_record(resource: Resource, server: StubServer, connect: Connect) -> None:
    record = example(resource.single.__name__)
    records = getattr(connect(server), resource.name)
    server.answer(record)
    found = records.get(record["id"])
    assert type(found) is resource.single
    assert (found.id, found.created_at.isoformat()[:10]) == (record["id"], record["createdAt"][:10])
    (head,) = server.heads
    assert (head["method"], head["path"]) == ("GET", f"{resource.path}/{record['id']}")
    assert head["authorization"] == f"Bearer {KEY}"
    server.answer(b" null\n")
    assert records.get("x_1") is None
    assert records.with_raw_response.get("x_1").parsed is None
    server.answer({"error": {"message": "No such record"}}, 404)
    with pytest.raises(NotFoundError, match="x_1: status 404: No such record"):
        records.get("x_1")


def test_a_record_with_its_response(server: StubServer, connect: Connect) -> None:
    record = example("Invoice")
    invoices = connect(server, lenient=True).invoices.with_raw_response
    server.answer(record, X_Trace="t1")
    answer = invoices.get(record["id"])
    assert isinstance(answer, RawResponse)
    assert (answer.status, answer.headers["x-trace"], answer.body) == (200, "t1", server.body)
    assert isinstance(answer.parsed, Invoice)
    assert repr(answer) == "RawResponse(status=200)"
    for body, problem in ((b"<html>", "it is not JSON"), ({}, "its id is missing")):
        server.answer(body)
        with pytest.raises(ResponseError, match=problem):
            invoices.get("inv_1")


def test_an_empty_object_is_a_record_to_a_lenient_client(server: StubServer, connect: Connect) -> None:
    server.answer({})
    assert connect(server, lenient=True).customers.get("cus_1").id is UNSET


@pytest.mark.parametrize(
    ("id", "problem"),
    [
        (None, "None cannot be used: an id is text"),
        (5, "5 cannot be used: an id is text"),
        (b"cus_1", "an id is text"),
        (["cus_1"], "an id is text"),
        ("", "the id is empty"),
        *((step, "an id can't be `.` or `..`, or contain white space or slashes") for step in MISLEADING),
    ],
)
def test_an_impossible_id_is_not_sent(id: Any, problem: str, server: StubServer, connect: Connect) -> None:
    customers = connect(server).customers
    for records in (customers, customers.with_raw_response):
        with pytest.raises(ParameterError, match=f"customers.get.*{problem}"):
            records.get(id)
    assert server.heads == []


def test_webhook_events_have_no_get(connect: Connect) -> None:
    quentli = connect("https://api.quentli.com")
    assert not hasattr(quentli.webhook_events, "get")
    assert not hasattr(quentli.webhook_events.with_raw_response, "get")
    with pytest.raises(AttributeError, match=r"one\(WebhookEventQ.id == ...\)"):
        quentli.webhook_events.get  # noqa: B018
    with pytest.raises(AttributeError, match="'gett'"):
        quentli.customers.gett  # noqa: B018
