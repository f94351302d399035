from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.create_customer_tax_info_args_input_tax_info import CreateCustomerTaxInfoArgsInputTaxInfo


T = TypeVar("T", bound="CreateCustomerTaxInfoArgsInput")


@_attrs_define
class CreateCustomerTaxInfoArgsInput:
    tax_info: CreateCustomerTaxInfoArgsInputTaxInfo

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
        from ..models.create_customer_tax_info_args_input_tax_info import (
            CreateCustomerTaxInfoArgsInputTaxInfo,
        )

        d = dict(src_dict)
        tax_info = CreateCustomerTaxInfoArgsInputTaxInfo.from_dict(d.pop("taxInfo"))

        create_customer_tax_info_args_input = cls(
            tax_info=tax_info,
        )

        return create_customer_tax_info_args_input
