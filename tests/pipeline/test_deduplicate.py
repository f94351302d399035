"""Copies of named schemas refer to the original."""

from typing import Any

import pytest
from pipeline.schemas import NULL, STRING, apply, array, maybe, operation, record, ref, values, with_schemas

from scripts.pipeline.rewrites.deduplicate import deduplicate_records

THING = record(id=STRING, kind=values("A", "B"), owner=maybe(ref("Owner")))
OWNER = record(id=STRING)
OTHER_WORDS = {
    "description": "Another thing.",
    "type": "object",
    "required": ["owner", "id", "kind"],
    "properties": {
        "owner": {"description": "Whose.", "anyOf": [ref("Owner"), NULL]},
        "kind": {**values("B", "A"), "example": "A"},
        "id": {**STRING, "description": "Which."},
    },
}
DIFFERENT: list[dict[str, Any]] = [
    record(id=STRING, kind=values("A", "B")),
    record(id=STRING, kind=values("A", "B", "C"), owner=maybe(ref("Owner"))),
    record(id=STRING, kind=values("A", "B"), owner=ref("Owner")),
    record(id={**STRING, "minLength": 1}, kind=values("A", "B"), owner=maybe(ref("Owner"))),
    {**THING, "required": ["id"]},
    {**THING, "additionalProperties": False},
]


@pytest.mark.parametrize("wrapper", ["GetThingResponse", "RetryThingPayload", "GetOtherResponse"])
@pytest.mark.parametrize("written", [THING, OTHER_WORDS])
def test_an_answer_is_its_record(wrapper: str, written: dict[str, Any]) -> None:
    given = with_schemas(
        operation(answer=maybe(ref(wrapper))), Thing=THING, Owner=OWNER, **{wrapper: written}
    )

    rewritten = deduplicate_records(given)
    assert rewritten["components"]["schemas"] == {"Thing": THING, "Owner": OWNER}
    assert rewritten["paths"] == operation(answer=maybe(ref("Thing")))


LINK, PET = record(url=STRING), record(name=STRING)
NO_COPIES: list[dict[str, Any]] = [
    *(
        {"Thing": THING, "Owner": OWNER, "GetThingResponse": written, "Holder": record(thing=written)}
        for written in DIFFERENT
    ),
    # Equal answers and requests, and of two equal records the one or the other.
    {
        **dict.fromkeys(("CreateLinkPayload", "OpenPayload", "LinkArgs", "LinkInput"), LINK),
        "Holder": record(link=LINK),
    },
    {"Cat": PET, "Dog": PET, "Holder": record(pet=PET)},
    # Without properties.
    *(
        {"Meta": plain, "GetMetaResponse": plain, "Holder": record(meta=plain)}
        for plain in ({"type": "object"}, {"type": "object", "additionalProperties": STRING}, STRING)
    ),
]


@pytest.mark.parametrize("schemas", NO_COPIES)
def test_schemas_that_are_no_copies_stay(schemas: dict[str, Any]) -> None:
    given = with_schemas(**schemas)

    assert deduplicate_records(given) == given


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (lambda thing: thing, ref("Thing")),
        (array, array(ref("Thing"))),
        (maybe, maybe(ref("Thing"))),
        (lambda thing: {**maybe(thing), "title": "Mine"}, {**maybe(ref("Thing")), "title": "Mine"}),
        (lambda thing: {"additionalProperties": thing}, {"additionalProperties": ref("Thing")}),
    ],
)
def test_an_inline_copy_refers_to_the_original(place: Any, expected: Any) -> None:
    given = with_schemas(Thing=THING, Owner=OWNER, Holder=record(thing=place(THING)))

    assert apply(deduplicate_records, given)["Holder"] == record(thing=expected)


def test_an_inline_copy_keeps_its_description() -> None:
    given = with_schemas(Thing=THING, Owner=OWNER, Holder=record(thing=OTHER_WORDS))

    after = apply(deduplicate_records, given)
    assert after["Holder"]["properties"]["thing"] == {
        "description": "Another thing.",
        "allOf": [ref("Thing")],
    }
    assert after["Thing"] == THING


def test_a_copy_in_an_operation_refers_to_the_original() -> None:
    given = with_schemas(operation(answer=array(THING), body=OTHER_WORDS), Thing=THING, Owner=OWNER)

    assert deduplicate_records(given)["paths"] == operation(
        answer=array(ref("Thing")), body={"description": "Another thing.", "allOf": [ref("Thing")]}
    )


def test_a_copy_within_a_copy() -> None:
    inner, outer = record(id=STRING), record(inner=ref("Inner"))
    copied = record(inner=inner)
    given = with_schemas(Inner=inner, Outer=outer, Holder=record(outer=copied), GetOuterResponse=copied)

    originals = {"Inner": inner, "Outer": outer, "Holder": record(outer=ref("Outer"))}
    assert apply(deduplicate_records, given) == originals


def test_an_answer_without_a_record_becomes_the_record() -> None:
    given = with_schemas(
        operation(answer=maybe(ref("GetThingResponse"))),
        Owner=OWNER,
        GetThingResponse=THING,
        CreateThingPayload=record(thing=OTHER_WORDS),
    )

    assert apply(deduplicate_records, given) == {
        "Owner": OWNER,
        "Thing": THING,
        "CreateThingPayload": record(thing={"description": "Another thing.", "allOf": [ref("Thing")]}),
    }


@pytest.mark.parametrize("taken", [{"Thing": OWNER}, {"Thing": {"type": "string"}}])
def test_an_answer_keeps_its_name_where_the_records_is_taken(taken: dict[str, Any]) -> None:
    given = with_schemas(Owner=OWNER, GetThingResponse=THING, **taken)

    assert "GetThingResponse" in apply(deduplicate_records, given)


def test_between_equal_records_the_name_of_the_answer_decides() -> None:
    pets = {"Cat": PET, "Dog": PET}
    given = with_schemas(**pets, GetDogResponse=PET, Holder=record(dog=ref("GetDogResponse")))

    assert apply(deduplicate_records, given) == {**pets, "Holder": record(dog=ref("Dog"))}
