"""Express 4 and 5 see what the client sends: over a socket, through every layer of encoding."""

from __future__ import annotations

from typing import Any

import pytest
from conformance.conftest import Express
from conformance.npm_qs import as_read
from hypothesis import assume, given, strategies as st
from support import strategies
from support.profiles import at_most

from quentli_query import NOTHING, Filter, FilterTooLargeError, OrderBy, PaymentQ, Q
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
