from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.create_payment_session_args_input_display_mode import CreatePaymentSessionArgsInputDisplayMode
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.create_payment_session_args_input_customer import CreatePaymentSessionArgsInputCustomer
    from ..models.create_payment_session_args_input_items_item import CreatePaymentSessionArgsInputItemsItem
    from ..models.create_payment_session_args_input_metadata_item import (
        CreatePaymentSessionArgsInputMetadataItem,
    )


T = TypeVar("T", bound="CreatePaymentSessionArgsInput")


@_attrs_define
class CreatePaymentSessionArgsInput:
    customer: CreatePaymentSessionArgsInputCustomer
    return_url: str | Unset = UNSET
    cancel_url: str | Unset = UNSET
    display_mode: CreatePaymentSessionArgsInputDisplayMode | Unset = (
        CreatePaymentSessionArgsInputDisplayMode.CUSTOMER_PORTAL
    )
    expires_at: datetime.datetime | Unset = UNSET
    description: str | Unset = UNSET
    amount: float | Unset = UNSET
    currency: str | Unset = UNSET
    items: list[CreatePaymentSessionArgsInputItemsItem] | Unset = UNSET
    metadata: list[CreatePaymentSessionArgsInputMetadataItem] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        customer = self.customer.to_dict()

        return_url = self.return_url

        cancel_url = self.cancel_url

        display_mode: str | Unset = UNSET
        if not isinstance(self.display_mode, Unset):
            display_mode = self.display_mode.value

        expires_at: str | Unset = UNSET
        if not isinstance(self.expires_at, Unset):
            expires_at = self.expires_at.isoformat()

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

        field_dict.update(
            {
                "customer": customer,
            }
        )
        if return_url is not UNSET:
            field_dict["returnUrl"] = return_url
        if cancel_url is not UNSET:
            field_dict["cancelUrl"] = cancel_url
        if display_mode is not UNSET:
            field_dict["displayMode"] = display_mode
        if expires_at is not UNSET:
            field_dict["expiresAt"] = expires_at
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
        from ..models.create_payment_session_args_input_customer import CreatePaymentSessionArgsInputCustomer
        from ..models.create_payment_session_args_input_items_item import (
            CreatePaymentSessionArgsInputItemsItem,
        )
        from ..models.create_payment_session_args_input_metadata_item import (
            CreatePaymentSessionArgsInputMetadataItem,
        )

        d = dict(src_dict)
        customer = CreatePaymentSessionArgsInputCustomer.from_dict(d.pop("customer"))

        return_url = d.pop("returnUrl", UNSET)

        cancel_url = d.pop("cancelUrl", UNSET)

        _display_mode = d.pop("displayMode", UNSET)
        display_mode: CreatePaymentSessionArgsInputDisplayMode | Unset
        if isinstance(_display_mode, Unset):
            display_mode = UNSET
        else:
            display_mode = CreatePaymentSessionArgsInputDisplayMode(_display_mode)

        _expires_at = d.pop("expiresAt", UNSET)
        expires_at: datetime.datetime | Unset
        if isinstance(_expires_at, Unset):
            expires_at = UNSET
        else:
            expires_at = datetime.datetime.fromisoformat(_expires_at)

        description = d.pop("description", UNSET)

        amount = d.pop("amount", UNSET)

        currency = d.pop("currency", UNSET)

        _items = d.pop("items", UNSET)
        items: list[CreatePaymentSessionArgsInputItemsItem] | Unset = UNSET
        if _items is not UNSET:
            items = []
            for items_item_data in _items:
                items_item = CreatePaymentSessionArgsInputItemsItem.from_dict(items_item_data)

                items.append(items_item)

        _metadata = d.pop("metadata", UNSET)
        metadata: list[CreatePaymentSessionArgsInputMetadataItem] | Unset = UNSET
        if _metadata is not UNSET:
            metadata = []
            for metadata_item_data in _metadata:
                metadata_item = CreatePaymentSessionArgsInputMetadataItem.from_dict(metadata_item_data)

                metadata.append(metadata_item)

        create_payment_session_args_input = cls(
            customer=customer,
            return_url=return_url,
            cancel_url=cancel_url,
            display_mode=display_mode,
            expires_at=expires_at,
            description=description,
            amount=amount,
            currency=currency,
            items=items,
            metadata=metadata,
        )

        return create_payment_session_args_input
