"""The vocabulary of customers."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from .fields import BooleanField, FlagField, InstantField, TextField
from .vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quentli_client.models import Customer


class CustomerVocabulary(Vocabulary, resource="customers", source="Q"):
    """What customers can be filtered and ordered by.

    Documented for customers are `name[contains]`, `noPayments` and the order `createdAt=desc`; seen in use
    are `email[contains]` and `username=value`. That all other fields of a customer can be named as well is
    inferred.
    """

    __slots__ = ()

    id: TextField[Customer] = TextField()
    created_at: InstantField[Customer] = InstantField()
    updated_at: InstantField[Customer] = InstantField()
    name: TextField[Customer] = TextField()
    username: TextField[Customer] = TextField(bare=True, seen=["equals"])
    """The name a customer logs in with; unique within the organization."""
    email: TextField[Customer] = TextField()
    """Unique within the organization."""
    phone_number: TextField[Customer] = TextField()
    """Usually in E.164 form, `+525512345678`; unique within the organization."""
    organization_id: TextField[Customer] = TextField()
    secondary_phone_number: TextField[Customer] = TextField()
    archived_at: InstantField[Customer] = InstantField()
    archived_by_id: TextField[Customer] = TextField()
    accepted_service_agreement: BooleanField[Customer] = BooleanField()
    skip_tax_invoice: BooleanField[Customer] = BooleanField()
    email_verified: BooleanField[Customer] = BooleanField()
    phone_number_verified: BooleanField[Customer] = BooleanField()
    has_changed_password: BooleanField[Customer] = BooleanField()
    signature_accepted_at: InstantField[Customer] = InstantField()
    opted_out_whatsapp_at: InstantField[Customer] = InstantField()
    opted_in_whatsapp_at: InstantField[Customer] = InstantField()
    started_whatsapp_at: InstantField[Customer] = InstantField()
    reply_with_assistant: BooleanField[Customer] = BooleanField()
    no_payments: FlagField[Customer] = FlagField()
    """Whether the customer has no payments. Computed by the API; no record shows it."""

    _unfilterable: ClassVar[Mapping[str, str]] = {
        "metadata": "it is a list of key-value pairs, and no spelling for a filter on such a list is known",
        "meta": "it is a map of free keys, and no spelling for a filter on such a map is known",
    }


Q = CustomerVocabulary()
"""The fields of customers, from which filters and orders are made: `Q.name.contains("john")`."""
