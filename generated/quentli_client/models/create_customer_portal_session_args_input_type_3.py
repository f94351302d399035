from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.create_customer_portal_session_args_input_type_3_destination import (
    CreateCustomerPortalSessionArgsInputType3Destination,
)

T = TypeVar("T", bound="CreateCustomerPortalSessionArgsInputType3")


@_attrs_define
class CreateCustomerPortalSessionArgsInputType3:
    destination: CreateCustomerPortalSessionArgsInputType3Destination
    customer_id: str
    subscription_id: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        destination = self.destination.value

        customer_id = self.customer_id

        subscription_id = self.subscription_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "destination": destination,
                "customerId": customer_id,
                "subscriptionId": subscription_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        destination = CreateCustomerPortalSessionArgsInputType3Destination(d.pop("destination"))

        customer_id = d.pop("customerId")

        subscription_id = d.pop("subscriptionId")

        create_customer_portal_session_args_input_type_3 = cls(
            destination=destination,
            customer_id=customer_id,
            subscription_id=subscription_id,
        )

        create_customer_portal_session_args_input_type_3.additional_properties = d
        return create_customer_portal_session_args_input_type_3

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
