"""The query of a list request."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import filterfalse
from typing import Any, Final, Literal, TypeAlias, cast
from urllib.parse import parse_qsl, unquote_plus

import qs_codec
from attrs import frozen
from quentli_resources.registry import DEFAULT_TAKE, MAX_TAKE

from .responses import Issue, build_key_issue, build_type_issue

Where: TypeAlias = "str | list[Where] | dict[str, Where]"

OBJECTS: Final[tuple[Literal["filter", "orderBy"], ...]] = ("filter", "orderBy")
# Default, minimum and maximum.
_NUMBERS: Final = {"skip": (0, 0, 2**53 - 1), "take": (DEFAULT_TAKE, 1, MAX_TAKE)}

# int() also takes signs, underscores and digits of other scripts, and refuses thousands of digits.
_WHOLE_NUMBER: Final = re.compile(r"-?[0-9]{1,400}")


@frozen
class Query:
    """The decoded query of a list request.

    A parameter that could not be read is None and has an issue. The attributes after `issues` are not
    parameters of the API. Faults set them.

    Attributes:
        where: the object in `filter`, not validated yet; None without one.
        order: the object in `orderBy`, not validated yet; None without one.
        skip: the number of records to skip; 0 by default.
        take: the maximum number of records; 20 by default.
        issues: errors in the parameters.
        nested: those of `filter` and `orderBy` that came as nested parameters, `filter[name][equals]=Ana`.
        wildcards: whether `%` and `_` are wildcards in `contains`, `startsWith` and `endsWith`.
        tie_seed: seed of the order of records that `order` leaves equal; None for their usual order.
        microseconds: whether instants have microseconds, which differ from record to record.
        delay: seconds by which the response is delayed.
    """

    where: dict[str, Where] | None
    order: dict[str, Where] | None
    skip: int | None
    take: int | None
    issues: tuple[Issue, ...]
    nested: frozenset[str] = frozenset()
    wildcards: bool = False
    tie_seed: int | None = None
    microseconds: bool = False
    delay: float = 0.0


def read_query(raw: str) -> Query:
    """Read a query as it was received: percent-encoded, without the `?`.

    An object is one string, `filter=name%5Bequals%5D%3DAna`, or nested, `filter[name][equals]=Ana`.
    """
    given: dict[str, list[Any]] = {}
    nested = _read_nested(raw)
    for name, value in [*_list_flat(raw), *nested.items()]:
        given.setdefault(name, []).append(value)
    found: dict[str, Any] = {name: _read_object(name, given) for name in OBJECTS}
    found |= {name: _read_number(name, given) for name in _NUMBERS}
    unknown = [build_key_issue((name,), "query parameter") for name in given if name not in found]
    issues = tuple(each for each in (*found.values(), *unknown) if isinstance(each, Issue))
    where, order, skip, take = (None if isinstance(each, Issue) else each for each in found.values())
    return Query(where, order, skip, take, issues, frozenset(nested))


def _is_nested(pair: str) -> bool:
    name, bracket, _ = unquote_plus(pair.partition("=")[0]).partition("[")
    return bool(bracket) and name in OBJECTS


def _read_nested(raw: str) -> dict[str, Any]:
    return qs_codec.decode("&".join(filter(_is_nested, raw.split("&"))))


def _list_flat(raw: str) -> list[tuple[str, str]]:
    return parse_qsl("&".join(filterfalse(_is_nested, raw.split("&"))), keep_blank_values=True)


def _read_value(name: str, given: Mapping[str, list[Any]]) -> Any:
    values = given.get(name, [])
    return build_type_issue((name,), "string", values) if len(values) > 1 else next(iter(values), None)


def _read_object(name: str, given: Mapping[str, list[Any]]) -> dict[str, Where] | Issue | None:
    value = _read_value(name, given)
    if isinstance(value, list):
        return build_type_issue((name,), "object", cast("list[Where]", value))
    return cast("dict[str, Where]", qs_codec.decode(value)) if isinstance(value, str) else value


def _read_number(name: str, given: Mapping[str, list[str]]) -> int | Issue:
    default, low, high = _NUMBERS[name]
    text = _read_value(name, given)
    if not isinstance(text, str):
        return default if text is None else text
    if not _WHOLE_NUMBER.fullmatch(text):
        return Issue((name,), "invalid_type", f"Expected a whole number, received {text!r}")
    if int(text) < low:
        return Issue((name,), "too_small", f"Number must be at least {low}")
    if int(text) > high:
        return Issue((name,), "too_big", f"Number must be at most {high}")
    return int(text)
