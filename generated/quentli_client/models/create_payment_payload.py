from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..errors import FieldError as _FieldError
from ..types import Record as _Record


@_attrs_define(repr=False)
class CreatePaymentPayload(_Record):
    """The payment, the attempt to collect it and the customer who pays."""

    payment: Payment
    """ Money that a customer paid or was to pay, by whatever means. """
    attempt: None | PaymentAttempt
    """ The attempt to collect the payment; null when none was made. """
    customer: Customer
    """ Somebody the organization bills, with contact details, consents and the caller's own metadata. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        payment = self.payment.to_dict()

        attempt: dict[str, Any] | None
        if isinstance(self.attempt, PaymentAttempt):
            attempt = self.attempt.to_dict()
        else:
            attempt = self.attempt

        customer = self.customer.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict["payment"] = payment
        field_dict["attempt"] = attempt
        field_dict["customer"] = customer
        for prop_name, prop in self.additional_properties.items():
            if prop_name in field_dict:
                continue
            field_dict[prop_name] = prop

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        key_ = ""
        try:
            fields_ = dict(src_dict)
            key_ = "payment"
            payment = Payment.from_dict(fields_.pop("payment"))

            key_ = "attempt"
            _attempt: Any = fields_.pop("attempt")
            if _attempt is not None:
                if not isinstance(_attempt, dict):
                    raise _FieldError("", "cannot be read")
                attempt_type_0 = PaymentAttempt.from_dict(_attempt)

                _attempt = attempt_type_0

            attempt: None | PaymentAttempt = _attempt

            key_ = "customer"
            customer = Customer.from_dict(fields_.pop("customer"))

            record_ = cls(
                payment,
                attempt,
                customer,
            )
            record_.additional_properties = fields_
            return record_
        except (TypeError, ValueError, LookupError, AttributeError) as error_:
            raise _FieldError.from_error(error_, key_, src_dict) from error_

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


# Below the class, as models may refer to each other.
from ..models.customer import Customer
from ..models.payment import Payment
from ..models.payment_attempt import PaymentAttempt
