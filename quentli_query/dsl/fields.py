"""The fields of a vocabulary, each kind with only the operators that are legal on it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Generic, NoReturn, TypeVar

from attrs import evolve
from dateutil.relativedelta import relativedelta

from ..errors import FilterTypeError
from . import calendar, values
from .filters import Condition, Field, Filter, all_of, any_of
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
from .ordering import OrderBy

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .calendar import DayOrInstant, Span, Zone
    from .values import InstantLike, Rounding

R = TypeVar("R")
V = TypeVar("V")


class AnyField(Generic[R]):
    """A field of a vocabulary. It has no truth value."""

    __slots__ = ("_field",)

    def __init__(self, *, bare: bool = False, seen: Iterable[str] = ()) -> None:
        self._field = Field("", "", "", (), bare=bare, seen=frozenset(seen), flag=isinstance(self, FlagField))

    def _place(self, method: str) -> str:
        return f"{self._field.source}.{method}()"

    def __bool__(self) -> NoReturn:
        raise FilterTypeError(
            f"{self._field.source} is a field and has no truth value; {self._hint()}. "
            f"Instead of `and`, `or`, `not` write `&`, `|`, `~`."
        )

    def _hint(self) -> str:
        return f"make a filter of it with a method or a comparison: {self._field.source}.equals(...)"

    def __repr__(self) -> str:
        return self._field.source


class OrderedField(AnyField[R]):
    """A field that a list can be ordered by."""

    __slots__ = ()

    def asc(self) -> OrderBy[R]:
        """Order by this field, smallest first."""
        return OrderBy(self._field, "asc")

    def desc(self) -> OrderBy[R]:
        """Order by this field, largest first."""
        return OrderBy(self._field, "desc")


class TextField(OrderedField[R]):
    """A field that holds text. Whether the API minds case and accents is not known."""

    __slots__ = ()

    def equals(self, value: str) -> Filter[R]:
        """The field is `value`. Also written `Q.name == value`.

        Raises:
            FilterValueError: if `value` is not text; so for all methods of this class.
        """
        return self._condition(EQUALS, value)

    def not_equals(self, value: str) -> Filter[R]:
        """The field holds something else than `value`; records where it is null stay out. Also `!=`."""
        return self._condition(NOT_EQUALS, value)

    def contains(self, value: str) -> Filter[R]:
        """The field has `value` somewhere in it."""
        return self._condition(CONTAINS, value)

    def starts_with(self, value: str) -> Filter[R]:
        """The field begins with `value`."""
        return self._condition(STARTS_WITH, value)

    def ends_with(self, value: str) -> Filter[R]:
        """The field ends with `value`."""
        return self._condition(ENDS_WITH, value)

    def in_(self, values: Iterable[str]) -> Filter[R]:
        """The field is one of `values`: an alternative for each; `NOTHING` if there are none.

        >>> from quentli_query import Q
        >>> print(Q.id.in_(["cus_1", "cus_2"]))
        OR[0][id][equals]=cus_1&OR[1][id][equals]=cus_2
        """
        return _one_of([self.equals(value) for value in _several(values, self._place("in_"))])

    def not_in(self, values: Iterable[str]) -> Filter[R]:
        """The field holds something else than each of `values`; `EVERYTHING` if there are none."""
        return all_of(*[self.not_equals(value) for value in _several(values, self._place("not_in"))])

    def __eq__(self, value: str) -> Filter[R]:  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride]
        return self.equals(value)

    def __ne__(self, value: str) -> Filter[R]:  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride]
        return self.not_equals(value)

    __hash__ = object.__hash__

    def _condition(self, operator: Operator, value: object) -> Filter[R]:
        if type(value) is str and value.isascii():  # what is nearly always given, without naming the place
            return Condition(self._field, operator, value)
        return Condition(self._field, operator, values.text(value, self._place(operator.name)))


class InstantField(OrderedField[R]):
    """A field that holds an instant, to the millisecond.

    Instants are aware datetimes or ISO 8601 text with an offset. A bound with microseconds is rounded to the
    millisecond in the direction that keeps its meaning.
    """

    __slots__ = ()

    def equals(self, value: InstantLike) -> Filter[R]:
        """The field is exactly this instant, which must not have a fraction of a millisecond. Also `==`.

        Raises:
            FilterValueError: if `value` is not an instant; so for all methods of this class.
        """
        return self._condition(EQUALS, self._exact(value, EQUALS))

    def not_equals(self, value: InstantLike) -> Filter[R]:
        """The field holds another instant; records where it is null stay out. Also `!=`."""
        return self._condition(NOT_EQUALS, self._exact(value, NOT_EQUALS))

    def in_(self, values: Iterable[InstantLike]) -> Filter[R]:
        """The field is one of these instants: an alternative for each; `NOTHING` if there are none."""
        return _one_of([self.equals(value) for value in _several(values, self._place("in_"))])

    def not_in(self, values: Iterable[InstantLike]) -> Filter[R]:
        """The field holds another instant than each of these; `EVERYTHING` if there are none."""
        return all_of(*[self.not_equals(value) for value in _several(values, self._place("not_in"))])

    def gt(self, value: InstantLike) -> Filter[R]:
        """Later than `value`. Also `>`."""
        return self._bound(GT, value)

    def gte(self, value: InstantLike) -> Filter[R]:
        """At `value` or later. Also `>=`."""
        return self._bound(GTE, value)

    def lt(self, value: InstantLike) -> Filter[R]:
        """Earlier than `value`. Also `<`."""
        return self._bound(LT, value)

    def lte(self, value: InstantLike) -> Filter[R]:
        """At `value` or earlier. Also `<=`."""
        return self._bound(LTE, value)

    def on(self, day: date | str, tz: Zone) -> Filter[R]:
        """On that day, from its beginning in `tz` to the beginning of the next.

        >>> from datetime import date
        >>> from quentli_query import Q
        >>> Q.created_at.on(date(2025, 1, 10), tz="America/Mexico_City").to_where()
        {'createdAt': {'gte': '2025-01-10T06:00:00.000Z', 'lt': '2025-01-11T06:00:00.000Z'}}
        """
        place = self._place("on")
        given = calendar.as_day(day)
        if given is None:
            raise values.refusal(day, place, "a date is expected here, or text such as '2025-01-10'")
        return self._half_open(
            calendar.beginning(given, tz, place),
            calendar.beginning(calendar.day_after(given, place), tz, place),
        )

    def between(self, start: DayOrInstant, end: DayOrInstant, tz: Zone | None = None) -> Filter[R]:
        """From `start` on, and before `end`. A day stands for its beginning in `tz`.

        Raises:
            FilterValueError: if `end` lies before `start`, or a zone is missing.
        """
        place = self._place("between")
        first = calendar.beginning(start, tz, place)
        last = calendar.beginning(end, tz, place)
        if last < first:
            raise values.refusal(end, place, f"the end lies before the start, {values.shortened(start)}")
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
        if isinstance(value, relativedelta | timedelta):
            return self._bound(GTE, calendar.ago(value, tz, now, self._place("since")), "since")
        return self._bound(GTE, calendar.beginning(value, tz, self._place("since")), "since")

    def before(self, value: DayOrInstant, tz: Zone | None = None) -> Filter[R]:
        """Before an instant, or before a day begins in `tz`."""
        return self._bound(LT, calendar.beginning(value, tz, self._place("before")), "before")

    def after(self, value: DayOrInstant, tz: Zone | None = None) -> Filter[R]:
        """After an instant, or after a day has ended in `tz`."""
        place = self._place("after")
        day = calendar.as_day(value)
        if day is not None:
            return self._bound(GTE, calendar.beginning(calendar.day_after(day, place), tz, place), "after")
        return self._bound(GT, calendar.beginning(value, tz, place), "after")

    def __eq__(self, value: InstantLike) -> Filter[R]:  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride]
        return self.equals(value)

    def __ne__(self, value: InstantLike) -> Filter[R]:  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride]
        return self.not_equals(value)

    __hash__ = object.__hash__
    __gt__ = gt
    __ge__ = gte
    __lt__ = lt
    __le__ = lte

    def _condition(self, operator: Operator, moment: datetime) -> Filter[R]:
        return Condition(self._field, operator, moment)

    def _exact(self, value: object, operator: Operator) -> datetime:
        place = self._place(operator.name)
        moment = values.instant(value, place)
        if moment != values.floor(moment):
            raise values.refusal(
                value,
                place,
                "the API knows whole milliseconds only, so no record is equal to it; use between()",
            )
        return moment

    def _bound(self, operator: Operator, value: object, method: str | None = None) -> Filter[R]:
        place = self._place(method or operator.name)
        try:
            return self._condition(operator, _ROUNDING[operator](values.instant(value, place)))
        except OverflowError:
            raise values.refusal(value, place, "no whole millisecond follows it") from None

    def _half_open(self, start: datetime, end: datetime) -> Filter[R]:
        return self._bound(GTE, start) & self._bound(LT, end)


_ROUNDING: Mapping[Operator, Rounding] = {
    GT: values.floor,
    GTE: values.ceiling,
    LT: values.ceiling,
    LTE: values.floor,
}


class BooleanField(OrderedField[R]):
    """A field that is true or false."""

    __slots__ = ()

    def equals(self, value: bool) -> Filter[R]:
        """The field is `value`. Also `==`.

        Raises:
            FilterValueError: if `value` is not a bool.
        """
        return Condition(self._field, EQUALS, values.boolean(value, self._place("equals")))

    def not_equals(self, value: bool) -> Filter[R]:
        """The field is the opposite of `value`; records where it is null stay out. Also `!=`."""
        return Condition(self._field, EQUALS, not values.boolean(value, self._place("not_equals")))

    def is_true(self) -> Filter[R]:
        """The field is true."""
        return self.equals(True)

    def is_false(self) -> Filter[R]:
        """The field is false; records where it is null stay out."""
        return self.equals(False)

    def __eq__(self, value: bool) -> Filter[R]:  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride]
        return self.equals(value)

    def __ne__(self, value: bool) -> Filter[R]:  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride]
        return self.not_equals(value)

    __hash__ = object.__hash__

    def _hint(self) -> str:
        return f"write {self._field.source}.is_true()"


class FlagField(AnyField[R]):
    """Something that the API computes about a record, and no record shows. A call makes a filter of it."""

    __slots__ = ()

    def __call__(self, value: bool = True) -> Filter[R]:
        """The flag is `value`.

        Raises:
            FilterValueError: if `value` is not a bool.
        """
        return Condition(self._field, EQUALS, values.boolean(value, f"{self._field.source}()"))

    def _hint(self) -> str:
        return f"call it: {self._field.source}()"


def name_field(field: AnyField[Any], resource: str, source: str, attribute: str, key: str) -> None:
    """Tell a new field its place in a vocabulary, which it cannot know where it is written."""
    named = evolve(field_of(field), resource=resource, source=source, attribute=attribute, path=(key,))
    field._field = named  # pyright: ignore[reportPrivateUsage]


def field_of(field: AnyField[Any]) -> Field:
    """What conditions on this field hold."""
    return field._field  # pyright: ignore[reportPrivateUsage]


def _several(given: Iterable[V], place: str) -> Iterable[V]:
    if isinstance(given, str) or not hasattr(given, "__iter__"):
        raise values.refusal(given, place, "a list of values is expected here")
    return dict.fromkeys(given)


def _one_of(alternatives: list[Filter[R]]) -> Filter[R]:
    return alternatives[0] if len(alternatives) == 1 else any_of(*alternatives)
