"""The vocabulary of tax invoices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..fields import EnumField, InstantField, NumberField, TextField, WholeNumberField
from .base import RecordFields

if TYPE_CHECKING:
    from quentli_client.models import TaxInvoice, TaxInvoiceFailureReason, TaxInvoiceStatus, TaxInvoiceType


class TaxInvoiceVocabulary(RecordFields["TaxInvoice"], resource="tax_invoices", source="TaxInvoiceQ"):
    """What tax invoices can be filtered and ordered by.

    Documented for tax invoices are `status=VALID`, `createdAt[gte]` and the order `createdAt=desc`. That all
    other fields of a tax invoice can be named as well is inferred.
    """

    __slots__ = ()

    issue_date: InstantField[TaxInvoice] = InstantField()
    invoice_id: TextField[TaxInvoice] = TextField()
    payment_id: TextField[TaxInvoice] = TextField()
    uuid: TextField[TaxInvoice] = TextField()
    """The fiscal folio of the CFDI, once it is stamped."""
    verification_url: TextField[TaxInvoice] = TextField()
    folio: TextField[TaxInvoice] = TextField()
    status: EnumField[TaxInvoice, TaxInvoiceStatus] = EnumField(
        "VALID", "CANCELED", "PENDING", "DRAFT", "PENDING_CANCELLATION", "FAILED", bare=True
    )
    """Spelled `status=VALID`, as documented."""
    failure_reason: EnumField[TaxInvoice, TaxInvoiceFailureReason] = EnumField(
        "UNKNOWN",
        "RFC_DOMICILE_MISMATCH",
        "RFC_LEGAL_NAME_MISMATCH",
        "CFDI_USAGE_MISMATCH",
        "ISSUE_DATE_OUT_OF_RANGE",
    )
    cancellation_status: TextField[TaxInvoice] = TextField()
    cancellation_motive: TextField[TaxInvoice] = TextField()
    cancel_requested_at: InstantField[TaxInvoice] = InstantField()
    canceled_at: InstantField[TaxInvoice] = InstantField()
    canceled_by_id: TextField[TaxInvoice] = TextField()
    cancellation_substitution: TextField[TaxInvoice] = TextField()
    sat_type: TextField[TaxInvoice] = TextField()
    customer_id: TextField[TaxInvoice] = TextField()
    type: EnumField[TaxInvoice, TaxInvoiceType] = EnumField(
        "TAX_RECEIPT", "TAX_INVOICE_PPD", "TAX_INVOICE_PUE"
    )
    payment_form: TextField[TaxInvoice] = TextField()
    payment_method: TextField[TaxInvoice] = TextField()
    usage: TextField[TaxInvoice] = TextField()
    currency: TextField[TaxInvoice] = TextField()
    """Three letters, `MXN`."""
    exchange_rate: NumberField[TaxInvoice] = NumberField()
    """Possibly with a fraction."""
    total_amount: WholeNumberField[TaxInvoice] = WholeNumberField()
    """In minor units: 150000 is MXN 1,500.00."""
    pdf_id: TextField[TaxInvoice] = TextField()
    xml_id: TextField[TaxInvoice] = TextField()
    created_by_user_id: TextField[TaxInvoice] = TextField()
    created_by_customer_id: TextField[TaxInvoice] = TextField()
    organization_id: TextField[TaxInvoice] = TextField()
    substitute_tax_invoice_id: TextField[TaxInvoice] = TextField()


TaxInvoiceQ = TaxInvoiceVocabulary()
"""The fields of tax invoices, for filters and orders: `TaxInvoiceQ.status == "VALID"`."""
