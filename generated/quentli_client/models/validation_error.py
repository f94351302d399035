from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define


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
        error = ValidationErrorError.from_dict(src_dict["error"])

        return cls(
            error,
        )


# Below the class, as models may refer to each other.
from ..models.validation_error_error import ValidationErrorError
