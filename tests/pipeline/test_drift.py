"""Drift: the vocabularies fit the present document, and each way in which they may not is reported."""

from typing import Any

import pytest
from pipeline.described import described
from pipeline.vendor import MIXED, alter, schema
from support.resources import RESOURCES

from quentli_query.filters.vocabularies.customers import Q
from quentli_query.filters.vocabularies.discounts import DiscountQ
from quentli_query.filters.vocabularies.webhooks import WebhookQ
from quentli_query.filters.vocabulary import inspect
from scripts.pipeline import drift
from scripts.pipeline.rewrites import rewrite
from scripts.pipeline.shapes import Reader


def test_the_vocabularies_fit_the_lists_of_the_present_document() -> None:
    present = described()
    reader = Reader(present)
    lists = [each.key.removesuffix("_list") for each in reader.operations() if each.key.endswith("_list")]

    assert sorted(inspect(each).resource for each in drift.VOCABULARIES) == sorted(lists)
    assert drift.drift(present) == []
    for resource in RESOURCES:
        record = drift.record_of(reader, resource.name)
        assert record
        assert record.python == resource.listed.__name__


TEXT, NUMBER, TRUTH = {"type": "string"}, {"type": "number"}, {"type": "boolean"}
MAYBE_TEXT, TEXTS = {"type": "string", "nullable": True}, {"type": "array", "items": TEXT}
INSTANT = {"anyOf": [TEXT, {"type": "string", "format": "date-time"}, {"nullable": True}]}
FIXED = {"type": "string", "enum": ["FIXED"]}
MORE = {"type": "string", "enum": ["FIXED", "PERCENTAGE", "HALF"]}


def change_field(record: str, name: str, new: Any) -> Any:
    """Return the document with another schema for a field, or without the field."""

    def change(document: Any) -> None:
        fields = schema(document, record)["properties"]
        fields.pop(name, None)
        fields.update({name: new} if new else {})

    return rewrite(alter(change, MIXED))


# A field of a record, its schema from now on, and the drift.
DRIFTS: list[tuple[str, str, Any, str]] = [
    ("Customer", "seenAt", INSTANT, "Q.seen_at is missing; records of Customer hold an instant there"),
    ("Customer", "loyaltyTier", MAYBE_TEXT, "Q.loyalty_tier is missing; records of Customer hold text there"),
    ("Customer", "phoneNumber", None, "Q.phone_number is text, and records have no such field"),
    ("Customer", "phoneNumber", NUMBER, "Q.phone_number is text, and records hold a number there"),
    ("Customer", "createdAt", TEXT, "Q.created_at is an instant, and records hold text there"),
    ("Customer", "meta", TEXT, "Q.meta is left out; records of Customer hold text there"),
    ("Customer", "meta", None, "Q.meta is left out, and records of Customer have none"),
    ("Customer", "noPayments", TRUTH, "Q.no_payments is a flag, and records hold a boolean there"),
    ("Customer", "name", TEXTS, "Q.name is text, and records hold no plain value there"),
    ("Discount", "type", MORE, "DiscountQ.type lacks the value HALF"),
    ("Discount", "type", FIXED, "DiscountQ.type has the value PERCENTAGE, which records do not"),
    ("Discount", "type", TEXT, "DiscountQ.type is an enum, and records hold text there"),
    # No list answers with this record.
    ("PaymentMethod", "brandNew", TEXT, ""),
]


@pytest.mark.parametrize(("record", "name", "new", "expected"), DRIFTS)
def test_each_drift_is_reported(record: str, name: str, new: Any, expected: str) -> None:
    found = drift.drift(change_field(record, name, new), [Q, DiscountQ, WebhookQ])

    assert "\n".join(f"{each.field} {each.says}" for each in found) == expected


def test_a_missing_list_is_reported() -> None:
    changed = rewrite(alter(lambda document: document["paths"].pop("/v1/webhooks"), MIXED))

    expected = drift.Drift("WebhookQ", "there is no operation webhooks_list with a list of records")
    assert drift.drift(changed, [Q, WebhookQ]) == [expected]


def test_only_the_given_vocabularies_are_compared() -> None:
    changed = change_field("Customer", "name", None)

    assert drift.drift(changed, [DiscountQ]) == []
    assert [each.field for each in drift.drift(changed, [Q])] == ["Q.name"]
