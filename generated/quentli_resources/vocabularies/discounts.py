"""Vocabulary of discounts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from quentli_query.filters.fields import (
    BooleanField,
    EnumField,
    InstantField,
    NumberField,
    TextField,
    WholeNumberField,
)
from quentli_query.filters.vocabulary import Vocabulary

if TYPE_CHECKING:
    from quentli_client.models import Discount, DiscountType


class DiscountVocabulary(
    Vocabulary["Discount"],
    resource="discounts",
    source="DiscountQ",
):
    """Fields of discounts, for filters and orders.

    Documented: `active[equals]`. `explain()` shows the evidence for each filter.
    """

    __slots__ = ()

    id: TextField[Discount] = TextField()
    """Quentli's id of the discount."""
    created_at: InstantField[Discount] = InstantField()
    """When the discount was added, in UTC."""
    updated_at: InstantField[Discount] = InstantField()
    """When any detail of the discount last changed, in UTC."""
    deleted_at: InstantField[Discount] = InstantField()
    """When it was deleted; null while it exists."""
    name: TextField[Discount] = TextField()
    """What it is called."""
    description: TextField[Discount] = TextField()
    """What it is for; null without an explanation."""
    organization_id: TextField[Discount] = TextField()
    """The organization that grants it."""
    type: EnumField[Discount, DiscountType | Literal["FIXED", "PERCENTAGE"]] = EnumField(
        "FIXED", "PERCENTAGE"
    )
    """FIXED takes off the sum in `amountOff`, PERCENTAGE the share in `percentageOff`."""
    amount_off: WholeNumberField[Discount] = WholeNumberField()
    """Sum taken off by a FIXED discount, in minor units (50000 is MXN 500.00); null for the other type."""
    percentage_off: NumberField[Discount] = NumberField()
    """Percent taken off by a PERCENTAGE discount, from 0 to 100 (10 is 10 %); null for the other type."""
    active: BooleanField[Discount] = BooleanField()
    """Whether it is in use."""
    one_off: BooleanField[Discount] = BooleanField()
    """True when it is made for a single use; lists of discounts leave those out."""
    expires_at: InstantField[Discount] = InstantField()
    """When it ceases to be valid; null when it does not expire."""
    max_applications: WholeNumberField[Discount] = WholeNumberField()
    """How many times it can be applied at most; null for no such limit."""


DiscountQ = DiscountVocabulary()
"""Fields of discounts, for filters and orders."""
