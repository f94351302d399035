"""Vocabulary of payment concepts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quentli_query.filters.fields import BooleanField, InstantField, TextField, WholeNumberField
from quentli_query.filters.vocabulary import AN_OBJECT, Vocabulary

if TYPE_CHECKING:
    from quentli_client.models import PaymentConcept


class PaymentConceptVocabulary(
    Vocabulary["PaymentConcept"],
    resource="payment_concepts",
    source="PaymentConceptQ",
    unfilterable={
        "recurrent_detail": AN_OBJECT,
    },
):
    """Fields of payment concepts, for filters and orders.

    Documented: `active[equals]`. `explain()` shows the evidence for each filter.
    """

    __slots__ = ()

    id: TextField[PaymentConcept] = TextField()
    """Quentli's id of the payment concept."""
    created_at: InstantField[PaymentConcept] = InstantField()
    """When the payment concept was added, in UTC."""
    updated_at: InstantField[PaymentConcept] = InstantField()
    """When any detail of the payment concept last changed, in UTC."""
    display_name: TextField[PaymentConcept] = TextField()
    """What it is called where people see it."""
    description: TextField[PaymentConcept] = TextField()
    """Longer explanation of what is billed; null without one."""
    amount: WholeNumberField[PaymentConcept] = WholeNumberField()
    """Price in minor units: 150000 is MXN 1,500.00."""
    currency: TextField[PaymentConcept] = TextField()
    """ISO 4217 code of the currency of `amount`."""
    organization_id: TextField[PaymentConcept] = TextField()
    """The organization whose catalog it is in."""
    active: BooleanField[PaymentConcept] = BooleanField()
    """Whether it is in use."""
    sku: TextField[PaymentConcept] = TextField()
    """The organization's own article number; null without one."""
    recurrent_detail_id: TextField[PaymentConcept] = TextField()
    """Id of the rhythm in which it is billed; null when it does not recur."""
    amount_editable: BooleanField[PaymentConcept] = BooleanField()
    """Whether another price than `amount` may be set when it is billed."""
    quantity_editable: BooleanField[PaymentConcept] = BooleanField()
    """Whether the quantity may be changed when it is billed."""
    archived_at: InstantField[PaymentConcept] = InstantField()
    """Since when it has been archived; null while it is not."""
    one_off: BooleanField[PaymentConcept] = BooleanField()
    """True when it was made for a single use; lists of payment concepts leave those out."""
    group_id: TextField[PaymentConcept] = TextField()
    """The group of concepts that it belongs to; null when it is in none."""


PaymentConceptQ = PaymentConceptVocabulary()
"""Fields of payment concepts, for filters and orders."""
