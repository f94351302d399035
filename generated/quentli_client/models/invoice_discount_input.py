from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define

from ..errors import FieldError as _FieldError
from ..types import Record as _Record


@_attrs_define(repr=False)
class InvoiceDiscountInput(_Record):
    """One discount of the catalog, by its id."""

    discount_id: str
    """ Which discount. """

    def to_dict(self) -> dict[str, Any]:
        discount_id = self.discount_id

        field_dict: dict[str, Any] = {}
        field_dict["discountId"] = discount_id

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        key_ = ""
        try:
            discount_id = src_dict["discountId"]

            return cls(
                discount_id,
            )
        except (TypeError, ValueError, LookupError, AttributeError) as error_:
            raise _FieldError.from_error(error_, key_, src_dict) from error_
