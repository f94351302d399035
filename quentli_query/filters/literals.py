"""Checking the values that conditions compare with, and writing them as the API does."""

from __future__ import annotations

import builtins
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from decimal import Decimal
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from dateutil.parser import isoparse
from dateutil.relativedelta import relativedelta

from ..errors import FilterValueError

Comparable: TypeAlias = str | bool | int | Decimal | datetime
"""What a condition holds after its field has checked it: an instant is in UTC, to the millisecond."""

NumberLike: TypeAlias = int | float | Decimal
"""A number; not a bool."""

InstantLike: TypeAlias = datetime | str
"""An instant: an aware datetime, or ISO 8601 text with an offset or `Z`."""

MILLISECOND = timedelta(milliseconds=1)

_ZONE_REMEDY = (
    "give it a zone, as in datetime(2025, 1, 10, tzinfo=ZoneInfo('America/Mexico_City')) "
    "or '2025-01-10T00:00:00-06:00'"
)


def text(value: object, place: str) -> str:
    """`value`, if it is text that can be sent: any Unicode but lone surrogates.

    Args:
        value: what the user gave.
        place: the expression that the value belongs to, for the message.

    Raises:
        FilterValueError: if it is not.
    """
    if not isinstance(value, str):
        raise refusal(value, place, "text is expected here")
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            raise refusal(value, place, "it has a lone surrogate, which UTF-8 cannot carry") from None
    return str.__str__(value)  # of an enum's member, its value


def instant(value: object, place: str) -> datetime:
    """`value` as a datetime in UTC, microseconds and all.

    Raises:
        FilterValueError: if it is neither a datetime nor ISO 8601 text, or has no zone.
    """
    moment = _parsed(value, place) if isinstance(value, str) else value
    if not isinstance(moment, datetime):
        remedy = (
            _DATE_REMEDY if isinstance(value, date) else "an aware datetime or ISO 8601 text is expected here"
        )
        raise refusal(value, place, remedy)
    if moment.utcoffset() is None:
        raise refusal(value, place, f"without a zone it is not an instant; {_ZONE_REMEDY}")
    try:
        in_utc = moment.astimezone(UTC)
    except OverflowError:
        raise refusal(value, place, "in UTC it lies outside the years 1 to 9999") from None
    return in_utc if type(in_utc) is datetime else datetime.combine(in_utc.date(), in_utc.time(), UTC)


_DATE_REMEDY = (
    "a date is a day, not an instant; write .on(day, tz='America/Mexico_City'), "
    "or .since(...), .before(...), .between(...) with tz="
)


def _parsed(value: str, place: str) -> datetime:
    try:
        return isoparse(value)
    except (ValueError, OverflowError):
        raise refusal(value, place, "it is not an ISO 8601 instant, such as '2025-01-10T12:00:00Z'") from None


def floor(moment: datetime, _place: str = "") -> datetime:
    """The last whole millisecond that is not after `moment`."""
    return moment - timedelta(microseconds=moment.microsecond % 1000)


def ceiling(moment: datetime, place: str) -> datetime:
    """The first whole millisecond that is not before `moment`.

    Raises:
        FilterValueError: in the last millisecond of the year 9999.
    """
    if not moment.microsecond % 1000:
        return moment
    try:
        return floor(moment) + MILLISECOND
    except OverflowError:
        raise refusal(moment, place, "no whole millisecond follows it") from None


def whole(moment: datetime, place: str) -> datetime:
    """`moment`, if it is a whole millisecond.

    Raises:
        FilterValueError: if it is not.
    """
    if moment.microsecond % 1000:
        remedy = "the API knows whole milliseconds only, so no record is equal to it; use between()"
        raise refusal(moment, place, remedy)
    return moment


def number(value: object, place: str) -> int | Decimal:
    """`value` as an int where it is whole, else as a Decimal; a float is what its shortest form says.

    Raises:
        FilterValueError: if it is not a number, or not finite.

    >>> number(0.1, ""), number(1500.0, "")
    (Decimal('0.1'), 1500)
    """
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise refusal(value, place, "a number is expected here")
    exact = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if not exact.is_finite():
        raise refusal(value, place, "it is not finite")
    return int(exact) if exact == exact.to_integral_value() else exact


def whole_number(value: object, place: str) -> int:
    """`value`, if it is an int.

    Raises:
        FilterValueError: if it is anything else; also a float or Decimal without a fraction, since
            `1000.0` and `Decimal("1000.00")` are how people write pesos.
    """
    if isinstance(value, bool) or not isinstance(value, int):
        raise refusal(value, place, _WHOLE_NUMBER_REMEDY)
    return int(value)


_WHOLE_NUMBER_REMEDY = (
    "an int is expected here; amounts are whole numbers in minor units: for 1,000.50 write 100050"
)


def _plain_digits(value: Any) -> str:
    return format(value, "f")


def source(value: Comparable) -> str:
    """The Python source of a checked value, which needs no import but for decimals that no float equals."""
    if isinstance(value, datetime):
        return repr(wire_instant(value))
    if isinstance(value, Decimal) and Decimal(repr(float(value))) == value:
        return repr(float(value))
    return repr(value)


