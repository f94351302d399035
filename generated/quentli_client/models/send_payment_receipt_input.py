from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define

from ..errors import FieldError as _FieldError
from ..models.send_payment_channel import SendPaymentChannel
from ..types import UNSET, Unset
from ..types import Record as _Record


@_attrs_define(repr=False)
class SendPaymentReceiptInput(_Record):
    """Where the receipt goes."""

    channels: list[SendPaymentChannel]
    """ By which ways to send it: `EMAIL`, `SMS`, `WHATSAPP`, one or several. """
    email: str | Unset = UNSET
    """ Address for the receipt by e-mail. """

    def to_dict(self) -> dict[str, Any]:
        channels = []
        for channels_item_data in self.channels:
            channels_item = channels_item_data.value
            channels.append(channels_item)

        email = self.email

        field_dict: dict[str, Any] = {}
        if email is not UNSET:
            field_dict["email"] = email
        field_dict["channels"] = channels

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        key_ = ""
        try:
            key_ = "channels"
            channels = []
            _channels = src_dict["channels"]
            for channels_item_data in _channels:
                channels_item = SendPaymentChannel(channels_item_data)

                channels.append(channels_item)

            email = src_dict.get("email", UNSET)

            return cls(
                channels,
                email,
            )
        except (TypeError, ValueError, LookupError, AttributeError) as error_:
            raise _FieldError.from_error(error_, key_, src_dict) from error_
