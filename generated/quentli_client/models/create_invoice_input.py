from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define

from ..errors import FieldError as _FieldError
from ..models.collection_method import CollectionMethod
from ..types import UNSET, Unset
from ..types import Record as _Record
from ..types import format_instant as _format_instant


@_attrs_define(repr=False)
class CreateInvoiceInput(_Record):
    """The new invoice: whom it bills, for what, until when, and how it is collected."""

    due_date: datetime.datetime
    """ By when payment is due, in UTC. """
    collection_method: CollectionMethod
    """ How to collect the money: `AUTOMATIC` charges the saved payment method, `SEND_REMINDER` asks the customer by
    reminders, `NONE` does neither. """
    customer_id: str
    """ The customer to bill. """
    items: list[CreateInvoiceItemInput]
    """ What is billed, in 1 to 100 lines. """
    expire_date: datetime.datetime | None | Unset = UNSET
    """ When the invoice is to expire, in UTC; null for no such date. """
    subscription_id: None | str | Unset = UNSET
    """ The subscription that the invoice belongs to; null or left out for one that stands alone. """
    allow_offtime_payment: bool | None | Unset = UNSET
    """ True to let the invoice be paid out of time as well. """
    beneficiary_id: None | str | Unset = UNSET
    """ Who benefits from what is billed; null or left out to name nobody. """
    modifiers: list[ModifierInput] | Unset = UNSET
    """ The modifiers to put on the invoice. """
    discounts: list[InvoiceDiscountInput] | Unset = UNSET
    """ The discounts to put on the invoice. """
    metadata: list[MetadataItemInput] | None | Unset = UNSET
    """ The caller's own data to keep with the invoice, one entry for each key. """

    def to_dict(self) -> dict[str, Any]:
        due_date = _format_instant(self.due_date, "due_date")

        collection_method: str
        collection_method = self.collection_method.value

        customer_id = self.customer_id

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        expire_date: None | str | Unset
        if isinstance(self.expire_date, Unset):
            expire_date = UNSET
        elif isinstance(self.expire_date, datetime.datetime):
            expire_date = _format_instant(self.expire_date, "expire_date")
        else:
            expire_date = self.expire_date

        subscription_id: None | str | Unset
        if isinstance(self.subscription_id, Unset):
            subscription_id = UNSET
        else:
            subscription_id = self.subscription_id

        allow_offtime_payment: bool | None | Unset
        if isinstance(self.allow_offtime_payment, Unset):
            allow_offtime_payment = UNSET
        else:
            allow_offtime_payment = self.allow_offtime_payment

        beneficiary_id: None | str | Unset
        if isinstance(self.beneficiary_id, Unset):
            beneficiary_id = UNSET
        else:
            beneficiary_id = self.beneficiary_id

        modifiers: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.modifiers, Unset):
            modifiers = []
            for modifiers_item_data in self.modifiers:
                modifiers_item = modifiers_item_data.to_dict()
                modifiers.append(modifiers_item)

        discounts: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.discounts, Unset):
            discounts = []
            for discounts_item_data in self.discounts:
                discounts_item = discounts_item_data.to_dict()
                discounts.append(discounts_item)

        metadata: list[dict[str, Any]] | None | Unset
        if isinstance(self.metadata, Unset):
            metadata = UNSET
        elif isinstance(self.metadata, list):
            metadata = []
            for metadata_type_0_item_data in self.metadata:
                metadata_type_0_item = metadata_type_0_item_data.to_dict()
                metadata.append(metadata_type_0_item)

        else:
            metadata = self.metadata

        field_dict: dict[str, Any] = {}
        field_dict["dueDate"] = due_date
        if expire_date is not UNSET:
            field_dict["expireDate"] = expire_date
        field_dict["collectionMethod"] = collection_method
        field_dict["customerId"] = customer_id
        if subscription_id is not UNSET:
            field_dict["subscriptionId"] = subscription_id
        if allow_offtime_payment is not UNSET:
            field_dict["allowOfftimePayment"] = allow_offtime_payment
        if beneficiary_id is not UNSET:
            field_dict["beneficiaryId"] = beneficiary_id
        if modifiers is not UNSET:
            field_dict["modifiers"] = modifiers
        if discounts is not UNSET:
            field_dict["discounts"] = discounts
        if metadata is not UNSET:
            field_dict["metadata"] = metadata
        field_dict["items"] = items

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        key_ = ""
        try:
            key_ = "dueDate"
            due_date = datetime.datetime.fromisoformat(src_dict["dueDate"])

            key_ = "collectionMethod"
            _collection_method: Any = src_dict["collectionMethod"]
            collection_method_type_0 = CollectionMethod(_collection_method)

            _collection_method = collection_method_type_0

            collection_method: CollectionMethod = _collection_method

            customer_id = src_dict["customerId"]

            key_ = "items"
            items = []
            _items = src_dict["items"]
            for items_item_data in _items:
                items_item = CreateInvoiceItemInput.from_dict(items_item_data)

                items.append(items_item)

            key_ = "expireDate"
            _expire_date: Any = src_dict.get("expireDate", UNSET)
            if _expire_date is not None and _expire_date is not UNSET:
                expire_date_type_0 = datetime.datetime.fromisoformat(_expire_date)

                _expire_date = expire_date_type_0

            expire_date: datetime.datetime | None | Unset = _expire_date

            subscription_id: None | str | Unset = src_dict.get("subscriptionId", UNSET)

            allow_offtime_payment: bool | None | Unset = src_dict.get("allowOfftimePayment", UNSET)

            beneficiary_id: None | str | Unset = src_dict.get("beneficiaryId", UNSET)

            key_ = "modifiers"
            _modifiers = src_dict.get("modifiers", UNSET)
            modifiers: list[ModifierInput] | Unset = UNSET
            if _modifiers is not UNSET:
                modifiers = []
                for modifiers_item_data in _modifiers:
                    modifiers_item = ModifierInput.from_dict(modifiers_item_data)

                    modifiers.append(modifiers_item)

            key_ = "discounts"
            _discounts = src_dict.get("discounts", UNSET)
            discounts: list[InvoiceDiscountInput] | Unset = UNSET
            if _discounts is not UNSET:
                discounts = []
                for discounts_item_data in _discounts:
                    discounts_item = InvoiceDiscountInput.from_dict(discounts_item_data)

                    discounts.append(discounts_item)

            key_ = "metadata"
            _metadata: Any = src_dict.get("metadata", UNSET)
            if _metadata is not None and _metadata is not UNSET:
                if not isinstance(_metadata, list):
                    raise _FieldError("", "cannot be read")
                metadata_type_0 = []
                _metadata_type_0 = _metadata
                for metadata_type_0_item_data in _metadata_type_0:
                    metadata_type_0_item = MetadataItemInput.from_dict(metadata_type_0_item_data)

                    metadata_type_0.append(metadata_type_0_item)

                _metadata = metadata_type_0

            metadata: list[MetadataItemInput] | None | Unset = _metadata

            return cls(
                due_date,
                collection_method,
                customer_id,
                items,
                expire_date,
                subscription_id,
                allow_offtime_payment,
                beneficiary_id,
                modifiers,
                discounts,
                metadata,
            )
        except (TypeError, ValueError, LookupError, AttributeError) as error_:
            raise _FieldError.from_error(error_, key_, src_dict) from error_


# Below the class, as models may refer to each other.
from ..models.create_invoice_item_input import CreateInvoiceItemInput
from ..models.invoice_discount_input import InvoiceDiscountInput
from ..models.metadata_item_input import MetadataItemInput
from ..models.modifier_input import ModifierInput
