"""Reads an orderBy object, as it comes out of qs, into a way of sorting records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from quentli_query.sandbox.issues import Issue, unknown_key, wrong_type

if TYPE_CHECKING:
    from quentli_query.sandbox.evaluator import Schema, Where
    from quentli_query.sandbox.kinds import Kind
    from quentli_query.sandbox.stored import Page, Stored

_DESCENDING = {"asc": False, "desc": True}


@attrs.frozen
class _Key:
    field: str
    kind: Kind
    descending: bool

    def __call__(self, stored: Stored) -> tuple[bool, Any]:
        # PostgreSQL holds null for greater than any value: last when ascending, first when descending.
        value = stored.record.get(self.field)
        return (True, None) if value is None else (False, self.kind.read(value))


@attrs.frozen
class Ordering:
    """A way of sorting, or the faults because of which there is none.

    Attributes:
        keys: What to sort by, the most significant first.
        issues: The faults found.
    """

    keys: tuple[_Key, ...]
    issues: tuple[Issue, ...]

    def sort(self, records: Page) -> Page:
        """Return the records in this order; equal ones stay as they stood."""
        if not self.keys:
            return records
        ordered = list(records)
        # Sorting is stable, also when reversed: the least significant key goes first.
        for key in reversed(self.keys):
            ordered.sort(key=key, reverse=key.descending)
        return ordered


def compile_order(order: dict[str, Where], schema: Schema) -> Ordering:
    """Return the ordering that an orderBy object stands for, with all the faults in it."""
    read = [_key(field, direction, schema) for field, direction in order.items()]
    keys = tuple(key for key in read if isinstance(key, _Key))
    return Ordering(keys, tuple(issue for issue in read if isinstance(issue, Issue)))


def _key(field: str, direction: Where, schema: Schema) -> _Key | Issue:
    path = ("orderBy", field)
    if field not in schema.columns:
        return unknown_key(path, "field")
    if not isinstance(direction, str):
        return wrong_type(path, "'asc' or 'desc'", direction)
    if direction not in _DESCENDING:
        return Issue(path, "invalid_enum_value", f"Expected 'asc' or 'desc', received {direction!r}")
    return _Key(field, schema.columns[field], _DESCENDING[direction])
