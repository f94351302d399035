from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.update_subscription_args_input_data_collection_method import (
    UpdateSubscriptionArgsInputDataCollectionMethod,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.update_subscription_args_input_data_discounts_item import (
        UpdateSubscriptionArgsInputDataDiscountsItem,
    )
    from ..models.update_subscription_args_input_data_invoices_item import (
        UpdateSubscriptionArgsInputDataInvoicesItem,
    )
    from ..models.update_subscription_args_input_data_items_item import (
        UpdateSubscriptionArgsInputDataItemsItem,
    )
    from ..models.update_subscription_args_input_data_modifiers_item import (
        UpdateSubscriptionArgsInputDataModifiersItem,
    )


T = TypeVar("T", bound="UpdateSubscriptionArgsInputData")


@_attrs_define
class UpdateSubscriptionArgsInputData:
    description: str | Unset = UNSET
    last_collection_date: datetime.datetime | Unset = UNSET
    number_of_payments: float | None | Unset = UNSET
    next_collection_date: datetime.datetime | Unset = UNSET
    only_automatic_collection: bool | Unset = UNSET
    is_active: bool | Unset = UNSET
    beneficiary_id: None | str | Unset = UNSET
    tax_profile_id: None | str | Unset = UNSET
    collection_method: UpdateSubscriptionArgsInputDataCollectionMethod | Unset = UNSET
    items: list[UpdateSubscriptionArgsInputDataItemsItem] | Unset = UNSET
    invoices: list[UpdateSubscriptionArgsInputDataInvoicesItem] | Unset = UNSET
    modifiers: list[UpdateSubscriptionArgsInputDataModifiersItem] | Unset = UNSET
    discounts: list[UpdateSubscriptionArgsInputDataDiscountsItem] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        description = self.description

        last_collection_date: str | Unset = UNSET
        if not isinstance(self.last_collection_date, Unset):
            last_collection_date = self.last_collection_date.isoformat()

        number_of_payments: float | None | Unset
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

        collection_method: str | Unset = UNSET
        if not isinstance(self.collection_method, Unset):
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
        from ..models.update_subscription_args_input_data_discounts_item import (
            UpdateSubscriptionArgsInputDataDiscountsItem,
        )
        from ..models.update_subscription_args_input_data_invoices_item import (
            UpdateSubscriptionArgsInputDataInvoicesItem,
        )
        from ..models.update_subscription_args_input_data_items_item import (
            UpdateSubscriptionArgsInputDataItemsItem,
        )
        from ..models.update_subscription_args_input_data_modifiers_item import (
            UpdateSubscriptionArgsInputDataModifiersItem,
        )

        d = dict(src_dict)
        description = d.pop("description", UNSET)

        _last_collection_date = d.pop("lastCollectionDate", UNSET)
        last_collection_date: datetime.datetime | Unset
        if isinstance(_last_collection_date, Unset):
            last_collection_date = UNSET
        else:
            last_collection_date = datetime.datetime.fromisoformat(_last_collection_date)

        def _parse_number_of_payments(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

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

        _collection_method = d.pop("collectionMethod", UNSET)
        collection_method: UpdateSubscriptionArgsInputDataCollectionMethod | Unset
        if isinstance(_collection_method, Unset):
            collection_method = UNSET
        else:
            collection_method = UpdateSubscriptionArgsInputDataCollectionMethod(_collection_method)

        _items = d.pop("items", UNSET)
        items: list[UpdateSubscriptionArgsInputDataItemsItem] | Unset = UNSET
        if _items is not UNSET:
            items = []
            for items_item_data in _items:
                items_item = UpdateSubscriptionArgsInputDataItemsItem.from_dict(items_item_data)

                items.append(items_item)

        _invoices = d.pop("invoices", UNSET)
        invoices: list[UpdateSubscriptionArgsInputDataInvoicesItem] | Unset = UNSET
        if _invoices is not UNSET:
            invoices = []
            for invoices_item_data in _invoices:
                invoices_item = UpdateSubscriptionArgsInputDataInvoicesItem.from_dict(invoices_item_data)

                invoices.append(invoices_item)

        _modifiers = d.pop("modifiers", UNSET)
        modifiers: list[UpdateSubscriptionArgsInputDataModifiersItem] | Unset = UNSET
        if _modifiers is not UNSET:
            modifiers = []
            for modifiers_item_data in _modifiers:
                modifiers_item = UpdateSubscriptionArgsInputDataModifiersItem.from_dict(modifiers_item_data)

                modifiers.append(modifiers_item)

        _discounts = d.pop("discounts", UNSET)
        discounts: list[UpdateSubscriptionArgsInputDataDiscountsItem] | Unset = UNSET
        if _discounts is not UNSET:
            discounts = []
            for discounts_item_data in _discounts:
                discounts_item = UpdateSubscriptionArgsInputDataDiscountsItem.from_dict(discounts_item_data)

                discounts.append(discounts_item)

        update_subscription_args_input_data = cls(
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

        update_subscription_args_input_data.additional_properties = d
        return update_subscription_args_input_data

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
