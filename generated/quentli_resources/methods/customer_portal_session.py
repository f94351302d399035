"""Methods of `quentli.customer_portal_session`."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from quentli_query.client.operation import AsyncOperations, Operation, Operations

from quentli_client.types import UNSET

if TYPE_CHECKING:
    from typing import Literal

    from quentli_client import models
    from quentli_client.types import Unset


_CREATE: Operation[models.CreateCustomerPortalSessionPayload] = Operation(
    "quentli.customer_portal_session.create",
    "quentli_client.api.auth.customer_portal_session_create",
    wrappers=("input_",),
)


class CustomerPortalSession(Operations):
    """Links that take a customer into the portal without a password."""

    @overload
    def create(
        self,
        *,
        destination: Literal["home"],
        customer_id: str,
    ) -> models.CreateCustomerPortalSessionPayload: ...

    @overload
    def create(
        self,
        *,
        destination: Literal["preferences"],
        customer_id: str,
    ) -> models.CreateCustomerPortalSessionPayload: ...

    @overload
    def create(
        self,
        *,
        destination: Literal["invoice-checkout"],
        customer_id: str,
        invoice_id: str,
    ) -> models.CreateCustomerPortalSessionPayload: ...

    @overload
    def create(
        self,
        *,
        destination: Literal["subscription-home"],
        customer_id: str,
        subscription_id: str,
    ) -> models.CreateCustomerPortalSessionPayload: ...

    def create(
        self,
        *,
        destination: Literal["home", "preferences", "invoice-checkout", "subscription-home"],
        customer_id: str,
        invoice_id: str | Unset = UNSET,
        subscription_id: str | Unset = UNSET,
    ) -> models.CreateCustomerPortalSessionPayload:
        """A way into the customer portal.

        Opens the customer portal for one customer, on the page named by `destination`. The address lets its
        holder act as the customer: send the customer there and keep it out of logs.

        Endpoint: `POST /v1/customer-portal-session`.

        Args:
            destination: Says that the portal opens on its first page. Says that the portal opens on the
                preferences. Says that the portal opens on the payment of an invoice. Says that the portal
                opens on a subscription.
            customer_id: The customer who enters.
            invoice_id: The invoice to be paid.
            subscription_id: The subscription to show.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return self._call(
            _CREATE,
            destination=destination,
            customer_id=customer_id,
            invoice_id=invoice_id,
            subscription_id=subscription_id,
        )


class AsyncCustomerPortalSession(AsyncOperations):
    """Async version of `CustomerPortalSession`."""

    @overload
    async def create(
        self,
        *,
        destination: Literal["home"],
        customer_id: str,
    ) -> models.CreateCustomerPortalSessionPayload: ...

    @overload
    async def create(
        self,
        *,
        destination: Literal["preferences"],
        customer_id: str,
    ) -> models.CreateCustomerPortalSessionPayload: ...

    @overload
    async def create(
        self,
        *,
        destination: Literal["invoice-checkout"],
        customer_id: str,
        invoice_id: str,
    ) -> models.CreateCustomerPortalSessionPayload: ...

    @overload
    async def create(
        self,
        *,
        destination: Literal["subscription-home"],
        customer_id: str,
        subscription_id: str,
    ) -> models.CreateCustomerPortalSessionPayload: ...

    async def create(
        self,
        *,
        destination: Literal["home", "preferences", "invoice-checkout", "subscription-home"],
        customer_id: str,
        invoice_id: str | Unset = UNSET,
        subscription_id: str | Unset = UNSET,
    ) -> models.CreateCustomerPortalSessionPayload:
        """A way into the customer portal.

        Opens the customer portal for one customer, on the page named by `destination`. The address lets its
        holder act as the customer: send the customer there and keep it out of logs.

        Endpoint: `POST /v1/customer-portal-session`.

        Args:
            destination: Says that the portal opens on its first page. Says that the portal opens on the
                preferences. Says that the portal opens on the payment of an invoice. Says that the portal
                opens on a subscription.
            customer_id: The customer who enters.
            invoice_id: The invoice to be paid.
            subscription_id: The subscription to show.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return await self._call(
            _CREATE,
            destination=destination,
            customer_id=customer_id,
            invoice_id=invoice_id,
            subscription_id=subscription_id,
        )
