"""Every model reads the records that the document describes, and writes them again unchanged."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from itertools import chain
from typing import Any

import pytest
from dateutil import tz
from pipeline.described import COMPONENT, objects, schemas
from quentli_client import models
from quentli_client.errors import FieldError

INSTANT = "2025-01-10T12:00:00.250000+00:00"
TEXT = "A text, 'quoted' — ñ"
PLAIN: dict[Any, Any] = {
    ("date-time", "string"): INSTANT,
    **{(form, "string"): TEXT for form in (None, "email", "uri")},
    (None, "boolean"): True,
    (None, "integer"): 3,
    (None, "number"): 1.5,
    (None, "null"): None,
    # Anything.
    (None, None): {"text": TEXT, "list": [1, None]},
}


def samples(schema: dict[str, Any]) -> Iterator[Any]:
    """Yield values that a schema allows: one of each branch and value, records in full and with required fields."""
    match schema:
        case {"$ref": reference}:
            yield from samples(schemas()[reference.removeprefix(COMPONENT)])
        case {"anyOf": branches} | {"oneOf": branches} | {"allOf": branches}:
            yield from chain.from_iterable(map(samples, branches))
        case {"enum": values}:
            yield from values
        case {"type": "array", "items": items}:
            yield from ([], list(samples(items)))
        case {"type": "object"}:
            yield from records(schema)
        case _:
            yield (
                PLAIN[schema.get("format"), schema.get("type")] if "const" not in schema else schema["const"]
            )


def records(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    choices = {name: list(samples(value)) for name, value in schema.get("properties", {}).items()}
    others = {"aFieldOfTomorrow": next(samples(more))} if (more := others_of(schema)) is not None else {}
    for turn in range(max(map(len, choices.values()), default=1)):
        full = {name: values[turn % len(values)] for name, values in choices.items()}
        yield full | others
        yield {name: value for name, value in full.items() if name in schema.get("required", ())}


def others_of(schema: dict[str, Any]) -> dict[str, Any] | None:
    """Return the schema of fields without a name of their own, or None where there are none."""
    others = schema.get("additionalProperties", {})
    return others if isinstance(others, dict) else None


@pytest.mark.parametrize("name", objects())
def test_a_record_is_written_as_it_was_read(name: str) -> None:
    model = getattr(models, name)
    for record in records(objects()[name]):
        given = {**record}
        read = model.from_dict(given)
        assert read.to_dict() == given == record
        assert read == model.from_dict(read.to_dict())


@pytest.mark.parametrize("name", [name for name in objects() if objects()[name].get("required")])
def test_a_missing_field_is_named(name: str) -> None:
    record = next(records(objects()[name]))
    for key in objects()[name]["required"]:
        with pytest.raises(FieldError, match=f"^{key} is missing$"):
            getattr(models, name).from_dict({field: record[field] for field in record if field != key})


@pytest.mark.parametrize("name", objects())
def test_only_an_object_is_read(name: str) -> None:
    for given in (None, 3, "text", True, [3]):
        with pytest.raises((TypeError, ValueError, AttributeError, KeyError)):
            getattr(models, name).from_dict(given)


def payment(**changes: Any) -> dict[str, Any]:
    return {**next(records(objects()["PaymentWithItems"])), **changes}


def test_unknown_values_are_text_in_answers_and_errors_in_requests() -> None:
    read = models.PaymentWithItems.from_dict(payment(type="SPEI", processor="NOBODY"))

    assert (read.type_, read.processor) == ("SPEI", "NOBODY")
    assert type(read.type_) is str
    assert (read.to_dict()["type"], read.to_dict()["processor"]) == ("SPEI", "NOBODY")
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


@pytest.mark.parametrize("zone", [UTC, timezone(timedelta(hours=-6)), tz.gettz("America/Mexico_City")])
def test_a_zone_is_kept(zone: tzinfo) -> None:
    due = datetime(2026, 1, 31, 12, 30, 0, 250_000, tzinfo=zone)
    written = models.CreateInvoiceInput(**{**INVOICE, "due_date": due, "expire_date": due}).to_dict()

    assert written["dueDate"] == written["expireDate"] == due.isoformat()
    assert datetime.fromisoformat(written["dueDate"]) == due


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
