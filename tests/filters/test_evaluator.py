"""A filter evaluated here: three-valued, lenient, and never at odds with the sandbox's own evaluation."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import product
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st
from quentli_client.models import PaymentType
from support import strategies
from support.vocabularies import MODELS, VOCABULARIES

from quentli_query import EVERYTHING, NOTHING, Filter, FilterTypeError, PaymentQ, Q, TaxInvoiceQ, any_of
from quentli_query.filters.evaluator import fold_text
from quentli_query.filters.expressions import first_failed
from quentli_query.sandbox.query import read_query
from quentli_query.sandbox.store import Store

NOON = datetime(2025, 1, 10, 12, tzinfo=UTC)
AT_NOON = "2025-01-10T12:00:00.000Z"
TWICE = datetime(2022, 10, 30, 1, 30, tzinfo=ZoneInfo("America/Mexico_City"))


class NotATime(datetime):
    """A datetime that equals nothing and has no offset, as pandas' NaT."""

    def __ne__(self, other: object) -> bool:
        return True

    def utcoffset(self) -> timedelta:
        raise ValueError


yes, no, unknown = Q.name == "Ana", Q.name == "Eva", Q.no_payments()
ANA = {"name": "Ana"}
card, rate, juan = PaymentQ.type == "CARD", TaxInvoiceQ.exchange_rate, PaymentQ.customer.username == "juan"


