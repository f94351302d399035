"""The vocabulary of webhooks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..fields import EnumField, InstantField, TextField
from ..vocabulary import OBJECTS
from .base import RecordFields

if TYPE_CHECKING:
    from quentli_client.models import Webhook, WebhookStatus


class WebhookVocabulary(
    RecordFields["Webhook"], resource="webhooks", source="WebhookQ", unfilterable={"enabled_events": OBJECTS}
):
    """What webhooks can be filtered and ordered by.

    Documented for webhooks are `status=ENABLED` and the order `createdAt=desc`. That all other fields of a
    webhook can be named as well is inferred.
    """

    __slots__ = ()

    url: TextField[Webhook] = TextField()
    description: TextField[Webhook] = TextField()
    status: EnumField[Webhook, WebhookStatus] = EnumField(
        "ENABLED", "DISABLED", "BROKEN", "DELETED", bare=True
    )
    """Spelled `status=ENABLED`, as documented."""
    organization_id: TextField[Webhook] = TextField()
    deleted_at: InstantField[Webhook] = InstantField()
    deleted_by_id: TextField[Webhook] = TextField()


WebhookQ = WebhookVocabulary()
"""The fields of webhooks, for filters and orders: `WebhookQ.status == "ENABLED"`."""
