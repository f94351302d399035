"""Enums of which no class can be made are found before anything is made of them."""

from typing import Any

import pytest

from scripts.pipeline import enumerations
from scripts.pipeline.errors import StepError


def holding(*values: Any) -> dict[str, Any]:
    return {"a": [{"properties": {"b": {"enum": list(values)}}}]}


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        (["gold", "GOLD"], "'gold' and 'GOLD' are both GOLD in Python"),
        (["a b", "A_B"], "'a b' and 'A_B' are both A_B in Python"),
        (["a-b", "x", "a.b"], "'a-b' and 'a.b' are both A_B in Python"),
        (["a", "a"], "'a' and 'a' are both A in Python"),
        ([["a"]], "a value that is neither text nor a number"),
        ([{}], "a value that is neither text nor a number"),
    ],
)
def test_refused(values: list[Any], reason: str) -> None:
    with pytest.raises(StepError, match=rf"{reason} \(at \$\.a\[0\]\.properties\.b\.enum\)"):
        enumerations.check(holding(*values))


@pytest.mark.parametrize(
    "values", [[], [None], ["a", None], ["01", "1", "-1"], [1, 2], [True, "true"], ["", " "]]
)
def test_fine(values: list[Any]) -> None:
    enumerations.check(holding(*values))


def test_a_property_and_data_may_be_called_enum() -> None:
    enumerations.check({"properties": {"enum": {"type": "string"}}, "example": {"enum": "A"}})
