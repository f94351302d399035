"""What this library writes is what every version of npm's qs reads, and what its newest version would write."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from conformance.npm_qs import Qs, as_read
from hypothesis import strategies as st
from support import strategies

from quentli_query import NOTHING, DiscountQ, Filter, FilterError, FilterTooLargeError, OrderBy, PaymentQ, Q
from quentli_query.filters.expressions import compile_order_by
from quentli_query.filters.fields import inspect

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import ForAll
    from hypothesis.strategies import SearchStrategy

    from quentli_query.filters.fields import Vocabulary

AnyFilter = Filter[Any]

each_vocabulary = pytest.mark.parametrize("vocabulary", [Q, DiscountQ, PaymentQ], ids=repr)
"""Between them they have fields of every kind: text, instants, booleans, flags; numbers, enums, a relation."""


def can_be_written(given: AnyFilter) -> bool:
    """Whether there is a string for the filter: not for NOTHING, nor for what a server would misread."""
    try:
        given.to_qs()
    except FilterTooLargeError:
        return False
    except FilterError:
        assert given == NOTHING
        return False
    return True


@each_vocabulary
def test_every_version_reads_what_the_filter_means(for_all: ForAll, qs: Qs, vocabulary: Vocabulary) -> None:
    @for_all(strategies.filters(vocabulary=vocabulary).filter(can_be_written), examples=500)
    def reads_what_it_means(given: AnyFilter) -> None:
        meant = as_read(given.to_where())
        assert qs.parse_by_all(str(given)) == dict.fromkeys(qs.versions, meant)


@each_vocabulary
def test_the_newest_version_would_write_the_same_bytes(
    for_all: ForAll, qs: Qs, vocabulary: Vocabulary
) -> None:
    @for_all(strategies.filters(vocabulary=vocabulary).filter(can_be_written), examples=500)
    def writes_the_same(given: AnyFilter) -> None:
        assert qs.stringify(given.to_where()) == str(given)


@pytest.mark.parametrize("before", [0, 1022, 1024, 5000])
def test_every_version_would_write_the_same_character(qs: Qs, before: int) -> None:
    given = Q.name.contains("x" * before + "😎")
    assert qs.stringify_by_all(given.to_where()) == dict.fromkeys(qs.versions, str(given))


def test_some_versions_would_write_another_character_in_one_place(qs: Qs) -> None:
    """They encode text in pieces of 1,024 UTF-16 units, and spoil a character that falls into two of them.

    It is why random filters are compared with the newest version alone. Reading is right in every one.
    """
    given = Q.name.contains("x" * 1023 + "😎")
    written = qs.stringify_by_all(given.to_where())
    assert {version for version, text in written.items() if text != str(given)} == {
        "6.13.0",
        "6.14.0",
        "6.14.2",
    }
    assert qs.parse_by_all(str(given)) == dict.fromkeys(qs.versions, given.to_where())


# Conditions without text, so that a text value can coincide with nothing beside it: equal parts are written once.
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
    """Where the scalars of a where-object are."""
    if isinstance(value, dict):
        return [path for key, inner in value.items() for path in paths(inner, *above, key)]
    if isinstance(value, list):
        return [path for index, inner in enumerate(value) for path in paths(inner, *above, index)]
    return [above]


@each_vocabulary
def test_a_value_never_becomes_structure(for_all: ForAll, qs: Qs, vocabulary: Vocabulary) -> None:
    @for_all(
        strategies.text_methods(vocabulary),
        strategies.texts(),
        surroundings(vocabulary),
        combinations,
        examples=500,
    )
    def stays_a_value(
        condition: Callable[[str], AnyFilter],
        value: str,
        beside: AnyFilter,
        combine: Callable[[AnyFilter, AnyFilter], AnyFilter],
    ) -> None:
        harmless, given = combine(condition("x"), beside), combine(condition(value), beside)
        assert can_be_written(given) == can_be_written(harmless)
        if can_be_written(given):
            assert paths(qs.parse(str(given))) == paths(qs.parse(str(harmless)))


@each_vocabulary
def test_every_version_reads_and_writes_the_same_order(
    for_all: ForAll, qs: Qs, vocabulary: Vocabulary
) -> None:
    @for_all(strategies.orders(vocabulary), examples=500)
    def is_the_same(orders: list[OrderBy[Any]]) -> None:
        written = compile_order_by(orders, inspect(vocabulary).resource)
        meant = {order.field.path[0]: order.direction for order in orders}
        # As lists, since the first field is the most significant one.
        read = {version: list(order.items()) for version, order in qs.parse_by_all(written).items()}
        assert all(order == list(meant.items()) for order in read.values())
        assert qs.stringify_by_all(meant) == dict.fromkeys(qs.versions, written)
