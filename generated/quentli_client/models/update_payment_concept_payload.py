from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.payment_concept import PaymentConcept


T = TypeVar("T", bound="UpdatePaymentConceptPayload")


@_attrs_define
class UpdatePaymentConceptPayload:
    """The answer to a change of a payment concept."""

    payment_concept: PaymentConcept
    """ Something the organization bills for, with its price and, where it recurs, its rhythm. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        payment_concept = self.payment_concept.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "paymentConcept": payment_concept,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.payment_concept import PaymentConcept

        d = dict(src_dict)
        payment_concept = PaymentConcept.from_dict(d.pop("paymentConcept"))

        update_payment_concept_payload = cls(
            payment_concept=payment_concept,
        )

        update_payment_concept_payload.additional_properties = d
        return update_payment_concept_payload

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
