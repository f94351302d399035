"""Every model reads what the document describes, and writes it again as it was."""

import re
from collections.abc import Iterator
from datetime import datetime
from itertools import chain
from typing import Any

import pytest
from openapi.described import COMPONENT, objects, schemas
from quentli_client import models

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
OWN_FRAME = 2


def samples(schema: dict[str, Any]) -> Iterator[Any]:
    """Values that a schema allows: one of each branch and value, records in full and with what they must have."""
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
    """What fields that have no name of their own hold, or None where there are none."""
    others = schema.get("additionalProperties", {})
    return others if isinstance(others, dict) else None


@pytest.mark.parametrize("name", objects())
def test_what_is_read_is_written(name: str) -> None:
    model = getattr(models, name)
    for record in records(objects()[name]):
        given = {**record}
        assert model.from_dict(given).to_dict() == record
        assert given == record


@pytest.mark.parametrize("name", objects())
def test_two_of_the_same_are_equal(name: str) -> None:
    model = getattr(models, name)
    for record in records(objects()[name]):
        assert model.from_dict(record) == model.from_dict(model.from_dict(record).to_dict())


@pytest.mark.parametrize("name", [name for name in objects() if objects()[name].get("required")])
def test_a_missing_field_is_named(name: str) -> None:
    record = next(records(objects()[name]))
    for key in objects()[name]["required"]:
        with pytest.raises(KeyError) as caught:
            getattr(models, name).from_dict({field: record[field] for field in record if field != key})
        assert caught.value.args == (key,)
        # Whoever looks for the field at fault tells by this that it is not one inside of another.
        assert len(caught.traceback) == OWN_FRAME


@pytest.mark.parametrize("name", objects())
def test_what_is_no_object_cannot_be_read(name: str) -> None:
    for given in (None, 3, "text", True, [3]):
        with pytest.raises((TypeError, ValueError, AttributeError, KeyError)):
            getattr(models, name).from_dict(given)


def payment(**changes: Any) -> dict[str, Any]:
    return {**next(records(objects()["PaymentWithItems"])), **changes}


def test_values_are_what_they_are_in_python() -> None:
    read = models.PaymentWithItems.from_dict(payment(type="CARD", status=None))

    assert read.type_ is models.PaymentType.CARD
    assert read.status is None
    assert read.created_at == datetime.fromisoformat(INSTANT)
    assert isinstance(read.metadata, list)


def test_values_of_tomorrow_are_text() -> None:
    read = models.PaymentWithItems.from_dict(payment(type="SPEI", processor="NOBODY"))

    assert (read.type_, read.processor) == ("SPEI", "NOBODY")
    assert type(read.type_) is str
    assert (read.to_dict()["type"], read.to_dict()["processor"]) == ("SPEI", "NOBODY")


def test_a_request_takes_no_values_of_tomorrow() -> None:
    with pytest.raises(ValueError, match="'TELEGRAM' is not a valid SendPaymentChannel"):
        models.SendPaymentReminderInput.from_dict({"channel": "TELEGRAM"})


@pytest.mark.parametrize("key", ["createdAt", "updatedAt"])
@pytest.mark.parametrize("instant", ["tomorrow", "", 3, None, [], {}])
def test_an_instant_that_is_none(key: str, instant: Any) -> None:
    with pytest.raises((TypeError, ValueError)):
        models.PaymentWithItems.from_dict(payment(**{key: instant}))


@pytest.mark.parametrize("instant", ["tomorrow", "", 3, [], {}])
def test_an_instant_that_is_none_passes_where_null_may_stand(instant: Any) -> None:
    assert models.PaymentWithItems.from_dict(payment(paymentTime=instant)).payment_time == instant


@pytest.mark.parametrize("broken", [3, "text", [3], {"id": "1"}])
def test_a_part_that_cannot_be_read_passes_where_null_may_stand(broken: Any) -> None:
    method = {**next(records(objects()["PaymentMethod"])), "cardDetail": broken}

    assert models.PaymentMethod.from_dict(method).card_detail == broken


def test_a_branch_is_told_by_its_destination() -> None:
    home = {"input": {"destination": "home", "customerId": "c"}}
    checkout = {"input": {"destination": "invoice-checkout", "customerId": "c", "invoiceId": "i"}}
    read = models.CreateCustomerPortalSessionArgs.from_dict

    assert type(read(home).input_) is models.CreateCustomerPortalSessionHomeInput
    assert type(read(checkout).input_) is models.CreateCustomerPortalSessionInvoiceCheckoutInput


@pytest.mark.parametrize(
    "given",
    [{"destination": "nowhere"}, {"destination": "invoice-checkout", "customerId": "c"}, None, "home"],
)
def test_a_branch_that_there_is_none_of(given: Any) -> None:
    with pytest.raises((TypeError, ValueError, KeyError)):
        models.CreateCustomerPortalSessionArgs.from_dict({"input": given})


def test_whole_numbers_stay_whole() -> None:
    item = models.CreateInvoiceItemInput(concept_id="con", quantity=2, amount=150000)

    assert re.findall(r"\d[\d.]*", str(item.to_dict())) == ["2", "150000"]
