from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.apply_invoice_payment_args_input_existing_payment import (
        ApplyInvoicePaymentArgsInputExistingPayment,
    )
    from ..models.apply_invoice_payment_args_input_new_payment import ApplyInvoicePaymentArgsInputNewPayment


T = TypeVar("T", bound="ApplyInvoicePaymentArgsInput")


@_attrs_define
class ApplyInvoicePaymentArgsInput:
    existing_payment: ApplyInvoicePaymentArgsInputExistingPayment | Unset = UNSET
    new_payment: ApplyInvoicePaymentArgsInputNewPayment | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        existing_payment: dict[str, Any] | Unset = UNSET
        if not isinstance(self.existing_payment, Unset):
            existing_payment = self.existing_payment.to_dict()

        new_payment: dict[str, Any] | Unset = UNSET
        if not isinstance(self.new_payment, Unset):
            new_payment = self.new_payment.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if existing_payment is not UNSET:
            field_dict["existingPayment"] = existing_payment
        if new_payment is not UNSET:
            field_dict["newPayment"] = new_payment

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.apply_invoice_payment_args_input_existing_payment import (
            ApplyInvoicePaymentArgsInputExistingPayment,
        )
        from ..models.apply_invoice_payment_args_input_new_payment import (
            ApplyInvoicePaymentArgsInputNewPayment,
        )

        d = dict(src_dict)
        _existing_payment = d.pop("existingPayment", UNSET)
        existing_payment: ApplyInvoicePaymentArgsInputExistingPayment | Unset
        if isinstance(_existing_payment, Unset):
            existing_payment = UNSET
        else:
            existing_payment = ApplyInvoicePaymentArgsInputExistingPayment.from_dict(_existing_payment)

        _new_payment = d.pop("newPayment", UNSET)
        new_payment: ApplyInvoicePaymentArgsInputNewPayment | Unset
        if isinstance(_new_payment, Unset):
            new_payment = UNSET
        else:
            new_payment = ApplyInvoicePaymentArgsInputNewPayment.from_dict(_new_payment)

        apply_invoice_payment_args_input = cls(
            existing_payment=existing_payment,
            new_payment=new_payment,
        )

        return apply_invoice_payment_args_input