@pytest.mark.parametrize(
    ("filter_", "record", "verdict"),
    [
        (EVERYTHING, {}, True),
        (NOTHING, {}, False),
        (Q.name == "Ana", {"name": "Ana"}, True),
        (Q.name == "jose", {"name": "José"}, True),
        (Q.name == "STRASSE", {"name": "straße"}, True),
        (Q.name == "Ana", {"name": "Anna"}, False),
        (Q.name.contains("PEÑA"), {"name": "josé pena lópez"}, True),
        (Q.name.contains("x"), {"name": "Ana"}, False),
        (Q.name.starts_with("an"), {"name": "Ana"}, True),
        (Q.name.starts_with("na"), {"name": "Ana"}, False),
        (Q.name.ends_with("NA"), {"name": "Ana"}, True),
        (Q.name.ends_with("an"), {"name": "Ana"}, False),
        (Q.id.in_(["a", "b"]), {"id": "b"}, True),
        (Q.id.in_(["a", "b"]), {"id": "c"}, False),
        (Q.id.not_in(["a", "b"]), {"id": "c"}, True),
        # A negated condition certainly fails only where the text is identical.
        (Q.name != "Ana", {"name": "Ana"}, False),
        (Q.name != "jose", {"name": "José"}, None),
        (Q.name != "Eva", {"name": "Ana"}, True),
        (~Q.name.contains("na"), {"name": "Ana"}, False),
        (~Q.name.contains("x"), {"name": "Ana"}, True),
        (~Q.name.ends_with("x"), {"name": "Ana"}, True),
        # Null satisfies no condition; under a negation, that depends on the server.
        (Q.email == "a", {"email": None}, False),
        (Q.email.contains(""), {"email": None}, False),
        (Q.email != "a", {"email": None}, None),
        (~Q.email.contains("a"), {"email": None}, None),
        (Q.archived_at < NOON, {"archivedAt": None}, False),
        (Q.reply_with_assistant.is_false(), {"replyWithAssistant": None}, False),
        (card, {"type": None}, False),
        # A value that is missing, or of another type than promised, is unknown.
        (Q.name == "Ana", {}, None),
        (Q.name == "Ana", {"name": 3}, None),
        (Q.created_at < NOON, {"createdAt": 3}, None),
        (Q.created_at < NOON, {"createdAt": "soon"}, None),
        (Q.created_at < NOON, {"createdAt": NotATime(2025, 1, 1, tzinfo=UTC)}, None),
        (Q.created_at < NOON, {"createdAt": "2025-01-10T12:00:00"}, None),
        (Q.email_verified.is_true(), {"emailVerified": "true"}, None),
        (rate == 1, {"exchangeRate": True}, None),
        (rate == 5, {"exchangeRate": "5"}, None),
        *(
            (rate >= 1, {"exchangeRate": each}, None)
            for each in (float("nan"), Decimal("nan"), Decimal("snan"))
        ),
        (card, {"type": 3}, None),
        # Records show neither flags nor related records.
        (Q.no_payments(), {"noPayments": True}, None),
        (juan, {"username": "juan"}, None),
        (juan, {"customer": {"username": "juan"}}, None),
        (~juan, {"customer": {"username": "juan"}}, None),
        (juan & PaymentQ.is_completed(), {"isCompleted": False}, False),
        (juan & PaymentQ.is_completed(), {"isCompleted": True}, None),
        (Q.created_at == NOON, {"createdAt": AT_NOON}, True),
        (Q.created_at == NOON, {"createdAt": NOON}, True),
        (Q.created_at != NOON, {"createdAt": AT_NOON}, False),
        (Q.created_at >= NOON, {"createdAt": "2025-01-10T06:00:00.000-06:00"}, True),
        (Q.created_at > NOON, {"createdAt": AT_NOON}, False),
        (Q.created_at > NOON, {"createdAt": "2025-01-10T12:00:00.001Z"}, True),
        (Q.created_at <= NOON, {"createdAt": AT_NOON}, True),
        (Q.created_at < NOON, {"createdAt": AT_NOON}, False),
        # A fraction of a millisecond above the bound: the verdict depends on the server's rounding.
        (Q.created_at > NOON, {"createdAt": NOON + timedelta(microseconds=1)}, None),
        (Q.created_at > NOON, {"createdAt": NOON + timedelta(microseconds=1001)}, True),
        # Python never takes a time that clocks show twice for equal to one in another zone.
        (Q.created_at == TWICE, {"createdAt": TWICE}, True),
        (Q.email_verified.is_true(), {"emailVerified": True}, True),
        (Q.email_verified.is_true(), {"emailVerified": False}, False),
        (Q.email_verified.is_false(), {"emailVerified": False}, True),
        (PaymentQ.is_completed(), {"isCompleted": True}, True),
        (rate >= 100, {"exchangeRate": 100}, True),
        (rate >= 100, {"exchangeRate": 99}, False),
        (rate < 100, {"exchangeRate": 99.5}, True),
        (rate == 0.1, {"exchangeRate": 0.1}, True),
        (rate != 5, {"exchangeRate": 5}, False),
        # Values of enums match exactly.
        (card, {"type": "CARD"}, True),
        (card, {"type": PaymentType.CARD}, True),
        (card, {"type": "card"}, False),
        (~card, {"type": "CARD"}, False),
        (~card, {"type": "card"}, True),
        (PaymentQ.type.in_(["CARD", "OXXO"]), {"type": PaymentType.OXXO}, True),
        (no | (Q.name == "Pía"), ANA, False),
        ((no | unknown) & yes, ANA, None),
        (any_of(no), ANA, False),
        (~(yes & unknown), ANA, None),
        (~(no & unknown), ANA, True),
    ],
)
def test_the_verdict_on_a_record(filter_: Filter[Any], record: dict[str, Any], verdict: bool | None) -> None:
    assert filter_.matches(record) is verdict
    assert (first_failed(filter_, record) is not None) == (verdict is False)


@pytest.mark.parametrize(("left", "right"), [*product([no, unknown, yes], repeat=2)])
def test_and_takes_the_least_and_or_the_most_certain(left: Filter[Any], right: Filter[Any]) -> None:
    verdicts = sorted((left.matches(ANA), right.matches(ANA)), key=[False, None, True].index)
    assert [(left & right).matches(ANA), (left | right).matches(ANA)] == verdicts


