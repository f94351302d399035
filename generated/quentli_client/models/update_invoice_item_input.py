from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..errors import FieldError as _FieldError
from ..types import UNSET, Unset
from ..types import Record as _Record


@_attrs_define(repr=False)
class UpdateInvoiceItemInput(_Record):
    """One line, which names a concept of the catalog or describes its own."""

    quantity: float
    """ How many units to charge for, at least 1; unlike at creation it must be given. """
    concept_id: None | str | Unset = UNSET
    """ The payment concept of the catalog to charge for; null or left out when the line describes its own. """
    concept: InvoiceItemConceptInput | None | Unset = UNSET
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
        quantity = self.quantity

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
        field_dict["quantity"] = quantity
        if amount is not UNSET:
            field_dict["amount"] = amount
        if currency is not UNSET:
            field_dict["currency"] = currency
        if description is not UNSET:
            field_dict["description"] = description
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
            quantity = fields_.pop("quantity")

            concept_id: None | str | Unset = fields_.pop("conceptId", UNSET)

            key_ = "concept"
            _concept: Any = fields_.pop("concept", UNSET)
            if _concept is not None and _concept is not UNSET:
                if not isinstance(_concept, dict):
                    raise _FieldError("", "cannot be read")
                concept_type_0 = InvoiceItemConceptInput.from_dict(_concept)

                _concept = concept_type_0

            concept: InvoiceItemConceptInput | None | Unset = _concept

            amount: int | None | Unset = fields_.pop("amount", UNSET)

            currency: None | str | Unset = fields_.pop("currency", UNSET)

            description: None | str | Unset = fields_.pop("description", UNSET)

            record_ = cls(
                quantity,
                concept_id,
                concept,
                amount,
                currency,
                description,
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
from ..models.invoice_item_concept_input import InvoiceItemConceptInput
