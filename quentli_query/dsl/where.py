"""Building a where-object: the plain dicts and lists that a filter means on the wire."""

from __future__ import annotations

from typing import TypeAlias

Scalar: TypeAlias = "str | bool | int"
Value: TypeAlias = "Scalar | Where | list[Where]"
Where: TypeAlias = "dict[str, Value]"


def nested(path: tuple[str, ...], value: Value) -> Where:
    """The where-object that holds `value` at `path` and nothing else."""
    for key in reversed(path[1:]):
        value = {key: value}
    return {path[0]: value}


def put(where: Where, path: tuple[str, ...], value: Value) -> None:
    """Add `value` at `path`, beside what is there; where the place is taken, as a further item of `AND`.

    The members of one object all have to hold, so `createdAt[gte]` and `createdAt[lt]` share an object,
    while a second `createdAt[gte]` needs an object of its own.
    """
    here = where
    for key in path[:-1]:
        below = here.setdefault(key, {})
        if not isinstance(below, dict):
            return _put_aside(where, path, value)
        here = below
    if path[-1] in here:
        return _put_aside(where, path, value)
    here[path[-1]] = value
    return None


def _put_aside(where: Where, path: tuple[str, ...], value: Value) -> None:
    aside = where.setdefault("AND", [])
    assert isinstance(aside, list)
    aside.append(nested(path, value))


def set_aside(where: Where) -> int:
    """How many items of `AND` hold what found its place taken."""
    aside = where.get("AND")
    return len(aside) if isinstance(aside, list) else 0


def grouped(items: list[Where], key: str, at_most: int) -> list[Where]:
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
