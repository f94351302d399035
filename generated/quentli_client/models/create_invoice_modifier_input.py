from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define

from ..errors import FieldError as _FieldError
from ..types import represent_record as _represent_record


@_attrs_define
class CreateInvoiceModifierInput:
    """One modifier, by its id."""

    modifier_id: str
    """ Which modifier. """

    __repr__ = _represent_record

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
