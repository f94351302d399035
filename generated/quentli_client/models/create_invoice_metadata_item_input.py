from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="CreateInvoiceMetadataItemInput")


@_attrs_define
class CreateInvoiceMetadataItemInput:
    """One key and its value."""

    key: str
    """ Name of the entry. """
    value: str
    """ What is kept under that name. """

    def to_dict(self) -> dict[str, Any]:
        key = self.key

        value = self.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "key": key,
                "value": value,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        key = d.pop("key")

        value = d.pop("value")

        create_invoice_metadata_item_input = cls(
            key=key,
            value=value,
        )

        return create_invoice_metadata_item_input
