from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.webhook_status import WebhookStatus
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.webhook_enabled_event import WebhookEnabledEvent


T = TypeVar("T", bound="Webhook")


@_attrs_define
class Webhook:
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

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

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
            deleted_at = self.deleted_at.isoformat()
        else:
            deleted_at = self.deleted_at

        deleted_by_id: None | str | Unset
        if isinstance(self.deleted_by_id, Unset):
            deleted_by_id = UNSET
        else:
            deleted_by_id = self.deleted_by_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "createdAt": created_at,
                "updatedAt": updated_at,
                "url": url,
                "status": status,
                "organizationId": organization_id,
            }
        )
        if description is not UNSET:
            field_dict["description"] = description
        if enabled_events is not UNSET:
            field_dict["enabledEvents"] = enabled_events
        if deleted_at is not UNSET:
            field_dict["deletedAt"] = deleted_at
        if deleted_by_id is not UNSET:
            field_dict["deletedById"] = deleted_by_id

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.webhook_enabled_event import WebhookEnabledEvent

        d = dict(src_dict)
        id = d.pop("id")

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updatedAt"))

        url = d.pop("url")

        def _parse_status(data: object) -> str | WebhookStatus:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                status_type_0 = WebhookStatus(data)

                return status_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(str | WebhookStatus, data)

        status = _parse_status(d.pop("status"))

        organization_id = d.pop("organizationId")

        def _parse_description(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        description = _parse_description(d.pop("description", UNSET))

        _enabled_events = d.pop("enabledEvents", UNSET)
        enabled_events: list[WebhookEnabledEvent] | Unset = UNSET
        if _enabled_events is not UNSET:
            enabled_events = []
            for enabled_events_item_data in _enabled_events:
                enabled_events_item = WebhookEnabledEvent.from_dict(enabled_events_item_data)

                enabled_events.append(enabled_events_item)

        def _parse_deleted_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                deleted_at_type_0 = datetime.datetime.fromisoformat(data)

                return deleted_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        deleted_at = _parse_deleted_at(d.pop("deletedAt", UNSET))

        def _parse_deleted_by_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        deleted_by_id = _parse_deleted_by_id(d.pop("deletedById", UNSET))

        webhook = cls(
            id=id,
            created_at=created_at,
            updated_at=updated_at,
            url=url,
            status=status,
            organization_id=organization_id,
            description=description,
            enabled_events=enabled_events,
            deleted_at=deleted_at,
            deleted_by_id=deleted_by_id,
        )

        webhook.additional_properties = d
        return webhook

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
