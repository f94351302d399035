"""Building a where-object: the plain dicts and lists that a filter means on the wire."""

from __future__ import annotations

from typing import TypeAlias

Scalar: TypeAlias = "str | bool | int"
Value: TypeAlias = "Scalar | Where | list[Where]"
Where: TypeAlias = "dict[str, Value]"


def nested(parents: tuple[str, ...], key: str, value: Value) -> Where:
    """The where-object that holds `value` at `key` below `parents`, and nothing else."""
    where: Where = {key: value}
    for parent in reversed(parents):
        where = {parent: where}
    return where


def put(where: Where, parents: tuple[str, ...], key: str, value: Value) -> None:
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
    aside.append(nested(parents, key, value))


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
