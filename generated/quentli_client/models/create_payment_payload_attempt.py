from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.create_payment_payload_attempt_type import CreatePaymentPayloadAttemptType

T = TypeVar("T", bound="CreatePaymentPayloadAttempt")


@_attrs_define
class CreatePaymentPayloadAttempt:
    id: str
    created_at: datetime.datetime
    type_: CreatePaymentPayloadAttemptType
    success: bool
    scheduled: bool
    automatic: bool
    error_type: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        created_at = self.created_at.isoformat()

        type_ = self.type_.value

        success = self.success

        scheduled = self.scheduled

        automatic = self.automatic

        error_type: None | str
        error_type = self.error_type

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "createdAt": created_at,
                "type": type_,
                "success": success,
                "scheduled": scheduled,
                "automatic": automatic,
                "errorType": error_type,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        id = d.pop("id")

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        type_ = CreatePaymentPayloadAttemptType(d.pop("type"))

        success = d.pop("success")

        scheduled = d.pop("scheduled")

        automatic = d.pop("automatic")

        def _parse_error_type(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        error_type = _parse_error_type(d.pop("errorType"))

        create_payment_payload_attempt = cls(
            id=id,
            created_at=created_at,
            type_=type_,
            success=success,
            scheduled=scheduled,
            automatic=automatic,
            error_type=error_type,
        )

        create_payment_payload_attempt.additional_properties = d
        return create_payment_payload_attempt

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
