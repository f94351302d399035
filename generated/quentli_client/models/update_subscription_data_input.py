from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.collection_method import CollectionMethod
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.update_subscription_discount_input import UpdateSubscriptionDiscountInput
    from ..models.update_subscription_invoice_input import UpdateSubscriptionInvoiceInput
    from ..models.update_subscription_item_input import UpdateSubscriptionItemInput
    from ..models.update_subscription_modifier_input import UpdateSubscriptionModifierInput


T = TypeVar("T", bound="UpdateSubscriptionDataInput")


@_attrs_define
class UpdateSubscriptionDataInput:
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
    modifiers: list[UpdateSubscriptionModifierInput] | Unset = UNSET
    """ Which modifiers the subscription has. """
    discounts: list[UpdateSubscriptionDiscountInput] | Unset = UNSET
    """ Which discounts the subscription has. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        description = self.description

        last_collection_date: str | Unset = UNSET
        if not isinstance(self.last_collection_date, Unset):
            last_collection_date = self.last_collection_date.isoformat()

        number_of_payments: int | None | Unset
        if isinstance(self.number_of_payments, Unset):
            number_of_payments = UNSET
        else:
            number_of_payments = self.number_of_payments

        next_collection_date: str | Unset = UNSET
        if not isinstance(self.next_collection_date, Unset):
            next_collection_date = self.next_collection_date.isoformat()

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
        field_dict.update(self.additional_properties)
        field_dict.update({})
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

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.update_subscription_discount_input import UpdateSubscriptionDiscountInput
        from ..models.update_subscription_invoice_input import UpdateSubscriptionInvoiceInput
        from ..models.update_subscription_item_input import UpdateSubscriptionItemInput
        from ..models.update_subscription_modifier_input import UpdateSubscriptionModifierInput

        d = dict(src_dict)
        description = d.pop("description", UNSET)

        _last_collection_date = d.pop("lastCollectionDate", UNSET)
        last_collection_date: datetime.datetime | Unset
        if isinstance(_last_collection_date, Unset):
            last_collection_date = UNSET
        else:
            last_collection_date = datetime.datetime.fromisoformat(_last_collection_date)

        def _parse_number_of_payments(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        number_of_payments = _parse_number_of_payments(d.pop("numberOfPayments", UNSET))

        _next_collection_date = d.pop("nextCollectionDate", UNSET)
        next_collection_date: datetime.datetime | Unset
        if isinstance(_next_collection_date, Unset):
            next_collection_date = UNSET
        else:
            next_collection_date = datetime.datetime.fromisoformat(_next_collection_date)

        only_automatic_collection = d.pop("onlyAutomaticCollection", UNSET)

        is_active = d.pop("isActive", UNSET)

        def _parse_beneficiary_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        beneficiary_id = _parse_beneficiary_id(d.pop("beneficiaryId", UNSET))

        def _parse_tax_profile_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        tax_profile_id = _parse_tax_profile_id(d.pop("taxProfileId", UNSET))

        def _parse_collection_method(data: object) -> CollectionMethod | Unset:
            if isinstance(data, Unset):
                return data
            if not isinstance(data, str):
                raise TypeError()
            collection_method_type_0 = CollectionMethod(data)

            return collection_method_type_0

        collection_method = _parse_collection_method(d.pop("collectionMethod", UNSET))

        _items = d.pop("items", UNSET)
        items: list[UpdateSubscriptionItemInput] | Unset = UNSET
        if _items is not UNSET:
            items = []
            for items_item_data in _items:
                items_item = UpdateSubscriptionItemInput.from_dict(items_item_data)

                items.append(items_item)

        _invoices = d.pop("invoices", UNSET)
        invoices: list[UpdateSubscriptionInvoiceInput] | Unset = UNSET
        if _invoices is not UNSET:
            invoices = []
            for invoices_item_data in _invoices:
                invoices_item = UpdateSubscriptionInvoiceInput.from_dict(invoices_item_data)

                invoices.append(invoices_item)

        _modifiers = d.pop("modifiers", UNSET)
        modifiers: list[UpdateSubscriptionModifierInput] | Unset = UNSET
        if _modifiers is not UNSET:
            modifiers = []
            for modifiers_item_data in _modifiers:
                modifiers_item = UpdateSubscriptionModifierInput.from_dict(modifiers_item_data)

                modifiers.append(modifiers_item)

        _discounts = d.pop("discounts", UNSET)
        discounts: list[UpdateSubscriptionDiscountInput] | Unset = UNSET
        if _discounts is not UNSET:
            discounts = []
            for discounts_item_data in _discounts:
                discounts_item = UpdateSubscriptionDiscountInput.from_dict(discounts_item_data)

                discounts.append(discounts_item)

        update_subscription_data_input = cls(
            description=description,
            last_collection_date=last_collection_date,
            number_of_payments=number_of_payments,
            next_collection_date=next_collection_date,
            only_automatic_collection=only_automatic_collection,
            is_active=is_active,
            beneficiary_id=beneficiary_id,
            tax_profile_id=tax_profile_id,
            collection_method=collection_method,
            items=items,
            invoices=invoices,
            modifiers=modifiers,
            discounts=discounts,
        )

        update_subscription_data_input.additional_properties = d
        return update_subscription_data_input

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
