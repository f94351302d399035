"""Inline objects become components, and their names."""

import doctest
from functools import partial
from typing import Any

import pytest
from pipeline.schemas import NULL, STRING, apply, array, maybe, operation, record, ref, values, with_schemas

from scripts.pipeline.rewrites import locations
from scripts.pipeline.rewrites.classes import name_inline_objects

PART = record(a=STRING)


name_inline = partial(name_inline_objects, others={})


def inlined(**schemas: Any) -> dict[str, Any]:
    return apply(name_inline, with_schemas(**schemas))


# The component that has the part, what surrounds the part in it, what the part is called.
NAMES: list[tuple[str, Any, str]] = [
    ("Customer", lambda part: record(meta=part), "CustomerMeta"),
    ("Customer", lambda part: record(meta=maybe(part)), "CustomerMeta"),
    ("Customer", lambda part: record(metadata=array(part)), "CustomerMetadataItem"),
    ("Customer", lambda part: record(metadata=maybe(array(maybe(part)))), "CustomerMetadataItem"),
    ("Customer", lambda part: record(links={"type": "array", "items": part}), "CustomerLink"),
    ("Customer", lambda part: record(status=array(part)), "CustomerStatusItem"),
    ("Customer", lambda part: record(card_detail=part), "CustomerCardDetail"),
    ("Customer", lambda part: record(anyOf=part), "CustomerAnyOf"),
    ("GetThingsResponse", array, "GetThingsResponseItem"),
    ("CreateInvoiceArgs", lambda part: record(input=part), "CreateInvoiceInput"),
    ("UpdateInvoiceArgs", lambda part: record(part=part), "UpdateInvoicePartInput"),
    ("CreateInvoiceInput", lambda part: record(items=array(part)), "CreateInvoiceItemInput"),
    ("UpdateInvoiceDataInput", lambda part: record(items=array(part)), "UpdateInvoiceItemInput"),
    ("CreatePaymentPayload", lambda part: record(attempt=maybe(part)), "CreatePaymentPayloadAttempt"),
    ("CreateSessionPayload", lambda part: record(session=part), "CreateSessionPayloadSession"),
    ("Thing", lambda part: record(value={"anyOf": [part, STRING, NULL]}), "ThingValue"),
]


def test_the_examples_of_names() -> None:
    failed, tried = doctest.testmod(locations)
    assert (failed, tried) == (0, 3)


@pytest.mark.parametrize(("owner", "surround", "name"), NAMES)
def test_names(owner: str, surround: Any, name: str) -> None:
    assert inlined(**{owner: surround(PART)}) == {owner: surround(ref(name)), name: PART}


def test_parts_of_parts() -> None:
    line = record(concept=maybe(PART))
    data = record(items=array(line), discounts=array(PART))

    assert inlined(UpdateInvoiceArgs=record(input=record(data=data))) == {
        "UpdateInvoiceArgs": record(input=ref("UpdateInvoiceInput")),
        "UpdateInvoiceInput": record(data=ref("UpdateInvoiceDataInput")),
        "UpdateInvoiceDataInput": record(
            items=array(ref("UpdateInvoiceItemInput")), discounts=array(ref("UpdateInvoiceDiscountInput"))
        ),
        "UpdateInvoiceItemInput": record(concept=maybe(ref("UpdateInvoiceItemConceptInput"))),
        "UpdateInvoiceItemConceptInput": PART,
        "UpdateInvoiceDiscountInput": PART,
    }


def test_the_value_that_tells_branches_apart_names_them() -> None:
    home = record(destination=values("home"), customer=STRING)
    checkout = record(destination=values("invoice-checkout"), customer=STRING)

    assert inlined(CreateSessionArgs=record(input={"anyOf": [home, checkout]})) == {
        "CreateSessionArgs": record(
            input={"anyOf": [ref("CreateSessionHomeInput"), ref("CreateSessionInvoiceCheckoutInput")]}
        ),
        "CreateSessionHomeInput": home,
        "CreateSessionInvoiceCheckoutInput": checkout,
    }


@pytest.mark.parametrize(
    ("branches", "names"),
    [
        ([record(a=STRING), record(b=STRING)], ["ThingPartOption1", "ThingPartOption2"]),
        ([record(kind=values("x")), record(kind=values("x"), b=STRING)], ["ThingPartX", "ThingPartX2"]),
        ([record(kind=values("x")), record(kind=values("x", "y"))], ["ThingPartX", "ThingPartOption2"]),
    ],
)
def test_indistinct_branches_are_numbered(branches: list[Any], names: list[str]) -> None:
    after = inlined(Thing=record(part={"anyOf": [NULL, *branches]}))

    assert after["Thing"] == record(part={"anyOf": [NULL, *map(ref, names)]})
    assert [after[name] for name in names] == branches


def test_a_description_stays_at_its_place_and_describes_the_class() -> None:
    said = {"description": "Which part.", "example": {"a": "b"}, "deprecated": True}
    after = inlined(Thing=record(part={**said, **PART, "title": "A part"}))

    assert after["Thing"] == record(part={**said, "allOf": [ref("ThingPart")]})
    assert after["ThingPart"] == {"description": "Which part.", "example": {"a": "b"}, **PART}


def test_the_description_of_a_union_describes_the_class_in_it() -> None:
    said = {"description": "Which part."}

    assert inlined(Thing=record(part={**said, **maybe(PART)})) == {
        "Thing": record(part={**said, **maybe(ref("ThingPart"))}),
        "ThingPart": {**said, **PART},
    }


