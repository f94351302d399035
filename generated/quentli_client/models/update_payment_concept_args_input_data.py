from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.update_payment_concept_args_input_data_collection_interval import (
    UpdatePaymentConceptArgsInputDataCollectionInterval,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.update_payment_concept_args_input_data_meta import UpdatePaymentConceptArgsInputDataMeta
    from ..models.update_payment_concept_args_input_data_metadata_item import (
        UpdatePaymentConceptArgsInputDataMetadataItem,
    )
    from ..models.update_payment_concept_args_input_data_recurrent_detail import (
        UpdatePaymentConceptArgsInputDataRecurrentDetail,
    )
    from ..models.update_payment_concept_args_input_data_tax_info import (
        UpdatePaymentConceptArgsInputDataTaxInfo,
    )


T = TypeVar("T", bound="UpdatePaymentConceptArgsInputData")


@_attrs_define
class UpdatePaymentConceptArgsInputData:
    display_name: str | Unset = UNSET
    sku: None | str | Unset = UNSET
    description: None | str | Unset = UNSET
    active: bool | Unset = UNSET
    amount: float | Unset = UNSET
    amount_editable: bool | Unset = UNSET
    archived_at: datetime.datetime | None | Unset = UNSET
    archived_by_id: None | str | Unset = UNSET
    currency: None | str | Unset = UNSET
    group_id: None | str | Unset = UNSET
    quantity_editable: bool | Unset = UNSET
    recurrent_detail: UpdatePaymentConceptArgsInputDataRecurrentDetail | Unset = UNSET
    charge_each: float | None | Unset = UNSET
    collection_interval: None | Unset | UpdatePaymentConceptArgsInputDataCollectionInterval = UNSET
    tolerance_days: float | None | Unset = UNSET
    tax_info: UpdatePaymentConceptArgsInputDataTaxInfo | Unset = UNSET
    metadata: list[UpdatePaymentConceptArgsInputDataMetadataItem] | Unset = UNSET
    meta: UpdatePaymentConceptArgsInputDataMeta | Unset = UNSET
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
            archived_at = self.archived_at.isoformat()
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

        recurrent_detail: dict[str, Any] | Unset = UNSET
        if not isinstance(self.recurrent_detail, Unset):
            recurrent_detail = self.recurrent_detail.to_dict()

        charge_each: float | None | Unset
        if isinstance(self.charge_each, Unset):
            charge_each = UNSET
        else:
            charge_each = self.charge_each

        collection_interval: None | str | Unset
        if isinstance(self.collection_interval, Unset):
            collection_interval = UNSET
        elif isinstance(self.collection_interval, UpdatePaymentConceptArgsInputDataCollectionInterval):
            collection_interval = self.collection_interval.value
        else:
            collection_interval = self.collection_interval

        tolerance_days: float | None | Unset
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
        field_dict.update(self.additional_properties)
        field_dict.update({})
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

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.update_payment_concept_args_input_data_meta import UpdatePaymentConceptArgsInputDataMeta
        from ..models.update_payment_concept_args_input_data_metadata_item import (
            UpdatePaymentConceptArgsInputDataMetadataItem,
        )
        from ..models.update_payment_concept_args_input_data_recurrent_detail import (
            UpdatePaymentConceptArgsInputDataRecurrentDetail,
        )
        from ..models.update_payment_concept_args_input_data_tax_info import (
            UpdatePaymentConceptArgsInputDataTaxInfo,
        )

        d = dict(src_dict)
        display_name = d.pop("displayName", UNSET)

        def _parse_sku(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        sku = _parse_sku(d.pop("sku", UNSET))

        def _parse_description(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        description = _parse_description(d.pop("description", UNSET))

        active = d.pop("active", UNSET)

        amount = d.pop("amount", UNSET)

        amount_editable = d.pop("amountEditable", UNSET)

        def _parse_archived_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                archived_at_type_0 = datetime.datetime.fromisoformat(data)

                return archived_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        archived_at = _parse_archived_at(d.pop("archivedAt", UNSET))

        def _parse_archived_by_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        archived_by_id = _parse_archived_by_id(d.pop("archivedById", UNSET))

        def _parse_currency(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        currency = _parse_currency(d.pop("currency", UNSET))

        def _parse_group_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        group_id = _parse_group_id(d.pop("groupId", UNSET))

        quantity_editable = d.pop("quantityEditable", UNSET)

        _recurrent_detail = d.pop("recurrentDetail", UNSET)
        recurrent_detail: UpdatePaymentConceptArgsInputDataRecurrentDetail | Unset
        if isinstance(_recurrent_detail, Unset):
            recurrent_detail = UNSET
        else:
            recurrent_detail = UpdatePaymentConceptArgsInputDataRecurrentDetail.from_dict(_recurrent_detail)

        def _parse_charge_each(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        charge_each = _parse_charge_each(d.pop("chargeEach", UNSET))

        def _parse_collection_interval(
            data: object,
        ) -> None | Unset | UpdatePaymentConceptArgsInputDataCollectionInterval:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                collection_interval_collection_interval = UpdatePaymentConceptArgsInputDataCollectionInterval(
                    data
                )

                return collection_interval_collection_interval
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UpdatePaymentConceptArgsInputDataCollectionInterval, data)

        collection_interval = _parse_collection_interval(d.pop("collectionInterval", UNSET))

        def _parse_tolerance_days(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        tolerance_days = _parse_tolerance_days(d.pop("toleranceDays", UNSET))

        _tax_info = d.pop("taxInfo", UNSET)
        tax_info: UpdatePaymentConceptArgsInputDataTaxInfo | Unset
        if isinstance(_tax_info, Unset):
            tax_info = UNSET
        else:
            tax_info = UpdatePaymentConceptArgsInputDataTaxInfo.from_dict(_tax_info)

        _metadata = d.pop("metadata", UNSET)
        metadata: list[UpdatePaymentConceptArgsInputDataMetadataItem] | Unset = UNSET
        if _metadata is not UNSET:
            metadata = []
            for metadata_item_data in _metadata:
                metadata_item = UpdatePaymentConceptArgsInputDataMetadataItem.from_dict(metadata_item_data)

                metadata.append(metadata_item)

        _meta = d.pop("meta", UNSET)
        meta: UpdatePaymentConceptArgsInputDataMeta | Unset
        if isinstance(_meta, Unset):
            meta = UNSET
        else:
            meta = UpdatePaymentConceptArgsInputDataMeta.from_dict(_meta)

        update_payment_concept_args_input_data = cls(
            display_name=display_name,
            sku=sku,
            description=description,
            active=active,
            amount=amount,
            amount_editable=amount_editable,
            archived_at=archived_at,
            archived_by_id=archived_by_id,
            currency=currency,
            group_id=group_id,
            quantity_editable=quantity_editable,
            recurrent_detail=recurrent_detail,
            charge_each=charge_each,
            collection_interval=collection_interval,
            tolerance_days=tolerance_days,
            tax_info=tax_info,
            metadata=metadata,
            meta=meta,
        )

        update_payment_concept_args_input_data.additional_properties = d
        return update_payment_concept_args_input_data

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
