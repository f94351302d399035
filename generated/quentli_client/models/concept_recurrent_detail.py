from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..errors import FieldError as _FieldError
from ..models.collection_interval import CollectionInterval
from ..types import UNSET, Unset
from ..types import Record as _Record


@_attrs_define(repr=False)
class ConceptRecurrentDetail(_Record):
    """The rhythm in which it is billed; null when it does not recur."""

    collection_interval: CollectionInterval | str
    """ Unit in which the time between two charges is counted. """
    charge_each: int
    """ How many of those units lie between two charges: 1 with MONTH is every month, 2 every other month. """
    tolerance_days: int | None | Unset = UNSET
    """ Days of grace for paying; null when none are set. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        collection_interval: str
        if isinstance(self.collection_interval, CollectionInterval):
            collection_interval = self.collection_interval.value
        else:
            collection_interval = self.collection_interval

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
            key_ = "collectionInterval"
            _collection_interval: Any = fields_.pop("collectionInterval")
            if isinstance(_collection_interval, str):
                try:
                    collection_interval_type_0 = CollectionInterval(_collection_interval)

                    _collection_interval = collection_interval_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass

            collection_interval: CollectionInterval | str = _collection_interval

            charge_each = fields_.pop("chargeEach")

            tolerance_days: int | None | Unset = fields_.pop("toleranceDays", UNSET)

            record_ = cls(
                collection_interval,
                charge_each,
                tolerance_days,
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
