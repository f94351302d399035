from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.create_invoice_item_concept_input import CreateInvoiceItemConceptInput


T = TypeVar("T", bound="CreateInvoiceItemInput")


@_attrs_define
class CreateInvoiceItemInput:
    """One line, which names a concept of the catalog or describes its own."""

    concept_id: None | str | Unset = UNSET
    """ The payment concept of the catalog to charge for; null or left out when the line describes its own. """
    concept: CreateInvoiceItemConceptInput | None | Unset = UNSET
    """ A concept described on the spot instead of one from the catalog; null or left out when `conceptId` names
    one. """
    quantity: float | None | Unset = UNSET
    """ How many units to charge for, at least 1. """
    amount: int | None | Unset = UNSET
    """ Price given on the line itself in minor units; null or left out when the line gives none. """
    currency: None | str | Unset = UNSET
    """ ISO 4217 code that goes with the price on the line; null or left out when the line gives none. """
    description: None | str | Unset = UNSET
    """ Words for the customer about this line; null or left out for none, but not empty. """

    def to_dict(self) -> dict[str, Any]:
        from ..models.create_invoice_item_concept_input import CreateInvoiceItemConceptInput

        concept_id: None | str | Unset
        if isinstance(self.concept_id, Unset):
            concept_id = UNSET
        else:
            concept_id = self.concept_id

        concept: dict[str, Any] | None | Unset
        if isinstance(self.concept, Unset):
            concept = UNSET
        elif isinstance(self.concept, CreateInvoiceItemConceptInput):
            concept = self.concept.to_dict()
        else:
            concept = self.concept

        quantity: float | None | Unset
        if isinstance(self.quantity, Unset):
            quantity = UNSET
        else:
            quantity = self.quantity

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
        from ..models.create_invoice_item_concept_input import CreateInvoiceItemConceptInput

        d = dict(src_dict)

        def _parse_concept_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        concept_id = _parse_concept_id(d.pop("conceptId", UNSET))

        def _parse_concept(data: object) -> CreateInvoiceItemConceptInput | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                concept_type_0 = CreateInvoiceItemConceptInput.from_dict(data)

                return concept_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CreateInvoiceItemConceptInput | None | Unset, data)

        concept = _parse_concept(d.pop("concept", UNSET))

        def _parse_quantity(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        quantity = _parse_quantity(d.pop("quantity", UNSET))

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

        create_invoice_item_input = cls(
            concept_id=concept_id,
            concept=concept,
            quantity=quantity,
            amount=amount,
            currency=currency,
            description=description,
        )

        return create_invoice_item_input
