"""The vocabulary of payment concepts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..fields import BooleanField, InstantField, TextField, WholeNumberField
from ..vocabulary import AN_OBJECT
from .base import RecordFields

if TYPE_CHECKING:
    from quentli_client.models import PaymentConcept


class PaymentConceptVocabulary(
    RecordFields["PaymentConcept"],
    resource="payment_concepts",
    source="PaymentConceptQ",
    unfilterable={"recurrent_detail": AN_OBJECT},
):
    """What payment concepts can be filtered and ordered by.

    Documented for payment concepts are `active[equals]` and the order `createdAt=desc`. That all other fields
    of a payment concept can be named as well is inferred.
    """

    __slots__ = ()

    display_name: TextField[PaymentConcept] = TextField()
    description: TextField[PaymentConcept] = TextField()
    amount: WholeNumberField[PaymentConcept] = WholeNumberField()
    """In minor units: 150000 is MXN 1,500.00."""
    currency: TextField[PaymentConcept] = TextField()
    """Three letters, `MXN`."""
    organization_id: TextField[PaymentConcept] = TextField()
    active: BooleanField[PaymentConcept] = BooleanField()
    sku: TextField[PaymentConcept] = TextField()
    recurrent_detail_id: TextField[PaymentConcept] = TextField()
    amount_editable: BooleanField[PaymentConcept] = BooleanField()
    quantity_editable: BooleanField[PaymentConcept] = BooleanField()
    archived_at: InstantField[PaymentConcept] = InstantField()
    one_off: BooleanField[PaymentConcept] = BooleanField()
    group_id: TextField[PaymentConcept] = TextField()


PaymentConceptQ = PaymentConceptVocabulary()
"""The fields of payment concepts, for filters and orders: `PaymentConceptQ.active.is_true()`."""
