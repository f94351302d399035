from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _attrs_define

from ..errors import FieldError as _FieldError
from ..models.tax_invoice_type import TaxInvoiceType
from ..types import UNSET, Unset
from ..types import Record as _Record
from ..types import format_instant as _format_instant


@_attrs_define(repr=False)
class CreateTaxInvoiceInput(_Record):
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
            date = _format_instant(self.date, "date")

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
        key_ = ""
        try:
            invoice_id = src_dict.get("invoiceId", UNSET)

            payment_id = src_dict.get("paymentId", UNSET)

            key_ = "date"
            _date = src_dict.get("date", UNSET)
            date: datetime.datetime | Unset
            if isinstance(_date, Unset):
                date = UNSET
            else:
                date = datetime.datetime.fromisoformat(_date)

            is_public_invoice = src_dict.get("isPublicInvoice", UNSET)

            substitute_of_id = src_dict.get("substituteOfId", UNSET)

            exchange_rate = src_dict.get("exchangeRate", UNSET)

            key_ = "type"
            _type_: Any = src_dict.get("type", UNSET)
            if _type_ is not UNSET:
                type_type_0 = TaxInvoiceType(_type_)

                _type_ = type_type_0

            type_: TaxInvoiceType | Unset = _type_

            customer_tax_info_id = src_dict.get("customerTaxInfoId", UNSET)

            return cls(
                invoice_id,
                payment_id,
                date,
                is_public_invoice,
                substitute_of_id,
                exchange_rate,
                type_,
                customer_tax_info_id,
            )
        except (TypeError, ValueError, LookupError, AttributeError) as error_:
            raise _FieldError.from_error(error_, key_, src_dict) from error_
