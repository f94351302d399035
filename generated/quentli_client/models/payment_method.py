from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.payment_method_type import PaymentMethodType
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.payment_method_bank_account import PaymentMethodBankAccount
    from ..models.payment_method_card_detail import PaymentMethodCardDetail


T = TypeVar("T", bound="PaymentMethod")


@_attrs_define
class PaymentMethod:
    """A card or bank account that a customer has saved; the details of the one or the other are beside it."""

    id: str
    """ Quentli's id of the payment method, to be named when charging it. """
    created_at: datetime.datetime
    """ When the customer saved it, in UTC. """
    updated_at: datetime.datetime
    """ When it last changed, in UTC. """
    customer_id: str
    """ The customer it belongs to. """
    type_: PaymentMethodType | str
    """ `CARD` for a credit or debit card, `MEXICAN_BANK_ACCOUNT` for an account known by its CLABE. """
    confirmed: bool
    """ True once the method has been confirmed. """
    default: bool
    """ True for the one that is used when nobody names another. """
    deleted_at: datetime.datetime | None
    """ Since when it has been deleted; null while it is there. """
    bank_account_id: None | str
    """ The bank account behind it; null for a card. """
    expired: bool
    """ True once it is too old to be charged, as a card past its last month is. """
    card_detail: None | PaymentMethodCardDetail | Unset = UNSET
    """ The card, as far as it may be shown; null for a bank account. """
    bank_account: None | PaymentMethodBankAccount | Unset = UNSET
    """ The bank account, as far as it may be shown; null for a card. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.payment_method_bank_account import PaymentMethodBankAccount
        from ..models.payment_method_card_detail import PaymentMethodCardDetail

        id = self.id

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        customer_id = self.customer_id

        type_: str
        if isinstance(self.type_, PaymentMethodType):
            type_ = self.type_.value
        else:
            type_ = self.type_

        confirmed = self.confirmed

        default = self.default

        deleted_at: None | str
        if isinstance(self.deleted_at, datetime.datetime):
            deleted_at = self.deleted_at.isoformat()
        else:
            deleted_at = self.deleted_at

        bank_account_id: None | str
        bank_account_id = self.bank_account_id

        expired = self.expired

        card_detail: dict[str, Any] | None | Unset
        if isinstance(self.card_detail, Unset):
            card_detail = UNSET
        elif isinstance(self.card_detail, PaymentMethodCardDetail):
            card_detail = self.card_detail.to_dict()
        else:
            card_detail = self.card_detail

        bank_account: dict[str, Any] | None | Unset
        if isinstance(self.bank_account, Unset):
            bank_account = UNSET
        elif isinstance(self.bank_account, PaymentMethodBankAccount):
            bank_account = self.bank_account.to_dict()
        else:
            bank_account = self.bank_account

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "createdAt": created_at,
                "updatedAt": updated_at,
                "customerId": customer_id,
                "type": type_,
                "confirmed": confirmed,
                "default": default,
                "deletedAt": deleted_at,
                "bankAccountId": bank_account_id,
                "expired": expired,
            }
        )
        if card_detail is not UNSET:
            field_dict["cardDetail"] = card_detail
        if bank_account is not UNSET:
            field_dict["bankAccount"] = bank_account

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.payment_method_bank_account import PaymentMethodBankAccount
        from ..models.payment_method_card_detail import PaymentMethodCardDetail

        d = dict(src_dict)
        id = d.pop("id")

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updatedAt"))

        customer_id = d.pop("customerId")

        def _parse_type_(data: object) -> PaymentMethodType | str:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                type_type_0 = PaymentMethodType(data)

                return type_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(PaymentMethodType | str, data)

        type_ = _parse_type_(d.pop("type"))

        confirmed = d.pop("confirmed")

        default = d.pop("default")

        def _parse_deleted_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                deleted_at_type_0 = datetime.datetime.fromisoformat(data)

                return deleted_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        deleted_at = _parse_deleted_at(d.pop("deletedAt"))

        def _parse_bank_account_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        bank_account_id = _parse_bank_account_id(d.pop("bankAccountId"))

        expired = d.pop("expired")

        def _parse_card_detail(data: object) -> None | PaymentMethodCardDetail | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                card_detail_type_0 = PaymentMethodCardDetail.from_dict(data)

                return card_detail_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PaymentMethodCardDetail | Unset, data)

        card_detail = _parse_card_detail(d.pop("cardDetail", UNSET))

        def _parse_bank_account(data: object) -> None | PaymentMethodBankAccount | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                bank_account_type_0 = PaymentMethodBankAccount.from_dict(data)

                return bank_account_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PaymentMethodBankAccount | Unset, data)

        bank_account = _parse_bank_account(d.pop("bankAccount", UNSET))

        payment_method = cls(
            id=id,
            created_at=created_at,
            updated_at=updated_at,
            customer_id=customer_id,
            type_=type_,
            confirmed=confirmed,
            default=default,
            deleted_at=deleted_at,
            bank_account_id=bank_account_id,
            expired=expired,
            card_detail=card_detail,
            bank_account=bank_account,
        )

        payment_method.additional_properties = d
        return payment_method

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
