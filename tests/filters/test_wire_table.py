"""The wire form, line by line: an expression, its where-object, its string."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from quentli_query import EVERYTHING, Filter, Q, all_of, any_of

if TYPE_CHECKING:
    from conformance.npm_qs import Qs

A = datetime(2025, 1, 1, tzinfo=UTC)
B = datetime(2025, 2, 1, 12, 30, 15, 250_000, tzinfo=UTC)
AT_A = "2025-01-01T00%3A00%3A00.000Z"
AT_B = "2025-02-01T12%3A30%3A15.250Z"

TABLE: list[tuple[Filter[Any], str]] = [
    (Q.name.contains("john"), "name[contains]=john"),
    (Q.no_payments(), "noPayments=true"),
    (Q.no_payments(False), "noPayments=false"),
    (Q.name.contains("john") | Q.no_payments(), "OR[0][name][contains]=john&OR[1][noPayments]=true"),
    # The example in the vendor's reference.
    (Q.name.contains("john") & any_of(Q.no_payments()), "name[contains]=john&OR[0][noPayments]=true"),
    ((Q.created_at >= A) & (Q.created_at < B), f"createdAt[gte]={AT_A}&createdAt[lt]={AT_B}"),
    (Q.id.in_(["a", "b"]), "OR[0][id][equals]=a&OR[1][id][equals]=b"),
    (Q.id.in_(["a"]), "id[equals]=a"),
    (Q.id.in_(["a", "a"]), "id[equals]=a"),
    (Q.id.not_in(["a", "b"]), "id[not]=a&AND[0][id][not]=b"),
    (Q.name == "Ana", "name[equals]=Ana"),
    (Q.name != "Ana", "name[not]=Ana"),
    (Q.name.equals("Ana"), "name[equals]=Ana"),
    (Q.name.starts_with("A"), "name[startsWith]=A"),
    (Q.name.ends_with("a"), "name[endsWith]=a"),
    # Equality is spelled bare where that is how it was seen.
    (Q.username == "ana_1", "username=ana_1"),
    (Q.username != "ana_1", "username[not]=ana_1"),
    (Q.username.contains("ana"), "username[contains]=ana"),
    (Q.email.contains("@example.com"), "email[contains]=%40example.com"),
    (Q.name.contains("José Ñ"), "name[contains]=Jos%C3%A9%20%C3%91"),
    (Q.name.contains("a&b=[c]+d%#"), "name[contains]=a%26b%3D%5Bc%5D%2Bd%25%23"),
    (Q.name.equals(""), "name[equals]="),
    (Q.email_verified.is_true(), "emailVerified[equals]=true"),
    (Q.email_verified.is_false(), "emailVerified[equals]=false"),
    (Q.email_verified == True, "emailVerified[equals]=true"),  # noqa: E712
    (Q.email_verified != True, "emailVerified[equals]=false"),  # noqa: E712
    (Q.created_at > A, f"createdAt[gt]={AT_A}"),
    (Q.created_at <= A, f"createdAt[lte]={AT_A}"),
    (Q.created_at == A, f"createdAt[equals]={AT_A}"),
    (Q.created_at != A, f"createdAt[not]={AT_A}"),
    (A <= Q.created_at, f"createdAt[gte]={AT_A}"),
    (Q.created_at.in_([A, B]), f"OR[0][createdAt][equals]={AT_A}&OR[1][createdAt][equals]={AT_B}"),
    (Q.created_at.not_in([A, B]), f"createdAt[not]={AT_A}&AND[0][createdAt][not]={AT_B}"),
    # What needs a key that is taken goes into AND.
    (
        (Q.name.contains("a") | Q.no_payments()) & (Q.email.contains("b") | Q.id.equals("c")),
        "OR[0][name][contains]=a&OR[1][noPayments]=true"
        "&AND[0][OR][0][email][contains]=b&AND[0][OR][1][id][equals]=c",
    ),
    (Q.name.contains("a") & Q.name.contains("b"), "name[contains]=a&AND[0][name][contains]=b"),
    (Q.username.equals("a") & Q.username.contains("b"), "username=a&AND[0][username][contains]=b"),
    (Q.username.contains("b") & Q.username.equals("a"), "username[contains]=b&AND[0][username]=a"),
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
    (~Q.email_verified.is_true(), "emailVerified[equals]=false"),
    (~Q.name.equals("Ana"), "name[not]=Ana"),
    (~(Q.name != "Ana"), "name[equals]=Ana"),
    (~Q.name.contains("a"), "NOT[name][contains]=a"),
    (~Q.name.starts_with("a"), "NOT[name][startsWith]=a"),
    (~Q.name.ends_with("a"), "NOT[name][endsWith]=a"),
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
    (all_of(Q.no_payments()), "noPayments=true"),
    # What a double negation leaves behind is not written.
    (Q.no_payments() | ~any_of(Q.no_payments(False)), "OR[0][noPayments]=true"),
    (
        Q.id.equals("a") | ~any_of(~Q.id.equals("b") & ~Q.id.equals("c")),
        "OR[0][id][equals]=a&OR[1][id][equals]=b&OR[2][id][equals]=c",
    ),
    (EVERYTHING, ""),
]


@pytest.mark.parametrize(("filter_", "text"), TABLE, ids=[repr(filter_) for filter_, _ in TABLE])
def test_an_expression_compiles_to_its_string(filter_: Filter[Any], text: str) -> None:
    assert str(filter_) == text


@pytest.mark.parametrize(("filter_", "text"), TABLE, ids=[repr(filter_) for filter_, _ in TABLE])
def test_real_qs_reads_the_string_as_the_where_object(filter_: Filter[Any], text: str, qs: Qs) -> None:
    assert qs.parse(text) == as_strings(filter_.to_where())


@pytest.mark.parametrize(("filter_", "text"), TABLE, ids=[repr(filter_) for filter_, _ in TABLE])
def test_real_qs_writes_the_where_object_as_the_string(filter_: Filter[Any], text: str, qs: Qs) -> None:
    assert qs.stringify(filter_.to_where()) == text


def as_strings(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: as_strings(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_strings(item) for item in value]
    return str(value).lower() if isinstance(value, bool) else str(value)
