"""Vocabulary of subscriptions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from quentli_query.filters.fields import BooleanField, EnumField, InstantField, TextField
from quentli_query.filters.vocabulary import FREE_KEYS, Vocabulary

if TYPE_CHECKING:
    from quentli_client.models import CollectionMethod, GenerationMode, Subscription, SubscriptionStatus


class SubscriptionVocabulary(
    Vocabulary["Subscription"],
    resource="subscriptions",
    source="SubscriptionQ",
    unfilterable={
        "metadata": FREE_KEYS,
    },
):
    """Fields of subscriptions, for filters and orders.

    Documented: `isActive[equals]`. `explain()` shows the evidence for each filter.
    """

    __slots__ = ()

    id: TextField[Subscription] = TextField()
    """Quentli's id of the subscription."""
    created_at: InstantField[Subscription] = InstantField()
    """When the subscription was added, in UTC."""
    updated_at: InstantField[Subscription] = InstantField()
    """When any detail of the subscription last changed, in UTC."""
    description: TextField[Subscription] = TextField()
    """What the subscription is for; null without an explanation."""
    customer_id: TextField[Subscription] = TextField()
    """The customer who is billed."""
    status: EnumField[
        Subscription, SubscriptionStatus | Literal["INACTIVE", "ACTIVE", "CANCELED", "COMPLETED"]
    ] = EnumField("INACTIVE", "ACTIVE", "CANCELED", "COMPLETED")
    """ACTIVE is running, INACTIVE is not, CANCELED was ended by a cancellation, COMPLETED has run its course;
    may be null or missing.
    """
    collection_method: EnumField[
        Subscription, CollectionMethod | Literal["AUTOMATIC", "SEND_REMINDER", "NONE"]
    ] = EnumField("AUTOMATIC", "SEND_REMINDER", "NONE")
    """How payment is sought: AUTOMATIC charges the saved payment method, SEND_REMINDER asks the customer to pay,
    NONE does neither.
    """
    payment_method_id: TextField[Subscription] = TextField()
    """The saved payment method that is charged; null when none is set."""
    tax_profile_id: TextField[Subscription] = TextField()
    """The customer's tax profile for its tax invoices (CFDI); null when none is set."""
    next_collection_date: InstantField[Subscription] = InstantField()
    """When the next collection is due; null when none is planned."""
    first_collection_date: InstantField[Subscription] = InstantField()
    """When the first collection was or will be due."""
    last_collection_date: InstantField[Subscription] = InstantField()
    """Date of the last collection; null when there is none."""
    generation_mode: EnumField[Subscription, GenerationMode | Literal["MANUAL", "AUTO"]] = EnumField(
        "MANUAL", "AUTO"
    )
    """How its invoices come about: AUTO by the system, MANUAL by hand."""
    only_automatic_collection: BooleanField[Subscription] = BooleanField()
    """Whether payment is to come from automatic charges alone."""
    custom_cancel_reason: TextField[Subscription] = TextField()
    """Why it was canceled, in free words; null when no reason is recorded."""
    canceled_at: InstantField[Subscription] = InstantField()
    """When it was canceled; null when it was not."""
    canceled_by_id: TextField[Subscription] = TextField()
    """The user who canceled it; null when none is recorded."""
    is_active: BooleanField[Subscription] = BooleanField()
    """Whether it is running."""
    is_completed: BooleanField[Subscription] = BooleanField()
    """Whether it has run its course."""


SubscriptionQ = SubscriptionVocabulary()
"""Fields of subscriptions, for filters and orders."""
