from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.create_customer_tax_info_input import CreateCustomerTaxInfoInput


T = TypeVar("T", bound="CreateCustomerTaxInfoArgs")


@_attrs_define
class CreateCustomerTaxInfoArgs:
    """Body of the request to add a tax profile."""

    input_: CreateCustomerTaxInfoInput
    """ Holds the tax profile. """

    def to_dict(self) -> dict[str, Any]:
        input_ = self.input_.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "input": input_,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.create_customer_tax_info_input import CreateCustomerTaxInfoInput

        d = dict(src_dict)
        input_ = CreateCustomerTaxInfoInput.from_dict(d.pop("input"))

        create_customer_tax_info_args = cls(
            input_=input_,
        )

        return create_customer_tax_info_args
