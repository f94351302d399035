"""The types a field can have: how its values are read, and which comparisons make sense on them."""

from __future__ import annotations

import operator
import re
from datetime import datetime
from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@attrs.frozen
class Kind:
    """A type of field.

    Attributes:
        name: What messages call it.
        read: Turns the value of a record, as on the wire, into one that compares. Raises ValueError for one
            that is not of this type.
        parse: The same for a value in a filter, where everything is text.
        comparisons: The operators with one operand, each a function of the record's value and the operand.
        lists: Whether the operators ``in`` and ``notIn`` are legal too.
    """

    name: str
    read: Callable[[Any], Any]
    parse: Callable[[str], Any]
    comparisons: Mapping[str, Callable[[Any, Any], bool]]
    lists: bool


def _text(value: object) -> str:
    """Return text that compares without regard to case, but with regard to accents."""
    if not isinstance(value, str):
        raise ValueError("not a string")
    return value.casefold()


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError("not true or false")
    return value


def _parse_flag(text: str) -> bool:
    if text not in _FLAGS:
        raise ValueError("not true or false")
    return _FLAGS[text]


def _instant(value: object) -> datetime:
    """Return the moment that ISO 8601 text names, provided that it names one: with time and zone."""
    if not isinstance(value, str) or not _INSTANT.fullmatch(value):
        raise ValueError("not an ISO 8601 instant with a zone")
    return datetime.fromisoformat(value)


_FLAGS = {"true": True, "false": False}

# Python's own parser takes far more than a database would: dates alone, week dates, any separator.
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)", re.ASCII)

_EQUALITY = {"equals": operator.eq}
_ORDER = {"lt": operator.lt, "lte": operator.le, "gt": operator.gt, "gte": operator.ge}
_PARTS: dict[str, Callable[[Any, Any], bool]] = {
    "contains": operator.contains,
    "startsWith": str.startswith,
    "endsWith": str.endswith,
}

TEXT = Kind("string", _text, _text, {**_EQUALITY, **_ORDER, **_PARTS}, lists=True)
BOOLEAN = Kind("boolean", _flag, _parse_flag, _EQUALITY, lists=False)
INSTANT = Kind("datetime", _instant, _instant, {**_EQUALITY, **_ORDER}, lists=True)
