"""Filters and orders as values: they combine, simplify, compare and pickle, and refuse misuse."""

from __future__ import annotations

import copy
import pickle
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
    FilterValueError,
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
        (x | x, x),
        (x & y & x, x & y),
        ((x | y) | (y | x), x | y),
        ((x & y) | (x & y), x & y),
        ((x | (y | z)) | w, x | y | z | w),
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
        (NOTHING & EVERYTHING, NOTHING),
        (NOTHING | EVERYTHING, EVERYTHING),
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
        (all_of(x, EVERYTHING), x),
        (any_of(NOTHING), NOTHING),
        (any_of(x, EVERYTHING), EVERYTHING),
        (any_of(x, NOTHING), any_of(x)),
        (all_of(x, NOTHING), NOTHING),
        (Q.id.in_([]), NOTHING),
        (Q.id.not_in([]), EVERYTHING),
        (Q.created_at.in_([]), NOTHING),
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
        (
            (x | y) & z,
            "(Q.name.contains('john') | Q.no_payments()) & Q.created_at.gte('2025-01-01T00:00:00.000Z')",
        ),
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


def test_a_long_repr_lists_its_parts() -> None:
    long = Q.id.in_(map(str, range(500)))
    assert repr(long).startswith("any_of(Q.id.equals('0'), Q.id.equals('1'), ")
    assert eval(repr(long)) == long
    assert eval(repr(~long)) == ~long


@pytest.mark.parametrize(
    "value", [x, ~x, x & y, x | (y & z), any_of(x), ~any_of(x), EVERYTHING, NOTHING, order]
)
def test_filters_and_orders_survive_pickle_and_copy(value: Any) -> None:
    for again in (pickle.loads(pickle.dumps(value)), copy.deepcopy(value)):
        assert again == value
        assert hash(again) == hash(value)
        assert (again is value) == (value in (EVERYTHING, NOTHING))


@pytest.mark.parametrize(
    ("value", "attribute"), [(x, "value"), (x & y, "operands"), (NOTHING, "name"), (order, "direction")]
)
def test_filters_and_orders_cannot_be_changed(value: Any, attribute: str) -> None:
    with pytest.raises(AttributeError):
        setattr(value, attribute, "other")


@pytest.mark.parametrize("truth", [bool, lambda f: f and y, lambda f: not f, lambda f: 1 if f else 2])
@pytest.mark.parametrize("filter_", [x, x & y, x | y, NOTHING])
def test_a_filter_has_no_truth_value(truth: Any, filter_: Filter[Any]) -> None:
    with pytest.raises(FilterTypeError) as caught:
        truth(filter_)
    assert str(caught.value) == (
        "a filter has no truth value. Instead of `and`, `or`, `not` write `&`, `|`, `~`; "
        "instead of `a <= field < b` write `field.between(a, b)`; "
        "instead of `field in values` write `field.in_(values)`; "
        "to ask whether there is a filter at all, compare with None."
    )


def test_a_chained_comparison_is_refused() -> None:
    with pytest.raises(FilterTypeError, match="field.between"):
        datetime(2025, 1, 1, tzinfo=UTC) <= Q.created_at < datetime(2025, 2, 1, tzinfo=UTC)


@pytest.mark.parametrize("thing", ["name[contains]=john", None, True, Q.name, Q.no_payments, {}])
@pytest.mark.parametrize(
    "combine", [and_, or_, lambda f, thing: any_of(f, thing), lambda f, thing: all_of(thing)]
)
def test_only_filters_combine(thing: Any, combine: Any) -> None:
    with pytest.raises(FilterTypeError, match="a filter is expected here"):
        combine(x, thing)


def test_the_error_names_the_place_and_the_wrong_operand() -> None:
    with pytest.raises(FilterTypeError, match=r"&: a filter .* and not Q.no_payments \(FlagField\)"):
        x & Q.no_payments  # type: ignore[operator]
    with pytest.raises(FilterTypeError, match=r"argument 2 of any_of\(\): .* and not 'a' \(str\)"):
        any_of(x, "a")  # type: ignore[arg-type]


def test_missing_parentheses_are_named() -> None:
    with pytest.raises(FilterTypeError, match=r"&: .* needs parentheses: \(field == True\) & filter$"):
        Q.email_verified == True & Q.no_payments()  # type: ignore[operator]
    with pytest.raises(FilterTypeError, match=r"\|: .* needs parentheses: \(field == False\) \| filter$"):
        Q.email_verified == False | Q.no_payments()  # type: ignore[operator]


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


def test_nothing_has_no_string() -> None:
    for attempt in (str, Filter.to_qs, Filter.to_where):
        with pytest.raises(FilterError, match="an empty one would ask for every record") as caught:
            attempt(NOTHING)
        assert str(caught.value).startswith("NOTHING matches no record")
        assert str(caught.value).endswith("test for `filter == NOTHING` first.")


def test_only_everything_is_empty() -> None:
    assert EVERYTHING.to_where() == {}
    for filter_ in (x, any_of(x), ~x, Q.name.equals("")):
        assert str(filter_) != ""


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
    [
        (None, ""),
        ([], ""),
        (order, "createdAt=desc"),
        (Q.phone_number.asc(), "phoneNumber=asc"),
        (Q.email_verified.desc(), "emailVerified=desc"),
        ([Q.name.asc(), order], "name=asc&createdAt=desc"),
        ((Q.name.asc(),), "name=asc"),
    ],
)
def test_an_order_compiles_to_its_string(order_by: Any, text: str) -> None:
    assert compile_order_by(order_by, "customers") == text


def test_an_order_is_a_value() -> None:
    assert str(order) == "createdAt=desc"
    assert repr(order) == "Q.created_at.desc()"
    assert eval(repr(order)) == order
    assert order != Q.created_at.asc()
    assert len({order, Q.created_at.desc(), Q.created_at.asc()}) == 2


@pytest.mark.parametrize("thing", ["createdAt=desc", [Q.name], Q.name, x, 3, {"a": 1}])
def test_only_orders_order(thing: Any) -> None:
    with pytest.raises(FilterTypeError, match=r"an order is expected here, such as Q.created_at.desc\(\)"):
        compile_order_by(thing, "customers")


def test_a_field_orders_once_and_only_its_own_list() -> None:
    with pytest.raises(FilterValueError, match="names Q.name twice"):
        compile_order_by([Q.name.asc(), order, Q.name.desc()], "customers")
    with pytest.raises(
        FilterTypeError, match=r"Q.created_at.desc\(\) orders customers; it cannot order invoices"
    ):
        compile_order_by(order, "invoices")
