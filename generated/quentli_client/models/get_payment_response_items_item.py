from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.get_payment_response_items_item_concept import GetPaymentResponseItemsItemConcept


T = TypeVar("T", bound="GetPaymentResponseItemsItem")


@_attrs_define
class GetPaymentResponseItemsItem:
    description: str
    amount: float
    currency: str
    quantity: float
    concept_id: None | str
    concept: GetPaymentResponseItemsItemConcept | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.get_payment_response_items_item_concept import GetPaymentResponseItemsItemConcept

        description = self.description

        amount = self.amount

        currency = self.currency

        quantity = self.quantity

        concept_id: None | str
        concept_id = self.concept_id

        concept: dict[str, Any] | None
        if isinstance(self.concept, GetPaymentResponseItemsItemConcept):
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
        from ..models.get_payment_response_items_item_concept import GetPaymentResponseItemsItemConcept

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

        def _parse_concept(data: object) -> GetPaymentResponseItemsItemConcept | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                concept_concept = GetPaymentResponseItemsItemConcept.from_dict(data)

                return concept_concept
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GetPaymentResponseItemsItemConcept | None, data)

        concept = _parse_concept(d.pop("concept"))

        get_payment_response_items_item = cls(
            description=description,
            amount=amount,
            currency=currency,
            quantity=quantity,
            concept_id=concept_id,
            concept=concept,
        )

        get_payment_response_items_item.additional_properties = d
        return get_payment_response_items_item

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
