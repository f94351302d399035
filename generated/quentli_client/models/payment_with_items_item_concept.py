from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..errors import FieldError as _FieldError
from ..types import Record as _Record
from ..types import format_instant as _format_instant


@_attrs_define(repr=False)
class PaymentWithItemsItemConcept(_Record):
    """That payment concept in short; null for something that is not in the catalog."""

    id: str
    """ Quentli's id of the payment concept. """
    display_name: str
    """ Name that customers see. """
    description: None | str
    """ More about it in words; null when nobody said more. """
    created_at: datetime.datetime
    """ When the concept was added, in UTC. """
    updated_at: datetime.datetime
    """ When the concept last changed, in UTC. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        display_name = self.display_name

        description: None | str
        description = self.description

        created_at = _format_instant(self.created_at, "created_at")

        updated_at = _format_instant(self.updated_at, "updated_at")

        field_dict: dict[str, Any] = {}
        field_dict["id"] = id
        field_dict["displayName"] = display_name
        field_dict["description"] = description
        field_dict["createdAt"] = created_at
        field_dict["updatedAt"] = updated_at
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

            display_name = fields_.pop("displayName")

            description: None | str = fields_.pop("description")

            key_ = "createdAt"
            created_at = datetime.datetime.fromisoformat(fields_.pop("createdAt"))

            key_ = "updatedAt"
            updated_at = datetime.datetime.fromisoformat(fields_.pop("updatedAt"))

            record_ = cls(
                id,
                display_name,
                description,
                created_at,
                updated_at,
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
