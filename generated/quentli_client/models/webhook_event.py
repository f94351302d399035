from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..errors import FieldError as _FieldError
from ..models.webhook_event_status import WebhookEventStatus
from ..models.webhook_event_type import WebhookEventType
from ..types import UNSET, Unset
from ..types import Record as _Record
from ..types import format_instant as _format_instant


@_attrs_define(repr=False)
class WebhookEvent(_Record):
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

        created_at = _format_instant(self.created_at, "created_at")

        updated_at = _format_instant(self.updated_at, "updated_at")

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
            next_call_at = _format_instant(self.next_call_at, "next_call_at")
        else:
            next_call_at = self.next_call_at

        field_dict: dict[str, Any] = {}
        field_dict["id"] = id
        field_dict["createdAt"] = created_at
        field_dict["updatedAt"] = updated_at
        field_dict["webhookId"] = webhook_id
        field_dict["type"] = type_
        field_dict["status"] = status
        field_dict["payload"] = payload
        if next_call_at is not UNSET:
            field_dict["nextCallAt"] = next_call_at
        field_dict["connectionId"] = connection_id
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

            webhook_id = fields_.pop("webhookId")

            key_ = "type"
            _type_: Any = fields_.pop("type")
            if isinstance(_type_, str):
                try:
                    type_type_0 = WebhookEventType(_type_)

                    _type_ = type_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass

            type_: str | WebhookEventType = _type_

            key_ = "status"
            _status: Any = fields_.pop("status")
            if isinstance(_status, str):
                try:
                    status_type_0 = WebhookEventStatus(_status)

                    _status = status_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass

            status: str | WebhookEventStatus = _status

            payload = fields_.pop("payload")

            connection_id = fields_.pop("connectionId")

            key_ = "nextCallAt"
            _next_call_at: Any = fields_.pop("nextCallAt", UNSET)
            if _next_call_at is not None and _next_call_at is not UNSET:
                next_call_at_type_0 = datetime.datetime.fromisoformat(_next_call_at)

                _next_call_at = next_call_at_type_0

            next_call_at: datetime.datetime | None | Unset = _next_call_at

            record_ = cls(
                id,
                created_at,
                updated_at,
                webhook_id,
                type_,
                status,
                payload,
                connection_id,
                next_call_at,
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
