"""The vocabulary of webhooks."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from ..fields import OBJECTS, EnumField, InstantField, TextField, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quentli_client.models import Webhook, WebhookStatus


class WebhookVocabulary(Vocabulary, resource="webhooks", source="WebhookQ"):
    """What webhooks can be filtered and ordered by.

    Documented for webhooks are `status=ENABLED` and the order `createdAt=desc`. That all other fields of a
    webhook can be named as well is inferred.
    """

    __slots__ = ()

    id: TextField[Webhook] = TextField()
    created_at: InstantField[Webhook] = InstantField()
    updated_at: InstantField[Webhook] = InstantField()
    url: TextField[Webhook] = TextField()
    description: TextField[Webhook] = TextField()
    status: EnumField[Webhook, WebhookStatus] = EnumField(
        "ENABLED", "DISABLED", "BROKEN", "DELETED", bare=True
    )
    """Spelled `status=ENABLED`, as documented."""
    organization_id: TextField[Webhook] = TextField()
    deleted_at: InstantField[Webhook] = InstantField()
    deleted_by_id: TextField[Webhook] = TextField()

    _unfilterable: ClassVar[Mapping[str, str]] = {
        "enabled_events": OBJECTS,
    }


WebhookQ = WebhookVocabulary()
"""The fields of webhooks, for filters and orders: `WebhookQ.status == "ENABLED"`."""
