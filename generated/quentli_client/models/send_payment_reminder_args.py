from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.send_payment_reminder_input import SendPaymentReminderInput


T = TypeVar("T", bound="SendPaymentReminderArgs")


@_attrs_define
class SendPaymentReminderArgs:
    """Wraps how the reminder is to be sent."""

    input_: SendPaymentReminderInput
    """ Holds the channel for the reminder. """

    def to_dict(self) -> dict[str, Any]:
        input_ = self.input_.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "input": input_,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.send_payment_reminder_input import SendPaymentReminderInput

        d = dict(src_dict)
        input_ = SendPaymentReminderInput.from_dict(d.pop("input"))

        send_payment_reminder_args = cls(
            input_=input_,
        )

        return send_payment_reminder_args
