"""From a string to a filter, and from a filter to a verdict on a record."""

from __future__ import annotations

from typing import Any

import qs_codec
from quentli_client.models import Customer

from quentli_query import parse_filter
from scripts.benchmarks import names
from scripts.benchmarks.measuring import Benchmark, Contestant, PythonCall
from scripts.benchmarks.writing import five_conditions

RECORD: dict[str, Any] = {
    "id": "cus_1234567890abcdefghij",
    "createdAt": "2025-01-10T12:00:00.000Z",
    "updatedAt": "2025-01-10T12:00:00.000Z",
    "name": "John Pérez",
    "username": "juan_perez_01",
    "organizationId": "org_1234567890abcdefghij",
    "acceptedServiceAgreement": True,
    "skipTaxInvoice": False,
    "emailVerified": True,
    "phoneNumberVerified": True,
    "hasChangedPassword": True,
    "email": "juan@example.com",
    "phoneNumber": "+525512345678",
    "secondaryPhoneNumber": None,
    "archivedAt": None,
    "archivedById": None,
    "signatureAcceptedAt": "2025-01-10T12:00:00.000Z",
    "optedOutWhatsappAt": None,
    "optedInWhatsappAt": "2025-01-05T10:00:00.000Z",
    "startedWhatsappAt": "2025-01-05T09:55:00.000Z",
    "replyWithAssistant": False,
    "metadata": [{"key": "studentId", "value": "A-1029"}],
    "meta": {"studentId": "A-1029"},
}
"""A customer that fails none of the five conditions: at the first one that fails, no other is looked at."""

CONDITIONS = 5


def reading() -> list[Benchmark]:
    """Reading a string back."""
    text = str(five_conditions())
    contestants: list[Contestant] = [
        PythonCall("quentli-query: parse_filter", parse_filter, lambda: text),
        PythonCall(names.DECODE, qs_codec.decode, lambda: text),
    ]
    note = "qs-codec gives dicts of text; parse_filter decodes with it, and makes a checked filter of that."
    return [Benchmark(names.READ, contestants, names.DECODE, note)]


def matching() -> list[Benchmark]:
    """Holding a record against a filter, beside making a model of it."""
    filter_ = five_conditions()
    contestants: list[Contestant] = [
        PythonCall(names.MODEL, filter_.matches, lambda: Customer.from_dict(RECORD), CONDITIONS),
        PythonCall(names.DICT, filter_.matches, lambda: dict(RECORD), CONDITIONS),
        PythonCall(names.FROM_DICT, Customer.from_dict, lambda: RECORD),
    ]
    return [Benchmark(names.MATCH, contestants, names.FROM_DICT)]
