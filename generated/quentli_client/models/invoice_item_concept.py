from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.invoice_item_concept_group import InvoiceItemConceptGroup
    from ..models.invoice_item_concept_recurrent_detail import InvoiceItemConceptRecurrentDetail


T = TypeVar("T", bound="InvoiceItemConcept")


@_attrs_define
class InvoiceItemConcept:
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
    recurrent_detail: InvoiceItemConceptRecurrentDetail | None | Unset = UNSET
    """ The rhythm in which it is billed; null when it does not recur. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.invoice_item_concept_group import InvoiceItemConceptGroup
        from ..models.invoice_item_concept_recurrent_detail import InvoiceItemConceptRecurrentDetail

        id = self.id

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

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
            archived_at = self.archived_at.isoformat()
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
        elif isinstance(self.recurrent_detail, InvoiceItemConceptRecurrentDetail):
            recurrent_detail = self.recurrent_detail.to_dict()
        else:
            recurrent_detail = self.recurrent_detail

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "createdAt": created_at,
                "updatedAt": updated_at,
                "displayName": display_name,
                "description": description,
                "amount": amount,
                "currency": currency,
                "organizationId": organization_id,
                "active": active,
                "sku": sku,
                "recurrentDetailId": recurrent_detail_id,
                "amountEditable": amount_editable,
                "quantityEditable": quantity_editable,
                "archivedAt": archived_at,
                "oneOff": one_off,
                "groupId": group_id,
                "group": group,
            }
        )
        if recurrent_detail is not UNSET:
            field_dict["recurrentDetail"] = recurrent_detail

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.invoice_item_concept_group import InvoiceItemConceptGroup
        from ..models.invoice_item_concept_recurrent_detail import InvoiceItemConceptRecurrentDetail

        d = dict(src_dict)
        id = d.pop("id")

        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updatedAt"))

        display_name = d.pop("displayName")

        def _parse_description(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        description = _parse_description(d.pop("description"))

        amount = d.pop("amount")

        currency = d.pop("currency")

        organization_id = d.pop("organizationId")

        active = d.pop("active")

        def _parse_sku(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        sku = _parse_sku(d.pop("sku"))

        def _parse_recurrent_detail_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        recurrent_detail_id = _parse_recurrent_detail_id(d.pop("recurrentDetailId"))

        amount_editable = d.pop("amountEditable")

        quantity_editable = d.pop("quantityEditable")

        def _parse_archived_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                archived_at_type_0 = datetime.datetime.fromisoformat(data)

                return archived_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        archived_at = _parse_archived_at(d.pop("archivedAt"))

        one_off = d.pop("oneOff")

        def _parse_group_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        group_id = _parse_group_id(d.pop("groupId"))

        def _parse_group(data: object) -> InvoiceItemConceptGroup | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                group_type_0 = InvoiceItemConceptGroup.from_dict(data)

                return group_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(InvoiceItemConceptGroup | None, data)

        group = _parse_group(d.pop("group"))

        def _parse_recurrent_detail(data: object) -> InvoiceItemConceptRecurrentDetail | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                recurrent_detail_type_0 = InvoiceItemConceptRecurrentDetail.from_dict(data)

                return recurrent_detail_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(InvoiceItemConceptRecurrentDetail | None | Unset, data)

        recurrent_detail = _parse_recurrent_detail(d.pop("recurrentDetail", UNSET))

        invoice_item_concept = cls(
            id=id,
            created_at=created_at,
            updated_at=updated_at,
            display_name=display_name,
            description=description,
            amount=amount,
            currency=currency,
            organization_id=organization_id,
            active=active,
            sku=sku,
            recurrent_detail_id=recurrent_detail_id,
            amount_editable=amount_editable,
            quantity_editable=quantity_editable,
            archived_at=archived_at,
            one_off=one_off,
            group_id=group_id,
            group=group,
            recurrent_detail=recurrent_detail,
        )

        invoice_item_concept.additional_properties = d
        return invoice_item_concept

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
