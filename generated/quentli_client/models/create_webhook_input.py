from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define

from ..errors import FieldError as _FieldError
from ..models.webhook_event_type import WebhookEventType
from ..types import UNSET, Unset
from ..types import Record as _Record


@_attrs_define(repr=False)
class CreateWebhookInput(_Record):
    """Where to call, and for which events."""

    url: str
    """ Address to call. """
    enabled_events: list[WebhookEventType]
    """ The types of event to call for. """
    description: str | Unset = UNSET
    """ What the webhook is for, for whoever comes across it. """
    secret: str | Unset = UNSET
    """ A secret shared with Quentli, by which the receiver can tell genuine calls from forged ones. """

    def to_dict(self) -> dict[str, Any]:
        url = self.url

        enabled_events = []
        for enabled_events_item_data in self.enabled_events:
            enabled_events_item = enabled_events_item_data.value
            enabled_events.append(enabled_events_item)

        description = self.description

        secret = self.secret

        field_dict: dict[str, Any] = {}
        field_dict["url"] = url
        if description is not UNSET:
            field_dict["description"] = description
        if secret is not UNSET:
            field_dict["secret"] = secret
        field_dict["enabledEvents"] = enabled_events

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        key_ = ""
        try:
            url = src_dict["url"]

            key_ = "enabledEvents"
            enabled_events = []
            _enabled_events = src_dict["enabledEvents"]
            for enabled_events_item_data in _enabled_events:
                enabled_events_item = WebhookEventType(enabled_events_item_data)

                enabled_events.append(enabled_events_item)

            description = src_dict.get("description", UNSET)

            secret = src_dict.get("secret", UNSET)

            return cls(
                url,
                enabled_events,
                description,
                secret,
            )
        except (TypeError, ValueError, LookupError, AttributeError) as error_:
            raise _FieldError.from_error(error_, key_, src_dict) from error_
