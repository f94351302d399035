"""Writing a where-object as npm's `qs` does, within the limits of what a server reads back unchanged."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TypeAlias

from attrs import field, frozen, validators

from ..errors import FilterTooLargeError

Scalar: TypeAlias = "str | bool | int"
Value: TypeAlias = "Scalar | Where | list[Where]"
Where: TypeAlias = "dict[str, Value]"


def nest_value(parents: tuple[str, ...], key: str, value: Value) -> Where:
    """The where-object that holds `value` at `key` below `parents`, and nothing else."""
    where: Where = {key: value}
    for parent in reversed(parents):
        where = {parent: where}
    return where


def merge_condition(where: Where, parents: tuple[str, ...], key: str, value: Value) -> None:
    """Add `value` at `key` below `parents`, beside what is there; as an item of `AND` if the place is taken.

    The members of one object all have to hold, so `createdAt[gte]` and `createdAt[lt]` share an object,
    while a second `createdAt[gte]` needs an object of its own.
    """
    here = where
    for parent in parents:
        below = here.setdefault(parent, {})
        if not isinstance(below, dict):
            break
        here = below
    else:
        if key not in here:
            here[key] = value
            return
    aside = where.setdefault("AND", [])
    assert isinstance(aside, list)
    aside.append(nest_value(parents, key, value))


def overflow_count(where: Where) -> int:
    """How many items of `AND` hold what found its place taken."""
    aside = where.get("AND")
    return len(aside) if isinstance(aside, list) else 0


def chunk_groups(items: list[Where], key: str, at_most: int) -> list[Where]:
    """The same alternatives (or, for `AND`, requirements) in lists of no more than `at_most`, by nesting."""
    while len(items) > at_most:
        chunks = [items[start : start + at_most] for start in range(0, len(items), at_most)]
        items = [chunk[0] if len(chunk) == 1 else {key: chunk} for chunk in chunks]
    return items


def longest_list(value: Value) -> int:
    """The number of items in the longest list, at any depth; 0 if there is none."""
    if isinstance(value, list):
        return max(len(value), *map(longest_list, value))
    if isinstance(value, dict):
        return max(map(longest_list, value.values()), default=0)
    return 0


@frozen
class Limits:
    """How large a filter may become. The defaults hold for every published version of `qs`.

    A server reads beyond them without an error, but not what was written: lists turn into objects, deep keys
    into literal text, and late pairs vanish. Widen a limit only for a server that is known to read more.

    Attributes:
        list_items: items in one list of alternatives (`OR`) or requirements (`AND`); at least 2.
        depth: levels below a top key: `OR[0][name][contains]` has three.
        pairs: `key=value` pairs.
        url_bytes: bytes of the request's path and query, as sent. Checked by the client.
    """

    list_items: int = field(default=20, validator=validators.ge(2))
    depth: int = field(default=5, validator=validators.ge(1))
    pairs: int = field(default=1000, validator=validators.ge(1))
    url_bytes: int = field(default=8000, validator=validators.ge(1))


DEFAULT_LIMITS = Limits()


UNLIMITED = Limits(list_items=sys.maxsize, depth=sys.maxsize, pairs=sys.maxsize, url_bytes=sys.maxsize)


PROBLEMS = {
    "pairs": "the filter needs {} key=value pairs",
    "depth": "the filter needs {} levels below its top keys",
}


def stringify(where: Mapping[str, Value], limits: Limits = DEFAULT_LIMITS) -> str:
    """The bytes that npm's `qs.stringify(where, {encodeValuesOnly: true})` gives.

    Raises:
        FilterTooLargeError: if a server would not read back the same object.

    >>> stringify({"name": {"contains": "José"}, "OR": [{"noPayments": True}]})
    'name[contains]=Jos%C3%A9&OR[0][noPayments]=true'
    """
    pairs: list[str] = []
    _append(pairs, "", "", where.items())
    if len(pairs) > limits.pairs:
        raise too_large("pairs", len(pairs), limits.pairs, PROBLEMS["pairs"].format(len(pairs)))
    text = "&".join(pairs)
    if text.count("[") > limits.depth and (depth := _depth(pairs)) > limits.depth:
        raise too_large("depth", depth, limits.depth, PROBLEMS["depth"].format(depth))
    return text


def _append(pairs: list[str], before: str, after: str, members: Iterable[tuple[str | int, Value]]) -> None:
    for name, value in members:
        if isinstance(value, str):
            pairs.append(f"{before}{name}{after}={_encode_unsafe(_encoded_match, value)}")
        elif isinstance(value, dict):
            _append(pairs, f"{before}{name}{after}[", "]", value.items())
        elif isinstance(value, bool):
            pairs.append(f"{before}{name}{after}={'true' if value else 'false'}")
        elif isinstance(value, list):
            _append(pairs, f"{before}{name}{after}[", "]", enumerate(value))
        else:
            pairs.append(f"{before}{name}{after}={value}")


def measure(where: Mapping[str, Value]) -> dict[str, int]:
    """How much of each limit a where-object needs, by the limit's name; for `url_bytes`, of itself alone."""
    text = stringify(where, UNLIMITED)
    pairs = text.split("&") if text else []
    return {
        "list_items": longest_list(dict(where)),
        "depth": _depth(pairs),
        "pairs": len(pairs),
        "url_bytes": len(f"filter={encode_text(text)}") if text else 0,
    }


def _depth(pairs: list[str]) -> int:
    # A bracket in a value is encoded, so every bare one opens a level.
    return max((pair.count("[") for pair in pairs), default=0)


def encode_text(text: str) -> str:
    """Percent-encode everything but `A-Z a-z 0-9 - . _ ~`, as UTF-8.

    >>> encode_text("a b+c")
    'a%20b%2Bc'
    """
    return _encode_unsafe(_encoded_match, text)


_encode_unsafe = re.compile(r"[^A-Za-z0-9._~-]").sub


def _encoded_match(match: re.Match[str]) -> str:
    return _encoded(match[0])


@lru_cache(256)
def _encoded(char: str) -> str:
    return "".join(f"%{byte:02X}" for byte in char.encode())


DEFAULT_REMEDY = "Ask for less at a time, in several lists"


def too_large(
    limit: str,
    actual: int,
    allowed: int,
    problem: str,
    remedy: str = DEFAULT_REMEDY,
    wider: Mapping[str, int] | None = None,
) -> FilterTooLargeError:
    """The error for a filter of which `actual` is larger than `allowed`.

    Args:
        limit: which limit that is.
        actual: what the filter needs of it.
        allowed: the limit.
        problem: what is too large, in words.
        remedy: what to do.
        wider: the limits within which the filter would fit; this one with `actual` if None.
    """
    limits = ", ".join(f"{name}={needed}" for name, needed in (wider or {limit: actual}).items())
    message = (
        f"{problem}, {actual - allowed} over the limit of {allowed}, and a server would misread it without "
        f"an error. {remedy}; or, if the server is known to read more, widen the limit with Limits({limits})."
    )
    return FilterTooLargeError(message, limit=limit, allowed=allowed, actual=actual)
