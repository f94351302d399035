from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.send_payment_receipt_input import SendPaymentReceiptInput


T = TypeVar("T", bound="SendPaymentReceiptArgs")


@_attrs_define
class SendPaymentReceiptArgs:
    """Body of the request to send a receipt."""

    input_: SendPaymentReceiptInput
    """ Where the receipt goes. """

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
        from ..models.send_payment_receipt_input import SendPaymentReceiptInput

        d = dict(src_dict)
        input_ = SendPaymentReceiptInput.from_dict(d.pop("input"))

        send_payment_receipt_args = cls(
            input_=input_,
        )

        return send_payment_receipt_args
