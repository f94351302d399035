from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define

from ..errors import FieldError as _FieldError
from ..types import Record as _Record


@_attrs_define(repr=False)
class UpdateCustomerTaxInfoArgs(_Record):
    """Body of the request to change a tax profile."""

    input_: UpdateCustomerTaxInfoInput
    """ Holds the changed tax profile. """

    def to_dict(self) -> dict[str, Any]:
        input_ = self.input_.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict["input"] = input_

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        key_ = ""
        try:
            key_ = "input"
            input_ = UpdateCustomerTaxInfoInput.from_dict(src_dict["input"])

            return cls(
                input_,
            )
        except (TypeError, ValueError, LookupError, AttributeError) as error_:
            raise _FieldError.from_error(error_, key_, src_dict) from error_


# Below the class, as models may refer to each other.
from ..models.update_customer_tax_info_input import UpdateCustomerTaxInfoInput
