from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define

from ..errors import FieldError as _FieldError
from ..models.display_mode import DisplayMode
from ..types import UNSET, Unset
from ..types import Record as _Record


@_attrs_define(repr=False)
class CreateSetupSessionInput(_Record):
    """Whose payment method it will be, and where the customer goes afterwards."""

    customer: SessionCustomerInput
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
        if return_url is not UNSET:
            field_dict["returnUrl"] = return_url
        if cancel_url is not UNSET:
            field_dict["cancelUrl"] = cancel_url
        if display_mode is not UNSET:
            field_dict["displayMode"] = display_mode
        field_dict["customer"] = customer

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

            return cls(
                customer,
                return_url,
                cancel_url,
                display_mode,
            )
        except (TypeError, ValueError, LookupError, AttributeError) as error_:
            raise _FieldError.from_error(error_, key_, src_dict) from error_


# Below the class, as models may refer to each other.
from ..models.session_customer_input import SessionCustomerInput
