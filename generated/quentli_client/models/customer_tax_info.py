from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..errors import FieldError as _FieldError
from ..types import Record as _Record
from ..types import format_instant as _format_instant


@_attrs_define(repr=False)
class CustomerTaxInfo(_Record):
    """A tax profile: what a CFDI for the customer states about its receiver."""

    id: str
    """ Quentli's id of the tax profile. """
    created_at: datetime.datetime
    """ When the profile was added, in UTC. """
    updated_at: datetime.datetime
    """ When any detail of the profile last changed, in UTC. """
    customer_id: str
    """ The customer to be invoiced with these details. """
    legal_name: str
    """ Name or company name as the SAT has it on file, without the legal form. """
    default: bool
    """ True for the profile to be used when a customer has several and none is named. """
    default_usage: str
    """ What the receiver uses the invoice for (uso de CFDI), as a SAT key: `G03` is expenses in general. """
    tax_id: str
    """ RFC, the Mexican tax id: 12 characters for a company, 13 for a person. """
    tax_system: str
    """ Tax regime (régimen fiscal) as a SAT key: `601` is the general regime for companies. """
    zip_: str
    """ Postal code of the tax address as the SAT has it on file, five digits. """
    city: None | str
    """ The tax address: its city; null when not given. """
    state: None | str
    """ The tax address: its state; null when not given. """
    country: None | str
    """ The tax address: its country; null when not given. """
    neighborhood: None | str
    """ The tax address: its colonia; null when not given. """
    street: None | str
    """ The tax address: its street, without the number; null when not given. """
    outer_number: None | str
    """ Number of the building in the street; null when not given. """
    inner_number: None | str
    """ Number of the flat or office inside the building; null when not given. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        created_at = _format_instant(self.created_at, "created_at")

        updated_at = _format_instant(self.updated_at, "updated_at")

        customer_id = self.customer_id

        legal_name = self.legal_name

        default = self.default

        default_usage = self.default_usage

        tax_id = self.tax_id

        tax_system = self.tax_system

        zip_ = self.zip_

        city: None | str
        city = self.city

        state: None | str
        state = self.state

        country: None | str
        country = self.country

        neighborhood: None | str
        neighborhood = self.neighborhood

        street: None | str
        street = self.street

        outer_number: None | str
        outer_number = self.outer_number

        inner_number: None | str
        inner_number = self.inner_number

        field_dict: dict[str, Any] = {}
        field_dict["id"] = id
        field_dict["createdAt"] = created_at
        field_dict["updatedAt"] = updated_at
        field_dict["customerId"] = customer_id
        field_dict["legalName"] = legal_name
        field_dict["default"] = default
        field_dict["defaultUsage"] = default_usage
        field_dict["taxId"] = tax_id
        field_dict["taxSystem"] = tax_system
        field_dict["zip"] = zip_
        field_dict["city"] = city
        field_dict["state"] = state
        field_dict["country"] = country
        field_dict["neighborhood"] = neighborhood
        field_dict["street"] = street
        field_dict["outerNumber"] = outer_number
        field_dict["innerNumber"] = inner_number
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
            id = fields_.pop("id")

            key_ = "createdAt"
            created_at = datetime.datetime.fromisoformat(fields_.pop("createdAt"))

            key_ = "updatedAt"
            updated_at = datetime.datetime.fromisoformat(fields_.pop("updatedAt"))

            customer_id = fields_.pop("customerId")

            legal_name = fields_.pop("legalName")

            default = fields_.pop("default")

            default_usage = fields_.pop("defaultUsage")

            tax_id = fields_.pop("taxId")

            tax_system = fields_.pop("taxSystem")

            zip_ = fields_.pop("zip")

            city: None | str = fields_.pop("city")

            state: None | str = fields_.pop("state")

            country: None | str = fields_.pop("country")

            neighborhood: None | str = fields_.pop("neighborhood")

            street: None | str = fields_.pop("street")

            outer_number: None | str = fields_.pop("outerNumber")

            inner_number: None | str = fields_.pop("innerNumber")

            record_ = cls(
                id,
                created_at,
                updated_at,
                customer_id,
                legal_name,
                default,
                default_usage,
                tax_id,
                tax_system,
                zip_,
                city,
                state,
                country,
                neighborhood,
                street,
                outer_number,
                inner_number,
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
