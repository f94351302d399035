from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.display_mode import DisplayMode
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.create_setup_session_customer_input import CreateSetupSessionCustomerInput


T = TypeVar("T", bound="CreateSetupSessionInput")


@_attrs_define
class CreateSetupSessionInput:
    """Whose payment method it will be, and where the customer goes afterwards."""

    customer: CreateSetupSessionCustomerInput
    """ Who the session is for; a name is enough. """
    return_url: str | Unset = UNSET
    """ Page that the customer comes to after saving a payment method. """
    cancel_url: str | Unset = UNSET
    """ Page that the customer comes to on giving up. """
    display_mode: DisplayMode | Unset = DisplayMode.CUSTOMER_PORTAL
    """ Where the customer sees it: in Quentli's customer portal, embedded in a page of the caller's (`EMBEDDED`),
    or in a way of the caller's own (`CUSTOM`). """

    def to_dict(self) -> dict[str, Any]:
        customer = self.customer.to_dict()

        return_url = self.return_url

        cancel_url = self.cancel_url

        display_mode: str | Unset
        if isinstance(self.display_mode, Unset):
            display_mode = UNSET
        else:
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
        from ..models.create_setup_session_customer_input import CreateSetupSessionCustomerInput

        d = dict(src_dict)
        customer = CreateSetupSessionCustomerInput.from_dict(d.pop("customer"))

        return_url = d.pop("returnUrl", UNSET)

        cancel_url = d.pop("cancelUrl", UNSET)

        def _parse_display_mode(data: object) -> DisplayMode | Unset:
            if isinstance(data, Unset):
                return data
            if not isinstance(data, str):
                raise TypeError()
            display_mode_type_0 = DisplayMode(data)

            return display_mode_type_0

        display_mode = _parse_display_mode(d.pop("displayMode", UNSET))

        create_setup_session_input = cls(
            customer=customer,
            return_url=return_url,
            cancel_url=cancel_url,
            display_mode=display_mode,
        )

        return create_setup_session_input
