"""The document: loading and validating it, and the messages about files that are none."""

import json
from typing import Any

import pytest
from pipeline.schemas import with_schemas
from pipeline.serving import body, serving

from scripts.pipeline import document
from scripts.pipeline.errors import StepError

MINIMAL = {"openapi": "3.0.3", "info": {"title": "Minimal", "version": "1.0.0"}, "paths": {}}

UNREADABLE = {
    "{": "cannot be parsed",
    **dict.fromkeys(("", "- a", "a", "5", "title: Quentli", "openapi: 3.0"), "is not an OpenAPI document"),
    "<!doctype html><html></html>": "is not an OpenAPI document",
    "swagger: '2.0'": r"is Swagger 2\.0; convert it to OpenAPI 3\.0 or 3\.1",
}

INVALID: list[tuple[dict[str, Any], str]] = [
    ({"openapi": "9.9.9"}, "OpenAPI 9.9.9 is not supported"),
    ({"openapi": "3.0.3"}, "'info' is a required property"),
    (
        {**MINIMAL, "components": {"schemas": {"A": {"properties": {"b": {"type": "strin"}}}}}},
        r"'strin' is not one of .* \(at #/components/schemas/A/properties/b/type\)",
    ),
    (
        {**MINIMAL, "components": {"schemas": {"A": {"type": "array", "items": {"$ref": "#/nowhere"}}}}},
        r"the reference to #/nowhere leads nowhere \(at #/components/schemas/A/items\)",
    ),
    (
        {**MINIMAL, "paths": {"/a/{id}": {"get": {"responses": {"200": {"description": "a"}}}}}},
        "Path parameter 'id'",
    ),
]


@pytest.mark.parametrize(("text", "message"), UNREADABLE.items())
def test_a_file_that_is_no_document(text: str, message: str) -> None:
    with pytest.raises(StepError, match=rf"spec\.yaml {message}"):
        document.parse(text.encode(), "spec.yaml")


@pytest.mark.parametrize(("invalid", "message"), INVALID)
def test_a_document_that_is_invalid(invalid: dict[str, Any], message: str) -> None:
    with pytest.raises(StepError, match=message):
        document.validate(invalid)


def test_nothing_is_fetched_for_references_in_extensions() -> None:
    with serving(body(b"{}")) as server:
        document.validate({**MINIMAL, "x-more": {"$ref": f"{server.url}/more.yaml"}})
    assert server.requests == []


def test_a_long_reason_is_cut_in_the_middle() -> None:
    invalid = {**MINIMAL, "paths": {"/a": {"get": "x" * 10_000}}}

    with pytest.raises(StepError) as caught:
        document.validate(invalid)
    assert len(str(caught.value)) < 700


def holding(*values: Any) -> dict[str, Any]:
    """Return a document with an enum."""
    return {**MINIMAL, **with_schemas(A={"properties": {"b": {"enum": list(values)}}})}


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        (["gold", "GOLD"], "'gold' and 'GOLD' have one name in Python"),
        (["a b", "A_B"], "'a b' and 'A_B' have one name in Python"),
        (["a-b", "x", "a.b"], "'a-b' and 'a.b' have one name in Python"),
        ([["a"]], "a value that is neither text nor a number"),
        ([{}], "a value that is neither text nor a number"),
    ],
)
def test_an_enum_of_which_no_class_can_be_made(values: list[Any], reason: str) -> None:
    with pytest.raises(StepError, match=rf"{reason} \(at #/components/schemas/A/properties/b/enum\)"):
        document.validate(holding(*values))


@pytest.mark.parametrize(
    "values", [[], [None], ["a", None], ["01", "1", "-1"], [1, 2], [True, "true"], ["", " "]]
)
def test_other_enums(values: list[Any]) -> None:
    document.validate(holding(*values))


def test_a_property_and_data_may_be_called_enum() -> None:
    schemas = with_schemas(A={"properties": {"enum": {"type": "string"}}, "example": {"enum": ["a", "A"]}})
    document.validate({**MINIMAL, **schemas})


def test_repeated_values_are_dropped_with_a_note(capsys: pytest.CaptureFixture[str]) -> None:
    given = json.dumps(holding("a", "b", "a", 1, True, 1)).encode()
    assert document.parse(given, "a") == holding("a", "b", 1, True)
    assert capsys.readouterr().out == (
        "note: repeated values of an enum are dropped (at #/components/schemas/A/properties/b/enum)\n"
    )
