from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.user_error_error import UserErrorError


T = TypeVar("T", bound="UserError")


@_attrs_define
class UserError:
    """The answer to a request that was refused."""

    error: UserErrorError
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
        from ..models.user_error_error import UserErrorError

        d = dict(src_dict)
        error = UserErrorError.from_dict(d.pop("error"))

        user_error = cls(
            error=error,
        )

        return user_error
