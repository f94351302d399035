from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.create_payment_session_input import CreatePaymentSessionInput


T = TypeVar("T", bound="CreatePaymentSessionArgs")


@_attrs_define
class CreatePaymentSessionArgs:
    """Body of the request to open a payment session."""

    input_: CreatePaymentSessionInput
    """ Who is to pay, how much, and where the customer goes afterwards. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        input_ = self.input_.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "input": input_,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.create_payment_session_input import CreatePaymentSessionInput

        d = dict(src_dict)
        input_ = CreatePaymentSessionInput.from_dict(d.pop("input"))

        create_payment_session_args = cls(
            input_=input_,
        )

        create_payment_session_args.additional_properties = d
        return create_payment_session_args

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
