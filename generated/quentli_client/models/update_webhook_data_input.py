from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define

from ..errors import FieldError as _FieldError
from ..models.webhook_event_type import WebhookEventType
from ..models.webhook_status import WebhookStatus
from ..types import UNSET, Unset
from ..types import Record as _Record


@_attrs_define(repr=False)
class UpdateWebhookDataInput(_Record):
    """The details to change; what is left out stays as it is."""

    url: str | Unset = UNSET
    """ Address to call. """
    description: str | Unset = UNSET
    """ What the webhook is for, for whoever comes across it. """
    secret: str | Unset = UNSET
    """ A secret shared with Quentli, by which the receiver can tell genuine calls from forged ones. """
    status: Unset | WebhookStatus = UNSET
    """ `ENABLED` to have it called, `DISABLED` to switch it off; `BROKEN` marks one that is not working and
    `DELETED` one that has been removed. """
    enabled_events: list[WebhookEventType] | Unset = UNSET
    """ The types of event to call for. """

    def to_dict(self) -> dict[str, Any]:
        url = self.url

        description = self.description

        secret = self.secret

        status: str | Unset
        if isinstance(self.status, Unset):
            status = UNSET
        else:
            status = self.status.value

        enabled_events: list[str] | Unset = UNSET
        if not isinstance(self.enabled_events, Unset):
            enabled_events = []
            for enabled_events_item_data in self.enabled_events:
                enabled_events_item = enabled_events_item_data.value
                enabled_events.append(enabled_events_item)

        field_dict: dict[str, Any] = {}
        if url is not UNSET:
            field_dict["url"] = url
        if description is not UNSET:
            field_dict["description"] = description
        if secret is not UNSET:
            field_dict["secret"] = secret
        if status is not UNSET:
            field_dict["status"] = status
        if enabled_events is not UNSET:
            field_dict["enabledEvents"] = enabled_events

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        key_ = ""
        try:
            url = src_dict.get("url", UNSET)

            description = src_dict.get("description", UNSET)

            secret = src_dict.get("secret", UNSET)

            key_ = "status"
            _status: Any = src_dict.get("status", UNSET)
            if _status is not UNSET:
                status_type_0 = WebhookStatus(_status)

                _status = status_type_0

            status: Unset | WebhookStatus = _status

            key_ = "enabledEvents"
            _enabled_events = src_dict.get("enabledEvents", UNSET)
            enabled_events: list[WebhookEventType] | Unset = UNSET
            if _enabled_events is not UNSET:
                enabled_events = []
                for enabled_events_item_data in _enabled_events:
                    enabled_events_item = WebhookEventType(enabled_events_item_data)

                    enabled_events.append(enabled_events_item)

            return cls(
                url,
                description,
                secret,
                status,
                enabled_events,
            )
        except (TypeError, ValueError, LookupError, AttributeError) as error_:
            raise _FieldError.from_error(error_, key_, src_dict) from error_
