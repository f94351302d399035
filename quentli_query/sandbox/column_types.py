"""Column types: the values of a field in SQLite, and the comparisons that a filter may ask for."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection
from datetime import UTC, datetime, timedelta
from typing import Any, Final, TypeAlias

import attrs

SqlValue: TypeAlias = "int | float | bytes | str | None"

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)

# Python's own parsers take far more than a database does: dates alone and week dates, underscores, spaces,
# digits of other scripts, "nan". Every finite float has its place in these digits, without an exponent, too.
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)", re.ASCII)
_WHOLE = re.compile(r"-?[0-9]{1,400}")
_NUMBER = re.compile(r"-?[0-9]{1,400}(\.[0-9]{1,400})?([eE][+-]?[0-9]{1,3})?")

_EQUALITY: dict[str, str] = {"equals": "{column} = {value}"}
_SIGNS = {"lt": "<", "lte": "<=", "gt": ">", "gte": ">="}
_RANGE = {name: f"{{column}} {sign} {{value}}" for name, sign in _SIGNS.items()}
_PARTS: dict[str, str] = {
    "contains": "instr({column}, {value}) > 0",
    "startsWith": "instr({column}, {value}) = 1",
    # SQLite's substr makes null of no bytes.
    "endsWith": "instr({column}, {value}) > 0 "
    "AND ifnull(substr({column}, length({column}) - length({value}) + 1), {value}) = {value}",
}
# The same with `%` and `_` in the value as wildcards.
WILDCARD_PARTS: Final = {
    "contains": "CAST({column} AS TEXT) LIKE '%' || CAST({value} AS TEXT) || '%'",
    "startsWith": "CAST({column} AS TEXT) LIKE CAST({value} AS TEXT) || '%'",
    "endsWith": "CAST({column} AS TEXT) LIKE '%' || CAST({value} AS TEXT)",
}


@attrs.frozen
class ColumnType:
    """The type of a column.

    Attributes:
        name: its name in messages.
        encode: converts a value of a record to the value in the column. Raises ValueError for a value of
            another type.
        parse: converts the text in a filter to the value that the column is compared with; raises likewise.
        comparisons: the SQL of each operator with one operand.
        takes_lists: whether `in` and `notIn` are operators, too.
    """

    name: str
    encode: Callable[[Any], SqlValue]
    parse: Callable[[str], SqlValue]
    comparisons: dict[str, str]
    takes_lists: bool = True


def _encode_text(value: object) -> bytes:
    # Folded once, here: text is compared without case, but with accents. As bytes, since SQLite's functions
    # for text stop at a NUL.
    if not isinstance(value, str):
        raise ValueError("not a string")
    return value.casefold().encode()


def _encode_boolean(value: object) -> int:
    if not isinstance(value, bool):
        raise ValueError("not true or false")
    return int(value)


def _parse_boolean(text: str) -> int:
    return _encode_boolean({"true": True, "false": False}.get(text))


def parse_instant(value: object) -> datetime:
    """Return the instant that ISO 8601 text with a time and a zone names.

    Raises:
        ValueError: if the value is not such text.
    """
    if not isinstance(value, str) or not _INSTANT.fullmatch(value):
        raise ValueError("not an ISO 8601 instant with a zone")
    return datetime.fromisoformat(value)


def _encode_instant(value: object) -> int:
    return (parse_instant(value) - _EPOCH) // _MICROSECOND


def _encode_number(value: object) -> int | float:
    # A bool is an int in Python, and not in JSON.
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError("not a number")
    # SQLite's integers have 64 bits.
    return value if isinstance(value, float) or value.bit_length() < 64 else float(value)


def _parse_number(text: str) -> int | float:
    if not _NUMBER.fullmatch(text):
        raise ValueError("not a number")
    if math.isinf(float(text)):
        raise ValueError("not a number that can be represented")
    return _encode_number(int(text) if _WHOLE.fullmatch(text) else float(text))


TEXT: Final = ColumnType("string", _encode_text, _encode_text, {**_EQUALITY, **_RANGE, **_PARTS})
BOOLEAN: Final = ColumnType("boolean", _encode_boolean, _parse_boolean, _EQUALITY, takes_lists=False)
INSTANT: Final = ColumnType("datetime", _encode_instant, _encode_instant, {**_EQUALITY, **_RANGE})
NUMBER: Final = ColumnType("number", _encode_number, _parse_number, {**_EQUALITY, **_RANGE})


def build_enum_type(values: Collection[str]) -> ColumnType:
    """Return the type of a column with a few known values. They are compared exactly and ordered as text."""

    def encode(value: object) -> bytes:
        if not isinstance(value, str) or value not in values:
            raise ValueError(f"not one of {', '.join(values)}")
        return value.encode()

    return ColumnType("enum", encode, encode, _EQUALITY)


_TYPES: dict[str, ColumnType] = {"text": TEXT, "boolean": BOOLEAN, "instant": INSTANT, "number": NUMBER}


def find_type(values: str | Collection[str]) -> ColumnType:
    """Return the type of a column: by its name, or for the few values that the column may have."""
    return _TYPES[values] if isinstance(values, str) else build_enum_type(values)
