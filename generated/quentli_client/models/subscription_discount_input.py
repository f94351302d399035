from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..errors import FieldError as _FieldError
from ..types import UNSET, Unset
from ..types import Record as _Record


@_attrs_define(repr=False)
class SubscriptionDiscountInput(_Record):
    """One discount and for how many invoices it counts."""

    discount_id: str
    """ The discount to attach. """
    max_invoices: int | None | Unset = UNSET
    """ How many invoices it is taken off at most; null for no such limit. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        discount_id = self.discount_id

        max_invoices: int | None | Unset
        if isinstance(self.max_invoices, Unset):
            max_invoices = UNSET
        else:
            max_invoices = self.max_invoices

        field_dict: dict[str, Any] = {}
        field_dict["discountId"] = discount_id
        if max_invoices is not UNSET:
            field_dict["maxInvoices"] = max_invoices
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
            discount_id = fields_.pop("discountId")

            max_invoices: int | None | Unset = fields_.pop("maxInvoices", UNSET)

            record_ = cls(
                discount_id,
                max_invoices,
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
