"""Enums of which no class can be made are found before anything is made of them."""

import json
from typing import Any

import pytest
from pipeline.schemas import with_schemas

from scripts.pipeline import document
from scripts.pipeline.errors import StepError


def with_info(**schemas: Any) -> dict[str, Any]:
    return {**with_schemas(**schemas), "info": {"title": "Enums", "version": "1"}}


def holding(*values: Any) -> dict[str, Any]:
    return with_info(A={"properties": {"b": {"enum": list(values)}}})


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
def test_refused(values: list[Any], reason: str) -> None:
    with pytest.raises(StepError, match=rf"{reason} \(at #/components/schemas/A/properties/b/enum\)"):
        document.validate(holding(*values))


@pytest.mark.parametrize(
    "values", [[], [None], ["a", None], ["01", "1", "-1"], [1, 2], [True, "true"], ["", " "]]
)
def test_fine(values: list[Any]) -> None:
    document.validate(holding(*values))


def test_a_property_and_data_may_be_called_enum() -> None:
    document.validate(
        with_info(A={"properties": {"enum": {"type": "string"}}, "example": {"enum": ["a", "A"]}})
    )


def test_repeated_values_are_dropped_with_a_note(capsys: pytest.CaptureFixture[str]) -> None:
    given = json.dumps(holding("a", "b", "a", 1, True, 1)).encode()
    assert document.parse(given, "a") == holding("a", "b", 1, True)
    assert capsys.readouterr().out == (
        "note: repeated values of an enum are dropped (at #/components/schemas/A/properties/b/enum)\n"
    )
