from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.update_invoice_item_concept_input import UpdateInvoiceItemConceptInput


T = TypeVar("T", bound="UpdateInvoiceItemInput")


@_attrs_define
class UpdateInvoiceItemInput:
    """One line, which names a concept of the catalog or describes its own."""

    quantity: float
    """ How many units to charge for, at least 1; unlike at creation it must be given. """
    concept_id: None | str | Unset = UNSET
    """ The payment concept of the catalog to charge for; null or left out when the line describes its own. """
    concept: None | Unset | UpdateInvoiceItemConceptInput = UNSET
    """ A concept described on the spot instead of one from the catalog; null or left out when `conceptId` names
    one. """
    amount: int | None | Unset = UNSET
    """ Price given on the line itself in minor units; null or left out when the line gives none. """
    currency: None | str | Unset = UNSET
    """ ISO 4217 code that goes with the price on the line; null or left out when the line gives none. """
    description: None | str | Unset = UNSET
    """ Words for the customer about this line; null or left out for none, but not empty. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.update_invoice_item_concept_input import UpdateInvoiceItemConceptInput

        quantity = self.quantity

        concept_id: None | str | Unset
        if isinstance(self.concept_id, Unset):
            concept_id = UNSET
        else:
            concept_id = self.concept_id

        concept: dict[str, Any] | None | Unset
        if isinstance(self.concept, Unset):
            concept = UNSET
        elif isinstance(self.concept, UpdateInvoiceItemConceptInput):
            concept = self.concept.to_dict()
        else:
            concept = self.concept

        amount: int | None | Unset
        if isinstance(self.amount, Unset):
            amount = UNSET
        else:
            amount = self.amount

        currency: None | str | Unset
        if isinstance(self.currency, Unset):
            currency = UNSET
        else:
            currency = self.currency

        description: None | str | Unset
        if isinstance(self.description, Unset):
            description = UNSET
        else:
            description = self.description

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "quantity": quantity,
            }
        )
        if concept_id is not UNSET:
            field_dict["conceptId"] = concept_id
        if concept is not UNSET:
            field_dict["concept"] = concept
        if amount is not UNSET:
            field_dict["amount"] = amount
        if currency is not UNSET:
            field_dict["currency"] = currency
        if description is not UNSET:
            field_dict["description"] = description

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.update_invoice_item_concept_input import UpdateInvoiceItemConceptInput

        d = dict(src_dict)
        quantity = d.pop("quantity")

        def _parse_concept_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        concept_id = _parse_concept_id(d.pop("conceptId", UNSET))

        def _parse_concept(data: object) -> None | Unset | UpdateInvoiceItemConceptInput:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                concept_type_0 = UpdateInvoiceItemConceptInput.from_dict(data)

                return concept_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UpdateInvoiceItemConceptInput, data)

        concept = _parse_concept(d.pop("concept", UNSET))

        def _parse_amount(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        amount = _parse_amount(d.pop("amount", UNSET))

        def _parse_currency(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        currency = _parse_currency(d.pop("currency", UNSET))

        def _parse_description(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        description = _parse_description(d.pop("description", UNSET))

        update_invoice_item_input = cls(
            quantity=quantity,
            concept_id=concept_id,
            concept=concept,
            amount=amount,
            currency=currency,
            description=description,
        )

        update_invoice_item_input.additional_properties = d
        return update_invoice_item_input

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
