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
class CreateSubscriptionInput(_Record):
    """The subscription to set up; `customerId` and `collectionMethod` are required."""

    customer_id: str
    """ The customer to bill. """
    collection_method: CollectionMethod
    """ How payment is sought: AUTOMATIC charges the saved payment method, SEND_REMINDER asks the customer to pay,
    NONE does neither. """
    description: str | Unset = UNSET
    """ What the subscription is for. """
    next_collection_date: datetime.datetime | None | Unset = UNSET
    """ When the next collection is to be due; may be null. """
    number_of_payments: int | None | Unset = UNSET
    """ How many payments it consists of, from 1 to 999; may be null. """
    only_automatic_collection: bool | Unset = UNSET
    """ Whether payment is to come from automatic charges alone. """
    beneficiary_id: None | str | Unset = UNSET
    """ The beneficiary of the subscription; null for none. """
    tax_profile_id: None | str | Unset = UNSET
    """ The customer's tax profile for its tax invoices (CFDI); null for none. """
    template_id: str | Unset = UNSET
    """ The template to set the subscription up from. """
    payment_method_id: None | str | Unset = UNSET
    """ The saved payment method to charge; null for none. """
    recurrent_detail: RecurrentDetailInput | Unset = UNSET
    """ The rhythm in which the customer is billed. """
    modifiers: list[ModifierInput] | Unset = UNSET
    """ Which modifiers the subscription has. """
    discounts: list[SubscriptionDiscountInput] | Unset = UNSET
    """ Which discounts the subscription has. """
    invoices: list[CreateSubscriptionInvoiceInput] | Unset = UNSET
    """ The invoices of the subscription written out one by one, up to 1,000 of them. """
    items: list[SubscriptionItemInput] | Unset = UNSET
    """ What the subscription bills for, from 1 to 100 lines. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        customer_id = self.customer_id

        collection_method: str
        collection_method = self.collection_method.value

        description = self.description

        next_collection_date: None | str | Unset
        if isinstance(self.next_collection_date, Unset):
            next_collection_date = UNSET
        elif isinstance(self.next_collection_date, datetime.datetime):
            next_collection_date = _format_instant(self.next_collection_date, "next_collection_date")
        else:
            next_collection_date = self.next_collection_date

        number_of_payments: int | None | Unset
        if isinstance(self.number_of_payments, Unset):
            number_of_payments = UNSET
        else:
            number_of_payments = self.number_of_payments

        only_automatic_collection = self.only_automatic_collection

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

        template_id = self.template_id

        payment_method_id: None | str | Unset
        if isinstance(self.payment_method_id, Unset):
            payment_method_id = UNSET
        else:
            payment_method_id = self.payment_method_id

        recurrent_detail: dict[str, Any] | Unset = UNSET
        if not isinstance(self.recurrent_detail, Unset):
            recurrent_detail = self.recurrent_detail.to_dict()

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

        invoices: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.invoices, Unset):
            invoices = []
            for invoices_item_data in self.invoices:
                invoices_item = invoices_item_data.to_dict()
                invoices.append(invoices_item)

        items: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.items, Unset):
            items = []
            for items_item_data in self.items:
                items_item = items_item_data.to_dict()
                items.append(items_item)

        field_dict: dict[str, Any] = {}
        if description is not UNSET:
            field_dict["description"] = description
        if next_collection_date is not UNSET:
            field_dict["nextCollectionDate"] = next_collection_date
        if number_of_payments is not UNSET:
            field_dict["numberOfPayments"] = number_of_payments
        if only_automatic_collection is not UNSET:
            field_dict["onlyAutomaticCollection"] = only_automatic_collection
        if beneficiary_id is not UNSET:
            field_dict["beneficiaryId"] = beneficiary_id
        if tax_profile_id is not UNSET:
            field_dict["taxProfileId"] = tax_profile_id
        field_dict["customerId"] = customer_id
        if template_id is not UNSET:
            field_dict["templateId"] = template_id
        field_dict["collectionMethod"] = collection_method
        if payment_method_id is not UNSET:
            field_dict["paymentMethodId"] = payment_method_id
        if recurrent_detail is not UNSET:
            field_dict["recurrentDetail"] = recurrent_detail
        if modifiers is not UNSET:
            field_dict["modifiers"] = modifiers
        if discounts is not UNSET:
            field_dict["discounts"] = discounts
        if invoices is not UNSET:
            field_dict["invoices"] = invoices
        if items is not UNSET:
            field_dict["items"] = items
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
            customer_id = fields_.pop("customerId")

            key_ = "collectionMethod"
            _collection_method: Any = fields_.pop("collectionMethod")
            collection_method_type_0 = CollectionMethod(_collection_method)

            _collection_method = collection_method_type_0

            collection_method: CollectionMethod = _collection_method

            description = fields_.pop("description", UNSET)

            key_ = "nextCollectionDate"
            _next_collection_date: Any = fields_.pop("nextCollectionDate", UNSET)
            if _next_collection_date is not None and _next_collection_date is not UNSET:
                next_collection_date_type_0 = datetime.datetime.fromisoformat(_next_collection_date)

                _next_collection_date = next_collection_date_type_0

            next_collection_date: datetime.datetime | None | Unset = _next_collection_date

            number_of_payments: int | None | Unset = fields_.pop("numberOfPayments", UNSET)

            only_automatic_collection = fields_.pop("onlyAutomaticCollection", UNSET)

            beneficiary_id: None | str | Unset = fields_.pop("beneficiaryId", UNSET)

            tax_profile_id: None | str | Unset = fields_.pop("taxProfileId", UNSET)

            template_id = fields_.pop("templateId", UNSET)

            payment_method_id: None | str | Unset = fields_.pop("paymentMethodId", UNSET)

            key_ = "recurrentDetail"
            _recurrent_detail = fields_.pop("recurrentDetail", UNSET)
            recurrent_detail: RecurrentDetailInput | Unset
            if isinstance(_recurrent_detail, Unset):
                recurrent_detail = UNSET
            else:
                recurrent_detail = RecurrentDetailInput.from_dict(_recurrent_detail)

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

            key_ = "invoices"
            _invoices = fields_.pop("invoices", UNSET)
            invoices: list[CreateSubscriptionInvoiceInput] | Unset = UNSET
            if _invoices is not UNSET:
                invoices = []
                for invoices_item_data in _invoices:
                    invoices_item = CreateSubscriptionInvoiceInput.from_dict(invoices_item_data)

                    invoices.append(invoices_item)

            key_ = "items"
            _items = fields_.pop("items", UNSET)
            items: list[SubscriptionItemInput] | Unset = UNSET
            if _items is not UNSET:
                items = []
                for items_item_data in _items:
                    items_item = SubscriptionItemInput.from_dict(items_item_data)

                    items.append(items_item)

            record_ = cls(
                customer_id,
                collection_method,
                description,
                next_collection_date,
                number_of_payments,
                only_automatic_collection,
                beneficiary_id,
                tax_profile_id,
                template_id,
                payment_method_id,
                recurrent_detail,
                modifiers,
                discounts,
                invoices,
                items,
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
from ..models.create_subscription_invoice_input import CreateSubscriptionInvoiceInput
from ..models.modifier_input import ModifierInput
from ..models.recurrent_detail_input import RecurrentDetailInput
from ..models.subscription_discount_input import SubscriptionDiscountInput
from ..models.subscription_item_input import SubscriptionItemInput
