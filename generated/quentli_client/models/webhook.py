from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..errors import FieldError as _FieldError
from ..models.webhook_status import WebhookStatus
from ..types import UNSET, Unset
from ..types import Record as _Record
from ..types import format_instant as _format_instant


@_attrs_define(repr=False)
class Webhook(_Record):
    """An address of the caller that Quentli calls when something happens."""

    id: str
    """ Quentli's id of the webhook. """
    created_at: datetime.datetime
    """ When the webhook was registered, in UTC. """
    updated_at: datetime.datetime
    """ When any detail of the webhook last changed, in UTC. """
    url: str
    """ Address that is called. """
    status: str | WebhookStatus
    """ `ENABLED` is called, `DISABLED` is switched off, `BROKEN` is not working and `DELETED` has been removed. """
    organization_id: str
    """ The organization whose events it hears of. """
    description: None | str | Unset = UNSET
    """ What the webhook is for, in words of its owner; null when nobody said. """
    enabled_events: list[WebhookEnabledEvent] | Unset = UNSET
    """ The types of event it is called for. """
    deleted_at: datetime.datetime | None | Unset = UNSET
    """ Since when it has been deleted; null while it is there. """
    deleted_by_id: None | str | Unset = UNSET
    """ The user who deleted it; null while it is there. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        created_at = _format_instant(self.created_at, "created_at")

        updated_at = _format_instant(self.updated_at, "updated_at")

        url = self.url

        status: str
        if isinstance(self.status, WebhookStatus):
            status = self.status.value
        else:
            status = self.status

        organization_id = self.organization_id

        description: None | str | Unset
        if isinstance(self.description, Unset):
            description = UNSET
        else:
            description = self.description

        enabled_events: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.enabled_events, Unset):
            enabled_events = []
            for enabled_events_item_data in self.enabled_events:
                enabled_events_item = enabled_events_item_data.to_dict()
                enabled_events.append(enabled_events_item)

        deleted_at: None | str | Unset
        if isinstance(self.deleted_at, Unset):
            deleted_at = UNSET
        elif isinstance(self.deleted_at, datetime.datetime):
            deleted_at = _format_instant(self.deleted_at, "deleted_at")
        else:
            deleted_at = self.deleted_at

        deleted_by_id: None | str | Unset
        if isinstance(self.deleted_by_id, Unset):
            deleted_by_id = UNSET
        else:
            deleted_by_id = self.deleted_by_id

        field_dict: dict[str, Any] = {}
        field_dict["id"] = id
        field_dict["createdAt"] = created_at
        field_dict["updatedAt"] = updated_at
        field_dict["url"] = url
        if description is not UNSET:
            field_dict["description"] = description
        field_dict["status"] = status
        field_dict["organizationId"] = organization_id
        if enabled_events is not UNSET:
            field_dict["enabledEvents"] = enabled_events
        if deleted_at is not UNSET:
            field_dict["deletedAt"] = deleted_at
        if deleted_by_id is not UNSET:
            field_dict["deletedById"] = deleted_by_id
        for prop_name, prop in self.additional_properties.items():
            if prop_name in field_dict:
                continue
            field_dict[prop_name] = prop

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        key_ = ""
        try:
            fields_ = dict(src_dict)
            id = fields_.pop("id")

            key_ = "createdAt"
            created_at = datetime.datetime.fromisoformat(fields_.pop("createdAt"))

            key_ = "updatedAt"
            updated_at = datetime.datetime.fromisoformat(fields_.pop("updatedAt"))

            url = fields_.pop("url")

            key_ = "status"
            _status: Any = fields_.pop("status")
            if isinstance(_status, str):
                try:
                    status_type_0 = WebhookStatus(_status)

                    _status = status_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass

            status: str | WebhookStatus = _status

            organization_id = fields_.pop("organizationId")

            description: None | str | Unset = fields_.pop("description", UNSET)

            key_ = "enabledEvents"
            _enabled_events = fields_.pop("enabledEvents", UNSET)
            enabled_events: list[WebhookEnabledEvent] | Unset = UNSET
            if _enabled_events is not UNSET:
                enabled_events = []
                for enabled_events_item_data in _enabled_events:
                    enabled_events_item = WebhookEnabledEvent.from_dict(enabled_events_item_data)

                    enabled_events.append(enabled_events_item)

            key_ = "deletedAt"
            _deleted_at: Any = fields_.pop("deletedAt", UNSET)
            if _deleted_at is not None and _deleted_at is not UNSET:
                deleted_at_type_0 = datetime.datetime.fromisoformat(_deleted_at)

                _deleted_at = deleted_at_type_0

            deleted_at: datetime.datetime | None | Unset = _deleted_at

            deleted_by_id: None | str | Unset = fields_.pop("deletedById", UNSET)

            record_ = cls(
                id,
                created_at,
                updated_at,
                url,
                status,
                organization_id,
                description,
                enabled_events,
                deleted_at,
                deleted_by_id,
            )
            record_.additional_properties = fields_
            return record_
        except (TypeError, ValueError, LookupError, AttributeError) as error_:
            raise _FieldError.from_error(error_, key_, src_dict) from error_

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties


# Below the class, as models may refer to each other.
from ..models.webhook_enabled_event import WebhookEnabledEvent
