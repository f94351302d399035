"""Methods of `quentli.auth_links`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quentli_query.client.operation import AsyncOperations, Operation, Operations

from quentli_client.types import UNSET

if TYPE_CHECKING:
    from quentli_client import models
    from quentli_client.types import Unset


_CREATE: Operation[models.CreateAuthLinkPayload] = Operation(
    "quentli.auth_links.create",
    "quentli_client.api.auth.auth_links_create",
    wrappers=("input_",),
)


class AuthLinks(Operations):
    """Links that take a customer into the portal without a password."""

    def create(
        self,
        *,
        customer_id: str,
        url: str | Unset = UNSET,
    ) -> models.CreateAuthLinkPayload:
        """A link that logs a customer in.

        Whoever opens the link is taken for the customer, so pass it on to nobody else and keep it out of
        logs.

        Endpoint: `POST /v1/auth-links`.

        Args:
            customer_id: The customer to be logged in.
            url: Page that the customer is to see once logged in.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return self._call(
            _CREATE,
            customer_id=customer_id,
            url=url,
        )


class AsyncAuthLinks(AsyncOperations):
    """Async version of `AuthLinks`."""

    async def create(
        self,
        *,
        customer_id: str,
        url: str | Unset = UNSET,
    ) -> models.CreateAuthLinkPayload:
        """A link that logs a customer in.

        Whoever opens the link is taken for the customer, so pass it on to nobody else and keep it out of
        logs.

        Endpoint: `POST /v1/auth-links`.

        Args:
            customer_id: The customer to be logged in.
            url: Page that the customer is to see once logged in.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return await self._call(
            _CREATE,
            customer_id=customer_id,
            url=url,
        )
