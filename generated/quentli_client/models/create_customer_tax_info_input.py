from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.create_customer_tax_info_tax_info_input import CreateCustomerTaxInfoTaxInfoInput


T = TypeVar("T", bound="CreateCustomerTaxInfoInput")


@_attrs_define
class CreateCustomerTaxInfoInput:
    """Holds the tax profile."""

    tax_info: CreateCustomerTaxInfoTaxInfoInput
    """ The tax profile to add: what a CFDI for the customer states about its receiver. """

    def to_dict(self) -> dict[str, Any]:
        tax_info = self.tax_info.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "taxInfo": tax_info,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.create_customer_tax_info_tax_info_input import CreateCustomerTaxInfoTaxInfoInput

        d = dict(src_dict)
        tax_info = CreateCustomerTaxInfoTaxInfoInput.from_dict(d.pop("taxInfo"))

        create_customer_tax_info_input = cls(
            tax_info=tax_info,
        )

        return create_customer_tax_info_input
