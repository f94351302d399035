from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.send_payment_channel import SendPaymentChannel

T = TypeVar("T", bound="SendPaymentReminderInput")


@_attrs_define
class SendPaymentReminderInput:
    """Holds the channel for the reminder."""

    channel: SendPaymentChannel
    """ How to reach the customer: by e-mail, text message or WhatsApp. """

    def to_dict(self) -> dict[str, Any]:
        channel: str
        if isinstance(self.channel, SendPaymentChannel):
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

        def _parse_channel(data: object) -> SendPaymentChannel:
            if not isinstance(data, str):
                raise TypeError()
            channel_type_0 = SendPaymentChannel(data)

            return channel_type_0

        channel = _parse_channel(d.pop("channel"))

        send_payment_reminder_input = cls(
            channel=channel,
        )

        return send_payment_reminder_input
