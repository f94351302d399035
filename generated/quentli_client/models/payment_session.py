from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..errors import FieldError as _FieldError
from ..models.display_mode import DisplayMode
from ..models.payment_session_origin import PaymentSessionOrigin
from ..models.payment_session_status import PaymentSessionStatus
from ..types import Record as _Record
from ..types import format_instant as _format_instant


@_attrs_define(repr=False)
class PaymentSession(_Record):
    """A payment session: a page on which a customer pays a set sum."""

    id: str
    """ Quentli's id of the payment session. """
    created_at: datetime.datetime
    """ When the session was opened, in UTC. """
    updated_at: datetime.datetime
    """ When the session last changed, in UTC. """
    status: PaymentSessionStatus | str
    """ `PENDING` is open, `FINALIZED` is done, `CANCELED` was given up and `EXPIRED` ran out of time. """
    display_mode: DisplayMode | str
    """ Where the customer sees it: in Quentli's customer portal, embedded in a page of the caller's (`EMBEDDED`),
    or in a way of the caller's own (`CUSTOM`). """
    origin: PaymentSessionOrigin | str
    """ What the session came from: a call of this API, an invoice or a listing. """
    expires_at: datetime.datetime | None
    """ Until when the customer may pay, in UTC; null without such a limit. """
    total_amount: int
    """ How much is to be paid in all, in minor units: 150000 is MXN 1,500.00. """
    currency: str
    """ ISO 4217 code of the currency of that sum. """
    customer_id: None | str
    """ The customer who is to pay; null when that is not known. """
    return_url: None | str
    """ Page that the customer comes to after paying; null when none was given. """
    cancel_url: None | str
    """ Page that the customer comes to on giving up; null when none was given. """
    organization_id: str
    """ The organization that is paid. """
    items: list[PaymentSessionItem]
    """ What is paid for, one entry for each thing. """
    customer: Customer | None
    """ The customer who is to pay; null when that is not known. """
    metadata: list[MetadataItem] | None
    """ The caller's own data about the session, one entry for each key. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        created_at = _format_instant(self.created_at, "created_at")

        updated_at = _format_instant(self.updated_at, "updated_at")

        status: str
        if isinstance(self.status, PaymentSessionStatus):
            status = self.status.value
        else:
            status = self.status

        display_mode: str
        if isinstance(self.display_mode, DisplayMode):
            display_mode = self.display_mode.value
        else:
            display_mode = self.display_mode

        origin: str
        if isinstance(self.origin, PaymentSessionOrigin):
            origin = self.origin.value
        else:
            origin = self.origin

        expires_at: None | str
        if isinstance(self.expires_at, datetime.datetime):
            expires_at = _format_instant(self.expires_at, "expires_at")
        else:
            expires_at = self.expires_at

        total_amount = self.total_amount

        currency = self.currency

        customer_id: None | str
        customer_id = self.customer_id

        return_url: None | str
        return_url = self.return_url

        cancel_url: None | str
        cancel_url = self.cancel_url

        organization_id = self.organization_id

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        customer: dict[str, Any] | None
        if isinstance(self.customer, Customer):
            customer = self.customer.to_dict()
        else:
            customer = self.customer

        metadata: list[dict[str, Any]] | None
        if isinstance(self.metadata, list):
            metadata = []
            for metadata_type_0_item_data in self.metadata:
                metadata_type_0_item = metadata_type_0_item_data.to_dict()
                metadata.append(metadata_type_0_item)

        else:
            metadata = self.metadata

        field_dict: dict[str, Any] = {}
        field_dict["id"] = id
        field_dict["createdAt"] = created_at
        field_dict["updatedAt"] = updated_at
        field_dict["status"] = status
        field_dict["displayMode"] = display_mode
        field_dict["origin"] = origin
        field_dict["expiresAt"] = expires_at
        field_dict["totalAmount"] = total_amount
        field_dict["currency"] = currency
        field_dict["customerId"] = customer_id
        field_dict["returnUrl"] = return_url
        field_dict["cancelUrl"] = cancel_url
        field_dict["organizationId"] = organization_id
        field_dict["items"] = items
        field_dict["customer"] = customer
        field_dict["metadata"] = metadata
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

            key_ = "status"
            _status: Any = fields_.pop("status")
            if isinstance(_status, str):
                try:
                    status_type_0 = PaymentSessionStatus(_status)

                    _status = status_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass

            status: PaymentSessionStatus | str = _status

            key_ = "displayMode"
            _display_mode: Any = fields_.pop("displayMode")
            if isinstance(_display_mode, str):
                try:
                    display_mode_type_0 = DisplayMode(_display_mode)

                    _display_mode = display_mode_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass

            display_mode: DisplayMode | str = _display_mode

            key_ = "origin"
            _origin: Any = fields_.pop("origin")
            if isinstance(_origin, str):
                try:
                    origin_type_0 = PaymentSessionOrigin(_origin)

                    _origin = origin_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass

            origin: PaymentSessionOrigin | str = _origin

            key_ = "expiresAt"
            _expires_at: Any = fields_.pop("expiresAt")
            if _expires_at is not None:
                expires_at_type_0 = datetime.datetime.fromisoformat(_expires_at)

                _expires_at = expires_at_type_0

            expires_at: datetime.datetime | None = _expires_at

            total_amount = fields_.pop("totalAmount")

            currency = fields_.pop("currency")

            customer_id: None | str = fields_.pop("customerId")

            return_url: None | str = fields_.pop("returnUrl")

            cancel_url: None | str = fields_.pop("cancelUrl")

            organization_id = fields_.pop("organizationId")

            key_ = "items"
            items = []
            _items = fields_.pop("items")
            for items_item_data in _items:
                items_item = PaymentSessionItem.from_dict(items_item_data)

                items.append(items_item)

            key_ = "customer"
            _customer: Any = fields_.pop("customer")
            if _customer is not None:
                if not isinstance(_customer, dict):
                    raise _FieldError("", "cannot be read")
                customer_type_0 = Customer.from_dict(_customer)

                _customer = customer_type_0

            customer: Customer | None = _customer

            key_ = "metadata"
            _metadata: Any = fields_.pop("metadata")
            if _metadata is not None:
                if not isinstance(_metadata, list):
                    raise _FieldError("", "cannot be read")
                metadata_type_0 = []
                _metadata_type_0 = _metadata
                for metadata_type_0_item_data in _metadata_type_0:
                    metadata_type_0_item = MetadataItem.from_dict(metadata_type_0_item_data)

                    metadata_type_0.append(metadata_type_0_item)

                _metadata = metadata_type_0

            metadata: list[MetadataItem] | None = _metadata

            record_ = cls(
                id,
                created_at,
                updated_at,
                status,
                display_mode,
                origin,
                expires_at,
                total_amount,
                currency,
                customer_id,
                return_url,
                cancel_url,
                organization_id,
                items,
                customer,
                metadata,
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
from ..models.customer import Customer
from ..models.metadata_item import MetadataItem
from ..models.payment_session_item import PaymentSessionItem
