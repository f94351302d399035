"""Where vocabularies do not fit the records: not with the present document, and each way in which they may not."""

import copy
from collections.abc import Callable
from typing import Any

import pytest

from quentli_query.filters.fields import inspect
from quentli_query.filters.vocabularies.customers import Q
from quentli_query.filters.vocabularies.payments import PaymentQ
from scripts.pipeline import document, drift
from scripts.pipeline.__main__ import SPEC
from scripts.pipeline.rewrites import rewrite
from scripts.pipeline.shapes import Reader

PRESENT = document.load(SPEC)

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


def drifted(change: Callable[[Any], Any]) -> list[str]:
    new = copy.deepcopy(PRESENT)
    change(new)
    return [f"{each.field} {each.says}" for each in drift.drift(rewrite(new))]


def test_the_vocabularies_fit_the_present_document() -> None:
    assert drift.drift(rewrite(PRESENT)) == []


def test_each_list_has_its_vocabulary_and_its_record() -> None:
    reader = Reader(rewrite(PRESENT))
    lists = [each.key.removesuffix("_list") for each in reader.operations() if each.key.endswith("_list")]

    assert sorted(inspect(each).resource for each in drift.VOCABULARIES) == sorted(lists)
    records = {resource: drift.record_of(reader, resource) for resource in lists}
    assert {resource: record and record.python for resource, record in records.items()} == RECORDS


def properties(new: Any, name: str) -> Any:
    return new["components"]["schemas"][name]["properties"]


INSTANT = {"anyOf": [{"type": "string"}, {"type": "string", "format": "date-time"}, {"nullable": True}]}

DRIFTS: list[tuple[Callable[[Any], Any], list[str]]] = [
    (
        lambda new: properties(new, "Customer").update(loyaltyTier={"type": "string", "nullable": True}),
        ["Q.loyalty_tier is missing; records of Customer hold text there"],
    ),
    (
        lambda new: properties(new, "Customer").update(seenAt=INSTANT),
        ["Q.seen_at is missing; records of Customer hold an instant there"],
    ),
    (
        lambda new: properties(new, "Customer").pop("phoneNumber"),
        ["Q.phone_number is text, and records have no such field"],
    ),
    (
        lambda new: properties(new, "Customer").update(phoneNumber={"type": "number"}),
        ["Q.phone_number is text, and records hold a number there"],
    ),
    (
        lambda new: properties(new, "Customer").update(createdAt={"type": "string"}),
        ["Q.created_at is an instant, and records hold text there"],
    ),
    (
        lambda new: properties(new, "Customer").update(meta={"type": "string"}),
        ["Q.meta is left out; records of Customer hold text there"],
    ),
    (
        lambda new: properties(new, "Customer").pop("meta"),
        ["Q.meta is left out, and records of Customer have none"],
    ),
    (
        lambda new: properties(new, "Customer").update(noPayments={"type": "boolean"}),
        ["Q.no_payments is a flag, and records hold a boolean there"],
    ),
    (
        lambda new: properties(new, "Customer").update(name={"type": "array", "items": {"type": "string"}}),
        ["Q.name is text, and records hold no plain value there"],
    ),
    (
        lambda new: properties(new, "PaymentWithItems")["type"]["enum"].append("CRYPTO"),
        ["PaymentQ.type lacks the value CRYPTO"],
    ),
    (
        lambda new: properties(new, "PaymentWithItems")["type"]["enum"].remove("OXXO"),
        ["PaymentQ.type has the value OXXO, which records do not"],
    ),
    (
        lambda new: properties(new, "PaymentWithItems").update(type={"type": "string"}),
        ["PaymentQ.type is an enum, and records hold text there"],
    ),
    (
        lambda new: new["paths"].pop("/v1/webhooks"),
        ["WebhookQ there is no operation webhooks_list with a list of records"],
    ),
    (
        lambda new: properties(new, "Payment").update(brandNew={"type": "string"}),
        [],
    ),
]


@pytest.mark.parametrize(("change", "expected"), DRIFTS)
def test_each_way_in_which_they_may_not_fit(change: Callable[[Any], Any], expected: list[str]) -> None:
    assert drifted(change) == expected


def test_only_the_vocabularies_that_are_asked_for() -> None:
    new = copy.deepcopy(PRESENT)
    del properties(new, "Customer")["name"]

    assert drift.drift(rewrite(new), [PaymentQ]) == []
    assert [each.field for each in drift.drift(rewrite(new), [Q])] == ["Q.name"]
