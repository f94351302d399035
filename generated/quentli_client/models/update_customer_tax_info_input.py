from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define

from ..errors import FieldError as _FieldError
from ..types import Record as _Record


@_attrs_define(repr=False)
class UpdateCustomerTaxInfoInput(_Record):
    """Holds the changed tax profile."""

    data: CustomerTaxInfoInput
    """ The tax profile as it is to be, with every required detail and not only the changed ones. """

    def to_dict(self) -> dict[str, Any]:
        data: dict[str, Any]
        data = self.data.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict["data"] = data

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        key_ = ""
        try:
            key_ = "data"
            _data: Any = src_dict["data"]
            if not isinstance(_data, dict):
                raise _FieldError("", "cannot be read")
            data_type_0 = CustomerTaxInfoInput.from_dict(_data)

            _data = data_type_0

            data: CustomerTaxInfoInput = _data

            return cls(
                data,
            )
        except (TypeError, ValueError, LookupError, AttributeError) as error_:
            raise _FieldError.from_error(error_, key_, src_dict) from error_


# Below the class, as models may refer to each other.
from ..models.customer_tax_info_input import CustomerTaxInfoInput
