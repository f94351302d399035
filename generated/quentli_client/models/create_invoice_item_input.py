from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define

from ..errors import FieldError as _FieldError
from ..types import UNSET, Unset
from ..types import Record as _Record


@_attrs_define(repr=False)
class CreateInvoiceItemInput(_Record):
    """One line, which names a concept of the catalog or describes its own."""

    concept_id: None | str | Unset = UNSET
    """ The payment concept of the catalog to charge for; null or left out when the line describes its own. """
    concept: InvoiceItemConceptInput | None | Unset = UNSET
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
        concept_id: None | str | Unset
        if isinstance(self.concept_id, Unset):
            concept_id = UNSET
        else:
            concept_id = self.concept_id

        concept: dict[str, Any] | None | Unset
        if isinstance(self.concept, Unset):
            concept = UNSET
        elif isinstance(self.concept, InvoiceItemConceptInput):
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
        key_ = ""
        try:
            concept_id: None | str | Unset = src_dict.get("conceptId", UNSET)

            key_ = "concept"
            _concept: Any = src_dict.get("concept", UNSET)
            if _concept is not None and _concept is not UNSET:
                if not isinstance(_concept, dict):
                    raise _FieldError("", "cannot be read")
                concept_type_0 = InvoiceItemConceptInput.from_dict(_concept)

                _concept = concept_type_0

            concept: InvoiceItemConceptInput | None | Unset = _concept

            quantity: float | None | Unset = src_dict.get("quantity", UNSET)

            amount: int | None | Unset = src_dict.get("amount", UNSET)

            currency: None | str | Unset = src_dict.get("currency", UNSET)

            description: None | str | Unset = src_dict.get("description", UNSET)

            return cls(
                concept_id,
                concept,
                quantity,
                amount,
                currency,
                description,
            )
        except (TypeError, ValueError, LookupError, AttributeError) as error_:
            raise _FieldError.from_error(error_, key_, src_dict) from error_


# Below the class, as models may refer to each other.
from ..models.invoice_item_concept_input import InvoiceItemConceptInput
