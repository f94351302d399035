from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define

from ..errors import FieldError as _FieldError
from ..types import Record as _Record


@_attrs_define(repr=False)
class CreateInvoiceItemConceptInput(_Record):
    """A concept described on the spot instead of one from the catalog; null or left out when `conceptId` names one."""

    display_name: str
    """ What the customer reads as the name of the charge. """
    amount: int
    """ What the concept costs, in minor units: 25000 is MXN 250.00. """
    currency: str
    """ ISO 4217 code of the currency of that amount. """

    def to_dict(self) -> dict[str, Any]:
        display_name = self.display_name

        amount = self.amount

        currency = self.currency

        field_dict: dict[str, Any] = {}
        field_dict["displayName"] = display_name
        field_dict["amount"] = amount
        field_dict["currency"] = currency

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        key_ = ""
        try:
            display_name = src_dict["displayName"]

            amount = src_dict["amount"]

            currency = src_dict["currency"]

            return cls(
                display_name,
                amount,
                currency,
            )
        except (TypeError, ValueError, LookupError, AttributeError) as error_:
            raise _FieldError.from_error(error_, key_, src_dict) from error_
