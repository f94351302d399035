"""Reads the query of a list request: which parameters it has, and what is in them."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, TypeVar, cast
from urllib.parse import parse_qsl

import attrs
import qs_codec

from quentli_query.sandbox.issues import Issue, unknown_key, wrong_type

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quentli_query.sandbox.evaluator import Where

_Value = TypeVar("_Value")


@attrs.frozen
class Query:
    """The query of a list request, decoded.

    A parameter that could not be read is None, and among the issues.

    Attributes:
        where: The object in ``filter``; None without one.
        order: The object in ``orderBy``; None without one.
        skip: How many records to pass over; 0 when left out.
        take: How many records to answer at most; 20 when left out.
        issues: The faults found so far; nothing is known yet about what is inside the two objects.
    """

    where: dict[str, Where] | None
    order: dict[str, Where] | None
    skip: int | None
    take: int | None
    issues: tuple[Issue, ...]


@attrs.frozen
class _Range:
    default: int
    low: int
    high: int


_NUMBERS = {"skip": _Range(0, 0, 2**53 - 1), "take": _Range(20, 1, 100)}
_OBJECTS = ("filter", "orderBy")

# int() alone would take signs, underscores and other scripts' digits, and choke on thousands of them.
_WHOLE = re.compile(r"-?[0-9]{1,400}")


def read_query(raw: str) -> Query:
    """Return the query of a list request, given as it was received, percent-encoded and without the ``?``."""
    given = _by_name(raw)
    where, order = (_object(name, given) for name in _OBJECTS)
    skip, take = (_number(name, given) for name in _NUMBERS)
    strange = [
        unknown_key((name,), "query parameter") for name in given if name not in {*_OBJECTS, *_NUMBERS}
    ]
    issues = (found for found in (where, order, skip, take, *strange) if isinstance(found, Issue))
    return Query(_sound(where), _sound(order), _sound(skip), _sound(take), tuple(issues))


def _by_name(raw: str) -> Mapping[str, list[str]]:
    values: dict[str, list[str]] = defaultdict(list)
    for name, value in parse_qsl(raw, keep_blank_values=True):
        values[name].append(value)
    return dict(values)


def _single(name: str, given: Mapping[str, list[str]]) -> str | Issue | None:
    values = given.get(name, [])
    return wrong_type((name,), "string", values) if len(values) > 1 else next(iter(values), None)


def _object(name: str, given: Mapping[str, list[str]]) -> dict[str, Where] | Issue | None:
    text = _single(name, given)
    return cast("dict[str, Where]", qs_codec.decode(text)) if isinstance(text, str) else text


def _number(name: str, given: Mapping[str, list[str]]) -> int | Issue:
    text, bounds = _single(name, given), _NUMBERS[name]
    if text is None:
        return bounds.default
    if isinstance(text, Issue):
        return text
    if not _WHOLE.fullmatch(text):
        return Issue((name,), "invalid_type", f"Expected a whole number, received {text!r}")
    return _within(bounds, int(text), name)


def _within(bounds: _Range, number: int, name: str) -> int | Issue:
    if number < bounds.low:
        return Issue((name,), "too_small", f"Number must be at least {bounds.low}")
    if number > bounds.high:
        return Issue((name,), "too_big", f"Number must be at most {bounds.high}")
    return number


def _sound(found: _Value | Issue) -> _Value | None:
    return None if isinstance(found, Issue) else found
