from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..errors import FieldError as _FieldError
from ..types import Record as _Record


@_attrs_define(repr=False)
class InvoiceItemConceptInput(_Record):
    """A concept described on the spot instead of one from the catalog; null or left out when `conceptId` names one."""

    display_name: str
    """ What the customer reads as the name of the charge. """
    amount: int
    """ What the concept costs, in minor units: 25000 is MXN 250.00. """
    currency: str
    """ ISO 4217 code of the currency of that amount. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        display_name = self.display_name

        amount = self.amount

        currency = self.currency

        field_dict: dict[str, Any] = {}
        field_dict["displayName"] = display_name
        field_dict["amount"] = amount
        field_dict["currency"] = currency
        for prop_name, prop in self.additional_properties.items():
            if prop_name in field_dict:
                continue
            field_dict[prop_name] = prop

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        key_ = ""
        try:
            fields_ = dict(src_dict)
            display_name = fields_.pop("displayName")

            amount = fields_.pop("amount")

            currency = fields_.pop("currency")

            record_ = cls(
                display_name,
                amount,
                currency,
            )
            record_.additional_properties = fields_
            return record_
        except (TypeError, ValueError, LookupError, AttributeError) as error_:
            raise _FieldError.from_error(error_, key_, src_dict) from error_

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
