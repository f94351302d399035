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
class PaymentLink(_Record):
    """A link to pay one invoice with."""

    url: str
    """ Where the customer can pay. """
    expires_at: datetime.datetime
    """ Until when the link works, in UTC. """
    invoice: Invoice
    """ A request to a customer for money, with the lines that make it up and how far it has been paid. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        url = self.url

        expires_at = _format_instant(self.expires_at, "expires_at")

        invoice = self.invoice.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict["url"] = url
        field_dict["expiresAt"] = expires_at
        field_dict["invoice"] = invoice
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
            url = fields_.pop("url")

            key_ = "expiresAt"
            expires_at = datetime.datetime.fromisoformat(fields_.pop("expiresAt"))

            key_ = "invoice"
            invoice = Invoice.from_dict(fields_.pop("invoice"))

            record_ = cls(
                url,
                expires_at,
                invoice,
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
from ..models.invoice import Invoice
