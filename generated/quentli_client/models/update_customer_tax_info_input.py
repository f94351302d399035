from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.update_customer_tax_info_data_input import UpdateCustomerTaxInfoDataInput


T = TypeVar("T", bound="UpdateCustomerTaxInfoInput")


@_attrs_define
class UpdateCustomerTaxInfoInput:
    """Holds the changed tax profile."""

    data: UpdateCustomerTaxInfoDataInput
    """ The tax profile as it is to be, with every required detail and not only the changed ones. """

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
        from ..models.update_customer_tax_info_data_input import UpdateCustomerTaxInfoDataInput

        d = dict(src_dict)
        data = UpdateCustomerTaxInfoDataInput.from_dict(d.pop("data"))

        update_customer_tax_info_input = cls(
            data=data,
        )

        return update_customer_tax_info_input
