from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.send_payment_reminder_args_input_channel import SendPaymentReminderArgsInputChannel

T = TypeVar("T", bound="SendPaymentReminderArgsInput")


@_attrs_define
class SendPaymentReminderArgsInput:
    channel: SendPaymentReminderArgsInputChannel

    def to_dict(self) -> dict[str, Any]:
        channel = self.channel.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "channel": channel,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        channel = SendPaymentReminderArgsInputChannel(d.pop("channel"))

        send_payment_reminder_args_input = cls(
            channel=channel,
        )

        return send_payment_reminder_args_input
