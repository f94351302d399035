from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.update_customer_tax_info_input import UpdateCustomerTaxInfoInput


T = TypeVar("T", bound="UpdateCustomerTaxInfoArgs")


@_attrs_define
class UpdateCustomerTaxInfoArgs:
    """Body of the request to change a tax profile."""

    input_: UpdateCustomerTaxInfoInput
    """ Holds the changed tax profile. """

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
        from ..models.update_customer_tax_info_input import UpdateCustomerTaxInfoInput

        d = dict(src_dict)
        input_ = UpdateCustomerTaxInfoInput.from_dict(d.pop("input"))

        update_customer_tax_info_args = cls(
            input_=input_,
        )

        return update_customer_tax_info_args
