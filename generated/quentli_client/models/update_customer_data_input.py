from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.update_customer_meta_input import UpdateCustomerMetaInput
    from ..models.update_customer_metadata_item_input import UpdateCustomerMetadataItemInput


T = TypeVar("T", bound="UpdateCustomerDataInput")


@_attrs_define
class UpdateCustomerDataInput:
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
    metadata: list[UpdateCustomerMetadataItemInput] | Unset = UNSET
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
            opted_out_whatsapp_at = self.opted_out_whatsapp_at.isoformat()
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
                metadata_item = metadata_item_data.to_dict()
                metadata.append(metadata_item)

        meta: dict[str, Any] | Unset = UNSET
        if not isinstance(self.meta, Unset):
            meta = self.meta.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
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

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.update_customer_meta_input import UpdateCustomerMetaInput
        from ..models.update_customer_metadata_item_input import UpdateCustomerMetadataItemInput

        d = dict(src_dict)
        name = d.pop("name", UNSET)

        def _parse_email(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        email = _parse_email(d.pop("email", UNSET))

        def _parse_phone_number(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        phone_number = _parse_phone_number(d.pop("phoneNumber", UNSET))

        password = d.pop("password", UNSET)

        username = d.pop("username", UNSET)

        tags = cast(list[str], d.pop("tags", UNSET))

        tos_ip = d.pop("tosIp", UNSET)

        def _parse_secondary_phone_number(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        secondary_phone_number = _parse_secondary_phone_number(d.pop("secondaryPhoneNumber", UNSET))

        accepted_service_agreement = d.pop("acceptedServiceAgreement", UNSET)

        skip_tax_invoice = d.pop("skipTaxInvoice", UNSET)

        def _parse_signature(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        signature = _parse_signature(d.pop("signature", UNSET))

        def _parse_assignee_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        assignee_id = _parse_assignee_id(d.pop("assigneeId", UNSET))

        def _parse_opted_out_whatsapp_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                opted_out_whatsapp_at_type_0 = datetime.datetime.fromisoformat(data)

                return opted_out_whatsapp_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        opted_out_whatsapp_at = _parse_opted_out_whatsapp_at(d.pop("optedOutWhatsappAt", UNSET))

        has_changed_password = d.pop("hasChangedPassword", UNSET)

        phone_number_verified = d.pop("phoneNumberVerified", UNSET)

        email_verified = d.pop("emailVerified", UNSET)

        def _parse_reply_with_assistant(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        reply_with_assistant = _parse_reply_with_assistant(d.pop("replyWithAssistant", UNSET))

        _metadata = d.pop("metadata", UNSET)
        metadata: list[UpdateCustomerMetadataItemInput] | Unset = UNSET
        if _metadata is not UNSET:
            metadata = []
            for metadata_item_data in _metadata:
                metadata_item = UpdateCustomerMetadataItemInput.from_dict(metadata_item_data)

                metadata.append(metadata_item)

        _meta = d.pop("meta", UNSET)
        meta: UpdateCustomerMetaInput | Unset
        if isinstance(_meta, Unset):
            meta = UNSET
        else:
            meta = UpdateCustomerMetaInput.from_dict(_meta)

        update_customer_data_input = cls(
            name=name,
            email=email,
            phone_number=phone_number,
            password=password,
            username=username,
            tags=tags,
            tos_ip=tos_ip,
            secondary_phone_number=secondary_phone_number,
            accepted_service_agreement=accepted_service_agreement,
            skip_tax_invoice=skip_tax_invoice,
            signature=signature,
            assignee_id=assignee_id,
            opted_out_whatsapp_at=opted_out_whatsapp_at,
            has_changed_password=has_changed_password,
            phone_number_verified=phone_number_verified,
            email_verified=email_verified,
            reply_with_assistant=reply_with_assistant,
            metadata=metadata,
            meta=meta,
        )

        update_customer_data_input.additional_properties = d
        return update_customer_data_input

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
