"""Answers that cannot be read: the error names the record and the field; a lenient client fills in."""

from __future__ import annotations

from typing import Any

import pytest
from quentli_client.types import UNSET
from support.clients import Connect, RunSandbox
from support.document import SCHEMAS
from support.examples import example
from support.resources import Resource, every_gettable, every_resource
from support.stub_server import StubServer

from quentli_query import ResponseError
from quentli_query.sandbox import ErrorStatus, Fault, Html, TruncatedJson, WrongJson

CUSTOMER = example("Customer")
ITEM = example("FullInvoice")["items"][0]
NULLABLE_INSTANTS = [
    key
    for key, schema in SCHEMAS["Customer"]["properties"].items()
    if "date-time" in str(schema) and "anyOf" in schema
]

either_leniency = pytest.mark.parametrize("lenient", [False, True])


def without(record: dict[str, Any], *keys: str) -> dict[str, Any]:
    return {name: value for name, value in record.items() if name not in keys}


@either_leniency
@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (b"", "it is not JSON|status 200 came without one"),
        (b"<html>", r"it is not JSON: Expecting value at character 0 \(it says that it is text/html\)"),
        (b'[{"id": "cus_', r"it is not JSON: .* at character [0-9]+"),
        (b"\xff[]", ""),
        (b"[\xff]", ""),
        (b"\xff\xff", ""),
        (b"[" * 100_000, "it is nested too deep"),
        ({}, "it is an object, and not an array|status 200 came without one"),
        ({"": 1}, "it is an object"),
        ({"data": []}, "it is an object, and not an array"),
        ("", "it is a string, and not an array|status 200 came without one"),
        ("text", "it is a string, and not an array"),
        (None, "it is null, and not an array"),
        (True, "it is a truth value, and not an array"),
        (3.5, "it is a number, and not an array"),
        ([3], "the record number 1 on the page: it is a number, and not an object"),
        ([None], "the record number 1 on the page: it is null, and not an object"),
        ([[["id", "x"]]], "the record number 1 on the page: it is an array, and not an object"),
    ],
)
def test_an_answer_that_is_no_list_of_records(
    body: Any, problem: str, lenient: bool, server: StubServer, connect_sync: Connect
) -> None:
    server.answer(body, Content_Type="text/html")
    with pytest.raises(
        ResponseError, match=rf"^GET /v1/customers: .*list of customers.*({problem})"
    ) as caught:
        connect_sync(server, lenient=lenient).customers.list()
    assert caught.value.status == 200
    assert caught.value.body == server.body.decode(errors="replace")[:2000]


@pytest.mark.parametrize("body", [b"[]", b"  \n[]", b"\xef\xbb\xbf[]", b"\xef\xbb\xbf []"])
def test_white_space_before_the_array_is_no_problem(
    body: bytes, server: StubServer, connect_sync: Connect
) -> None:
    server.answer(body)
    assert connect_sync(server).customers.list().data == []


@either_leniency
@pytest.mark.parametrize(("status", "body"), [(202, b"[]"), (203, b"null"), (204, b""), (299, b"[]")])
def test_a_list_or_record_comes_with_status_200(
    status: int, body: bytes, lenient: bool, server: StubServer, connect: Connect
) -> None:
    server.answer(body, status)
    customers = connect(server, lenient=lenient).customers
    for ask in (customers.list, lambda: customers.get("cus_1")):
        with pytest.raises(ResponseError, match=f"status {status} came"):
            ask()


@either_leniency
@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (b"", "it is not JSON: Expecting value at character 0"),
        ([], "it is an array, and not an object"),
        (3, "it is a number, and not an object"),
    ],
)
def test_an_answer_that_is_no_record(
    body: Any, problem: str, lenient: bool, server: StubServer, connect_sync: Connect
) -> None:
    server.answer(body)
    expected = f"^GET /v1/customers/cus_1: .* cannot be read as one of customers: {problem}"
    with pytest.raises(ResponseError, match=expected):
        connect_sync(server, lenient=lenient).customers.get("cus_1")


@pytest.mark.parametrize(
    "fault", [WrongJson({}, only={2}), WrongJson([3], only={2}), Html(only={2}), TruncatedJson()]
)
def test_the_error_counts_the_retries(fault: Fault, run_sandbox: RunSandbox, connect: Connect) -> None:
    with pytest.raises(ResponseError) as caught:
        connect(run_sandbox(ErrorStatus(503, retry_after=0, times=1), fault)).customers.list()
    assert caught.value.retries == 1


