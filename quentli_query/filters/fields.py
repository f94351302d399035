"""Field types. Each type has only the operators that are legal on it.

A type such as `TextField` adds an order to `UnorderedTextField`. The fields of related records are annotated
as unordered, so that type checkers refuse an order by them.
"""

# Functions of this module read the private slots of fields.
# pyright: reportPrivateUsage=false

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from copy import copy
from datetime import UTC, date, datetime
from decimal import Decimal
from types import FunctionType
from typing import TYPE_CHECKING, Any, Generic, NoReturn, TypeVar, cast, overload

from attrs import evolve, frozen

from ..errors import FilterTypeError
from . import literals
from .expressions import Condition, Direction, FieldSpec, Filter, OrderBy, all_of, any_of
from .literals import DayOrInstant, InstantLike, NumberLike, Span, Zone, build_value_error, shorten
from .operators import CONTAINS, ENDS_WITH, EQUALS, GT, GTE, LT, LTE, NOT_EQUALS, STARTS_WITH, Operator
from .suggest import suggest_name

R = TypeVar("R")
V = TypeVar("V")
F = TypeVar("F", bound="Field[Any]")

# Usual names of operators that test for null.
_NULL = re.compile("null|none|empty|exists")


@frozen(eq=False, init=False, repr=False, slots=False)
class Field(Generic[R]):
    """A field of a vocabulary. It has no truth value."""

    _spec: FieldSpec

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        # Python's errors about arguments name a method by this: `InstantField.on() missing ...`.
        for each in vars(cls).values():
            if isinstance(each, FunctionType):
                each.__qualname__ = each.__qualname__.removeprefix("Unordered")

    def __init__(self, *, bare: bool = False, key: str = "") -> None:
        flag, exact = isinstance(self, FlagField), isinstance(self, EnumField)
        vars(self)["_spec"] = FieldSpec(path=(key,), bare=bare or flag, flag=flag, exact=exact)

    def _format_place(self, method: str) -> str:
        return f"{self!r}.{method}()" if method else f"{self!r}()"

    def __bool__(self) -> NoReturn:
        raise FilterTypeError(
            f"{self!r} is a field and has no truth value; {self._hint()}. "
            f"Instead of `and`, `or`, `not` write `&`, `|`, `~`."
        )

    if not TYPE_CHECKING:  # hidden from type checkers, which would otherwise accept any name and operator

        def __invert__(self) -> NoReturn:
            raise self._build_operand_error("~")

        def __and__(self, _other: object) -> NoReturn:
            raise self._build_operand_error("&")

        def __or__(self, _other: object) -> NoReturn:
            raise self._build_operand_error("|")

        __rand__, __ror__ = __and__, __or__

        def __getattr__(self, name: str) -> Any:
            # Python itself looks up private names, as in copying. They are no operators.
            message = name if name.startswith("_") else self._explain_unknown(name)
            raise AttributeError(message, name=name, obj=self)

    def _build_operand_error(self, symbol: str) -> FilterTypeError:
        return FilterTypeError(f"{symbol}: {self!r} is a field and not a filter; {self._hint()}")

    def _explain_unknown(self, name: str) -> str:
        unknown = f"{self!r} has no operator {name!r}"
        if _NULL.search(name):
            return f"{unknown}: no spelling for null is known{literals.suggest_null_check(repr(self))}"
        names = [each for each in dir(type(self)) if not each.startswith("_")]
        near = suggest_name(name, names)
        if near:
            return f"{unknown}; did you mean {self!r}.{near}?"
        return f"{unknown}; it has {', '.join(names)}" if names else f"{unknown}; {self._hint()}"

    def _hint(self) -> str:
        return f"make a filter of it with a method or a comparison: {self!r}.equals(...)"

    def __repr__(self) -> str:
        return self._spec.source


def get_spec(field: Field[Any]) -> FieldSpec:
    """Return the `FieldSpec` of a field."""
    return field._spec


