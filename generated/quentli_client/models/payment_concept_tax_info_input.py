from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..errors import FieldError as _FieldError
from ..types import UNSET, Unset
from ..types import Record as _Record


@_attrs_define(repr=False)
class PaymentConceptTaxInfoInput(_Record):
    """How the concept is described on tax invoices (CFDI)."""

    description: str | Unset = UNSET
    """ What the line on the tax invoice says. """
    product_key: str | Unset = UNSET
    """ Key of the product or service in the SAT's catalog (ClaveProdServ). """
    unit_key: str | Unset = UNSET
    """ Key of the unit of measure in the SAT's catalog (ClaveUnidad); E48 is a unit of service. """
    unit_name: str | Unset = UNSET
    """ Unit of measure in words. """
    tax_rate: float | Unset = UNSET
    """ Share of tax as a fraction: 0.16 is VAT (IVA) at 16 %. """
    taxability: str | Unset = UNSET
    """ Whether the sale is subject to tax, as the SAT's code (ObjetoImp): 01 is no, 02 is yes. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        description = self.description

        product_key = self.product_key

        unit_key = self.unit_key

        unit_name = self.unit_name

        tax_rate = self.tax_rate

        taxability = self.taxability

        field_dict: dict[str, Any] = {}
        if description is not UNSET:
            field_dict["description"] = description
        if product_key is not UNSET:
            field_dict["productKey"] = product_key
        if unit_key is not UNSET:
            field_dict["unitKey"] = unit_key
        if unit_name is not UNSET:
            field_dict["unitName"] = unit_name
        if tax_rate is not UNSET:
            field_dict["taxRate"] = tax_rate
        if taxability is not UNSET:
            field_dict["taxability"] = taxability
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
            description = fields_.pop("description", UNSET)

            product_key = fields_.pop("productKey", UNSET)

            unit_key = fields_.pop("unitKey", UNSET)

            unit_name = fields_.pop("unitName", UNSET)

            tax_rate = fields_.pop("taxRate", UNSET)

            taxability = fields_.pop("taxability", UNSET)

            record_ = cls(
                description,
                product_key,
                unit_key,
                unit_name,
                tax_rate,
                taxability,
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
