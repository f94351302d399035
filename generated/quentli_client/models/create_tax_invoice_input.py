from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.tax_invoice_type import TaxInvoiceType
from ..types import UNSET, Unset

T = TypeVar("T", bound="CreateTaxInvoiceInput")


@_attrs_define
class CreateTaxInvoiceInput:
    """What the tax invoice is for and how it is to be made out."""

    invoice_id: str | Unset = UNSET
    """ The invoice to issue the document for. """
    payment_id: str | Unset = UNSET
    """ The payment to issue the document for. """
    date: datetime.datetime | Unset = UNSET
    """ The date of issue to put on the document, in UTC; SAT does not accept every date. """
    is_public_invoice: bool | Unset = UNSET
    """ True to make the document out to the general public (público en general) and not to the customer's RFC. """
    substitute_of_id: str | Unset = UNSET
    """ The earlier tax invoice that the new one takes the place of. """
    exchange_rate: float | Unset = UNSET
    """ Pesos for one unit of the document's currency, a plain ratio and not minor units. """
    type_: TaxInvoiceType | Unset = UNSET
    """ `TAX_INVOICE_PUE` for an invoice paid in one go, `TAX_INVOICE_PPD` for one paid later or in instalments,
    `TAX_RECEIPT` for a receipt. """
    customer_tax_info_id: str | Unset = UNSET
    """ Which of the customer's tax profiles to make the document out to. """

    def to_dict(self) -> dict[str, Any]:
        invoice_id = self.invoice_id

        payment_id = self.payment_id

        date: str | Unset = UNSET
        if not isinstance(self.date, Unset):
            date = self.date.isoformat()

        is_public_invoice = self.is_public_invoice

        substitute_of_id = self.substitute_of_id

        exchange_rate = self.exchange_rate

        type_: str | Unset
        if isinstance(self.type_, Unset):
            type_ = UNSET
        else:
            type_ = self.type_.value

        customer_tax_info_id = self.customer_tax_info_id

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if invoice_id is not UNSET:
            field_dict["invoiceId"] = invoice_id
        if payment_id is not UNSET:
            field_dict["paymentId"] = payment_id
        if date is not UNSET:
            field_dict["date"] = date
        if is_public_invoice is not UNSET:
            field_dict["isPublicInvoice"] = is_public_invoice
        if substitute_of_id is not UNSET:
            field_dict["substituteOfId"] = substitute_of_id
        if exchange_rate is not UNSET:
            field_dict["exchangeRate"] = exchange_rate
        if type_ is not UNSET:
            field_dict["type"] = type_
        if customer_tax_info_id is not UNSET:
            field_dict["customerTaxInfoId"] = customer_tax_info_id

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        invoice_id = d.pop("invoiceId", UNSET)

        payment_id = d.pop("paymentId", UNSET)

        _date = d.pop("date", UNSET)
        date: datetime.datetime | Unset
        if isinstance(_date, Unset):
            date = UNSET
        else:
            date = datetime.datetime.fromisoformat(_date)

        is_public_invoice = d.pop("isPublicInvoice", UNSET)

        substitute_of_id = d.pop("substituteOfId", UNSET)

        exchange_rate = d.pop("exchangeRate", UNSET)

        def _parse_type_(data: object) -> TaxInvoiceType | Unset:
            if isinstance(data, Unset):
                return data
            if not isinstance(data, str):
                raise TypeError()
            type_type_0 = TaxInvoiceType(data)

            return type_type_0

        type_ = _parse_type_(d.pop("type", UNSET))

        customer_tax_info_id = d.pop("customerTaxInfoId", UNSET)

        create_tax_invoice_input = cls(
            invoice_id=invoice_id,
            payment_id=payment_id,
            date=date,
            is_public_invoice=is_public_invoice,
            substitute_of_id=substitute_of_id,
            exchange_rate=exchange_rate,
            type_=type_,
            customer_tax_info_id=customer_tax_info_id,
        )

        return create_tax_invoice_input
