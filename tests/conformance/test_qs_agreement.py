"""Every version of npm's qs reads the library's strings, and the newest version would write them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from conformance.npm_qs import Qs, as_read
from hypothesis import given, strategies as st
from hypothesis.strategies import SearchStrategy
from support import strategies

from quentli_query import Filter, FilterError, OrderBy, Q
from quentli_query.filters.vocabulary import Vocabulary

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


@pytest.mark.parametrize("before", [0, 1022, 1024, 5000])
def test_every_version_would_write_an_emoji(qs: Qs, before: int) -> None:
    filter_ = Q.name.contains("x" * before + "😎")
    assert qs.stringify_by_all(filter_.to_where()) == dict.fromkeys(qs.versions, str(filter_))


def test_some_versions_spoil_an_emoji_in_one_place(qs: Qs) -> None:
    """They encode text in pieces of 1,024 UTF-16 units, and spoil a character that falls into two of them.

    That is why random filters are compared with the newest version alone. All versions read correctly.
    """
    filter_ = Q.name.contains("x" * 1023 + "😎")
    written = qs.stringify_by_all(filter_.to_where())
    assert {version for version in written if written[version] != str(filter_)} == {
        "6.13.0",
        "6.14.0",
        "6.14.2",
    }
    assert qs.parse_by_all(str(filter_)) == dict.fromkeys(qs.versions, filter_.to_where())


# Conditions without text, so that a text value equals nothing beside it: equal parts are written once.
def surroundings(vocabulary: Vocabulary) -> SearchStrategy[AnyFilter]:
    without_text = st.one_of(
        strategies.truth_conditions(vocabulary),
        strategies.instant_conditions(strategies.instants(), vocabulary),
    )
    return strategies.filters(without_text, vocabulary=vocabulary)


combinations = st.sampled_from(
    [
        lambda condition, beside: condition & beside,
        lambda condition, beside: condition | beside,
        lambda condition, beside: beside & ~condition,
        lambda condition, beside: condition,
    ]
)


def paths(value: object, *above: str | int) -> list[tuple[str | int, ...]]:
    """Return the paths of the scalars of a where-object."""
    if isinstance(value, dict):
        return [path for key, inner in value.items() for path in paths(inner, *above, key)]
    if isinstance(value, list):
        return [path for index, inner in enumerate(value) for path in paths(inner, *above, index)]
    return [above]


SAMPLE = [st.tuples(strategies.text_methods(each), surroundings(each)) for each in strategies.SAMPLE]


@given(parts=strategies.evenly(*SAMPLE), value=strategies.texts(), combine=combinations)
def test_a_value_never_becomes_structure(
    qs: Qs,
    parts: tuple[Callable[[str], AnyFilter], AnyFilter],
    value: str,
    combine: Callable[[AnyFilter, AnyFilter], AnyFilter],
) -> None:
    condition, beside = parts
    harmless, hostile = combine(condition("x"), beside), combine(condition(value), beside)
    assert strategies.is_writable(hostile) == strategies.is_writable(harmless)
    if strategies.is_writable(hostile):
        assert paths(qs.parse(str(hostile))) == paths(qs.parse(str(harmless)))


@given(orders=strategies.evenly(*map(strategies.orders, strategies.SAMPLE)))
def test_every_version_agrees_on_orders(qs: Qs, orders: list[OrderBy[Any]]) -> None:
    written = "&".join(map(str, orders))
    meant = {order.field.path[0]: order.direction for order in orders}
    # As lists, since the first field is the most significant.
    for order in qs.parse_by_all(written).values():
        assert list(order.items()) == list(meant.items())
    assert qs.stringify_by_all(meant) == dict.fromkeys(qs.versions, written)
