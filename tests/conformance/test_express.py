"""What the client sends, Express 4 and 5 see: over a socket, through every layer of encoding."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from conformance.conftest import Express
from conformance.npm_qs import as_read
from hypothesis import assume
from support import strategies

from quentli_query import EVERYTHING, NOTHING, Filter, FilterTooLargeError, OrderBy, PaymentQ, Q
from quentli_query.filters.fields import inspect

if TYPE_CHECKING:
    from conftest import ForAll

    from quentli_query.filters.fields import Vocabulary


@pytest.mark.parametrize("vocabulary", [Q, PaymentQ], ids=repr)
def test_the_server_sees_the_filter_and_the_order_that_were_given(
    for_all: ForAll, express: Express, vocabulary: Vocabulary
) -> None:
    # Each example is two requests, so there are fewer of them.
    @for_all(strategies.filters(vocabulary=vocabulary), strategies.orders(vocabulary), examples=200)
    def sees_them(given: Filter[Any], orders: list[OrderBy[Any]]) -> None:
        assume(given != NOTHING)
        try:
            seen = express.seen(given, orders, resource=inspect(vocabulary).resource)
        except FilterTooLargeError:
            return
        assert seen["filter"] == as_read(given.to_where())
        assert list(seen["order_by"].items()) == [(by.field.path[0], by.direction) for by in orders]


@pytest.mark.parametrize(
    "text",
    [*strategies.HOSTILE_TEXTS, "x" * 10_000, "&=[]%+\0" * 1000],
    ids=lambda text: ascii(text[:20]),
)
def test_the_server_sees_hostile_text_as_text(express: Express, text: str) -> None:
    assert express.seen(Q.name.contains(text))["filter"] == {"name": {"contains": text}}


def test_a_filter_that_fits_no_url_is_refused_like_any_other_that_is_too_large(express: Express) -> None:
    with pytest.raises(FilterTooLargeError):
        express.seen(Q.name.contains("x" * 70_000))


def test_the_server_sees_no_filter_where_there_is_none(express: Express) -> None:
    assert express.seen(EVERYTHING) == {"filter": {}, "order_by": {}}


def test_the_server_is_not_even_asked_for_nothing(express: Express) -> None:
    assert express.seen(NOTHING) is None
