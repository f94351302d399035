from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.cancel_tax_invoice_args_input_motive import CancelTaxInvoiceArgsInputMotive
from ..types import UNSET, Unset

T = TypeVar("T", bound="CancelTaxInvoiceArgsInput")


@_attrs_define
class CancelTaxInvoiceArgsInput:
    motive: CancelTaxInvoiceArgsInputMotive
    substitute_tax_invoice_id: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        motive = self.motive.value

        substitute_tax_invoice_id = self.substitute_tax_invoice_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "motive": motive,
            }
        )
        if substitute_tax_invoice_id is not UNSET:
            field_dict["substituteTaxInvoiceId"] = substitute_tax_invoice_id

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        motive = CancelTaxInvoiceArgsInputMotive(d.pop("motive"))

        substitute_tax_invoice_id = d.pop("substituteTaxInvoiceId", UNSET)

        cancel_tax_invoice_args_input = cls(
            motive=motive,
            substitute_tax_invoice_id=substitute_tax_invoice_id,
        )

        return cancel_tax_invoice_args_input
