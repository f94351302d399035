"""Asking for one record by its id, for each resource that the API answers so, with both kinds of client."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any

import pytest
import quentli_client.models
from quentli_client.models import Customer, Invoice
from quentli_client.types import UNSET
from support.answering import Answering
from support.examples import example, required

from quentli_query import (
    AsyncQuentli,
    InternalServerError,
    NotFoundError,
    ParameterError,
    Quentli,
    RawResponse,
    ResponseError,
)
from quentli_query.client.registry import RESOURCES, Resource

KEY = "sk_secret_0123456789"
GETTABLE = [resource for resource in RESOURCES if resource.single is not None]
by_name = pytest.mark.parametrize("resource", RESOURCES, ids=lambda resource: resource.name)
gettable_by_name = pytest.mark.parametrize("resource", GETTABLE, ids=lambda resource: resource.name)

MISLEADING = [".", "..", "a/b", "../x", "a\\b", "a b", " cus_1", "cus_1\n", "\x00", "a\x7f", "\ud800"]
Get = Callable[..., Any]


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quentli_query.client.http.retry.BACKOFF_SECONDS", 0.001)


def get(answering: Answering, name: str, id: Any, *, raw: bool = False, **options: Any) -> Any:
    with Quentli(KEY, base_url=answering.url, **options) as quentli:
        records = getattr(quentli, name)
        return (records.with_raw_response if raw else records).get(id)


def get_async(answering: Answering, name: str, id: Any, *, raw: bool = False, **options: Any) -> Any:
    async def ask() -> Any:
        async with AsyncQuentli(KEY, base_url=answering.url, **options) as quentli:
            records = getattr(quentli, name)
            return await (records.with_raw_response if raw else records).get(id)

    return asyncio.run(ask())


both_ways = pytest.mark.parametrize("get", [get, get_async])


def model(name: str | None) -> Any:
    return getattr(quentli_client.models, name or "")


@both_ways
@gettable_by_name
def test_a_record(resource: Resource, get: Get, answering: Answering) -> None:
    record = example(resource.single or "")
    answering.body = json.dumps(record).encode()
    found = get(answering, resource.name, record["id"])
    assert type(found) is model(resource.single)
    assert (found.id, found.created_at.isoformat()[:10]) == (record["id"], record["createdAt"][:10])
    (head,) = answering.heads
    assert head["method"] == "GET"
    assert head["path"] == f"/v1/{resource.name.replace('_', '-')}/{record['id']}"
    assert head["authorization"] == f"Bearer {KEY}"


@both_ways
def test_the_answer_beside_the_record(get: Get, answering: Answering) -> None:
    record = example("Invoice")
    answering.body = json.dumps(record).encode()
    answering.headers = {"X-Trace": "t1"}
    answer = get(answering, "invoices", record["id"], raw=True, lenient=True)
    assert isinstance(answer, RawResponse)
    assert (answer.status, answer.headers["x-trace"], answer.body) == (200, "t1", answering.body)
    assert isinstance(answer.parsed, Invoice)
    assert repr(answer) == "RawResponse(status=200)"
    for body, problem in ((b"<html>", "it is not JSON"), (b"{}", "its id is missing")):
        answering.body = body
        with pytest.raises(ResponseError, match=problem):
            get(answering, "invoices", "inv_1", raw=True, lenient=True)


@both_ways
@gettable_by_name
def test_null_is_no_record(resource: Resource, get: Get, answering: Answering) -> None:
    answering.body = b" null\n"
    assert get(answering, resource.name, "x_1") is None
    assert get(answering, resource.name, "x_1", raw=True).parsed is None


@both_ways
@gettable_by_name
def test_one_that_is_not_there(resource: Resource, get: Get, answering: Answering) -> None:
    answering.status = 404
    answering.body = json.dumps({"error": {"message": "No such record"}}).encode()
    with pytest.raises(NotFoundError, match="x_1: status 404: No such record"):
        get(answering, resource.name, "x_1")


@both_ways
def test_a_failure_in_passing_is_asked_again(get: Get, answering: Answering) -> None:
    answering.status = 503
    with pytest.raises(InternalServerError) as caught:
        get(answering, "payments", "pay_1", max_retries=3)
    assert (caught.value.retries, len(answering.heads)) == (3, 4)


@both_ways
@gettable_by_name
def test_a_field_that_is_missing_is_named(resource: Resource, get: Get, answering: Answering) -> None:
    record = example(resource.single or "")
    for key in required(resource.single or ""):
        answering.body = json.dumps({name: value for name, value in record.items() if name != key}).encode()
        with pytest.raises(ResponseError, match=f": its {key} is missing") as caught:
            get(answering, resource.name, record["id"])
        assert caught.value.path == f"{resource.path}/{record['id']}"
        assert key == "id" or f"one of {resource.name}: record {record['id']}: its" in str(caught.value)
        assert (caught.value.status, caught.value.body[:1]) == (200, "{")


@gettable_by_name
def test_a_lenient_client_leaves_a_missing_field_unset(resource: Resource, answering: Answering) -> None:
    record = example(resource.single or "")
    whole = model(resource.single).from_dict(record)
    for key in required(resource.single or ""):
        answering.body = json.dumps({name: value for name, value in record.items() if name != key}).encode()
        found = get(answering, resource.name, "x_1", lenient=True)
        changed = [name for name in whole.__slots__ if getattr(found, name, 0) != getattr(whole, name, 0)]
        assert [getattr(found, name) for name in changed] == [UNSET]
        assert changed[0].replace("_", "") == key.lower()


@by_name
def test_so_it_does_in_a_list(resource: Resource, answering: Answering) -> None:
    record = example(resource.listed)
    for key in required(resource.listed):
        answering.body = json.dumps(
            [record, {name: value for name, value in record.items() if name != key}]
        ).encode()
        with Quentli(KEY, base_url=answering.url) as quentli:
            with pytest.raises(ResponseError, match=f"number 2 on the page: its {key} is missing"):
                getattr(quentli, resource.name).list()
            _whole, lacking = getattr(quentli.with_options(lenient=True), resource.name).list().data
        attributes = {name.replace("_", ""): name for name in lacking.__slots__}
        assert getattr(lacking, attributes[key.lower()]) is UNSET


@both_ways
@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (b"", "it is not JSON: Expecting value at character 0"),
        (b"<html>", "it is not JSON"),
        (b"[]", "it is an array, and not an object"),
        (b'"text"', "it is a string, and not an object"),
        (b"3", "it is a number, and not an object"),
        (b"{}", "its id is missing"),
        (b"[" * 100_000, "it is nested too deep"),
    ],
)
@pytest.mark.parametrize("lenient", [False, True])
def test_what_is_no_record(body: bytes, problem: str, lenient: bool, get: Get, answering: Answering) -> None:
    answering.body = body
    if lenient and body == b"{}":
        assert get(answering, "customers", "cus_1", lenient=True).id is UNSET
        return
    with pytest.raises(ResponseError, match=f"cannot be read as one of customers: {problem}") as caught:
        get(answering, "customers", "cus_1", lenient=lenient)
    assert str(caught.value).startswith("GET /v1/customers/cus_1: ")


@both_ways
@pytest.mark.parametrize("key", ["createdAt", "archivedAt"])
def test_what_is_no_instant(key: str, get: Get, answering: Answering) -> None:
    record = {**example("Customer"), key: "yesterday"}
    answering.body = json.dumps(record).encode()
    with pytest.raises(ResponseError, match=f"record {record['id']}: its {key} cannot be read"):
        get(answering, "customers", record["id"])


@both_ways
@pytest.mark.parametrize("lenient", [False, True])
def test_a_part_that_is_damaged_where_null_may_stand(lenient: bool, get: Get, answering: Answering) -> None:
    record = {**example("PaymentConcept"), "recurrentDetail": {}}
    answering.body = json.dumps(record).encode()
    with pytest.raises(ResponseError, match=f"record {record['id']}: its recurrentDetail cannot be read"):
        get(answering, "payment_concepts", record["id"], lenient=lenient)


@both_ways
@pytest.mark.parametrize(("status", "body"), [(202, b"null"), (204, b""), (203, b"{}")])
def test_a_record_comes_with_status_200(status: int, body: bytes, get: Get, answering: Answering) -> None:
    answering.status, answering.body = status, body
    with pytest.raises(ResponseError, match=f"status {status} came"):
        get(answering, "customers", "cus_1")


@both_ways
@pytest.mark.parametrize(
    ("id", "problem"),
    [
        (None, r"\(None\): an id is text"),
        (5, r"\(5\): an id is text"),
        (b"cus_1", "an id is text"),
        (["cus_1"], "an id is text"),
        ("", "the id is empty"),
        *((step, "no id is a step in a path, or has white space or slashes in it") for step in MISLEADING),
    ],
)
def test_what_cannot_be_an_id_is_not_sent(id: Any, problem: str, get: Get, answering: Answering) -> None:
    for raw in (False, True):
        with pytest.raises(ParameterError, match=f"customers.get.*{problem}"):
            get(answering, "customers", id, raw=raw)
    assert answering.heads == []


@both_ways
def test_any_other_id_is_one_step_of_the_path(get: Get, answering: Answering) -> None:
    answering.body = json.dumps(example("Customer")).encode()
    for known, step in (
        ("a?b#c", "a%3Fb%23c"),
        ("a%2Fb", "a%252Fb"),
        ("ñ", "%C3%B1"),
        ("a.b~c:d", "a.b~c%3Ad"),
    ):
        assert isinstance(get(answering, "customers", known), Customer)
        assert answering.heads[-1]["path"] == f"/v1/customers/{step}"


def test_there_is_none_for_webhook_events() -> None:
    for client in (Quentli(KEY), AsyncQuentli(KEY)):
        assert not hasattr(client.webhook_events, "get")
        assert not hasattr(client.webhook_events.with_raw_response, "get")
        with pytest.raises(AttributeError, match=r"one\(WebhookEventQ.id == ...\)"):
            client.webhook_events.get  # type: ignore[union-attr]  # noqa: B018
        with pytest.raises(AttributeError, match="'gett'"):
            client.customers.gett  # type: ignore[union-attr]  # noqa: B018
