from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.collection_interval import CollectionInterval
from ..types import UNSET, Unset

T = TypeVar("T", bound="CreatePaymentConceptRecurrentDetailInput")


@_attrs_define
class CreatePaymentConceptRecurrentDetailInput:
    """The rhythm in which it is to be billed."""

    collection_interval: CollectionInterval
    """ Unit in which the time between two charges is counted. """
    charge_each: int
    """ How many of those units lie between two charges: 1 with MONTH is every month, 2 every other month. """
    tolerance_days: int | None | Unset = UNSET
    """ Days of grace for paying; null when none are set. """

    def to_dict(self) -> dict[str, Any]:
        collection_interval: str
        if isinstance(self.collection_interval, CollectionInterval):
            collection_interval = self.collection_interval.value

        charge_each = self.charge_each

        tolerance_days: int | None | Unset
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

        def _parse_collection_interval(data: object) -> CollectionInterval:
            if not isinstance(data, str):
                raise TypeError()
            collection_interval_type_0 = CollectionInterval(data)

            return collection_interval_type_0

        collection_interval = _parse_collection_interval(d.pop("collectionInterval"))

        charge_each = d.pop("chargeEach")

        def _parse_tolerance_days(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        tolerance_days = _parse_tolerance_days(d.pop("toleranceDays", UNSET))

        create_payment_concept_recurrent_detail_input = cls(
            collection_interval=collection_interval,
            charge_each=charge_each,
            tolerance_days=tolerance_days,
        )

        return create_payment_concept_recurrent_detail_input