@pytest.mark.parametrize(
    ("schemas", "names"),
    [
        # A name that is taken goes to nobody else.
        ({"ThingPart": STRING, "Thing": record(part=PART)}, ["ThingPart2"]),
        ({"thingPart": STRING, "Thing": record(part=PART)}, ["ThingPart2"]),
        ({"CreateInput": STRING, "CreateArgs": record(input=PART)}, ["CreateInput2"]),
        (
            {"CreatePaymentPayload": record(attempt=record(b=STRING)), "Payment": record(attempt=PART)},
            ["CreatePaymentPayloadAttempt", "PaymentAttempt"],
        ),
        (
            {"CreateArgs": record(input=record(data=record(part=PART), part=record(b=STRING)))},
            ["CreateDataInput", "CreateInput", "CreatePartInput", "CreatePartInput2"],
        ),
        ({"Thing": record(a_b=PART, aB=record(b=STRING))}, ["ThingAB", "ThingAB2"]),
    ],
)
def test_no_two_have_the_same_name(schemas: dict[str, Any], names: list[str]) -> None:
    assert sorted(inlined(**schemas).keys() - schemas.keys()) == names


PAIR, EMPTY_PAIR = record(key=STRING, value=STRING), record(key=STRING, value=maybe(STRING))
LONG_PAIR = record(key={**STRING, "minLength": 1, "description": "Which."}, value=STRING)


def test_equal_objects_are_one_class_of_answers_and_one_of_requests() -> None:
    given = with_schemas(
        operation(body=ref("CreateCatArgs"), answer=ref("Cat")),
        Cat=record(metadata=array(PAIR)),
        Dog=record(metadata=maybe(array(PAIR)), tag=PAIR),
        CreateCatArgs=record(input=record(metadata=array(LONG_PAIR), old=ref("CreateDogArgs"))),
        CreateDogArgs=record(
            input=record(metadata=array(PAIR), more=array(ref("CreateMouseEntryItemInput")))
        ),
        UpdateCatArgs=record(input=record(metadata=array(EMPTY_PAIR))),
        UpdateDogArgs=record(input=record(data=record(metadata=array(EMPTY_PAIR)))),
        CreateMouseEntryItemInput=PAIR,
    )
    for name in ("UpdateCatArgs", "UpdateDogArgs"):
        given["paths"][f"/v1/{name}"] = operation(body=array(ref(name)))["/v1/things"]

    after = apply(name_inline, given)
    assert {name for name, schema in after.items() if "key" in schema["properties"]} == {
        "CatMetadataItem",
        "DogTag",
        "CreateMouseEntryItemInput",
        "UpdateCatMetadataItemInput",
    }
    assert after["CreateMouseEntryItemInput"] == PAIR
    assert after["CreateDogInput"] == record(
        metadata=array(ref("CreateMouseEntryItemInput")), more=array(ref("CreateMouseEntryItemInput"))
    )


def test_the_order_of_the_document_does_not_change_the_names() -> None:
    schemas = {"CreatePaymentPayload": record(attempt=record(b=STRING)), "Payment": record(attempt=PART)}

    assert inlined(**dict(reversed(schemas.items()))) == inlined(**schemas)


@pytest.mark.parametrize(
    ("paths", "name"),
    [
        (operation("things_do", answer=PART), "ThingsDoResponse"),
        (operation("things_do", answer=array(PART)), "ThingsDoResponseItem"),
        (operation("things_do", body=PART), "ThingsDoBody"),
        (operation("things_do", body=record(b=PART)), "ThingsDoBodyB"),
        (operation("things_do", parameters=[{"name": "which", "schema": PART}]), "ThingsDoWhich"),
        ({"/v1/things": {"parameters": [{"name": "which", "schema": PART}]}}, "V1ThingsWhich"),
        (
            {"/v1/a": {"get": {"responses": {"400": {"content": {"a": {"schema": PART}}}}}}},
            "GetV1AResponse400",
        ),
    ],
)
def test_objects_in_operations(paths: dict[str, Any], name: str) -> None:
    assert apply(name_inline, with_schemas(paths))[name] == PART


def test_parts_of_a_composition_are_no_classes() -> None:
    composed = {"allOf": [ref("Other"), record(b=PART)]}

    assert inlined(Other=STRING, Thing=record(part=composed)) == {
        "Other": STRING,
        "Thing": record(part=ref("ThingPart")),
        "ThingPart": {"allOf": [ref("Other"), record(b=ref("ThingPartB"))]},
        "ThingPartB": PART,
    }


@pytest.mark.parametrize(
    "schema", [STRING, array(STRING), maybe(ref("Thing")), {"allOf": [ref("Thing")]}, values("A")]
)
def test_other_schemas_stay(schema: dict[str, Any]) -> None:
    given = with_schemas(Thing=record(part=schema))

    assert name_inline(given) == given


@pytest.mark.parametrize("place", ["CatTag", "DalmatianTag"])
def test_another_name_holds_for_the_class_of_each_place(place: str) -> None:
    given = with_schemas(Cat=record(tag=PART), Dalmatian=record(tag=PART), Dog=record(size=PART))

    after = apply(partial(name_inline_objects, others={place: "Tag", "DogTag": "Dog"}), given)
    assert after.keys() - given["components"]["schemas"].keys() == {"Tag", "DogSize"}
    assert after["Cat"] == record(tag=ref("Tag"))
