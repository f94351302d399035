from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define

from ..errors import FieldError as _FieldError
from ..types import UNSET, Unset
from ..types import Record as _Record


@_attrs_define(repr=False)
class CreateSetupSessionPayload(_Record):
    """The way to a page on which the customer saves a payment method."""

    url: str
    """ Address to send the customer to. """
    session: Session | Unset = UNSET
    """ Tokens with which a page acts as the customer; keep them as secret as a password. """

    def to_dict(self) -> dict[str, Any]:
        url = self.url

        session: dict[str, Any] | Unset = UNSET
        if not isinstance(self.session, Unset):
            session = self.session.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict["url"] = url
        if session is not UNSET:
            field_dict["session"] = session

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        key_ = ""
        try:
            url = src_dict["url"]

            key_ = "session"
            _session = src_dict.get("session", UNSET)
            session: Session | Unset
            if isinstance(_session, Unset):
                session = UNSET
            else:
                session = Session.from_dict(_session)

            return cls(
                url,
                session,
            )
        except (TypeError, ValueError, LookupError, AttributeError) as error_:
            raise _FieldError.from_error(error_, key_, src_dict) from error_


# Below the class, as models may refer to each other.
from ..models.session import Session
