from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.create_payment_args_input_meta import CreatePaymentArgsInputMeta


T = TypeVar("T", bound="CreatePaymentArgsInput")


@_attrs_define
class CreatePaymentArgsInput:
    amount: float
    currency: str
    description: str
    customer_id: str
    payment_method_id: str
    meta: CreatePaymentArgsInputMeta | None
    make_attempt: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.create_payment_args_input_meta import CreatePaymentArgsInputMeta

        amount = self.amount

        currency = self.currency

        description = self.description

        customer_id = self.customer_id

        payment_method_id = self.payment_method_id

        meta: dict[str, Any] | None
        if isinstance(self.meta, CreatePaymentArgsInputMeta):
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
        from ..models.create_payment_args_input_meta import CreatePaymentArgsInputMeta

        d = dict(src_dict)
        amount = d.pop("amount")

        currency = d.pop("currency")

        description = d.pop("description")

        customer_id = d.pop("customerId")

        payment_method_id = d.pop("paymentMethodId")

        def _parse_meta(data: object) -> CreatePaymentArgsInputMeta | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                meta_meta = CreatePaymentArgsInputMeta.from_dict(data)

                return meta_meta
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CreatePaymentArgsInputMeta | None, data)

        meta = _parse_meta(d.pop("meta"))

        make_attempt = d.pop("makeAttempt", UNSET)

        create_payment_args_input = cls(
            amount=amount,
            currency=currency,
            description=description,
            customer_id=customer_id,
            payment_method_id=payment_method_id,
            meta=meta,
            make_attempt=make_attempt,
        )

        return create_payment_args_input
