from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define

from ..errors import FieldError as _FieldError
from ..types import UNSET, Unset
from ..types import Record as _Record


@_attrs_define(repr=False)
class CustomerTaxInfoInput(_Record):
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
        field_dict["legalName"] = legal_name
        field_dict["taxId"] = tax_id
        field_dict["taxSystem"] = tax_system
        field_dict["zip"] = zip_
        if default is not UNSET:
            field_dict["default"] = default
        field_dict["defaultUsage"] = default_usage
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
        key_ = ""
        try:
            legal_name = src_dict["legalName"]

            tax_id = src_dict["taxId"]

            tax_system = src_dict["taxSystem"]

            zip_ = src_dict["zip"]

            default_usage = src_dict["defaultUsage"]

            default = src_dict.get("default", UNSET)

            neighborhood = src_dict.get("neighborhood", UNSET)

            street = src_dict.get("street", UNSET)

            outer_number = src_dict.get("outerNumber", UNSET)

            inner_number = src_dict.get("innerNumber", UNSET)

            city = src_dict.get("city", UNSET)

            state = src_dict.get("state", UNSET)

            return cls(
                legal_name,
                tax_id,
                tax_system,
                zip_,
                default_usage,
                default,
                neighborhood,
                street,
                outer_number,
                inner_number,
                city,
                state,
            )
        except (TypeError, ValueError, LookupError, AttributeError) as error_:
            raise _FieldError.from_error(error_, key_, src_dict) from error_
