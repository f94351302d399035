"""Literals: validation of users' values, and their form in the API."""

from __future__ import annotations

import builtins
import re
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from decimal import Decimal
from numbers import Integral
from typing import TYPE_CHECKING, Any, TypeAlias, TypeGuard

from ..errors import FilterValueError

if TYPE_CHECKING:
    from dateutil.relativedelta import relativedelta

# The value of a condition, after its field has checked it. An instant is in UTC, to the millisecond.
Comparable: TypeAlias = str | bool | int | Decimal | datetime

NumberLike: TypeAlias = int | float | Decimal
"""A number; not a bool."""

InstantLike: TypeAlias = datetime | str
"""An instant: an aware datetime, or ISO 8601 text with an offset or `Z`."""

Zone: TypeAlias = tzinfo | str
"""A time zone: a tzinfo, or a name such as `America/Mexico_City`."""

DayOrInstant: TypeAlias = date | datetime | str
"""A day, an instant, or ISO 8601 text for either. A value without a zone of its own needs `tz`."""

Span: TypeAlias = "timedelta | relativedelta"
"""A length of time. `relativedelta(months=3)` goes by the calendar."""

# The usual form, which Python itself reads. dateutil reads all others, ten times as slowly.
_ISO_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT(?!24)\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", re.ASCII)
_ISO_DAY = re.compile(r"\d{4}-?(\d\d-?\d\d|W\d\d-?\d)", re.ASCII)
# Digits behind the microseconds, not all of them zero.
_LOST_DIGITS = re.compile(r"[.,]\d{6}\d*[1-9]")

_ZONE_REMEDY = (
    "give it a zone, as in datetime(2025, 1, 10, tzinfo=ZoneInfo('America/Mexico_City')) "
    "or '2025-01-10T00:00:00-06:00'"
)
_DATE_REMEDY = (
    "a date is a day, not an instant; write .on(day, tz='America/Mexico_City'), "
    "or .since(...), .before(...), .between(...) with tz="
)
MAX_DIGITS = 1000
"""Most digits of a number."""
_LIMIT = 10**MAX_DIGITS
_DIGITS_PROBLEM = f"a number has at most {MAX_DIGITS} digits"
_WHOLE_NUMBER_REMEDY = (
    "an int is expected here; amounts are whole numbers in minor units: for 1,000.50 write 100050"
)


def require_text(value: object, place: str) -> str:
    """Return text that can be sent: any Unicode except lone surrogates.

    Args:
        value: the user's value.
        place: the expression that the value belongs to, for the error message.

    Raises:
        FilterValueError: if the value is not such text.
    """
    if not isinstance(value, str):
        raise build_value_error(value, place, "text is expected here")
    try:
        value.encode()
    except UnicodeEncodeError:
        raise build_value_error(value, place, "it has a lone surrogate, which UTF-8 cannot carry") from None
    return str.__str__(value)  # of an enum's member, its value


def parse_instant(value: object, place: str) -> datetime:
    """Return an instant as a datetime in UTC, with its microseconds.

    Raises:
        FilterValueError: if the value is neither a datetime nor ISO 8601 text, or has no zone.
    """
    moment = _parse_iso(value, place) if isinstance(value, str) else value
    if type(moment) is datetime and moment.tzinfo is UTC:
        return moment  # fast path: nothing to convert
    # pandas' NaT is a datetime, and not equal to itself.
    if not isinstance(moment, datetime) or moment != moment:  # noqa: PLR0124
        expected = "an aware datetime or ISO 8601 text is expected here"
        raise build_value_error(value, place, _DATE_REMEDY if type(value) is date else expected)
    if moment.utcoffset() is None:
        raise build_value_error(value, place, f"without a zone it is not an instant; {_ZONE_REMEDY}")
    in_utc = _convert_to_utc(moment, value, place)
    # A Timestamp of pandas has nanoseconds, which only its text shows.
    return in_utc if type(in_utc) is datetime else _parse_iso(in_utc.isoformat(), place)


def _parse_iso(value: str, place: str) -> datetime:
    match = _ISO_INSTANT.fullmatch(value)
    try:
        moment = datetime.fromisoformat(value) if match else _parse_other_iso(value)
    except (ValueError, OverflowError):
        expected = "it is not an ISO 8601 instant, such as '2025-01-10T12:00:00Z'"
        raise build_value_error(value, place, expected) from None
    # Fast path: with so few characters, the usual form has at most six digits behind the seconds.
    if match and len(value) <= len("2025-01-10T12:00:00.123456Z"):
        return moment
    lost = _LOST_DIGITS.search(value)
    if lost and moment.microsecond % 1000 == 0:
        # Python drops digits behind the microseconds. One microsecond more keeps the instant between the
        # same two milliseconds, so that a bound is rounded in the right direction.
        moment += timedelta(microseconds=1)
    return moment


def _parse_other_iso(value: str) -> datetime:
    from dateutil.parser import isoparse  # noqa: PLC0415 - slow to import, and rarely needed

    return isoparse(value)


