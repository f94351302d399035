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
class Customer(_Record):
    """Somebody the organization bills, with contact details, consents and the caller's own metadata."""

    id: str
    """ Quentli's id of the customer. """
    created_at: datetime.datetime
    """ When the customer was added, in UTC. """
    updated_at: datetime.datetime
    """ When any detail of the customer last changed, in UTC. """
    name: str
    """ Full name of the person or company. """
    username: str
    """ The name the customer logs in with and is known by; unique in the organization. """
    email: None | str
    """ Where e-mail to the customer goes; unique in the organization. Null when none is known. """
    phone_number: None | str
    """ WhatsApp number, as a rule in E.164 form; unique in the organization. Null when none is known. """
    organization_id: str
    """ The organization that bills this customer. """
    secondary_phone_number: None | str
    """ A further number that also gets reminders and announcements. """
    archived_at: datetime.datetime | None
    """ Since when the customer has been archived; null while active. """
    archived_by_id: None | str
    """ The user who archived the customer. """
    accepted_service_agreement: bool
    """ True once the customer has agreed to the terms of service. """
    skip_tax_invoice: bool
    """ True when no tax invoices (CFDI) are to be issued for this customer. """
    email_verified: bool
    """ True once the customer has proved that the e-mail address is theirs. """
    phone_number_verified: bool
    """ True once the customer has proved that the phone number is theirs. """
    has_changed_password: bool
    """ True once the customer has chosen a password of their own. """
    signature_accepted_at: datetime.datetime | None
    """ When the customer signed that recurring charges are fine; null without a signature. """
    opted_out_whatsapp_at: datetime.datetime | None
    """ When the customer asked for no more reminders on WhatsApp. """
    opted_in_whatsapp_at: datetime.datetime | None
    """ When the customer agreed to reminders on WhatsApp. """
    started_whatsapp_at: datetime.datetime | None
    """ When the conversation that asks for that agreement was begun. """
    reply_with_assistant: bool | None
    """ Whether the assistant answers this customer's messages; null when that was never set. """
    metadata: list[MetadataItem] | None | Unset = UNSET
    """ The caller's own data about the customer, one entry for each key. """
    meta: CustomerMeta | None | Unset = UNSET
    """ The same data as `metadata`, as a map from key to value. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        created_at = _format_instant(self.created_at, "created_at")

        updated_at = _format_instant(self.updated_at, "updated_at")

        name = self.name

        username = self.username

        email: None | str
        email = self.email

        phone_number: None | str
        phone_number = self.phone_number

        organization_id = self.organization_id

        secondary_phone_number: None | str
        secondary_phone_number = self.secondary_phone_number

        archived_at: None | str
        if isinstance(self.archived_at, datetime.datetime):
            archived_at = _format_instant(self.archived_at, "archived_at")
        else:
            archived_at = self.archived_at

        archived_by_id: None | str
        archived_by_id = self.archived_by_id

        accepted_service_agreement = self.accepted_service_agreement

        skip_tax_invoice = self.skip_tax_invoice

        email_verified = self.email_verified

        phone_number_verified = self.phone_number_verified

        has_changed_password = self.has_changed_password

        signature_accepted_at: None | str
        if isinstance(self.signature_accepted_at, datetime.datetime):
            signature_accepted_at = _format_instant(self.signature_accepted_at, "signature_accepted_at")
        else:
            signature_accepted_at = self.signature_accepted_at

        opted_out_whatsapp_at: None | str
        if isinstance(self.opted_out_whatsapp_at, datetime.datetime):
            opted_out_whatsapp_at = _format_instant(self.opted_out_whatsapp_at, "opted_out_whatsapp_at")
        else:
            opted_out_whatsapp_at = self.opted_out_whatsapp_at

        opted_in_whatsapp_at: None | str
        if isinstance(self.opted_in_whatsapp_at, datetime.datetime):
            opted_in_whatsapp_at = _format_instant(self.opted_in_whatsapp_at, "opted_in_whatsapp_at")
        else:
            opted_in_whatsapp_at = self.opted_in_whatsapp_at

        started_whatsapp_at: None | str
        if isinstance(self.started_whatsapp_at, datetime.datetime):
            started_whatsapp_at = _format_instant(self.started_whatsapp_at, "started_whatsapp_at")
        else:
            started_whatsapp_at = self.started_whatsapp_at

        reply_with_assistant: bool | None
        reply_with_assistant = self.reply_with_assistant

        metadata: list[dict[str, Any]] | None | Unset
        if isinstance(self.metadata, Unset):
            metadata = UNSET
        elif isinstance(self.metadata, list):
            metadata = []
            for metadata_type_0_item_data in self.metadata:
                metadata_type_0_item = metadata_type_0_item_data.to_dict()
                metadata.append(metadata_type_0_item)

        else:
            metadata = self.metadata

        meta: dict[str, Any] | None | Unset
        if isinstance(self.meta, Unset):
            meta = UNSET
        elif isinstance(self.meta, CustomerMeta):
            meta = self.meta.to_dict()
        else:
            meta = self.meta

        field_dict: dict[str, Any] = {}
        field_dict["id"] = id
        field_dict["createdAt"] = created_at
        field_dict["updatedAt"] = updated_at
        field_dict["name"] = name
        field_dict["username"] = username
        field_dict["email"] = email
        field_dict["phoneNumber"] = phone_number
        field_dict["organizationId"] = organization_id
        field_dict["secondaryPhoneNumber"] = secondary_phone_number
        field_dict["archivedAt"] = archived_at
        field_dict["archivedById"] = archived_by_id
        field_dict["acceptedServiceAgreement"] = accepted_service_agreement
        field_dict["skipTaxInvoice"] = skip_tax_invoice
        field_dict["emailVerified"] = email_verified
        field_dict["phoneNumberVerified"] = phone_number_verified
        field_dict["hasChangedPassword"] = has_changed_password
        field_dict["signatureAcceptedAt"] = signature_accepted_at
        field_dict["optedOutWhatsappAt"] = opted_out_whatsapp_at
        field_dict["optedInWhatsappAt"] = opted_in_whatsapp_at
        field_dict["startedWhatsappAt"] = started_whatsapp_at
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
            id = fields_.pop("id")

            key_ = "createdAt"
            created_at = datetime.datetime.fromisoformat(fields_.pop("createdAt"))

            key_ = "updatedAt"
            updated_at = datetime.datetime.fromisoformat(fields_.pop("updatedAt"))

            name = fields_.pop("name")

            username = fields_.pop("username")

            email: None | str = fields_.pop("email")

            phone_number: None | str = fields_.pop("phoneNumber")

            organization_id = fields_.pop("organizationId")

            secondary_phone_number: None | str = fields_.pop("secondaryPhoneNumber")

            key_ = "archivedAt"
            _archived_at: Any = fields_.pop("archivedAt")
            if _archived_at is not None:
                archived_at_type_0 = datetime.datetime.fromisoformat(_archived_at)

                _archived_at = archived_at_type_0

            archived_at: datetime.datetime | None = _archived_at

            archived_by_id: None | str = fields_.pop("archivedById")

            accepted_service_agreement = fields_.pop("acceptedServiceAgreement")

            skip_tax_invoice = fields_.pop("skipTaxInvoice")

            email_verified = fields_.pop("emailVerified")

            phone_number_verified = fields_.pop("phoneNumberVerified")

            has_changed_password = fields_.pop("hasChangedPassword")

            key_ = "signatureAcceptedAt"
            _signature_accepted_at: Any = fields_.pop("signatureAcceptedAt")
            if _signature_accepted_at is not None:
                signature_accepted_at_type_0 = datetime.datetime.fromisoformat(_signature_accepted_at)

                _signature_accepted_at = signature_accepted_at_type_0

            signature_accepted_at: datetime.datetime | None = _signature_accepted_at

            key_ = "optedOutWhatsappAt"
            _opted_out_whatsapp_at: Any = fields_.pop("optedOutWhatsappAt")
            if _opted_out_whatsapp_at is not None:
                opted_out_whatsapp_at_type_0 = datetime.datetime.fromisoformat(_opted_out_whatsapp_at)

                _opted_out_whatsapp_at = opted_out_whatsapp_at_type_0

            opted_out_whatsapp_at: datetime.datetime | None = _opted_out_whatsapp_at

            key_ = "optedInWhatsappAt"
            _opted_in_whatsapp_at: Any = fields_.pop("optedInWhatsappAt")
            if _opted_in_whatsapp_at is not None:
                opted_in_whatsapp_at_type_0 = datetime.datetime.fromisoformat(_opted_in_whatsapp_at)

                _opted_in_whatsapp_at = opted_in_whatsapp_at_type_0

            opted_in_whatsapp_at: datetime.datetime | None = _opted_in_whatsapp_at

            key_ = "startedWhatsappAt"
            _started_whatsapp_at: Any = fields_.pop("startedWhatsappAt")
            if _started_whatsapp_at is not None:
                started_whatsapp_at_type_0 = datetime.datetime.fromisoformat(_started_whatsapp_at)

                _started_whatsapp_at = started_whatsapp_at_type_0

            started_whatsapp_at: datetime.datetime | None = _started_whatsapp_at

            reply_with_assistant: bool | None = fields_.pop("replyWithAssistant")

            key_ = "metadata"
            _metadata: Any = fields_.pop("metadata", UNSET)
            if _metadata is not None and _metadata is not UNSET:
                if not isinstance(_metadata, list):
                    raise _FieldError("", "cannot be read")
                metadata_type_0 = []
                _metadata_type_0 = _metadata
                for metadata_type_0_item_data in _metadata_type_0:
                    metadata_type_0_item = MetadataItem.from_dict(metadata_type_0_item_data)

                    metadata_type_0.append(metadata_type_0_item)

                _metadata = metadata_type_0

            metadata: list[MetadataItem] | None | Unset = _metadata

            key_ = "meta"
            _meta: Any = fields_.pop("meta", UNSET)
            if _meta is not None and _meta is not UNSET:
                if not isinstance(_meta, dict):
                    raise _FieldError("", "cannot be read")
                meta_type_0 = CustomerMeta.from_dict(_meta)

                _meta = meta_type_0

            meta: CustomerMeta | None | Unset = _meta

            record_ = cls(
                id,
                created_at,
                updated_at,
                name,
                username,
                email,
                phone_number,
                organization_id,
                secondary_phone_number,
                archived_at,
                archived_by_id,
                accepted_service_agreement,
                skip_tax_invoice,
                email_verified,
                phone_number_verified,
                has_changed_password,
                signature_accepted_at,
                opted_out_whatsapp_at,
                opted_in_whatsapp_at,
                started_whatsapp_at,
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
from ..models.customer_meta import CustomerMeta
from ..models.metadata_item import MetadataItem
