from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..errors import FieldError as _FieldError
from ..types import UNSET, Unset
from ..types import Record as _Record


@_attrs_define(repr=False)
class CreateRefundInput(_Record):
    """The refund to make."""

    payment_id: str
    """ The payment to give back. """
    amount: int
    """ How much to give back, in minor units and more than nothing: 150000 is MXN 1,500.00. """
    custom_refund_reason: None | str | Unset = UNSET
    """ Why, in words; null when there is nothing to say. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        payment_id = self.payment_id

        amount = self.amount

        custom_refund_reason: None | str | Unset
        if isinstance(self.custom_refund_reason, Unset):
            custom_refund_reason = UNSET
        else:
            custom_refund_reason = self.custom_refund_reason

        field_dict: dict[str, Any] = {}
        field_dict["paymentId"] = payment_id
        field_dict["amount"] = amount
        if custom_refund_reason is not UNSET:
            field_dict["customRefundReason"] = custom_refund_reason
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
            payment_id = fields_.pop("paymentId")

            amount = fields_.pop("amount")

            custom_refund_reason: None | str | Unset = fields_.pop("customRefundReason", UNSET)

            record_ = cls(
                payment_id,
                amount,
                custom_refund_reason,
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
