from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define

from ..errors import FieldError as _FieldError
from ..types import Record as _Record


@_attrs_define(repr=False)
class CreateCustomerTaxInfoInput(_Record):
    """Holds the tax profile."""

    tax_info: CustomerTaxInfoInput
    """ The tax profile to add: what a CFDI for the customer states about its receiver. """

    def to_dict(self) -> dict[str, Any]:
        tax_info = self.tax_info.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict["taxInfo"] = tax_info

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        key_ = ""
        try:
            key_ = "taxInfo"
            tax_info = CustomerTaxInfoInput.from_dict(src_dict["taxInfo"])

            return cls(
                tax_info,
            )
        except (TypeError, ValueError, LookupError, AttributeError) as error_:
            raise _FieldError.from_error(error_, key_, src_dict) from error_


# Below the class, as models may refer to each other.
from ..models.customer_tax_info_input import CustomerTaxInfoInput
