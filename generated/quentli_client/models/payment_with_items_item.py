from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.payment_with_items_item_concept import PaymentWithItemsItemConcept


T = TypeVar("T", bound="PaymentWithItemsItem")


@_attrs_define
class PaymentWithItemsItem:
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
        from ..models.payment_with_items_item_concept import PaymentWithItemsItemConcept

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
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "description": description,
                "amount": amount,
                "currency": currency,
                "quantity": quantity,
                "conceptId": concept_id,
                "concept": concept,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.payment_with_items_item_concept import PaymentWithItemsItemConcept

        d = dict(src_dict)
        description = d.pop("description")

        amount = d.pop("amount")

        currency = d.pop("currency")

        quantity = d.pop("quantity")

        def _parse_concept_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        concept_id = _parse_concept_id(d.pop("conceptId"))

        def _parse_concept(data: object) -> None | PaymentWithItemsItemConcept:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                concept_type_0 = PaymentWithItemsItemConcept.from_dict(data)

                return concept_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PaymentWithItemsItemConcept, data)

        concept = _parse_concept(d.pop("concept"))

        payment_with_items_item = cls(
            description=description,
            amount=amount,
            currency=currency,
            quantity=quantity,
            concept_id=concept_id,
            concept=concept,
        )

        payment_with_items_item.additional_properties = d
        return payment_with_items_item

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
