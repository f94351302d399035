"""The wire form: each expression with its string, which npm's qs writes and reads as well."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from urllib.parse import unquote

import pytest
from conformance.npm_qs import Qs, as_read
from hypothesis import given
from quentli_client.models import PaymentType
from support import strategies
from support.document import FILLED
from support.vocabularies import NAMES, VOCABULARIES

from quentli_query import (
    EVERYTHING,
    DiscountQ,
    Evidence,
    Filter,
    InvoiceQ,
    PaymentConceptQ,
    PaymentQ,
    Q,
    SubscriptionQ,
    TaxInvoiceQ,
    WebhookEventQ,
    WebhookQ,
    any_of,
    parse_filter,
)

A = datetime(2025, 1, 1, tzinfo=UTC)
B = datetime(2025, 2, 1, 12, 30, 15, 250_000, tzinfo=UTC)
CARD = PaymentType.CARD
AT_A = "2025-01-01T00%3A00%3A00.000Z"
AT_B = "2025-02-01T12%3A30%3A15.250Z"

customer = PaymentQ.customer
juan = customer.username == "juan"
enabled = WebhookQ.status == "ENABLED"

EXAMPLES: list[tuple[Filter[Any], str]] = [
    (Q.name.contains("john") & any_of(Q.no_payments()), "name[contains]=john&OR[0][noPayments]=true"),
    (PaymentConceptQ.active.is_true(), "active[equals]=true"),
    (DiscountQ.active(), "active[equals]=true"),
    (InvoiceQ.is_paid(False) & (InvoiceQ.due_date >= A), f"isPaid=false&dueDate[gte]={AT_A}"),
    ((TaxInvoiceQ.status == "VALID") & (TaxInvoiceQ.created_at >= A), f"status=VALID&createdAt[gte]={AT_A}"),
    (SubscriptionQ.is_active.is_true(), "isActive[equals]=true"),
    (PaymentQ.is_completed() & (PaymentQ.type == "CARD"), "isCompleted=true&type[equals]=CARD"),
    (enabled, "status=ENABLED"),
    (
        (WebhookEventQ.status == "FAILED") & (WebhookEventQ.type == "PAYMENT_COMPLETED"),
        "status=FAILED&type[equals]=PAYMENT_COMPLETED",
    ),
]
"""The examples of the vendor's reference, one for each list."""

TABLE: list[tuple[Filter[Any], str]] = [
    *EXAMPLES,
    (EVERYTHING, ""),
    (Q.name.contains("john") | Q.no_payments(), "OR[0][name][contains]=john&OR[1][noPayments]=true"),
    ((Q.created_at >= A) & (Q.created_at < B), f"createdAt[gte]={AT_A}&createdAt[lt]={AT_B}"),
    (Q.id.in_(["a", "b"]), "OR[0][id][equals]=a&OR[1][id][equals]=b"),
    (Q.id.in_(["a"]), "id[equals]=a"),
    (Q.id.not_in(["a", "b"]), "id[not]=a&AND[0][id][not]=b"),
    (Q.name == "Ana", "name[equals]=Ana"),
    (Q.name != "Ana", "name[not]=Ana"),
    (Q.name.starts_with("A"), "name[startsWith]=A"),
    (Q.name.ends_with("a"), "name[endsWith]=a"),
    (Q.name.equals(""), "name[equals]="),
    (Q.name.contains("José Ñ"), "name[contains]=Jos%C3%A9%20%C3%91"),
    (Q.name.contains("a&b=[c]+d%#"), "name[contains]=a%26b%3D%5Bc%5D%2Bd%25%23"),
    (Q.email_verified.is_false(), "emailVerified[equals]=false"),
    (Q.email_verified == True, "emailVerified[equals]=true"),  # noqa: E712
    (Q.email_verified != True, "emailVerified[equals]=false"),  # noqa: E712
    (Q.created_at > A, f"createdAt[gt]={AT_A}"),
    (Q.created_at <= A, f"createdAt[lte]={AT_A}"),
    (Q.created_at == A, f"createdAt[equals]={AT_A}"),
    (Q.created_at != A, f"createdAt[not]={AT_A}"),
    (A <= Q.created_at, f"createdAt[gte]={AT_A}"),
    (Q.created_at.in_([A, B]), f"OR[0][createdAt][equals]={AT_A}&OR[1][createdAt][equals]={AT_B}"),
    # Equality is spelled bare where an example of the document shows that, for exactly that field.
    (PaymentQ.is_completed == False, "isCompleted=false"),  # noqa: E712
    (TaxInvoiceQ.status.not_equals("VALID"), "status[not]=VALID"),
    (TaxInvoiceQ.status.in_(["VALID", "DRAFT"]), "OR[0][status]=VALID&OR[1][status]=DRAFT"),
    (PaymentQ.status.equals("INCOMPLETE"), "status[equals]=INCOMPLETE"),
    (SubscriptionQ.is_completed(), "isCompleted[equals]=true"),
    (PaymentQ.type.in_([CARD, "OXXO", "CARD"]), "OR[0][type][equals]=CARD&OR[1][type][equals]=OXXO"),
    (InvoiceQ.total_amount.between(100, 200), "totalAmount[gte]=100&totalAmount[lt]=200"),
    (DiscountQ.percentage_off == 12.5, "percentageOff[equals]=12.5"),
    (TaxInvoiceQ.exchange_rate.in_([1, 1.0]), "exchangeRate[equals]=1"),
    # Conditions on one related record share its object, and conditions on one of its fields the field's object.
    (juan, "customer[username][equals]=juan"),
    (~juan, "customer[username][not]=juan"),
    (~customer.name.contains("a"), "NOT[customer][name][contains]=a"),
    (customer.email_verified(False), "customer[emailVerified][equals]=false"),
    (
        customer.name.starts_with("a") & PaymentQ.is_completed() & customer.name.ends_with("b") & juan,
        "customer[name][startsWith]=a&customer[name][endsWith]=b&customer[username][equals]=juan&isCompleted=true",
    ),
    ((customer.id == "a") & (customer.id == "b"), "customer[id][equals]=a&AND[0][customer][id][equals]=b"),
    (customer.id.in_(["a", "b"]), "OR[0][customer][id][equals]=a&OR[1][customer][id][equals]=b"),
    # A condition whose key is taken goes into AND.
    (
        (Q.name.contains("a") | Q.no_payments()) & (Q.email.contains("b") | Q.id.equals("c")),
        "OR[0][name][contains]=a&OR[1][noPayments]=true"
        "&AND[0][OR][0][email][contains]=b&AND[0][OR][1][id][equals]=c",
    ),
    (Q.username.equals("a") & Q.username.contains("b"), "username[equals]=a&username[contains]=b"),
    (enabled & (WebhookQ.status != "DISABLED"), "status=ENABLED&AND[0][status][not]=DISABLED"),
    ((WebhookQ.status != "DISABLED") & enabled, "status[not]=DISABLED&AND[0][status]=ENABLED"),
    (InvoiceQ.is_paid() & InvoiceQ.is_paid(False), "isPaid=true&AND[0][isPaid]=false"),
    (
        Q.name.contains("a") & Q.name.contains("b") & Q.name.contains("c") & Q.no_payments(),
        "name[contains]=a&noPayments=true&AND[0][name][contains]=b&AND[1][name][contains]=c",
    ),
    # Negation is pushed inwards, to an opposite where there is one.
    (~(Q.created_at >= A), f"createdAt[lt]={AT_A}"),
    (~(Q.created_at < A), f"createdAt[gte]={AT_A}"),
    (~(Q.created_at > A), f"createdAt[lte]={AT_A}"),
    (~(Q.created_at <= A), f"createdAt[gt]={AT_A}"),
    (~Q.no_payments(), "noPayments=false"),
    (~Q.name.equals("Ana"), "name[not]=Ana"),
    (~(Q.name != "Ana"), "name[equals]=Ana"),
    (~Q.name.contains("a"), "NOT[name][contains]=a"),
    (~Q.name.starts_with("a"), "NOT[name][startsWith]=a"),
    (~Q.name.contains("a") & ~Q.email.contains("b"), "NOT[name][contains]=a&AND[0][NOT][email][contains]=b"),
    (~(Q.name.contains("a") | Q.no_payments()), "NOT[name][contains]=a&noPayments=false"),
    (~(Q.name.contains("a") & Q.no_payments()), "OR[0][NOT][name][contains]=a&OR[1][noPayments]=false"),
    (~any_of(Q.no_payments()), "noPayments=false"),
    # Conditions keep the order in which they were written.
    (any_of(Q.no_payments()) & Q.name.contains("john"), "OR[0][noPayments]=true&name[contains]=john"),
    (
        (Q.name.contains("a") & Q.no_payments()) | Q.id.equals("b"),
        "OR[0][name][contains]=a&OR[0][noPayments]=true&OR[1][id][equals]=b",
    ),
    # A double negation leaves no trace.
    (Q.no_payments() | ~any_of(Q.no_payments(False)), "OR[0][noPayments]=true"),
]

