from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..errors import FieldError as _FieldError
from ..models.payment_type import PaymentType
from ..types import Record as _Record
from ..types import format_instant as _format_instant


@_attrs_define(repr=False)
class PaymentAttempt(_Record):
    """The attempt to collect the payment; null when none was made."""

    id: str
    """ Quentli's id of the attempt. """
    created_at: datetime.datetime
    """ When the attempt was recorded, in UTC. """
    type_: PaymentType | str
    """ By what means: `TRANSFER` between banks, `CARD`, `OXXO` in cash at a shop of that chain, `CASH`,
    `DIRECT_DEBIT` from a bank account or `OTHER`. """
    success: bool
    """ True when the attempt went through, false when it did not. """
    scheduled: bool
    """ True when the attempt was put off to a set time. """
    automatic: bool
    """ True when no person set the attempt off. """
    error_type: None | str
    """ What kind of error stopped the attempt; null when none did. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        created_at = _format_instant(self.created_at, "created_at")

        type_: str
        if isinstance(self.type_, PaymentType):
            type_ = self.type_.value
        else:
            type_ = self.type_

        success = self.success

        scheduled = self.scheduled

        automatic = self.automatic

        error_type: None | str
        error_type = self.error_type

        field_dict: dict[str, Any] = {}
        field_dict["id"] = id
        field_dict["createdAt"] = created_at
        field_dict["type"] = type_
        field_dict["success"] = success
        field_dict["scheduled"] = scheduled
        field_dict["automatic"] = automatic
        field_dict["errorType"] = error_type
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
            id = fields_.pop("id")

            key_ = "createdAt"
            created_at = datetime.datetime.fromisoformat(fields_.pop("createdAt"))

            key_ = "type"
            _type_: Any = fields_.pop("type")
            if isinstance(_type_, str):
                try:
                    type_type_0 = PaymentType(_type_)

                    _type_ = type_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass

            type_: PaymentType | str = _type_

            success = fields_.pop("success")

            scheduled = fields_.pop("scheduled")

            automatic = fields_.pop("automatic")

            error_type: None | str = fields_.pop("errorType")

            record_ = cls(
                id,
                created_at,
                type_,
                success,
                scheduled,
                automatic,
                error_type,
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
