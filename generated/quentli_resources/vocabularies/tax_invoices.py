"""Vocabulary of tax invoices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from quentli_query.filters.fields import EnumField, InstantField, NumberField, TextField, WholeNumberField
from quentli_query.filters.vocabulary import Vocabulary

if TYPE_CHECKING:
    from quentli_client.models import TaxInvoice, TaxInvoiceFailureReason, TaxInvoiceStatus, TaxInvoiceType


class TaxInvoiceVocabulary(
    Vocabulary["TaxInvoice"],
    resource="tax_invoices",
    source="TaxInvoiceQ",
):
    """Fields of tax invoices, for filters and orders.

    Documented: `status=VALID`, `createdAt[gte]`. `explain()` shows the evidence for each filter.
    """

    __slots__ = ()

    id: TextField[TaxInvoice] = TextField()
    """Quentli's id of the tax invoice."""
    created_at: InstantField[TaxInvoice] = InstantField()
    """When the record was created, in UTC."""
    updated_at: InstantField[TaxInvoice] = InstantField()
    """When the record last changed, in UTC."""
    issue_date: InstantField[TaxInvoice] = InstantField()
    """The date of issue on the document, in UTC; null when it has none."""
    invoice_id: TextField[TaxInvoice] = TextField()
    """The invoice that the document is for; null when it is tied to none."""
    payment_id: TextField[TaxInvoice] = TextField()
    """The payment that the document is for; null when it is tied to none."""
    uuid: TextField[TaxInvoice] = TextField()
    """The fiscal folio, by which SAT knows the document; null when it has none."""
    verification_url: TextField[TaxInvoice] = TextField()
    """Where anybody can check the document; null when there is no such page."""
    folio: TextField[TaxInvoice] = TextField()
    """The issuer's own number for the document, not the fiscal folio; null when it has none."""
    status: EnumField[
        TaxInvoice,
        TaxInvoiceStatus | Literal["VALID", "CANCELED", "PENDING", "DRAFT", "PENDING_CANCELLATION", "FAILED"],
    ] = EnumField("VALID", "CANCELED", "PENDING", "DRAFT", "PENDING_CANCELLATION", "FAILED", bare=True)
    """Where the document stands: `DRAFT` or `PENDING` before it is issued, `VALID` once it is, `FAILED` when
    that did not work, `PENDING_CANCELLATION` and `CANCELED` on the way out. Written `status=value`, as
    documented.
    """
    failure_reason: EnumField[
        TaxInvoice,
        TaxInvoiceFailureReason
        | Literal[
            "UNKNOWN",
            "RFC_DOMICILE_MISMATCH",
            "RFC_LEGAL_NAME_MISMATCH",
            "CFDI_USAGE_MISMATCH",
            "ISSUE_DATE_OUT_OF_RANGE",
        ],
    ] = EnumField(
        "UNKNOWN",
        "RFC_DOMICILE_MISMATCH",
        "RFC_LEGAL_NAME_MISMATCH",
        "CFDI_USAGE_MISMATCH",
        "ISSUE_DATE_OUT_OF_RANGE",
    )
    """Why the document failed; null when it did not. The customer's RFC does not go with the tax address
    (`RFC_DOMICILE_MISMATCH`), the legal name (`RFC_LEGAL_NAME_MISMATCH`) or the CFDI usage
    (`CFDI_USAGE_MISMATCH`), the date is not acceptable (`ISSUE_DATE_OUT_OF_RANGE`), or the cause is
    `UNKNOWN`.
    """
    cancellation_status: TextField[TaxInvoice] = TextField()
    """How far the cancellation has come; null when none is recorded."""
    cancellation_motive: TextField[TaxInvoice] = TextField()
    """SAT's code for why the document was cancelled, `01` to `04`; null when none is recorded."""
    cancel_requested_at: InstantField[TaxInvoice] = InstantField()
    """When the cancellation was asked for, in UTC; null when it never was."""
    canceled_at: InstantField[TaxInvoice] = InstantField()
    """When the document was cancelled, in UTC; null unless it was."""
    canceled_by_id: TextField[TaxInvoice] = TextField()
    """The user who cancelled the document; null when nobody is recorded."""
    cancellation_substitution: TextField[TaxInvoice] = TextField()
    """The document given as the substitute in the cancellation; null when none was given."""
    sat_type: TextField[TaxInvoice] = TextField()
    """SAT's letter for the type of document, such as `I` for income or `P` for payment; null when none is
    recorded.
    """
    customer_id: TextField[TaxInvoice] = TextField()
    """The customer that the document concerns."""
    type: EnumField[
        TaxInvoice, TaxInvoiceType | Literal["TAX_RECEIPT", "TAX_INVOICE_PPD", "TAX_INVOICE_PUE"]
    ] = EnumField("TAX_RECEIPT", "TAX_INVOICE_PPD", "TAX_INVOICE_PUE")
    """`TAX_INVOICE_PUE` is an invoice paid in one go, `TAX_INVOICE_PPD` one paid later or in instalments,
    `TAX_RECEIPT` a receipt.
    """
    payment_form: TextField[TaxInvoice] = TextField()
    """SAT's code for how the money was paid, such as `03` for a transfer; null when none is recorded."""
    payment_method: TextField[TaxInvoice] = TextField()
    """SAT's code for when the money is paid: `PUE` in one go, `PPD` later or in instalments; null when none is
    recorded.
    """
    usage: TextField[TaxInvoice] = TextField()
    """SAT's code for what the receiver uses the document for (uso de CFDI), such as `G03` for general expenses;
    null when none is recorded.
    """
    currency: TextField[TaxInvoice] = TextField()
    """ISO 4217 code of the currency of the document."""
    exchange_rate: NumberField[TaxInvoice] = NumberField()
    """Pesos for one unit of the document's currency, a plain ratio and not minor units; null when none is
    recorded.
    """
    total_amount: WholeNumberField[TaxInvoice] = WholeNumberField()
    """Total of the document in minor units: 150000 is MXN 1,500.00."""
    pdf_id: TextField[TaxInvoice] = TextField()
    """Id of the document's PDF file; null when there is none."""
    xml_id: TextField[TaxInvoice] = TextField()
    """Id of the document's XML file, the CFDI itself; null when there is none."""
    created_by_user_id: TextField[TaxInvoice] = TextField()
    """The user who had the document made; null when it was no user."""
    created_by_customer_id: TextField[TaxInvoice] = TextField()
    """The customer who had the document made; null when it was no customer."""
    organization_id: TextField[TaxInvoice] = TextField()
    """The organization that the document belongs to."""
    substitute_tax_invoice_id: TextField[TaxInvoice] = TextField()
    """The tax invoice that takes this one's place; null when there is none."""


TaxInvoiceQ = TaxInvoiceVocabulary()
"""Fields of tax invoices, for filters and orders."""
