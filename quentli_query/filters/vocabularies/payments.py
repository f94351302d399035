"""The vocabulary of payments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..fields import BooleanField, EnumField, InstantField, TextField, WholeNumberField
from ..vocabulary import FREE_KEYS, KEY_VALUE_PAIRS, OBJECTS
from .base import RecordFields
from .customers import CustomerFields

if TYPE_CHECKING:
    from quentli_client.models import PaymentProcessor, PaymentStatus, PaymentType, PaymentWithItems


class PaymentCustomerVocabulary(
    CustomerFields["PaymentWithItems"],
    resource="payments",
    source="PaymentQ.customer",
    within=("customer",),
):
    """What payments can be filtered by of the customer who pays. They cannot be ordered by it.

    Seen in use is `customer[username][equals]`; the rest is inferred. No record shows its customer, so that
    answers cannot be checked for these conditions.
    """

    __slots__ = ()

    username: TextField[PaymentWithItems] = TextField(seen=["equals"])
    """The name the customer logs in with. Seen in use: `customer[username][equals]=juan`."""


class PaymentVocabulary(
    RecordFields["PaymentWithItems"],
    resource="payments",
    source="PaymentQ",
    unfilterable={"metadata": KEY_VALUE_PAIRS, "meta": FREE_KEYS, "items": OBJECTS},
):
    """What payments can be filtered and ordered by.

    Documented for payments are `isCompleted=true`, `type[equals]` and the order `createdAt=desc`; seen in use
    are `status[equals]` and `customer[username][equals]`. That all other fields of a payment, and of its
    customer, can be named as well is inferred.
    """

    __slots__ = ()

    amount: WholeNumberField[PaymentWithItems] = WholeNumberField()
    """In minor units: 150000 is MXN 1,500.00."""
    currency: TextField[PaymentWithItems] = TextField()
    """Three letters, `MXN`."""
    description: TextField[PaymentWithItems] = TextField()
    type: EnumField[PaymentWithItems, PaymentType] = EnumField(
        "TRANSFER", "CARD", "OXXO", "OTHER", "CASH", "DIRECT_DEBIT"
    )
    status: EnumField[PaymentWithItems, PaymentStatus] = EnumField(
        "INCOMPLETE", "COMPLETE", "CANCELED", "INITIATED", "REFUNDED", "DISPUTED", "REVERTED"
    )
    is_completed: BooleanField[PaymentWithItems] = BooleanField(bare=True)
    """Also a call, `PaymentQ.is_completed(False)`. Spelled `isCompleted=true`, as documented."""
    payment_time: InstantField[PaymentWithItems] = InstantField()
    customer: PaymentCustomerVocabulary = PaymentCustomerVocabulary()
    """The customer who pays: `PaymentQ.customer.username.equals("juan")`."""
    customer_id: TextField[PaymentWithItems] = TextField()
    payment_intent_id: TextField[PaymentWithItems] = TextField()
    payment_method_id: TextField[PaymentWithItems] = TextField()
    organization_id: TextField[PaymentWithItems] = TextField()
    skip_tax_invoice: BooleanField[PaymentWithItems] = BooleanField()
    monthly_installments: WholeNumberField[PaymentWithItems] = WholeNumberField()
    """How many; a whole number."""
    processor: EnumField[PaymentWithItems, PaymentProcessor] = EnumField(
        "FISERV", "KUSHKI", "QUENTLI", "SANTANDER", "STRIPE", "TAPI"
    )
    processor_fee: WholeNumberField[PaymentWithItems] = WholeNumberField()
    """In minor units: 150000 is MXN 1,500.00."""
    processor_fee_tax: WholeNumberField[PaymentWithItems] = WholeNumberField()
    """In minor units: 150000 is MXN 1,500.00."""
    installments_fee: WholeNumberField[PaymentWithItems] = WholeNumberField()
    """In minor units: 150000 is MXN 1,500.00."""
    installments_fee_tax: WholeNumberField[PaymentWithItems] = WholeNumberField()
    """In minor units: 150000 is MXN 1,500.00."""
    external_payment_type_id: TextField[PaymentWithItems] = TextField()
    session_id: TextField[PaymentWithItems] = TextField()


PaymentQ = PaymentVocabulary()
"""The fields of payments, for filters and orders: `PaymentQ.type == "CARD"`."""
