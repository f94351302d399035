"""Every version of npm's qs reads the library's strings, and the newest version would write them."""

from __future__ import annotations

from typing import Any

import pytest
from conformance.npm_qs import Qs, as_read
from hypothesis import given
from support import strategies

from quentli_query import Filter, FilterError, OrderBy, Q

AnyFilter = Filter[Any]


@given(filter_=strategies.writable_filters())
def test_every_version_reads_the_string_and_the_newest_would_write_it(qs: Qs, filter_: AnyFilter) -> None:
    text, where = str(filter_), filter_.to_where()
    assert qs.parse_by_all(text) == dict.fromkeys(qs.versions, as_read(where))
    assert qs.stringify(where) == text


@given(filter_=strategies.filters())
def test_every_version_reads_nested_parameters(qs: Qs, filter_: AnyFilter) -> None:
    try:
        text = filter_.to_qs(query_style="nested")
    except FilterError:
        return
    read = {"filter": as_read(filter_.to_where())} if text else {}
    assert qs.parse_by_all(text) == dict.fromkeys(qs.versions, read)
    assert qs.stringify({"filter": filter_.to_where()}) == text


# Some versions encode text in pieces of 1,024 UTF-16 units, and spoil a character that falls into two of them. That is
# why random filters are compared with what the newest version writes. All versions read correctly.
@pytest.mark.parametrize("before", [0, 1022, 1024, 5000])
def test_every_version_would_write_an_emoji(qs: Qs, before: int) -> None:
    filter_ = Q.name.contains("x" * before + "😎")
    assert qs.stringify_by_all(filter_.to_where()) == dict.fromkeys(qs.versions, str(filter_))


@given(orders=strategies.evenly(*map(strategies.orders, strategies.SAMPLE)))
def test_every_version_agrees_on_orders(qs: Qs, orders: list[OrderBy[Any]]) -> None:
    written = "&".join(map(str, orders))
    meant = {order.field.path[0]: order.direction for order in orders}
    # As lists, since the first field is the most significant.
    for order in qs.parse_by_all(written).values():
        assert list(order.items()) == list(meant.items())
    assert qs.stringify_by_all(meant) == dict.fromkeys(qs.versions, written)
