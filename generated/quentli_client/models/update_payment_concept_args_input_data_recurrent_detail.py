from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.update_payment_concept_args_input_data_recurrent_detail_collection_interval import (
    UpdatePaymentConceptArgsInputDataRecurrentDetailCollectionInterval,
)
from ..types import UNSET, Unset

T = TypeVar("T", bound="UpdatePaymentConceptArgsInputDataRecurrentDetail")


@_attrs_define
class UpdatePaymentConceptArgsInputDataRecurrentDetail:
    collection_interval: UpdatePaymentConceptArgsInputDataRecurrentDetailCollectionInterval
    charge_each: float
    tolerance_days: float | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        collection_interval = self.collection_interval.value

        charge_each = self.charge_each

        tolerance_days: float | None | Unset
        if isinstance(self.tolerance_days, Unset):
            tolerance_days = UNSET
        else:
            tolerance_days = self.tolerance_days

        field_dict: dict[str, Any] = {}

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
        collection_interval = UpdatePaymentConceptArgsInputDataRecurrentDetailCollectionInterval(
            d.pop("collectionInterval")
        )

        charge_each = d.pop("chargeEach")

        def _parse_tolerance_days(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        tolerance_days = _parse_tolerance_days(d.pop("toleranceDays", UNSET))

        update_payment_concept_args_input_data_recurrent_detail = cls(
            collection_interval=collection_interval,
            charge_each=charge_each,
            tolerance_days=tolerance_days,
        )

        return update_payment_concept_args_input_data_recurrent_detail
