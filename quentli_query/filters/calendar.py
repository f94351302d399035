"""Days and spans as people mean them, turned into instants."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import TypeAlias
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

from .literals import instant, refusal

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
