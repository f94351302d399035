from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define

from ..errors import FieldError as _FieldError


@_attrs_define
class InvoiceDiscountInput:
    """One discount of the catalog, by its id."""

    discount_id: str
    """ Which discount. """

    def to_dict(self) -> dict[str, Any]:
        discount_id = self.discount_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "discountId": discount_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        reading_ = ""
        try:
            discount_id = src_dict["discountId"]

            return cls(
                discount_id,
            )
        except (TypeError, ValueError, LookupError, AttributeError) as error_:
            raise _FieldError.of(error_, reading_, src_dict) from error_
