from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="CreateInvoiceModifierInput")


@_attrs_define
class CreateInvoiceModifierInput:
    """One modifier, by its id."""

    modifier_id: str
    """ Which modifier. """

    def to_dict(self) -> dict[str, Any]:
        modifier_id = self.modifier_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "modifierId": modifier_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        modifier_id = d.pop("modifierId")

        create_invoice_modifier_input = cls(
            modifier_id=modifier_id,
        )

        return create_invoice_modifier_input
