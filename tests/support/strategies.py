"""Random filters, orders and records of any vocabulary, made through the public API only.

`filters()` is for the written form: hostile values, any shape, now and then too large. `familiar_filters()` and
`records()` draw from the same few values, so that matches are frequent.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from decimal import Decimal
from functools import reduce
from operator import and_, invert, or_
from typing import Any, Final, TypeAlias, TypeVar, get_origin
from zoneinfo import ZoneInfo

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from support.vocabularies import MODELS, may_be_null, value_types

from quentli_query import (
    EVERYTHING,
    NOTHING,
    DiscountQ,
    Filter,
    FilterError,
    FilterTooLargeError,
    OrderBy,
    PaymentQ,
    Q,
    all_of,
    any_of,
)
from quentli_query.filters.fields import (
    BaseNumberField,
    BooleanField,
    EnumField,
    Field,
    FlagField,
    InstantField,
    OrderedField,
    TextField,
    WholeNumberField,
    get_spec,
)
from quentli_query.filters.vocabulary import Vocabulary, inspect
from quentli_query.sandbox.clock import format_instant

T = TypeVar("T")

AnyFilter: TypeAlias = Filter[Any]
Filters: TypeAlias = "SearchStrategy[AnyFilter]"
Build: TypeAlias = "Callable[..., AnyFilter]"


def fields(vocabulary: Vocabulary, kind: type[T]) -> tuple[T, ...]:
    """Return the fields of a kind: those of the records, and those of the records that they are related to."""
    every = [
        field
        for each in (vocabulary, *inspect(vocabulary).relations.values())
        for field in inspect(each).fields.values()
    ]
    return tuple(field for field in every if isinstance(field, kind))


def evenly(*branches: SearchStrategy[T]) -> SearchStrategy[T]:
    """Draw from each branch equally often. `one_of` would prefer branches that have many branches of their own."""
    # A tuple, as Hypothesis writes the method of a list with all that is in the list.
    possible = tuple(branch for branch in branches if not branch.is_empty)
    return st.integers(0, len(possible) - 1).flatmap(possible.__getitem__)


# Values

HOSTILE_TEXTS: Final = (
    "",
    "a]&OR[0][x]=y",
    "&OR[0][noPayments]=true",
    "]=&[",
    "x&name[contains]=y",
    "%26OR%5B0%5D%5Bx%5D=y",
    "%",
    "%zz",
    "a+b c",
    "__proto__",
    "constructor",
    "hasOwnProperty",
    "true",
    "null",
    "undefined",
    "0",
    "007",
    "1e400",
    "2025-01-10T12:00:00.000Z",
    "\0",
    "\r\nHost: x",
    "a;b,c",
    "&#9786;",
    "utf8=✓",
    "\N{RIGHT-TO-LEFT OVERRIDE}abc\N{LEFT-TO-RIGHT MARK}",
    "Jose\N{COMBINING ACUTE ACCENT}",
    "\N{FAMILY}\N{ZERO WIDTH JOINER}\N{SMILING FACE WITH SUNGLASSES}",
    "\N{LINE SEPARATOR}\N{BYTE ORDER MARK}\N{REPLACEMENT CHARACTER}",
    "\U0010ffff",
    "x" * 1023 + "😎",
)

_STRUCTURE: Final = (
    "&=[]%+#?/\\.,;:'\"()~!*- \t\r\n\0\x7fa0é\N{COMBINING ACUTE ACCENT}😎\N{RIGHT-TO-LEFT MARK}"
)


def texts() -> SearchStrategy[str]:
    """Return text that looks like syntax; also plain text, and up to 10 kB of it."""
    return st.one_of(
        st.text("abz019", max_size=8),
        st.text(_STRUCTURE, max_size=12),
        st.sampled_from(HOSTILE_TEXTS),
        st.text(max_size=20),
        st.tuples(st.sampled_from(HOSTILE_TEXTS), st.text(_STRUCTURE, max_size=6)).map("".join),
        # Long ones are rare, and repeat something short: cheap to make and to shrink.
        st.integers(0, 40).flatmap(lambda n: _long_texts() if n == 40 else st.text(max_size=3)),
    )


def _long_texts() -> SearchStrategy[str]:
    unit, size = st.text(_STRUCTURE, min_size=1, max_size=4), st.integers(100, 10_000)
    return st.builds(lambda unit, size: unit * (size // len(unit.encode())), unit, size)


FAMILIAR_TEXTS: Final = (
    "a",
    "",
    "A",
    "ab",
    "b",
    "ana",
    "José",
    "Jose\N{COMBINING ACUTE ACCENT}",
    "jose",
    "JOSÉ",
)

familiar_texts: SearchStrategy[str] = st.sampled_from((*FAMILIAR_TEXTS, "straße", "STRASSE", "İ", "i"))
"""Few, short, similar texts: some differ in case, accents or the encoding of accents alone."""


# The calendars of these go back to odd offsets, skip whole days, or are not whole hours from UTC.
_NAMED_ZONES: Final = ("America/Mexico_City", "Asia/Kathmandu", "Pacific/Apia", "Europe/Dublin")
_MINUTES_OF_A_DAY: Final = 24 * 60
_OFFSETS: Final = st.integers(1 - _MINUTES_OF_A_DAY, _MINUTES_OF_A_DAY - 1).map(
    lambda minutes: timezone(timedelta(minutes=minutes))
)


def zones() -> SearchStrategy[tzinfo]:
    """Return UTC, an offset from UTC, or a zone with a calendar."""
    return st.one_of(st.just(UTC), st.sampled_from(_NAMED_ZONES).map(ZoneInfo), _OFFSETS)


# Hypothesis adds the zone to these. Two days from the ends of the calendar, every zone's instants are in UTC's, too.
_EARLIEST: Final = datetime(1, 1, 3)  # noqa: DTZ001
_LATEST: Final = datetime(9999, 12, 29)  # noqa: DTZ001


def instants() -> SearchStrategy[datetime]:
    """Return aware datetimes to the microsecond, of any year and in any zone."""
    return st.datetimes(_EARLIEST, _LATEST, timezones=zones())


familiar_instants: SearchStrategy[datetime] = st.sampled_from(
    (0, 1, 999, 1000, 1500, 2000, 86_400_000_000)
).map(lambda microseconds: datetime(2025, 1, 10, 6, tzinfo=UTC) + timedelta(microseconds=microseconds))
"""Few instants, so close to each other that rounding to the millisecond matters."""


def _cut_to_milliseconds(moment: datetime) -> datetime:
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def _or_spelled(moments: SearchStrategy[datetime]) -> SearchStrategy[datetime | str]:
    spelled = st.builds(lambda moment, zone: moment.astimezone(zone).isoformat(), moments, _OFFSETS)
    return st.one_of(moments, spelled)


# JavaScript knows no others, and the where-object is compared with what its code writes.
_WHOLE_NUMBERS: Final = 2**53 - 1


def numbers() -> SearchStrategy[int | float | Decimal]:
    """Return finite numbers of every type."""
    return st.one_of(
        st.integers(-_WHOLE_NUMBERS, _WHOLE_NUMBERS),
        st.floats(-1e15, 1e15),
        st.decimals(-(10**12), 10**12, places=4),
    )


familiar_numbers: SearchStrategy[int | float | Decimal] = st.sampled_from(
    (0, 1, 1.5, 2, -1, Decimal("1.0"), 150000)
)
"""Few numbers, near to each other."""


# Conditions

_EQUALITIES: Final = ("equals", "not_equals", "__eq__", "__ne__")
_BOUNDS: Final = ("gt", "gte", "lt", "lte", "__gt__", "__ge__", "__lt__", "__le__")
_LISTS: Final = ("in_", "not_in")
TEXT_METHODS: Final = ("contains", "starts_with", "ends_with", *_EQUALITIES)


# A failing filter is shown as it was built: with the names of the functions given to `builds`, here and below.
def condition(field: Any, method: str, arguments: Sequence[Any]) -> AnyFilter:
    made: AnyFilter = getattr(field, method)(*arguments)
    return made


def _call(fields: Sequence[Any], methods: Sequence[str], arguments: SearchStrategy[Sequence[Any]]) -> Filters:
    if not fields:
        return st.nothing()
    return st.builds(condition, st.sampled_from(fields), st.sampled_from(methods), arguments)


def _apply(fields: Sequence[Any], methods: Sequence[str], *values: SearchStrategy[Any]) -> Filters:
    return _call(fields, methods, st.tuples(*values))


def _apply_lists(fields: Sequence[Any], values: SearchStrategy[Any]) -> Filters:
    return _apply(fields, _LISTS, st.lists(values, min_size=1, max_size=3))


def _apply_spans(fields: Sequence[Any], values: SearchStrategy[Any]) -> Filters:
    return _call(fields, ("between",), st.lists(values, min_size=2, max_size=2).map(sorted))


def text_conditions(values: SearchStrategy[str], vocabulary: Vocabulary = Q) -> Filters:
    """Return conditions on text fields."""
    texts = fields(vocabulary, TextField)
    return st.one_of(_apply(texts, TEXT_METHODS, values), _apply_lists(texts, values))


def number_conditions(values: SearchStrategy[int | float | Decimal], vocabulary: Vocabulary = Q) -> Filters:
    """Return conditions on numbers. Fields of whole numbers get the whole part of a value."""

    def of_field(field: BaseNumberField[Any, Any]) -> Filters:
        fitting = values.map(int) if isinstance(field, WholeNumberField) else values
        return st.one_of(
            _apply((field,), (*_EQUALITIES, *_BOUNDS), fitting),
            _apply_lists((field,), fitting),
            _apply_spans((field,), fitting),
        )

    return st.one_of(*map(of_field, fields(vocabulary, BaseNumberField)))


def enum_conditions(vocabulary: Vocabulary = Q) -> Filters:
    """Return conditions on enums."""

    def of_field(field: EnumField[Any, Any]) -> Filters:
        values = st.sampled_from(field.values)
        return st.one_of(_apply((field,), _EQUALITIES, values), _apply_lists((field,), values))

    return st.one_of(*map(of_field, fields(vocabulary, EnumField)))


def instant_conditions(values: SearchStrategy[datetime], vocabulary: Vocabulary = Q) -> Filters:
    """Return conditions on instants."""
    instants, whole = fields(vocabulary, InstantField), values.map(_cut_to_milliseconds)
    return st.one_of(
        _apply(instants, (*_BOUNDS, "since", "before", "after"), _or_spelled(values)),
        _apply(instants, _EQUALITIES, _or_spelled(whole)),
        _apply_lists(instants, whole),
        _apply_spans(instants, values),
        _apply(instants, ("on",), values.map(datetime.date), zones()),
    )


def truth_conditions(vocabulary: Vocabulary = Q) -> Filters:
    """Return conditions on booleans and flags."""
    return st.one_of(
        _apply(fields(vocabulary, FlagField), ("__call__",), st.booleans()),
        _apply(fields(vocabulary, BooleanField), (*_EQUALITIES, "__call__"), st.booleans()),
    )


def conditions(
    vocabulary: Vocabulary,
    texts: SearchStrategy[str],
    instants: SearchStrategy[datetime],
    numbers: SearchStrategy[int | float | Decimal],
) -> Filters:
    """Return filters on one field: nearly always one condition, several for lists and spans of time."""
    # The first is what shrinking arrives at.
    return evenly(
        truth_conditions(vocabulary),
        text_conditions(texts, vocabulary),
        instant_conditions(instants, vocabulary),
        number_conditions(numbers, vocabulary),
        enum_conditions(vocabulary),
    )


# Filters


def filters(leaves: Filters | None = None, *, vocabulary: Vocabulary = Q) -> Filters:
    """Return filters of any shape over `leaves`. Most are within the limits; deep, long and wide ones may not be."""
    leaves = conditions(vocabulary, texts(), instants(), numbers()) if leaves is None else leaves
    id_ = inspect(vocabulary).fields["id"]
    flat = _groups(leaves)
    twice = _groups(evenly(leaves, flat))
    # The first is what shrinking arrives at.
    return evenly(
        leaves, _long(leaves, fields(vocabulary, TextField), id_), _deep(leaves), twice, twice, flat
    )


SAMPLE: Final[tuple[Vocabulary, ...]] = (Q, DiscountQ, PaymentQ)
"""Vocabularies that have, between them, fields of every kind: text, instants, booleans, flags, numbers, enums, a relation."""


def is_writable(filter_: AnyFilter) -> bool:
    """Return whether a filter has a string: NOTHING has none, nor has a filter that a server would misread."""
    try:
        filter_.to_qs()
    except FilterTooLargeError:
        return False
    except FilterError:
        assert filter_ == NOTHING
        return False
    return True


def sample_filters() -> Filters:
    """Return filters of the sample vocabularies."""
    return evenly(*(filters(vocabulary=vocabulary) for vocabulary in SAMPLE))


def writable_filters() -> Filters:
    """Return filters of the sample vocabularies that have a string."""
    return sample_filters().filter(is_writable)


def familiar_filters(vocabulary: Vocabulary, texts: SearchStrategy[str] = familiar_texts) -> Filters:
    """Return filters that the values of `records()` often satisfy."""
    leaves = conditions(vocabulary, texts, familiar_instants, familiar_numbers)
    return filters(leaves, vocabulary=vocabulary)


def group(function: Build, parts: Sequence[Any]) -> AnyFilter:
    return function(*parts)


_GROUPS: Final[tuple[Build, ...]] = (
    any_of,
    all_of,
    lambda *parts: reduce(or_, parts),
    lambda *parts: reduce(and_, parts),
)
_CHANGES: Final[tuple[Build, ...]] = (
    invert,
    lambda part: part & EVERYTHING,
    lambda part: NOTHING | part,
    lambda part: part | EVERYTHING,
    lambda part: part & NOTHING,
)


def _groups(parts: Filters) -> Filters:
    return st.one_of(
        st.builds(group, st.sampled_from(_GROUPS), st.lists(parts, min_size=1, max_size=4)),
        st.builds(group, st.sampled_from(_CHANGES), st.tuples(parts)),
    )


def outwards(innermost: AnyFilter, steps: Sequence[tuple[Build, AnyFilter]]) -> AnyFilter:
    return reduce(lambda built, step: step[0](built, step[1]), steps, innermost)


def _deep(leaves: Filters) -> Filters:
    """Return filters with a level for each step, as far as `&` and `|` take turns."""
    steps = st.tuples(st.sampled_from((and_, or_, lambda built, part: part & ~built)), leaves)
    return st.builds(outwards, leaves, st.lists(steps, max_size=8))


def _long(leaves: Filters, texts: Sequence[Any], id_: Any) -> Filters:
    """Return more alternatives or requirements than one list holds, up to more than nested lists hold."""
    ids = st.integers(0, 420).map(lambda count: [f"cus_{n}" for n in range(count)])
    many = st.lists(leaves, min_size=18, max_size=45)
    return st.one_of(
        _apply(texts, _LISTS, ids),
        st.builds(group, st.sampled_from((any_of, all_of)), many),
        st.builds(and_, leaves, _apply((id_,), _LISTS, ids)),
    )


def orders(vocabulary: Vocabulary = Q) -> SearchStrategy[list[OrderBy[Any]]]:
    """Return any number of orders, each field at most once."""
    ordered = [each for each in inspect(vocabulary).fields.values() if isinstance(each, OrderedField)]
    directed = st.sampled_from([order for each in ordered for order in (each.asc(), each.desc())])
    return st.lists(directed, max_size=6, unique_by=lambda order: order.field)


# Records


def records(
    vocabulary: Vocabulary = Q,
    texts: SearchStrategy[str] = familiar_texts,
    *,
    new_values: Sequence[str] = ("ADDED_LATER",),
) -> SearchStrategy[dict[str, object]]:
    """Return records in wire form, with nulls where the API's schema allows them, and new enum values."""
    model = MODELS[vocabulary]
    types = value_types(model)
    # Lists of things that no filter asks for, but no record is without.
    values: dict[str, SearchStrategy[Any]] = {
        each.name: st.just([])
        for each in attrs.fields(model)
        if each.default is attrs.NOTHING and get_origin(types[each.name][0]) is list
    }
    for field in inspect(vocabulary).fields.values():
        if not isinstance(field, FlagField):
            spec = get_spec(field)
            of_field = _values_of(field, int in types[spec.attribute], texts, new_values)
            values[spec.key] = st.none() | of_field if may_be_null(model, spec.attribute) else of_field
    return st.fixed_dictionaries(values)


def _values_of(
    field: Field[Any], whole: bool, texts: SearchStrategy[str], new_values: Sequence[str]
) -> SearchStrategy[Any]:
    if isinstance(field, EnumField):
        return st.sampled_from((*field.values, *new_values))
    if isinstance(field, BaseNumberField):
        return st.sampled_from((0, 1, 2, -1, 150000) if whole else (0, 1, 1.5, 2, -1, 0.1))
    if isinstance(field, InstantField):
        return familiar_instants.map(format_instant)
    return st.booleans() if isinstance(field, BooleanField) else texts
