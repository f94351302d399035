"""Evaluating one condition on one record, as far as that can be known here.

Whether the API minds case and accents is not known, so text is compared in favour of the record: what may
satisfy a condition does, and what may fail a negated one is left open. The values of an enum are
no such text: they are the same to the letter, or others. Null satisfies nothing; whether the API counts it
as satisfying a negated condition is left open too.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from operator import contains, eq, ge, gt, le, lt, ne
from typing import Any

from . import operators
from .literals import Comparable, floor
from .operators import OPPOSITE, Operator

_MISSING = object()

_ACCENTS = dict.fromkeys(mark for mark in range(0x300, 0x370) if unicodedata.combining(chr(mark)))
"""For `str.translate`: takes the accents of Latin letters off, many times as fast as going through a text."""

_TEXT: dict[Operator, Callable[[str, str], bool]] = {
    operators.EQUALS: eq,
    operators.CONTAINS: contains,
    operators.STARTS_WITH: str.startswith,
    operators.ENDS_WITH: str.endswith,
}
_NEGATED_TEXT = {OPPOSITE[operator]: compare for operator, compare in _TEXT.items()}

_ORDER: dict[Operator, Callable[[Any, Any], bool]] = {
    operators.EQUALS: eq,
    operators.NOT_EQUALS: ne,
    operators.GT: gt,
    operators.GTE: ge,
    operators.LT: lt,
    operators.LTE: le,
}


class _Mappings(dict[type, bool]):
    """Which kinds of records are mappings. To ask a record each time takes longer than all the rest."""

    def __missing__(self, kind: type) -> bool:
        self[kind] = issubclass(kind, Mapping)
        return self[kind]


_MAPPINGS = _Mappings()


def value_in(record: Any, attribute: str, key: str) -> Any:
    """The field's value in a generated model or in a plain dict as the API answers it."""
    if _MAPPINGS[type(record)]:
        return record.get(key, _MISSING)
    return getattr(record, attribute, _MISSING)


def value_matches(operator: Operator, expected: Comparable, actual: Any, exact: bool = False) -> bool | None:
    """Whether a record's value satisfies a condition; None if that cannot be known.

    Args:
        operator: how they are compared.
        expected: the condition's value.
        actual: the record's value.
        exact: whether text is compared to the letter, as the values of an enum are.
    """
    if actual is None:
        return None if operator in _NEGATED_TEXT else False
    if exact:
        return _ORDER[operator](actual, expected) if isinstance(actual, str) else None
    return _BY_TYPE[type(expected)](operator, expected, actual)


def _text_matches(operator: Operator, expected: Any, actual: Any) -> bool | None:
    if not isinstance(actual, str):
        return None
    compare = _TEXT.get(operator)
    if compare is not None:
        return compare(actual, expected) or compare(fold_text(actual), _folded_once(expected))
    compare = _NEGATED_TEXT[operator]
    if compare(actual, expected):
        return False
    return None if compare(fold_text(actual), _folded_once(expected)) else True


def _instant_matches(operator: Operator, expected: Any, actual: Any) -> bool | None:
    moment = _as_instant(actual)
    if moment is None or (moment.microsecond % 1000 and floor(moment) == expected):
        return None  # unreadable, or the API's own rounding decides
    return _ORDER[operator](moment, expected)


def _number_matches(operator: Operator, expected: Any, actual: Any) -> bool | None:
    if isinstance(actual, bool) or not isinstance(actual, int | float | Decimal):
        return None
    exact = Decimal(repr(actual)) if isinstance(actual, float) else actual
    return _ORDER[operator](exact, expected)


def _boolean_matches(operator: Operator, expected: Any, actual: Any) -> bool | None:
    return _ORDER[operator](actual, expected) if isinstance(actual, bool) else None


def _as_instant(value: Any) -> datetime | None:
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value)
        except ValueError:
            return None
    return value if isinstance(value, datetime) and value.utcoffset() is not None else None


_BY_TYPE: dict[type, Callable[[Operator, Any, Any], bool | None]] = {
    str: _text_matches,
    bool: _boolean_matches,
    int: _number_matches,
    Decimal: _number_matches,
    datetime: _instant_matches,
}


def fold_text(text: str) -> str:
    """Text without what case and accents add to it.

    >>> fold_text("JOSÉ Ñ") == fold_text("jose n")
    True
    """
    if text.isascii():
        return text.lower()
    latin = unicodedata.normalize("NFKD", text).translate(_ACCENTS)
    return latin.lower() if latin.isascii() else _bare(_bare(text).casefold())


_folded_once = lru_cache(fold_text)
"""For what conditions compare with, record after record."""


def _bare(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
