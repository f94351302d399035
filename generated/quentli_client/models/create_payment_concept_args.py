from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.create_payment_concept_args_input import CreatePaymentConceptArgsInput


T = TypeVar("T", bound="CreatePaymentConceptArgs")


@_attrs_define
class CreatePaymentConceptArgs:
    input_: CreatePaymentConceptArgsInput

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
        from ..models.create_payment_concept_args_input import CreatePaymentConceptArgsInput

        d = dict(src_dict)
        input_ = CreatePaymentConceptArgsInput.from_dict(d.pop("input"))

        create_payment_concept_args = cls(
            input_=input_,
        )

        return create_payment_concept_args
