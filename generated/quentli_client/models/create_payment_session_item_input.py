from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define

from ..errors import FieldError as _FieldError
from ..types import Record as _Record


@_attrs_define(repr=False)
class CreatePaymentSessionItemInput(_Record):
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
        field_dict["description"] = description
        field_dict["quantity"] = quantity
        field_dict["amount"] = amount
        field_dict["currency"] = currency

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        key_ = ""
        try:
            description = src_dict["description"]

            quantity = src_dict["quantity"]

            amount = src_dict["amount"]

            currency = src_dict["currency"]

            return cls(
                description,
                quantity,
                amount,
                currency,
            )
        except (TypeError, ValueError, LookupError, AttributeError) as error_:
            raise _FieldError.from_error(error_, key_, src_dict) from error_
