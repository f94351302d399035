"""Benchmarks of filters: build, compile, parse and match."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import reduce
from operator import or_
from typing import Any, TypeVar

import qs_codec
from pyairtable import formulas
from quentli_client.models import Customer

from quentli_query import Filter, Q, parse_filter
from scripts.benchmarks import names
from scripts.benchmarks.measurement import Benchmark, Contestant, create_contestant
from scripts.benchmarks.qs_timer import QsTimer

T = TypeVar("T")

SINCE = datetime(2025, 1, 1, tzinfo=UTC)
SINCE_TEXT = "2025-01-01T00:00:00.000Z"
CONDITIONS = 5
COUNTS = (20, 100, 400)

QS, AIRTABLE = "qs string", "Airtable formula"
"""Forms of output."""

ENCODE_OPTIONS = qs_codec.EncodeOptions(encode_values_only=True, format=qs_codec.Format.RFC3986)

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
"""A customer that matches all five conditions. Evaluation stops at the first condition that fails."""


def build_filter(since: datetime | str = SINCE) -> Filter[Customer]:
    """Build a filter with one condition of each kind."""
    return (
        Q.name.contains("john")
        & (Q.created_at >= since)
        & Q.email_verified.is_true()
        & (Q.username == "juan_perez_01")
        & Q.no_payments()
    )


def build_formula() -> formulas.Formula:
    """Build an Airtable formula that comes close to the filter."""
    return formulas.AND(
        formulas.FIND("john", formulas.Field("name")),
        formulas.Field("createdAt").gte(SINCE),
        formulas.Field("emailVerified").eq(True),
        formulas.Field("username").eq("juan_perez_01"),
        formulas.Field("noPayments").eq(True),
    )


def create_write_benchmark(node: QsTimer) -> Benchmark:
    """Create the benchmark that writes five conditions, joined by AND."""
    where = build_filter().to_where()
    contestants = [
        *_create_steps(names.QUENTLI_QUERY, build_filter, QS),
        *_create_steps(names.INSTANT_AS_TEXT, lambda: build_filter(SINCE_TEXT), QS),
        create_contestant(names.QS_CODEC_ENCODE, _encode, lambda: where, form=QS),
        node.create_contestant(names.NPM_QS, where, QS),
        *_create_steps(names.PYAIRTABLE, build_formula, AIRTABLE),
    ]
    note = (
        "npm qs and qs-codec start from the finished object, with its values as text. The pyairtable formula "
        "is only similar: FIND is case-sensitive, and the flag is an ordinary column."
    )
    return Benchmark(names.WRITE_FIVE, contestants, names.NPM_QS, note)


def create_alternatives_benchmark(node: QsTimer, count: int) -> Benchmark:
    """Create the benchmark that writes `count` alternatives for one field."""
    ids = [f"cus_{number:020}" for number in range(count)]
    where = Q.id.in_(ids).to_where()

    def build_alternatives() -> formulas.Formula:
        return formulas.OR([formulas.Field("id").eq(one) for one in ids])

    contestants = [
        *_create_steps(names.IN, lambda: Q.id.in_(ids), QS, count),
        *_create_steps(names.OR_CHAIN, lambda: reduce(or_, [Q.id == one for one in ids]), QS, count),
        create_contestant(names.QS_CODEC_ENCODE, _encode, lambda: where, count, QS),
        node.create_contestant(names.NPM_QS, where, QS, count),
        *_create_steps(names.PYAIRTABLE, build_alternatives, AIRTABLE, count),
    ]
    return Benchmark(names.format_alternatives(count), contestants, names.NPM_QS)


def create_parse_benchmark() -> Benchmark:
    """Create the benchmark that parses the string of five conditions."""
    text = str(build_filter())
    contestants = [
        create_contestant(names.PARSE_FILTER, parse_filter, lambda: text),
        create_contestant(names.QS_CODEC_DECODE, qs_codec.decode, lambda: text),
    ]
    note = "qs-codec returns dicts of text. parse_filter uses qs-codec, then validates and builds a filter."
    return Benchmark(names.PARSE_FIVE, contestants, names.QS_CODEC_DECODE, note)


def create_match_benchmark() -> Benchmark:
    """Create the benchmark that evaluates a filter on a record, beside decoding the record."""
    filter_ = build_filter()
    contestants = [
        create_contestant(names.MATCH_MODEL, filter_.matches, lambda: Customer.from_dict(RECORD), CONDITIONS),
        create_contestant(names.MATCH_DICT, filter_.matches, lambda: dict(RECORD), CONDITIONS),
        create_contestant(names.FROM_DICT, Customer.from_dict, lambda: RECORD),
    ]
    return Benchmark(names.MATCH_FIVE, contestants, names.FROM_DICT)


def _create_steps(library: str, build: Callable[[], T], form: str, items: int = 1) -> Iterator[Contestant]:
    both = names.format_step(library, names.BUILD_AND_COMPILE)
    yield create_contestant(both, lambda _: str(build()), lambda: None, items, form)
    yield create_contestant(names.format_step(library, names.BUILD), lambda _: build(), lambda: None, items)
    # `build` as input: each call compiles an object that was never compiled before.
    yield create_contestant(names.format_step(library, names.COMPILE), str, build, items, form)


def _encode(where: object) -> str:
    return qs_codec.encode(where, ENCODE_OPTIONS)
