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
class Session(_Record):
    """Tokens with which a page acts as the customer; keep them as secret as a password."""

    access_token: str
    """ Token that shows who is calling. """
    csrf_token: str
    """ Token that protects against requests forged by other sites. """
    refresh_token: str
    """ Token that gets a new access token once the old one is past its time. """
    access_token_expires_at: datetime.datetime
    """ Until when the access token is good, in UTC. """
    expires_at: datetime.datetime
    """ Until when the whole of it is good, in UTC. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        access_token = self.access_token

        csrf_token = self.csrf_token

        refresh_token = self.refresh_token

        access_token_expires_at = _format_instant(self.access_token_expires_at, "access_token_expires_at")

        expires_at = _format_instant(self.expires_at, "expires_at")

        field_dict: dict[str, Any] = {}
        field_dict["accessToken"] = access_token
        field_dict["csrfToken"] = csrf_token
        field_dict["refreshToken"] = refresh_token
        field_dict["accessTokenExpiresAt"] = access_token_expires_at
        field_dict["expiresAt"] = expires_at
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
            access_token = fields_.pop("accessToken")

            csrf_token = fields_.pop("csrfToken")

            refresh_token = fields_.pop("refreshToken")

            key_ = "accessTokenExpiresAt"
            access_token_expires_at = datetime.datetime.fromisoformat(fields_.pop("accessTokenExpiresAt"))

            key_ = "expiresAt"
            expires_at = datetime.datetime.fromisoformat(fields_.pop("expiresAt"))

            record_ = cls(
                access_token,
                csrf_token,
                refresh_token,
                access_token_expires_at,
                expires_at,
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
