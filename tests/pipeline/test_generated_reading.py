"""Every model reads the records that the document describes, and writes them again unchanged."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import Any

import pytest
from dateutil import tz
from hypothesis import given, strategies as st
from pipeline.described import COMPONENT, models_of, objects, operations, schemas
from pipeline.samples import TEXT, records, values_of_component
from quentli_client import models
from quentli_client.errors import FieldError
from support.profiles import at_most
from support.resources import Resource, every_resource

from quentli_query.sandbox import Sandbox


@pytest.mark.parametrize("name", objects())
def test_a_record_is_written_as_it_was_read(name: str) -> None:
    model = getattr(models, name)
    for record in records(objects()[name]):
        before = json.dumps(record)
        read = model.from_dict(record)
        # As text, for the order of the keys.
        assert json.dumps(read.to_dict()) == before == json.dumps(record)
        assert read == model.from_dict(read.to_dict())


ANSWERS = sorted(
    {name for operation in operations().values() for name in models_of(operation["responses"])}
    & objects().keys()
)


@pytest.mark.parametrize("name", ANSWERS)
@at_most(5)
@given(data=st.data())
def test_any_answer_is_written_as_it_was_read(name: str, data: st.DataObject) -> None:
    record = data.draw(values_of_component(name))

    assert getattr(models, name).from_dict(record).to_dict() == record


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(customers=20) as running:
        yield running


@every_resource
def test_records_of_the_sandbox_are_written_as_they_were_read(resource: Resource, sandbox: Sandbox) -> None:
    records = sandbox.records(resource.name)

    assert records
    for record in records:
        assert resource.listed.from_dict(record).to_dict() == record


@pytest.mark.parametrize("name", [name for name in objects() if objects()[name].get("required")])
def test_a_missing_field_is_named(name: str) -> None:
    record = next(records(objects()[name]))
    for key in objects()[name]["required"]:
        with pytest.raises(FieldError, match=f"^{key} is missing$"):
            getattr(models, name).from_dict({field: record[field] for field in record if field != key})


@pytest.mark.parametrize("name", objects())
def test_only_an_object_is_read(name: str) -> None:
    for value in (None, 3, "text", True, [3]):
        with pytest.raises((TypeError, ValueError, AttributeError, KeyError)):
            getattr(models, name).from_dict(value)


def payment(**changes: Any) -> dict[str, Any]:
    return {**next(records(objects()["PaymentWithItems"])), **changes}


def test_unknown_values_are_text_in_answers_and_errors_in_requests() -> None:
    read = models.PaymentWithItems.from_dict(payment(type="BEADS", processor="NOBODY"))

    assert (read.type_, read.processor) == ("BEADS", "NOBODY")
    assert type(read.type_) is str
    assert (read.to_dict()["type"], read.to_dict()["processor"]) == ("BEADS", "NOBODY")
    with pytest.raises(ValueError, match="^channel cannot be read$"):
        models.SendPaymentReminderInput.from_dict({"channel": "TELEGRAM"})


@pytest.mark.parametrize("key", ["createdAt", "updatedAt"])
@pytest.mark.parametrize("instant", ["tomorrow", "", 3, None, [], {}])
def test_invalid_instants(key: str, instant: Any) -> None:
    with pytest.raises((TypeError, ValueError)):
        models.PaymentWithItems.from_dict(payment(**{key: instant}))


NULL = {"type": "null"}


def of_one_kind_or_null() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield the fields that may be null or else an instant, a record, a list or an enum: model, field, kind."""
    for name, schema in objects().items():
        for field, of_field in schema.get("properties", {}).items():
            branches = of_field.get("anyOf", [])
            others = [branch for branch in branches if branch != NULL]
            if NULL in branches and len(others) == 1 and not is_plain(others[0]):
                yield name, field, others[0]


def is_plain(schema: dict[str, Any]) -> bool:
    """Tell whether the generated code takes any value of the schema as it comes."""
    is_text = schema.get("type") == "string" and "enum" not in schema and schema.get("format") != "date-time"
    return is_text or schema.get("type") in {"boolean", "integer", "number"}


@pytest.mark.parametrize(("name", "field", "kind"), [*of_one_kind_or_null()])
def test_a_nullable_field_refuses_values_of_another_kind(name: str, field: str, kind: dict[str, Any]) -> None:
    model = getattr(models, name)
    record = next(records(objects()[name]))
    resolved = schemas()[kind["$ref"].removeprefix(COMPONENT)] if "$ref" in kind else kind
    is_object = resolved.get("type") == "object"
    empty: list[Any] = [{}] if resolved.get("required") or not is_object else []

    assert model.from_dict({**record, field: None}).to_dict()[field] is None
    for value in (3, True, "soon", "", [3], [] if is_object else {}, *empty):
        with pytest.raises((TypeError, ValueError, AttributeError, KeyError)):
            model.from_dict({**record, field: value})


def test_there_are_nullable_fields_of_every_kind() -> None:
    kinds = {kind.get("format") or kind.get("type") or "record" for _, _, kind in of_one_kind_or_null()}

    assert kinds >= {"date-time", "array", "record"}


