from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.payment_reminder import PaymentReminder


T = TypeVar("T", bound="SendPaymentReminderPayload")


@_attrs_define
class SendPaymentReminderPayload:
    """Holds the reminder, or null in its place."""

    payment_reminder: None | PaymentReminder
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.payment_reminder import PaymentReminder

        payment_reminder: dict[str, Any] | None
        if isinstance(self.payment_reminder, PaymentReminder):
            payment_reminder = self.payment_reminder.to_dict()
        else:
            payment_reminder = self.payment_reminder

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "paymentReminder": payment_reminder,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.payment_reminder import PaymentReminder

        d = dict(src_dict)

        def _parse_payment_reminder(data: object) -> None | PaymentReminder:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                payment_reminder_type_0 = PaymentReminder.from_dict(data)

                return payment_reminder_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PaymentReminder, data)

        payment_reminder = _parse_payment_reminder(d.pop("paymentReminder"))

        send_payment_reminder_payload = cls(
            payment_reminder=payment_reminder,
        )

        send_payment_reminder_payload.additional_properties = d
        return send_payment_reminder_payload

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