def bind(field: F, resource: str, source: str, attribute: str, path: tuple[str, ...]) -> F:
    """Return a copy of the field, bound to its vocabulary."""
    bound = copy(field)
    spec = evolve(field._spec, resource=resource, source=source, attribute=attribute, path=path)
    vars(bound)["_spec"] = spec
    return bound


class OrderedField(Field[R]):
    """A field that can order a list, unless it is a field of a related record."""

    def asc(self) -> OrderBy[R]:
        """Order by this field, smallest first.

        Raises:
            FilterTypeError: if it is a field of a related record.
        """
        return self._make_order("asc")

    def desc(self) -> OrderBy[R]:
        """Order by this field, largest first.

        Raises:
            FilterTypeError: if it is a field of a related record.
        """
        return self._make_order("desc")

    def _make_order(self, direction: Direction) -> OrderBy[R]:
        if self._spec.parents:
            raise FilterTypeError(
                f"{self!r} cannot order {self._spec.resource}: it is a field of a related "
                f"record, and no spelling for such an order is known. Order by a field of their own."
            )
        return OrderBy(self._spec, direction)


class EqualityField(Field[R], Generic[R, V]):
    """A field that can be tested for equality."""

    def equals(self, value: V) -> Filter[R]:
        """Require `value`. Also written `field == value`.

        Raises:
            FilterValueError: if `value` cannot be compared with the field, here and in all methods of fields.
        """
        return self._make_condition(EQUALS, value)

    def not_equals(self, value: V) -> Filter[R]:
        """Require another value than `value`. Also `!=`.

        How the API treats null here is not documented.
        """
        return self._make_condition(NOT_EQUALS, value)

    def __eq__(self, value: V) -> Filter[R]:  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride]
        return self.equals(value)

    def __ne__(self, value: V) -> Filter[R]:  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride]
        return self.not_equals(value)

    __hash__ = object.__hash__

    def _make_condition(self, operator: Operator, value: V) -> Filter[R]:
        return Condition(self._spec, operator, self._check(value, operator.name))

    def _check(self, value: V, method: str) -> literals.Comparable:
        """Return a user's value as conditions hold it, or raise an error that names the method."""
        raise NotImplementedError


class ValueField(EqualityField[R, V]):
    """A field with more than two values."""

    def in_(self, values: Iterable[V]) -> Filter[R]:
        """Require one of `values`, as alternatives; `NOTHING` if there are none.

        Any number of values can be given: a list sends a large filter in parts.

        >>> from quentli_query import Q
        >>> print(Q.id.in_(["cus_1", "cus_2"]))
        OR[0][id][equals]=cus_1&OR[1][id][equals]=cus_2
        """
        alternatives = self._make_conditions(EQUALS, values, "in_")
        return alternatives[0] if len(alternatives) == 1 else any_of(*alternatives)

    def not_in(self, values: Iterable[V]) -> Filter[R]:
        """Require a value that is none of `values`; `EVERYTHING` if there are none.

        Many values make the filter too large, since it cannot be sent in parts.
        """
        return all_of(*self._make_conditions(NOT_EQUALS, values, "not_in"))

    def _make_conditions(self, operator: Operator, given: Iterable[V], method: str) -> list[Filter[R]]:
        if isinstance(given, str) or not isinstance(given, Iterable):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise literals.build_argument_error(
                given, self._format_place(method), "a list of values is expected here"
            )
        return list(dict.fromkeys(self._make_condition(operator, value) for value in given))


class UnorderedTextField(ValueField[R, str]):
    """A field that holds text, without its order."""

    def contains(self, value: str) -> Filter[R]:
        """Require text that contains `value`."""
        return self._make_condition(CONTAINS, value)

    def starts_with(self, value: str) -> Filter[R]:
        """Require text that begins with `value`."""
        return self._make_condition(STARTS_WITH, value)

    def ends_with(self, value: str) -> Filter[R]:
        """Require text that ends with `value`."""
        return self._make_condition(ENDS_WITH, value)

    def _make_condition(self, operator: Operator, value: str) -> Filter[R]:
        # Fast path: nearly every value is plain ASCII, which needs no check.
        if type(value) is str and value.isascii():
            return Condition(self._spec, operator, value)
        return super()._make_condition(operator, value)

    def _check(self, value: str, method: str) -> str:
        return literals.require_text(value, self._format_place(method))


