from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="CreateCustomerTaxInfoTaxInfoInput")


@_attrs_define
class CreateCustomerTaxInfoTaxInfoInput:
    """The tax profile to add: what a CFDI for the customer states about its receiver."""

    legal_name: str
    """ Name or company name as the SAT has it on file, without the legal form. """
    tax_id: str
    """ RFC, the Mexican tax id: 12 characters for a company, 13 for a person. """
    tax_system: str
    """ Tax regime (régimen fiscal) as a SAT key: `601` is the general regime for companies. """
    zip_: str
    """ Postal code of the tax address as the SAT has it on file, five digits. """
    default_usage: str
    """ What the receiver uses the invoice for (uso de CFDI), as a SAT key: `G03` is expenses in general. """
    default: bool | Unset = UNSET
    """ True for the profile to be used when a customer has several and none is named. """
    neighborhood: str | Unset = UNSET
    """ The tax address: its colonia. """
    street: str | Unset = UNSET
    """ The tax address: its street, without the number. """
    outer_number: str | Unset = UNSET
    """ Number of the building in the street. """
    inner_number: str | Unset = UNSET
    """ Number of the flat or office inside the building. """
    city: str | Unset = UNSET
    """ The tax address: its city. """
    state: str | Unset = UNSET
    """ The tax address: its state. """

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

        create_customer_tax_info_tax_info_input = cls(
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

        return create_customer_tax_info_tax_info_input
