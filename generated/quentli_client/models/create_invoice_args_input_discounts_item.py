from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="CreateInvoiceArgsInputDiscountsItem")


@_attrs_define
class CreateInvoiceArgsInputDiscountsItem:
    discount_id: str

    def to_dict(self) -> dict[str, Any]:
        discount_id = self.discount_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "discountId": discount_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        discount_id = d.pop("discountId")

        create_invoice_args_input_discounts_item = cls(
            discount_id=discount_id,
        )

        return create_invoice_args_input_discounts_item
