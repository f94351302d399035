from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.validation_error_error_issue import ValidationErrorErrorIssue


T = TypeVar("T", bound="ValidationErrorError")


@_attrs_define
class ValidationErrorError:
    """What did not fit."""

    message: str
    """ The problem in one sentence. """
    issues: list[ValidationErrorErrorIssue]
    """ Each thing that did not fit; what an issue holds differs with its kind. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        message = self.message

        issues = []
        for issues_item_data in self.issues:
            issues_item = issues_item_data.to_dict()
            issues.append(issues_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "message": message,
                "issues": issues,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.validation_error_error_issue import ValidationErrorErrorIssue

        d = dict(src_dict)
        message = d.pop("message")

        issues = []
        _issues = d.pop("issues")
        for issues_item_data in _issues:
            issues_item = ValidationErrorErrorIssue.from_dict(issues_item_data)

            issues.append(issues_item)

        validation_error_error = cls(
            message=message,
            issues=issues,
        )

        validation_error_error.additional_properties = d
        return validation_error_error

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
