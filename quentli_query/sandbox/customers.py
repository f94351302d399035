"""The resource customers: where it is and what can be asked of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quentli_query.sandbox.evaluator import Schema
from quentli_query.sandbox.kinds import BOOLEAN, INSTANT, TEXT, Kind

if TYPE_CHECKING:
    from collections.abc import Collection

PATH = "/v1/customers"

# Without ``metadata`` and ``meta``: they are no columns, and nothing says how to filter by them.
_COLUMNS: dict[str, Kind] = {
    "id": TEXT,
    "createdAt": INSTANT,
    "updatedAt": INSTANT,
    "name": TEXT,
    "username": TEXT,
    "organizationId": TEXT,
    "acceptedServiceAgreement": BOOLEAN,
    "skipTaxInvoice": BOOLEAN,
    "emailVerified": BOOLEAN,
    "phoneNumberVerified": BOOLEAN,
    "hasChangedPassword": BOOLEAN,
    "email": TEXT,
    "phoneNumber": TEXT,
    "secondaryPhoneNumber": TEXT,
    "archivedAt": INSTANT,
    "archivedById": TEXT,
    "signatureAcceptedAt": INSTANT,
    "optedOutWhatsappAt": INSTANT,
    "optedInWhatsappAt": INSTANT,
    "startedWhatsappAt": INSTANT,
    "replyWithAssistant": BOOLEAN,
}


def customer_schema(without_payments: Collection[str] = ()) -> Schema:
    """Return what can be asked of customers, given the ids of those that never paid."""
    return Schema(_COLUMNS, {"noPayments": lambda record: record["id"] in without_payments})
