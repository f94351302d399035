from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..errors import FieldError as _FieldError
from ..types import UNSET, Unset
from ..types import Record as _Record
from ..types import format_instant as _format_instant


@_attrs_define(repr=False)
class CreateSubscriptionInvoiceInput(_Record):
    """One invoice: what is billed, and by when it is to be paid."""

    items: list[SubscriptionItemInput]
    """ What this invoice bills, from 1 to 100 lines. """
    due_date: datetime.datetime
    """ By when it is to be paid. """
    expire_date: datetime.datetime | Unset = UNSET
    """ When the invoice expires. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        due_date = _format_instant(self.due_date, "due_date")

        expire_date: str | Unset = UNSET
        if not isinstance(self.expire_date, Unset):
            expire_date = _format_instant(self.expire_date, "expire_date")

        field_dict: dict[str, Any] = {}
        field_dict["items"] = items
        field_dict["dueDate"] = due_date
        if expire_date is not UNSET:
            field_dict["expireDate"] = expire_date
        for prop_name, prop in self.additional_properties.items():
            if prop_name in field_dict:
                continue
            field_dict[prop_name] = prop

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        key_ = ""
        try:
            fields_ = dict(src_dict)
            key_ = "items"
            items = []
            _items = fields_.pop("items")
            for items_item_data in _items:
                items_item = SubscriptionItemInput.from_dict(items_item_data)

                items.append(items_item)

            key_ = "dueDate"
            due_date = datetime.datetime.fromisoformat(fields_.pop("dueDate"))

            key_ = "expireDate"
            _expire_date = fields_.pop("expireDate", UNSET)
            expire_date: datetime.datetime | Unset
            if isinstance(_expire_date, Unset):
                expire_date = UNSET
            else:
                expire_date = datetime.datetime.fromisoformat(_expire_date)

            record_ = cls(
                items,
                due_date,
                expire_date,
            )
            record_.additional_properties = fields_
            return record_
        except (TypeError, ValueError, LookupError, AttributeError) as error_:
            raise _FieldError.from_error(error_, key_, src_dict) from error_

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


# Below the class, as models may refer to each other.
from ..models.subscription_item_input import SubscriptionItemInput
