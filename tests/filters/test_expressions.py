"""Filters and orders as values: they combine, simplify, compare and pickle, and refuse misuse."""

from __future__ import annotations

import copy
import pickle
import re
from datetime import UTC, datetime
from functools import reduce
from operator import and_, or_
from typing import Any

import pytest
from support.vocabularies import compile_order_by

from quentli_query import (
    EVERYTHING,
    NOTHING,
    Filter,
    FilterError,
    FilterTypeError,
    PaymentQ,
    Q,
    all_of,
    any_of,
)

x = Q.name.contains("john")
y = Q.no_payments()
z = Q.created_at >= datetime(2025, 1, 1, tzinfo=UTC)
w = Q.id.equals("a")
juan = PaymentQ.customer.username == "juan"
order = Q.created_at.desc()


@pytest.mark.parametrize(
    ("filter_", "same"),
    [
        ((x & y) & z, x & (y & z)),
        ((x | y) | z, x | (y | z)),
        (all_of(x, y, z), x & y & z),
        (any_of(x, y, z), x | y | z),
        (x & x, x),
        (all_of(x, x), x),
        (x | x, x),
        (x & y & x, x & y),
        ((x & y) | (x & y), x & y),
        ((x & (y & z)) & w, x & y & z & w),
        (any_of(x) | y, x | y),
        (~any_of(x) & y, ~x & y),
        (x & EVERYTHING, x),
        (EVERYTHING & x, x),
        (x | NOTHING, x),
        (NOTHING | x, x),
        (x & NOTHING, NOTHING),
        (NOTHING & x, NOTHING),
        (x | EVERYTHING, EVERYTHING),
        (EVERYTHING | x, EVERYTHING),
        (~~x, x),
        (~~(x & y), x & y),
        (~~any_of(x), any_of(x)),
        (~(x & y), ~x | ~y),
        (~(x | y), ~x & ~y),
        (~EVERYTHING, NOTHING),
        (~NOTHING, EVERYTHING),
        (all_of(), EVERYTHING),
        (any_of(), NOTHING),
        (all_of(x), x),
        (any_of(x, NOTHING), any_of(x)),
        (Q.id.in_([]), NOTHING),
        (Q.id.not_in([]), EVERYTHING),
        (~Q.id.in_(["a", "b"]), Q.id.not_in(["a", "b"])),
    ],
)
def test_algebra(filter_: Filter[Any], same: Filter[Any]) -> None:
    assert filter_ == same
    assert hash(filter_) == hash(same)
    assert repr(filter_) == repr(same)


def test_different_filters_are_not_equal() -> None:
    different = [x, y, z, ~x, ~y, x & y, y & x, x | y, any_of(x), ~any_of(x), EVERYTHING, NOTHING]
    assert len(set(different)) == len(different)
    other: Any = "name[contains]=john"
    assert x != other


@pytest.mark.parametrize(
    ("filter_", "source"),
    [
        (x, "Q.name.contains('john')"),
        (~x, "~Q.name.contains('john')"),
        (y, "Q.no_payments()"),
        (~y, "Q.no_payments(False)"),
        (z, "Q.created_at.gte('2025-01-01T00:00:00.000Z')"),
        (Q.email_verified.is_true(), "Q.email_verified.equals(True)"),
        ((x | y) & w, "(Q.name.contains('john') | Q.no_payments()) & Q.id.equals('a')"),
        (any_of(x), "any_of(Q.name.contains('john'))"),
        (~any_of(y), "~any_of(Q.no_payments())"),
        (EVERYTHING, "EVERYTHING"),
        (NOTHING, "NOTHING"),
    ],
)
def test_repr_is_the_source_that_builds_it(filter_: Filter[Any], source: str) -> None:
    assert repr(filter_) == source
    assert eval(source) == filter_


def test_a_repr_joins_up_to_six_parts_and_lists_more() -> None:
    six = all_of(*[Q.id.not_equals(letter) for letter in "abcdef"])
    assert repr(six) == " & ".join(f"Q.id.not_equals('{letter}')" for letter in "abcdef")
    assert repr(six & x) == f"all_of({', '.join(repr(part) for part in (*six.parts, x))})"  # type: ignore[attr-defined]
    assert repr(six | x) == f"({six!r}) | {x!r}"
    assert repr((six & x) | y) == f"{six & x!r} | {y!r}"


@pytest.mark.parametrize("value", [x, ~x, x | (y & z), any_of(x), ~any_of(x), EVERYTHING, NOTHING, order])
def test_filters_and_orders_survive_pickle_and_copy(value: Any) -> None:
    for again in (pickle.loads(pickle.dumps(value)), copy.deepcopy(value)):
        assert again == value
        assert hash(again) == hash(value)
        assert (again is value) == (value in (EVERYTHING, NOTHING))


