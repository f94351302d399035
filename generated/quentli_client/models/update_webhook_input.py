from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.update_webhook_data_input import UpdateWebhookDataInput


T = TypeVar("T", bound="UpdateWebhookInput")


@_attrs_define
class UpdateWebhookInput:
    """Holds the changes."""

    data: UpdateWebhookDataInput
    """ The details to change; what is left out stays as it is. """

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
        from ..models.update_webhook_data_input import UpdateWebhookDataInput

        d = dict(src_dict)
        data = UpdateWebhookDataInput.from_dict(d.pop("data"))

        update_webhook_input = cls(
            data=data,
        )

        return update_webhook_input
