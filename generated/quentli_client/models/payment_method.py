from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..errors import FieldError as _FieldError
from ..models.payment_method_type import PaymentMethodType
from ..types import UNSET, Unset
from ..types import Record as _Record
from ..types import format_instant as _format_instant


@_attrs_define(repr=False)
class PaymentMethod(_Record):
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
        id = self.id

        created_at = _format_instant(self.created_at, "created_at")

        updated_at = _format_instant(self.updated_at, "updated_at")

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
            deleted_at = _format_instant(self.deleted_at, "deleted_at")
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
        field_dict["id"] = id
        field_dict["createdAt"] = created_at
        field_dict["updatedAt"] = updated_at
        field_dict["customerId"] = customer_id
        field_dict["type"] = type_
        field_dict["confirmed"] = confirmed
        field_dict["default"] = default
        field_dict["deletedAt"] = deleted_at
        field_dict["bankAccountId"] = bank_account_id
        field_dict["expired"] = expired
        if card_detail is not UNSET:
            field_dict["cardDetail"] = card_detail
        if bank_account is not UNSET:
            field_dict["bankAccount"] = bank_account
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

            key_ = "type"
            _type_: Any = fields_.pop("type")
            if isinstance(_type_, str):
                try:
                    type_type_0 = PaymentMethodType(_type_)

                    _type_ = type_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass

            type_: PaymentMethodType | str = _type_

            confirmed = fields_.pop("confirmed")

            default = fields_.pop("default")

            key_ = "deletedAt"
            _deleted_at: Any = fields_.pop("deletedAt")
            if _deleted_at is not None:
                deleted_at_type_0 = datetime.datetime.fromisoformat(_deleted_at)

                _deleted_at = deleted_at_type_0

            deleted_at: datetime.datetime | None = _deleted_at

            bank_account_id: None | str = fields_.pop("bankAccountId")

            expired = fields_.pop("expired")

            key_ = "cardDetail"
            _card_detail: Any = fields_.pop("cardDetail", UNSET)
            if _card_detail is not None and _card_detail is not UNSET:
                if not isinstance(_card_detail, dict):
                    raise _FieldError("", "cannot be read")
                card_detail_type_0 = PaymentMethodCardDetail.from_dict(_card_detail)

                _card_detail = card_detail_type_0

            card_detail: None | PaymentMethodCardDetail | Unset = _card_detail

            key_ = "bankAccount"
            _bank_account: Any = fields_.pop("bankAccount", UNSET)
            if _bank_account is not None and _bank_account is not UNSET:
                if not isinstance(_bank_account, dict):
                    raise _FieldError("", "cannot be read")
                bank_account_type_0 = PaymentMethodBankAccount.from_dict(_bank_account)

                _bank_account = bank_account_type_0

            bank_account: None | PaymentMethodBankAccount | Unset = _bank_account

            record_ = cls(
                id,
                created_at,
                updated_at,
                customer_id,
                type_,
                confirmed,
                default,
                deleted_at,
                bank_account_id,
                expired,
                card_detail,
                bank_account,
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


# Below the class, as models may refer to each other.
from ..models.payment_method_bank_account import PaymentMethodBankAccount
from ..models.payment_method_card_detail import PaymentMethodCardDetail
