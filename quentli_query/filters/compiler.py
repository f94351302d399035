"""Compiler from filters to where-objects (plain dicts), and from those to strings.

The strings have the format of npm's `qs`, within limits.
"""

from __future__ import annotations

import re
import sys
from typing import Final, Literal, TypeAlias, cast, get_args

from attrs import asdict, frozen

from ..errors import ConfigurationError, FilterTooLargeError, FilterValueError

Scalar: TypeAlias = "str | bool | int"
Value: TypeAlias = "Scalar | Where | list[Where]"
Where: TypeAlias = "dict[str, Value]"
"""A filter as a plain object, with the keys of the API: dicts, lists, text, bools and whole numbers only."""

QueryStyle: TypeAlias = Literal["string", "nested"]
"""The form of a filter and an order in a request: "string" is documented, "nested" seen in integrations."""
QUERY_STYLES: Final = get_args(QueryStyle)


@frozen
class Limits:
    """Size limits of a filter.

    Every published version of `qs` reads a filter within the defaults. It misreads a larger one without an
    error: lists become objects, deep keys literal text, and late pairs vanish. Widen a limit only for a
    server that is known to read more.

    Attributes:
        list_items: items in one list of alternatives (`OR`) or requirements (`AND`); at least 2.
        depth: levels below a top key: `OR[0][name][contains]` has three. Nested parameters take one more,
            because their top key is `filter`: `filter[OR][0][name][contains]` has four.
        pairs: `key=value` pairs. Nested parameters share them with the order and the page.
        url_bytes: bytes of the request's path and query, as sent. Checked by the client.

    Raises:
        ConfigurationError: if a limit is no whole number, or too small.
    """

    list_items: int = 20
    depth: int = 5
    pairs: int = 1000
    url_bytes: int = 8000

    def __attrs_post_init__(self) -> None:
        for name, value in asdict(self).items():
            least = 2 if name == "list_items" else 1
            if type(value) is not int or value < least:
                raise ConfigurationError(
                    f"Limits({name}={value!r}): a whole number from {least} on is expected"
                )


DEFAULT_LIMITS = Limits()
UNLIMITED = Limits(list_items=sys.maxsize, depth=sys.maxsize, pairs=sys.maxsize, url_bytes=sys.maxsize)

DEFAULT_REMEDY = "Ask for less at a time, in several lists"


def nest_value(path: tuple[str, ...], value: Value) -> Where:
    """Return a where-object with `value` at the end of `path`, and nothing else."""
    return {path[0]: nest_value(path[1:], value) if path[1:] else value}


def merge_condition(where: Where, parents: tuple[str, ...], key: str, value: Value) -> None:
    """Add `value` at `key` below `parents`; as an item of `AND` if that key is already used.

    The members of one object all have to hold, so `createdAt[gte]` and `createdAt[lt]` share an object,
    while a second `createdAt[gte]` needs an object of its own.
    """
    target: Value = where
    for parent in parents:
        target = target.setdefault(parent, {}) if isinstance(target, dict) else target
    if isinstance(target, dict) and key not in target:
        target[key] = value
    else:
        cast("list[Where]", where.setdefault("AND", [])).append(nest_value((*parents, key), value))


def list_overflow(where: Where) -> list[Where]:
    """Return the items of `AND`: the conditions on keys that were already used."""
    return cast("list[Where]", where.get("AND", []))


def chunk_groups(items: list[Where], key: str, at_most: int) -> list[Where]:
    """Nest the items of an `OR` or `AND` list until no list is longer than `at_most`."""
    while len(items) > at_most:
        chunks = [items[start : start + at_most] for start in range(0, len(items), at_most)]
        items = [chunk[0] if len(chunk) == 1 else {key: chunk} for chunk in chunks]
    return items


def stringify(where: Where, limits: Limits = DEFAULT_LIMITS, query_style: QueryStyle = "string") -> str:
    """Return the string that npm's `qs.stringify(where, {encodeValuesOnly: true})` gives.

    Args:
        where: the where-object.
        limits: the limits that the string has to keep.
        query_style: "string" for the object itself; "nested" for the query whose parameter `filter` it is.

    Raises:
        FilterTooLargeError: if a server would not read back the same object.
        FilterValueError: if there is no such style.

    >>> stringify({"name": {"contains": "José"}, "OR": [{"noPayments": True}]})
    'name[contains]=Jos%C3%A9&OR[0][noPayments]=true'
    """
    if query_style not in QUERY_STYLES:
        raise FilterValueError(f"query_style={query_style!r}: it has to be 'string' or 'nested'")
    pairs: list[str] = []
    _append_pairs(pairs, "" if query_style == "string" else "filter", where)
    if len(pairs) > limits.pairs:
        raise build_size_error("pairs", f"{len(pairs)} key=value pairs", len(pairs), limits.pairs)
    text = "&".join(pairs)
    # Fast path: most filters have fewer brackets in all than one key may have.
    if text.count("[") > limits.depth and (depth := _measure_depth(pairs)) > limits.depth:
        raise build_size_error("depth", f"{depth} levels below its top keys", depth, limits.depth)
    return text


