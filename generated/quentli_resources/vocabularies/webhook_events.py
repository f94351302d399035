"""Vocabulary of webhook events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from quentli_query.filters.fields import EnumField, InstantField, TextField
from quentli_query.filters.vocabulary import Vocabulary

if TYPE_CHECKING:
    from quentli_client.models import WebhookEvent, WebhookEventStatus, WebhookEventType


class WebhookEventVocabulary(
    Vocabulary["WebhookEvent"],
    resource="webhook_events",
    source="WebhookEventQ",
):
    """Fields of webhook events, for filters and orders.

    Documented: `status=FAILED`, `type[equals]`. `explain()` shows the evidence for each filter.
    """

    __slots__ = ()

    id: TextField[WebhookEvent] = TextField()
    """Quentli's id of the event."""
    created_at: InstantField[WebhookEvent] = InstantField()
    """When the event was recorded, in UTC."""
    updated_at: InstantField[WebhookEvent] = InstantField()
    """When its delivery last made progress, in UTC."""
    webhook_id: TextField[WebhookEvent] = TextField()
    """The webhook that is told."""
    type: EnumField[
        WebhookEvent,
        WebhookEventType
        | Literal[
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
        ],
    ] = EnumField(
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
    """What happened: an `INVOICE_…`, `PAYMENT_…`, `CUSTOMER_…` or `SUBSCRIPTION_…` name says what became of such
    a record, `PAYMENT_ATTEMPT_…` how a charge went, and `PAYMENT_METHOD_CREATED` that a customer saved a
    means of payment.
    """
    status: EnumField[
        WebhookEvent, WebhookEventStatus | Literal["PENDING", "SUCCESSFUL", "RETRYING", "FAILED"]
    ] = EnumField("PENDING", "SUCCESSFUL", "RETRYING", "FAILED", bare=True)
    """`PENDING` has yet to be delivered, `SUCCESSFUL` got through, `RETRYING` did not yet and is tried again,
    `FAILED` did not get through. Written `status=value`, as documented.
    """
    payload: TextField[WebhookEvent] = TextField()
    """What the webhook is told, as text."""
    next_call_at: InstantField[WebhookEvent] = InstantField()
    """When the webhook is to be called next for this event; null when no call is due."""
    connection_id: TextField[WebhookEvent] = TextField()
    """The connection to which the event belongs."""


WebhookEventQ = WebhookEventVocabulary()
"""Fields of webhook events, for filters and orders."""
