from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.create_webhook_input import CreateWebhookInput


T = TypeVar("T", bound="CreateWebhookArgs")


@_attrs_define
class CreateWebhookArgs:
    """Body of the request to register a webhook."""

    input_: CreateWebhookInput
    """ Where to call, and for which events. """

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
        from ..models.create_webhook_input import CreateWebhookInput

        d = dict(src_dict)
        input_ = CreateWebhookInput.from_dict(d.pop("input"))

        create_webhook_args = cls(
            input_=input_,
        )

        return create_webhook_args
