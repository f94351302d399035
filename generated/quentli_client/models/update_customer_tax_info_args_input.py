from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.update_customer_tax_info_args_input_data import UpdateCustomerTaxInfoArgsInputData


T = TypeVar("T", bound="UpdateCustomerTaxInfoArgsInput")


@_attrs_define
class UpdateCustomerTaxInfoArgsInput:
    data: UpdateCustomerTaxInfoArgsInputData

    def to_dict(self) -> dict[str, Any]:
        data = self.data.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "data": data,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.update_customer_tax_info_args_input_data import UpdateCustomerTaxInfoArgsInputData

        d = dict(src_dict)
        data = UpdateCustomerTaxInfoArgsInputData.from_dict(d.pop("data"))

        update_customer_tax_info_args_input = cls(
            data=data,
        )

        return update_customer_tax_info_args_input
