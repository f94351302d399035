"""Evaluator of conditions on records: True, False, or None where the answer cannot be known here.

The API does not document how it treats case and accents. Text that differs only in case or accents counts as
equal. A negated condition that depends on such a difference gives None. The values of an enum are compared
exactly.

Null satisfies no condition, except that `not` and negated text give None: the API does not document whether
null satisfies these.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from itertools import filterfalse
from operator import contains, eq, ge, gt, le, lt, ne
from typing import Any

from ..errors import FilterTypeError
from . import operators
from .literals import Comparable, parse_instant, round_down
from .operators import OPPOSITE, Operator

_MISSING = object()

_TEXT_COMPARISONS: dict[Operator, Callable[[str, str], bool]] = {
    operators.EQUALS: eq,
    operators.CONTAINS: contains,
    operators.STARTS_WITH: str.startswith,
    operators.ENDS_WITH: str.endswith,
}
_NEGATED_TEXT_COMPARISONS = {OPPOSITE[operator]: compare for operator, compare in _TEXT_COMPARISONS.items()}

_COMPARISONS: dict[Operator, Callable[[Any, Any], bool]] = {
    operators.EQUALS: eq,
    operators.NOT_EQUALS: ne,
    operators.GT: gt,
    operators.GTE: ge,
    operators.LT: lt,
    operators.LTE: le,
}


class _MappingTypes(dict[type, bool]):
    def __missing__(self, kind: type) -> bool:
        mapping = issubclass(kind, Mapping)
        if not mapping and kind.__module__ == "builtins":
            expected = "a record is expected, a generated model or a dict in the API's form"
            raise FilterTypeError(f"{expected}, and not {kind.__name__}")
        self[kind] = mapping
        return mapping


# Cached: isinstance with Mapping is slower than the comparison.
_MAPPING_TYPES = _MappingTypes()


def require_record(record: object) -> None:
    """Raise `FilterTypeError` if a value cannot be a record, such as a number or a list."""
    _MAPPING_TYPES[type(record)]


def get_value(record: Any, attribute: str, key: str) -> Any:
    """Return a field's value from a generated model, or from a dict in the API's form."""
    if _MAPPING_TYPES[type(record)]:
        return record.get(key, _MISSING)
    return getattr(record, attribute, _MISSING)


def match_value(operator: Operator, expected: Comparable, actual: Any, exact: bool = False) -> bool | None:
    """Compare a record's value with a condition's value.

    Args:
        operator: the comparison.
        expected: the condition's value.
        actual: the record's value.
        exact: whether text is compared exactly, as the values of an enum are.
    """
    if actual is None:
        return None if operator in _NEGATED_TEXT_COMPARISONS else False
    if exact:
        return _COMPARISONS[operator](actual, expected) if isinstance(actual, str) else None
    return _BY_TYPE.get(type(expected), _match_instant)(operator, expected, actual)


def _match_text(operator: Operator, expected: Any, actual: Any) -> bool | None:
    if not isinstance(actual, str):
        return None
    compare = _TEXT_COMPARISONS.get(operator)
    if compare is not None:
        return compare(actual, expected) or compare(fold_text(actual), _fold_expected(expected))
    compare = _NEGATED_TEXT_COMPARISONS[operator]
    if compare(actual, expected):
        return False
    return None if compare(fold_text(actual), _fold_expected(expected)) else True


def _match_instant(operator: Operator, expected: Any, actual: Any) -> bool | None:
    moment = _read_instant(actual)
    if moment is None or (moment.microsecond % 1000 and round_down(moment) == expected):
        return None  # unreadable, or the API's own rounding decides
    return _COMPARISONS[operator](moment, expected)


def _match_number(operator: Operator, expected: Any, actual: Any) -> bool | None:
    if isinstance(actual, bool) or not isinstance(actual, int | float | Decimal):
        return None
    exact = Decimal(float.__repr__(actual)) if isinstance(actual, float) else actual
    unordered = isinstance(exact, Decimal) and exact.is_nan()
    return None if unordered else _COMPARISONS[operator](exact, expected)


def _match_boolean(operator: Operator, expected: Any, actual: Any) -> bool | None:
    return _COMPARISONS[operator](actual, expected) if isinstance(actual, bool) else None


def _read_instant(value: Any) -> datetime | None:
    # Python reads the API's form twice as fast as parse_instant, which also reads other forms.
    try:
        return parse_instant(datetime.fromisoformat(value) if isinstance(value, str) else value, "")
    except ValueError:
        return None


# Instants are the rest, as in `literals.TO_WIRE`.
_BY_TYPE: dict[type, Callable[[Operator, Any, Any], bool | None]] = {
    str: _match_text,
    bool: _match_boolean,
    int: _match_number,
    Decimal: _match_number,
}


class _Folding(dict[int, str]):
    def __missing__(self, code: int) -> str:
        self[code] = _strip_accents(_strip_accents(chr(code)).casefold())
        return self[code]


_FOLDING = _Folding()


def fold_text(text: str) -> str:
    """Return text without case and accents. Three times as fast as `unicodedata.normalize` for a name.

    >>> fold_text("JOSÉ Ñ") == fold_text("jose n")
    True
    """
    return text.lower() if text.isascii() else text.translate(_FOLDING)


# Cached: a condition's text is the same for every record.
_fold_expected = lru_cache(fold_text)


def _strip_accents(text: str) -> str:
    return "".join(filterfalse(unicodedata.combining, unicodedata.normalize("NFKD", text)))
