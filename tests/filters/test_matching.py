"""A filter evaluated here: three-valued, lenient, and never at odds with the sandbox's own evaluation."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import qs_codec
from conftest import ForAll
from hypothesis import assume, strategies as st
from support import strategies
from support.vocabularies import MODELS

from quentli_query import EVERYTHING, NOTHING, DiscountQ, Filter, FilterTooLargeError, PaymentQ, Q, any_of
from quentli_query.filters.evaluator import fold_text
from quentli_query.filters.expressions import first_failed
from quentli_query.filters.fields import Vocabulary
from quentli_query.sandbox.customers import customer_schema
from quentli_query.sandbox.evaluator import Relation, Schema, compile_where
from quentli_query.sandbox.logic import Truth
from quentli_query.sandbox.resources import RESOURCES

NOON = datetime(2025, 1, 10, 12, tzinfo=UTC)
AT_NOON = "2025-01-10T12:00:00.000Z"

yes, no, unknown = Q.name == "Ana", Q.name == "Eva", Q.no_payments()
ANA = {"name": "Ana"}


@pytest.mark.parametrize(
    ("filter_", "record", "verdict"),
    [
        (Q.name == "Ana", {"name": "Ana"}, True),
        (Q.name == "ana", {"name": "ANA"}, True),
        (Q.name == "jose", {"name": "José"}, True),
        (Q.name == "Ana", {"name": "Anna"}, False),
        (Q.name.contains("PEÑA"), {"name": "josé pena lópez"}, True),
        (Q.name.contains("x"), {"name": "Ana"}, False),
        (Q.name.starts_with("an"), {"name": "Ana"}, True),
        (Q.name.starts_with("na"), {"name": "Ana"}, False),
        (Q.name.ends_with("NA"), {"name": "Ana"}, True),
        (Q.name.ends_with("an"), {"name": "Ana"}, False),
        # A negated condition fails for certain only where the text is the same to the letter.
        (Q.name != "Ana", {"name": "Ana"}, False),
        (Q.name != "ana", {"name": "Ana"}, None),
        (Q.name != "jose", {"name": "José"}, None),
        (Q.name != "Eva", {"name": "Ana"}, True),
        (~Q.name.contains("na"), {"name": "Ana"}, False),
        (~Q.name.contains("NA"), {"name": "Ana"}, None),
        (~Q.name.contains("x"), {"name": "Ana"}, True),
        (~Q.name.starts_with("A"), {"name": "Ana"}, False),
        (~Q.name.ends_with("x"), {"name": "Ana"}, True),
        # Null satisfies nothing; under a negation that hangs on the server.
        (Q.email == "a", {"email": None}, False),
        (Q.email.contains(""), {"email": None}, False),
        (Q.email != "a", {"email": None}, None),
        (~Q.email.contains("a"), {"email": None}, None),
        (Q.archived_at < NOON, {"archivedAt": None}, False),
        (Q.archived_at != NOON, {"archivedAt": None}, None),
        (Q.reply_with_assistant.is_false(), {"replyWithAssistant": None}, False),
        # What is not there, or not of the type that was promised, is unknown.
        (Q.name == "Ana", {}, None),
        (Q.name == "Ana", {"name": 3}, None),
        (Q.created_at < NOON, {"createdAt": 3}, None),
        (Q.created_at < NOON, {"createdAt": "soon"}, None),
        (Q.created_at < NOON, {"createdAt": "2025-01-10T12:00:00"}, None),
        (Q.email_verified.is_true(), {"emailVerified": "true"}, None),
        (Q.no_payments(), {"noPayments": True}, None),
        # Instants.
        (Q.created_at == NOON, {"createdAt": AT_NOON}, True),
        (Q.created_at == NOON, {"createdAt": NOON}, True),
        (Q.created_at != NOON, {"createdAt": AT_NOON}, False),
        (Q.created_at >= NOON, {"createdAt": "2025-01-10T06:00:00.000-06:00"}, True),
        (Q.created_at > NOON, {"createdAt": AT_NOON}, False),
        (Q.created_at > NOON, {"createdAt": "2025-01-10T12:00:00.001Z"}, True),
        (Q.created_at <= NOON, {"createdAt": AT_NOON}, True),
        (Q.created_at < NOON, {"createdAt": AT_NOON}, False),
        # A fraction of a millisecond more than the bound: it hangs on the server's rounding.
        (Q.created_at > NOON, {"createdAt": NOON + timedelta(microseconds=1)}, None),
        (Q.created_at > NOON, {"createdAt": NOON + timedelta(microseconds=1001)}, True),
        (Q.email_verified.is_true(), {"emailVerified": True}, True),
        (Q.email_verified.is_true(), {"emailVerified": False}, False),
        (Q.email_verified.is_false(), {"emailVerified": False}, True),
        (EVERYTHING, {}, True),
        (NOTHING, {}, False),
        (Q.id.in_(["a", "b"]), {"id": "b"}, True),
        (Q.id.in_(["a", "b"]), {"id": "c"}, False),
        (Q.id.not_in(["a", "b"]), {"id": "c"}, True),
    ],
)
def test_conditions(filter_: Filter[Any], record: dict[str, Any], verdict: bool | None) -> None:
    assert filter_.matches(record) is verdict


@pytest.mark.parametrize(
    ("filter_", "verdict"),
    [
        (yes & yes.__class__(yes.field, yes.operator, "ana"), True),  # type: ignore[attr-defined, call-arg]
        (yes & no, False),
        (yes & unknown, None),
        (unknown & yes, None),
        (no & unknown, False),
        (unknown & no, False),
        (yes | no, True),
        (no | yes, True),
        (unknown | yes, True),
        (yes | unknown, True),
        (no | unknown, None),
        (unknown | no, None),
        (no | (Q.name == "Pía"), False),
        ((no | unknown) & yes, None),
        (any_of(no), False),
        (~(yes & unknown), None),
        (~(no & unknown), True),
    ],
)
def test_three_values(filter_: Filter[Any], verdict: bool | None) -> None:
    assert filter_.matches(ANA) is verdict


def test_a_model_is_asked_by_its_attributes() -> None:
    class Model:
        phone_number = "+525512345678"

    assert Q.phone_number.ends_with("678").matches(Model()) is True
    assert Q.phone_number.ends_with("678").matches({"phoneNumber": "+525512345678"}) is True
    assert Q.phone_number.ends_with("678").matches({"phone_number": "+525512345678"}) is None
    assert Q.name.contains("a").matches(Model()) is None


@pytest.mark.parametrize("vocabulary", MODELS, ids=repr)
def test_models_and_dicts_agree(for_all: ForAll, vocabulary: Vocabulary) -> None:
    leaves = strategies.conditions(
        strategies.familiar_texts(),
        strategies.familiar_instants(),
        strategies.familiar_numbers(),
        vocabulary=vocabulary,
    )
    model: Any = MODELS[vocabulary]

    @for_all(strategies.filters(leaves, vocabulary=vocabulary), strategies.records(vocabulary), examples=200)
    def check(filter_: Filter[Any], record: dict[str, Any]) -> None:
        assert filter_.matches(model.from_dict(record)) is filter_.matches(record)


compared_vocabularies = pytest.mark.parametrize("vocabulary", [Q, DiscountQ, PaymentQ], ids=repr)
"""Between them they have fields of every kind, and numbers with fractions."""


def judged_by_sandbox(filter_: Filter[Any], record: dict[str, Any], customer: dict[str, Any]) -> bool:
    """The verdict on a record that belongs to a customer, or is one."""
    assume(filter_ != NOTHING)
    try:
        text = str(filter_)
    except FilterTooLargeError:
        assume(False)
        raise
    customers = customer_schema()
    related = {"customer": Relation(customers, lambda _: customer)}
    resource = filter_.resource or "customers"
    others = Schema(RESOURCES[resource].columns, relations=related)
    schema = customers if resource == "customers" else others
    condition = compile_where(qs_codec.decode(text), schema)
    assert not condition.issues
    return condition.test(record) is Truth.YES


@compared_vocabularies
def test_what_the_sandbox_finds_never_fails_here(for_all: ForAll, vocabulary: Vocabulary) -> None:
    leaves = strategies.conditions(
        strategies.familiar_texts(),
        strategies.familiar_instants(),
        strategies.familiar_numbers(),
        vocabulary=vocabulary,
    )
    records = strategies.records(vocabulary, new_values=())

    @for_all(strategies.filters(leaves, vocabulary=vocabulary), records, strategies.records(Q), examples=300)
    def check(filter_: Filter[Any], record: dict[str, Any], customer: dict[str, Any]) -> None:
        if judged_by_sandbox(filter_, record, customer):
            assert filter_.matches(record) is not False
            assert first_failed(filter_, record) is None


@compared_vocabularies
def test_without_accents_the_verdict_is_the_sandboxs(for_all: ForAll, vocabulary: Vocabulary) -> None:
    plain = st.sampled_from(["", "a", "A", "ab", "AB", "b", "ana", "Ana", "ñandú", "ÑANDÚ", "日本"])
    leaves = strategies.conditions(
        plain, strategies.familiar_instants(), strategies.familiar_numbers(), vocabulary=vocabulary
    )
    records = strategies.records(vocabulary, plain, new_values=())

    @for_all(
        strategies.filters(leaves, vocabulary=vocabulary), records, strategies.records(Q, plain), examples=300
    )
    def check(filter_: Filter[Any], record: dict[str, Any], customer: dict[str, Any]) -> None:
        found = judged_by_sandbox(filter_, record, customer)
        verdict = filter_.matches(record)
        assert verdict is None or verdict is found


def test_folding_keeps_what_is_contained(for_all: ForAll) -> None:
    @for_all(st.text(), st.text(), st.text())
    def check(before: str, text: str, after: str) -> None:
        assert fold_text(text) in fold_text(before + text + after)
        assert fold_text(text) == fold_text(text.upper()) or not text.isalpha()


@pytest.mark.parametrize(
    ("filter_", "unmet"),
    [
        (yes, None),
        (no, no),
        (unknown, None),
        (yes & no, no),
        (no & unknown, no),
        (no | unknown, None),
        (yes & unknown, None),
        (yes & any_of(no), no),
        (yes & (no | (Q.name == "Pía")), no | (Q.name == "Pía")),
        (NOTHING, NOTHING),
        (EVERYTHING, None),
    ],
)
def test_the_part_that_a_record_fails(filter_: Filter[Any], unmet: Filter[Any] | None) -> None:
    assert first_failed(filter_, ANA) == unmet
