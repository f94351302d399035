from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..errors import FieldError as _FieldError
from ..types import UNSET, Unset
from ..types import Record as _Record


@_attrs_define(repr=False)
class SubscriptionItemInput(_Record):
    """One concept and how many of it."""

    concept_id: str
    """ The payment concept that is billed. """
    quantity: float
    """ How many of it are billed, at least 1. """
    amount: int | None | Unset = UNSET
    """ What is set for this line, in minor units (150000 is MXN 1,500.00); may be null. """
    currency: None | str | Unset = UNSET
    """ ISO 4217 code of the currency of `amount`; may be null. """
    description: None | str | Unset = UNSET
    """ Words of its own for this line; may be null. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        concept_id = self.concept_id

        quantity = self.quantity

        amount: int | None | Unset
        if isinstance(self.amount, Unset):
            amount = UNSET
        else:
            amount = self.amount

        currency: None | str | Unset
        if isinstance(self.currency, Unset):
            currency = UNSET
        else:
            currency = self.currency

        description: None | str | Unset
        if isinstance(self.description, Unset):
            description = UNSET
        else:
            description = self.description

        field_dict: dict[str, Any] = {}
        field_dict["conceptId"] = concept_id
        field_dict["quantity"] = quantity
        if amount is not UNSET:
            field_dict["amount"] = amount
        if currency is not UNSET:
            field_dict["currency"] = currency
        if description is not UNSET:
            field_dict["description"] = description
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
            concept_id = fields_.pop("conceptId")

            quantity = fields_.pop("quantity")

            amount: int | None | Unset = fields_.pop("amount", UNSET)

            currency: None | str | Unset = fields_.pop("currency", UNSET)

            description: None | str | Unset = fields_.pop("description", UNSET)

            record_ = cls(
                concept_id,
                quantity,
                amount,
                currency,
                description,
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
