from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.update_webhook_args_input_data import UpdateWebhookArgsInputData


T = TypeVar("T", bound="UpdateWebhookArgsInput")


@_attrs_define
class UpdateWebhookArgsInput:
    data: UpdateWebhookArgsInputData

    def to_dict(self) -> dict[str, Any]:
        data = self.data.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "data": data,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.update_webhook_args_input_data import UpdateWebhookArgsInputData

        d = dict(src_dict)
        data = UpdateWebhookArgsInputData.from_dict(d.pop("data"))

        update_webhook_args_input = cls(
            data=data,
        )

        return update_webhook_args_input
