"""The check of parsed responses against annotations, on which the tests of operations rely."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from contract.fitting import misfits
from quentli_client.models import Discount, PaymentType
from support.examples import example

DISCOUNT = Discount.from_dict(example("Discount"))


@pytest.mark.parametrize(
    ("field", "value", "fits"),
    [
        ("type_", "OF_TOMORROW", True),
        ("percentage_off", 12.5, True),
        ("deleted_at", DISCOUNT.created_at, True),
        ("created_at", "2025-01-10T12:00:00.000Z", False),
        ("deleted_at", "2025-01-10T12:00:00.000Z", False),
        ("type_", "FIXED", False),
        ("type_", None, False),
        ("amount_off", 50000.5, False),
        ("amount_off", True, False),
        ("active", 1, False),
        ("additional_properties", [], False),
    ],
)
def test_misfit_is_named_by_its_field(field: str, value: Any, fits: bool) -> None:
    changed = attrs.evolve(DISCOUNT)
    setattr(changed, field, value)
    for annotation in (Discount, Discount | None):
        found = list(misfits(changed, annotation))
        assert bool(found) is not fits
        assert all(each.startswith(f"it.{field} is ") for each in found)


@pytest.mark.parametrize(
    ("value", "annotation", "fits"),
    [
        (DISCOUNT, Discount, True),
        ([], list[Discount], True),
        ({}, dict[str, Discount], True),
        (None, Discount | None, True),
        ([object()], list[Any], True),
        (PaymentType.CARD, PaymentType | str, True),
        ("OF_TOMORROW", PaymentType | str, True),
        (DISCOUNT, list[Discount], False),
        ([DISCOUNT, {}], list[Discount], False),
        ({}, Discount | None, False),
        (None, Discount, False),
        ({"a": "CARD"}, dict[str, PaymentType], False),
        ("CARD", PaymentType | str, False),
    ],
)
def test_misfits_of_values(value: Any, annotation: Any, fits: bool) -> None:
    assert bool(list(misfits(value, annotation))) is not fits
