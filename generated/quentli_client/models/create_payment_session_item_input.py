from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="CreatePaymentSessionItemInput")


@_attrs_define
class CreatePaymentSessionItemInput:
    """One thing to be paid for."""

    description: str
    """ What it is, in words for the customer. """
    quantity: float
    """ How many of it, at least one. """
    amount: int
    """ Its price in minor units: 150000 is MXN 1,500.00. """
    currency: str
    """ ISO 4217 code of the currency of that price. """

    def to_dict(self) -> dict[str, Any]:
        description = self.description

        quantity = self.quantity

        amount = self.amount

        currency = self.currency

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "description": description,
                "quantity": quantity,
                "amount": amount,
                "currency": currency,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        description = d.pop("description")

        quantity = d.pop("quantity")

        amount = d.pop("amount")

        currency = d.pop("currency")

        create_payment_session_item_input = cls(
            description=description,
            quantity=quantity,
            amount=amount,
            currency=currency,
        )

        return create_payment_session_item_input
