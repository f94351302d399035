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
class UpdateSubscriptionDataInput(_Record):
    """The fields to change, each with its new value."""

    description: str | Unset = UNSET
    """ What the subscription is for. """
    last_collection_date: datetime.datetime | Unset = UNSET
    """ Date of the last collection. """
    number_of_payments: int | None | Unset = UNSET
    """ How many payments it consists of; may be null. """
    next_collection_date: datetime.datetime | Unset = UNSET
    """ When the next collection is due. """
    only_automatic_collection: bool | Unset = UNSET
    """ Whether payment is to come from automatic charges alone. """
    is_active: bool | Unset = UNSET
    """ Whether it is to run. """
    beneficiary_id: None | str | Unset = UNSET
    """ The beneficiary of the subscription; null for none. """
    tax_profile_id: None | str | Unset = UNSET
    """ The customer's tax profile for its tax invoices (CFDI); null for none. """
    collection_method: CollectionMethod | Unset = UNSET
    """ How payment is sought: AUTOMATIC charges the saved payment method, SEND_REMINDER asks the customer to pay,
    NONE does neither. """
    items: list[UpdateSubscriptionItemInput] | Unset = UNSET
    """ What the subscription bills for, from 1 to 100 lines. """
    invoices: list[UpdateSubscriptionInvoiceInput] | Unset = UNSET
    """ The invoices of the subscription written out one by one, up to 100 of them. """
    modifiers: list[ModifierInput] | Unset = UNSET
    """ Which modifiers the subscription has. """
    discounts: list[SubscriptionDiscountInput] | Unset = UNSET
    """ Which discounts the subscription has. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        description = self.description

        last_collection_date: str | Unset = UNSET
        if not isinstance(self.last_collection_date, Unset):
            last_collection_date = _format_instant(self.last_collection_date, "last_collection_date")

        number_of_payments: int | None | Unset
        if isinstance(self.number_of_payments, Unset):
            number_of_payments = UNSET
        else:
            number_of_payments = self.number_of_payments

        next_collection_date: str | Unset = UNSET
        if not isinstance(self.next_collection_date, Unset):
            next_collection_date = _format_instant(self.next_collection_date, "next_collection_date")

        only_automatic_collection = self.only_automatic_collection

        is_active = self.is_active

        beneficiary_id: None | str | Unset
        if isinstance(self.beneficiary_id, Unset):
            beneficiary_id = UNSET
        else:
            beneficiary_id = self.beneficiary_id

        tax_profile_id: None | str | Unset
        if isinstance(self.tax_profile_id, Unset):
            tax_profile_id = UNSET
        else:
            tax_profile_id = self.tax_profile_id

        collection_method: str | Unset
        if isinstance(self.collection_method, Unset):
            collection_method = UNSET
        else:
            collection_method = self.collection_method.value

        items: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.items, Unset):
            items = []
            for items_item_data in self.items:
                items_item = items_item_data.to_dict()
                items.append(items_item)

        invoices: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.invoices, Unset):
            invoices = []
            for invoices_item_data in self.invoices:
                invoices_item = invoices_item_data.to_dict()
                invoices.append(invoices_item)

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
        if description is not UNSET:
            field_dict["description"] = description
        if last_collection_date is not UNSET:
            field_dict["lastCollectionDate"] = last_collection_date
        if number_of_payments is not UNSET:
            field_dict["numberOfPayments"] = number_of_payments
        if next_collection_date is not UNSET:
            field_dict["nextCollectionDate"] = next_collection_date
        if only_automatic_collection is not UNSET:
            field_dict["onlyAutomaticCollection"] = only_automatic_collection
        if is_active is not UNSET:
            field_dict["isActive"] = is_active
        if beneficiary_id is not UNSET:
            field_dict["beneficiaryId"] = beneficiary_id
        if tax_profile_id is not UNSET:
            field_dict["taxProfileId"] = tax_profile_id
        if collection_method is not UNSET:
            field_dict["collectionMethod"] = collection_method
        if items is not UNSET:
            field_dict["items"] = items
        if invoices is not UNSET:
            field_dict["invoices"] = invoices
        if modifiers is not UNSET:
            field_dict["modifiers"] = modifiers
        if discounts is not UNSET:
            field_dict["discounts"] = discounts
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
            description = fields_.pop("description", UNSET)

            key_ = "lastCollectionDate"
            _last_collection_date = fields_.pop("lastCollectionDate", UNSET)
            last_collection_date: datetime.datetime | Unset
            if isinstance(_last_collection_date, Unset):
                last_collection_date = UNSET
            else:
                last_collection_date = datetime.datetime.fromisoformat(_last_collection_date)

            number_of_payments: int | None | Unset = fields_.pop("numberOfPayments", UNSET)

            key_ = "nextCollectionDate"
            _next_collection_date = fields_.pop("nextCollectionDate", UNSET)
            next_collection_date: datetime.datetime | Unset
            if isinstance(_next_collection_date, Unset):
                next_collection_date = UNSET
            else:
                next_collection_date = datetime.datetime.fromisoformat(_next_collection_date)

            only_automatic_collection = fields_.pop("onlyAutomaticCollection", UNSET)

            is_active = fields_.pop("isActive", UNSET)

            beneficiary_id: None | str | Unset = fields_.pop("beneficiaryId", UNSET)

            tax_profile_id: None | str | Unset = fields_.pop("taxProfileId", UNSET)

            key_ = "collectionMethod"
            _collection_method: Any = fields_.pop("collectionMethod", UNSET)
            if _collection_method is not UNSET:
                collection_method_type_0 = CollectionMethod(_collection_method)

                _collection_method = collection_method_type_0

            collection_method: CollectionMethod | Unset = _collection_method

            key_ = "items"
            _items = fields_.pop("items", UNSET)
            items: list[UpdateSubscriptionItemInput] | Unset = UNSET
            if _items is not UNSET:
                items = []
                for items_item_data in _items:
                    items_item = UpdateSubscriptionItemInput.from_dict(items_item_data)

                    items.append(items_item)

            key_ = "invoices"
            _invoices = fields_.pop("invoices", UNSET)
            invoices: list[UpdateSubscriptionInvoiceInput] | Unset = UNSET
            if _invoices is not UNSET:
                invoices = []
                for invoices_item_data in _invoices:
                    invoices_item = UpdateSubscriptionInvoiceInput.from_dict(invoices_item_data)

                    invoices.append(invoices_item)

            key_ = "modifiers"
            _modifiers = fields_.pop("modifiers", UNSET)
            modifiers: list[ModifierInput] | Unset = UNSET
            if _modifiers is not UNSET:
                modifiers = []
                for modifiers_item_data in _modifiers:
                    modifiers_item = ModifierInput.from_dict(modifiers_item_data)

                    modifiers.append(modifiers_item)

            key_ = "discounts"
            _discounts = fields_.pop("discounts", UNSET)
            discounts: list[SubscriptionDiscountInput] | Unset = UNSET
            if _discounts is not UNSET:
                discounts = []
                for discounts_item_data in _discounts:
                    discounts_item = SubscriptionDiscountInput.from_dict(discounts_item_data)

                    discounts.append(discounts_item)

            record_ = cls(
                description,
                last_collection_date,
                number_of_payments,
                next_collection_date,
                only_automatic_collection,
                is_active,
                beneficiary_id,
                tax_profile_id,
                collection_method,
                items,
                invoices,
                modifiers,
                discounts,
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
from ..models.modifier_input import ModifierInput
from ..models.subscription_discount_input import SubscriptionDiscountInput
from ..models.update_subscription_invoice_input import UpdateSubscriptionInvoiceInput
from ..models.update_subscription_item_input import UpdateSubscriptionItemInput
