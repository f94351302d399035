"""The types a field can have: how its values are read, and which comparisons make sense on them."""

from __future__ import annotations

import functools
import math
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
    if not isinstance(value, str):
        raise ValueError(_NO_INSTANT)
    return _parsed(value)


# Kept: the same moments of the same records are compared and sorted by request after request.
@functools.lru_cache(maxsize=2**15)
def _parsed(text: str) -> datetime:
    if not _INSTANT.fullmatch(text):
        raise ValueError(_NO_INSTANT)
    return datetime.fromisoformat(text)


def _number(value: object) -> int | float:
    # In Python true is a number.
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError("not a number")
    return value


def _parse_number(text: str) -> int | float:
    if not _NUMBER.fullmatch(text):
        raise ValueError("not a number")
    number = float(text)
    if math.isinf(number):
        raise ValueError("not a number that can be represented")
    # Amounts in minor units are whole, and compare exactly, however large they are.
    return int(text) if _WHOLE.fullmatch(text) else number


_NO_INSTANT = "not an ISO 8601 instant with a zone"
_FLAGS = {"true": True, "false": False}

# Python's own parser takes far more than a database would: dates alone, week dates, any separator.
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)", re.ASCII)

# Python's own parsers take underscores, spaces, other scripts' digits and "nan" as well. Every finite
# float has its place in these digits, also written without an exponent.
_WHOLE = re.compile(r"-?[0-9]{1,400}")
_NUMBER = re.compile(r"-?[0-9]{1,400}(\.[0-9]{1,400})?([eE][+-]?[0-9]{1,3})?")

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
NUMBER = Kind("number", _number, _parse_number, {**_EQUALITY, **_ORDER}, lists=True)


def enum(*values: str) -> Kind:
    """Return the type of a field that has one of these values.

    They sort in this order, as those of an enum do in PostgreSQL, and no others can be asked for.

    >>> enum("ENABLED", "DISABLED").parse("ENABLED")
    0
    """
    places = {value: place for place, value in enumerate(values)}

    def place(value: object) -> int:
        if not isinstance(value, str) or value not in places:
            raise ValueError(f"not one of {', '.join(values)}")
        return places[value]

    return Kind("enum", place, place, _EQUALITY, lists=True)