@pytest.mark.parametrize(
    ("filter_", "failed"),
    [
        (no, no),
        (yes & no, no),
        (no & unknown, no),
        (yes & any_of(no), no),
        (yes & (no | (Q.name == "Pía")), no | (Q.name == "Pía")),
        (NOTHING, NOTHING),
    ],
)
def test_the_part_that_a_record_fails_is_named(filter_: Filter[Any], failed: Filter[Any]) -> None:
    assert first_failed(filter_, ANA) == failed


@pytest.mark.parametrize("record", [5, "Ana", None, [ANA]])
@pytest.mark.parametrize("filter_", [Q.name == "Ana", Q.no_payments(), EVERYTHING, Q.name.contains("a") | no])
def test_only_records_are_evaluated(filter_: Filter[Any], record: object) -> None:
    with pytest.raises(FilterTypeError, match="a generated model or a dict in the API's form, and not "):
        filter_.matches(record)


def test_dicts_are_read_by_the_keys_of_the_api_and_what_is_missing_is_unknown() -> None:
    assert Q.phone_number.ends_with("678").matches({"phoneNumber": "+525512345678"}) is True
    assert Q.phone_number.ends_with("678").matches({"phone_number": "+525512345678"}) is None
    assert Q.phone_number.ends_with("678").matches(SimpleNamespace()) is None


pairs = (st.tuples(strategies.familiar_filters(each), strategies.records(each)) for each in MODELS)


@given(strategies.evenly(*pairs))
def test_models_and_dicts_agree(pair: tuple[Filter[Any], dict[str, Any]]) -> None:
    filter_, record = pair
    model: Any = MODELS[VOCABULARIES[filter_.resource]] if filter_.resource else None
    assert filter_.matches(model.from_dict(record) if model else record) is filter_.matches(record)


Case = tuple[Filter[Any], dict[str, Any], dict[str, Any]]


def cases(texts: st.SearchStrategy[str]) -> st.SearchStrategy[Case]:
    """Return a filter, a record, and the customer that the record belongs to."""
    customers = strategies.records(Q, texts)
    return strategies.evenly(
        *(
            st.tuples(
                strategies.familiar_filters(vocabulary, texts).filter(strategies.is_writable),
                strategies.records(vocabulary, texts, new_values=()),
                customers,
            )
            for vocabulary in strategies.SAMPLE
        )
    )


STORE = Store()


def found_by_sandbox(filter_: Filter[Any], record: dict[str, Any], customer: dict[str, Any]) -> bool:
    resource = filter_.resource or "customers"
    with suppress(_UndoError), STORE.transaction():
        STORE.insert(resource, [record], customer="owner")
        STORE.execute(f"UPDATE {resource} SET _listed = 1")
        if resource != "customers":
            STORE.insert("customers", [{**customer, "id": "owner"}])
        found = STORE.select(resource, read_query(urlencode({"filter": str(filter_)})))
        raise _UndoError
    return bool(found)


class _UndoError(Exception):
    """Rolls back a transaction."""


@given(cases(strategies.familiar_texts))
def test_records_that_the_sandbox_finds_never_fail(case: Case) -> None:
    filter_, record, _ = case
    assert not found_by_sandbox(*case) or filter_.matches(record) is not False


PLAIN = st.sampled_from(["", "a", "A", "ab", "AB", "b", "ana", "Ana", "ñandú", "ÑANDÚ", "日本"])


@given(cases(PLAIN))
def test_without_accents_the_verdict_is_that_of_the_sandbox(case: Case) -> None:
    filter_, record, _ = case
    assert filter_.matches(record) in (None, found_by_sandbox(*case))


@given(st.text(), st.text(), st.text())
def test_folding_keeps_substrings(before: str, text: str, after: str) -> None:
    assert fold_text(text) in fold_text(before + text + after)
    assert fold_text(text) == fold_text(text.upper()) or not text.isalpha()
