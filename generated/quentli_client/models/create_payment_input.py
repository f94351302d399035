from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.create_payment_meta_input import CreatePaymentMetaInput


T = TypeVar("T", bound="CreatePaymentInput")


@_attrs_define
class CreatePaymentInput:
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
        from ..models.create_payment_meta_input import CreatePaymentMetaInput

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

        field_dict.update(
            {
                "amount": amount,
                "currency": currency,
                "description": description,
                "customerId": customer_id,
                "paymentMethodId": payment_method_id,
                "meta": meta,
            }
        )
        if make_attempt is not UNSET:
            field_dict["makeAttempt"] = make_attempt

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.create_payment_meta_input import CreatePaymentMetaInput

        d = dict(src_dict)
        amount = d.pop("amount")

        currency = d.pop("currency")

        description = d.pop("description")

        customer_id = d.pop("customerId")

        payment_method_id = d.pop("paymentMethodId")

        def _parse_meta(data: object) -> CreatePaymentMetaInput | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                meta_type_0 = CreatePaymentMetaInput.from_dict(data)

                return meta_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CreatePaymentMetaInput | None, data)

        meta = _parse_meta(d.pop("meta"))

        make_attempt = d.pop("makeAttempt", UNSET)

        create_payment_input = cls(
            amount=amount,
            currency=currency,
            description=description,
            customer_id=customer_id,
            payment_method_id=payment_method_id,
            meta=meta,
            make_attempt=make_attempt,
        )

        return create_payment_input
