"""Methods of `quentli.webhooks`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quentli_query.client.lists.resource import AsyncRetrievableResource, RetrievableResource
from quentli_query.client.operation import Operation

from quentli_client.types import UNSET

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quentli_client import models
    from quentli_client.types import Unset

    from .. import params

_CREATE: Operation[models.Webhook] = Operation(
    "quentli.webhooks.create",
    "quentli_client.api.webhooks.webhooks_create",
    wrappers=("input_",),
)
_UPDATE: Operation[models.Webhook] = Operation(
    "quentli.webhooks.update",
    "quentli_client.api.webhooks.webhooks_update",
    wrappers=("input_", "data"),
    is_update=True,
)
_DELETE: Operation[models.Webhook] = Operation(
    "quentli.webhooks.delete",
    "quentli_client.api.webhooks.webhooks_delete",
)


class Webhooks(RetrievableResource["models.Webhook", "models.Webhook"]):
    """Addresses that the API notifies of events."""

    def create(
        self,
        *,
        url: str,
        enabled_events: Sequence[params.WebhookEventTypeLike],
        description: str | Unset = UNSET,
        secret: str | Unset = UNSET,
    ) -> models.Webhook:
        """Register a webhook.

        From then on Quentli calls the address when an event of the chosen types happens.

        Endpoint: `POST /v1/webhooks`.

        Args:
            url: Address to call.
            enabled_events: The types of event to call for.
            description: What the webhook is for, for whoever comes across it.
            secret: A secret shared with Quentli, by which the receiver can tell genuine calls from forged
                ones.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return self._call(
            _CREATE,
            url=url,
            enabled_events=enabled_events,
            description=description,
            secret=secret,
        )

    def update(
        self,
        id: str,
        /,
        *,
        url: str | Unset = UNSET,
        description: str | Unset = UNSET,
        secret: str | Unset = UNSET,
        status: params.WebhookStatusLike | Unset = UNSET,
        enabled_events: Sequence[params.WebhookEventTypeLike] | Unset = UNSET,
    ) -> models.Webhook:
        """Change a webhook.

        Moves it to another address, switches it off or on, or chooses other events. What is left out stays
        as it is.

        Endpoint: `PATCH /v1/webhooks/{id}`.

        Args:
            id: Id of the webhook to change.
            url: Address to call.
            description: What the webhook is for, for whoever comes across it.
            secret: A secret shared with Quentli, by which the receiver can tell genuine calls from forged
                ones.
            status: `ENABLED` to have it called, `DISABLED` to switch it off; `BROKEN` marks one that is not
                working and `DELETED` one that has been removed.
            enabled_events: The types of event to call for.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return self._call(
            _UPDATE,
            id,
            url=url,
            description=description,
            secret=secret,
            status=status,
            enabled_events=enabled_events,
        )

    def delete(
        self,
        id: str,
        /,
    ) -> models.Webhook:
        """Delete a webhook.

        A soft delete: the record stays and carries the status `DELETED`.

        Endpoint: `DELETE /v1/webhooks/{id}`.

        Args:
            id: Id of the webhook to delete.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return self._call(
            _DELETE,
            id,
        )


class AsyncWebhooks(AsyncRetrievableResource["models.Webhook", "models.Webhook"]):
    """Async version of `Webhooks`."""

    async def create(
        self,
        *,
        url: str,
        enabled_events: Sequence[params.WebhookEventTypeLike],
        description: str | Unset = UNSET,
        secret: str | Unset = UNSET,
    ) -> models.Webhook:
        """Register a webhook.

        From then on Quentli calls the address when an event of the chosen types happens.

        Endpoint: `POST /v1/webhooks`.

        Args:
            url: Address to call.
            enabled_events: The types of event to call for.
            description: What the webhook is for, for whoever comes across it.
            secret: A secret shared with Quentli, by which the receiver can tell genuine calls from forged
                ones.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return await self._call(
            _CREATE,
            url=url,
            enabled_events=enabled_events,
            description=description,
            secret=secret,
        )

    async def update(
        self,
        id: str,
        /,
        *,
        url: str | Unset = UNSET,
        description: str | Unset = UNSET,
        secret: str | Unset = UNSET,
        status: params.WebhookStatusLike | Unset = UNSET,
        enabled_events: Sequence[params.WebhookEventTypeLike] | Unset = UNSET,
    ) -> models.Webhook:
        """Change a webhook.

        Moves it to another address, switches it off or on, or chooses other events. What is left out stays
        as it is.

        Endpoint: `PATCH /v1/webhooks/{id}`.

        Args:
            id: Id of the webhook to change.
            url: Address to call.
            description: What the webhook is for, for whoever comes across it.
            secret: A secret shared with Quentli, by which the receiver can tell genuine calls from forged
                ones.
            status: `ENABLED` to have it called, `DISABLED` to switch it off; `BROKEN` marks one that is not
                working and `DELETED` one that has been removed.
            enabled_events: The types of event to call for.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return await self._call(
            _UPDATE,
            id,
            url=url,
            description=description,
            secret=secret,
            status=status,
            enabled_events=enabled_events,
        )

    async def delete(
        self,
        id: str,
        /,
    ) -> models.Webhook:
        """Delete a webhook.

        A soft delete: the record stays and carries the status `DELETED`.

        Endpoint: `DELETE /v1/webhooks/{id}`.

        Args:
            id: Id of the webhook to delete.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return await self._call(
            _DELETE,
            id,
        )
