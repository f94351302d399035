"""All nine lists against a sandbox over a real socket, with both kinds of client."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from operator import itemgetter
from typing import Any

import pytest
import quentli_client.models
from quentli_client.types import Unset

from quentli_query import (
    NOTHING,
    AsyncQuentli,
    DiscountQ,
    Filter,
    FilterNotHonoredError,
    FilterTooLargeError,
    FilterTypeError,
    InvoiceQ,
    MultipleRecordsError,
    NotFoundError,
    PaymentConceptQ,
    PaymentQ,
    Q,
    Quentli,
    RecordNotFoundError,
    ResponseError,
    SubscriptionQ,
    TaxInvoiceQ,
    UndocumentedFilterError,
    WebhookEventQ,
    WebhookQ,
    any_of,
)
from quentli_query.client.registry import RESOURCES, ResourceSpec as Resource
from quentli_query.filters.fields import Field, inspect, spec_of
from quentli_query.sandbox import ErrorStatus, IgnoreFilter, MissingFields, Sandbox

Record = dict[str, Any]
Run = Callable[..., Any]

BY_NAME = {resource.name: resource for resource in RESOURCES}
YEAR = datetime(2025, 1, 1, tzinfo=UTC)

both_ways = pytest.mark.parametrize("run", ["sync", "async"], indirect=True)
every_list = pytest.mark.parametrize("resource", RESOURCES, ids=lambda resource: resource.name)


@pytest.fixture(scope="module")
def nine() -> Iterator[Sandbox]:
    """A sandbox with records of all resources. They do not change; its list of requests grows."""
    with Sandbox(customers=120, seed=11) as running:
        yield running


@pytest.fixture
def run(request: pytest.FixtureRequest, nine: Sandbox) -> Run:
    """Calls a method of a list; what it iterates over becomes a list of records."""
    return running(request.param, nine)


def running(kind: str, sandbox: Sandbox, **settings: Any) -> Run:
    def wait(name: str, method: str, *arguments: Any, **options: Any) -> Any:
        with Quentli(sandbox.api_key, base_url=sandbox.url, **settings) as quentli:
            outcome = getattr(getattr(quentli, name), method)(*arguments, **options)
            return list(outcome) if hasattr(outcome, "__iter__") else outcome

    async def awaited(name: str, method: str, *arguments: Any, **options: Any) -> Any:
        async with AsyncQuentli(sandbox.api_key, base_url=sandbox.url, **settings) as quentli:
            outcome = getattr(getattr(quentli, name), method)(*arguments, **options)
            outcome = outcome if hasattr(outcome, "__aiter__") else await outcome
            return [record async for record in outcome] if hasattr(outcome, "__aiter__") else outcome

    return wait if kind == "sync" else lambda *a, **o: asyncio.run(awaited(*a, **o))


def instant(record: Record, key: str = "createdAt") -> datetime:
    return datetime.fromisoformat(record[key])


def ids(records: Any) -> list[str]:
    return [record["id"] if isinstance(record, dict) else record.id for record in records]


FILTERS: list[tuple[str, Filter[Any], Callable[[Record], object]]] = [
    ("customers", Q.name.contains("ar") & Q.email_verified.is_true(),
        lambda r: "ar" in r["name"].lower() and r["emailVerified"]),
    ("payment_concepts", PaymentConceptQ.active.equals(True), itemgetter("active")),
    ("payment_concepts", (PaymentConceptQ.amount >= 100_000) & PaymentConceptQ.currency.equals("MXN"),
        lambda r: r["amount"] is not None and r["amount"] >= 100_000 and r["currency"] == "MXN"),
    ("discounts", DiscountQ.active.equals(True), itemgetter("active")),
    ("discounts", DiscountQ.type.equals("PERCENTAGE") | (DiscountQ.amount_off > 10_000),
        lambda r: r["type"] == "PERCENTAGE" or (r["amountOff"] or 0) > 10_000),
    ("invoices", InvoiceQ.is_paid(False) & (InvoiceQ.due_date >= YEAR),
        lambda r: not r["isPaid"] and instant(r, "dueDate") >= YEAR),
    ("invoices", InvoiceQ.collection_method.in_(["AUTOMATIC", "NONE"]) & ~InvoiceQ.is_paid(),
        lambda r: r["collectionMethod"] in ("AUTOMATIC", "NONE") and not r["isPaid"]),
    ("tax_invoices", TaxInvoiceQ.status.equals("VALID") & (TaxInvoiceQ.created_at >= YEAR),
        lambda r: r["status"] == "VALID" and instant(r) >= YEAR),
    ("tax_invoices", TaxInvoiceQ.type.not_equals("TAX_RECEIPT"), lambda r: r["type"] != "TAX_RECEIPT"),
    ("subscriptions", SubscriptionQ.is_active.equals(True), itemgetter("isActive")),
    ("subscriptions", SubscriptionQ.status.in_(["CANCELED", "COMPLETED"]),
        lambda r: r["status"] in ("CANCELED", "COMPLETED")),
    ("payments", PaymentQ.is_completed() & PaymentQ.type.equals("CARD"),
        lambda r: r["isCompleted"] and r["type"] == "CARD"),
    ("payments", (PaymentQ.amount < 100_000) | (PaymentQ.status == "REFUNDED"),
        lambda r: r["amount"] < 100_000 or r["status"] == "REFUNDED"),
    ("webhooks", WebhookQ.status.equals("ENABLED"), lambda r: r["status"] == "ENABLED"),
    ("webhooks", WebhookQ.url.contains("-") | WebhookQ.url.contains("ERP"),
        lambda r: "-" in r["url"] or "erp" in r["url"]),
    ("webhook_events", WebhookEventQ.status.equals("FAILED") & WebhookEventQ.type.equals("PAYMENT_COMPLETED"),
        lambda r: r["status"] == "FAILED" and r["type"] == "PAYMENT_COMPLETED"),
    ("webhook_events", ~(WebhookEventQ.status == "SUCCESSFUL"), lambda r: r["status"] != "SUCCESSFUL"),
]  # fmt: skip

ONE_EACH = list({name: (name, filter_, holds) for name, filter_, holds in FILTERS}.values())


@both_ways
@pytest.mark.parametrize(("name", "filter_", "holds"), FILTERS)
def test_a_filter_gives_the_same_as_a_comprehension(
    name: str, filter_: Filter[Any], holds: Callable[[Record], object], run: Run, nine: Sandbox
) -> None:
    records = nine.records(name)
    expected = [record["id"] for record in records if holds(record)]
    assert 0 < len(expected) < len(records)
    assert ids(run(name, "list", filter_)) == expected
    assert nine.requests[-1].path == f"/v1/{name.replace('_', '-')}"


@both_ways
@every_list
def test_all_records_in_pages(resource: Resource, run: Run, nine: Sandbox) -> None:
    records = nine.records(resource.name)
    found = run(resource.name, "list", take=7, prefetch=3)
    assert ids(found) == ids(records)
    assert {type(record).__name__ for record in found} == {resource.listed}
    for record, stored in zip(found, records, strict=True):
        assert record.created_at == instant(stored)
    assert ids(run(resource.name, "list", skip=2, limit=5)) == ids(records[2:7])


@every_list
def test_a_page_with_its_answer(resource: Resource, nine: Sandbox) -> None:
    with Quentli(nine.api_key, base_url=nine.url) as quentli:
        answer: Any = getattr(quentli, resource.name).with_raw_response.list(take=5)
    assert ids(answer.parsed) == ids(json.loads(answer.body)) == ids(nine.records(resource.name)[:5])


@both_ways
@every_list
def test_the_order_is_the_one_asked_for(resource: Resource, run: Run, nine: Sandbox) -> None:
    created_at: Any = inspect(resource.vocabulary).fields["created_at"]
    found = [record.created_at for record in run(resource.name, "list", order_by=created_at.desc())]
    assert found == sorted(map(instant, nine.records(resource.name)), reverse=True)


@both_ways
@pytest.mark.parametrize(("name", "filter_", "holds"), ONE_EACH)
def test_scan_count_first_one_and_exists(
    name: str, filter_: Filter[Any], holds: Callable[[Record], object], run: Run, nine: Sandbox
) -> None:
    matching = [record for record in nine.records(name) if holds(record)]
    by_creation = sorted(matching, key=lambda record: (record["createdAt"], record["id"]))
    assert ids(run(name, "scan", filter_)) == ids(by_creation)
    assert run(name, "count", filter_) == len(matching)
    assert run(name, "first", filter_).id == matching[0]["id"]
    fields: Any = inspect(BY_NAME[name].vocabulary).fields
    last = run(name, "first", filter_, order_by=[fields["created_at"].desc(), fields["id"].desc()])
    assert last.id == by_creation[-1]["id"]
    assert run(name, "exists", filter_) is True
    only = fields["id"] == matching[0]["id"]
    assert run(name, "one", filter_ & only).id == matching[0]["id"]
    with pytest.raises(MultipleRecordsError, match=f"several of the {name} match"):
        run(name, "one", any_of(only, fields["id"] == nine.records(name)[-1]["id"]))
    nobody = fields["id"] == "nobody"
    assert run(name, "exists", nobody) is False
    assert run(name, "count", nobody) == 0
    assert run(name, "first", nobody) is None
    with pytest.raises(RecordNotFoundError, match=f"none of the {name} matches"):
        run(name, "one", nobody)
    before = len(nine.requests)
    assert run(name, "list", NOTHING) == run(name, "scan", NOTHING) == []
    assert len(nine.requests) == before


@both_ways
@every_list
def test_scan_goes_on_from_page_to_page(resource: Resource, run: Run, nine: Sandbox) -> None:
    before = len(nine.requests)
    assert sorted(ids(run(resource.name, "scan"))) == sorted(ids(nine.records(resource.name)))
    pages = len(nine.requests) - before
    assert pages >= 1 + len(nine.records(resource.name)) // 100


@both_ways
@every_list
def test_large_unions_are_asked_for_in_parts(resource: Resource, run: Run, nine: Sandbox) -> None:
    fields: Any = inspect(resource.vocabulary).fields
    wanted = ids(nine.records(resource.name))[::2][:40]
    union = fields["id"].in_([*wanted, *(f"none_{number:020}" for number in range(300))])
    before = len(nine.requests)
    found = run(resource.name, "list", union, order_by=fields["created_at"].desc())
    assert sorted(ids(found)) == sorted(wanted)
    assert [record.created_at for record in found] == sorted((r.created_at for r in found), reverse=True)
    assert len(nine.requests) - before > 3
    assert run(resource.name, "count", union) == len(wanted)


def test_what_cannot_be_ordered_here_is_refused_for_parts(nine: Sandbox) -> None:
    large = PaymentQ.id.in_([f"none_{number:020}" for number in range(400)])
    with Quentli(nine.api_key, base_url=nine.url) as quentli:
        before = len(nine.requests)
        for order in (PaymentQ.type.asc(), PaymentQ.status.desc(), PaymentQ.description.asc()):
            with pytest.raises(FilterTooLargeError, match=r"not ordered by PaymentQ\."):
                quentli.payments.list(large, order_by=order)
        assert len(nine.requests) == before
        for order in (PaymentQ.amount.asc(), PaymentQ.is_completed.desc(), PaymentQ.payment_time.asc()):
            assert quentli.payments.list(large, order_by=order).data == []


@every_list
def test_what_can_be_ordered_here_is_in_the_records(resource: Resource) -> None:
    model: Any = resource.model
    attributes = {each.name for each in model.__attrs_attrs__}
    for name, known in inspect(resource.vocabulary).fields.items():
        ordered = hasattr(known, "asc")
        assert not ordered or spec_of(known).attribute in attributes, name


def test_a_scan_keeps_what_is_said_of_the_creation_of_others(nine: Sandbox) -> None:
    """Only a bound on the record's own creation is replaced by the scan's."""
    customers = {customer["id"]: instant(customer) for customer in nine.customers}
    middle = sorted(customers.values())[len(customers) // 2]
    recent = PaymentQ.customer.created_at >= middle
    expected = [payment for payment in nine.records("payments") if customers[payment["customerId"]] >= middle]
    assert len(expected) > 100
    with Quentli(nine.api_key, base_url=nine.url) as quentli:
        assert sorted(ids(quentli.payments.scan(recent))) == sorted(ids(expected))


@both_ways
def test_payments_of_a_customer(run: Run, nine: Sandbox) -> None:
    payer = next(customer for customer in nine.customers if customer["id"] not in nine.without_payments)
    expected = [r["id"] for r in nine.records("payments") if r["customerId"] == payer["id"]]
    assert ids(run("payments", "list", PaymentQ.customer.username == payer["username"])) == expected
    assert expected


@both_ways
@pytest.mark.parametrize("resource", [each for each in RESOURCES if each.single], ids=lambda each: each.name)
def test_each_record_by_its_id(resource: Resource, run: Run, nine: Sandbox) -> None:
    model = getattr(quentli_client.models, resource.single or "")
    for record in nine.records(resource.name)[::9][:10]:
        found = run(resource.name, "get", record["id"])
        assert type(found) is model
        assert (found.id, found.created_at) == (record["id"], instant(record))
        assert nine.requests[-1].path == f"/v1/{resource.name.replace('_', '-')}/{record['id']}"
    with pytest.raises(NotFoundError):
        run(resource.name, "get", "nobody_1")


@both_ways
@every_list
def test_records_are_held_against_the_filter(resource: Resource, run: Run, request: Any) -> None:
    fields: Any = inspect(resource.vocabulary).fields
    with Sandbox(customers=30, seed=11, faults=[IgnoreFilter("id")]) as sandbox:
        kind = request.node.callspec.params["run"]
        with pytest.raises(FilterNotHonoredError, match=f"of {resource.name}, which does not satisfy"):
            running(kind, sandbox)(resource.name, "list", fields["id"] == "nobody")
        assert running(kind, sandbox, verify=False)(resource.name, "list", fields["id"] == "nobody")
        assert running(kind, sandbox)(resource.name, "list", fields["id"] == "nobody", verify=False)


@every_list
def test_damaged_records_strictness_and_retries(resource: Resource, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quentli_query.client.http.retry.BACKOFF_SECONDS", 0.001)
    fields: Any = inspect(resource.vocabulary).fields
    faults = [ErrorStatus(503, times=2), MissingFields("updatedAt")]
    with (
        Sandbox(customers=10, seed=11, faults=faults) as sandbox,
        Quentli(sandbox.api_key, base_url=sandbox.url) as quentli,
    ):
        records: Any = getattr(quentli, resource.name)
        with pytest.raises(
            ResponseError, match=f"a list of {resource.name}: record .*: its updatedAt is missing"
        ):
            records.list()
        lenient: Any = getattr(quentli.with_options(lenient=True), resource.name)
        assert {type(record.updated_at) for record in lenient.list()} == {Unset}
        strict: Any = getattr(quentli.with_options(strict=True), resource.name)
        before = len(sandbox.requests)
        with pytest.raises(UndocumentedFilterError):
            strict.list(fields["created_at"] < YEAR)
        assert len(sandbox.requests) == before


@every_list
def test_each_list_takes_its_own_filters_and_orders(resource: Resource, nine: Sandbox) -> None:
    other = next(each for each in RESOURCES if each.name != resource.name)
    own: Any = inspect(resource.vocabulary).fields
    foreign: Any = inspect(other.vocabulary).fields
    with Quentli(nine.api_key, base_url=nine.url) as quentli:
        records: Any = getattr(quentli, resource.name)
        before = len(nine.requests)
        for wrong, message in (
            (
                foreign["id"] == "x",
                f"a filter of {other.name}; it cannot be given to a list of {resource.name}",
            ),
            ("id=x", rf"takes a filter such as {resource.source}\.created_at\.gte\("),
        ):
            with pytest.raises(FilterTypeError, match=message):
                records.list(wrong)
        with pytest.raises(FilterTypeError, match=f"it cannot order {resource.name}"):
            records.list(order_by=foreign["id"].asc())
        assert len(nine.requests) == before
        assert isinstance(own["id"], Field)
