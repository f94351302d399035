"""Vocabulary of invoices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from quentli_query.filters.fields import BooleanField, EnumField, InstantField, TextField, WholeNumberField
from quentli_query.filters.vocabulary import FREE_KEYS, OBJECTS, Vocabulary

if TYPE_CHECKING:
    from quentli_client.models import CollectionMethod, FullInvoice


class InvoiceVocabulary(
    Vocabulary["FullInvoice"],
    resource="invoices",
    source="InvoiceQ",
    unfilterable={
        "items": OBJECTS,
        "meta": FREE_KEYS,
    },
):
    """Fields of invoices, for filters and orders.

    Documented: `isPaid=false`, `dueDate[gte]`. `explain()` shows the evidence for each filter.
    """

    __slots__ = ()

    id: TextField[FullInvoice] = TextField()
    """Quentli's id of the invoice."""
    created_at: InstantField[FullInvoice] = InstantField()
    """When the invoice was created, in UTC."""
    updated_at: InstantField[FullInvoice] = InstantField()
    """When anything about the invoice last changed, in UTC."""
    customer_id: TextField[FullInvoice] = TextField()
    """The customer who owes the money."""
    subscription_id: TextField[FullInvoice] = TextField()
    """The subscription that the invoice belongs to; null for one that stands alone."""
    collection_method: EnumField[
        FullInvoice, CollectionMethod | Literal["AUTOMATIC", "SEND_REMINDER", "NONE"]
    ] = EnumField("AUTOMATIC", "SEND_REMINDER", "NONE")
    """How the money is collected: `AUTOMATIC` charges the saved payment method, `SEND_REMINDER` asks the
    customer by reminders, `NONE` does neither.
    """
    total_amount: WholeNumberField[FullInvoice] = WholeNumberField()
    """What is owed in all, in minor units: 150000 is MXN 1,500.00."""
    currency: TextField[FullInvoice] = TextField()
    """ISO 4217 code of the currency of the amounts."""
    due_date: InstantField[FullInvoice] = InstantField()
    """By when payment is due, in UTC."""
    expire_date: InstantField[FullInvoice] = InstantField()
    """When the invoice expires, in UTC; null when no such date is set."""
    organization_id: TextField[FullInvoice] = TextField()
    """The organization that the money is owed to."""
    is_paid: BooleanField[FullInvoice] = BooleanField(bare=True)
    """True once the invoice counts as paid. Written `isPaid=value`, as documented."""
    paid_by_id: TextField[FullInvoice] = TextField()
    """Id of who paid the invoice or marked it as paid; null when nobody is recorded."""
    amount_paid: WholeNumberField[FullInvoice] = WholeNumberField()
    """How much has been paid so far, in minor units."""
    beneficiary_id: TextField[FullInvoice] = TextField()
    """Who benefits from what is billed; null when nobody is named."""
    allow_offtime_payment: BooleanField[FullInvoice] = BooleanField()
    """True when the invoice may also be paid out of time."""
    paid_with_id: TextField[FullInvoice] = TextField()
    """Id of what the invoice was paid with; null when nothing is recorded."""
    canceled_at: InstantField[FullInvoice] = InstantField()
    """When the invoice was cancelled, in UTC; null unless it was."""
    canceled_by_id: TextField[FullInvoice] = TextField()
    """The user who cancelled the invoice; null when nobody is recorded."""


InvoiceQ = InvoiceVocabulary()
"""Fields of invoices, for filters and orders."""
