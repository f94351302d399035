from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="CreateCustomerTaxInfoArgsInputTaxInfo")


@_attrs_define
class CreateCustomerTaxInfoArgsInputTaxInfo:
    legal_name: str
    tax_id: str
    tax_system: str
    zip_: str
    default_usage: str
    default: bool | Unset = UNSET
    neighborhood: str | Unset = UNSET
    street: str | Unset = UNSET
    outer_number: str | Unset = UNSET
    inner_number: str | Unset = UNSET
    city: str | Unset = UNSET
    state: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        legal_name = self.legal_name

        tax_id = self.tax_id

        tax_system = self.tax_system

        zip_ = self.zip_

        default_usage = self.default_usage

        default = self.default

        neighborhood = self.neighborhood

        street = self.street

        outer_number = self.outer_number

        inner_number = self.inner_number

        city = self.city

        state = self.state

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "legalName": legal_name,
                "taxId": tax_id,
                "taxSystem": tax_system,
                "zip": zip_,
                "defaultUsage": default_usage,
            }
        )
        if default is not UNSET:
            field_dict["default"] = default
        if neighborhood is not UNSET:
            field_dict["neighborhood"] = neighborhood
        if street is not UNSET:
            field_dict["street"] = street
        if outer_number is not UNSET:
            field_dict["outerNumber"] = outer_number
        if inner_number is not UNSET:
            field_dict["innerNumber"] = inner_number
        if city is not UNSET:
            field_dict["city"] = city
        if state is not UNSET:
            field_dict["state"] = state

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        legal_name = d.pop("legalName")

        tax_id = d.pop("taxId")

        tax_system = d.pop("taxSystem")

        zip_ = d.pop("zip")

        default_usage = d.pop("defaultUsage")

        default = d.pop("default", UNSET)

        neighborhood = d.pop("neighborhood", UNSET)

        street = d.pop("street", UNSET)

        outer_number = d.pop("outerNumber", UNSET)

        inner_number = d.pop("innerNumber", UNSET)

        city = d.pop("city", UNSET)

        state = d.pop("state", UNSET)

        create_customer_tax_info_args_input_tax_info = cls(
            legal_name=legal_name,
            tax_id=tax_id,
            tax_system=tax_system,
            zip_=zip_,
            default_usage=default_usage,
            default=default,
            neighborhood=neighborhood,
            street=street,
            outer_number=outer_number,
            inner_number=inner_number,
            city=city,
            state=state,
        )

        return create_customer_tax_info_args_input_tax_info
