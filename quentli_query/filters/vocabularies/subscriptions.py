"""The vocabulary of subscriptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..fields import BooleanField, EnumField, InstantField, TextField
from ..vocabulary import FREE_KEYS
from .base import RecordFields

if TYPE_CHECKING:
    from quentli_client.models import CollectionMethod, GenerationMode, Subscription, SubscriptionStatus


class SubscriptionVocabulary(
    RecordFields["Subscription"],
    resource="subscriptions",
    source="SubscriptionQ",
    unfilterable={"metadata": FREE_KEYS},
):
    """What subscriptions can be filtered and ordered by.

    Documented for subscriptions are `isActive[equals]` and the order `createdAt=desc`. That all other fields
    of a subscription can be named as well is inferred.
    """

    __slots__ = ()

    description: TextField[Subscription] = TextField()
    customer_id: TextField[Subscription] = TextField()
    status: EnumField[Subscription, SubscriptionStatus] = EnumField(
        "INACTIVE", "ACTIVE", "CANCELED", "COMPLETED"
    )
    collection_method: EnumField[Subscription, CollectionMethod] = EnumField(
        "AUTOMATIC", "SEND_REMINDER", "NONE"
    )
    payment_method_id: TextField[Subscription] = TextField()
    tax_profile_id: TextField[Subscription] = TextField()
    next_collection_date: InstantField[Subscription] = InstantField()
    first_collection_date: InstantField[Subscription] = InstantField()
    last_collection_date: InstantField[Subscription] = InstantField()
    generation_mode: EnumField[Subscription, GenerationMode] = EnumField("MANUAL", "AUTO")
    only_automatic_collection: BooleanField[Subscription] = BooleanField()
    custom_cancel_reason: TextField[Subscription] = TextField()
    canceled_at: InstantField[Subscription] = InstantField()
    canceled_by_id: TextField[Subscription] = TextField()
    is_active: BooleanField[Subscription] = BooleanField()
    is_completed: BooleanField[Subscription] = BooleanField()


SubscriptionQ = SubscriptionVocabulary()
"""The fields of subscriptions, for filters and orders: `SubscriptionQ.is_active.is_true()`."""
