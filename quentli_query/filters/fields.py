"""The fields of a vocabulary, each kind with only the operators that are legal on it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from copy import copy
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, Generic, NoReturn, TypeVar

from attrs import evolve, frozen
from dateutil.relativedelta import relativedelta

from ..errors import FilterTypeError
from . import literals
from .expressions import Condition, Direction, FieldSpec, Filter, OrderBy, all_of, any_of
from .literals import DayOrInstant, InstantLike, NumberLike, Span, Zone, shorten, to_attribute
from .operators import (
    CONTAINS,
    ENDS_WITH,
    EQUALS,
    GT,
    GTE,
    LT,
    LTE,
    NOT_EQUALS,
    STARTS_WITH,
    Operator,
)
from .suggest import suggest_name

R = TypeVar("R")
V = TypeVar("V")
E = TypeVar("E", bound=str)
F = TypeVar("F", bound="Field[Any]")

_NULL = re.compile("null|none|empty|exists")
"""What an operator would be called that asks for null."""


class Field(Generic[R]):
    """A field of a vocabulary. It has no truth value."""

    __slots__ = ("_field",)

    def __init__(self, *, bare: bool = False, seen: Iterable[str] = ()) -> None:
        flag, exact = isinstance(self, FlagField), isinstance(self, EnumField)
        self._field = FieldSpec(
            "", "", "", ("",), bare=bare or flag, flag=flag, exact=exact, seen=frozenset(seen)
        )

    def _place(self, method: str) -> str:
        return f"{self._field.source}.{method}()" if method else f"{self._field.source}()"

    def __bool__(self) -> NoReturn:
        raise FilterTypeError(
            f"{self._field.source} is a field and has no truth value; {self._hint()}. "
            f"Instead of `and`, `or`, `not` write `&`, `|`, `~`."
        )

    if not TYPE_CHECKING:  # with these in sight, a type checker would accept what they refuse

        def __invert__(self) -> NoReturn:
            raise FilterTypeError(f"~: {self._field.source} is a field and not a filter; {self._hint()}")

        def __and__(self, _other: object) -> NoReturn:
            raise FilterTypeError(f"&: {self._field.source} is a field and not a filter; {self._hint()}")

        def __or__(self, _other: object) -> NoReturn:
            raise FilterTypeError(f"|: {self._field.source} is a field and not a filter; {self._hint()}")

        __rand__, __ror__ = __and__, __or__

        def __getattr__(self, name: str) -> Any:
            known = not name.startswith("_")  # what Python itself asks for is no operator
            raise AttributeError(self._unknown(name) if known else name, name=name, obj=self)

    def _unknown(self, name: str) -> str:
        unknown = f"{self._field.source} has no operator {name!r}"
        if _NULL.search(name):
            instead = literals.in_python(*self._field.source.split(".")[1:])
            return f"{unknown}: no spelling for null is known{instead}"
        names = [each for each in dir(type(self)) if not each.startswith("_")]
        near = suggest_name(name, names)
        if near:
            return f"{unknown}; did you mean {self._field.source}.{near}?"
        return f"{unknown}; it has {', '.join(names)}" if names else f"{unknown}; {self._hint()}"

    def _hint(self) -> str:
        return f"make a filter of it with a method or a comparison: {self._field.source}.equals(...)"

    def __repr__(self) -> str:
        return self._field.source


class OrderedField(Field[R]):
    """A field that a list can be ordered by, if it is one of its own records and not of a related one."""

    __slots__ = ()

    def asc(self) -> OrderBy[R]:
        """Order by this field, smallest first.

        Raises:
            FilterTypeError: if it is a field of a related record.
        """
        return self._directed("asc")

    def desc(self) -> OrderBy[R]:
        """Order by this field, largest first.

        Raises:
            FilterTypeError: if it is a field of a related record.
        """
        return self._directed("desc")

    def _directed(self, direction: Direction) -> OrderBy[R]:
        if self._field.parents:
            raise FilterTypeError(
                f"{self._field.source} cannot order {self._field.resource}: it is a field of a related "
                f"record, and no spelling for such an order is known. Order by a field of their own."
            )
        return OrderBy(self._field, direction)


class ValueField(OrderedField[R], Generic[R, V]):
    """A field that holds values of type `V`, which can be the same or not."""

    __slots__ = ()

    def equals(self, value: V) -> Filter[R]:
        """The field is `value`. Also written `field == value`.

        Raises:
            FilterValueError: if `value` cannot be compared with the field; so for all methods of fields.
        """
        return self._condition(EQUALS, value)

    def not_equals(self, value: V) -> Filter[R]:
        """The field holds something else than `value`; records where it is null stay out. Also `!=`."""
        return self._condition(NOT_EQUALS, value)

    def in_(self, values: Iterable[V]) -> Filter[R]:
        """The field is one of `values`: an alternative for each; `NOTHING` if there are none.

        >>> from quentli_query import Q
        >>> print(Q.id.in_(["cus_1", "cus_2"]))
        OR[0][id][equals]=cus_1&OR[1][id][equals]=cus_2
        """
        alternatives = self._each(EQUALS, values, "in_")
        return alternatives[0] if len(alternatives) == 1 else any_of(*alternatives)

    def not_in(self, values: Iterable[V]) -> Filter[R]:
        """The field holds something else than each of `values`; `EVERYTHING` if there are none."""
        return all_of(*self._each(NOT_EQUALS, values, "not_in"))

    def __eq__(self, value: V) -> Filter[R]:  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride]
        return self.equals(value)

    def __ne__(self, value: V) -> Filter[R]:  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride]
        return self.not_equals(value)

    __hash__ = object.__hash__

    def _each(self, operator: Operator, given: Iterable[V], method: str) -> list[Filter[R]]:
        if isinstance(given, str) or not hasattr(given, "__iter__"):
            raise literals.unusable(given, self._place(method), "a list of values is expected here")
        return list(dict.fromkeys(self._condition(operator, value) for value in given))

    def _condition(self, operator: Operator, value: V) -> Filter[R]:
        raise NotImplementedError


class TextField(ValueField[R, str]):
    """A field that holds text. Whether the API minds case and accents is not known."""

    __slots__ = ()

    def contains(self, value: str) -> Filter[R]:
        """The field has `value` somewhere in it."""
        return self._condition(CONTAINS, value)

    def starts_with(self, value: str) -> Filter[R]:
        """The field begins with `value`."""
        return self._condition(STARTS_WITH, value)

    def ends_with(self, value: str) -> Filter[R]:
        """The field ends with `value`."""
        return self._condition(ENDS_WITH, value)

    def _condition(self, operator: Operator, value: str) -> Filter[R]:
        if type(value) is not str or not value.isascii():  # what remains is fine, and nearly everything
            value = literals.text(value, self._place(operator.name))
        return Condition(self._field, operator, value)


class EnumField(ValueField[R, E | str], Generic[R, E]):
    """A field that holds one of a few values: a member of the generated enum, or the same as text.

    Whether a record has a value is decided to the letter. A new value of the API's can be asked for once this
    library knows it.

    Args:
        values: all values that the field can have.
        bare: whether equality is spelled `field=value`.
        seen: names of the operators with which exactly this field was seen in use.

    >>> from quentli_query import PaymentQ
    >>> print(PaymentQ.type.in_(["CARD", "OXXO"]))
    OR[0][type][equals]=CARD&OR[1][type][equals]=OXXO
    """

    __slots__ = ("_values",)

    def __init__(self, *values: str, bare: bool = False, seen: Iterable[str] = ()) -> None:
        super().__init__(bare=bare, seen=seen)
        self._values = values

    @property
    def values(self) -> tuple[str, ...]:
        """All values that the field can have."""
        return self._values

    def _condition(self, operator: Operator, value: E | str) -> Filter[R]:
        plain = str.__str__(value) if isinstance(value, str) else None  # pyright: ignore[reportUnnecessaryIsInstance]
        if plain not in self._values:
            raise literals.refusal(value, self._place(operator.name), self._remedy(plain or ""))
        return Condition(self._field, operator, plain)

    def _remedy(self, wrong: str) -> str:
        near = suggest_name(wrong.upper(), self._values)
        hint = f"did you mean {near!r}? The" if near else "the"
        return f"{hint} values are {', '.join(self._values)}"


class RangeField(ValueField[R, V]):
    """A field whose values have an order."""

    __slots__ = ()

    def gt(self, value: V) -> Filter[R]:
        """More, or later, than `value`. Also `>`."""
        return self._condition(GT, value)

    def gte(self, value: V) -> Filter[R]:
        """`value`, or more, or later. Also `>=`."""
        return self._condition(GTE, value)

    def lt(self, value: V) -> Filter[R]:
        """Less, or earlier, than `value`. Also `<`."""
        return self._condition(LT, value)

    def lte(self, value: V) -> Filter[R]:
        """`value`, or less, or earlier. Also `<=`."""
        return self._condition(LTE, value)

    __gt__ = gt
    __ge__ = gte
    __lt__ = lt
    __le__ = lte


class BaseNumberField(RangeField[R, V]):
    """A field that holds a number of some kind."""

    __slots__ = ()

    def between(self, start: V, end: V) -> Filter[R]:
        """From `start` on, and less than `end`.

        Raises:
            FilterValueError: if `end` is less than `start`.
        """
        place = self._place("between")
        if self._checked(end, place) < self._checked(start, place):
            raise literals.refusal(end, place, f"the end is less than the start, {literals.shorten(start)}")
        return self.gte(start) & self.lt(end)

    def _condition(self, operator: Operator, value: V) -> Filter[R]:
        return Condition(self._field, operator, self._checked(value, self._place(operator.name)))

    def _checked(self, value: V, place: str) -> int | Decimal:
        raise NotImplementedError


class NumberField(BaseNumberField[R, NumberLike]):
    """A field that holds a number, possibly with a fraction: an int, a Decimal or a finite float."""

    __slots__ = ()

    def _checked(self, value: NumberLike, place: str) -> int | Decimal:
        return literals.number(value, place)


class WholeNumberField(BaseNumberField[R, int]):
    """A field that holds a whole number: a count, or an amount in minor units. It takes ints alone.

    A float or a Decimal is refused: it would be an amount in pesos, and a hundredth of it asked for.

    >>> from quentli_query import PaymentQ
    >>> print(PaymentQ.amount >= 150000)  # MXN 1,500.00
    amount[gte]=150000
    """

    __slots__ = ()

    def _checked(self, value: int, place: str) -> int:
        return literals.whole_number(value, place)


class InstantField(RangeField[R, InstantLike]):
    """A field that holds an instant, to the millisecond.

    Instants are aware datetimes or ISO 8601 text with an offset. A bound with microseconds is rounded to the
    millisecond in the direction that keeps its meaning; for equality, there must be none.
    """

    __slots__ = ()

    def on(self, day: date | str, tz: Zone) -> Filter[R]:
        """On that day, from its beginning in `tz` to the beginning of the next.

        >>> from datetime import date
        >>> from quentli_query import Q
        >>> Q.created_at.on(date(2025, 1, 10), tz="America/Mexico_City").to_where()
        {'createdAt': {'gte': '2025-01-10T06:00:00.000Z', 'lt': '2025-01-11T06:00:00.000Z'}}
        """
        place = self._place("on")
        given = literals.as_day(day)
        if given is None:
            raise literals.refusal(day, place, "a date is expected here, or text such as '2025-01-10'")
        start = literals.beginning(given, tz, place)
        return self._half_open(start, literals.beginning(literals.day_after(given, place), tz, place))

    def between(self, start: DayOrInstant, end: DayOrInstant, tz: Zone | None = None) -> Filter[R]:
        """From `start` on, and before `end`. A day stands for its beginning in `tz`.

        Raises:
            FilterValueError: if `end` lies before `start`, or a zone is missing.
        """
        place = self._place("between")
        first = literals.beginning(start, tz, place)
        last = literals.beginning(end, tz, place)
        if last < first:
            raise literals.refusal(end, place, f"the end lies before the start, {literals.shorten(start)}")
        return self._half_open(first, last)

    def since(
        self, value: DayOrInstant | Span, tz: Zone | None = None, *, now: datetime | None = None
    ) -> Filter[R]:
        """From an instant on; from the beginning of a day; or not longer ago than a span of time.

        Args:
            value: `since("2025-01-10T00:00:00Z")`, `since(date(2025, 1, 10), tz="America/Mexico_City")`,
                `since(relativedelta(months=3))`, `since(timedelta(hours=36))`.
            tz: the zone of days and naive datetimes; also the one by whose calendar a span is counted.
            now: what a span counts back from; the present if None.
        """
        place = self._place("since")
        if isinstance(value, relativedelta | timedelta):
            return self._condition(GTE, literals.ago(value, tz, now, place))
        return self._condition(GTE, literals.beginning(value, tz, place))

    def before(self, value: DayOrInstant, tz: Zone | None = None) -> Filter[R]:
        """Before an instant, or before a day begins in `tz`."""
        return self._condition(LT, literals.beginning(value, tz, self._place("before")))

    def after(self, value: DayOrInstant, tz: Zone | None = None) -> Filter[R]:
        """After an instant, or after a day has ended in `tz`."""
        place = self._place("after")
        day = literals.as_day(value)
        if day is not None:
            return self._condition(GTE, literals.beginning(literals.day_after(day, place), tz, place))
        return self._condition(GT, literals.beginning(value, tz, place))

    def _half_open(self, start: datetime, end: datetime) -> Filter[R]:
        return self._condition(GTE, start) & self._condition(LT, end)

    def _condition(self, operator: Operator, value: InstantLike) -> Filter[R]:
        if type(value) is datetime and value.tzinfo is UTC and not value.microsecond:
            return Condition(self._field, operator, value)  # there is nothing to convert
        place = self._place(operator.name)
        return Condition(self._field, operator, _ROUNDING[operator](literals.instant(value, place), place))


_ROUNDING: dict[Operator, Callable[[datetime, str], datetime]] = {
    EQUALS: literals.whole,
    NOT_EQUALS: literals.whole,
    GT: literals.floor,
    GTE: literals.ceiling,
    LT: literals.ceiling,
    LTE: literals.floor,
}


class BooleanField(OrderedField[R]):
    """A field that is true or false. A call makes a filter of it as well, as it does of a flag."""

    __slots__ = ()

    def __call__(self, value: bool = True) -> Filter[R]:
        """The field is `value`: `InvoiceQ.is_paid()`, `InvoiceQ.is_paid(False)`.

        Raises:
            FilterValueError: if `value` is not a bool.
        """
        return self._condition(value, "")

    def equals(self, value: bool) -> Filter[R]:
        """The field is `value`. Also `==`.

        Raises:
            FilterValueError: if `value` is not a bool.
        """
        return self._condition(value, "equals")

    def not_equals(self, value: bool) -> Filter[R]:
        """The field is the opposite of `value`; records where it is null stay out. Also `!=`."""
        return ~self._condition(value, "not_equals")

    def is_true(self) -> Filter[R]:
        """The field is true."""
        return Condition(self._field, EQUALS, True)

    def is_false(self) -> Filter[R]:
        """The field is false; records where it is null stay out."""
        return Condition(self._field, EQUALS, False)

    def __eq__(self, value: bool) -> Filter[R]:  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride]
        return self.equals(value)

    def __ne__(self, value: bool) -> Filter[R]:  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride]
        return self.not_equals(value)

    __hash__ = object.__hash__

    def _condition(self, value: bool, method: str) -> Filter[R]:
        if value is not True and value is not False:  # pyright: ignore[reportUnnecessaryComparison]
            raise literals.refusal(value, self._place(method), "True or False is expected here")
        return Condition(self._field, EQUALS, value)

    def _hint(self) -> str:
        return f"write {self._field.source}.is_true() or {self._field.source}()"


class FlagField(Field[R]):
    """Something that the API computes about a record, and no record shows. A call makes a filter of it."""

    __slots__ = ()

    def __call__(self, value: bool = True) -> Filter[R]:
        """The flag is `value`.

        Raises:
            FilterValueError: if `value` is not a bool.
        """
        if value is not True and value is not False:  # pyright: ignore[reportUnnecessaryComparison]
            raise literals.refusal(value, self._place(""), "True or False is expected here")
        return Condition(self._field, EQUALS, value)

    def _hint(self) -> str:
        return f"call it: {self._field.source}()"


def bind(field: F, resource: str, source: str, attribute: str, path: tuple[str, ...]) -> F:
    """Such a field that knows its place in a vocabulary, as it cannot where it is written."""
    copied = copy(field)
    copied._field = evolve(field._field, resource=resource, source=source, attribute=attribute, path=path)  # pyright: ignore[reportPrivateUsage]
    return copied


def spec_of(field: Field[Any]) -> FieldSpec:
    """What conditions on this field hold."""
    return field._field  # pyright: ignore[reportPrivateUsage]


KEY_VALUE_PAIRS = "it is a list of key-value pairs, and no spelling for a filter on such a list is known"
FREE_KEYS = "it is a map of free keys, and no spelling for a filter on such a map is known"
OBJECTS = "it is a list of objects, and no spelling for a filter on such a list is known"
AN_OBJECT = "it is an object in the record, and no spelling for a filter on such an object is known"


@frozen(eq=False)
class VocabularyInfo:
    """Facts about a vocabulary.

    Attributes:
        resource: the list that the vocabulary is about, `customers`.
        source: the Python expression for the vocabulary, `Q`.
        path: the keys on the wire above the fields. Empty, but for the fields of a related record.
        fields: the fields by their Python names, without those of related records.
        relations: the vocabularies of related records by their Python names.
        unfilterable: fields of the records that no filter can name, each with the reason.
    """

    resource: str = ""
    source: str = ""
    path: tuple[str, ...] = ()
    fields: Mapping[str, Field[Any]] = MappingProxyType({})
    relations: Mapping[str, Vocabulary] = MappingProxyType({})
    unfilterable: Mapping[str, str] = MappingProxyType({})


class Vocabulary:
    """The base of all vocabularies. A subclass lists fields; their keys on the wire follow from their names.

    Fields are class attributes, so that an editor completes them and a type checker knows them. A vocabulary
    as the value of an attribute holds the fields of a related record. Fields that several vocabularies share
    stand in a base class without a resource; each vocabulary binds copies of them.

    Args:
        resource: the list that the vocabulary is about, `customers`.
        source: the Python expression for the vocabulary, `Q`.
        within: the keys on the wire above the fields, if they are those of a related record.
    """

    __slots__ = ()

    _info: ClassVar[VocabularyInfo] = VocabularyInfo()
    _unfilterable: ClassVar[Mapping[str, str]] = MappingProxyType({})

    def __init_subclass__(cls, *, resource: str = "", source: str = "", within: tuple[str, ...] = ()) -> None:
        super().__init_subclass__()
        fields: dict[str, Field[Any]] = dict(cls._info.fields)
        relations: dict[str, Vocabulary] = dict(cls._info.relations)
        for name, value in vars(cls).items():
            if isinstance(value, Field):
                fields[name] = value
            elif isinstance(value, Vocabulary):
                relations[name] = value
        for name, field in fields.items():
            path = (*within, _camel_case(name))
            fields[name] = bind(field, resource, f"{source}.{name}", to_attribute(name), path)
            setattr(cls, name, fields[name])
        known = MappingProxyType(fields), MappingProxyType(relations), MappingProxyType(cls._unfilterable)
        cls._info = VocabularyInfo(resource, source, within, *known)

    if not TYPE_CHECKING:  # with it in sight, a type checker would accept any name

        def __getattr__(self, name: str) -> Any:
            raise AttributeError(self._explain_unknown(name), name=name, obj=self)

    def _explain_unknown(self, name: str) -> str:
        info = self._info
        if name in info.unfilterable:
            whole = ".".join((*info.path, name))
            return f"{info.resource} cannot be filtered by {whole}: {info.unfilterable[name]}"
        names = dir(self)
        near = suggest_name(name, names)
        hint = f"did you mean {self!r}.{near}?" if near else f"it has {', '.join(names)}"
        return f"{self!r} has no field {name!r}; {hint}"

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Vocabulary):
            return self is other
        raise FilterTypeError(f"{self!r} cannot be compared with {shorten(other)}: {self._hint()}")

    __hash__ = object.__hash__

    def __bool__(self) -> NoReturn:
        raise FilterTypeError(f"{self!r} has no truth value: {self._hint()}")

    def _hint(self) -> str:
        fields = ", ".join(map(repr, list(self._info.fields.values())[:4]))
        own = f"{self!r}_id, or " if self._info.path else ""
        return f"it is a vocabulary, not a field; write {own}one of its fields: {fields}, ..."

    def __dir__(self) -> list[str]:
        return [*self._info.fields, *self._info.relations]

    def __repr__(self) -> str:
        return self._info.source


def inspect(vocabulary: Vocabulary) -> VocabularyInfo:
    """Return the facts about a vocabulary, its fields among them."""
    return vocabulary._info  # pyright: ignore[reportPrivateUsage]


def _camel_case(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(map(str.capitalize, rest))
