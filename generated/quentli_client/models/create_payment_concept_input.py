from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define

from ..errors import FieldError as _FieldError
from ..models.collection_interval import CollectionInterval
from ..types import UNSET, Unset
from ..types import Record as _Record


@_attrs_define(repr=False)
class CreatePaymentConceptInput(_Record):
    """The payment concept to add; `displayName` and `amount` are required."""

    display_name: str
    """ What it is called where people see it, up to 140 characters. """
    amount: int
    """ Price in minor units, not negative: 150000 is MXN 1,500.00. """
    sku: None | str | Unset = UNSET
    """ The organization's own article number; null for none, but never empty. """
    description: None | str | Unset = UNSET
    """ Longer explanation of what is billed; null for none, but never empty. """
    amount_editable: bool | Unset = UNSET
    """ Whether another price than `amount` may be set when it is billed. """
    currency: None | str | Unset = UNSET
    """ ISO 4217 code of the currency of `amount`; may be null. """
    quantity_editable: bool | Unset = UNSET
    """ Whether the quantity may be changed when it is billed. """
    one_off: bool | Unset = UNSET
    """ True to make it for a single use; lists of payment concepts then leave it out. """
    active: bool | Unset = UNSET
    """ Whether it is in use. """
    group_id: None | str | Unset = UNSET
    """ The group of concepts that it belongs to; null for none. """
    metadata: list[MetadataItemInput] | Unset = UNSET
    """ The caller's own data about the payment concept, one entry for each key. """
    collection_interval: CollectionInterval | None | Unset = UNSET
    """ Unit in which the time between two charges is counted, as in `recurrentDetail`; may be null. """
    charge_each: int | None | Unset = UNSET
    """ How many of those units lie between two charges, as in `recurrentDetail`; may be null. """
    tolerance_days: int | None | Unset = UNSET
    """ Days of grace for paying, as in `recurrentDetail`; may be null. """
    recurrent_detail: RecurrentDetailInput | Unset = UNSET
    """ The rhythm in which it is to be billed. """
    tax_info: PaymentConceptTaxInfoInput | Unset = UNSET
    """ How the concept is described on tax invoices (CFDI). """

    def to_dict(self) -> dict[str, Any]:
        display_name = self.display_name

        amount = self.amount

        sku: None | str | Unset
        if isinstance(self.sku, Unset):
            sku = UNSET
        else:
            sku = self.sku

        description: None | str | Unset
        if isinstance(self.description, Unset):
            description = UNSET
        else:
            description = self.description

        amount_editable = self.amount_editable

        currency: None | str | Unset
        if isinstance(self.currency, Unset):
            currency = UNSET
        else:
            currency = self.currency

        quantity_editable = self.quantity_editable

        one_off = self.one_off

        active = self.active

        group_id: None | str | Unset
        if isinstance(self.group_id, Unset):
            group_id = UNSET
        else:
            group_id = self.group_id

        metadata: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.metadata, Unset):
            metadata = []
            for metadata_item_data in self.metadata:
                metadata_item = metadata_item_data.to_dict()
                metadata.append(metadata_item)

        collection_interval: None | str | Unset
        if isinstance(self.collection_interval, Unset):
            collection_interval = UNSET
        elif isinstance(self.collection_interval, CollectionInterval):
            collection_interval = self.collection_interval.value
        else:
            collection_interval = self.collection_interval

        charge_each: int | None | Unset
        if isinstance(self.charge_each, Unset):
            charge_each = UNSET
        else:
            charge_each = self.charge_each

        tolerance_days: int | None | Unset
        if isinstance(self.tolerance_days, Unset):
            tolerance_days = UNSET
        else:
            tolerance_days = self.tolerance_days

        recurrent_detail: dict[str, Any] | Unset
        if isinstance(self.recurrent_detail, Unset):
            recurrent_detail = UNSET
        else:
            recurrent_detail = self.recurrent_detail.to_dict()

        tax_info: dict[str, Any] | Unset = UNSET
        if not isinstance(self.tax_info, Unset):
            tax_info = self.tax_info.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict["displayName"] = display_name
        if sku is not UNSET:
            field_dict["sku"] = sku
        if description is not UNSET:
            field_dict["description"] = description
        field_dict["amount"] = amount
        if amount_editable is not UNSET:
            field_dict["amountEditable"] = amount_editable
        if currency is not UNSET:
            field_dict["currency"] = currency
        if quantity_editable is not UNSET:
            field_dict["quantityEditable"] = quantity_editable
        if one_off is not UNSET:
            field_dict["oneOff"] = one_off
        if active is not UNSET:
            field_dict["active"] = active
        if group_id is not UNSET:
            field_dict["groupId"] = group_id
        if metadata is not UNSET:
            field_dict["metadata"] = metadata
        if collection_interval is not UNSET:
            field_dict["collectionInterval"] = collection_interval
        if charge_each is not UNSET:
            field_dict["chargeEach"] = charge_each
        if tolerance_days is not UNSET:
            field_dict["toleranceDays"] = tolerance_days
        if recurrent_detail is not UNSET:
            field_dict["recurrentDetail"] = recurrent_detail
        if tax_info is not UNSET:
            field_dict["taxInfo"] = tax_info

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        key_ = ""
        try:
            display_name = src_dict["displayName"]

            amount = src_dict["amount"]

            sku: None | str | Unset = src_dict.get("sku", UNSET)

            description: None | str | Unset = src_dict.get("description", UNSET)

            amount_editable = src_dict.get("amountEditable", UNSET)

            currency: None | str | Unset = src_dict.get("currency", UNSET)

            quantity_editable = src_dict.get("quantityEditable", UNSET)

            one_off = src_dict.get("oneOff", UNSET)

            active = src_dict.get("active", UNSET)

            group_id: None | str | Unset = src_dict.get("groupId", UNSET)

            key_ = "metadata"
            _metadata = src_dict.get("metadata", UNSET)
            metadata: list[MetadataItemInput] | Unset = UNSET
            if _metadata is not UNSET:
                metadata = []
                for metadata_item_data in _metadata:
                    metadata_item = MetadataItemInput.from_dict(metadata_item_data)

                    metadata.append(metadata_item)

            key_ = "collectionInterval"
            _collection_interval: Any = src_dict.get("collectionInterval", UNSET)
            if _collection_interval is not None and _collection_interval is not UNSET:
                collection_interval_type_0 = CollectionInterval(_collection_interval)

                _collection_interval = collection_interval_type_0

            collection_interval: CollectionInterval | None | Unset = _collection_interval

            charge_each: int | None | Unset = src_dict.get("chargeEach", UNSET)

            tolerance_days: int | None | Unset = src_dict.get("toleranceDays", UNSET)

            key_ = "recurrentDetail"
            _recurrent_detail: Any = src_dict.get("recurrentDetail", UNSET)
            if _recurrent_detail is not UNSET:
                if not isinstance(_recurrent_detail, dict):
                    raise _FieldError("", "cannot be read")
                recurrent_detail_type_0 = RecurrentDetailInput.from_dict(_recurrent_detail)

                _recurrent_detail = recurrent_detail_type_0

            recurrent_detail: RecurrentDetailInput | Unset = _recurrent_detail

            key_ = "taxInfo"
            _tax_info = src_dict.get("taxInfo", UNSET)
            tax_info: PaymentConceptTaxInfoInput | Unset
            if isinstance(_tax_info, Unset):
                tax_info = UNSET
            else:
                tax_info = PaymentConceptTaxInfoInput.from_dict(_tax_info)

            return cls(
                display_name,
                amount,
                sku,
                description,
                amount_editable,
                currency,
                quantity_editable,
                one_off,
                active,
                group_id,
                metadata,
                collection_interval,
                charge_each,
                tolerance_days,
                recurrent_detail,
                tax_info,
            )
        except (TypeError, ValueError, LookupError, AttributeError) as error_:
            raise _FieldError.from_error(error_, key_, src_dict) from error_


# Below the class, as models may refer to each other.
from ..models.metadata_item_input import MetadataItemInput
from ..models.payment_concept_tax_info_input import PaymentConceptTaxInfoInput
from ..models.recurrent_detail_input import RecurrentDetailInput
