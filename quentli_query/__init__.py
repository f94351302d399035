"""Ask Quentli for exactly the records you mean.

The names below are loaded when they are first used, so that the language alone does not pay for HTTP.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .dsl import EVERYTHING, NOTHING, Evidence, Filter, Limits, OrderBy, Q, all_of, any_of

_HOMES = {
    "EVERYTHING": ".dsl",
    "NOTHING": ".dsl",
    "Evidence": ".dsl",
    "Filter": ".dsl",
    "Limits": ".dsl",
    "OrderBy": ".dsl",
    "Q": ".dsl",
    "all_of": ".dsl",
    "any_of": ".dsl",
}

__version__ = "0.1.0"
__all__ = [
    "EVERYTHING",
    "NOTHING",
    "Evidence",
    "Filter",
    "Limits",
    "OrderBy",
    "Q",
    "all_of",
    "any_of",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(importlib.import_module(_HOMES[name], __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
