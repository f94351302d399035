from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..errors import FieldError as _FieldError
from ..models.collection_interval import CollectionInterval
from ..types import UNSET, Unset
from ..types import Record as _Record
from ..types import format_instant as _format_instant


@_attrs_define(repr=False)
class UpdatePaymentConceptDataInput(_Record):
    """The fields to change, each with its new value."""

    display_name: str | Unset = UNSET
    """ What it is called where people see it; not empty. """
    sku: None | str | Unset = UNSET
    """ The organization's own article number; null for none, but never empty. """
    description: None | str | Unset = UNSET
    """ Longer explanation of what is billed; null for none. """
    active: bool | Unset = UNSET
    """ Whether it is in use. """
    amount: int | Unset = UNSET
    """ Price in minor units, not negative: 150000 is MXN 1,500.00. """
    amount_editable: bool | Unset = UNSET
    """ Whether another price than `amount` may be set when it is billed. """
    archived_at: datetime.datetime | None | Unset = UNSET
    """ Since when it counts as archived; null when it does not. """
    archived_by_id: None | str | Unset = UNSET
    """ The user who archived it; null when nobody did. """
    currency: None | str | Unset = UNSET
    """ ISO 4217 code of the currency of `amount`; may be null. """
    group_id: None | str | Unset = UNSET
    """ The group of concepts that it belongs to; null for none. """
    quantity_editable: bool | Unset = UNSET
    """ Whether the quantity may be changed when it is billed. """
    recurrent_detail: RecurrentDetailInput | Unset = UNSET
    """ The rhythm in which it is to be billed. """
    charge_each: int | None | Unset = UNSET
    """ How many of those units lie between two charges, as in `recurrentDetail`; may be null. """
    collection_interval: CollectionInterval | None | Unset = UNSET
    """ Unit in which the time between two charges is counted, as in `recurrentDetail`; may be null. """
    tolerance_days: int | None | Unset = UNSET
    """ Days of grace for paying, as in `recurrentDetail`; may be null. """
    tax_info: PaymentConceptTaxInfoInput | Unset = UNSET
    """ How the concept is described on tax invoices (CFDI). """
    metadata: list[UpdateMetadataItemInput] | Unset = UNSET
    """ The caller's own data about the payment concept, one entry for each key. """
    meta: UpdatePaymentConceptMetaInput | Unset = UNSET
    """ The same data as `metadata`, as a map from key to value; values may be null. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        display_name = self.display_name

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

        active = self.active

        amount = self.amount

        amount_editable = self.amount_editable

        archived_at: None | str | Unset
        if isinstance(self.archived_at, Unset):
            archived_at = UNSET
        elif isinstance(self.archived_at, datetime.datetime):
            archived_at = _format_instant(self.archived_at, "archived_at")
        else:
            archived_at = self.archived_at

        archived_by_id: None | str | Unset
        if isinstance(self.archived_by_id, Unset):
            archived_by_id = UNSET
        else:
            archived_by_id = self.archived_by_id

        currency: None | str | Unset
        if isinstance(self.currency, Unset):
            currency = UNSET
        else:
            currency = self.currency

        group_id: None | str | Unset
        if isinstance(self.group_id, Unset):
            group_id = UNSET
        else:
            group_id = self.group_id

        quantity_editable = self.quantity_editable

        recurrent_detail: dict[str, Any] | Unset
        if isinstance(self.recurrent_detail, Unset):
            recurrent_detail = UNSET
        else:
            recurrent_detail = self.recurrent_detail.to_dict()

        charge_each: int | None | Unset
        if isinstance(self.charge_each, Unset):
            charge_each = UNSET
        else:
            charge_each = self.charge_each

        collection_interval: None | str | Unset
        if isinstance(self.collection_interval, Unset):
            collection_interval = UNSET
        elif isinstance(self.collection_interval, CollectionInterval):
            collection_interval = self.collection_interval.value
        else:
            collection_interval = self.collection_interval

        tolerance_days: int | None | Unset
        if isinstance(self.tolerance_days, Unset):
            tolerance_days = UNSET
        else:
            tolerance_days = self.tolerance_days

        tax_info: dict[str, Any] | Unset = UNSET
        if not isinstance(self.tax_info, Unset):
            tax_info = self.tax_info.to_dict()

        metadata: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.metadata, Unset):
            metadata = []
            for metadata_item_data in self.metadata:
                metadata_item = metadata_item_data.to_dict()
                metadata.append(metadata_item)

        meta: dict[str, Any] | Unset = UNSET
        if not isinstance(self.meta, Unset):
            meta = self.meta.to_dict()

        field_dict: dict[str, Any] = {}
        if display_name is not UNSET:
            field_dict["displayName"] = display_name
        if sku is not UNSET:
            field_dict["sku"] = sku
        if description is not UNSET:
            field_dict["description"] = description
        if active is not UNSET:
            field_dict["active"] = active
        if amount is not UNSET:
            field_dict["amount"] = amount
        if amount_editable is not UNSET:
            field_dict["amountEditable"] = amount_editable
        if archived_at is not UNSET:
            field_dict["archivedAt"] = archived_at
        if archived_by_id is not UNSET:
            field_dict["archivedById"] = archived_by_id
        if currency is not UNSET:
            field_dict["currency"] = currency
        if group_id is not UNSET:
            field_dict["groupId"] = group_id
        if quantity_editable is not UNSET:
            field_dict["quantityEditable"] = quantity_editable
        if recurrent_detail is not UNSET:
            field_dict["recurrentDetail"] = recurrent_detail
        if charge_each is not UNSET:
            field_dict["chargeEach"] = charge_each
        if collection_interval is not UNSET:
            field_dict["collectionInterval"] = collection_interval
        if tolerance_days is not UNSET:
            field_dict["toleranceDays"] = tolerance_days
        if tax_info is not UNSET:
            field_dict["taxInfo"] = tax_info
        if metadata is not UNSET:
            field_dict["metadata"] = metadata
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
            display_name = fields_.pop("displayName", UNSET)

            sku: None | str | Unset = fields_.pop("sku", UNSET)

            description: None | str | Unset = fields_.pop("description", UNSET)

            active = fields_.pop("active", UNSET)

            amount = fields_.pop("amount", UNSET)

            amount_editable = fields_.pop("amountEditable", UNSET)

            key_ = "archivedAt"
            _archived_at: Any = fields_.pop("archivedAt", UNSET)
            if _archived_at is not None and _archived_at is not UNSET:
                archived_at_type_0 = datetime.datetime.fromisoformat(_archived_at)

                _archived_at = archived_at_type_0

            archived_at: datetime.datetime | None | Unset = _archived_at

            archived_by_id: None | str | Unset = fields_.pop("archivedById", UNSET)

            currency: None | str | Unset = fields_.pop("currency", UNSET)

            group_id: None | str | Unset = fields_.pop("groupId", UNSET)

            quantity_editable = fields_.pop("quantityEditable", UNSET)

            key_ = "recurrentDetail"
            _recurrent_detail: Any = fields_.pop("recurrentDetail", UNSET)
            if _recurrent_detail is not UNSET:
                if not isinstance(_recurrent_detail, dict):
                    raise _FieldError("", "cannot be read")
                recurrent_detail_type_0 = RecurrentDetailInput.from_dict(_recurrent_detail)

                _recurrent_detail = recurrent_detail_type_0

            recurrent_detail: RecurrentDetailInput | Unset = _recurrent_detail

            charge_each: int | None | Unset = fields_.pop("chargeEach", UNSET)

            key_ = "collectionInterval"
            _collection_interval: Any = fields_.pop("collectionInterval", UNSET)
            if _collection_interval is not None and _collection_interval is not UNSET:
                collection_interval_type_0 = CollectionInterval(_collection_interval)

                _collection_interval = collection_interval_type_0

            collection_interval: CollectionInterval | None | Unset = _collection_interval

            tolerance_days: int | None | Unset = fields_.pop("toleranceDays", UNSET)

            key_ = "taxInfo"
            _tax_info = fields_.pop("taxInfo", UNSET)
            tax_info: PaymentConceptTaxInfoInput | Unset
            if isinstance(_tax_info, Unset):
                tax_info = UNSET
            else:
                tax_info = PaymentConceptTaxInfoInput.from_dict(_tax_info)

            key_ = "metadata"
            _metadata = fields_.pop("metadata", UNSET)
            metadata: list[UpdateMetadataItemInput] | Unset = UNSET
            if _metadata is not UNSET:
                metadata = []
                for metadata_item_data in _metadata:
                    metadata_item = UpdateMetadataItemInput.from_dict(metadata_item_data)

                    metadata.append(metadata_item)

            key_ = "meta"
            _meta = fields_.pop("meta", UNSET)
            meta: UpdatePaymentConceptMetaInput | Unset
            if isinstance(_meta, Unset):
                meta = UNSET
            else:
                meta = UpdatePaymentConceptMetaInput.from_dict(_meta)

            record_ = cls(
                display_name,
                sku,
                description,
                active,
                amount,
                amount_editable,
                archived_at,
                archived_by_id,
                currency,
                group_id,
                quantity_editable,
                recurrent_detail,
                charge_each,
                collection_interval,
                tolerance_days,
                tax_info,
                metadata,
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
from ..models.payment_concept_tax_info_input import PaymentConceptTaxInfoInput
from ..models.recurrent_detail_input import RecurrentDetailInput
from ..models.update_metadata_item_input import UpdateMetadataItemInput
from ..models.update_payment_concept_meta_input import UpdatePaymentConceptMetaInput