def _append_pairs(pairs: list[str], key: str, value: Value) -> None:
    if isinstance(value, dict):
        for name, member in value.items():
            _append_pairs(pairs, f"{key}[{name}]" if key else name, member)
    elif isinstance(value, list):
        for index, member in enumerate(value):
            _append_pairs(pairs, f"{key}[{index}]", member)
    else:
        pairs.append(f"{key}={encode_value(value)}")


class _Encoding(dict[int, str]):
    def __missing__(self, code: int) -> str:
        return "".join(f"%{byte:02X}" for byte in chr(code).encode())


# Percent-encodes everything except `A-Z a-z 0-9 - . _ ~`, as UTF-8.
_ENCODING = _Encoding({ord(char): char for char in map(chr, range(128)) if char.isalnum() or char in "-._~"})
_ENCODING.update({code: _ENCODING[code] for code in range(256)})
_needs_encoding = re.compile(r"[^A-Za-z0-9._~-]").search


def encode_value(value: Scalar) -> str:
    """Return the percent-encoded text of a value. Three times as fast as urllib's quote."""
    if isinstance(value, str):
        return value.translate(_ENCODING) if _needs_encoding(value) else value
    return ("true" if value else "false") if isinstance(value, bool) else str(value)


def measure_url(text: str, query_style: QueryStyle = "string") -> int:
    """Return the number of bytes that a compiled filter adds to a URL, where each bracket takes three."""
    if query_style == "nested":
        return len(text) + 2 * (text.count("[") + text.count("]"))
    return len(f"filter={encode_value(text)}") if text else 0


def measure(where: Where, query_style: QueryStyle = "string") -> dict[str, int]:
    """Return the size of a where-object for each limit. `url_bytes` is the size that it adds to a URL."""
    text = stringify(where, UNLIMITED, query_style)
    pairs = text.split("&") if text else []
    return {
        "list_items": _measure_longest_list(where),
        "depth": _measure_depth(pairs),
        "pairs": len(pairs),
        "url_bytes": measure_url(text, query_style),
    }


def _measure_depth(pairs: list[str]) -> int:
    # A bracket in a value is encoded, so every bare bracket opens a level.
    return max((pair.count("[") for pair in pairs), default=0)


def _measure_longest_list(value: Value) -> int:
    if isinstance(value, list):
        return max(len(value), *map(_measure_longest_list, value))
    if isinstance(value, dict):
        return max(map(_measure_longest_list, value.values()), default=0)
    return 0


def build_size_error(limit: str, needed: str, actual: int, allowed: int) -> FilterTooLargeError:
    """Build the error for a filter that exceeds a limit, without advice."""
    return FilterTooLargeError(f"the filter needs {needed}", limit=limit, allowed=allowed, actual=actual)


def add_advice(
    error: FilterTooLargeError, where: Where, limits: Limits, remedy: str, query_style: QueryStyle
) -> FilterTooLargeError:
    """Return the error of `stringify` with advice on a smaller filter and on the limits that this one needs.

    Args:
        error: the error of `stringify`.
        where: the where-object, compiled without limits.
        limits: the limits that it exceeds.
        remedy: advice on a smaller filter.
        query_style: the form in which it is sent.
    """
    needs = measure(where, query_style)
    longest = needs["list_items"]
    limit, actual, allowed, problem = error.limit, error.actual, error.allowed, str(error)
    if limit == "depth" and longest > limits.list_items and needs["depth"] <= allowed:
        # Only the nesting of a long list makes the filter so deep.
        problem = (
            f"a list of {longest} has to be nested into groups of {limits.list_items} and is then "
            f"{actual} levels deep, where {allowed} are read; it is {longest} items long"
        )
        limit, actual, allowed = "list_items", longest, limits.list_items
    # The URL also holds the path and the other parameters.
    needs["url_bytes"] = -(-(needs["url_bytes"] + 500) // 1000) * 1000
    wider = ", ".join(f"{name}={needs[name]}" for name, most in asdict(limits).items() if needs[name] > most)
    message = (
        f"{problem}, {actual - allowed} over the limit of {allowed}, and a server would misread it without "
        f"an error. {remedy}; or, if the server is known to read more, widen the limit with Limits({wider})."
    )
    return FilterTooLargeError(message, limit=limit, allowed=allowed, actual=actual)
