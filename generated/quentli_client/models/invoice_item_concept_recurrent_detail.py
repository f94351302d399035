from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.invoice_item_concept_recurrent_detail_collection_interval import (
    InvoiceItemConceptRecurrentDetailCollectionInterval,
)
from ..types import UNSET, Unset

T = TypeVar("T", bound="InvoiceItemConceptRecurrentDetail")


@_attrs_define
class InvoiceItemConceptRecurrentDetail:
    collection_interval: InvoiceItemConceptRecurrentDetailCollectionInterval
    charge_each: float
    tolerance_days: float | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        collection_interval = self.collection_interval.value

        charge_each = self.charge_each

        tolerance_days: float | None | Unset
        if isinstance(self.tolerance_days, Unset):
            tolerance_days = UNSET
        else:
            tolerance_days = self.tolerance_days

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "collectionInterval": collection_interval,
                "chargeEach": charge_each,
            }
        )
        if tolerance_days is not UNSET:
            field_dict["toleranceDays"] = tolerance_days

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        collection_interval = InvoiceItemConceptRecurrentDetailCollectionInterval(d.pop("collectionInterval"))

        charge_each = d.pop("chargeEach")

        def _parse_tolerance_days(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        tolerance_days = _parse_tolerance_days(d.pop("toleranceDays", UNSET))

        invoice_item_concept_recurrent_detail = cls(
            collection_interval=collection_interval,
            charge_each=charge_each,
            tolerance_days=tolerance_days,
        )

        invoice_item_concept_recurrent_detail.additional_properties = d
        return invoice_item_concept_recurrent_detail

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
