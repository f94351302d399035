from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..errors import FieldError as _FieldError
from ..types import Record as _Record


@_attrs_define(repr=False)
class PaymentWithItemsItem(_Record):
    """One thing that was paid for."""

    description: str
    """ What it is, in words. """
    amount: int
    """ Its price in minor units: 150000 is MXN 1,500.00. """
    currency: str
    """ ISO 4217 code of the currency of that price. """
    quantity: float
    """ How many of it. """
    concept_id: None | str
    """ The payment concept in the catalog; null for something that is not in it. """
    concept: None | PaymentWithItemsItemConcept
    """ That payment concept in short; null for something that is not in the catalog. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        description = self.description

        amount = self.amount

        currency = self.currency

        quantity = self.quantity

        concept_id: None | str
        concept_id = self.concept_id

        concept: dict[str, Any] | None
        if isinstance(self.concept, PaymentWithItemsItemConcept):
            concept = self.concept.to_dict()
        else:
            concept = self.concept

        field_dict: dict[str, Any] = {}
        field_dict["description"] = description
        field_dict["amount"] = amount
        field_dict["currency"] = currency
        field_dict["quantity"] = quantity
        field_dict["conceptId"] = concept_id
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
            description = fields_.pop("description")

            amount = fields_.pop("amount")

            currency = fields_.pop("currency")

            quantity = fields_.pop("quantity")

            concept_id: None | str = fields_.pop("conceptId")

            key_ = "concept"
            _concept: Any = fields_.pop("concept")
            if _concept is not None:
                if not isinstance(_concept, dict):
                    raise _FieldError("", "cannot be read")
                concept_type_0 = PaymentWithItemsItemConcept.from_dict(_concept)

                _concept = concept_type_0

            concept: None | PaymentWithItemsItemConcept = _concept

            record_ = cls(
                description,
                amount,
                currency,
                quantity,
                concept_id,
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
from ..models.payment_with_items_item_concept import PaymentWithItemsItemConcept
