"""References: out of the document, to nowhere, and round in a circle."""

from typing import Any

import pytest
from pipeline.schemas import ref, with_schemas

from scripts.pipeline import references
from scripts.pipeline.errors import StepError

OUTSIDE = [
    *(
        "http://127.0.0.1:1/other.yaml",
        "https://example.org/other.yaml#/a",
        "file:///etc/passwd",
        "//example.org/a",
    ),
    *("other.yaml#/components/schemas/A", "../other.yaml", "#", "#A", ""),
]

NOWHERE = [
    "#/nothing",
    "#/components/schemas/B",
    "#/components/schemas/A/type/x",
    "#/list/7",
    "#/list/a",
    "#/",
]

CIRCLES: list[dict[str, Any]] = [
    {"A": ref("A")},
    {"A": ref("B"), "B": ref("A")},
    {"A": {"allOf": [ref("A")]}},
    {"A": {"allOf": [{"type": "object"}, ref("B")]}, "B": {"anyOf": [{"oneOf": [ref("A")]}]}},
    {"A": {"type": "array", "items": ref("A")}},
    {"A": {"type": "array", "items": {"type": "array", "items": ref("A")}}},
    {"A": {"not": ref("A")}},
]

LEGAL: list[dict[str, Any]] = [
    {"A": {"properties": {"a": ref("A")}}},
    {"A": {"properties": {"a": {"type": "array", "items": ref("A")}}}},
    {"A": {"additionalProperties": ref("A")}},
    {"A": {"properties": {"b": ref("B")}}, "B": {"properties": {"a": ref("A")}}},
    {"A": {"allOf": [{"properties": {"a": ref("A")}}]}},
    {"A": {"properties": {"$ref": {"type": "string"}}}},
    {"A/B~C": {}, "D": {"$ref": "#/components/schemas/A~1B~0C"}},
    {"A": {"$ref": "#/components/schemas/B/properties/b"}, "B": {"properties": {"b": {"type": "string"}}}},
]


@pytest.mark.parametrize("reference", OUTSIDE)
def test_out_of_the_document(reference: str) -> None:
    with pytest.raises(StepError, match=r"leads out of the document \(at #/components/schemas/A/items\)"):
        references.check(with_schemas(A={"items": {"$ref": reference}}))


@pytest.mark.parametrize("reference", NOWHERE)
def test_to_nowhere(reference: str) -> None:
    given = {**with_schemas({"/a": {"$ref": reference}}, A={"type": "array"}), "list": [1]}

    with pytest.raises(StepError, match=r"leads nowhere \(at #/paths/~1a\)"):
        references.check(given)


@pytest.mark.parametrize("schemas", CIRCLES)
def test_round_in_a_circle(schemas: dict[str, Any]) -> None:
    with pytest.raises(
        StepError, match=r"contains itself, with no object in between: (.*/[AB])( -> .*)* -> \1$"
    ):
        references.check(with_schemas(**schemas))


@pytest.mark.parametrize("schemas", LEGAL)
def test_recursion_that_is_legal(schemas: dict[str, Any]) -> None:
    references.check(with_schemas(**schemas))


@pytest.mark.parametrize("keyword", ["$id", "$anchor", "$dynamicRef"])
def test_keywords_that_change_the_meaning_of_references(keyword: str) -> None:
    with pytest.raises(StepError, match=rf"'\{keyword}' is not .* \(at #/components/schemas/A\)"):
        references.check(with_schemas(A={keyword: "http://127.0.0.1:1/"}))


def test_to_another_kind_of_object() -> None:
    given = with_schemas({"/a": {"parameters": [ref("A")]}}, A={"type": "string"})

    with pytest.raises(
        StepError, match=r"leads to a schema, not to a parameter \(at #/paths/~1a/parameters/0\)"
    ):
        references.check(given)


def test_a_reference_that_is_no_text() -> None:
    with pytest.raises(StepError, match=r"a reference is not text \(at #/components/schemas/A/items\)"):
        references.check(with_schemas(A={"items": {"$ref": {}}}))


@pytest.mark.parametrize("place", ["example", "x-origin", "default"])
def test_data_holds_no_references(place: str) -> None:
    references.check(with_schemas(A={place: {"$ref": "https://example.org/other.yaml"}}))


def test_long_chains_and_many_ways_are_followed_once() -> None:
    chain = {f"A{number}": ref(f"A{number + 1}") for number in range(20_000)}
    ways = {f"B{number}": {"anyOf": [ref(f"B{number + 1}")] * 3} for number in range(60)}

    references.check(with_schemas(**chain, A20000={}, **ways, B60={}))
