"""What time it is in a sandbox, and where in time its made-up records lie."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

from quentli_query.sandbox.drawing import LAST_DAY
from quentli_query.sandbox.instants import wire

# What is drawn and what customers of a test's own say stays in the calendar, wherever it is laid in between.
_YEARS = range(1970, 3000)


class Clock:
    """The time in a sandbox.

    Args:
        start: What time it is when the clock is made; it goes on from there. When left out, the present.

    Attributes:
        shift: By how much later made-up records lie than they are drawn: whole days, none without a start.

    Raises:
        ValueError: The start has no zone, or is in a year before 1970 or after 2999.
    """

    def __init__(self, start: datetime | None = None) -> None:
        if start is not None and start.utcoffset() is None:
            raise ValueError(f"now={start!r} has no zone")
        if start is not None and start.year not in _YEARS:
            raise ValueError(f"now={start!r} is not between the years {_YEARS[0]} and {_YEARS[-1]}")
        self._start = start and start.astimezone(UTC)
        self._made = time.monotonic()
        # The days of a span are rounded down: records end before the start, by less than a day.
        self.shift = timedelta(days=(start - LAST_DAY).days) if start else timedelta(0)

    def now(self) -> str:
        """Return the present moment, as the API writes it."""
        if self._start is None:
            return wire(datetime.now(UTC))
        return wire(self._start + timedelta(seconds=time.monotonic() - self._made))
