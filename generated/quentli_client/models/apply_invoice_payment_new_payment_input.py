from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..errors import FieldError as _FieldError
from ..types import UNSET, Unset
from ..types import Record as _Record
from ..types import format_instant as _format_instant


@_attrs_define(repr=False)
class ApplyInvoicePaymentNewPaymentInput(_Record):
    """A payment that is to be recorded and goes towards the invoice."""

    amount: int
    """ How much was paid, in whole minor units above zero: 75000 is MXN 750.00. """
    external_type_id: None | str | Unset = UNSET
    """ Which external payment type the money came by; null or left out to name none. """
    payment_time: datetime.datetime | Unset = UNSET
    """ When the money was paid, in UTC. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        amount = self.amount

        external_type_id: None | str | Unset
        if isinstance(self.external_type_id, Unset):
            external_type_id = UNSET
        else:
            external_type_id = self.external_type_id

        payment_time: str | Unset = UNSET
        if not isinstance(self.payment_time, Unset):
            payment_time = _format_instant(self.payment_time, "payment_time")

        field_dict: dict[str, Any] = {}
        field_dict["amount"] = amount
        if external_type_id is not UNSET:
            field_dict["externalTypeId"] = external_type_id
        if payment_time is not UNSET:
            field_dict["paymentTime"] = payment_time
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
            amount = fields_.pop("amount")

            external_type_id: None | str | Unset = fields_.pop("externalTypeId", UNSET)

            key_ = "paymentTime"
            _payment_time = fields_.pop("paymentTime", UNSET)
            payment_time: datetime.datetime | Unset
            if isinstance(_payment_time, Unset):
                payment_time = UNSET
            else:
                payment_time = datetime.datetime.fromisoformat(_payment_time)

            record_ = cls(
                amount,
                external_type_id,
                payment_time,
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
