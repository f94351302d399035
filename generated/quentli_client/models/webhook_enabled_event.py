from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..errors import FieldError as _FieldError
from ..models.webhook_event_type import WebhookEventType
from ..types import Record as _Record
from ..types import format_instant as _format_instant


@_attrs_define(repr=False)
class WebhookEnabledEvent(_Record):
    """One type of event that a webhook is called for."""

    id: str
    """ Quentli's id of this choice. """
    created_at: datetime.datetime
    """ When the type was chosen, in UTC. """
    updated_at: datetime.datetime
    """ When the choice last changed, in UTC. """
    webhook_id: str
    """ The webhook that is called. """
    type_: str | WebhookEventType
    """ What happened: an `INVOICE_…`, `PAYMENT_…`, `CUSTOMER_…` or `SUBSCRIPTION_…` name says what became of such a
    record, `PAYMENT_ATTEMPT_…` how a charge went, and `PAYMENT_METHOD_CREATED` that a customer saved a means of
    payment. """
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

        field_dict: dict[str, Any] = {}
        field_dict["id"] = id
        field_dict["createdAt"] = created_at
        field_dict["updatedAt"] = updated_at
        field_dict["webhookId"] = webhook_id
        field_dict["type"] = type_
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

            record_ = cls(
                id,
                created_at,
                updated_at,
                webhook_id,
                type_,
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