def wire_instant(moment: datetime) -> str:
    """An instant in UTC as the API writes it.

    >>> wire_instant(datetime(2025, 1, 10, 12, tzinfo=UTC))
    '2025-01-10T12:00:00.000Z'
    """
    # An f-string, or isoformat with a timespec, takes up to twice as long.
    return "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ" % (  # noqa: UP031
        moment.year,
        moment.month,
        moment.day,
        moment.hour,
        moment.minute,
        moment.second,
        moment.microsecond // 1000,
    )


TO_WIRE: dict[type, Callable[[Any], str]] = {datetime: wire_instant, Decimal: _plain_digits}
"""What writes a checked value for a where-object, where it does not stand there as it is."""


def refusal(value: object, place: str, why: str) -> FilterValueError:
    """The error for a value that cannot be used, which names the place, the value and what to do."""
    return unusable(value, place, _without_null(place) if value is None else why)


def unusable(value: object, place: str, why: str) -> FilterValueError:
    """The same, for what is not compared with a field: None is like all else here."""
    return FilterValueError(f"{place}: {shorten(value)} cannot be used: {why}.")


def _without_null(place: str) -> str:
    return (
        "no spelling for null is known, so a filter cannot ask for it; leave the condition out"
        f"{in_python(*place.split('.')[1:-1])}"
    )


def in_python(*names: str) -> str:
    """What to do about a field that may be null, if it is one of the records themselves."""
    if len(names) != 1:
        return ""
    return f", and filter the records in Python: if record.{to_attribute(names[0])} is None"


def shorten(value: object) -> str:
    """`repr(value)`, cut to what a message can carry."""
    shown = repr(value)
    return shown if len(shown) <= 80 else f"{shown[:60]}... ({len(shown)} characters)"


def to_attribute(name: str) -> str:
    """What the generated models call a field: they do not hide Python's own names, but for `id`.

    >>> to_attribute("type"), to_attribute("id"), to_attribute("name")
    ('type_', 'id', 'name')
    """
    return f"{name}_" if name != "id" and hasattr(builtins, name) else name


Zone: TypeAlias = tzinfo | str
"""A time zone: a tzinfo, or a name such as `America/Mexico_City`."""

DayOrInstant: TypeAlias = date | datetime | str
"""A day, an instant, or ISO 8601 text for either. What has no zone of its own needs `tz`."""

Span: TypeAlias = timedelta | relativedelta
"""A length of time; `relativedelta(months=3)` goes by the calendar."""


def zone(tz: object, place: str) -> tzinfo:
    """The time zone of that name.

    Raises:
        FilterValueError: if there is none.
    """
    if isinstance(tz, tzinfo):
        return tz
    try:
        return ZoneInfo(tz)  # type: ignore[arg-type]
    except (KeyError, ValueError, TypeError, OSError):
        raise refusal(tz, place, "it is not the name of a time zone, such as 'America/Mexico_City'") from None


def start_of_day(day: date, tz: tzinfo) -> datetime:
    """The first instant of `day` in `tz`: also where midnight is skipped, or comes twice.

    >>> start_of_day(date(2025, 1, 10), ZoneInfo("America/Mexico_City")).isoformat()
    '2025-01-10T06:00:00+00:00'
    """
    return datetime.combine(day, time.min, tzinfo=tz).astimezone(UTC)


def as_day(value: object) -> date | None:
    """The day that `value` means, or None if it means an instant (or nothing)."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str) and len(value) == len("2025-01-10"):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return None
    return None


def beginning(value: DayOrInstant, tz: Zone | None, place: str) -> datetime:
    """The instant at which `value` begins: itself, or for a day its first instant in `tz`.

    Raises:
        FilterValueError: if it is neither a day nor an instant, or needs a zone and `tz` is None.
    """
    day = as_day(value)
    if day is not None:
        return _in_range(day, tz, place)
    if tz is not None and isinstance(value, datetime) and value.utcoffset() is None:
        value = value.replace(tzinfo=zone(tz, place))
    return instant(value, place)


def _in_range(day: date, tz: Zone | None, place: str) -> datetime:
    if tz is None:
        raise refusal(day, place, "where a day begins depends on the zone; add tz='America/Mexico_City'")
    try:
        return start_of_day(day, zone(tz, place))
    except OverflowError:
        raise refusal(day, place, "in UTC it lies outside the years 1 to 9999") from None


def day_after(day: date, place: str) -> date:
    """The next day.

    Raises:
        FilterValueError: for the last day of the year 9999.
    """
    if day == date.max:
        raise refusal(day, place, "no day follows it")
    return day + timedelta(days=1)


def ago(span: Span, tz: Zone | None, now: datetime | None, place: str) -> datetime:
    """The instant that lies `span` before `now`, by the calendar of `tz` (UTC if None).

    Raises:
        FilterValueError: if `now` has no zone, or the instant lies outside the years 1 to 9999.
    """
    here = UTC if tz is None else zone(tz, place)
    present = datetime.now(here) if now is None else instant(now, place).astimezone(here)
    try:
        return (present - span).astimezone(UTC)
    except (OverflowError, ValueError):
        raise refusal(span, place, "the instant lies outside the years 1 to 9999") from None
