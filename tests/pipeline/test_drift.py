"""Drift: the vocabularies fit the present document, and each way in which they may not is reported."""

from collections.abc import Callable
from typing import Any

import pytest
from pipeline.vendor import MIXED, WHOLE, alter, schema

from quentli_query.filters.fields import inspect
from quentli_query.filters.vocabularies.customers import Q
from quentli_query.filters.vocabularies.discounts import DiscountQ
from quentli_query.filters.vocabularies.webhooks import WebhookQ
from scripts.pipeline import drift
from scripts.pipeline.rewrites import rewrite
from scripts.pipeline.shapes import Reader

RECORDS = {
    "customers": "Customer",
    "payment_concepts": "PaymentConcept",
    "discounts": "Discount",
    "invoices": "FullInvoice",
    "tax_invoices": "TaxInvoice",
    "subscriptions": "Subscription",
    "payments": "PaymentWithItems",
    "webhooks": "Webhook",
    "webhook_events": "WebhookEvent",
}


def test_the_vocabularies_fit_the_lists_of_the_present_document() -> None:
    present = rewrite(WHOLE)
    reader = Reader(present)
    lists = [each.key.removesuffix("_list") for each in reader.operations() if each.key.endswith("_list")]

    assert sorted(inspect(each).resource for each in drift.VOCABULARIES) == sorted(lists)
    assert drift.drift(present) == []
    records = {resource: drift.record_of(reader, resource) for resource in lists}
    assert {resource: record and record.python for resource, record in records.items()} == RECORDS


TEXT = {"type": "string"}
INSTANT = {"anyOf": [TEXT, {"type": "string", "format": "date-time"}, {"nullable": True}]}
FIXED = {"type": "string", "enum": ["FIXED"]}
MORE = {"type": "string", "enum": ["FIXED", "PERCENTAGE", "HALF"]}


def set_field(record: str, name: str, new: Any) -> Callable[[Any], None]:
    return lambda document: schema(document, record)["properties"].update({name: new})


def remove_field(record: str, name: str) -> Callable[[Any], None]:
    return lambda document: schema(document, record)["properties"].pop(name)


DRIFTS: list[tuple[Callable[[Any], Any], str]] = [
    (
        set_field("Customer", "seenAt", INSTANT),
        "Q.seen_at is missing; records of Customer hold an instant there",
    ),
    (
        set_field("Customer", "loyaltyTier", {**TEXT, "nullable": True}),
        "Q.loyalty_tier is missing; records of Customer hold text there",
    ),
    (remove_field("Customer", "phoneNumber"), "Q.phone_number is text, and records have no such field"),
    (
        set_field("Customer", "phoneNumber", {"type": "number"}),
        "Q.phone_number is text, and records hold a number there",
    ),
    (set_field("Customer", "createdAt", TEXT), "Q.created_at is an instant, and records hold text there"),
    (set_field("Customer", "meta", TEXT), "Q.meta is left out; records of Customer hold text there"),
    (remove_field("Customer", "meta"), "Q.meta is left out, and records of Customer have none"),
    (
        set_field("Customer", "noPayments", {"type": "boolean"}),
        "Q.no_payments is a flag, and records hold a boolean there",
    ),
    (
        set_field("Customer", "name", {"type": "array", "items": TEXT}),
        "Q.name is text, and records hold no plain value there",
    ),
    (set_field("Discount", "type", MORE), "DiscountQ.type lacks the value HALF"),
    (set_field("Discount", "type", FIXED), "DiscountQ.type has the value PERCENTAGE, which records do not"),
    (set_field("Discount", "type", TEXT), "DiscountQ.type is an enum, and records hold text there"),
    (
        lambda document: document["paths"].pop("/v1/webhooks"),
        "WebhookQ there is no operation webhooks_list with a list of records",
    ),
]


@pytest.mark.parametrize(("change", "expected"), DRIFTS)
def test_each_drift_is_reported(change: Callable[[Any], Any], expected: str) -> None:
    found = drift.drift(rewrite(alter(change, MIXED)), [Q, DiscountQ, WebhookQ])

    assert [f"{each.field} {each.says}" for each in found] == [expected]


def test_records_that_no_list_answers_with_are_not_compared() -> None:
    changed = alter(set_field("PaymentMethod", "brandNew", TEXT), MIXED)

    assert drift.drift(rewrite(changed), [Q, DiscountQ, WebhookQ]) == []


def test_only_the_given_vocabularies_are_compared() -> None:
    changed = rewrite(alter(remove_field("Customer", "name"), MIXED))

    assert drift.drift(changed, [DiscountQ]) == []
    assert [each.field for each in drift.drift(changed, [Q])] == ["Q.name"]
