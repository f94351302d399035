from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.webhook_event_status import WebhookEventStatus
from ..models.webhook_event_type import WebhookEventType
from ..types import UNSET, Unset

T = TypeVar("T", bound="WebhookEvent")


@_attrs_define
class WebhookEvent:
    """One thing that happened, and how telling a webhook of it went."""

    id: str
    """ Quentli's id of the event. """
    created_at: datetime.datetime
    """ When the event was recorded, in UTC. """
    updated_at: datetime.datetime
    """ When its delivery last made progress, in UTC. """
    webhook_id: str
    """ The webhook that is told. """
    type_: str | WebhookEventType
    """ What happened: an `INVOICE_…`, `PAYMENT_…`, `CUSTOMER_…` or `SUBSCRIPTION_…` name says what became of such a
    record, `PAYMENT_ATTEMPT_…` how a charge went, and `PAYMENT_METHOD_CREATED` that a customer saved a means of
    payment. """
    status: str | WebhookEventStatus
    """ `PENDING` has yet to be delivered, `SUCCESSFUL` got through, `RETRYING` did not yet and is tried again,
    `FAILED` did not get through. """
    payload: str
    """ What the webhook is told, as text. """
    connection_id: str
    """ The connection to which the event belongs. """
    next_call_at: datetime.datetime | None | Unset = UNSET
    """ When the webhook is to be called next for this event; null when no call is due. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        webhook_id = self.webhook_id

        type_: str
        if isinstance(self.type_, WebhookEventType):
            type_ = self.type_.value
        else:
            type_ = self.type_

        status: str
        if isinstance(self.status, WebhookEventStatus):
            status = self.status.value
        else:
            status = self.status

        payload = self.payload

        connection_id = self.connection_id

        next_call_at: None | str | Unset
        if isinstance(self.next_call_at, Unset):
            next_call_at = UNSET
        elif isinstance(self.next_call_at, datetime.datetime):
            next_call_at = self.next_call_at.isoformat()
        else:
            next_call_at = self.next_call_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "createdAt": created_at,
                "updatedAt": updated_at,
                "webhookId": webhook_id,
                "type": type_,
                "status": status,
                "payload": payload,
                "connectionId": connection_id,
            }
        )
        if next_call_at is not UNSET:
            field_dict["nextCallAt"] = next_call_at

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        id = d.pop("id")

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updatedAt"))

        webhook_id = d.pop("webhookId")

        def _parse_type_(data: object) -> str | WebhookEventType:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                type_type_0 = WebhookEventType(data)

                return type_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(str | WebhookEventType, data)

        type_ = _parse_type_(d.pop("type"))

        def _parse_status(data: object) -> str | WebhookEventStatus:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                status_type_0 = WebhookEventStatus(data)

                return status_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(str | WebhookEventStatus, data)

        status = _parse_status(d.pop("status"))

        payload = d.pop("payload")

        connection_id = d.pop("connectionId")

        def _parse_next_call_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                next_call_at_type_0 = datetime.datetime.fromisoformat(data)

                return next_call_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        next_call_at = _parse_next_call_at(d.pop("nextCallAt", UNSET))

        webhook_event = cls(
            id=id,
            created_at=created_at,
            updated_at=updated_at,
            webhook_id=webhook_id,
            type_=type_,
            status=status,
            payload=payload,
            connection_id=connection_id,
            next_call_at=next_call_at,
        )

        webhook_event.additional_properties = d
        return webhook_event

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
