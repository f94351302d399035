from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.collection_method import CollectionMethod
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.create_invoice_discount_input import CreateInvoiceDiscountInput
    from ..models.create_invoice_item_input import CreateInvoiceItemInput
    from ..models.create_invoice_metadata_item_input import CreateInvoiceMetadataItemInput
    from ..models.create_invoice_modifier_input import CreateInvoiceModifierInput


T = TypeVar("T", bound="CreateInvoiceInput")


@_attrs_define
class CreateInvoiceInput:
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
    modifiers: list[CreateInvoiceModifierInput] | Unset = UNSET
    """ The modifiers to put on the invoice. """
    discounts: list[CreateInvoiceDiscountInput] | Unset = UNSET
    """ The discounts to put on the invoice. """
    metadata: list[CreateInvoiceMetadataItemInput] | None | Unset = UNSET
    """ The caller's own data to keep with the invoice, one entry for each key. """

    def to_dict(self) -> dict[str, Any]:
        due_date = self.due_date.isoformat()

        collection_method: str
        if isinstance(self.collection_method, CollectionMethod):
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
            expire_date = self.expire_date.isoformat()
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

        field_dict.update(
            {
                "dueDate": due_date,
                "collectionMethod": collection_method,
                "customerId": customer_id,
                "items": items,
            }
        )
        if expire_date is not UNSET:
            field_dict["expireDate"] = expire_date
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

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.create_invoice_discount_input import CreateInvoiceDiscountInput
        from ..models.create_invoice_item_input import CreateInvoiceItemInput
        from ..models.create_invoice_metadata_item_input import CreateInvoiceMetadataItemInput
        from ..models.create_invoice_modifier_input import CreateInvoiceModifierInput

        d = dict(src_dict)
        due_date = datetime.datetime.fromisoformat(d.pop("dueDate"))

        def _parse_collection_method(data: object) -> CollectionMethod:
            if not isinstance(data, str):
                raise TypeError()
            collection_method_type_0 = CollectionMethod(data)

            return collection_method_type_0

        collection_method = _parse_collection_method(d.pop("collectionMethod"))

        customer_id = d.pop("customerId")

        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = CreateInvoiceItemInput.from_dict(items_item_data)

            items.append(items_item)

        def _parse_expire_date(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                expire_date_type_0 = datetime.datetime.fromisoformat(data)

                return expire_date_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        expire_date = _parse_expire_date(d.pop("expireDate", UNSET))

        def _parse_subscription_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        subscription_id = _parse_subscription_id(d.pop("subscriptionId", UNSET))

        def _parse_allow_offtime_payment(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        allow_offtime_payment = _parse_allow_offtime_payment(d.pop("allowOfftimePayment", UNSET))

        def _parse_beneficiary_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        beneficiary_id = _parse_beneficiary_id(d.pop("beneficiaryId", UNSET))

        _modifiers = d.pop("modifiers", UNSET)
        modifiers: list[CreateInvoiceModifierInput] | Unset = UNSET
        if _modifiers is not UNSET:
            modifiers = []
            for modifiers_item_data in _modifiers:
                modifiers_item = CreateInvoiceModifierInput.from_dict(modifiers_item_data)

                modifiers.append(modifiers_item)

        _discounts = d.pop("discounts", UNSET)
        discounts: list[CreateInvoiceDiscountInput] | Unset = UNSET
        if _discounts is not UNSET:
            discounts = []
            for discounts_item_data in _discounts:
                discounts_item = CreateInvoiceDiscountInput.from_dict(discounts_item_data)

                discounts.append(discounts_item)

        def _parse_metadata(data: object) -> list[CreateInvoiceMetadataItemInput] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                metadata_type_0 = []
                _metadata_type_0 = data
                for metadata_type_0_item_data in _metadata_type_0:
                    metadata_type_0_item = CreateInvoiceMetadataItemInput.from_dict(metadata_type_0_item_data)

                    metadata_type_0.append(metadata_type_0_item)

                return metadata_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[CreateInvoiceMetadataItemInput] | None | Unset, data)

        metadata = _parse_metadata(d.pop("metadata", UNSET))

        create_invoice_input = cls(
            due_date=due_date,
            collection_method=collection_method,
            customer_id=customer_id,
            items=items,
            expire_date=expire_date,
            subscription_id=subscription_id,
            allow_offtime_payment=allow_offtime_payment,
            beneficiary_id=beneficiary_id,
            modifiers=modifiers,
            discounts=discounts,
            metadata=metadata,
        )

        return create_invoice_input
