"""Copies of a named schema: which ones are, and of which."""

import copy
from typing import Any

import pytest
from pipeline.small_documents import (
    NULL,
    STRING,
    array,
    maybe,
    operation,
    record,
    ref,
    schemas_after,
    values,
    with_schemas,
)

from scripts.pipeline.rewrites import copies

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
def test_what_an_operation_answers_is_the_record(wrapper: str, written: dict[str, Any]) -> None:
    given = with_schemas(
        operation(answer=maybe(ref(wrapper))), Thing=THING, Owner=OWNER, **{wrapper: written}
    )

    rewritten = copies(given)
    assert rewritten["components"]["schemas"] == {"Thing": THING, "Owner": OWNER}
    answer = rewritten["paths"]["/v1/things"]["post"]["responses"]["200"]
    assert answer["content"]["application/json"]["schema"] == maybe(ref("Thing"))


@pytest.mark.parametrize("written", DIFFERENT)
def test_what_is_not_equal_is_no_copy(written: dict[str, Any]) -> None:
    given = with_schemas(Thing=THING, Owner=OWNER, GetThingResponse=written, Holder=record(thing=written))

    assert copies(given) == given


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (lambda thing: thing, ref("Thing")),
        (array, array(ref("Thing"))),
        (maybe, maybe(ref("Thing"))),
        (
            lambda thing: {**maybe(thing), "description": "Mine."},
            {**maybe(ref("Thing")), "description": "Mine."},
        ),
        (lambda thing: {"type": "object", "additionalProperties": thing}, None),
    ],
)
def test_an_inline_copy_refers_to_the_original(place: Any, expected: Any) -> None:
    given = with_schemas(Thing=THING, Owner=OWNER, Holder=record(thing=place(THING)))

    found = schemas_after(copies, given)["Holder"]["properties"]["thing"]
    assert found == (expected or {"type": "object", "additionalProperties": ref("Thing")})


def test_an_inline_copy_keeps_what_is_said_of_it() -> None:
    given = with_schemas(Thing=THING, Owner=OWNER, Holder=record(thing=OTHER_WORDS))

    after = schemas_after(copies, given)
    assert after["Holder"]["properties"]["thing"] == {
        "description": "Another thing.",
        "allOf": [ref("Thing")],
    }
    assert after["Thing"] == THING


def test_a_copy_in_an_operation_refers_to_the_original() -> None:
    given = with_schemas(operation(answer=array(THING), body=OTHER_WORDS), Thing=THING, Owner=OWNER)

    done = copies(given)["paths"]["/v1/things"]["post"]
    assert done["responses"]["200"]["content"]["application/json"]["schema"] == array(ref("Thing"))
    assert done["requestBody"]["content"]["application/json"]["schema"]["allOf"] == [ref("Thing")]


def test_a_copy_within_a_copy() -> None:
    inner, outer = record(id=STRING), record(inner=ref("Inner"))
    given = with_schemas(Inner=inner, Outer=outer, Holder=record(outer=record(inner=inner)))

    assert schemas_after(copies, given)["Holder"] == record(outer=ref("Outer"))


def test_an_answer_that_nothing_is_equal_to_becomes_the_record() -> None:
    given = with_schemas(
        operation(answer=maybe(ref("GetThingResponse"))),
        Owner=OWNER,
        GetThingResponse=THING,
        CreateThingPayload=record(thing=OTHER_WORDS),
    )

    assert schemas_after(copies, given) == {
        "Owner": OWNER,
        "Thing": THING,
        "CreateThingPayload": record(thing={"description": "Another thing.", "allOf": [ref("Thing")]}),
    }


@pytest.mark.parametrize("taken", [{"Thing": OWNER}, {"Thing": {"type": "string"}}])
def test_an_answer_whose_name_is_taken_keeps_its_own(taken: dict[str, Any]) -> None:
    given = with_schemas(Owner=OWNER, GetThingResponse=THING, **taken)

    assert "GetThingResponse" in schemas_after(copies, given)


def test_equal_answers_and_requests_are_no_copies_of_each_other() -> None:
    same = record(url=STRING)
    given = with_schemas(
        CreateLinkPayload=same,
        CreateSessionPayload=same,
        CreateLinkArgs=same,
        CreateLinkInput=same,
        Holder=record(link=same),
    )

    assert copies(given) == given


def test_of_two_equal_records_neither_is_a_copy() -> None:
    given = with_schemas(
        Cat=record(name=STRING), Dog=record(name=STRING), Holder=record(pet=record(name=STRING))
    )

    assert copies(given) == given


def test_between_two_equal_records_an_answer_is_the_one_that_it_is_called_after() -> None:
    pets = {"Cat": record(name=STRING), "Dog": record(name=STRING)}
    given = with_schemas(**pets, GetDogResponse=record(name=STRING), Holder=record(dog=ref("GetDogResponse")))

    assert schemas_after(copies, given) == {**pets, "Holder": record(dog=ref("Dog"))}


@pytest.mark.parametrize(
    "plain", [{"type": "object"}, {"type": "object", "additionalProperties": STRING}, STRING]
)
def test_what_has_no_properties_is_no_copy(plain: dict[str, Any]) -> None:
    given = with_schemas(Meta=plain, Holder=record(meta=copy.deepcopy(plain)), GetMetaResponse=plain)

    assert copies(given) == given
