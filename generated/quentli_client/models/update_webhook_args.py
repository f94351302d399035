from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.update_webhook_input import UpdateWebhookInput


T = TypeVar("T", bound="UpdateWebhookArgs")


@_attrs_define
class UpdateWebhookArgs:
    """Body of the request to change a webhook."""

    input_: UpdateWebhookInput
    """ Holds the changes. """

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
        from ..models.update_webhook_input import UpdateWebhookInput

        d = dict(src_dict)
        input_ = UpdateWebhookInput.from_dict(d.pop("input"))

        update_webhook_args = cls(
            input_=input_,
        )

        return update_webhook_args
