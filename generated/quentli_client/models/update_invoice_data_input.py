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
class UpdateInvoiceDataInput(_Record):
    """The fields to change and their new values."""

    due_date: datetime.datetime | Unset = UNSET
    """ The new instant by which payment is due, in UTC. """
    expire_date: datetime.datetime | None | Unset = UNSET
    """ When the invoice is to expire from now on, in UTC; null for no such date. """
    collection_method: CollectionMethod | Unset = UNSET
    """ How to collect the money from now on: `AUTOMATIC` charges the saved payment method, `SEND_REMINDER` asks the
    customer by reminders, `NONE` does neither. """
    beneficiary_id: None | str | Unset = UNSET
    """ Who benefits from what is billed; null for nobody. """
    metadata: list[UpdateMetadataItemInput] | Unset = UNSET
    """ The caller's own data about the invoice, one entry for each key. """
    meta: UpdateInvoiceMetaInput | Unset = UNSET
    """ The same kind of data as `metadata`, as a map from key to value; null for no value. """
    items: list[UpdateInvoiceItemInput] | Unset = UNSET
    """ What the invoice is to bill, in 1 to 100 lines. """
    modifiers: list[ModifierInput] | Unset = UNSET
    """ The modifiers that the invoice is to have. """
    discounts: list[InvoiceDiscountInput] | Unset = UNSET
    """ The discounts that the invoice is to have. """

    def to_dict(self) -> dict[str, Any]:
        due_date: str | Unset = UNSET
        if not isinstance(self.due_date, Unset):
            due_date = _format_instant(self.due_date, "due_date")

        expire_date: None | str | Unset
        if isinstance(self.expire_date, Unset):
            expire_date = UNSET
        elif isinstance(self.expire_date, datetime.datetime):
            expire_date = _format_instant(self.expire_date, "expire_date")
        else:
            expire_date = self.expire_date

        collection_method: str | Unset
        if isinstance(self.collection_method, Unset):
            collection_method = UNSET
        else:
            collection_method = self.collection_method.value

        beneficiary_id: None | str | Unset
        if isinstance(self.beneficiary_id, Unset):
            beneficiary_id = UNSET
        else:
            beneficiary_id = self.beneficiary_id

        metadata: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.metadata, Unset):
            metadata = []
            for metadata_item_data in self.metadata:
                metadata_item: dict[str, Any]
                metadata_item = metadata_item_data.to_dict()

                metadata.append(metadata_item)

        meta: dict[str, Any] | Unset = UNSET
        if not isinstance(self.meta, Unset):
            meta = self.meta.to_dict()

        items: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.items, Unset):
            items = []
            for items_item_data in self.items:
                items_item = items_item_data.to_dict()
                items.append(items_item)

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

        field_dict: dict[str, Any] = {}
        if due_date is not UNSET:
            field_dict["dueDate"] = due_date
        if expire_date is not UNSET:
            field_dict["expireDate"] = expire_date
        if collection_method is not UNSET:
            field_dict["collectionMethod"] = collection_method
        if beneficiary_id is not UNSET:
            field_dict["beneficiaryId"] = beneficiary_id
        if metadata is not UNSET:
            field_dict["metadata"] = metadata
        if meta is not UNSET:
            field_dict["meta"] = meta
        if items is not UNSET:
            field_dict["items"] = items
        if modifiers is not UNSET:
            field_dict["modifiers"] = modifiers
        if discounts is not UNSET:
            field_dict["discounts"] = discounts

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        key_ = ""
        try:
            key_ = "dueDate"
            _due_date = src_dict.get("dueDate", UNSET)
            due_date: datetime.datetime | Unset
            if isinstance(_due_date, Unset):
                due_date = UNSET
            else:
                due_date = datetime.datetime.fromisoformat(_due_date)

            key_ = "expireDate"
            _expire_date: Any = src_dict.get("expireDate", UNSET)
            if _expire_date is not None and _expire_date is not UNSET:
                expire_date_type_0 = datetime.datetime.fromisoformat(_expire_date)

                _expire_date = expire_date_type_0

            expire_date: datetime.datetime | None | Unset = _expire_date

            key_ = "collectionMethod"
            _collection_method: Any = src_dict.get("collectionMethod", UNSET)
            if _collection_method is not UNSET:
                collection_method_type_0 = CollectionMethod(_collection_method)

                _collection_method = collection_method_type_0

            collection_method: CollectionMethod | Unset = _collection_method

            beneficiary_id: None | str | Unset = src_dict.get("beneficiaryId", UNSET)

            key_ = "metadata"
            _metadata = src_dict.get("metadata", UNSET)
            metadata: list[UpdateMetadataItemInput] | Unset = UNSET
            if _metadata is not UNSET:
                metadata = []
                for metadata_item_data in _metadata:
                    _metadata_item: Any = metadata_item_data
                    if not isinstance(_metadata_item, dict):
                        raise _FieldError("", "cannot be read")
                    metadata_item_type_0 = UpdateMetadataItemInput.from_dict(_metadata_item)

                    _metadata_item = metadata_item_type_0

                    metadata_item: UpdateMetadataItemInput = _metadata_item

                    metadata.append(metadata_item)

            key_ = "meta"
            _meta = src_dict.get("meta", UNSET)
            meta: UpdateInvoiceMetaInput | Unset
            if isinstance(_meta, Unset):
                meta = UNSET
            else:
                meta = UpdateInvoiceMetaInput.from_dict(_meta)

            key_ = "items"
            _items = src_dict.get("items", UNSET)
            items: list[UpdateInvoiceItemInput] | Unset = UNSET
            if _items is not UNSET:
                items = []
                for items_item_data in _items:
                    items_item = UpdateInvoiceItemInput.from_dict(items_item_data)

                    items.append(items_item)

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

            return cls(
                due_date,
                expire_date,
                collection_method,
                beneficiary_id,
                metadata,
                meta,
                items,
                modifiers,
                discounts,
            )
        except (TypeError, ValueError, LookupError, AttributeError) as error_:
            raise _FieldError.from_error(error_, key_, src_dict) from error_


# Below the class, as models may refer to each other.
from ..models.invoice_discount_input import InvoiceDiscountInput
from ..models.modifier_input import ModifierInput
from ..models.update_invoice_item_input import UpdateInvoiceItemInput
from ..models.update_invoice_meta_input import UpdateInvoiceMetaInput
from ..models.update_metadata_item_input import UpdateMetadataItemInput
