"""The vocabulary of customers."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from ..fields import BooleanField, FlagField, InstantField, TextField
from ..vocabulary import FREE_KEYS, KEY_VALUE_PAIRS
from .base import RecordFields

if TYPE_CHECKING:
    from quentli_client.models import Customer


R = TypeVar("R")


class CustomerFields(RecordFields[R], unfilterable={"metadata": KEY_VALUE_PAIRS, "meta": FREE_KEYS}):
    """What filters can name of a customer: a record of type `R`, or the customer that it belongs to."""

    __slots__ = ()

    name: TextField[R] = TextField()
    username: TextField[R] = TextField()
    """The name a customer logs in with; unique within the organization."""
    email: TextField[R] = TextField()
    """Unique within the organization."""
    phone_number: TextField[R] = TextField()
    """Usually in E.164 form, `+525512345678`; unique within the organization."""
    organization_id: TextField[R] = TextField()
    secondary_phone_number: TextField[R] = TextField()
    archived_at: InstantField[R] = InstantField()
    archived_by_id: TextField[R] = TextField()
    accepted_service_agreement: BooleanField[R] = BooleanField()
    skip_tax_invoice: BooleanField[R] = BooleanField()
    email_verified: BooleanField[R] = BooleanField()
    phone_number_verified: BooleanField[R] = BooleanField()
    has_changed_password: BooleanField[R] = BooleanField()
    signature_accepted_at: InstantField[R] = InstantField()
    opted_out_whatsapp_at: InstantField[R] = InstantField()
    opted_in_whatsapp_at: InstantField[R] = InstantField()
    started_whatsapp_at: InstantField[R] = InstantField()
    reply_with_assistant: BooleanField[R] = BooleanField()


class CustomerVocabulary(CustomerFields["Customer"], resource="customers", source="Q"):
    """What customers can be filtered and ordered by.

    Documented for customers are `name[contains]`, `noPayments` and the order `createdAt=desc`; seen in use
    are `email[contains]` and `username=value`. That all other fields of a customer can be named as well is
    inferred.
    """

    __slots__ = ()

    username: TextField[Customer] = TextField(bare=True, seen=["equals"])
    """The name a customer logs in with; unique within the organization. Spelled `username=value`, as seen."""
    no_payments: FlagField[Customer] = FlagField()
    """Whether the customer has no payments. Computed by the API; no record shows it."""


Q = CustomerVocabulary()
"""The fields of customers, from which filters and orders are made: `Q.name.contains("john")`."""

CustomerQ = Q
"""`Q` by the pattern of the other vocabularies' names."""
