"""Random filters, orders and records of any vocabulary, made through the public API only.

`filters()` is for the written form: hostile values, any shape, now and then too large. `familiar_filters()` and
`records()` draw from the same few values, so that matches are frequent.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from decimal import Decimal
from functools import reduce
from operator import and_, eq, ge, gt, invert, le, lt, ne, or_
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

T = TypeVar("T")

AnyFilter: TypeAlias = Filter[Any]
Filters: TypeAlias = "SearchStrategy[AnyFilter]"
Build: TypeAlias = "Callable[[Any, Any], AnyFilter]"


def fields(vocabulary: Vocabulary, kind: type[T]) -> tuple[T, ...]:
    """Return the fields of a kind: those of the records, and those of the records that they are related to."""
    every = [
        field
        for each in (vocabulary, *inspect(vocabulary).relations.values())
        for field in inspect(each).fields.values()
    ]
    return tuple(field for field in every if isinstance(field, kind))


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
    "false",
    "null",
    "undefined",
    "0",
    "-0",
    "007",
    "1e400",
    "2025-01-10T12:00:00.000Z",
    "\0",
    "\r\nHost: x",
    "a;b,c",
    "&#9786;",
    "utf8=✓",
    "\N{RIGHT-TO-LEFT OVERRIDE}abc\N{LEFT-TO-RIGHT MARK}",
    "José",
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
    return st.builds(
        lambda unit, size: unit * (size // len(unit.encode())),
        st.text(_STRUCTURE, min_size=1, max_size=4),
        st.integers(100, 10_000),
    )


FAMILIAR_TEXTS: Final = (
    "a",
    "",
    "A",
    "ab",
    "b",
    "ana",
    "Ana",
    "José",
    "Jose\N{COMBINING ACUTE ACCENT}",
    "jose",
    "JOSÉ",
    "josé maría",
    "straße",
    "STRASSE",
    "İ",
    "i",
)


familiar_texts: SearchStrategy[str] = st.sampled_from(FAMILIAR_TEXTS)
"""Few, short, similar texts: some differ in case, accents or the encoding of accents alone."""


# The calendars of these go back to odd offsets, skip whole days, or are not whole hours from UTC.
_NAMED_ZONES: Final = (
    "America/Mexico_City",
    "America/Tijuana",
    "Asia/Kathmandu",
    "Pacific/Apia",
    "Europe/Dublin",
)
_MINUTES_OF_A_DAY: Final = 24 * 60


def _offsets() -> SearchStrategy[timezone]:
    minutes = st.integers(1 - _MINUTES_OF_A_DAY, _MINUTES_OF_A_DAY - 1)
    return minutes.map(lambda n: timezone(timedelta(minutes=n)))


def zones() -> SearchStrategy[tzinfo]:
    """Return UTC, an offset from UTC, or a zone with a calendar."""
    return st.one_of(st.just(UTC), st.sampled_from(_NAMED_ZONES).map(ZoneInfo), _offsets())


# Hypothesis adds the zone to these. Two days from the ends of the calendar, every zone's instants are in UTC's, too.
_EARLIEST: Final = datetime(1, 1, 3)  # noqa: DTZ001
_LATEST: Final = datetime(9999, 12, 29)  # noqa: DTZ001


def instants() -> SearchStrategy[datetime]:
    """Return aware datetimes to the microsecond, of any year and in any zone."""
    return st.datetimes(_EARLIEST, _LATEST, timezones=zones())


FAMILIAR_INSTANTS: Final = tuple(
    datetime(2025, 1, 10, 6, tzinfo=UTC) + timedelta(microseconds=microseconds)
    for microseconds in (0, 1, 999, 1000, 1500, 2000, 86_400_000_000)
)


familiar_instants: SearchStrategy[datetime] = st.sampled_from(FAMILIAR_INSTANTS)
"""Few instants, so close to each other that rounding to the millisecond matters."""


def _whole(moment: datetime) -> datetime:
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def _spelled(moment: datetime, zone: timezone) -> str:
    return moment.astimezone(zone).isoformat()


def _or_spelled(moments: SearchStrategy[datetime]) -> SearchStrategy[datetime | str]:
    return st.one_of(moments, st.builds(_spelled, moments, st.one_of(st.just(UTC), _offsets())))


# JavaScript knows no others, and the where-object is compared with what its code writes.
_WHOLE_NUMBERS: Final = 2**53 - 1


def numbers() -> SearchStrategy[int | float | Decimal]:
    """Return finite numbers of every type."""
    return st.one_of(
        st.integers(-_WHOLE_NUMBERS, _WHOLE_NUMBERS),
        st.floats(-1e15, 1e15),
        st.decimals(-(10**12), 10**12, places=4),
    )


FAMILIAR_NUMBERS: Final = (0, 1, 1.5, 2, -1, Decimal("1.0"), 150000)


familiar_numbers: SearchStrategy[int | float | Decimal] = st.sampled_from(FAMILIAR_NUMBERS)
"""Few numbers, near to each other."""


TEXT_METHODS: Final[tuple[Build, ...]] = (
    TextField.equals,
    TextField.not_equals,
    TextField.contains,
    TextField.starts_with,
    TextField.ends_with,
    eq,
    ne,
)
_COMPARISONS: Final[tuple[Build, ...]] = (gt, ge, lt, le)
_INSTANT_BOUNDS: Final[tuple[Build, ...]] = (
    InstantField.gt,
    InstantField.gte,
    InstantField.lt,
    InstantField.lte,
    InstantField.since,
    InstantField.before,
    InstantField.after,
    *_COMPARISONS,
)
_NUMBER_METHODS: Final[tuple[Build, ...]] = (
    BaseNumberField.equals,
    BaseNumberField.not_equals,
    BaseNumberField.gt,
    BaseNumberField.gte,
    BaseNumberField.lt,
    BaseNumberField.lte,
    *(eq, ne, *_COMPARISONS),
)
_ENUM_METHODS: Final[tuple[Build, ...]] = (EnumField.equals, EnumField.not_equals, eq, ne)
_INSTANT_EQUALITIES: Final[tuple[Build, ...]] = (InstantField.equals, InstantField.not_equals, eq, ne)
_LISTS: Final[tuple[Build, ...]] = (
    lambda field, given: field.in_(given),
    lambda field, given: field.not_in(given),
)
_BOOLEAN_METHODS: Final[tuple[Build, ...]] = (
    BooleanField.__call__,
    BooleanField.equals,
    BooleanField.not_equals,
    lambda field, value: field.is_true() if value else field.is_false(),
    eq,
    ne,
)


# A failing filter is shown as it was built: with the names of the functions given to `builds`, here and below.
def condition(field: Any, method: Build, value: object) -> AnyFilter:
    return method(field, value)


def _applied(fields: tuple[Any, ...], methods: tuple[Build, ...], values: SearchStrategy[Any]) -> Filters:
    return st.builds(condition, st.sampled_from(fields), st.sampled_from(methods), values)


def text_methods(vocabulary: Vocabulary = Q) -> SearchStrategy[Callable[[str], AnyFilter]]:
    """Return functions from a text to a condition: each text field with each operator, also negated."""
    return st.builds(
        lambda field, method, turn: lambda value: turn(method(field, value)),
        st.sampled_from(fields(vocabulary, TextField)),
        st.sampled_from(TEXT_METHODS),
        st.sampled_from((lambda built: built, lambda built: ~built)),
    )


def text_conditions(values: SearchStrategy[str], vocabulary: Vocabulary = Q) -> Filters:
    """Return conditions on text fields."""
    texts = fields(vocabulary, TextField)
    return st.one_of(
        _applied(texts, TEXT_METHODS, values),
        _applied(texts, _LISTS, st.lists(values, min_size=1, max_size=3)),
    )


def number_conditions(values: SearchStrategy[int | float | Decimal], vocabulary: Vocabulary = Q) -> Filters:
    """Return conditions on numbers. Fields of whole numbers get the whole part of a value."""

    def of_field(field: BaseNumberField[Any, Any]) -> Filters:
        fitting = values.map(int) if isinstance(field, WholeNumberField) else values
        return st.one_of(
            _applied((field,), _NUMBER_METHODS, fitting),
            _applied((field,), _LISTS, st.lists(fitting, min_size=1, max_size=3)),
            _applied(
                (field,),
                (lambda field, ends: field.between(*ends),),
                st.lists(fitting, min_size=2, max_size=2).map(sorted),
            ),
        )

    return evenly(*map(of_field, fields(vocabulary, BaseNumberField)))


def enum_conditions(vocabulary: Vocabulary = Q) -> Filters:
    """Return conditions on enums."""

    def of_field(field: EnumField[Any, Any]) -> Filters:
        values = st.sampled_from(field.values)
        return st.one_of(
            _applied((field,), _ENUM_METHODS, values),
            _applied((field,), _LISTS, st.lists(values, min_size=1, max_size=3)),
        )

    return evenly(*map(of_field, fields(vocabulary, EnumField)))


def instant_conditions(values: SearchStrategy[datetime], vocabulary: Vocabulary = Q) -> Filters:
    """Return conditions on instants."""
    instants, whole = fields(vocabulary, InstantField), values.map(_whole)
    return st.one_of(
        _applied(instants, _INSTANT_BOUNDS, _or_spelled(values)),
        _applied(instants, _INSTANT_EQUALITIES, _or_spelled(whole)),
        _applied(instants, _LISTS, st.lists(whole, min_size=1, max_size=3)),
        _applied(
            instants,
            (lambda field, ends: field.between(*ends),),
            st.lists(values, min_size=2, max_size=2).map(sorted),
        ),
        _applied(
            instants,
            (lambda field, given: field.on(given[0].date(), tz=given[1]),),
            st.tuples(values, zones()),
        ),
    )


def truth_conditions(vocabulary: Vocabulary = Q) -> Filters:
    """Return conditions on booleans and flags."""
    kinds: list[tuple[Any, tuple[Build, ...]]] = [
        (FlagField, (FlagField.__call__,)),
        (BooleanField, _BOOLEAN_METHODS),
    ]
    return st.one_of(
        *(
            _applied(found, methods, st.booleans())
            for kind, methods in kinds
            if (found := fields(vocabulary, kind))
        )
    )


def conditions(
    vocabulary: Vocabulary,
    texts: SearchStrategy[str],
    instants: SearchStrategy[datetime],
    numbers: SearchStrategy[int | float | Decimal],
) -> Filters:
    """Return filters on one field: nearly always one condition, several for lists and spans of time."""
    branches = [text_conditions(texts, vocabulary)]
    if fields(vocabulary, InstantField):
        branches.append(instant_conditions(instants, vocabulary))
    # First, since it is what shrinking arrives at.
    if any(isinstance(each, FlagField | BooleanField) for each in fields(vocabulary, Field)):
        branches.insert(0, truth_conditions(vocabulary))
    if fields(vocabulary, BaseNumberField):
        branches.append(number_conditions(numbers, vocabulary))
    if fields(vocabulary, EnumField):
        branches.append(enum_conditions(vocabulary))
    return evenly(*branches)


def filters(leaves: Filters | None = None, *, vocabulary: Vocabulary = Q) -> Filters:
    """Return filters of any shape over `leaves`. Most are within the limits; deep, long and wide ones may not be."""
    leaves = conditions(vocabulary, texts(), instants(), numbers()) if leaves is None else leaves
    id_ = inspect(vocabulary).fields["id"]
    flat = _groups(leaves, id_)
    twice = _groups(evenly(leaves, flat), id_)
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


def familiar_filters(vocabulary: Vocabulary, texts: SearchStrategy[str] | None = None) -> Filters:
    """Return filters that the values of `records()` often satisfy."""
    texts = familiar_texts if texts is None else texts
    leaves = conditions(vocabulary, texts, familiar_instants, familiar_numbers)
    return filters(leaves, vocabulary=vocabulary)


def evenly(*branches: SearchStrategy[T]) -> SearchStrategy[T]:
    """Draw from each branch equally often. `one_of` would prefer branches that have many branches of their own."""
    return st.integers(0, len(branches) - 1).flatmap(branches.__getitem__)


def group(function: Callable[..., AnyFilter], parts: list[AnyFilter]) -> AnyFilter:
    return function(*parts)


def chain(operator: Callable[[AnyFilter, AnyFilter], AnyFilter], parts: list[AnyFilter]) -> AnyFilter:
    return reduce(operator, parts)


def beside_a_constant(add: Build, part: AnyFilter, id_: Any) -> AnyFilter:
    return add(part, id_)


def _groups(parts: Filters, id_: Any) -> Filters:
    several = st.lists(parts, min_size=1, max_size=4)
    return st.one_of(
        st.builds(group, st.sampled_from((any_of, all_of)), several),
        st.builds(chain, st.sampled_from((or_, and_)), several),
        st.builds(invert, parts),
        st.builds(beside_a_constant, st.sampled_from(_CONSTANTS_BESIDE), parts, st.just(id_)),
    )


_CONSTANTS_BESIDE: Final[tuple[Build, ...]] = (
    lambda part, id_: part & EVERYTHING,
    lambda part, id_: NOTHING | part,
    lambda part, id_: part & id_.not_in([]),
    lambda part, id_: id_.in_([]) | part,
    lambda part, id_: all_of(part, all_of()),
    lambda part, id_: any_of(any_of(), part),
    lambda part, id_: part | EVERYTHING,
    lambda part, id_: part & NOTHING,
)


def outwards(innermost: AnyFilter, steps: list[tuple[Build, AnyFilter]]) -> AnyFilter:
    return reduce(lambda built, step: step[0](built, step[1]), steps, innermost)


def _deep(leaves: Filters) -> Filters:
    """Return filters with a level for each step, as far as `&` and `|` take turns."""
    steps = st.tuples(st.sampled_from((and_, or_, lambda built, part: part & ~built)), leaves)
    return st.builds(outwards, leaves, st.lists(steps, max_size=8))


def _long(leaves: Filters, texts: tuple[Any, ...], id_: Any) -> Filters:
    """Return more alternatives or requirements than one list holds, up to more than nested lists hold."""
    ids = st.integers(0, 420).map(lambda count: [f"cus_{n}" for n in range(count)])
    many = st.lists(leaves, min_size=18, max_size=45)
    return st.one_of(
        _applied(texts, _LISTS, ids),
        st.builds(group, st.sampled_from((any_of, all_of)), many),
        st.builds(and_, leaves, _applied((id_,), _LISTS, ids)),
    )


def orders(vocabulary: Vocabulary = Q) -> SearchStrategy[list[OrderBy[Any]]]:
    """Return any number of orders, each field at most once."""
    directed = st.builds(
        lambda field, ascending: field.asc() if ascending else field.desc(),
        st.sampled_from(
            [each for each in inspect(vocabulary).fields.values() if isinstance(each, OrderedField)]
        ),
        st.booleans(),
    )
    return st.lists(directed, max_size=6, unique_by=lambda order: order.field)


def wire_instants(moments: SearchStrategy[datetime]) -> SearchStrategy[str]:
    """Return instants as the API writes them, in UTC with milliseconds."""
    return moments.map(
        lambda moment: moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    )


NEW_VALUE: Final = "ADDED_LATER"
"""A value that no enum has."""


def records(
    vocabulary: Vocabulary = Q,
    texts: SearchStrategy[str] | None = None,
    *,
    new_values: Sequence[str] = (NEW_VALUE,),
) -> SearchStrategy[dict[str, object]]:
    """Return records in wire form, with nulls where the API's schema allows them, and new enum values."""
    text = familiar_texts if texts is None else texts
    instant = wire_instants(familiar_instants)
    model = MODELS[vocabulary]
    types = value_types(model)
    # Lists of things that no filter asks for, but no record is without.
    values: dict[str, SearchStrategy[Any]] = {
        each.name: st.just([])
        for each in attrs.fields(model)
        if each.default is attrs.NOTHING and get_origin(types[each.name][0]) is list
    }
    for field in inspect(vocabulary).fields.values():
        if isinstance(field, FlagField):
            continue
        attribute = get_spec(field).attribute
        if isinstance(field, EnumField):
            of_kind: SearchStrategy[Any] = st.sampled_from((*field.values, *new_values))
        else:
            of_kind = _record_values(field, types[attribute], text, instant)
        values[get_spec(field).key] = st.none() | of_kind if may_be_null(model, attribute) else of_kind
    return st.fixed_dictionaries(values)


def _record_values(
    field: Field[Any],
    types: Sequence[type],
    text: SearchStrategy[str],
    instant: SearchStrategy[str],
) -> SearchStrategy[Any]:
    if isinstance(field, BaseNumberField):
        return st.sampled_from((0, 1, 2, -1, 150000) if int in types else (0, 1, 1.5, 2, -1, 0.1))
    if isinstance(field, InstantField):
        return instant
    return st.booleans() if isinstance(field, BooleanField) else text
