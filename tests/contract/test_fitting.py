"""The check of types that these tests rely on sees what is not of its type."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

import attrs
import pytest
from contract.fitting import misfits
from quentli_client.models import Discount, DiscountType

DISCOUNT = Discount(
    id="dis_1",
    created_at=datetime(2025, 1, 10, tzinfo=UTC),
    updated_at=datetime(2025, 1, 10, tzinfo=UTC),
    deleted_at=None,
    name="Bienvenida",
    description=None,
    organization_id="org_1",
    type_=DiscountType.FIXED,
    amount_off=50000,
    percentage_off=10,
    active=True,
    one_off=False,
    expires_at=None,
    max_applications=None,
)


class Colour(StrEnum):
    RED = "RED"


@pytest.mark.parametrize(
    "change", [{}, {"type_": "OF_TOMORROW"}, {"percentage_off": 12.5}, {"deleted_at": DISCOUNT.created_at}]
)
def test_a_model_that_fits(change: dict[str, Any]) -> None:
    assert list(misfits(attrs.evolve(DISCOUNT, **change), Discount)) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("created_at", "2025-01-10T12:00:00.000Z"),
        ("deleted_at", "2025-01-10T12:00:00.000Z"),
        ("type_", "FIXED"),
        ("type_", None),
        ("amount_off", 50000.5),
        ("amount_off", True),
        ("active", 1),
        ("additional_properties", []),
    ],
)
def test_a_field_that_does_not_fit(name: str, value: Any) -> None:
    spoilt = attrs.evolve(DISCOUNT)
    setattr(spoilt, name, value)
    for annotation in (Discount, Discount | None):
        found = list(misfits(spoilt, annotation))
        assert found
        assert all(each.startswith(f"it.{name} is ") for each in found)


@pytest.mark.parametrize(
    ("value", "annotation"),
    [
        (DISCOUNT, list[Discount]),
        ([DISCOUNT, {}], list[Discount]),
        ({}, Discount | None),
        (None, Discount),
        ({"a": "RED"}, dict[str, Colour]),
        ("RED", Colour | str),
    ],
)
def test_a_value_that_does_not_fit(value: Any, annotation: Any) -> None:
    assert list(misfits(value, annotation))


@pytest.mark.parametrize(
    ("value", "annotation"),
    [
        ([], list[Discount]),
        ({}, dict[str, Discount]),
        (None, Discount | None),
        ([object()], list[Any]),
        (Colour.RED, Colour | str),
        ("BLUE", Colour | str),
    ],
)
def test_a_value_that_fits(value: Any, annotation: Any) -> None:
    assert list(misfits(value, annotation)) == []
