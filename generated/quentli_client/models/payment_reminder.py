from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..errors import FieldError as _FieldError
from ..models.payment_reminder_type import PaymentReminderType
from ..types import Record as _Record
from ..types import format_instant as _format_instant


@_attrs_define(repr=False)
class PaymentReminder(_Record):
    """A message that asks a customer to pay an invoice."""

    id: str
    """ Quentli's id of the reminder. """
    created_at: datetime.datetime
    """ When the reminder was created, in UTC. """
    updated_at: datetime.datetime
    """ When the reminder last changed, in UTC. """
    scheduled_at: datetime.datetime | None
    """ For when the reminder is scheduled, in UTC; null when it has no such time. """
    invoice_id: str
    """ The invoice that the customer is reminded of. """
    auth_link_id: None | str
    """ The auth link that goes with the reminder; null when there is none. """
    type_: None | PaymentReminderType | str
    """ What the reminder is about: the due date coming near (`NEAR_DUE`) or come (`DUE`), the invoice about to be
    overdue (`NEAR_OVERDUE`), a charge that failed (`FAILED_ATTEMPT`), or something else (`CUSTOM`). """
    outbound_message_id: None | str
    """ The outbound message that carries the reminder; null when there is none. """
    message_id: None | str
    """ The message that belongs to the reminder; null when there is none. """
    template_id: None | str
    """ The template that the message was written from; null when there is none. """
    sent_by_id: None | str
    """ The user who sent the reminder; null when nobody is recorded. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        created_at = _format_instant(self.created_at, "created_at")

        updated_at = _format_instant(self.updated_at, "updated_at")

        scheduled_at: None | str
        if isinstance(self.scheduled_at, datetime.datetime):
            scheduled_at = _format_instant(self.scheduled_at, "scheduled_at")
        else:
            scheduled_at = self.scheduled_at

        invoice_id = self.invoice_id

        auth_link_id: None | str
        auth_link_id = self.auth_link_id

        type_: None | str
        if isinstance(self.type_, PaymentReminderType):
            type_ = self.type_.value
        else:
            type_ = self.type_

        outbound_message_id: None | str
        outbound_message_id = self.outbound_message_id

        message_id: None | str
        message_id = self.message_id

        template_id: None | str
        template_id = self.template_id

        sent_by_id: None | str
        sent_by_id = self.sent_by_id

        field_dict: dict[str, Any] = {}
        field_dict["id"] = id
        field_dict["createdAt"] = created_at
        field_dict["updatedAt"] = updated_at
        field_dict["scheduledAt"] = scheduled_at
        field_dict["invoiceId"] = invoice_id
        field_dict["authLinkId"] = auth_link_id
        field_dict["type"] = type_
        field_dict["outboundMessageId"] = outbound_message_id
        field_dict["messageId"] = message_id
        field_dict["templateId"] = template_id
        field_dict["sentById"] = sent_by_id
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

            key_ = "scheduledAt"
            _scheduled_at: Any = fields_.pop("scheduledAt")
            if _scheduled_at is not None:
                scheduled_at_type_0 = datetime.datetime.fromisoformat(_scheduled_at)

                _scheduled_at = scheduled_at_type_0

            scheduled_at: datetime.datetime | None = _scheduled_at

            invoice_id = fields_.pop("invoiceId")

            auth_link_id: None | str = fields_.pop("authLinkId")

            key_ = "type"
            _type_: Any = fields_.pop("type")
            if isinstance(_type_, str):
                try:
                    type_type_0 = PaymentReminderType(_type_)

                    _type_ = type_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass

            type_: None | PaymentReminderType | str = _type_

            outbound_message_id: None | str = fields_.pop("outboundMessageId")

            message_id: None | str = fields_.pop("messageId")

            template_id: None | str = fields_.pop("templateId")

            sent_by_id: None | str = fields_.pop("sentById")

            record_ = cls(
                id,
                created_at,
                updated_at,
                scheduled_at,
                invoice_id,
                auth_link_id,
                type_,
                outbound_message_id,
                message_id,
                template_id,
                sent_by_id,
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
