from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.create_discount_input import CreateDiscountInput


T = TypeVar("T", bound="CreateDiscountArgs")


@_attrs_define
class CreateDiscountArgs:
    """What it takes to add a discount."""

    input_: CreateDiscountInput
    """ The discount to add; `name` and `type` are required, and the value that the type calls for belongs with
    them. """

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
        from ..models.create_discount_input import CreateDiscountInput

        d = dict(src_dict)
        input_ = CreateDiscountInput.from_dict(d.pop("input"))

        create_discount_args = cls(
            input_=input_,
        )

        return create_discount_args
