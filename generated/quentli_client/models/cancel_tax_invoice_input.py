from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define

from ..errors import FieldError as _FieldError
from ..models.cancel_tax_invoice_motive import CancelTaxInvoiceMotive
from ..types import UNSET, Unset
from ..types import Record as _Record


@_attrs_define(repr=False)
class CancelTaxInvoiceInput(_Record):
    """The motive, and the substitute where there is one."""

    motive: CancelTaxInvoiceMotive
    """ SAT's motive: `01` issued with errors and replaced, `02` issued with errors and not replaced, `03` the sale
    did not take place, `04` a sale to a named buyer that a global invoice covers. """
    substitute_tax_invoice_id: str | Unset = UNSET
    """ The tax invoice that replaces the cancelled one, which goes with motive `01`. """

    def to_dict(self) -> dict[str, Any]:
        motive: str
        motive = self.motive.value

        substitute_tax_invoice_id = self.substitute_tax_invoice_id

        field_dict: dict[str, Any] = {}
        field_dict["motive"] = motive
        if substitute_tax_invoice_id is not UNSET:
            field_dict["substituteTaxInvoiceId"] = substitute_tax_invoice_id

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        key_ = ""
        try:
            key_ = "motive"
            _motive: Any = src_dict["motive"]
            motive_type_0 = CancelTaxInvoiceMotive(_motive)

            _motive = motive_type_0

            motive: CancelTaxInvoiceMotive = _motive

            substitute_tax_invoice_id = src_dict.get("substituteTaxInvoiceId", UNSET)

            return cls(
                motive,
                substitute_tax_invoice_id,
            )
        except (TypeError, ValueError, LookupError, AttributeError) as error_:
            raise _FieldError.from_error(error_, key_, src_dict) from error_