def _convert_to_utc(moment: datetime, given: object, place: str) -> datetime:
    try:
        return _find_instant(moment)
    except (OverflowError, ValueError):
        raise build_value_error(given, place, "in UTC it lies outside the years 1 to 9999") from None


def _find_instant(moment: datetime) -> datetime:
    """Return an aware datetime in UTC, read as PEP 495 says, whatever library its zone is from."""
    zone, instant = moment.tzinfo, moment.astimezone(UTC)
    if isinstance(zone, timezone) or _has_wall_time(instant, moment):
        return instant
    # Clocks never showed this time with this offset: they skipped it, or the zone is one of pytz, which
    # gives local mean time. The offsets around it are right.
    wall = moment.replace(tzinfo=UTC)
    offsets = [(wall + timedelta(days=days)).astimezone(zone).utcoffset() for days in (-1, 1)]
    readings = [wall - (offset or timedelta()) for offset in offsets]
    if moment.fold:
        readings.reverse()
    return next((each for each in readings if _has_wall_time(each, moment)), readings[0])


def _has_wall_time(instant: datetime, moment: datetime) -> bool:
    return instant.astimezone(moment.tzinfo).replace(tzinfo=None) == moment.replace(tzinfo=None)


def round_down(moment: datetime, _place: str = "") -> datetime:
    """Return the last whole millisecond that is not after an instant, for `gt` and `lte`."""
    return moment - timedelta(microseconds=moment.microsecond % 1000)


def round_up(moment: datetime, place: str) -> datetime:
    """Return the first whole millisecond that is not before an instant, for `gte` and `lt`.

    Raises:
        FilterValueError: in the last millisecond of the year 9999.
    """
    try:
        return moment + timedelta(microseconds=-moment.microsecond % 1000)
    except OverflowError:
        raise build_value_error(moment, place, "no whole millisecond follows it") from None


def require_whole_millisecond(moment: datetime, place: str) -> datetime:
    """Return an instant that is a whole millisecond.

    Raises:
        FilterValueError: if the instant lies between two milliseconds.
    """
    if moment.microsecond % 1000:
        remedy = "the API knows whole milliseconds only, so no record is equal to it; use between()"
        raise build_value_error(moment, place, remedy)
    return moment


def resolve_zone(tz: object, place: str) -> tzinfo:
    """Return a time zone by its name. A tzinfo stays as it is.

    Raises:
        FilterValueError: if no zone has that name.
    """
    if isinstance(tz, tzinfo):
        return tz
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - slow to import, and not needed without the calendar

    try:
        return ZoneInfo(tz)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    except (KeyError, ValueError, TypeError, OSError):
        expected = "it is not the name of a time zone, such as 'America/Mexico_City'"
        raise build_value_error(tz, place, expected) from None