class TextField(UnorderedTextField[R], OrderedField[R]):
    """A field that holds text. The API does not document whether case and accents matter."""


class UnorderedEnumField(ValueField[R, V]):
    """A field that holds one of a few values, without its order.

    Args:
        values: all values that the field can have.
        bare: whether equality is written `field=value`.
        key: the key on the wire, where it does not follow from the attribute's name.
    """

    values: tuple[str, ...] = ()
    """All values that the field can have."""

    def __init__(self, *values: str, bare: bool = False, key: str = "") -> None:
        super().__init__(bare=bare, key=key)
        vars(self)["values"] = values

    def _check(self, value: V, method: str) -> str:
        plain = str.__str__(value) if isinstance(value, str) else ""
        if plain not in self.values:
            near = suggest_name(plain.upper(), self.values)
            hint = f"did you mean {near!r}? The" if near else "the"
            problem = f"{hint} values are {', '.join(self.values)}"
            raise build_value_error(value, self._format_place(method), problem)
        return plain


class EnumField(UnorderedEnumField[R, V], OrderedField[R]):
    """A field that holds one of a few values: a member of the generated enum, or its text.

    Values are compared exactly. A new value of the API can be used once this library knows it. Type checkers
    refuse other text. Text from elsewhere becomes a member first: `PaymentType(text)`.

    >>> from quentli_query import PaymentQ
    >>> print(PaymentQ.type.in_(["CARD", "OXXO"]))
    OR[0][type][equals]=CARD&OR[1][type][equals]=OXXO
    """


class RangeField(ValueField[R, V]):
    """A field whose values have an order."""

    def gt(self, value: V) -> Filter[R]:
        """Require a value greater than `value`; for instants, later. Also `>`."""
        return self._make_condition(GT, value)

    def gte(self, value: V) -> Filter[R]:
        """Require a value greater than or equal to `value`; for instants, equal or later. Also `>=`."""
        return self._make_condition(GTE, value)

    def lt(self, value: V) -> Filter[R]:
        """Require a value less than `value`; for instants, earlier. Also `<`."""
        return self._make_condition(LT, value)

    def lte(self, value: V) -> Filter[R]:
        """Require a value less than or equal to `value`; for instants, equal or earlier. Also `<=`."""
        return self._make_condition(LTE, value)

    __gt__ = gt
    __ge__ = gte
    __lt__ = lt
    __le__ = lte


class BaseNumberField(RangeField[R, V]):
    """Base of the number fields."""

    def between(self, start: V, end: V) -> Filter[R]:
        """Require `start` or more, and less than `end`.

        Raises:
            FilterValueError: if `end` is less than `start`.
        """
        if self._check(end, "between") < self._check(start, "between"):
            problem = f"the end is less than the start, {shorten(start)}"
            raise build_value_error(end, self._format_place("between"), problem)
        return self.gte(start) & self.lt(end)

    def _check(self, value: V, method: str) -> int | Decimal:
        raise NotImplementedError


class UnorderedNumberField(BaseNumberField[R, NumberLike]):
    """A field that holds a number, without its order."""

    def _check(self, value: NumberLike, method: str) -> int | Decimal:
        return literals.parse_number(value, self._format_place(method))


class NumberField(UnorderedNumberField[R], OrderedField[R]):
    """A field that holds a number, possibly with a fraction: an int, a Decimal or a finite float."""


class UnorderedWholeNumberField(BaseNumberField[R, int]):
    """A field that holds a whole number, without its order."""

    def _check(self, value: int, method: str) -> int:
        return literals.require_whole_number(value, self._format_place(method))


