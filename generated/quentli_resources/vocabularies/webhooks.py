"""Vocabulary of webhooks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from quentli_query.filters.fields import EnumField, InstantField, TextField
from quentli_query.filters.vocabulary import OBJECTS, Vocabulary

if TYPE_CHECKING:
    from quentli_client.models import Webhook, WebhookStatus


class WebhookVocabulary(
    Vocabulary["Webhook"],
    resource="webhooks",
    source="WebhookQ",
    unfilterable={
        "enabled_events": OBJECTS,
    },
):
    """Fields of webhooks, for filters and orders.

    Documented: `status=ENABLED`. `explain()` shows the evidence for each filter.
    """

    __slots__ = ()

    id: TextField[Webhook] = TextField()
    """Quentli's id of the webhook."""
    created_at: InstantField[Webhook] = InstantField()
    """When the webhook was registered, in UTC."""
    updated_at: InstantField[Webhook] = InstantField()
    """When any detail of the webhook last changed, in UTC."""
    url: TextField[Webhook] = TextField()
    """Address that is called."""
    description: TextField[Webhook] = TextField()
    """What the webhook is for, in words of its owner; null when nobody said."""
    status: EnumField[Webhook, WebhookStatus | Literal["ENABLED", "DISABLED", "BROKEN", "DELETED"]] = (
        EnumField("ENABLED", "DISABLED", "BROKEN", "DELETED", bare=True)
    )
    """`ENABLED` is called, `DISABLED` is switched off, `BROKEN` is not working and `DELETED` has been removed.
    Written `status=value`, as documented.
    """
    organization_id: TextField[Webhook] = TextField()
    """The organization whose events it hears of."""
    deleted_at: InstantField[Webhook] = InstantField()
    """Since when it has been deleted; null while it is there."""
    deleted_by_id: TextField[Webhook] = TextField()
    """The user who deleted it; null while it is there."""


WebhookQ = WebhookVocabulary()
"""Fields of webhooks, for filters and orders."""
