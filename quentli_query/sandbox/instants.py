"""Instants as the API writes them."""

from __future__ import annotations

from datetime import UTC, datetime


def wire(moment: datetime) -> str:
    """Return an instant in UTC, cut to milliseconds.

    >>> wire(datetime(2025, 1, 10, 12, 0, 0, 1500, tzinfo=UTC))
    '2025-01-10T12:00:00.001Z'
    """
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def now() -> str:
    """Return the present moment."""
    return wire(datetime.now(UTC))
