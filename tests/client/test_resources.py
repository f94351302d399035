"""All nine lists against a sandbox over a real socket, with both clients."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from quentli_client.types import Unset
from support.clients import Connect, RunSandbox, ids
from support.resources import RESOURCES, Resource, every_resource

from quentli_query import (
    DiscountQ,
    Filter,
    InvoiceQ,
    PaymentConceptQ,
    PaymentQ,
    Q,
    SubscriptionQ,
    TaxInvoiceQ,
    WebhookEventQ,
    WebhookQ,
    any_of,
    errors,
)
from quentli_query.sandbox import IgnoreFilter, MissingFields, Sandbox

Record = dict[str, Any]

YEAR = datetime(2025, 1, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """A sandbox with records of all resources. They do not change; its list of requests grows."""
    with Sandbox(customers=60, seed=11) as running:
        yield running


def instant(record: Record, key: str = "createdAt") -> datetime:
    return datetime.fromisoformat(record[key])


FILTERS: list[tuple[str, Filter[Any], Callable[[Record], object]]] = [
    ("customers", Q.name.contains("ar") & Q.email_verified.is_true(),
        lambda r: "ar" in r["name"].lower() and r["emailVerified"]),
    ("payment_concepts", (PaymentConceptQ.amount >= 100_000) & PaymentConceptQ.currency.equals("MXN"),
        lambda r: r["amount"] is not None and r["amount"] >= 100_000 and r["currency"] == "MXN"),
    ("discounts", DiscountQ.type.equals("PERCENTAGE") | (DiscountQ.amount_off > 10_000),
        lambda r: r["type"] == "PERCENTAGE" or (r["amountOff"] or 0) > 10_000),
    ("invoices", InvoiceQ.is_paid(False) & (InvoiceQ.due_date >= YEAR),
        lambda r: not r["isPaid"] and instant(r, "dueDate") >= YEAR),
    ("tax_invoices", TaxInvoiceQ.status.equals("VALID") & (TaxInvoiceQ.created_at >= YEAR),
        lambda r: r["status"] == "VALID" and instant(r) >= YEAR),
    ("subscriptions", SubscriptionQ.status.in_(["CANCELED", "COMPLETED"]),
        lambda r: r["status"] in ("CANCELED", "COMPLETED")),
    ("payments", PaymentQ.is_completed() & PaymentQ.type.equals("CARD"),
        lambda r: r["isCompleted"] and r["type"] == "CARD"),
    ("webhooks", WebhookQ.url.contains("-") | WebhookQ.url.contains("ERP"),
        lambda r: "-" in r["url"] or "erp" in r["url"]),
    ("webhook_events", WebhookEventQ.status.equals("FAILED") & WebhookEventQ.type.equals("PAYMENT_COMPLETED"),
        lambda r: r["status"] == "FAILED" and r["type"] == "PAYMENT_COMPLETED"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "filter_", "holds"), FILTERS)
def test_each_method_finds_what_a_comprehension_finds(
    name: str,
    filter_: Filter[Any],
    holds: Callable[[Record], object],
    sandbox: Sandbox,
    connect_sync: Connect,
) -> None:
    stored = sandbox.records(name)
    matching = [record for record in stored if holds(record)]
    assert 0 < len(matching) < len(stored)
    records = getattr(connect_sync(sandbox), name)
    assert ids(records.list(filter_)) == ids(matching)
    by_creation = sorted(matching, key=lambda record: (record["createdAt"], record["id"]))
    assert ids(records.scan(filter_)) == ids(by_creation)
    assert records.count(filter_) == len(matching)
    assert records.first(filter_).id == matching[0]["id"]
    assert records.exists(filter_) is True


@every_resource
def test_each_method_of_each_list(resource: Resource, sandbox: Sandbox, connect: Connect) -> None:
    stored = sandbox.records(resource.name)
    fields, records = resource.fields, getattr(connect(sandbox), resource.name)
    found = list(records.list(take=7, prefetch=3))
    assert sandbox.requests[-1].path == resource.path
    assert ids(found) == ids(stored)
    assert {type(record) for record in found} == {resource.listed}
    assert [record.created_at for record in found] == [instant(record) for record in stored]
    assert ids(records.list(skip=2, limit=5)) == ids(stored[2:7])
    answer = records.with_raw_response.list(take=5)
    assert ids(answer.parsed) == ids(json.loads(answer.body)) == ids(stored[:5])
    newest_first = [record.created_at for record in records.list(order_by=fields.created_at.desc())]
    assert newest_first == sorted(map(instant, stored), reverse=True)
    before = len(sandbox.requests)
    assert sorted(ids(records.scan())) == sorted(ids(stored))
    assert len(sandbox.requests) - before >= 1 + len(stored) // 100
    last = records.first(order_by=[fields.created_at.desc(), fields.id.desc()])
    assert last.id == max(stored, key=lambda record: (record["createdAt"], record["id"]))["id"]
    only, nobody = fields.id == stored[0]["id"], fields.id == "nobody"
    assert records.one(only).id == stored[0]["id"]
    with pytest.raises(errors.MultipleRecordsError, match=f"several of the {resource.name} match"):
        records.one(any_of(only, fields.id == stored[-1]["id"]))
    with pytest.raises(errors.RecordNotFoundError, match=f"none of the {resource.name} matches"):
        records.one(nobody)
    assert records.exists(nobody) is False
    assert records.count(nobody) == 0
    assert records.first(nobody) is None
    if resource.single:
        found = records.get(stored[-1]["id"])
        assert (type(found), found.id) == (resource.single, stored[-1]["id"])


def test_orders_unknown_here_are_refused_for_parts(sandbox: Sandbox, connect: Connect) -> None:
    payments = connect(sandbox).payments
    large = PaymentQ.id.in_([f"none_{number:020}" for number in range(150)])
    before = len(sandbox.requests)
    for order in (PaymentQ.type.asc(), PaymentQ.status.desc(), PaymentQ.description.asc()):
        with pytest.raises(errors.FilterTooLargeError, match=r"not ordered by PaymentQ\."):
            payments.list(large, order_by=order)
    assert len(sandbox.requests) == before
    for order in (PaymentQ.amount.asc(), PaymentQ.is_completed.desc(), PaymentQ.payment_time.asc()):
        assert payments.list(large, order_by=order).data == []


def test_a_scan_keeps_conditions_on_the_creation_of_related_records(
    sandbox: Sandbox, connect: Connect
) -> None:
    """Only a bound on the record's own creation is replaced by the scan's."""
    customers = {customer["id"]: instant(customer) for customer in sandbox.customers}
    middle = sorted(customers.values())[len(customers) // 2]
    expected = [each for each in sandbox.records("payments") if customers[each["customerId"]] >= middle]
    assert len(expected) > 50
    found = connect(sandbox).payments.scan(PaymentQ.customer.created_at >= middle)
    assert sorted(ids(found)) == sorted(ids(expected))


@every_resource
def test_options_of_a_client_hold_for_each_list(
    resource: Resource, run_sandbox: RunSandbox, connect_sync: Connect
) -> None:
    sandbox = run_sandbox(IgnoreFilter("id"), MissingFields("updatedAt"), customers=30, seed=11)
    quentli = connect_sync(sandbox, lenient=True)
    records = getattr(quentli, resource.name)
    nobody = resource.fields.id == "nobody"
    assert {type(record.updated_at) for record in records.list()} == {Unset}
    unverified = getattr(quentli.with_options(verify=False), resource.name)
    for each, options in ((records, {}), (unverified, {"verify": True})):
        with pytest.raises(errors.FilterNotHonoredError, match=f"of {resource.name}, which does not satisfy"):
            each.list(nobody, **options)
    assert records.list(nobody, verify=False).data
    assert unverified.list(nobody).data
    strict = getattr(quentli.with_options(strict=True), resource.name)
    before = len(sandbox.requests)
    with pytest.raises(errors.UndocumentedFilterError):
        strict.list(resource.fields.created_at < YEAR)
    assert len(sandbox.requests) == before


@every_resource
def test_each_list_takes_its_own_filters_and_orders(
    resource: Resource, sandbox: Sandbox, connect: Connect
) -> None:
    records = getattr(connect(sandbox), resource.name)
    other = next(each for each in RESOURCES if each.name != resource.name)
    before = len(sandbox.requests)
    vocabulary = repr(resource.fields)
    named = "" if vocabulary == "Q" else f", {vocabulary}"
    refused: list[tuple[str, Any, str]] = [
        (
            "filter",
            other.fields.id == "x",
            f"of {other.name}; it cannot be given to a list of {resource.name}",
        ),
        ("filter", "id=x", rf"such as {vocabulary}\.created_at\.gte\(.* parse_filter\(text{named}\)$"),
        ("order_by", other.fields.id.asc(), f"it cannot order {resource.name}"),
        ("order_by", "id=asc", rf"such as {vocabulary}\.created_at\.desc\(.* parse_order_by\(text{named}\)$"),
    ]
    for argument, wrong, message in refused:
        with pytest.raises(errors.FilterTypeError, match=message):
            records.list(**{argument: wrong})
    assert len(sandbox.requests) == before
