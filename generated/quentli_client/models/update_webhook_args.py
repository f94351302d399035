from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.update_webhook_args_input import UpdateWebhookArgsInput


T = TypeVar("T", bound="UpdateWebhookArgs")


@_attrs_define
class UpdateWebhookArgs:
    input_: UpdateWebhookArgsInput

    def to_dict(self) -> dict[str, Any]:
        input_ = self.input_.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "input": input_,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.update_webhook_args_input import UpdateWebhookArgsInput

        d = dict(src_dict)
        input_ = UpdateWebhookArgsInput.from_dict(d.pop("input"))

        update_webhook_args = cls(
            input_=input_,
        )

        return update_webhook_args
