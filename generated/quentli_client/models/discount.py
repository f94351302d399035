from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..errors import FieldError as _FieldError
from ..models.discount_type import DiscountType
from ..types import Record as _Record
from ..types import format_instant as _format_instant


@_attrs_define(repr=False)
class Discount(_Record):
    """A fixed sum or a percentage that is taken off what a customer owes."""

    id: str
    """ Quentli's id of the discount. """
    created_at: datetime.datetime
    """ When the discount was added, in UTC. """
    updated_at: datetime.datetime
    """ When any detail of the discount last changed, in UTC. """
    deleted_at: datetime.datetime | None
    """ When it was deleted; null while it exists. """
    name: str
    """ What it is called. """
    description: None | str
    """ What it is for; null without an explanation. """
    organization_id: str
    """ The organization that grants it. """
    type_: DiscountType | str
    """ FIXED takes off the sum in `amountOff`, PERCENTAGE the share in `percentageOff`. """
    amount_off: int | None
    """ Sum taken off by a FIXED discount, in minor units (50000 is MXN 500.00); null for the other type. """
    percentage_off: float | None
    """ Percent taken off by a PERCENTAGE discount, from 0 to 100 (10 is 10 %); null for the other type. """
    active: bool
    """ Whether it is in use. """
    one_off: bool
    """ True when it is made for a single use; lists of discounts leave those out. """
    expires_at: datetime.datetime | None
    """ When it ceases to be valid; null when it does not expire. """
    max_applications: int | None
    """ How many times it can be applied at most; null for no such limit. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        created_at = _format_instant(self.created_at, "created_at")

        updated_at = _format_instant(self.updated_at, "updated_at")

        deleted_at: None | str
        if isinstance(self.deleted_at, datetime.datetime):
            deleted_at = _format_instant(self.deleted_at, "deleted_at")
        else:
            deleted_at = self.deleted_at

        name = self.name

        description: None | str
        description = self.description

        organization_id = self.organization_id

        type_: str
        if isinstance(self.type_, DiscountType):
            type_ = self.type_.value
        else:
            type_ = self.type_

        amount_off: int | None
        amount_off = self.amount_off

        percentage_off: float | None
        percentage_off = self.percentage_off

        active = self.active

        one_off = self.one_off

        expires_at: None | str
        if isinstance(self.expires_at, datetime.datetime):
            expires_at = _format_instant(self.expires_at, "expires_at")
        else:
            expires_at = self.expires_at

        max_applications: int | None
        max_applications = self.max_applications

        field_dict: dict[str, Any] = {}
        field_dict["id"] = id
        field_dict["createdAt"] = created_at
        field_dict["updatedAt"] = updated_at
        field_dict["deletedAt"] = deleted_at
        field_dict["name"] = name
        field_dict["description"] = description
        field_dict["organizationId"] = organization_id
        field_dict["type"] = type_
        field_dict["amountOff"] = amount_off
        field_dict["percentageOff"] = percentage_off
        field_dict["active"] = active
        field_dict["oneOff"] = one_off
        field_dict["expiresAt"] = expires_at
        field_dict["maxApplications"] = max_applications
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

            key_ = "deletedAt"
            _deleted_at: Any = fields_.pop("deletedAt")
            if _deleted_at is not None:
                deleted_at_type_0 = datetime.datetime.fromisoformat(_deleted_at)

                _deleted_at = deleted_at_type_0

            deleted_at: datetime.datetime | None = _deleted_at

            name = fields_.pop("name")

            description: None | str = fields_.pop("description")

            organization_id = fields_.pop("organizationId")

            key_ = "type"
            _type_: Any = fields_.pop("type")
            if isinstance(_type_, str):
                try:
                    type_type_0 = DiscountType(_type_)

                    _type_ = type_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass

            type_: DiscountType | str = _type_

            amount_off: int | None = fields_.pop("amountOff")

            percentage_off: float | None = fields_.pop("percentageOff")

            active = fields_.pop("active")

            one_off = fields_.pop("oneOff")

            key_ = "expiresAt"
            _expires_at: Any = fields_.pop("expiresAt")
            if _expires_at is not None:
                expires_at_type_0 = datetime.datetime.fromisoformat(_expires_at)

                _expires_at = expires_at_type_0

            expires_at: datetime.datetime | None = _expires_at

            max_applications: int | None = fields_.pop("maxApplications")

            record_ = cls(
                id,
                created_at,
                updated_at,
                deleted_at,
                name,
                description,
                organization_id,
                type_,
                amount_off,
                percentage_off,
                active,
                one_off,
                expires_at,
                max_applications,
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
