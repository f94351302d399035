from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define

from ..errors import FieldError as _FieldError
from ..types import Record as _Record


@_attrs_define(repr=False)
class CreateInvoiceModifierInput(_Record):
    """One modifier, by its id."""

    modifier_id: str
    """ Which modifier. """

    def to_dict(self) -> dict[str, Any]:
        modifier_id = self.modifier_id

        field_dict: dict[str, Any] = {}
        field_dict["modifierId"] = modifier_id

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        key_ = ""
        try:
            modifier_id = src_dict["modifierId"]

            return cls(
                modifier_id,
            )
        except (TypeError, ValueError, LookupError, AttributeError) as error_:
            raise _FieldError.from_error(error_, key_, src_dict) from error_
