from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define

from ..errors import FieldError as _FieldError
from ..models.display_mode import DisplayMode
from ..types import UNSET, Unset
from ..types import Record as _Record
from ..types import format_instant as _format_instant


@_attrs_define(repr=False)
class CreatePaymentSessionInput(_Record):
    """Who is to pay, how much, and where the customer goes afterwards."""

    customer: SessionCustomerInput
    """ Who the session is for; a name is enough. """
    return_url: str | Unset = UNSET
    """ Page that the customer comes to after paying. """
    cancel_url: str | Unset = UNSET
    """ Page that the customer comes to on giving up. """
    display_mode: DisplayMode | Unset = DisplayMode.CUSTOMER_PORTAL
    """ Where the customer sees it: in Quentli's customer portal, embedded in a page of the caller's (`EMBEDDED`),
    or in a way of the caller's own (`CUSTOM`). """
    expires_at: datetime.datetime | Unset = UNSET
    """ Until when the customer may pay, in UTC. """
    description: str | Unset = UNSET
    """ What is paid for as a whole, in words for the customer. """
    amount: int | Unset = UNSET
    """ How much is to be paid as a whole, in minor units: 150000 is MXN 1,500.00. """
    currency: str | Unset = UNSET
    """ ISO 4217 code of the currency of that amount. """
    items: list[CreatePaymentSessionItemInput] | Unset = UNSET
    """ What is paid for, one entry for each thing. """
    metadata: list[MetadataItemInput] | Unset = UNSET
    """ The caller's own data about the session, one entry for each key. """

    def to_dict(self) -> dict[str, Any]:
        customer = self.customer.to_dict()

        return_url = self.return_url

        cancel_url = self.cancel_url

        display_mode: str | Unset
        if isinstance(self.display_mode, Unset):
            display_mode = UNSET
        else:
            display_mode = self.display_mode.value

        expires_at: str | Unset = UNSET
        if not isinstance(self.expires_at, Unset):
            expires_at = _format_instant(self.expires_at, "expires_at")

        description = self.description

        amount = self.amount

        currency = self.currency

        items: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.items, Unset):
            items = []
            for items_item_data in self.items:
                items_item = items_item_data.to_dict()
                items.append(items_item)

        metadata: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.metadata, Unset):
            metadata = []
            for metadata_item_data in self.metadata:
                metadata_item = metadata_item_data.to_dict()
                metadata.append(metadata_item)

        field_dict: dict[str, Any] = {}
        if return_url is not UNSET:
            field_dict["returnUrl"] = return_url
        if cancel_url is not UNSET:
            field_dict["cancelUrl"] = cancel_url
        if display_mode is not UNSET:
            field_dict["displayMode"] = display_mode
        if expires_at is not UNSET:
            field_dict["expiresAt"] = expires_at
        field_dict["customer"] = customer
        if description is not UNSET:
            field_dict["description"] = description
        if amount is not UNSET:
            field_dict["amount"] = amount
        if currency is not UNSET:
            field_dict["currency"] = currency
        if items is not UNSET:
            field_dict["items"] = items
        if metadata is not UNSET:
            field_dict["metadata"] = metadata

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        key_ = ""
        try:
            key_ = "customer"
            customer = SessionCustomerInput.from_dict(src_dict["customer"])

            return_url = src_dict.get("returnUrl", UNSET)

            cancel_url = src_dict.get("cancelUrl", UNSET)

            key_ = "displayMode"
            _display_mode: Any = src_dict.get("displayMode", UNSET)
            if _display_mode is not UNSET:
                display_mode_type_0 = DisplayMode(_display_mode)

                _display_mode = display_mode_type_0

            display_mode: DisplayMode | Unset = _display_mode

            key_ = "expiresAt"
            _expires_at = src_dict.get("expiresAt", UNSET)
            expires_at: datetime.datetime | Unset
            if isinstance(_expires_at, Unset):
                expires_at = UNSET
            else:
                expires_at = datetime.datetime.fromisoformat(_expires_at)

            description = src_dict.get("description", UNSET)

            amount = src_dict.get("amount", UNSET)

            currency = src_dict.get("currency", UNSET)

            key_ = "items"
            _items = src_dict.get("items", UNSET)
            items: list[CreatePaymentSessionItemInput] | Unset = UNSET
            if _items is not UNSET:
                items = []
                for items_item_data in _items:
                    items_item = CreatePaymentSessionItemInput.from_dict(items_item_data)

                    items.append(items_item)

            key_ = "metadata"
            _metadata = src_dict.get("metadata", UNSET)
            metadata: list[MetadataItemInput] | Unset = UNSET
            if _metadata is not UNSET:
                metadata = []
                for metadata_item_data in _metadata:
                    metadata_item = MetadataItemInput.from_dict(metadata_item_data)

                    metadata.append(metadata_item)

            return cls(
                customer,
                return_url,
                cancel_url,
                display_mode,
                expires_at,
                description,
                amount,
                currency,
                items,
                metadata,
            )
        except (TypeError, ValueError, LookupError, AttributeError) as error_:
            raise _FieldError.from_error(error_, key_, src_dict) from error_


# Below the class, as models may refer to each other.
from ..models.create_payment_session_item_input import CreatePaymentSessionItemInput
from ..models.metadata_item_input import MetadataItemInput
from ..models.session_customer_input import SessionCustomerInput
