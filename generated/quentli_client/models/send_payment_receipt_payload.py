from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.payment_receipt import PaymentReceipt


T = TypeVar("T", bound="SendPaymentReceiptPayload")


@_attrs_define
class SendPaymentReceiptPayload:
    """The receipt that was sent."""

    payment_receipt: None | PaymentReceipt
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.payment_receipt import PaymentReceipt

        payment_receipt: dict[str, Any] | None
        if isinstance(self.payment_receipt, PaymentReceipt):
            payment_receipt = self.payment_receipt.to_dict()
        else:
            payment_receipt = self.payment_receipt

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "paymentReceipt": payment_receipt,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.payment_receipt import PaymentReceipt

        d = dict(src_dict)

        def _parse_payment_receipt(data: object) -> None | PaymentReceipt:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                payment_receipt_type_0 = PaymentReceipt.from_dict(data)

                return payment_receipt_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PaymentReceipt, data)

        payment_receipt = _parse_payment_receipt(d.pop("paymentReceipt"))

        send_payment_receipt_payload = cls(
            payment_receipt=payment_receipt,
        )

        send_payment_receipt_payload.additional_properties = d
        return send_payment_receipt_payload

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
