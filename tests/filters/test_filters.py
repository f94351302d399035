"""How filters behave as values: they combine, simplify, compare, and refuse what would be a mistake."""

from __future__ import annotations

import copy
import pickle
from datetime import UTC, datetime
from functools import reduce
from operator import and_, or_
from typing import Any

import pytest

from quentli_query import (
    EVERYTHING,
    NOTHING,
    Evidence,
    Filter,
    FilterError,
    FilterTooLargeError,
    FilterTypeError,
    Limits,
    Q,
    all_of,
    any_of,
)
from quentli_query.filters.expressions import MAX_LEVELS, Condition
from quentli_query.filters.fields import TextField, Vocabulary

x = Q.name.contains("john")
y = Q.no_payments()
z = Q.created_at >= datetime(2025, 1, 1, tzinfo=UTC)
w = Q.id.equals("a")


class OtherVocabulary(Vocabulary, resource="invoices", source="InvoiceQ"):
    number: TextField[Any] = TextField()


InvoiceQ = OtherVocabulary()


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


def test_what_differs_is_not_equal() -> None:
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


@pytest.mark.parametrize("filter_", [x, ~x, x & y, x | (y & z), any_of(x), ~any_of(x), EVERYTHING, NOTHING])
def test_filters_survive_pickle_and_copy(filter_: Filter[Any]) -> None:
    assert pickle.loads(pickle.dumps(filter_)) == filter_
    assert copy.deepcopy(filter_) == filter_
    assert hash(pickle.loads(pickle.dumps(filter_))) == hash(filter_)


def test_the_constants_stay_single_through_copies() -> None:
    assert pickle.loads(pickle.dumps(NOTHING)) is NOTHING
    assert copy.deepcopy(EVERYTHING) is EVERYTHING


def test_filters_cannot_be_changed() -> None:
    for filter_, attribute in ((x, "value"), (x & y, "operands"), (NOTHING, "name")):
        with pytest.raises(AttributeError):
            setattr(filter_, attribute, "other")


@pytest.mark.parametrize("truth", [bool, lambda f: f and y, lambda f: not f, lambda f: 1 if f else 2])
@pytest.mark.parametrize("filter_", [x, x & y, x | y, NOTHING])
def test_a_filter_has_no_truth_value(truth: Any, filter_: Filter[Any]) -> None:
    with pytest.raises(FilterTypeError, match=r"`and`, `or`, `not` write `&`, `\|`, `~`"):
        truth(filter_)


def test_the_message_says_what_to_write_instead() -> None:
    with pytest.raises(FilterTypeError) as caught:
        bool(x)
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


def test_the_message_says_what_stands_in_place_of_a_filter() -> None:
    with pytest.raises(FilterTypeError, match=r"&: a filter .* and not Q.no_payments \(FlagField\)"):
        x & Q.no_payments  # type: ignore[operator]
    with pytest.raises(FilterTypeError, match=r"argument 2 of any_of\(\): .* and not 'a' \(str\)"):
        any_of(x, "a")  # type: ignore[arg-type]


@pytest.mark.parametrize("combine", [and_, or_, any_of, all_of])
def test_resources_do_not_mix(combine: Any) -> None:
    with pytest.raises(
        FilterTypeError, match=r"filter of invoices \(InvoiceQ.number.equals\('1'\)\).*customers"
    ):
        combine(x & y, InvoiceQ.number == "1")
    assert combine(InvoiceQ.number == "1", EVERYTHING).resource in {"invoices", None}
    with pytest.raises(FilterTypeError) as caught:
        combine(x, InvoiceQ.number == "1")
    assert str(caught.value) == (
        "a filter of invoices (InvoiceQ.number.equals('1')) cannot be combined with one of customers: "
        "each list has a filter of its own"
    )


def test_nothing_has_no_string() -> None:
    for attempt in (str, Filter.to_qs, Filter.to_where):
        with pytest.raises(FilterError, match="an empty one would ask for every record") as caught:
            attempt(NOTHING)
        assert str(caught.value).startswith("NOTHING matches no record")
        assert str(caught.value).endswith("test for `filter == NOTHING` first.")


def test_only_everything_is_empty() -> None:
    assert str(EVERYTHING) == ""
    assert EVERYTHING.to_where() == {}
    for filter_ in (x, any_of(x), ~x, Q.name.equals("")):
        assert str(filter_) != ""


def test_each_condition_knows_its_evidence() -> None:
    evidence = {
        Evidence.DOCUMENTED: [x, y, z, Q.id.equals("a"), Q.email.contains("a"), Q.email_verified.is_true()],
        Evidence.SEEN: [Q.username.equals("a")],
        Evidence.INFERRED: [
            ~x,
            Q.username.not_equals("a"),
            ~z,
            Q.name.starts_with("a"),
            Q.created_at.gt("2025-01-01T00Z"),
        ],
    }
    for expected, conditions in evidence.items():
        for condition in conditions:
            assert isinstance(condition, Condition)
            assert condition.evidence is expected, condition


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


def test_nesting_without_end_is_refused_and_not_a_crash() -> None:
    filter_: Filter[Any] = x
    with pytest.raises(FilterTooLargeError, match="nests more than"):
        for number in range(10_000):
            filter_ = (filter_ | Q.id.equals(str(number))) & Q.name.contains(str(number))
    assert filter_.levels >= MAX_LEVELS - 1  # type: ignore[attr-defined]
    hash(filter_), repr(filter_), filter_.to_where(), ~filter_


def test_alternatives_are_nested_within_the_list_limit() -> None:
    where: Any = Q.id.in_(map(str, range(45))).to_where()
    assert [len(group["OR"]) for group in where["OR"]] == [20, 20, 5]
    assert Q.id.in_(["a", "b", "c"]).to_where(Limits(list_items=2)) == {
        "OR": [{"OR": [{"id": {"equals": "a"}}, {"id": {"equals": "b"}}]}, {"id": {"equals": "c"}}]
    }


def test_requirements_are_nested_within_the_list_limit() -> None:
    where: Any = Q.id.not_in(map(str, range(46))).to_where()
    assert where["id"] == {"not": "0"}
    assert [len(group["AND"]) for group in where["AND"]] == [20, 20, 5]


def test_too_many_pairs_are_refused() -> None:
    filter_ = all_of(*[Q.id.not_equals(str(number)) for number in range(5)])
    assert len(filter_.to_qs(Limits(pairs=5)).split("&")) == 5
    with pytest.raises(
        FilterTooLargeError, match=r"5 key=value pairs, 1 over the limit of 4.*Limits\(pairs=5\)"
    ) as caught:
        filter_.to_qs(Limits(pairs=4))
    assert (caught.value.limit, caught.value.allowed, caught.value.actual) == ("pairs", 4, 5)


@pytest.mark.parametrize("limits", [{"list_items": 1}, {"depth": 0}, {"pairs": 0}, {"url_bytes": 0}])
def test_limits_that_let_nothing_through_are_refused(limits: dict[str, int]) -> None:
    with pytest.raises(ValueError, match=next(iter(limits))):
        Limits(**limits)
