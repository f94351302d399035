from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..errors import FieldError as _FieldError
from ..types import Record as _Record


@_attrs_define(repr=False)
class CreateCustomerPortalSessionArgs(_Record):
    """Body of the request for a way into the customer portal."""

    input_: (
        CreateCustomerPortalSessionHomeInput
        | CreateCustomerPortalSessionInvoiceCheckoutInput
        | CreateCustomerPortalSessionPreferencesInput
        | CreateCustomerPortalSessionSubscriptionHomeInput
    )
    """ The customer and the page to open; `destination` says which of the four forms it is. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        input_: dict[str, Any]
        if (
            isinstance(self.input_, CreateCustomerPortalSessionHomeInput)
            or isinstance(self.input_, CreateCustomerPortalSessionPreferencesInput)
            or isinstance(self.input_, CreateCustomerPortalSessionInvoiceCheckoutInput)
        ):
            input_ = self.input_.to_dict()
        else:
            input_ = self.input_.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict["input"] = input_
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
            key_ = "input"
            _input_: Any = fields_.pop("input")
            if isinstance(_input_, dict):
                try:
                    input_type_0 = CreateCustomerPortalSessionHomeInput.from_dict(_input_)

                    _input_ = input_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    try:
                        input_type_1 = CreateCustomerPortalSessionPreferencesInput.from_dict(_input_)

                        _input_ = input_type_1
                    except (TypeError, ValueError, AttributeError, KeyError):
                        try:
                            input_type_2 = CreateCustomerPortalSessionInvoiceCheckoutInput.from_dict(_input_)

                            _input_ = input_type_2
                        except (TypeError, ValueError, AttributeError, KeyError):
                            input_type_3 = CreateCustomerPortalSessionSubscriptionHomeInput.from_dict(_input_)

                            _input_ = input_type_3

            else:
                raise _FieldError("", "cannot be read")
            input_: (
                CreateCustomerPortalSessionHomeInput
                | CreateCustomerPortalSessionInvoiceCheckoutInput
                | CreateCustomerPortalSessionPreferencesInput
                | CreateCustomerPortalSessionSubscriptionHomeInput
            ) = _input_

            record_ = cls(
                input_,
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
from ..models.create_customer_portal_session_home_input import CreateCustomerPortalSessionHomeInput
from ..models.create_customer_portal_session_invoice_checkout_input import (
    CreateCustomerPortalSessionInvoiceCheckoutInput,
)
from ..models.create_customer_portal_session_preferences_input import (
    CreateCustomerPortalSessionPreferencesInput,
)
from ..models.create_customer_portal_session_subscription_home_input import (
    CreateCustomerPortalSessionSubscriptionHomeInput,
)
