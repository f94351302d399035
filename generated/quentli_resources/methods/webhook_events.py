"""Methods of `quentli.webhook_events`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quentli_query.client.lists.resource import AsyncResource, Resource
from quentli_query.client.operation import Operation

if TYPE_CHECKING:
    from quentli_client import models


_RETRY: Operation[models.WebhookEvent] = Operation(
    "quentli.webhook_events.retry",
    "quentli_client.api.webhooks.webhook_events_retry",
)


class WebhookEvents(Resource["models.WebhookEvent"]):
    """Notifications sent to webhooks, and failed ones. No operation returns a single one."""

    def retry(
        self,
        id: str,
        /,
    ) -> models.WebhookEvent:
        """Deliver a webhook event again.

        For events that failed, say after the receiver has been repaired. A receiver may therefore meet the
        same event more than once.

        Endpoint: `POST /v1/webhook-events/{id}/retry`.

        Args:
            id: Id of the event to deliver again.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return self._call(
            _RETRY,
            id,
        )


class AsyncWebhookEvents(AsyncResource["models.WebhookEvent"]):
    """Async version of `WebhookEvents`."""

    async def retry(
        self,
        id: str,
        /,
    ) -> models.WebhookEvent:
        """Deliver a webhook event again.

        For events that failed, say after the receiver has been repaired. A receiver may therefore meet the
        same event more than once.

        Endpoint: `POST /v1/webhook-events/{id}/retry`.

        Args:
            id: Id of the event to deliver again.

        Raises:
            ParameterError: if an argument can't be sent. No request is made then.
            APIError: if the API refuses, fails, or can't be reached. The request is never repeated.
        """
        return await self._call(
            _RETRY,
            id,
        )
