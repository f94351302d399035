from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..errors import FieldError as _FieldError
from ..models.collection_method import CollectionMethod
from ..types import UNSET, Unset
from ..types import Record as _Record
from ..types import format_instant as _format_instant


@_attrs_define(repr=False)
class FullInvoice(_Record):
    """An invoice as lists show it, with the payment concept behind every line."""

    id: str
    """ Quentli's id of the invoice. """
    created_at: datetime.datetime
    """ When the invoice was created, in UTC. """
    updated_at: datetime.datetime
    """ When anything about the invoice last changed, in UTC. """
    customer_id: str
    """ The customer who owes the money. """
    subscription_id: None | str
    """ The subscription that the invoice belongs to; null for one that stands alone. """
    collection_method: CollectionMethod | str
    """ How the money is collected: `AUTOMATIC` charges the saved payment method, `SEND_REMINDER` asks the customer
    by reminders, `NONE` does neither. """
    total_amount: int
    """ What is owed in all, in minor units: 150000 is MXN 1,500.00. """
    currency: str
    """ ISO 4217 code of the currency of the amounts. """
    due_date: datetime.datetime
    """ By when payment is due, in UTC. """
    expire_date: datetime.datetime | None
    """ When the invoice expires, in UTC; null when no such date is set. """
    organization_id: str
    """ The organization that the money is owed to. """
    is_paid: bool
    """ True once the invoice counts as paid. """
    paid_by_id: None | str
    """ Id of who paid the invoice or marked it as paid; null when nobody is recorded. """
    amount_paid: int
    """ How much has been paid so far, in minor units. """
    beneficiary_id: None | str
    """ Who benefits from what is billed; null when nobody is named. """
    allow_offtime_payment: bool
    """ True when the invoice may also be paid out of time. """
    paid_with_id: None | str
    """ Id of what the invoice was paid with; null when nothing is recorded. """
    canceled_at: datetime.datetime | None
    """ When the invoice was cancelled, in UTC; null unless it was. """
    canceled_by_id: None | str
    """ The user who cancelled the invoice; null when nobody is recorded. """
    items: list[FullInvoiceItem]
    """ The lines that make up the invoice. """
    meta: FullInvoiceMeta | None | Unset = UNSET
    """ The caller's own data about the invoice, as a map from key to value. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        created_at = _format_instant(self.created_at, "created_at")

        updated_at = _format_instant(self.updated_at, "updated_at")

        customer_id = self.customer_id

        subscription_id: None | str
        subscription_id = self.subscription_id

        collection_method: str
        if isinstance(self.collection_method, CollectionMethod):
            collection_method = self.collection_method.value
        else:
            collection_method = self.collection_method

        total_amount = self.total_amount

        currency = self.currency

        due_date = _format_instant(self.due_date, "due_date")

        expire_date: None | str
        if isinstance(self.expire_date, datetime.datetime):
            expire_date = _format_instant(self.expire_date, "expire_date")
        else:
            expire_date = self.expire_date

        organization_id = self.organization_id

        is_paid = self.is_paid

        paid_by_id: None | str
        paid_by_id = self.paid_by_id

        amount_paid = self.amount_paid

        beneficiary_id: None | str
        beneficiary_id = self.beneficiary_id

        allow_offtime_payment = self.allow_offtime_payment

        paid_with_id: None | str
        paid_with_id = self.paid_with_id

        canceled_at: None | str
        if isinstance(self.canceled_at, datetime.datetime):
            canceled_at = _format_instant(self.canceled_at, "canceled_at")
        else:
            canceled_at = self.canceled_at

        canceled_by_id: None | str
        canceled_by_id = self.canceled_by_id

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        meta: dict[str, Any] | None | Unset
        if isinstance(self.meta, Unset):
            meta = UNSET
        elif isinstance(self.meta, FullInvoiceMeta):
            meta = self.meta.to_dict()
        else:
            meta = self.meta

        field_dict: dict[str, Any] = {}
        field_dict["id"] = id
        field_dict["createdAt"] = created_at
        field_dict["updatedAt"] = updated_at
        field_dict["customerId"] = customer_id
        field_dict["subscriptionId"] = subscription_id
        field_dict["collectionMethod"] = collection_method
        field_dict["totalAmount"] = total_amount
        field_dict["currency"] = currency
        field_dict["dueDate"] = due_date
        field_dict["expireDate"] = expire_date
        field_dict["organizationId"] = organization_id
        field_dict["isPaid"] = is_paid
        field_dict["paidById"] = paid_by_id
        field_dict["amountPaid"] = amount_paid
        field_dict["beneficiaryId"] = beneficiary_id
        field_dict["allowOfftimePayment"] = allow_offtime_payment
        field_dict["paidWithId"] = paid_with_id
        field_dict["canceledAt"] = canceled_at
        field_dict["canceledById"] = canceled_by_id
        field_dict["items"] = items
        if meta is not UNSET:
            field_dict["meta"] = meta
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

            subscription_id: None | str = fields_.pop("subscriptionId")

            key_ = "collectionMethod"
            _collection_method: Any = fields_.pop("collectionMethod")
            if isinstance(_collection_method, str):
                try:
                    collection_method_type_0 = CollectionMethod(_collection_method)

                    _collection_method = collection_method_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass

            collection_method: CollectionMethod | str = _collection_method

            total_amount = fields_.pop("totalAmount")

            currency = fields_.pop("currency")

            key_ = "dueDate"
            due_date = datetime.datetime.fromisoformat(fields_.pop("dueDate"))

            key_ = "expireDate"
            _expire_date: Any = fields_.pop("expireDate")
            if _expire_date is not None:
                expire_date_type_0 = datetime.datetime.fromisoformat(_expire_date)

                _expire_date = expire_date_type_0

            expire_date: datetime.datetime | None = _expire_date

            organization_id = fields_.pop("organizationId")

            is_paid = fields_.pop("isPaid")

            paid_by_id: None | str = fields_.pop("paidById")

            amount_paid = fields_.pop("amountPaid")

            beneficiary_id: None | str = fields_.pop("beneficiaryId")

            allow_offtime_payment = fields_.pop("allowOfftimePayment")

            paid_with_id: None | str = fields_.pop("paidWithId")

            key_ = "canceledAt"
            _canceled_at: Any = fields_.pop("canceledAt")
            if _canceled_at is not None:
                canceled_at_type_0 = datetime.datetime.fromisoformat(_canceled_at)

                _canceled_at = canceled_at_type_0

            canceled_at: datetime.datetime | None = _canceled_at

            canceled_by_id: None | str = fields_.pop("canceledById")

            key_ = "items"
            items = []
            _items = fields_.pop("items")
            for items_item_data in _items:
                items_item = FullInvoiceItem.from_dict(items_item_data)

                items.append(items_item)

            key_ = "meta"
            _meta: Any = fields_.pop("meta", UNSET)
            if _meta is not None and _meta is not UNSET:
                if not isinstance(_meta, dict):
                    raise _FieldError("", "cannot be read")
                meta_type_0 = FullInvoiceMeta.from_dict(_meta)

                _meta = meta_type_0

            meta: FullInvoiceMeta | None | Unset = _meta

            record_ = cls(
                id,
                created_at,
                updated_at,
                customer_id,
                subscription_id,
                collection_method,
                total_amount,
                currency,
                due_date,
                expire_date,
                organization_id,
                is_paid,
                paid_by_id,
                amount_paid,
                beneficiary_id,
                allow_offtime_payment,
                paid_with_id,
                canceled_at,
                canceled_by_id,
                items,
                meta,
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
from ..models.full_invoice_item import FullInvoiceItem
from ..models.full_invoice_meta import FullInvoiceMeta
