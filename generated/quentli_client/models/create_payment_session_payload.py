from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.create_payment_session_payload_session import CreatePaymentSessionPayloadSession
    from ..models.payment_session import PaymentSession


T = TypeVar("T", bound="CreatePaymentSessionPayload")


@_attrs_define
class CreatePaymentSessionPayload:
    """A new payment session, and the way to it."""

    url: str
    """ Address to send the customer to. """
    payment_session: PaymentSession
    """ A payment session: a page on which a customer pays a set sum. """
    session: CreatePaymentSessionPayloadSession | Unset = UNSET
    """ Tokens with which a page acts as the customer; keep them as secret as a password. """

    def to_dict(self) -> dict[str, Any]:
        url = self.url

        payment_session = self.payment_session.to_dict()

        session: dict[str, Any] | Unset = UNSET
        if not isinstance(self.session, Unset):
            session = self.session.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "url": url,
                "paymentSession": payment_session,
            }
        )
        if session is not UNSET:
            field_dict["session"] = session

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.create_payment_session_payload_session import CreatePaymentSessionPayloadSession
        from ..models.payment_session import PaymentSession

        d = dict(src_dict)
        url = d.pop("url")

        payment_session = PaymentSession.from_dict(d.pop("paymentSession"))

        _session = d.pop("session", UNSET)
        session: CreatePaymentSessionPayloadSession | Unset
        if isinstance(_session, Unset):
            session = UNSET
        else:
            session = CreatePaymentSessionPayloadSession.from_dict(_session)

        create_payment_session_payload = cls(
            url=url,
            payment_session=payment_session,
            session=session,
        )

        return create_payment_session_payload
