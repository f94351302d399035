from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..errors import FieldError as _FieldError
from ..types import Record as _Record


@_attrs_define(repr=False)
class FullInvoiceItem(_Record):
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
        field_dict["id"] = id
        field_dict["description"] = description
        field_dict["conceptId"] = concept_id
        field_dict["quantity"] = quantity
        field_dict["concept"] = concept
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

            description = fields_.pop("description")

            concept_id: None | str = fields_.pop("conceptId")

            quantity = fields_.pop("quantity")

            key_ = "concept"
            concept = InvoiceItemConcept.from_dict(fields_.pop("concept"))

            record_ = cls(
                id,
                description,
                concept_id,
                quantity,
                concept,
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
from ..models.invoice_item_concept import InvoiceItemConcept
