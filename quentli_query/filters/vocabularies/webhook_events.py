"""The vocabulary of webhook events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..fields import EnumField, InstantField, TextField
from .base import RecordFields

if TYPE_CHECKING:
    from quentli_client.models import WebhookEvent, WebhookEventStatus, WebhookEventType


class WebhookEventVocabulary(RecordFields["WebhookEvent"], resource="webhook_events", source="WebhookEventQ"):
    """What webhook events can be filtered and ordered by.

    Documented for webhook events are `status=FAILED`, `type[equals]` and the order `createdAt=desc`. That all
    other fields of a webhook event can be named as well is inferred.
    """

    __slots__ = ()

    webhook_id: TextField[WebhookEvent] = TextField()
    type: EnumField[WebhookEvent, WebhookEventType] = EnumField(
        "INVOICE_CREATED",
        "INVOICE_CANCELED",
        "INVOICE_PAID",
        "INVOICE_PAID_OTHER",
        "INVOICE_UPDATED",
        "PAYMENT_CREATED",
        "PAYMENT_COMPLETED",
        "PAYMENT_REFUNDED",
        "PAYMENT_REMINDER_SENT",
        "PAYMENT_ATTEMPT_FAILED",
        "PAYMENT_ATTEMPT_SUCCEEDED",
        "CUSTOMER_CREATED",
        "CUSTOMER_UPDATED",
        "CUSTOMER_ARCHIVED",
        "SUBSCRIPTION_CREATED",
        "SUBSCRIPTION_UPDATED",
        "SUBSCRIPTION_CANCELED",
        "PAYMENT_METHOD_CREATED",
    )
    status: EnumField[WebhookEvent, WebhookEventStatus] = EnumField(
        "PENDING", "SUCCESSFUL", "RETRYING", "FAILED", bare=True
    )
    """Spelled `status=FAILED`, as documented."""
    payload: TextField[WebhookEvent] = TextField()
    """The body that is sent, as JSON text."""
    next_call_at: InstantField[WebhookEvent] = InstantField()
    connection_id: TextField[WebhookEvent] = TextField()


WebhookEventQ = WebhookEventVocabulary()
"""The fields of webhook events, for filters and orders: `WebhookEventQ.status == "FAILED"`."""
