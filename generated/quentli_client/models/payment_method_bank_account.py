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
class PaymentMethodBankAccount(_Record):
    """The bank account, as far as it may be shown; null for a card."""

    id: str
    """ Quentli's id of the bank account. """
    created_at: datetime.datetime
    """ When the account was stored, in UTC. """
    updated_at: datetime.datetime
    """ When the account last changed, in UTC. """
    bank_code: str
    """ Code of the bank in the Mexican banking system. """
    bank_name: str
    """ The bank, in words. """
    country: str
    """ Where the account is held, by country. """
    verified: bool
    """ True once the account has been verified. """
    clabe_last: str
    """ Last digits of the CLABE, for the customer to recognize the account. """
    clabe_first: str
    """ First digits of the CLABE, which name the bank. """
    customer_id: None | str | Unset = UNSET
    """ The customer whose account it is; null when it is not tied to one. """
    deleted_at: datetime.datetime | None | Unset = UNSET
    """ Since when the account has been deleted; null while it is there. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        created_at = _format_instant(self.created_at, "created_at")

        updated_at = _format_instant(self.updated_at, "updated_at")

        bank_code = self.bank_code

        bank_name = self.bank_name

        country = self.country

        verified = self.verified

        clabe_last = self.clabe_last

        clabe_first = self.clabe_first

        customer_id: None | str | Unset
        if isinstance(self.customer_id, Unset):
            customer_id = UNSET
        else:
            customer_id = self.customer_id

        deleted_at: None | str | Unset
        if isinstance(self.deleted_at, Unset):
            deleted_at = UNSET
        elif isinstance(self.deleted_at, datetime.datetime):
            deleted_at = _format_instant(self.deleted_at, "deleted_at")
        else:
            deleted_at = self.deleted_at

        field_dict: dict[str, Any] = {}
        field_dict["id"] = id
        field_dict["createdAt"] = created_at
        field_dict["updatedAt"] = updated_at
        field_dict["bankCode"] = bank_code
        field_dict["bankName"] = bank_name
        if customer_id is not UNSET:
            field_dict["customerId"] = customer_id
        if deleted_at is not UNSET:
            field_dict["deletedAt"] = deleted_at
        field_dict["country"] = country
        field_dict["verified"] = verified
        field_dict["clabeLast"] = clabe_last
        field_dict["clabeFirst"] = clabe_first
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

            bank_code = fields_.pop("bankCode")

            bank_name = fields_.pop("bankName")

            country = fields_.pop("country")

            verified = fields_.pop("verified")

            clabe_last = fields_.pop("clabeLast")

            clabe_first = fields_.pop("clabeFirst")

            customer_id: None | str | Unset = fields_.pop("customerId", UNSET)

            key_ = "deletedAt"
            _deleted_at: Any = fields_.pop("deletedAt", UNSET)
            if _deleted_at is not None and _deleted_at is not UNSET:
                deleted_at_type_0 = datetime.datetime.fromisoformat(_deleted_at)

                _deleted_at = deleted_at_type_0

            deleted_at: datetime.datetime | None | Unset = _deleted_at

            record_ = cls(
                id,
                created_at,
                updated_at,
                bank_code,
                bank_name,
                country,
                verified,
                clabe_last,
                clabe_first,
                customer_id,
                deleted_at,
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