def parse_day(value: object) -> date | None:
    """Return the day that a value names, or None if it names an instant or nothing."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    with suppress(ValueError):
        if isinstance(value, str) and _ISO_DAY.fullmatch(value):
            return date.fromisoformat(value)
    return None


def resolve_start(value: DayOrInstant, tz: Zone | None, place: str) -> datetime:
    """Return an instant in UTC.

    A day stands for its first instant in `tz`, even if midnight is skipped or repeated.

    Raises:
        FilterValueError: if the value is neither a day nor an instant, or needs a zone and `tz` is None.

    >>> resolve_start(date(2025, 1, 10), "America/Mexico_City", "").isoformat()
    '2025-01-10T06:00:00+00:00'
    """
    day = parse_day(value)
    if day is None:
        moment = _parse_iso(value, place) if tz is not None and isinstance(value, str) else value
        if tz is not None and isinstance(moment, datetime) and moment.utcoffset() is None:
            return parse_instant(moment.replace(tzinfo=resolve_zone(tz, place)), place)
        return parse_instant(value, place)
    if tz is None:
        remedy = "where a day begins depends on the zone; add tz='America/Mexico_City'"
        raise build_value_error(day, place, remedy)
    return _convert_to_utc(datetime.combine(day, time.min, tzinfo=resolve_zone(tz, place)), day, place)


def resolve_end(day: date, tz: Zone | None, place: str) -> datetime:
    """Return the first instant in `tz` of the day after a day.

    Raises:
        FilterValueError: for the last day of the year 9999, or if `tz` is None.
    """
    if day == date.max:
        raise build_value_error(day, place, "no day follows it")
    return resolve_start(day + timedelta(days=1), tz, place)


def is_span(value: object) -> TypeGuard[Span]:
    """Return whether a value is a length of time. Does not import dateutil for it."""
    module = sys.modules.get("dateutil.relativedelta")
    return isinstance(value, timedelta) or (module is not None and isinstance(value, module.relativedelta))


def subtract_span(span: Span, tz: Zone | None, now: datetime | None, place: str) -> datetime:
    """Return the instant that lies `span` before `now`.

    A timedelta is elapsed time. Of a relativedelta, years, months, weeks and days go by the calendar of `tz`
    (UTC if None); the rest elapses.

    Raises:
        FilterValueError: if `now` has no zone, or the instant lies outside the years 1 to 9999.
    """
    zone = UTC if tz is None else resolve_zone(tz, place)
    present = datetime.now(UTC) if now is None else parse_instant(now, place)
    try:
        if isinstance(span, timedelta):
            return present - span
        elapsed = {part: getattr(span, part) for part in ("hours", "minutes", "seconds", "microseconds")}
        earlier = present.astimezone(zone) - (span - type(span)(**elapsed))
        # A zone of pytz is another object in summer than in winter, so `earlier` may have the wrong one.
        return _find_instant(earlier.replace(tzinfo=zone)) - timedelta(**elapsed)
    except (OverflowError, ValueError):
        raise build_value_error(span, place, "the instant lies outside the years 1 to 9999") from None


def parse_number(value: object, place: str) -> int | Decimal:
    """Return a whole number as an int, another number as a Decimal of the digits that `repr` shows.

    Raises:
        FilterValueError: if the value is not a number, or not finite.

    >>> parse_number(0.1, ""), parse_number(1500.0, "")
    (Decimal('0.1'), 1500)
    """
    if isinstance(value, bool) or not isinstance(value, Integral | float | Decimal):
        raise build_value_error(value, place, "a number is expected here")
    if isinstance(value, Integral):
        return require_whole_number(value, place)
    # Of a subclass such as numpy's, repr would show the class.
    exact = Decimal(float.__repr__(value)) if isinstance(value, float) else value
    if not exact.is_finite():
        raise build_value_error(value, place, "it is not finite")
    if abs(exact.adjusted()) >= MAX_DIGITS or len(exact.as_tuple().digits) > MAX_DIGITS:
        raise build_value_error(value, place, _DIGITS_PROBLEM)
    return int(exact) if exact == exact.to_integral_value() else exact


def require_whole_number(value: object, place: str) -> int:
    """Return an int.

    Raises:
        FilterValueError: for any other value. A float or Decimal without a fraction is refused as well,
            since `1000.0` and `Decimal("1000.00")` are how people write pesos.
    """
    if isinstance(value, bool) or not isinstance(value, Integral):
        raise build_value_error(value, place, _WHOLE_NUMBER_REMEDY)
    number = int(value)
    # Python refuses to write far longer ones.
    if abs(number) >= _LIMIT:
        raise build_value_error(value, place, _DIGITS_PROBLEM)
    return number


def format_source(value: Comparable) -> str:
    """Return the Python source of a checked value.

    The source needs an import only for a Decimal that equals no float.
    """
    if isinstance(value, datetime):
        return repr(format_instant(value))
    if isinstance(value, Decimal) and Decimal(repr(float(value))) == value:
        return repr(float(value))
    return repr(value)


def format_instant(moment: datetime) -> str:
    """Return an instant in UTC as the API writes it.

    >>> format_instant(datetime(2025, 1, 10, 12, tzinfo=UTC))
    '2025-01-10T12:00:00.000Z'
    """
    day, time_of_day = (moment.year, moment.month, moment.day), (moment.hour, moment.minute, moment.second)
    # An f-string, or isoformat with a timespec, takes up to twice as long.
    return "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ" % (*day, *time_of_day, moment.microsecond // 1000)  # noqa: UP031


# Converters of a condition's value to what a where-object holds, by its type. Instants are the rest: their
# type is freezegun's in a test that freezes the time.
TO_WIRE: dict[type, Callable[[Any], str | bool | int]] = {
    **{kind: kind for kind in (str, bool, int)},
    Decimal: "{:f}".format,
}


def build_value_error(value: object, place: str, reason: str) -> FilterValueError:
    """Build the error for a value that a field cannot be compared with."""
    if value is None:
        reason = "no spelling for null is known, so a filter cannot ask for it; leave the condition out"
        reason += suggest_null_check(place.rpartition(".")[0])
    return build_argument_error(value, place, reason)


def build_argument_error(value: object, place: str, reason: str) -> FilterValueError:
    """Build the error for an argument that cannot be used. It names the place, the value and the reason."""
    return FilterValueError(f"{place}: {shorten(value)} cannot be used: {reason}.")


def suggest_null_check(source: str) -> str:
    """Return advice on finding null in Python, if `source` is a field of the records themselves."""
    _, *names = source.split(".")
    if len(names) != 1:
        return ""
    return f", and filter the records in Python: if record.{to_attribute(names[0])} is None"


def to_attribute(name: str) -> str:
    """Return a field's attribute in the generated models.

    Python's builtin names get an underscore, except `id`.

    >>> to_attribute("type"), to_attribute("id"), to_attribute("name")
    ('type_', 'id', 'name')
    """
    return f"{name}_" if name != "id" and hasattr(builtins, name) else name


def shorten(value: object) -> str:
    """Return `repr(value)`, cut to a length that fits a message."""
    try:
        shown = repr(value)
    except (ValueError, RecursionError):  # a number of thousands of digits, or a list in lists without end
        shown = f"<{type(value).__name__} that is too long to show>"
    return shown if len(shown) <= 80 else f"{shown[:60]}... ({len(shown)} characters)"
