from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define

from ..errors import FieldError as _FieldError


@_attrs_define
class UserError:
    """The answer to a request that was refused."""

    error: UserErrorDetail
    """ Why it was refused. """

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
        reading_ = ""
        try:
            reading_ = "error"
            error = UserErrorDetail.from_dict(src_dict["error"])

            return cls(
                error,
            )
        except (TypeError, ValueError, LookupError, AttributeError) as error_:
            raise _FieldError.of(error_, reading_, src_dict) from error_


# Below the class, as models may refer to each other.
from ..models.user_error_detail import UserErrorDetail
