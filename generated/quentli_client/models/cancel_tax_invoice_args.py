from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.cancel_tax_invoice_input import CancelTaxInvoiceInput


T = TypeVar("T", bound="CancelTaxInvoiceArgs")


@_attrs_define
class CancelTaxInvoiceArgs:
    """Wraps the reason for the cancellation."""

    input_: CancelTaxInvoiceInput
    """ The motive, and the substitute where there is one. """

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
        from ..models.cancel_tax_invoice_input import CancelTaxInvoiceInput

        d = dict(src_dict)
        input_ = CancelTaxInvoiceInput.from_dict(d.pop("input"))

        cancel_tax_invoice_args = cls(
            input_=input_,
        )

        return cancel_tax_invoice_args
