from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define

from ..errors import FieldError as _FieldError
from ..types import UNSET, Unset
from ..types import Record as _Record


@_attrs_define(repr=False)
class CreatePaymentInput(_Record):
    """The payment to make."""

    amount: int
    """ How much to charge, in minor units: 150000 is MXN 1,500.00. At most 100000000, which is MXN 1,000,000.00.
    """
    currency: str
    """ ISO 4217 code of the currency to charge in. """
    description: str
    """ What is paid for, in words. """
    customer_id: str
    """ The customer to charge. """
    payment_method_id: str
    """ The card or bank account to charge, one that this customer has saved. """
    meta: CreatePaymentMetaInput | None
    """ The caller's own data about the payment, as a map from key to value. Must be given, if only as null. """
    make_attempt: bool | Unset = UNSET
    """ True to have the payment collected now. """

    def to_dict(self) -> dict[str, Any]:
        amount = self.amount

        currency = self.currency

        description = self.description

        customer_id = self.customer_id

        payment_method_id = self.payment_method_id

        meta: dict[str, Any] | None
        if isinstance(self.meta, CreatePaymentMetaInput):
            meta = self.meta.to_dict()
        else:
            meta = self.meta

        make_attempt = self.make_attempt

        field_dict: dict[str, Any] = {}
        field_dict["amount"] = amount
        field_dict["currency"] = currency
        field_dict["description"] = description
        field_dict["customerId"] = customer_id
        field_dict["paymentMethodId"] = payment_method_id
        field_dict["meta"] = meta
        if make_attempt is not UNSET:
            field_dict["makeAttempt"] = make_attempt

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        key_ = ""
        try:
            amount = src_dict["amount"]

            currency = src_dict["currency"]

            description = src_dict["description"]

            customer_id = src_dict["customerId"]

            payment_method_id = src_dict["paymentMethodId"]

            key_ = "meta"
            _meta: Any = src_dict["meta"]
            if _meta is not None:
                if not isinstance(_meta, dict):
                    raise _FieldError("", "cannot be read")
                meta_type_0 = CreatePaymentMetaInput.from_dict(_meta)

                _meta = meta_type_0

            meta: CreatePaymentMetaInput | None = _meta

            make_attempt = src_dict.get("makeAttempt", UNSET)

            return cls(
                amount,
                currency,
                description,
                customer_id,
                payment_method_id,
                meta,
                make_attempt,
            )
        except (TypeError, ValueError, LookupError, AttributeError) as error_:
            raise _FieldError.from_error(error_, key_, src_dict) from error_


# Below the class, as models may refer to each other.
from ..models.create_payment_meta_input import CreatePaymentMetaInput
