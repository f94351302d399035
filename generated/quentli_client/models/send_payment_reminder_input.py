from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define

from ..errors import FieldError as _FieldError
from ..models.send_payment_channel import SendPaymentChannel
from ..types import Record as _Record


@_attrs_define(repr=False)
class SendPaymentReminderInput(_Record):
    """Holds the channel for the reminder."""

    channel: SendPaymentChannel
    """ How to reach the customer: by e-mail, text message or WhatsApp. """

    def to_dict(self) -> dict[str, Any]:
        channel: str
        channel = self.channel.value

        field_dict: dict[str, Any] = {}
        field_dict["channel"] = channel

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        key_ = ""
        try:
            key_ = "channel"
            _channel: Any = src_dict["channel"]
            channel_type_0 = SendPaymentChannel(_channel)

            _channel = channel_type_0

            channel: SendPaymentChannel = _channel

            return cls(
                channel,
            )
        except (TypeError, ValueError, LookupError, AttributeError) as error_:
            raise _FieldError.from_error(error_, key_, src_dict) from error_
