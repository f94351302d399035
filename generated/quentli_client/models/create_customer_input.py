from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..errors import FieldError as _FieldError
from ..types import UNSET, Unset
from ..types import Record as _Record
from ..types import format_instant as _format_instant


@_attrs_define(repr=False)
class CreateCustomerInput(_Record):
    """A new customer's details."""

    name: str
    """ Full name of the person or company. """
    username: None | str | Unset = UNSET
    """ What the customer logs in with and is known by; unique in the organization. May be null or left out. """
    email: None | str | Unset = UNSET
    """ Where e-mail to the customer goes; unique in the organization. Null for none. """
    phone_number: None | str | Unset = UNSET
    """ WhatsApp number, best in E.164 form; unique in the organization. Null for none. """
    secondary_phone_number: None | str | Unset = UNSET
    """ A further number that is also to get reminders and announcements; null for none. """
    accepted_service_agreement: bool | Unset = UNSET
    """ True when the customer has agreed to the terms of service. """
    skip_tax_invoice: bool | Unset = UNSET
    """ True when no tax invoices (CFDI) are to be issued for this customer. """
    assignee_id: None | str | Unset = UNSET
    """ The user of the organization who looks after this customer; null for nobody. """
    opted_out_whatsapp_at: datetime.datetime | Unset = UNSET
    """ When the customer asked for no reminders on WhatsApp; left out when they never did. """
    metadata: list[MetadataItemInput] | Unset = UNSET
    """ The caller's own data about the customer, one entry for each key. """
    tags: list[str] | Unset = UNSET
    """ Labels by which the organization groups its customers. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        username: None | str | Unset
        if isinstance(self.username, Unset):
            username = UNSET
        else:
            username = self.username

        email: None | str | Unset
        if isinstance(self.email, Unset):
            email = UNSET
        else:
            email = self.email

        phone_number: None | str | Unset
        if isinstance(self.phone_number, Unset):
            phone_number = UNSET
        else:
            phone_number = self.phone_number

        secondary_phone_number: None | str | Unset
        if isinstance(self.secondary_phone_number, Unset):
            secondary_phone_number = UNSET
        else:
            secondary_phone_number = self.secondary_phone_number

        accepted_service_agreement = self.accepted_service_agreement

        skip_tax_invoice = self.skip_tax_invoice

        assignee_id: None | str | Unset
        if isinstance(self.assignee_id, Unset):
            assignee_id = UNSET
        else:
            assignee_id = self.assignee_id

        opted_out_whatsapp_at: str | Unset = UNSET
        if not isinstance(self.opted_out_whatsapp_at, Unset):
            opted_out_whatsapp_at = _format_instant(self.opted_out_whatsapp_at, "opted_out_whatsapp_at")

        metadata: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.metadata, Unset):
            metadata = []
            for metadata_item_data in self.metadata:
                metadata_item = metadata_item_data.to_dict()
                metadata.append(metadata_item)

        tags: list[str] | Unset = UNSET
        if not isinstance(self.tags, Unset):
            tags = self.tags

        field_dict: dict[str, Any] = {}
        field_dict["name"] = name
        if username is not UNSET:
            field_dict["username"] = username
        if email is not UNSET:
            field_dict["email"] = email
        if phone_number is not UNSET:
            field_dict["phoneNumber"] = phone_number
        if secondary_phone_number is not UNSET:
            field_dict["secondaryPhoneNumber"] = secondary_phone_number
        if accepted_service_agreement is not UNSET:
            field_dict["acceptedServiceAgreement"] = accepted_service_agreement
        if skip_tax_invoice is not UNSET:
            field_dict["skipTaxInvoice"] = skip_tax_invoice
        if assignee_id is not UNSET:
            field_dict["assigneeId"] = assignee_id
        if opted_out_whatsapp_at is not UNSET:
            field_dict["optedOutWhatsappAt"] = opted_out_whatsapp_at
        if metadata is not UNSET:
            field_dict["metadata"] = metadata
        if tags is not UNSET:
            field_dict["tags"] = tags
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
            name = fields_.pop("name")

            username: None | str | Unset = fields_.pop("username", UNSET)

            email: None | str | Unset = fields_.pop("email", UNSET)

            phone_number: None | str | Unset = fields_.pop("phoneNumber", UNSET)

            secondary_phone_number: None | str | Unset = fields_.pop("secondaryPhoneNumber", UNSET)

            accepted_service_agreement = fields_.pop("acceptedServiceAgreement", UNSET)

            skip_tax_invoice = fields_.pop("skipTaxInvoice", UNSET)

            assignee_id: None | str | Unset = fields_.pop("assigneeId", UNSET)

            key_ = "optedOutWhatsappAt"
            _opted_out_whatsapp_at = fields_.pop("optedOutWhatsappAt", UNSET)
            opted_out_whatsapp_at: datetime.datetime | Unset
            if isinstance(_opted_out_whatsapp_at, Unset):
                opted_out_whatsapp_at = UNSET
            else:
                opted_out_whatsapp_at = datetime.datetime.fromisoformat(_opted_out_whatsapp_at)

            key_ = "metadata"
            _metadata = fields_.pop("metadata", UNSET)
            metadata: list[MetadataItemInput] | Unset = UNSET
            if _metadata is not UNSET:
                metadata = []
                for metadata_item_data in _metadata:
                    metadata_item = MetadataItemInput.from_dict(metadata_item_data)

                    metadata.append(metadata_item)

            tags: list[str] | Unset = fields_.pop("tags", UNSET)

            record_ = cls(
                name,
                username,
                email,
                phone_number,
                secondary_phone_number,
                accepted_service_agreement,
                skip_tax_invoice,
                assignee_id,
                opted_out_whatsapp_at,
                metadata,
                tags,
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
from ..models.metadata_item_input import MetadataItemInput