@pytest.mark.parametrize(("value", "attribute"), [(x, "value"), (x & y, "parts"), (order, "direction")])
def test_filters_and_orders_cannot_be_changed(value: Any, attribute: str) -> None:
    with pytest.raises(AttributeError):
        setattr(value, attribute, "other")


@pytest.mark.parametrize("filter_", [x, x & y, x | y, NOTHING])
def test_a_filter_has_no_truth_value(filter_: Filter[Any]) -> None:
    with pytest.raises(FilterTypeError) as caught:
        bool(filter_)
    assert str(caught.value) == (
        "a filter has no truth value. Instead of `and`, `or`, `not` write `&`, `|`, `~`; "
        "instead of `a <= field < b` write `field.between(a, b)`; "
        "instead of `field in values` write `field.in_(values)`; "
        "to ask whether there is a filter at all, compare with None."
    )


@pytest.mark.parametrize(
    ("combine", "place"),
    [(and_, "&"), (or_, r"\|"), (any_of, r"argument 2 of any_of\(\)"), (all_of, r"argument 2 of all_of\(\)")],
)
@pytest.mark.parametrize("thing", ["name=a", None, Q.name, Q.no_payments, {}])
def test_only_filters_combine(thing: Any, combine: Any, place: str) -> None:
    wrong = re.escape(f"and not {thing!r} ({type(thing).__name__})")
    with pytest.raises(FilterTypeError, match=f"^{place}: a filter is expected here, .*{wrong}"):
        combine(x, thing)


@pytest.mark.parametrize("combine", [and_, or_])
def test_missing_parentheses_are_named(combine: Any) -> None:
    with pytest.raises(FilterTypeError, match=r".: .* needs parentheses: \(field == True\) . filter$"):
        Q.email_verified == combine(True, Q.no_payments())


@pytest.mark.parametrize("combine", [and_, or_, any_of, all_of])
@pytest.mark.parametrize("customers", [x, x & y])
def test_resources_do_not_mix(combine: Any, customers: Filter[Any]) -> None:
    with pytest.raises(FilterTypeError) as caught:
        combine(customers, juan)
    assert str(caught.value) == (
        "a filter of payments (PaymentQ.customer.username.equals('juan')) cannot be combined with one of customers: "
        "each list has a filter of its own"
    )
    assert combine(juan, EVERYTHING).resource in {"payments", None}
    assert combine(juan, PaymentQ.is_completed()).resource == "payments"


@pytest.mark.parametrize("attempt", [str, Filter.to_qs, Filter.to_where])
def test_nothing_has_no_string(attempt: Any) -> None:
    whole = "^NOTHING matches no record.* an empty one would ask for every record.* `filter == NOTHING` first"
    with pytest.raises(FilterError, match=whole):
        attempt(NOTHING)


@pytest.mark.parametrize("join", [and_, or_])
def test_long_chains_stay_flat(join: Any) -> None:
    conditions = [Q.id.equals(str(number)) for number in range(10_000)]
    leaning_left: Any = reduce(join, conditions)
    leaning_right = reduce(lambda joined, condition: join(condition, joined), reversed(conditions))
    assert leaning_left == leaning_right
    assert len(set(leaning_left.parts)) == 10_000
    assert pickle.loads(pickle.dumps(leaning_left)) == leaning_left
    assert ~~leaning_left == leaning_left


def test_merging_long_groups_stays_flat() -> None:
    groups = [Q.id.in_([f"{number}-{item}" for item in range(10)]) for number in range(1000)]
    joined: Any = reduce(or_, groups)
    assert len(joined.parts) == 10_000


@pytest.mark.parametrize(
    ("order_by", "text"),
    [(None, ""), ([], ""), (order, "createdAt=desc"), ((Q.name.asc(), order), "name=asc&createdAt=desc")],
)
def test_an_order_compiles_to_its_string(order_by: Any, text: str) -> None:
    assert compile_order_by(order_by, "customers") == text


def test_an_order_is_a_value() -> None:
    assert repr(order) == "Q.created_at.desc()"
    assert eval(repr(order)) == order
    assert len({order, Q.created_at.desc(), Q.created_at.asc()}) == 2


@pytest.mark.parametrize(
    ("orders", "resource", "message"),
    [
        *((each, "customers", "an order is expected here, such as Q.created_at.desc()") for each in ("createdAt=desc", [Q.name], x, 3, {"a": 1})),
        ([Q.name.asc(), order, Q.name.desc()], "customers", "names Q.name twice"),
        (order, "invoices", "Q.created_at.desc() orders customers; it cannot order invoices"),
    ],
)  # fmt: skip
def test_other_orders_are_refused(orders: Any, resource: str, message: str) -> None:
    with pytest.raises(FilterError, match=re.escape(message)):
        compile_order_by(orders, resource)
