from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define

from ..errors import FieldError as _FieldError
from ..types import UNSET, Unset
from ..types import Record as _Record


@_attrs_define(repr=False)
class SessionCustomerInput(_Record):
    """Who the session is for; a name is enough."""

    name: str
    """ Full name of the person or company. """
    external_id: str | Unset = UNSET
    """ The caller's own id of the customer. """
    phone_number: str | Unset = UNSET
    """ WhatsApp number, best in E.164 form. """
    email: str | Unset = UNSET
    """ Where e-mail to the customer goes. """
    force_update: bool | Unset = UNSET
    """ True to have a customer who is known already take on the details given here. """
    metadata: list[MetadataItemInput] | Unset = UNSET
    """ The caller's own data about the customer, one entry for each key. """

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        external_id = self.external_id

        phone_number = self.phone_number

        email = self.email

        force_update = self.force_update

        metadata: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.metadata, Unset):
            metadata = []
            for metadata_item_data in self.metadata:
                metadata_item = metadata_item_data.to_dict()
                metadata.append(metadata_item)

        field_dict: dict[str, Any] = {}
        field_dict["name"] = name
        if external_id is not UNSET:
            field_dict["externalId"] = external_id
        if phone_number is not UNSET:
            field_dict["phoneNumber"] = phone_number
        if email is not UNSET:
            field_dict["email"] = email
        if force_update is not UNSET:
            field_dict["forceUpdate"] = force_update
        if metadata is not UNSET:
            field_dict["metadata"] = metadata

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        key_ = ""
        try:
            name = src_dict["name"]

            external_id = src_dict.get("externalId", UNSET)

            phone_number = src_dict.get("phoneNumber", UNSET)

            email = src_dict.get("email", UNSET)

            force_update = src_dict.get("forceUpdate", UNSET)

            key_ = "metadata"
            _metadata = src_dict.get("metadata", UNSET)
            metadata: list[MetadataItemInput] | Unset = UNSET
            if _metadata is not UNSET:
                metadata = []
                for metadata_item_data in _metadata:
                    metadata_item = MetadataItemInput.from_dict(metadata_item_data)

                    metadata.append(metadata_item)

            return cls(
                name,
                external_id,
                phone_number,
                email,
                force_update,
                metadata,
            )
        except (TypeError, ValueError, LookupError, AttributeError) as error_:
            raise _FieldError.from_error(error_, key_, src_dict) from error_


# Below the class, as models may refer to each other.
from ..models.metadata_item_input import MetadataItemInput
