from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define

from ..errors import FieldError as _FieldError
from ..models.discount_type import DiscountType
from ..types import UNSET, Unset
from ..types import Record as _Record
from ..types import format_instant as _format_instant


@_attrs_define(repr=False)
class CreateDiscountInput(_Record):
    """The discount to add; `name` and `type` are required, and the value that the type calls for belongs with them."""

    name: str
    """ What it is called. """
    type_: DiscountType
    """ FIXED takes off the sum in `amountOff`, PERCENTAGE the share in `percentageOff`. """
    description: None | str | Unset = UNSET
    """ What it is for; null for no explanation. """
    codes: list[str] | Unset = UNSET
    """ The codes by which it can be redeemed, each of 1 to 140 characters. """
    amount_off: int | None | Unset = UNSET
    """ Sum taken off by a FIXED discount, in minor units (50000 is MXN 500.00); null for the other type. """
    percentage_off: float | None | Unset = UNSET
    """ Percent taken off by a PERCENTAGE discount, from 0 to 100 (10 is 10 %); null for the other type. """
    active: bool | Unset = UNSET
    """ Whether it is in use. """
    one_off: bool | Unset = UNSET
    """ True when it is made for a single use; lists of discounts leave those out. """
    expires_at: datetime.datetime | None | Unset = UNSET
    """ When it ceases to be valid; null when it does not expire. """
    max_applications: int | None | Unset = UNSET
    """ How many times it can be applied at most, 1 or more; null for no such limit. """

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        type_: str
        type_ = self.type_.value

        description: None | str | Unset
        if isinstance(self.description, Unset):
            description = UNSET
        else:
            description = self.description

        codes: list[str] | Unset = UNSET
        if not isinstance(self.codes, Unset):
            codes = self.codes

        amount_off: int | None | Unset
        if isinstance(self.amount_off, Unset):
            amount_off = UNSET
        else:
            amount_off = self.amount_off

        percentage_off: float | None | Unset
        if isinstance(self.percentage_off, Unset):
            percentage_off = UNSET
        else:
            percentage_off = self.percentage_off

        active = self.active

        one_off = self.one_off

        expires_at: None | str | Unset
        if isinstance(self.expires_at, Unset):
            expires_at = UNSET
        elif isinstance(self.expires_at, datetime.datetime):
            expires_at = _format_instant(self.expires_at, "expires_at")
        else:
            expires_at = self.expires_at

        max_applications: int | None | Unset
        if isinstance(self.max_applications, Unset):
            max_applications = UNSET
        else:
            max_applications = self.max_applications

        field_dict: dict[str, Any] = {}
        field_dict["name"] = name
        if description is not UNSET:
            field_dict["description"] = description
        if codes is not UNSET:
            field_dict["codes"] = codes
        field_dict["type"] = type_
        if amount_off is not UNSET:
            field_dict["amountOff"] = amount_off
        if percentage_off is not UNSET:
            field_dict["percentageOff"] = percentage_off
        if active is not UNSET:
            field_dict["active"] = active
        if one_off is not UNSET:
            field_dict["oneOff"] = one_off
        if expires_at is not UNSET:
            field_dict["expiresAt"] = expires_at
        if max_applications is not UNSET:
            field_dict["maxApplications"] = max_applications

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        key_ = ""
        try:
            name = src_dict["name"]

            key_ = "type"
            _type_: Any = src_dict["type"]
            type_type_0 = DiscountType(_type_)

            _type_ = type_type_0

            type_: DiscountType = _type_

            description: None | str | Unset = src_dict.get("description", UNSET)

            codes: list[str] | Unset = src_dict.get("codes", UNSET)

            amount_off: int | None | Unset = src_dict.get("amountOff", UNSET)

            percentage_off: float | None | Unset = src_dict.get("percentageOff", UNSET)

            active = src_dict.get("active", UNSET)

            one_off = src_dict.get("oneOff", UNSET)

            key_ = "expiresAt"
            _expires_at: Any = src_dict.get("expiresAt", UNSET)
            if _expires_at is not None and _expires_at is not UNSET:
                expires_at_type_0 = datetime.datetime.fromisoformat(_expires_at)

                _expires_at = expires_at_type_0

            expires_at: datetime.datetime | None | Unset = _expires_at

            max_applications: int | None | Unset = src_dict.get("maxApplications", UNSET)

            return cls(
                name,
                type_,
                description,
                codes,
                amount_off,
                percentage_off,
                active,
                one_off,
                expires_at,
                max_applications,
            )
        except (TypeError, ValueError, LookupError, AttributeError) as error_:
            raise _FieldError.from_error(error_, key_, src_dict) from error_
