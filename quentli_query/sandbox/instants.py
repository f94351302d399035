"""Instants as the API writes them."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from datetime import timedelta

_WIRE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", re.ASCII)


def wire(moment: datetime) -> str:
    """Return an instant in UTC, cut to milliseconds.

    >>> from datetime import UTC
    >>> wire(datetime(2025, 1, 10, 12, 0, 0, 1500, tzinfo=UTC))
    '2025-01-10T12:00:00.001Z'
    """
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def shifted(value: Any, by: timedelta) -> Any:
    """Return a copy of a value as JSON has it, with all instants in it that much later.

    >>> from datetime import timedelta
    >>> shifted({"dueDate": "2025-01-31T12:00:00.000Z", "items": [1, None, "2025"]}, timedelta(days=-31))
    {'dueDate': '2024-12-31T12:00:00.000Z', 'items': [1, None, '2025']}
    """
    if isinstance(value, dict):
        return {key: shifted(entry, by) for key, entry in cast("dict[str, object]", value).items()}
    if isinstance(value, list):
        return [shifted(member, by) for member in cast("list[object]", value)]
    if isinstance(value, str) and _WIRE.fullmatch(value):
        return wire(datetime.fromisoformat(value) + by)
    return value
