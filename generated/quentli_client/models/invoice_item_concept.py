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
class InvoiceItemConcept(_Record):
    """Something the organization bills for, with its price and, where it recurs, its rhythm."""

    id: str
    """ Quentli's id of the payment concept. """
    created_at: datetime.datetime
    """ When the payment concept was added, in UTC. """
    updated_at: datetime.datetime
    """ When any detail of the payment concept last changed, in UTC. """
    display_name: str
    """ What it is called where people see it. """
    description: None | str
    """ Longer explanation of what is billed; null without one. """
    amount: int
    """ Price in minor units: 150000 is MXN 1,500.00. """
    currency: str
    """ ISO 4217 code of the currency of `amount`. """
    organization_id: str
    """ The organization whose catalog it is in. """
    active: bool
    """ Whether it is in use. """
    sku: None | str
    """ The organization's own article number; null without one. """
    recurrent_detail_id: None | str
    """ Id of the rhythm in which it is billed; null when it does not recur. """
    amount_editable: bool
    """ Whether another price than `amount` may be set when it is billed. """
    quantity_editable: bool
    """ Whether the quantity may be changed when it is billed. """
    archived_at: datetime.datetime | None
    """ Since when it has been archived; null while it is not. """
    one_off: bool
    """ True when it was made for a single use; lists of payment concepts leave those out. """
    group_id: None | str
    """ The group of concepts that it belongs to; null when it is in none. """
    group: InvoiceItemConceptGroup | None
    """ The group of concepts that it belongs to; null when it is in none. """
    recurrent_detail: ConceptRecurrentDetail | None | Unset = UNSET
    """ The rhythm in which it is billed; null when it does not recur. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        created_at = _format_instant(self.created_at, "created_at")

        updated_at = _format_instant(self.updated_at, "updated_at")

        display_name = self.display_name

        description: None | str
        description = self.description

        amount = self.amount

        currency = self.currency

        organization_id = self.organization_id

        active = self.active

        sku: None | str
        sku = self.sku

        recurrent_detail_id: None | str
        recurrent_detail_id = self.recurrent_detail_id

        amount_editable = self.amount_editable

        quantity_editable = self.quantity_editable

        archived_at: None | str
        if isinstance(self.archived_at, datetime.datetime):
            archived_at = _format_instant(self.archived_at, "archived_at")
        else:
            archived_at = self.archived_at

        one_off = self.one_off

        group_id: None | str
        group_id = self.group_id

        group: dict[str, Any] | None
        if isinstance(self.group, InvoiceItemConceptGroup):
            group = self.group.to_dict()
        else:
            group = self.group

        recurrent_detail: dict[str, Any] | None | Unset
        if isinstance(self.recurrent_detail, Unset):
            recurrent_detail = UNSET
        elif isinstance(self.recurrent_detail, ConceptRecurrentDetail):
            recurrent_detail = self.recurrent_detail.to_dict()
        else:
            recurrent_detail = self.recurrent_detail

        field_dict: dict[str, Any] = {}
        field_dict["id"] = id
        field_dict["createdAt"] = created_at
        field_dict["updatedAt"] = updated_at
        field_dict["displayName"] = display_name
        field_dict["description"] = description
        field_dict["amount"] = amount
        field_dict["currency"] = currency
        field_dict["organizationId"] = organization_id
        field_dict["active"] = active
        field_dict["sku"] = sku
        field_dict["recurrentDetailId"] = recurrent_detail_id
        field_dict["amountEditable"] = amount_editable
        field_dict["quantityEditable"] = quantity_editable
        field_dict["archivedAt"] = archived_at
        field_dict["oneOff"] = one_off
        field_dict["groupId"] = group_id
        if recurrent_detail is not UNSET:
            field_dict["recurrentDetail"] = recurrent_detail
        field_dict["group"] = group
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
            id = fields_.pop("id")

            key_ = "createdAt"
            created_at = datetime.datetime.fromisoformat(fields_.pop("createdAt"))

            key_ = "updatedAt"
            updated_at = datetime.datetime.fromisoformat(fields_.pop("updatedAt"))

            display_name = fields_.pop("displayName")

            description: None | str = fields_.pop("description")

            amount = fields_.pop("amount")

            currency = fields_.pop("currency")

            organization_id = fields_.pop("organizationId")

            active = fields_.pop("active")

            sku: None | str = fields_.pop("sku")

            recurrent_detail_id: None | str = fields_.pop("recurrentDetailId")

            amount_editable = fields_.pop("amountEditable")

            quantity_editable = fields_.pop("quantityEditable")

            key_ = "archivedAt"
            _archived_at: Any = fields_.pop("archivedAt")
            if _archived_at is not None:
                archived_at_type_0 = datetime.datetime.fromisoformat(_archived_at)

                _archived_at = archived_at_type_0

            archived_at: datetime.datetime | None = _archived_at

            one_off = fields_.pop("oneOff")

            group_id: None | str = fields_.pop("groupId")

            key_ = "group"
            _group: Any = fields_.pop("group")
            if _group is not None:
                if not isinstance(_group, dict):
                    raise _FieldError("", "cannot be read")
                group_type_0 = InvoiceItemConceptGroup.from_dict(_group)

                _group = group_type_0

            group: InvoiceItemConceptGroup | None = _group

            key_ = "recurrentDetail"
            _recurrent_detail: Any = fields_.pop("recurrentDetail", UNSET)
            if _recurrent_detail is not None and _recurrent_detail is not UNSET:
                if not isinstance(_recurrent_detail, dict):
                    raise _FieldError("", "cannot be read")
                recurrent_detail_type_0 = ConceptRecurrentDetail.from_dict(_recurrent_detail)

                _recurrent_detail = recurrent_detail_type_0

            recurrent_detail: ConceptRecurrentDetail | None | Unset = _recurrent_detail

            record_ = cls(
                id,
                created_at,
                updated_at,
                display_name,
                description,
                amount,
                currency,
                organization_id,
                active,
                sku,
                recurrent_detail_id,
                amount_editable,
                quantity_editable,
                archived_at,
                one_off,
                group_id,
                group,
                recurrent_detail,
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
from ..models.concept_recurrent_detail import ConceptRecurrentDetail
from ..models.invoice_item_concept_group import InvoiceItemConceptGroup
