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
class UpdateCustomerDataInput(_Record):
    """The details to change; what is left out stays as it is."""

    name: str | Unset = UNSET
    """ Full name of the person or company. """
    email: None | str | Unset = UNSET
    """ Where e-mail to the customer goes; unique in the organization. Null for none. """
    phone_number: None | str | Unset = UNSET
    """ WhatsApp number, best in E.164 form; unique in the organization. Null for none. """
    password: str | Unset = UNSET
    """ A new password for the customer to log in with. """
    username: str | Unset = UNSET
    """ What the customer logs in with and is known by; unique in the organization. """
    tags: list[str] | Unset = UNSET
    """ Labels by which the organization groups its customers. """
    tos_ip: str | Unset = UNSET
    """ IP address from which the customer agreed to the terms of service. """
    secondary_phone_number: None | str | Unset = UNSET
    """ A further number that is also to get reminders and announcements; null for none. """
    accepted_service_agreement: bool | Unset = UNSET
    """ True when the customer has agreed to the terms of service. """
    skip_tax_invoice: bool | Unset = UNSET
    """ True when no tax invoices (CFDI) are to be issued for this customer. """
    signature: None | str | Unset = UNSET
    """ What the customer signed with to agree to recurring charges; null for none. """
    assignee_id: None | str | Unset = UNSET
    """ The user of the organization who looks after this customer; null for nobody. """
    opted_out_whatsapp_at: datetime.datetime | None | Unset = UNSET
    """ When the customer asked for no more reminders on WhatsApp; null when that no longer holds. """
    has_changed_password: bool | Unset = UNSET
    """ True when the customer has chosen a password of their own. """
    phone_number_verified: bool | Unset = UNSET
    """ True when the phone number is known to be the customer's. """
    email_verified: bool | Unset = UNSET
    """ True when the e-mail address is known to be the customer's. """
    reply_with_assistant: bool | None | Unset = UNSET
    """ Whether the assistant answers this customer's messages; null to leave that unset. """
    metadata: list[UpdateMetadataItemInput] | Unset = UNSET
    """ The caller's own data to change, one entry for each key. """
    meta: UpdateCustomerMetaInput | Unset = UNSET
    """ The same as `metadata`, as a map from key to new value; a null means no value. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

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

        password = self.password

        username = self.username

        tags: list[str] | Unset = UNSET
        if not isinstance(self.tags, Unset):
            tags = self.tags

        tos_ip = self.tos_ip

        secondary_phone_number: None | str | Unset
        if isinstance(self.secondary_phone_number, Unset):
            secondary_phone_number = UNSET
        else:
            secondary_phone_number = self.secondary_phone_number

        accepted_service_agreement = self.accepted_service_agreement

        skip_tax_invoice = self.skip_tax_invoice

        signature: None | str | Unset
        if isinstance(self.signature, Unset):
            signature = UNSET
        else:
            signature = self.signature

        assignee_id: None | str | Unset
        if isinstance(self.assignee_id, Unset):
            assignee_id = UNSET
        else:
            assignee_id = self.assignee_id

        opted_out_whatsapp_at: None | str | Unset
        if isinstance(self.opted_out_whatsapp_at, Unset):
            opted_out_whatsapp_at = UNSET
        elif isinstance(self.opted_out_whatsapp_at, datetime.datetime):
            opted_out_whatsapp_at = _format_instant(self.opted_out_whatsapp_at, "opted_out_whatsapp_at")
        else:
            opted_out_whatsapp_at = self.opted_out_whatsapp_at

        has_changed_password = self.has_changed_password

        phone_number_verified = self.phone_number_verified

        email_verified = self.email_verified

        reply_with_assistant: bool | None | Unset
        if isinstance(self.reply_with_assistant, Unset):
            reply_with_assistant = UNSET
        else:
            reply_with_assistant = self.reply_with_assistant

        metadata: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.metadata, Unset):
            metadata = []
            for metadata_item_data in self.metadata:
                metadata_item: dict[str, Any]
                metadata_item = metadata_item_data.to_dict()

                metadata.append(metadata_item)

        meta: dict[str, Any] | Unset = UNSET
        if not isinstance(self.meta, Unset):
            meta = self.meta.to_dict()

        field_dict: dict[str, Any] = {}
        if name is not UNSET:
            field_dict["name"] = name
        if email is not UNSET:
            field_dict["email"] = email
        if phone_number is not UNSET:
            field_dict["phoneNumber"] = phone_number
        if password is not UNSET:
            field_dict["password"] = password
        if username is not UNSET:
            field_dict["username"] = username
        if tags is not UNSET:
            field_dict["tags"] = tags
        if tos_ip is not UNSET:
            field_dict["tosIp"] = tos_ip
        if secondary_phone_number is not UNSET:
            field_dict["secondaryPhoneNumber"] = secondary_phone_number
        if accepted_service_agreement is not UNSET:
            field_dict["acceptedServiceAgreement"] = accepted_service_agreement
        if skip_tax_invoice is not UNSET:
            field_dict["skipTaxInvoice"] = skip_tax_invoice
        if signature is not UNSET:
            field_dict["signature"] = signature
        if assignee_id is not UNSET:
            field_dict["assigneeId"] = assignee_id
        if opted_out_whatsapp_at is not UNSET:
            field_dict["optedOutWhatsappAt"] = opted_out_whatsapp_at
        if has_changed_password is not UNSET:
            field_dict["hasChangedPassword"] = has_changed_password
        if phone_number_verified is not UNSET:
            field_dict["phoneNumberVerified"] = phone_number_verified
        if email_verified is not UNSET:
            field_dict["emailVerified"] = email_verified
        if reply_with_assistant is not UNSET:
            field_dict["replyWithAssistant"] = reply_with_assistant
        if metadata is not UNSET:
            field_dict["metadata"] = metadata
        if meta is not UNSET:
            field_dict["meta"] = meta
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
            name = fields_.pop("name", UNSET)

            email: None | str | Unset = fields_.pop("email", UNSET)

            phone_number: None | str | Unset = fields_.pop("phoneNumber", UNSET)

            password = fields_.pop("password", UNSET)

            username = fields_.pop("username", UNSET)

            tags: list[str] | Unset = fields_.pop("tags", UNSET)

            tos_ip = fields_.pop("tosIp", UNSET)

            secondary_phone_number: None | str | Unset = fields_.pop("secondaryPhoneNumber", UNSET)

            accepted_service_agreement = fields_.pop("acceptedServiceAgreement", UNSET)

            skip_tax_invoice = fields_.pop("skipTaxInvoice", UNSET)

            signature: None | str | Unset = fields_.pop("signature", UNSET)

            assignee_id: None | str | Unset = fields_.pop("assigneeId", UNSET)

            key_ = "optedOutWhatsappAt"
            _opted_out_whatsapp_at: Any = fields_.pop("optedOutWhatsappAt", UNSET)
            if _opted_out_whatsapp_at is not None and _opted_out_whatsapp_at is not UNSET:
                opted_out_whatsapp_at_type_0 = datetime.datetime.fromisoformat(_opted_out_whatsapp_at)

                _opted_out_whatsapp_at = opted_out_whatsapp_at_type_0

            opted_out_whatsapp_at: datetime.datetime | None | Unset = _opted_out_whatsapp_at

            has_changed_password = fields_.pop("hasChangedPassword", UNSET)

            phone_number_verified = fields_.pop("phoneNumberVerified", UNSET)

            email_verified = fields_.pop("emailVerified", UNSET)

            reply_with_assistant: bool | None | Unset = fields_.pop("replyWithAssistant", UNSET)

            key_ = "metadata"
            _metadata = fields_.pop("metadata", UNSET)
            metadata: list[UpdateMetadataItemInput] | Unset = UNSET
            if _metadata is not UNSET:
                metadata = []
                for metadata_item_data in _metadata:
                    _metadata_item: Any = metadata_item_data
                    if not isinstance(_metadata_item, dict):
                        raise _FieldError("", "cannot be read")
                    metadata_item_type_0 = UpdateMetadataItemInput.from_dict(_metadata_item)

                    _metadata_item = metadata_item_type_0

                    metadata_item: UpdateMetadataItemInput = _metadata_item

                    metadata.append(metadata_item)

            key_ = "meta"
            _meta = fields_.pop("meta", UNSET)
            meta: UpdateCustomerMetaInput | Unset
            if isinstance(_meta, Unset):
                meta = UNSET
            else:
                meta = UpdateCustomerMetaInput.from_dict(_meta)

            record_ = cls(
                name,
                email,
                phone_number,
                password,
                username,
                tags,
                tos_ip,
                secondary_phone_number,
                accepted_service_agreement,
                skip_tax_invoice,
                signature,
                assignee_id,
                opted_out_whatsapp_at,
                has_changed_password,
                phone_number_verified,
                email_verified,
                reply_with_assistant,
                metadata,
                meta,
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
from ..models.update_customer_meta_input import UpdateCustomerMetaInput
from ..models.update_metadata_item_input import UpdateMetadataItemInput
