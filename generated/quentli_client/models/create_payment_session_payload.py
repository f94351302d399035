from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define

from ..errors import FieldError as _FieldError
from ..types import UNSET, Unset
from ..types import Record as _Record


@_attrs_define(repr=False)
class CreatePaymentSessionPayload(_Record):
    """A new payment session, and the way to it."""

    url: str
    """ Address to send the customer to. """
    payment_session: PaymentSession
    """ A payment session: a page on which a customer pays a set sum. """
    session: Session | Unset = UNSET
    """ Tokens with which a page acts as the customer; keep them as secret as a password. """

    def to_dict(self) -> dict[str, Any]:
        url = self.url

        payment_session = self.payment_session.to_dict()

        session: dict[str, Any] | Unset = UNSET
        if not isinstance(self.session, Unset):
            session = self.session.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict["url"] = url
        if session is not UNSET:
            field_dict["session"] = session
        field_dict["paymentSession"] = payment_session

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        key_ = ""
        try:
            url = src_dict["url"]

            key_ = "paymentSession"
            payment_session = PaymentSession.from_dict(src_dict["paymentSession"])

            key_ = "session"
            _session = src_dict.get("session", UNSET)
            session: Session | Unset
            if isinstance(_session, Unset):
                session = UNSET
            else:
                session = Session.from_dict(_session)

            return cls(
                url,
                payment_session,
                session,
            )
        except (TypeError, ValueError, LookupError, AttributeError) as error_:
            raise _FieldError.from_error(error_, key_, src_dict) from error_


# Below the class, as models may refer to each other.
from ..models.payment_session import PaymentSession
from ..models.session import Session