class WholeNumberField(UnorderedWholeNumberField[R], OrderedField[R]):
    """A field that holds a whole number: a count, or an amount in minor units. It takes ints alone.

    A float or a Decimal is refused: it is probably an amount in pesos, and would be read as centavos.

    >>> from quentli_query import PaymentQ
    >>> print(PaymentQ.amount >= 150000)  # MXN 1,500.00
    amount[gte]=150000
    """


class UnorderedInstantField(RangeField[R, InstantLike]):
    """A field that holds an instant, without its order."""

    def on(self, day: date | str, tz: Zone) -> Filter[R]:
        """Require an instant of a day, from its start in `tz` to the start of the next day.

        Args:
            day: a date, or text such as "2025-01-10".
            tz: the zone in which the day begins and ends.

        >>> from datetime import date
        >>> from quentli_query import Q
        >>> Q.created_at.on(date(2025, 1, 10), tz="America/Mexico_City").to_where()
        {'createdAt': {'gte': '2025-01-10T06:00:00.000Z', 'lt': '2025-01-11T06:00:00.000Z'}}
        """
        place = self._format_place("on")
        given = literals.parse_day(day)
        if given is None:
            raise build_value_error(day, place, "a date is expected here, or text such as '2025-01-10'")
        start, end = literals.resolve_start(given, tz, place), literals.resolve_end(given, tz, place)
        return self.gte(start) & self.lt(end)

    @overload
    def between(self, start: InstantLike, end: InstantLike, tz: Zone | None = None) -> Filter[R]: ...

    @overload
    def between(self, start: DayOrInstant, end: DayOrInstant, tz: Zone) -> Filter[R]: ...

    def between(self, start: DayOrInstant, end: DayOrInstant, tz: Zone | None = None) -> Filter[R]:
        """Require an instant from `start` on, and before `end`. A day stands for its start in `tz`.

        >>> from datetime import date
        >>> from quentli_query import InvoiceQ
        >>> february = InvoiceQ.due_date.between(date(2025, 2, 1), date(2025, 3, 1), tz="America/Mexico_City")
        >>> february.to_where()
        {'dueDate': {'gte': '2025-02-01T06:00:00.000Z', 'lt': '2025-03-01T06:00:00.000Z'}}

        Raises:
            FilterValueError: if `end` lies before `start`, or a zone is missing.
        """
        place = self._format_place("between")
        first = literals.resolve_start(start, tz, place)
        last = literals.resolve_start(end, tz, place)
        if last < first:
            raise build_value_error(end, place, f"the end lies before the start, {shorten(start)}")
        return self.gte(first) & self.lt(last)

    @overload
    def since(
        self, value: InstantLike | Span, tz: Zone | None = None, *, now: datetime | None = None
    ) -> Filter[R]: ...

    @overload
    def since(self, value: DayOrInstant, tz: Zone, *, now: datetime | None = None) -> Filter[R]: ...

    def since(
        self, value: DayOrInstant | Span, tz: Zone | None = None, *, now: datetime | None = None
    ) -> Filter[R]:
        """Require an instant from `value` on: an instant, the start of a day, or a span of time ago.

        Args:
            value: `since("2025-01-10T00:00:00Z")`, `since(date(2025, 1, 10), tz="America/Mexico_City")`,
                `since(relativedelta(months=3))`, `since(timedelta(hours=36))`.
            tz: the zone of days and naive datetimes, and of the calendar by which a span is counted.
            now: the instant that a span is counted back from; the present if None.

        >>> from datetime import UTC, datetime, timedelta
        >>> from quentli_query import PaymentQ
        >>> print(PaymentQ.created_at.since(timedelta(hours=36), now=datetime(2025, 1, 10, 12, tzinfo=UTC)))
        createdAt[gte]=2025-01-09T00%3A00%3A00.000Z
        """
        place = self._format_place("since")
        if literals.is_span(value):
            return self.gte(literals.subtract_span(value, tz, now, place))
        return self.gte(literals.resolve_start(cast("DayOrInstant", value), tz, place))

    @overload
    def before(self, value: InstantLike, tz: Zone | None = None) -> Filter[R]: ...

    @overload
    def before(self, value: DayOrInstant, tz: Zone) -> Filter[R]: ...

    def before(self, value: DayOrInstant, tz: Zone | None = None) -> Filter[R]:
        """Require an instant before `value`, or before that day begins in `tz`."""
        return self.lt(literals.resolve_start(value, tz, self._format_place("before")))

    @overload
    def after(self, value: InstantLike, tz: Zone | None = None) -> Filter[R]: ...

    @overload
    def after(self, value: DayOrInstant, tz: Zone) -> Filter[R]: ...

    def after(self, value: DayOrInstant, tz: Zone | None = None) -> Filter[R]:
        """Require an instant after `value`, or after that day has ended in `tz`."""
        place = self._format_place("after")
        day = literals.parse_day(value)
        if day is None:
            return self.gt(literals.resolve_start(value, tz, place))
        return self.gte(literals.resolve_end(day, tz, place))

    def _make_condition(self, operator: Operator, value: InstantLike) -> Filter[R]:
        if type(value) is datetime and value.tzinfo is UTC and not value.microsecond:
            return Condition(self._spec, operator, value)  # fast path: nothing to convert
        place = self._format_place(operator.name)
        rounded = _ROUNDING[operator](literals.parse_instant(value, place), place)
        return Condition(self._spec, operator, rounded)


