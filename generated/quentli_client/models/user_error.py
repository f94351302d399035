from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define

from ..errors import FieldError as _FieldError
from ..types import Record as _Record


@_attrs_define(repr=False)
class UserError(_Record):
    """The answer to a request that was refused."""

    error: UserErrorDetail
    """ Why it was refused. """

    def to_dict(self) -> dict[str, Any]:
        error = self.error.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict["error"] = error

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        key_ = ""
        try:
            key_ = "error"
            error = UserErrorDetail.from_dict(src_dict["error"])

            return cls(
                error,
            )
        except (TypeError, ValueError, LookupError, AttributeError) as error_:
            raise _FieldError.from_error(error_, key_, src_dict) from error_


# Below the class, as models may refer to each other.
from ..models.user_error_detail import UserErrorDetail
