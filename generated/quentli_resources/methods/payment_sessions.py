"""Methods of `quentli.payment_sessions`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quentli_query.client.operation import AsyncOperations, Operation, Operations

from quentli_client.types import UNSET

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quentli_query.filters.literals import InstantLike

    from quentli_client import models
    from quentli_client.types import Unset

    from .. import params

_CREATE: Operation[models.CreatePaymentSessionPayload] = Operation(
    "quentli.payment_sessions.create",
    "quentli_client.api.payment_sessions.payment_sessions_create",
    wrappers=("input_",),
)
_GET: Operation[models.PaymentSession | None] = Operation(
    "quentli.payment_sessions.get",
    "quentli_client.api.payment_sessions.payment_sessions_get_by_id",
)


class PaymentSessions(Operations):
    """Hosted pages on which a customer pays."""

    def create(
        self,
        *,
        customer: models.SessionCustomerInput | params.SessionCustomerParams,
        return_url: str | Unset = UNSET,
        cancel_url: str | Unset = UNSET,
        display_mode: params.DisplayModeLike | Unset = UNSET,
        expires_at: InstantLike | Unset = UNSET,
        description: str | Unset = UNSET,
        amount: int | Unset = UNSET,
        currency: str | Unset = UNSET,
        items: Sequence[models.CreatePaymentSessionItemInput | params.CreatePaymentSessionItemParams]
        | Unset = UNSET,
        metadata: Sequence[models.MetadataItemInput | params.MetadataItemParams]
        | Mapping[str, str]
        | Unset = UNSET,
    ) -> models.CreatePaymentSessionPayload:
        """Open a page for a customer to pay on.

        For a payment with the customer present: send them to `url` and read the session later to learn how
        it ended. Coming back to `returnUrl` is no proof of payment.

        Endpoint: `POST /v1/payment-sessions`.

        Args:
            customer: Who the session is for; a name is enough.
            return_url: Page that the customer comes to after paying.
            cancel_url: Page that the customer comes to on giving up.
            display_mode: Where the customer sees it: in Quentli's customer portal, embedded in a page of
                the caller's (`EMBEDDED`), or in a way of the caller's own (`CUSTOM`).
            expires_at: Until when the customer may pay, in UTC.
            description: What is paid for as a whole, in words for the customer.
            amount: How much is to be paid as a whole, in minor units: 150000 is MXN 1,500.00.
            currency: ISO 4217 code of the currency of that amount.
            items: What is paid for, one entry for each thing.
            metadata: The caller's own data about the session, one entry for each key.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return self._call(
            _CREATE,
            customer=customer,
            return_url=return_url,
            cancel_url=cancel_url,
            display_mode=display_mode,
            expires_at=expires_at,
            description=description,
            amount=amount,
            currency=currency,
            items=items,
            metadata=metadata,
        )

    def get(
        self,
        id: str,
        /,
    ) -> models.PaymentSession | None:
        """One payment session.

        The `status` tells whether the session is still open and, if not, how it ended.

        Endpoint: `GET /v1/payment-sessions/{id}`.

        Args:
            id: Id of the payment session to read.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached.
        """
        return self._call(
            _GET,
            id,
        )


class AsyncPaymentSessions(AsyncOperations):
    """Async version of `PaymentSessions`."""

    async def create(
        self,
        *,
        customer: models.SessionCustomerInput | params.SessionCustomerParams,
        return_url: str | Unset = UNSET,
        cancel_url: str | Unset = UNSET,
        display_mode: params.DisplayModeLike | Unset = UNSET,
        expires_at: InstantLike | Unset = UNSET,
        description: str | Unset = UNSET,
        amount: int | Unset = UNSET,
        currency: str | Unset = UNSET,
        items: Sequence[models.CreatePaymentSessionItemInput | params.CreatePaymentSessionItemParams]
        | Unset = UNSET,
        metadata: Sequence[models.MetadataItemInput | params.MetadataItemParams]
        | Mapping[str, str]
        | Unset = UNSET,
    ) -> models.CreatePaymentSessionPayload:
        """Open a page for a customer to pay on.

        For a payment with the customer present: send them to `url` and read the session later to learn how
        it ended. Coming back to `returnUrl` is no proof of payment.

        Endpoint: `POST /v1/payment-sessions`.

        Args:
            customer: Who the session is for; a name is enough.
            return_url: Page that the customer comes to after paying.
            cancel_url: Page that the customer comes to on giving up.
            display_mode: Where the customer sees it: in Quentli's customer portal, embedded in a page of
                the caller's (`EMBEDDED`), or in a way of the caller's own (`CUSTOM`).
            expires_at: Until when the customer may pay, in UTC.
            description: What is paid for as a whole, in words for the customer.
            amount: How much is to be paid as a whole, in minor units: 150000 is MXN 1,500.00.
            currency: ISO 4217 code of the currency of that amount.
            items: What is paid for, one entry for each thing.
            metadata: The caller's own data about the session, one entry for each key.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return await self._call(
            _CREATE,
            customer=customer,
            return_url=return_url,
            cancel_url=cancel_url,
            display_mode=display_mode,
            expires_at=expires_at,
            description=description,
            amount=amount,
            currency=currency,
            items=items,
            metadata=metadata,
        )

    async def get(
        self,
        id: str,
        /,
    ) -> models.PaymentSession | None:
        """One payment session.

        The `status` tells whether the session is still open and, if not, how it ended.

        Endpoint: `GET /v1/payment-sessions/{id}`.

        Args:
            id: Id of the payment session to read.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached.
        """
        return await self._call(
            _GET,
            id,
        )
