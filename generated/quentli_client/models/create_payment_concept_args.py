from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.create_payment_concept_input import CreatePaymentConceptInput


T = TypeVar("T", bound="CreatePaymentConceptArgs")


@_attrs_define
class CreatePaymentConceptArgs:
    """What it takes to add a payment concept."""

    input_: CreatePaymentConceptInput
    """ The payment concept to add; `displayName` and `amount` are required. """

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
        from ..models.create_payment_concept_input import CreatePaymentConceptInput

        d = dict(src_dict)
        input_ = CreatePaymentConceptInput.from_dict(d.pop("input"))

        create_payment_concept_args = cls(
            input_=input_,
        )

        return create_payment_concept_args
