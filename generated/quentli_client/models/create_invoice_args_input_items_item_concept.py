from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="CreateInvoiceArgsInputItemsItemConcept")


@_attrs_define
class CreateInvoiceArgsInputItemsItemConcept:
    display_name: str
    amount: float
    currency: str

    def to_dict(self) -> dict[str, Any]:
        display_name = self.display_name

        amount = self.amount

        currency = self.currency

        field_dict: dict[str, Any] = {}

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
        d = dict(src_dict)
        display_name = d.pop("displayName")

        amount = d.pop("amount")

        currency = d.pop("currency")

        create_invoice_args_input_items_item_concept = cls(
            display_name=display_name,
            amount=amount,
            currency=currency,
        )

        return create_invoice_args_input_items_item_concept
