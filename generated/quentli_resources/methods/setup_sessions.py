"""Methods of `quentli.setup_sessions`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quentli_query.client.operation import AsyncOperations, Operation, Operations

from quentli_client.types import UNSET

if TYPE_CHECKING:
    from quentli_client import models
    from quentli_client.types import Unset

    from .. import params

_CREATE: Operation[models.CreateSetupSessionPayload] = Operation(
    "quentli.setup_sessions.create",
    "quentli_client.api.payment_sessions.setup_sessions_create",
    wrappers=("input_",),
)


class SetupSessions(Operations):
    """Hosted pages on which a customer saves a payment method."""

    def create(
        self,
        *,
        customer: models.SessionCustomerInput | params.SessionCustomerParams,
        return_url: str | Unset = UNSET,
        cancel_url: str | Unset = UNSET,
        display_mode: params.DisplayModeLike | Unset = UNSET,
    ) -> models.CreateSetupSessionPayload:
        """Open a page for a customer to save a payment method on.

        Nothing is charged: the customer leaves a card or bank account for later charges.

        Endpoint: `POST /v1/setup-sessions`.

        Args:
            customer: Who the session is for; a name is enough.
            return_url: Page that the customer comes to after saving a payment method.
            cancel_url: Page that the customer comes to on giving up.
            display_mode: Where the customer sees it: in Quentli's customer portal, embedded in a page of
                the caller's (`EMBEDDED`), or in a way of the caller's own (`CUSTOM`).

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
        )


class AsyncSetupSessions(AsyncOperations):
    """Async version of `SetupSessions`."""

    async def create(
        self,
        *,
        customer: models.SessionCustomerInput | params.SessionCustomerParams,
        return_url: str | Unset = UNSET,
        cancel_url: str | Unset = UNSET,
        display_mode: params.DisplayModeLike | Unset = UNSET,
    ) -> models.CreateSetupSessionPayload:
        """Open a page for a customer to save a payment method on.

        Nothing is charged: the customer leaves a card or bank account for later charges.

        Endpoint: `POST /v1/setup-sessions`.

        Args:
            customer: Who the session is for; a name is enough.
            return_url: Page that the customer comes to after saving a payment method.
            cancel_url: Page that the customer comes to on giving up.
            display_mode: Where the customer sees it: in Quentli's customer portal, embedded in a page of
                the caller's (`EMBEDDED`), or in a way of the caller's own (`CUSTOM`).

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
        )
