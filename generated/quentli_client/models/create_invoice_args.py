from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.create_invoice_input import CreateInvoiceInput


T = TypeVar("T", bound="CreateInvoiceArgs")


@_attrs_define
class CreateInvoiceArgs:
    """Wraps the invoice to create."""

    input_: CreateInvoiceInput
    """ The new invoice: whom it bills, for what, until when, and how it is collected. """

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
        from ..models.create_invoice_input import CreateInvoiceInput

        d = dict(src_dict)
        input_ = CreateInvoiceInput.from_dict(d.pop("input"))

        create_invoice_args = cls(
            input_=input_,
        )

        return create_invoice_args
