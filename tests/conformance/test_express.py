"""Express 4 and 5 see what the client sends: over a socket, through every layer of encoding."""

from __future__ import annotations

from typing import Any

import pytest
from conformance.conftest import Express
from conformance.npm_qs import as_read
from hypothesis import assume, given, strategies as st
from support import strategies
from support.profiles import at_most

from quentli_query import EVERYTHING, NOTHING, Filter, FilterTooLargeError, OrderBy, PaymentQ, Q
from quentli_query.filters.vocabulary import Vocabulary, inspect

SAMPLE = [
    st.tuples(st.just(each), strategies.filters(vocabulary=each), strategies.orders(each))
    for each in (Q, PaymentQ)
]


# Each example is two requests.
@at_most(100)
@given(strategies.evenly(*SAMPLE))
def test_the_server_sees_the_filter_and_the_order(
    express: Express, asked: tuple[Vocabulary, Filter[Any], list[OrderBy[Any]]]
) -> None:
    vocabulary, filter_, orders = asked
    assume(filter_ != NOTHING)
    try:
        seen = express.seen(filter_, orders, resource=inspect(vocabulary).resource)
    except FilterTooLargeError:
        return
    assert seen["filter"] == as_read(filter_.to_where())
    assert list(seen["order_by"].items()) == [(by.field.path[0], by.direction) for by in orders]


@pytest.mark.parametrize(
    "text",
    [*strategies.HOSTILE_TEXTS, "x" * 10_000, "&=[]%+\0" * 1000],
    ids=lambda text: ascii(text[:20]),
)
def test_the_server_sees_hostile_text_as_text(express: Express, text: str) -> None:
    assert express.seen(Q.name.contains(text))["filter"] == {"name": {"contains": text}}


def test_a_filter_that_fits_no_url_is_refused(express: Express) -> None:
    with pytest.raises(FilterTooLargeError):
        express.seen(Q.name.contains("x" * 70_000))


def test_everything_is_sent_without_a_filter(express: Express) -> None:
    assert express.seen(EVERYTHING) == {"filter": {}, "order_by": {}}


def test_nothing_is_answered_without_a_request(express: Express) -> None:
    assert express.seen(NOTHING) is None
