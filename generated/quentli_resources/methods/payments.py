"""Methods of `quentli.payments`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quentli_query.client.lists.resource import AsyncRetrievableResource, RetrievableResource
from quentli_query.client.operation import Operation

from quentli_client.types import UNSET

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quentli_client import models
    from quentli_client.types import Unset

    from .. import params

_CREATE: Operation[models.CreatePaymentPayload] = Operation(
    "quentli.payments.create",
    "quentli_client.api.payments.payments_create",
    wrappers=("input_",),
)
_SEND_RECEIPT: Operation[models.SendPaymentReceiptPayload] = Operation(
    "quentli.payments.send_receipt",
    "quentli_client.api.payments.payments_send_receipt",
    wrappers=("input_",),
)


class Payments(RetrievableResource["models.PaymentWithItems", "models.PaymentWithItems"]):
    """Payments and payment attempts, with any outcome."""

    def create(
        self,
        *,
        amount: int,
        currency: str,
        description: str,
        customer_id: str,
        payment_method_id: str,
        meta: Mapping[str, str] | None,
        make_attempt: bool | Unset = UNSET,
    ) -> models.CreatePaymentPayload:
        """Charge a saved payment method.

        Takes a sum from a card or bank account that the customer has saved. A 200 alone does not say that
        money came in: look at the payment's `status` and at `attempt`.

        Endpoint: `POST /v1/payments`.

        Args:
            amount: How much to charge, in minor units: 150000 is MXN 1,500.00. At most 100000000, which is
                MXN 1,000,000.00.
            currency: ISO 4217 code of the currency to charge in.
            description: What is paid for, in words.
            customer_id: The customer to charge.
            payment_method_id: The card or bank account to charge, one that this customer has saved.
            meta: The caller's own data about the payment, as a map from key to value. Must be given, if
                only as null.
            make_attempt: True to have the payment collected now.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return self._call(
            _CREATE,
            amount=amount,
            currency=currency,
            description=description,
            customer_id=customer_id,
            payment_method_id=payment_method_id,
            meta=meta,
            make_attempt=make_attempt,
        )

    def send_receipt(
        self,
        id: str,
        /,
        *,
        channels: Sequence[params.SendPaymentChannelLike],
        email: str | Unset = UNSET,
    ) -> models.SendPaymentReceiptPayload:
        """Send the receipt of a payment.

        Goes to the customer by e-mail, SMS or WhatsApp, on as many of them as are named.

        Endpoint: `POST /v1/payments/{id}/receipt`.

        Args:
            id: Id of the payment to receipt.
            channels: By which ways to send it: `EMAIL`, `SMS`, `WHATSAPP`, one or several.
            email: Address for the receipt by e-mail.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return self._call(
            _SEND_RECEIPT,
            id,
            channels=channels,
            email=email,
        )


class AsyncPayments(AsyncRetrievableResource["models.PaymentWithItems", "models.PaymentWithItems"]):
    """Async version of `Payments`."""

    async def create(
        self,
        *,
        amount: int,
        currency: str,
        description: str,
        customer_id: str,
        payment_method_id: str,
        meta: Mapping[str, str] | None,
        make_attempt: bool | Unset = UNSET,
    ) -> models.CreatePaymentPayload:
        """Charge a saved payment method.

        Takes a sum from a card or bank account that the customer has saved. A 200 alone does not say that
        money came in: look at the payment's `status` and at `attempt`.

        Endpoint: `POST /v1/payments`.

        Args:
            amount: How much to charge, in minor units: 150000 is MXN 1,500.00. At most 100000000, which is
                MXN 1,000,000.00.
            currency: ISO 4217 code of the currency to charge in.
            description: What is paid for, in words.
            customer_id: The customer to charge.
            payment_method_id: The card or bank account to charge, one that this customer has saved.
            meta: The caller's own data about the payment, as a map from key to value. Must be given, if
                only as null.
            make_attempt: True to have the payment collected now.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return await self._call(
            _CREATE,
            amount=amount,
            currency=currency,
            description=description,
            customer_id=customer_id,
            payment_method_id=payment_method_id,
            meta=meta,
            make_attempt=make_attempt,
        )

    async def send_receipt(
        self,
        id: str,
        /,
        *,
        channels: Sequence[params.SendPaymentChannelLike],
        email: str | Unset = UNSET,
    ) -> models.SendPaymentReceiptPayload:
        """Send the receipt of a payment.

        Goes to the customer by e-mail, SMS or WhatsApp, on as many of them as are named.

        Endpoint: `POST /v1/payments/{id}/receipt`.

        Args:
            id: Id of the payment to receipt.
            channels: By which ways to send it: `EMAIL`, `SMS`, `WHATSAPP`, one or several.
            email: Address for the receipt by e-mail.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return await self._call(
            _SEND_RECEIPT,
            id,
            channels=channels,
            email=email,
        )