def test_an_unreadable_part_is_named() -> None:
    concept = {**next(records(objects()["PaymentConcept"])), "recurrentDetail": {}}

    with pytest.raises(FieldError, match=r"^recurrentDetail\.collectionInterval is missing$"):
        models.PaymentConcept.from_dict(concept)
    with pytest.raises(FieldError, match="^recurrentDetail cannot be read$"):
        models.PaymentConcept.from_dict({**concept, "recurrentDetail": 3})


def test_the_destination_selects_the_branch() -> None:
    home = {"input": {"destination": "home", "customerId": "c"}}
    checkout = {"input": {"destination": "invoice-checkout", "customerId": "c", "invoiceId": "i"}}
    read = models.CreateCustomerPortalSessionArgs.from_dict

    assert type(read(home).input_) is models.CreateCustomerPortalSessionHomeInput
    assert type(read(checkout).input_) is models.CreateCustomerPortalSessionInvoiceCheckoutInput


@pytest.mark.parametrize(
    "given",
    [{"destination": "nowhere"}, {"destination": "invoice-checkout", "customerId": "c"}, None, "home"],
)
def test_unknown_branches(given: Any) -> None:
    with pytest.raises((TypeError, ValueError, KeyError)):
        models.CreateCustomerPortalSessionArgs.from_dict({"input": given})


INVOICE: dict[str, Any] = {
    "due_date": datetime(2026, 1, 31, tzinfo=UTC),
    "collection_method": models.CollectionMethod.NONE,
    "customer_id": "cus",
    "items": [],
}


class Nowhere(tzinfo):
    """A zone without an offset."""

    def utcoffset(self, _: datetime | None) -> None:
        return None

    dst = tzname = utcoffset


@pytest.mark.parametrize("zone", [None, Nowhere()])
@pytest.mark.parametrize("field", ["due_date", "expire_date"])
def test_a_datetime_without_a_zone_is_not_written(field: str, zone: tzinfo | None) -> None:
    naive = models.CreateInvoiceInput(**{**INVOICE, field: datetime(2026, 1, 31, tzinfo=zone)})
    said = rf"^{field}: a datetime without a zone; give it one, for example datetime\(\.\.\., tzinfo=UTC\)$"

    for written in (naive, models.CreateInvoiceArgs(naive)):
        with pytest.raises(ValueError, match=said):
            written.to_dict()


@pytest.mark.parametrize("value", [date(2026, 1, 31), "2026-01-31T00:00:00Z", 3, None])
def test_only_a_datetime_is_written_as_one(value: Any) -> None:
    with pytest.raises(
        TypeError, match=f"^due_date: a datetime is needed, and this is a {type(value).__name__}$"
    ):
        models.CreateInvoiceInput(**{**INVOICE, "due_date": value}).to_dict()


SIX_BEHIND = timezone(timedelta(hours=-6))
NOON = datetime(2026, 1, 31, 12, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("instant", "written"),
    [
        (NOON, "2026-01-31T12:30:00.000Z"),
        (NOON.replace(microsecond=250_000), "2026-01-31T12:30:00.250Z"),
        (NOON.replace(microsecond=123_456), "2026-01-31T12:30:00.123456Z"),
        (NOON.replace(microsecond=1), "2026-01-31T12:30:00.000001Z"),
        (NOON.replace(tzinfo=SIX_BEHIND), "2026-01-31T18:30:00.000Z"),
        (NOON.replace(tzinfo=tz.gettz("America/Mexico_City")), "2026-01-31T18:30:00.000Z"),
        (NOON.replace(year=33), "0033-01-31T12:30:00.000Z"),
    ],
    ids=str,
)
def test_instants_have_the_format_of_the_api(instant: datetime, written: str) -> None:
    made = models.CreateInvoiceInput(**{**INVOICE, "due_date": instant, "expire_date": instant}).to_dict()

    assert made["dueDate"] == made["expireDate"] == written


def test_an_instant_out_of_range_is_not_written() -> None:
    late = datetime.max.replace(tzinfo=SIX_BEHIND)

    with pytest.raises(ValueError, match=r"^due_date: 9999-12-31 .* is out of range in UTC; give"):
        models.CreateInvoiceInput(**{**INVOICE, "due_date": late}).to_dict()


def test_every_instant_of_every_model_needs_a_zone() -> None:
    checked = 0
    for name, schema in objects().items():
        record = next(records(schema))
        for field, of_field in schema.get("properties", {}).items():
            if any(part.get("format") == "date-time" for part in (of_field, *of_field.get("anyOf", ()))):
                made = getattr(models, name).from_dict({**record, field: "2026-01-31T00:00:00"})
                with pytest.raises(ValueError, match=": a datetime without a zone"):
                    made.to_dict()
                checked += 1
    assert checked > 50


def test_text_is_not_written_as_an_enum() -> None:
    with pytest.raises(AttributeError, match="'str' object has no attribute 'value'"):
        models.CreateInvoiceInput(**{**INVOICE, "collection_method": "NONE"}).to_dict()


def test_whole_numbers_stay_whole() -> None:
    item = models.CreateInvoiceItemInput(concept_id="con", quantity=2, amount=150000)

    assert re.findall(r"\d[\d.]*", str(item.to_dict())) == ["2", "150000"]


def test_a_documented_field_wins_over_an_unknown_one() -> None:
    record = models.Customer.from_dict(next(records(objects()["Customer"])))
    record["name"] = "unknown"

    assert record.to_dict()["name"] == TEXT
