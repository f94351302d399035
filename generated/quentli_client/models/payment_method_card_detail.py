from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..errors import FieldError as _FieldError
from ..types import UNSET, Unset
from ..types import Record as _Record
from ..types import format_instant as _format_instant


@_attrs_define(repr=False)
class PaymentMethodCardDetail(_Record):
    """The card, as far as it may be shown; null for a bank account."""

    id: str
    """ Quentli's id of these card details. """
    created_at: datetime.datetime
    """ When the details were stored, in UTC. """
    updated_at: datetime.datetime
    """ When the details last changed, in UTC. """
    expiry_month: int
    """ Last month in which the card is good, 1 for January to 12 for December. """
    expiry_year: int
    """ Year of that month. """
    bin_: str
    """ Leading digits of the card number, which tell who issued it. """
    last4: str
    """ Last four digits of the card number, for the customer to recognize it. """
    cardholder: None | str | Unset = UNSET
    """ Name on the card; null when it is not known. """
    brand: None | str | Unset = UNSET
    """ Card network; null when it is not known. """
    issuer: None | str | Unset = UNSET
    """ Bank that issued the card; null when it is not known. """
    is_corporate: bool | None | Unset = UNSET
    """ True for a company card; null when it is not known. """
    country: None | str | Unset = UNSET
    """ In which country the card was issued; null when it is not known. """
    funding: None | str | Unset = UNSET
    """ Kind of card, such as credit or debit; null when it is not known. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        created_at = _format_instant(self.created_at, "created_at")

        updated_at = _format_instant(self.updated_at, "updated_at")

        expiry_month = self.expiry_month

        expiry_year = self.expiry_year

        bin_ = self.bin_

        last4 = self.last4

        cardholder: None | str | Unset
        if isinstance(self.cardholder, Unset):
            cardholder = UNSET
        else:
            cardholder = self.cardholder

        brand: None | str | Unset
        if isinstance(self.brand, Unset):
            brand = UNSET
        else:
            brand = self.brand

        issuer: None | str | Unset
        if isinstance(self.issuer, Unset):
            issuer = UNSET
        else:
            issuer = self.issuer

        is_corporate: bool | None | Unset
        if isinstance(self.is_corporate, Unset):
            is_corporate = UNSET
        else:
            is_corporate = self.is_corporate

        country: None | str | Unset
        if isinstance(self.country, Unset):
            country = UNSET
        else:
            country = self.country

        funding: None | str | Unset
        if isinstance(self.funding, Unset):
            funding = UNSET
        else:
            funding = self.funding

        field_dict: dict[str, Any] = {}
        field_dict["id"] = id
        field_dict["createdAt"] = created_at
        field_dict["updatedAt"] = updated_at
        field_dict["expiryMonth"] = expiry_month
        field_dict["expiryYear"] = expiry_year
        if cardholder is not UNSET:
            field_dict["cardholder"] = cardholder
        field_dict["bin"] = bin_
        field_dict["last4"] = last4
        if brand is not UNSET:
            field_dict["brand"] = brand
        if issuer is not UNSET:
            field_dict["issuer"] = issuer
        if is_corporate is not UNSET:
            field_dict["isCorporate"] = is_corporate
        if country is not UNSET:
            field_dict["country"] = country
        if funding is not UNSET:
            field_dict["funding"] = funding
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

            expiry_month = fields_.pop("expiryMonth")

            expiry_year = fields_.pop("expiryYear")

            bin_ = fields_.pop("bin")

            last4 = fields_.pop("last4")

            cardholder: None | str | Unset = fields_.pop("cardholder", UNSET)

            brand: None | str | Unset = fields_.pop("brand", UNSET)

            issuer: None | str | Unset = fields_.pop("issuer", UNSET)

            is_corporate: bool | None | Unset = fields_.pop("isCorporate", UNSET)

            country: None | str | Unset = fields_.pop("country", UNSET)

            funding: None | str | Unset = fields_.pop("funding", UNSET)

            record_ = cls(
                id,
                created_at,
                updated_at,
                expiry_month,
                expiry_year,
                bin_,
                last4,
                cardholder,
                brand,
                issuer,
                is_corporate,
                country,
                funding,
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
