from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.validation_error_error import ValidationErrorError


T = TypeVar("T", bound="ValidationError")


@_attrs_define
class ValidationError:
    """The answer to a request whose parameters or body do not fit."""

    error: ValidationErrorError
    """ What did not fit. """

    def to_dict(self) -> dict[str, Any]:
        error = self.error.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "error": error,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.validation_error_error import ValidationErrorError

        d = dict(src_dict)
        error = ValidationErrorError.from_dict(d.pop("error"))

        validation_error = cls(
            error=error,
        )

        return validation_error
