from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.create_webhook_args_input_enabled_events_item import CreateWebhookArgsInputEnabledEventsItem
from ..types import UNSET, Unset

T = TypeVar("T", bound="CreateWebhookArgsInput")


@_attrs_define
class CreateWebhookArgsInput:
    url: str
    enabled_events: list[CreateWebhookArgsInputEnabledEventsItem]
    description: str | Unset = UNSET
    secret: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        url = self.url

        enabled_events = []
        for enabled_events_item_data in self.enabled_events:
            enabled_events_item = enabled_events_item_data.value
            enabled_events.append(enabled_events_item)

        description = self.description

        secret = self.secret

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "url": url,
                "enabledEvents": enabled_events,
            }
        )
        if description is not UNSET:
            field_dict["description"] = description
        if secret is not UNSET:
            field_dict["secret"] = secret

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        url = d.pop("url")

        enabled_events = []
        _enabled_events = d.pop("enabledEvents")
        for enabled_events_item_data in _enabled_events:
            enabled_events_item = CreateWebhookArgsInputEnabledEventsItem(enabled_events_item_data)

            enabled_events.append(enabled_events_item)

        description = d.pop("description", UNSET)

        secret = d.pop("secret", UNSET)

        create_webhook_args_input = cls(
            url=url,
            enabled_events=enabled_events,
            description=description,
            secret=secret,
        )

        return create_webhook_args_input
