from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.create_invoice_args_input_items_item_concept import CreateInvoiceArgsInputItemsItemConcept


T = TypeVar("T", bound="CreateInvoiceArgsInputItemsItem")


@_attrs_define
class CreateInvoiceArgsInputItemsItem:
    concept_id: None | str | Unset = UNSET
    concept: CreateInvoiceArgsInputItemsItemConcept | None | Unset = UNSET
    quantity: float | None | Unset = UNSET
    amount: float | None | Unset = UNSET
    currency: None | str | Unset = UNSET
    description: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.create_invoice_args_input_items_item_concept import (
            CreateInvoiceArgsInputItemsItemConcept,
        )

        concept_id: None | str | Unset
        if isinstance(self.concept_id, Unset):
            concept_id = UNSET
        else:
            concept_id = self.concept_id

        concept: dict[str, Any] | None | Unset
        if isinstance(self.concept, Unset):
            concept = UNSET
        elif isinstance(self.concept, CreateInvoiceArgsInputItemsItemConcept):
            concept = self.concept.to_dict()
        else:
            concept = self.concept

        quantity: float | None | Unset
        if isinstance(self.quantity, Unset):
            quantity = UNSET
        else:
            quantity = self.quantity

        amount: float | None | Unset
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

        field_dict.update({})
        if concept_id is not UNSET:
            field_dict["conceptId"] = concept_id
        if concept is not UNSET:
            field_dict["concept"] = concept
        if quantity is not UNSET:
            field_dict["quantity"] = quantity
        if amount is not UNSET:
            field_dict["amount"] = amount
        if currency is not UNSET:
            field_dict["currency"] = currency
        if description is not UNSET:
            field_dict["description"] = description

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.create_invoice_args_input_items_item_concept import (
            CreateInvoiceArgsInputItemsItemConcept,
        )

        d = dict(src_dict)

        def _parse_concept_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        concept_id = _parse_concept_id(d.pop("conceptId", UNSET))

        def _parse_concept(data: object) -> CreateInvoiceArgsInputItemsItemConcept | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                concept_concept = CreateInvoiceArgsInputItemsItemConcept.from_dict(data)

                return concept_concept
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CreateInvoiceArgsInputItemsItemConcept | None | Unset, data)

        concept = _parse_concept(d.pop("concept", UNSET))

        def _parse_quantity(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        quantity = _parse_quantity(d.pop("quantity", UNSET))

        def _parse_amount(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

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

        create_invoice_args_input_items_item = cls(
            concept_id=concept_id,
            concept=concept,
            quantity=quantity,
            amount=amount,
            currency=currency,
            description=description,
        )

        return create_invoice_args_input_items_item
