"""Methods of `quentli.refunds`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quentli_query.client.operation import AsyncOperations, Operation, Operations

from quentli_client.types import UNSET

if TYPE_CHECKING:
    from quentli_client import models
    from quentli_client.types import Unset


_CREATE: Operation[models.CreateRefundArgs] = Operation(
    "quentli.refunds.create",
    "quentli_client.api.payments.refunds_create",
    wrappers=("input_",),
)


class Refunds(Operations):
    """Money given back to customers, in whole or in part."""

    def create(
        self,
        *,
        payment_id: str,
        amount: int,
        custom_refund_reason: str | None | Unset = UNSET,
    ) -> models.CreateRefundArgs:
        """Give back the money of a payment.

        Gives back the amount named, in whole or in part. Read the payment afterwards to see what became of
        it.

        Endpoint: `POST /v1/refunds`.

        Args:
            payment_id: The payment to give back.
            amount: How much to give back, in minor units and more than nothing: 150000 is MXN 1,500.00.
            custom_refund_reason: Why, in words; null when there is nothing to say.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return self._call(
            _CREATE,
            payment_id=payment_id,
            amount=amount,
            custom_refund_reason=custom_refund_reason,
        )


class AsyncRefunds(AsyncOperations):
    """Async version of `Refunds`."""

    async def create(
        self,
        *,
        payment_id: str,
        amount: int,
        custom_refund_reason: str | None | Unset = UNSET,
    ) -> models.CreateRefundArgs:
        """Give back the money of a payment.

        Gives back the amount named, in whole or in part. Read the payment afterwards to see what became of
        it.

        Endpoint: `POST /v1/refunds`.

        Args:
            payment_id: The payment to give back.
            amount: How much to give back, in minor units and more than nothing: 150000 is MXN 1,500.00.
            custom_refund_reason: Why, in words; null when there is nothing to say.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return await self._call(
            _CREATE,
            payment_id=payment_id,
            amount=amount,
            custom_refund_reason=custom_refund_reason,
        )
