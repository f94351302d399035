"""The vocabulary of discounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..fields import BooleanField, EnumField, InstantField, NumberField, TextField, WholeNumberField
from .base import RecordFields

if TYPE_CHECKING:
    from quentli_client.models import Discount, DiscountType


class DiscountVocabulary(RecordFields["Discount"], resource="discounts", source="DiscountQ"):
    """What discounts can be filtered and ordered by.

    Documented for discounts are `active[equals]` and the order `createdAt=desc`. That all other fields of a
    discount can be named as well is inferred.
    """

    __slots__ = ()

    deleted_at: InstantField[Discount] = InstantField()
    name: TextField[Discount] = TextField()
    description: TextField[Discount] = TextField()
    organization_id: TextField[Discount] = TextField()
    type: EnumField[Discount, DiscountType] = EnumField("FIXED", "PERCENTAGE")
    amount_off: WholeNumberField[Discount] = WholeNumberField()
    """In minor units: 150000 is MXN 1,500.00. Null for a discount by percentage."""
    percentage_off: NumberField[Discount] = NumberField()
    """In percent, possibly with a fraction. Null for a discount by a fixed amount."""
    active: BooleanField[Discount] = BooleanField()
    one_off: BooleanField[Discount] = BooleanField()
    expires_at: InstantField[Discount] = InstantField()
    max_applications: WholeNumberField[Discount] = WholeNumberField()
    """How often the discount can be applied; a whole number."""


DiscountQ = DiscountVocabulary()
"""The fields of discounts, for filters and orders: `DiscountQ.active.is_true()`."""