each_row = pytest.mark.parametrize(("filter_", "text"), TABLE, ids=[repr(row[0]) for row in TABLE])


def assert_read_back(filter_: Filter[Any]) -> None:
    vocabulary, where = VOCABULARIES[filter_.resource or "customers"], filter_.to_where()
    again = parse_filter(str(filter_), vocabulary)
    assert again.to_where() == Filter.from_where(where, vocabulary).to_where() == where
    assert str(again) == str(filter_)


@each_row
def test_a_filter_has_one_string_which_is_read_back(filter_: Filter[Any], text: str) -> None:
    assert str(filter_) == text
    assert_read_back(filter_)
    assert eval(repr(filter_), NAMES) == filter_


@each_row
def test_npm_qs_writes_and_reads_the_string(filter_: Filter[Any], text: str, qs: Qs) -> None:
    assert qs.stringify(filter_.to_where()) == text
    assert qs.parse(text) == as_read(filter_.to_where())


@pytest.mark.parametrize(("filter_", "text"), EXAMPLES, ids=[row[0].resource for row in EXAMPLES])
def test_an_example_of_the_reference(filter_: Filter[Any], text: str, qs: Qs) -> None:
    # The reference prints values as they are; on the wire their colons are encoded, as qs does it.
    assert parse_filter(unquote(text), VOCABULARIES[str(filter_.resource)]) == filter_
    assert qs.stringify(qs.parse(unquote(text))) == text
    assert filter_.evidence is Evidence.DOCUMENTED


def test_each_list_has_an_example() -> None:
    assert [filter_.resource for filter_, _ in EXAMPLES] == list(FILLED)


def test_a_where_object_holds_plain_values() -> None:
    filter_ = PaymentQ.is_completed() & (PaymentQ.amount >= 150000) & (PaymentQ.created_at < A)
    plain = {"isCompleted": True, "amount": {"gte": 150000}, "createdAt": {"lt": "2025-01-01T00:00:00.000Z"}}
    assert filter_.to_where() == plain


@given(strategies.writable_filters())
def test_random_filters_are_read_back(filter_: Filter[Any]) -> None:
    assert_read_back(filter_)


@given(strategies.sample_filters())
def test_the_repr_of_random_filters_builds_them(filter_: Filter[Any]) -> None:
    again = eval(repr(filter_), NAMES)
    assert again == filter_
    assert hash(again) == hash(filter_)
    assert ~~filter_ == filter_
