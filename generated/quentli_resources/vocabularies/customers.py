"""Vocabulary of customers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quentli_query.filters.fields import BooleanField, FlagField, InstantField, TextField
from quentli_query.filters.vocabulary import FREE_KEYS, KEY_VALUE_PAIRS, Vocabulary

if TYPE_CHECKING:
    from quentli_client.models import Customer


class CustomerVocabulary(
    Vocabulary["Customer"],
    resource="customers",
    source="Q",
    unfilterable={
        "metadata": KEY_VALUE_PAIRS,
        "meta": FREE_KEYS,
    },
):
    """Fields of customers, for filters and orders.

    Documented: `name[contains]`, `OR[0][noPayments]=true`. Seen in use: `email[contains]`,
    `username[equals]`. `explain()` shows the evidence for each filter.
    """

    __slots__ = ()

    id: TextField[Customer] = TextField()
    """Quentli's id of the customer."""
    created_at: InstantField[Customer] = InstantField()
    """When the customer was added, in UTC."""
    updated_at: InstantField[Customer] = InstantField()
    """When any detail of the customer last changed, in UTC."""
    name: TextField[Customer] = TextField()
    """Full name of the person or company."""
    username: TextField[Customer] = TextField()
    """The name the customer logs in with and is known by; unique in the organization."""
    email: TextField[Customer] = TextField()
    """Where e-mail to the customer goes; unique in the organization. Null when none is known."""
    phone_number: TextField[Customer] = TextField()
    """WhatsApp number, as a rule in E.164 form; unique in the organization. Null when none is known."""
    organization_id: TextField[Customer] = TextField()
    """The organization that bills this customer."""
    secondary_phone_number: TextField[Customer] = TextField()
    """A further number that also gets reminders and announcements."""
    archived_at: InstantField[Customer] = InstantField()
    """Since when the customer has been archived; null while active."""
    archived_by_id: TextField[Customer] = TextField()
    """The user who archived the customer."""
    accepted_service_agreement: BooleanField[Customer] = BooleanField()
    """True once the customer has agreed to the terms of service."""
    skip_tax_invoice: BooleanField[Customer] = BooleanField()
    """True when no tax invoices (CFDI) are to be issued for this customer."""
    email_verified: BooleanField[Customer] = BooleanField()
    """True once the customer has proved that the e-mail address is theirs."""
    phone_number_verified: BooleanField[Customer] = BooleanField()
    """True once the customer has proved that the phone number is theirs."""
    has_changed_password: BooleanField[Customer] = BooleanField()
    """True once the customer has chosen a password of their own."""
    signature_accepted_at: InstantField[Customer] = InstantField()
    """When the customer signed that recurring charges are fine; null without a signature."""
    opted_out_whatsapp_at: InstantField[Customer] = InstantField()
    """When the customer asked for no more reminders on WhatsApp."""
    opted_in_whatsapp_at: InstantField[Customer] = InstantField()
    """When the customer agreed to reminders on WhatsApp."""
    started_whatsapp_at: InstantField[Customer] = InstantField()
    """When the conversation that asks for that agreement was begun."""
    reply_with_assistant: BooleanField[Customer] = BooleanField()
    """Whether the assistant answers this customer's messages; null when that was never set."""
    no_payments: FlagField[Customer] = FlagField()
    """Computed by the API; no record has it."""


Q = CustomerVocabulary()
"""Fields of customers, for filters and orders."""

CustomerQ = Q
"""Q by the pattern of the other vocabularies' names."""
