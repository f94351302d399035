from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.discount_type import DiscountType

T = TypeVar("T", bound="Discount")


@_attrs_define
class Discount:
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

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        deleted_at: None | str
        if isinstance(self.deleted_at, datetime.datetime):
            deleted_at = self.deleted_at.isoformat()
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
            expires_at = self.expires_at.isoformat()
        else:
            expires_at = self.expires_at

        max_applications: int | None
        max_applications = self.max_applications

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "createdAt": created_at,
                "updatedAt": updated_at,
                "deletedAt": deleted_at,
                "name": name,
                "description": description,
                "organizationId": organization_id,
                "type": type_,
                "amountOff": amount_off,
                "percentageOff": percentage_off,
                "active": active,
                "oneOff": one_off,
                "expiresAt": expires_at,
                "maxApplications": max_applications,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        id = d.pop("id")

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updatedAt"))

        def _parse_deleted_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                deleted_at_type_0 = datetime.datetime.fromisoformat(data)

                return deleted_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        deleted_at = _parse_deleted_at(d.pop("deletedAt"))

        name = d.pop("name")

        def _parse_description(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        description = _parse_description(d.pop("description"))

        organization_id = d.pop("organizationId")

        def _parse_type_(data: object) -> DiscountType | str:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                type_type_0 = DiscountType(data)

                return type_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DiscountType | str, data)

        type_ = _parse_type_(d.pop("type"))

        def _parse_amount_off(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        amount_off = _parse_amount_off(d.pop("amountOff"))

        def _parse_percentage_off(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        percentage_off = _parse_percentage_off(d.pop("percentageOff"))

        active = d.pop("active")

        one_off = d.pop("oneOff")

        def _parse_expires_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                expires_at_type_0 = datetime.datetime.fromisoformat(data)

                return expires_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        expires_at = _parse_expires_at(d.pop("expiresAt"))

        def _parse_max_applications(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        max_applications = _parse_max_applications(d.pop("maxApplications"))

        discount = cls(
            id=id,
            created_at=created_at,
            updated_at=updated_at,
            deleted_at=deleted_at,
            name=name,
            description=description,
            organization_id=organization_id,
            type_=type_,
            amount_off=amount_off,
            percentage_off=percentage_off,
            active=active,
            one_off=one_off,
            expires_at=expires_at,
            max_applications=max_applications,
        )

        discount.additional_properties = d
        return discount

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
