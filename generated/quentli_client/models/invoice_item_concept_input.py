from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..errors import FieldError as _FieldError


@_attrs_define
class InvoiceItemConceptInput:
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
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "displayName": display_name,
                "amount": amount,
                "currency": currency,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        reading_ = ""
        try:
            fields_ = dict(src_dict)
            display_name = fields_.pop("displayName")

            amount = fields_.pop("amount")

            currency = fields_.pop("currency")

            made_ = cls(
                display_name,
                amount,
                currency,
            )
            made_.additional_properties = fields_
            return made_
        except (TypeError, ValueError, LookupError, AttributeError) as error_:
            raise _FieldError.of(error_, reading_, src_dict) from error_

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
