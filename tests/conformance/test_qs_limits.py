"""Up to its limits, the library writes what every qs reads back; beyond them, qs would misread it."""

from __future__ import annotations

from typing import Any

import pytest
from conformance.npm_qs import NEWEST, OLDEST, Qs, as_read
from support.strategies import TEXT_METHODS, fields

from quentli_query import Filter, FilterTooLargeError, Limits, Q, all_of, any_of
from quentli_query.filters.fields import InstantField, TextField

WIDE = Limits(list_items=10_000, depth=100, pairs=100_000)
"""Limits under which the library writes what a server with default options misreads."""

A, B = Q.name.contains("a"), Q.email.contains("b")
DEEPEST = (A | B) & (A | Q.no_payments())
"""The second group goes to `AND[0][OR][0][name][contains]`: five levels below the top key."""

TOO_DEEP = (A | B) & (~A | Q.no_payments())
"""`AND[0][OR][0][NOT][name][contains]` is one more."""


def ids(count: int) -> list[str]:
    return [f"cus_{n}" for n in range(count)]


def fifty_pairs(n: int) -> Filter[Any]:
    """Return eight fields with five operators, five with two; another filter for each `n`."""
    return all_of(
        *[
            getattr(field, method)(f"x{n}")
            for field in fields(Q, TextField)[:8]
            for method in TEXT_METHODS[:5]
        ],
        *[field.between("2025-01-10T00Z", "2025-01-11T00Z") for field in fields(Q, InstantField)[:5]],
    )


THOUSAND_PAIRS = any_of(*map(fifty_pairs, range(20)))


@pytest.mark.parametrize(
    "filter_",
    [DEEPEST, THOUSAND_PAIRS, *(build(ids(n)) for n in (20, 21, 400) for build in (Q.id.in_, Q.id.not_in))],
    ids=lambda filter_: repr(filter_)[:40],
)
def test_filters_up_to_the_limits_are_read_back(qs: Qs, filter_: Filter[Any]) -> None:
    assert qs.parse_by_all(str(filter_)) == dict.fromkeys(qs.versions, as_read(filter_.to_where()))


def test_the_filters_reach_the_limits() -> None:
    assert "AND[0][OR][0][name][contains]=a" in str(DEEPEST)
    assert str(THOUSAND_PAIRS).count("&") == 999
    for larger in (TOO_DEEP, THOUSAND_PAIRS & Q.no_payments(), Q.id.in_(ids(401))):
        with pytest.raises(FilterTooLargeError):
            str(larger)


def test_nested_parameters_are_read_one_level_less_deep(qs: Qs) -> None:
    shallower = (A | B) & A & ~A
    nested = {"filter": as_read(shallower.to_where())}
    assert qs.parse_by_all(shallower.to_qs(query_style="nested")) == dict.fromkeys(qs.versions, nested)
    with pytest.raises(FilterTooLargeError, match=r"6 levels .* 1 over the limit of 5.*Limits\(depth=6\)"):
        DEEPEST.to_qs(query_style="nested")
    for read in qs.parse_by_all(DEEPEST.to_qs(WIDE, query_style="nested")).values():
        assert read["filter"]["AND"][0]["OR"][0] == {"name": {"[contains]": "a"}}


def test_a_longer_list_would_be_read_as_an_object(qs: Qs) -> None:
    """20 is the longest list that every version reads as one; the oldest would still read 21."""
    longer = Q.id.in_(ids(21)).to_qs(WIDE)
    assert isinstance(qs.parse(longer, OLDEST)["OR"], list)
    assert isinstance(qs.parse(longer, NEWEST)["OR"], dict)
    longer_still = Q.id.in_(ids(22)).to_qs(WIDE)
    assert all(isinstance(read["OR"], dict) for read in qs.parse_by_all(longer_still).values())


def test_a_sixth_level_would_be_read_as_literal_text(qs: Qs) -> None:
    for read in qs.parse_by_all(TOO_DEEP.to_qs(WIDE)).values():
        assert read["AND"][0]["OR"][0] == {"NOT": {"name": {"[contains]": "a"}}}


def test_the_pair_after_a_thousand_would_vanish(qs: Qs) -> None:
    one_too_many = (THOUSAND_PAIRS & Q.no_payments()).to_qs(WIDE)
    assert one_too_many.endswith("&noPayments=true")
    for read in qs.parse_by_all(one_too_many).values():
        assert read == as_read(THOUSAND_PAIRS.to_where())
