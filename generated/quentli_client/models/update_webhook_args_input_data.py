from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.update_webhook_args_input_data_enabled_events_item import (
    UpdateWebhookArgsInputDataEnabledEventsItem,
)
from ..models.update_webhook_args_input_data_status import UpdateWebhookArgsInputDataStatus
from ..types import UNSET, Unset

T = TypeVar("T", bound="UpdateWebhookArgsInputData")


@_attrs_define
class UpdateWebhookArgsInputData:
    url: str | Unset = UNSET
    description: str | Unset = UNSET
    secret: str | Unset = UNSET
    status: UpdateWebhookArgsInputDataStatus | Unset = UNSET
    enabled_events: list[UpdateWebhookArgsInputDataEnabledEventsItem] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        url = self.url

        description = self.description

        secret = self.secret

        status: str | Unset = UNSET
        if not isinstance(self.status, Unset):
            status = self.status.value

        enabled_events: list[str] | Unset = UNSET
        if not isinstance(self.enabled_events, Unset):
            enabled_events = []
            for enabled_events_item_data in self.enabled_events:
                enabled_events_item = enabled_events_item_data.value
                enabled_events.append(enabled_events_item)

        field_dict: dict[str, Any] = {}

        field_dict.update({})
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
        d = dict(src_dict)
        url = d.pop("url", UNSET)

        description = d.pop("description", UNSET)

        secret = d.pop("secret", UNSET)

        _status = d.pop("status", UNSET)
        status: UpdateWebhookArgsInputDataStatus | Unset
        if isinstance(_status, Unset):
            status = UNSET
        else:
            status = UpdateWebhookArgsInputDataStatus(_status)

        _enabled_events = d.pop("enabledEvents", UNSET)
        enabled_events: list[UpdateWebhookArgsInputDataEnabledEventsItem] | Unset = UNSET
        if _enabled_events is not UNSET:
            enabled_events = []
            for enabled_events_item_data in _enabled_events:
                enabled_events_item = UpdateWebhookArgsInputDataEnabledEventsItem(enabled_events_item_data)

                enabled_events.append(enabled_events_item)

        update_webhook_args_input_data = cls(
            url=url,
            description=description,
            secret=secret,
            status=status,
            enabled_events=enabled_events,
        )

        return update_webhook_args_input_data
