from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.get_payment_session_response_display_mode import GetPaymentSessionResponseDisplayMode
from ..models.get_payment_session_response_origin import GetPaymentSessionResponseOrigin
from ..models.get_payment_session_response_status import GetPaymentSessionResponseStatus

if TYPE_CHECKING:
    from ..models.customer import Customer
    from ..models.get_payment_session_response_metadata_item import GetPaymentSessionResponseMetadataItem
    from ..models.payment_session_item import PaymentSessionItem


T = TypeVar("T", bound="GetPaymentSessionResponse")


@_attrs_define
class GetPaymentSessionResponse:
    id: str
    created_at: datetime.datetime
    updated_at: datetime.datetime
    status: GetPaymentSessionResponseStatus
    display_mode: GetPaymentSessionResponseDisplayMode
    origin: GetPaymentSessionResponseOrigin
    expires_at: datetime.datetime | None
    total_amount: float
    currency: str
    customer_id: None | str
    return_url: None | str
    cancel_url: None | str
    organization_id: str
    items: list[PaymentSessionItem]
    customer: Customer | None
    metadata: list[GetPaymentSessionResponseMetadataItem] | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.customer import Customer

        id = self.id

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        status = self.status.value

        display_mode = self.display_mode.value

        origin = self.origin.value

        expires_at: None | str
        if isinstance(self.expires_at, datetime.datetime):
            expires_at = self.expires_at.isoformat()
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
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "createdAt": created_at,
                "updatedAt": updated_at,
                "status": status,
                "displayMode": display_mode,
                "origin": origin,
                "expiresAt": expires_at,
                "totalAmount": total_amount,
                "currency": currency,
                "customerId": customer_id,
                "returnUrl": return_url,
                "cancelUrl": cancel_url,
                "organizationId": organization_id,
                "items": items,
                "customer": customer,
                "metadata": metadata,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.customer import Customer
        from ..models.get_payment_session_response_metadata_item import GetPaymentSessionResponseMetadataItem
        from ..models.payment_session_item import PaymentSessionItem

        d = dict(src_dict)
        id = d.pop("id")

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updatedAt"))

        status = GetPaymentSessionResponseStatus(d.pop("status"))

        display_mode = GetPaymentSessionResponseDisplayMode(d.pop("displayMode"))

        origin = GetPaymentSessionResponseOrigin(d.pop("origin"))

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

        total_amount = d.pop("totalAmount")

        currency = d.pop("currency")

        def _parse_customer_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        customer_id = _parse_customer_id(d.pop("customerId"))

        def _parse_return_url(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        return_url = _parse_return_url(d.pop("returnUrl"))

        def _parse_cancel_url(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        cancel_url = _parse_cancel_url(d.pop("cancelUrl"))

        organization_id = d.pop("organizationId")

        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = PaymentSessionItem.from_dict(items_item_data)

            items.append(items_item)

        def _parse_customer(data: object) -> Customer | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                customer_type_0 = Customer.from_dict(data)

                return customer_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Customer | None, data)

        customer = _parse_customer(d.pop("customer"))

        def _parse_metadata(data: object) -> list[GetPaymentSessionResponseMetadataItem] | None:
            if data is None:
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                metadata_type_0 = []
                _metadata_type_0 = data
                for metadata_type_0_item_data in _metadata_type_0:
                    metadata_type_0_item = GetPaymentSessionResponseMetadataItem.from_dict(
                        metadata_type_0_item_data
                    )

                    metadata_type_0.append(metadata_type_0_item)

                return metadata_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[GetPaymentSessionResponseMetadataItem] | None, data)

        metadata = _parse_metadata(d.pop("metadata"))

        get_payment_session_response = cls(
            id=id,
            created_at=created_at,
            updated_at=updated_at,
            status=status,
            display_mode=display_mode,
            origin=origin,
            expires_at=expires_at,
            total_amount=total_amount,
            currency=currency,
            customer_id=customer_id,
            return_url=return_url,
            cancel_url=cancel_url,
            organization_id=organization_id,
            items=items,
            customer=customer,
            metadata=metadata,
        )

        get_payment_session_response.additional_properties = d
        return get_payment_session_response

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
