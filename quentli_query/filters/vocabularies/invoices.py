"""The vocabulary of invoices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..fields import BooleanField, EnumField, InstantField, TextField, WholeNumberField
from ..vocabulary import FREE_KEYS, OBJECTS
from .base import RecordFields

if TYPE_CHECKING:
    from quentli_client.models import CollectionMethod, FullInvoice


class InvoiceVocabulary(
    RecordFields["FullInvoice"],
    resource="invoices",
    source="InvoiceQ",
    unfilterable={"items": OBJECTS, "meta": FREE_KEYS},
):
    """What invoices can be filtered and ordered by.

    Documented for invoices are `isPaid=false`, `dueDate[gte]` and the order `createdAt=desc`. That all other
    fields of an invoice can be named as well is inferred.
    """

    __slots__ = ()

    customer_id: TextField[FullInvoice] = TextField()
    subscription_id: TextField[FullInvoice] = TextField()
    collection_method: EnumField[FullInvoice, CollectionMethod] = EnumField(
        "AUTOMATIC", "SEND_REMINDER", "NONE"
    )
    total_amount: WholeNumberField[FullInvoice] = WholeNumberField()
    """In minor units: 150000 is MXN 1,500.00."""
    currency: TextField[FullInvoice] = TextField()
    """Three letters, `MXN`."""
    due_date: InstantField[FullInvoice] = InstantField()
    expire_date: InstantField[FullInvoice] = InstantField()
    organization_id: TextField[FullInvoice] = TextField()
    is_paid: BooleanField[FullInvoice] = BooleanField(bare=True)
    """Also a call, `InvoiceQ.is_paid(False)`. Spelled `isPaid=false`, as documented."""
    paid_by_id: TextField[FullInvoice] = TextField()
    amount_paid: WholeNumberField[FullInvoice] = WholeNumberField()
    """In minor units: 150000 is MXN 1,500.00."""
    beneficiary_id: TextField[FullInvoice] = TextField()
    allow_offtime_payment: BooleanField[FullInvoice] = BooleanField()
    paid_with_id: TextField[FullInvoice] = TextField()
    canceled_at: InstantField[FullInvoice] = InstantField()
    canceled_by_id: TextField[FullInvoice] = TextField()


InvoiceQ = InvoiceVocabulary()
"""The fields of invoices, for filters and orders: `InvoiceQ.is_paid(False)`."""
