"""The time in a sandbox, and instants as the API writes them."""

from __future__ import annotations

import re
import time
from datetime import UTC, datetime, timedelta
from typing import Any, Final, cast

# End of the made-up records of a sandbox without a time of its own.
LAST_DAY: Final = datetime(2025, 6, 30, tzinfo=UTC)

# Made-up records and the customers of a test lie some years before and after: all within datetime's range.
_YEARS = range(1970, 3000)

_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", re.ASCII)


def format_instant(moment: datetime) -> str:
    """Return an instant in UTC as the API writes it, cut to milliseconds.

    >>> format_instant(datetime(2025, 1, 10, 12, 0, 0, 1500, tzinfo=UTC))
    '2025-01-10T12:00:00.001Z'
    """
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def shift_instants(value: Any, by: timedelta) -> Any:
    """Return a copy of a JSON value with all its instants moved by a span.

    >>> shift_instants({"dueDate": "2025-01-31T12:00:00.000Z", "items": [1, "2025"]}, timedelta(days=-31))
    {'dueDate': '2024-12-31T12:00:00.000Z', 'items': [1, '2025']}
    """
    if isinstance(value, dict):
        return {key: shift_instants(member, by) for key, member in cast("dict[str, object]", value).items()}
    if isinstance(value, list):
        return [shift_instants(member, by) for member in cast("list[object]", value)]
    if isinstance(value, str) and _INSTANT.fullmatch(value):
        return format_instant(datetime.fromisoformat(value) + by)
    return value


class Clock:
    """The time in a sandbox.

    Args:
        start: the time when the clock is made; it goes on from there. The present if None.

    Attributes:
        shift: how much later made-up records lie than they are drawn: whole days, none without a start.

    Raises:
        ValueError: if the start has no zone, or lies before 1970 or after 2999.
    """

    def __init__(self, start: datetime | None = None) -> None:
        if start is not None and start.utcoffset() is None:
            raise ValueError(f"now={start!r} has no zone")
        if start is not None and start.year not in _YEARS:
            raise ValueError(f"now={start!r} is not between the years {_YEARS[0]} and {_YEARS[-1]}")
        self._start = start and start.astimezone(UTC)
        self._made = time.monotonic()
        # Whole days, rounded down: records end less than a day before the start.
        self.shift = timedelta(days=(start - LAST_DAY).days) if start else timedelta(0)

    def now(self) -> str:
        """Return the present as the API writes it."""
        if self._start is None:
            return format_instant(datetime.now(UTC))
        return format_instant(self._start + timedelta(seconds=time.monotonic() - self._made))
