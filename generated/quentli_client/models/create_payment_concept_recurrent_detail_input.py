from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define

from ..errors import FieldError as _FieldError
from ..models.collection_interval import CollectionInterval
from ..types import UNSET, Unset
from ..types import Record as _Record


@_attrs_define(repr=False)
class CreatePaymentConceptRecurrentDetailInput(_Record):
    """The rhythm in which it is to be billed."""

    collection_interval: CollectionInterval
    """ Unit in which the time between two charges is counted. """
    charge_each: int
    """ How many of those units lie between two charges: 1 with MONTH is every month, 2 every other month. """
    tolerance_days: int | None | Unset = UNSET
    """ Days of grace for paying; null when none are set. """

    def to_dict(self) -> dict[str, Any]:
        collection_interval: str
        collection_interval = self.collection_interval.value

        charge_each = self.charge_each

        tolerance_days: int | None | Unset
        if isinstance(self.tolerance_days, Unset):
            tolerance_days = UNSET
        else:
            tolerance_days = self.tolerance_days

        field_dict: dict[str, Any] = {}
        field_dict["collectionInterval"] = collection_interval
        field_dict["chargeEach"] = charge_each
        if tolerance_days is not UNSET:
            field_dict["toleranceDays"] = tolerance_days

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        key_ = ""
        try:
            key_ = "collectionInterval"
            _collection_interval: Any = src_dict["collectionInterval"]
            collection_interval_type_0 = CollectionInterval(_collection_interval)

            _collection_interval = collection_interval_type_0

            collection_interval: CollectionInterval = _collection_interval

            charge_each = src_dict["chargeEach"]

            tolerance_days: int | None | Unset = src_dict.get("toleranceDays", UNSET)

            return cls(
                collection_interval,
                charge_each,
                tolerance_days,
            )
        except (TypeError, ValueError, LookupError, AttributeError) as error_:
            raise _FieldError.from_error(error_, key_, src_dict) from error_
