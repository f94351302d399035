"""The client's internal constants that tests change, and their modules: the only place that names them."""

from __future__ import annotations

from typing import Final

import pytest

_MODULES: Final = {
    "BACKOFF_SECONDS": "quentli_query.client.http.retry",
    "LONGEST_WAIT_SECONDS": "quentli_query.client.http.retry",
    "BUDGET_SECONDS": "quentli_query.client.http.transport",
    "PAUSE_SECONDS": "quentli_query.client.http.gate",
    "SECONDS_PER_LINE": "quentli_query.client.lists.progress",
    "MAX_BYTES": "quentli_query.client.http.response",
}


def set_constant(monkeypatch: pytest.MonkeyPatch, name: str, value: float) -> None:
    """Change a constant, for clients that are made afterwards."""
    monkeypatch.setattr(f"{_MODULES[name]}.{name}", value)