@every_resource
def test_a_missing_field_on_a_page(resource: Resource, server: StubServer, connect_sync: Connect) -> None:
    record, keys = example(resource.listed.__name__), SCHEMAS[resource.listed.__name__]["required"]
    quentli = connect_sync(server)
    for key in keys:
        server.answer([record, without(record, key)])
        named = "the record" if key == "id" else f"record {record['id']},"
        with pytest.raises(ResponseError, match=f"{named} number 2 on the page: its {key} is missing$"):
            getattr(quentli, resource.name).list()
    server.answer([record, *(without(record, key) for key in keys)])
    whole, *lacking = getattr(quentli.with_options(lenient=True), resource.name).list().data
    for key, each in zip(keys, lacking, strict=True):
        assert_only_unset(key, each, whole)


@every_gettable
def test_a_missing_field_of_a_single_record(
    resource: Resource, server: StubServer, connect_sync: Connect
) -> None:
    record = example(resource.single.__name__)
    quentli = connect_sync(server)
    for key in SCHEMAS[resource.single.__name__]["required"]:
        server.answer(without(record, key))
        which = "" if key == "id" else f"record {record['id']}: "
        problem = f"one of {resource.name}: {which}its {key} is missing$"
        with pytest.raises(ResponseError, match=problem) as caught:
            getattr(quentli, resource.name).get(record["id"])
        assert (caught.value.path, caught.value.status) == (f"{resource.path}/{record['id']}", 200)
        assert caught.value.body == server.body.decode()[:2000]
        lenient = getattr(quentli.with_options(lenient=True), resource.name)
        assert_only_unset(key, lenient.get("x_1"), resource.single.from_dict(record))


def assert_only_unset(key: str, lacking: Any, whole: Any) -> None:
    """Assert that a record equals the whole one except for the field, which is unset."""
    changed = [name for name in whole.__slots__ if getattr(lacking, name, 0) != getattr(whole, name, 0)]
    assert [name.replace("_", "") for name in changed] == [key.lower()]
    assert getattr(lacking, changed[0]) is UNSET
    assert key not in lacking.additional_properties


UNREADABLE: dict[str, list[Any]] = {
    "updatedAt": ["the day before yesterday", "", 3, None, [], {}, True],
    "metadata": [3, {}, [{}]],
    "meta": [3, []],
    **{key: ["tomorrow"] for key in NULLABLE_INSTANTS},
}


@either_leniency
@pytest.mark.parametrize("key", UNREADABLE)
def test_an_unreadable_field_is_named_also_beside_missing_ones(
    key: str, lenient: bool, server: StubServer, connect_sync: Connect
) -> None:
    customers = connect_sync(server, lenient=lenient).customers
    for value in UNREADABLE[key]:
        wrong = {**CUSTOMER, key: value}
        for record in [wrong, without(wrong, "replyWithAssistant")] if lenient else [wrong]:
            server.answer([CUSTOMER, CUSTOMER, record])
            place = f"record {CUSTOMER['id']}, number 3 on the page"
            with pytest.raises(ResponseError, match=rf"{place}: its {key}\b.*(cannot be read|is missing)$"):
                customers.list()
            server.answer(record)
            with pytest.raises(ResponseError, match=rf"record {CUSTOMER['id']}: its {key}\b"):
                customers.get("cus_1")


def test_null_is_read_where_it_is_allowed(server: StubServer, connect_sync: Connect) -> None:
    server.answer([{**CUSTOMER, **dict.fromkeys(NULLABLE_INSTANTS)}])
    (customer,) = connect_sync(server).customers.list().data
    assert customer.archived_at is None


@either_leniency
@pytest.mark.parametrize("items", [None, 3, [3], [{}], [without(ITEM, "id")], [{**ITEM, "concept": {}}]])
def test_damage_inside_of_a_field_is_told_as_of_the_field(
    items: Any, lenient: bool, server: StubServer, connect_sync: Connect
) -> None:
    record = {**example("FullInvoice"), "items": items}
    server.answer([record])
    with pytest.raises(ResponseError, match=rf"record {record['id']}, number 1 on the page: its items\b"):
        connect_sync(server, lenient=lenient).invoices.list()
