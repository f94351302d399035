from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define

from ..errors import FieldError as _FieldError
from ..types import UNSET, Unset
from ..types import Record as _Record


@_attrs_define(repr=False)
class ApplyInvoicePaymentInput(_Record):
    """Holds the payment: `existingPayment` for one that Quentli knows already, `newPayment` for one to be recorded."""

    existing_payment: ApplyInvoicePaymentExistingPaymentInput | Unset = UNSET
    """ A payment that exists, and how much of it goes towards the invoice. """
    new_payment: ApplyInvoicePaymentNewPaymentInput | Unset = UNSET
    """ A payment that is to be recorded and goes towards the invoice. """

    def to_dict(self) -> dict[str, Any]:
        existing_payment: dict[str, Any] | Unset = UNSET
        if not isinstance(self.existing_payment, Unset):
            existing_payment = self.existing_payment.to_dict()

        new_payment: dict[str, Any] | Unset = UNSET
        if not isinstance(self.new_payment, Unset):
            new_payment = self.new_payment.to_dict()

        field_dict: dict[str, Any] = {}
        if existing_payment is not UNSET:
            field_dict["existingPayment"] = existing_payment
        if new_payment is not UNSET:
            field_dict["newPayment"] = new_payment

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        key_ = ""
        try:
            key_ = "existingPayment"
            _existing_payment = src_dict.get("existingPayment", UNSET)
            existing_payment: ApplyInvoicePaymentExistingPaymentInput | Unset
            if isinstance(_existing_payment, Unset):
                existing_payment = UNSET
            else:
                existing_payment = ApplyInvoicePaymentExistingPaymentInput.from_dict(_existing_payment)

            key_ = "newPayment"
            _new_payment = src_dict.get("newPayment", UNSET)
            new_payment: ApplyInvoicePaymentNewPaymentInput | Unset
            if isinstance(_new_payment, Unset):
                new_payment = UNSET
            else:
                new_payment = ApplyInvoicePaymentNewPaymentInput.from_dict(_new_payment)

            return cls(
                existing_payment,
                new_payment,
            )
        except (TypeError, ValueError, LookupError, AttributeError) as error_:
            raise _FieldError.from_error(error_, key_, src_dict) from error_


# Below the class, as models may refer to each other.
from ..models.apply_invoice_payment_existing_payment_input import ApplyInvoicePaymentExistingPaymentInput
from ..models.apply_invoice_payment_new_payment_input import ApplyInvoicePaymentNewPaymentInput
