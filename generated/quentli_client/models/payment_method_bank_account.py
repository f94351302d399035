from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="PaymentMethodBankAccount")


@_attrs_define
class PaymentMethodBankAccount:
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

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

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
            deleted_at = self.deleted_at.isoformat()
        else:
            deleted_at = self.deleted_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "createdAt": created_at,
                "updatedAt": updated_at,
                "bankCode": bank_code,
                "bankName": bank_name,
                "country": country,
                "verified": verified,
                "clabeLast": clabe_last,
                "clabeFirst": clabe_first,
            }
        )
        if customer_id is not UNSET:
            field_dict["customerId"] = customer_id
        if deleted_at is not UNSET:
            field_dict["deletedAt"] = deleted_at

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        id = d.pop("id")

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updatedAt"))

        bank_code = d.pop("bankCode")

        bank_name = d.pop("bankName")

        country = d.pop("country")

        verified = d.pop("verified")

        clabe_last = d.pop("clabeLast")

        clabe_first = d.pop("clabeFirst")

        def _parse_customer_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        customer_id = _parse_customer_id(d.pop("customerId", UNSET))

        def _parse_deleted_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                deleted_at_type_0 = datetime.datetime.fromisoformat(data)

                return deleted_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        deleted_at = _parse_deleted_at(d.pop("deletedAt", UNSET))

        payment_method_bank_account = cls(
            id=id,
            created_at=created_at,
            updated_at=updated_at,
            bank_code=bank_code,
            bank_name=bank_name,
            country=country,
            verified=verified,
            clabe_last=clabe_last,
            clabe_first=clabe_first,
            customer_id=customer_id,
            deleted_at=deleted_at,
        )

        payment_method_bank_account.additional_properties = d
        return payment_method_bank_account

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
