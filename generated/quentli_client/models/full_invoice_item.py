from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.invoice_item_concept import InvoiceItemConcept


T = TypeVar("T", bound="FullInvoiceItem")


@_attrs_define
class FullInvoiceItem:
    """One line of an invoice together with its payment concept."""

    id: str
    """ Quentli's id of the line. """
    description: str
    """ What the line charges for, in words for the customer. """
    concept_id: None | str
    """ The payment concept that the line charges for; null when it is tied to none. """
    quantity: float
    """ How many units the line charges for, at least 1. """
    concept: InvoiceItemConcept
    """ Something the organization bills for, with its price and, where it recurs, its rhythm. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        description = self.description

        concept_id: None | str
        concept_id = self.concept_id

        quantity = self.quantity

        concept = self.concept.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "description": description,
                "conceptId": concept_id,
                "quantity": quantity,
                "concept": concept,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.invoice_item_concept import InvoiceItemConcept

        d = dict(src_dict)
        id = d.pop("id")

        description = d.pop("description")

        def _parse_concept_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        concept_id = _parse_concept_id(d.pop("conceptId"))

        quantity = d.pop("quantity")

        concept = InvoiceItemConcept.from_dict(d.pop("concept"))

        full_invoice_item = cls(
            id=id,
            description=description,
            concept_id=concept_id,
            quantity=quantity,
            concept=concept,
        )

        full_invoice_item.additional_properties = d
        return full_invoice_item

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