class InstantField(UnorderedInstantField[R], OrderedField[R]):
    """A field that holds an instant, to the millisecond.

    Instants are aware datetimes or ISO 8601 text with an offset. A bound between two milliseconds is rounded
    up or down, so that the same records match; equality with such an instant raises `FilterValueError`.
    """


_ROUNDING: dict[Operator, Callable[[datetime, str], datetime]] = {
    EQUALS: literals.require_whole_millisecond,
    NOT_EQUALS: literals.require_whole_millisecond,
    GT: literals.round_down,
    GTE: literals.round_up,
    LT: literals.round_up,
    LTE: literals.round_down,
}


class _CallableField(Field[R]):
    def __call__(self, value: bool = True) -> Filter[R]:
        """Compare with `value`: `InvoiceQ.is_paid()`, `InvoiceQ.is_paid(False)`.

        Raises:
            FilterValueError: if `value` is not a bool.
        """
        return Condition(self._spec, EQUALS, self._check(value, ""))

    def _check(self, value: bool, method: str) -> bool:
        if value is not True and value is not False:  # pyright: ignore[reportUnnecessaryComparison]
            raise build_value_error(value, self._format_place(method), "True or False is expected here")
        return value


class UnorderedBooleanField(_CallableField[R], EqualityField[R, bool]):
    """A boolean field of the records, without its order."""

    def not_equals(self, value: bool) -> Filter[R]:
        """Require the opposite of `value`; records where the field is null stay out. Also `!=`."""
        return Condition(self._spec, EQUALS, not self._check(value, "not_equals"))

    def is_true(self) -> Filter[R]:
        """Require that the field is true."""
        return Condition(self._spec, EQUALS, True)

    def is_false(self) -> Filter[R]:
        """Require that the field is false; records where it is null stay out."""
        return Condition(self._spec, EQUALS, False)

    def _hint(self) -> str:
        return f"write {self!r}.is_true() or {self!r}()"


class BooleanField(UnorderedBooleanField[R], OrderedField[R]):
    """A boolean field of the records. Call it to build a filter."""


class FlagField(_CallableField[R]):
    """A boolean that the API computes and records don't contain. Call it to build a filter."""

    if not TYPE_CHECKING:  # a type checker takes the comparison for a bool, and refuses it as a filter

        def __eq__(self, _other: object) -> NoReturn:
            raise self._build_operand_error("==")

        def __ne__(self, _other: object) -> NoReturn:
            raise self._build_operand_error("!=")

        __hash__ = object.__hash__

    def _hint(self) -> str:
        return f"call it: {self!r}()"
