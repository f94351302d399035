from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.create_tax_invoice_input import CreateTaxInvoiceInput


T = TypeVar("T", bound="CreateTaxInvoiceArgs")


@_attrs_define
class CreateTaxInvoiceArgs:
    """Wraps the tax invoice to issue."""

    input_: CreateTaxInvoiceInput
    """ What the tax invoice is for and how it is to be made out. """

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
        from ..models.create_tax_invoice_input import CreateTaxInvoiceInput

        d = dict(src_dict)
        input_ = CreateTaxInvoiceInput.from_dict(d.pop("input"))

        create_tax_invoice_args = cls(
            input_=input_,
        )

        return create_tax_invoice_args
