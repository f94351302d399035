from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.create_setup_session_args_input_display_mode import CreateSetupSessionArgsInputDisplayMode
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.create_setup_session_args_input_customer import CreateSetupSessionArgsInputCustomer


T = TypeVar("T", bound="CreateSetupSessionArgsInput")


@_attrs_define
class CreateSetupSessionArgsInput:
    customer: CreateSetupSessionArgsInputCustomer
    return_url: str | Unset = UNSET
    cancel_url: str | Unset = UNSET
    display_mode: CreateSetupSessionArgsInputDisplayMode | Unset = (
        CreateSetupSessionArgsInputDisplayMode.CUSTOMER_PORTAL
    )

    def to_dict(self) -> dict[str, Any]:
        customer = self.customer.to_dict()

        return_url = self.return_url

        cancel_url = self.cancel_url

        display_mode: str | Unset = UNSET
        if not isinstance(self.display_mode, Unset):
            display_mode = self.display_mode.value

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

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.create_setup_session_args_input_customer import CreateSetupSessionArgsInputCustomer

        d = dict(src_dict)
        customer = CreateSetupSessionArgsInputCustomer.from_dict(d.pop("customer"))

        return_url = d.pop("returnUrl", UNSET)

        cancel_url = d.pop("cancelUrl", UNSET)

        _display_mode = d.pop("displayMode", UNSET)
        display_mode: CreateSetupSessionArgsInputDisplayMode | Unset
        if isinstance(_display_mode, Unset):
            display_mode = UNSET
        else:
            display_mode = CreateSetupSessionArgsInputDisplayMode(_display_mode)

        create_setup_session_args_input = cls(
            customer=customer,
            return_url=return_url,
            cancel_url=cancel_url,
            display_mode=display_mode,
        )

        return create_setup_session_args_input
