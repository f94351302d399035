"""SQL's three-valued logic, and conditions that are combined by it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import IntEnum
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

if TYPE_CHECKING:
    from quentli_query.sandbox.issues import Issue

Record: TypeAlias = Mapping[str, Any]


class Truth(IntEnum):
    """Whether a condition holds; a comparison with null is unknown.

    In this order AND is the minimum, OR the maximum and NOT the negative, so unknown stays unknown under NOT.
    """

    NO = -1
    UNKNOWN = 0
    YES = 1


@attrs.frozen
class Condition:
    """A question about a record, or the faults because of which there is none.

    Attributes:
        test: The question. Not to be asked where there are issues.
        issues: The faults found in the condition and everything below it.
    """

    test: Callable[[Record], Truth]
    issues: tuple[Issue, ...] = ()


def faulty(issue: Issue) -> Condition:
    """Return a condition that could not be read."""
    return Condition(lambda _record: Truth.UNKNOWN, (issue,))


def all_of(conditions: Iterable[Condition]) -> Condition:
    """Return the condition that every one of ``conditions`` holds; of none, that is always so."""
    return _combined(conditions, Truth.YES, Truth.NO)


def any_of(conditions: Iterable[Condition]) -> Condition:
    """Return the condition that one of ``conditions`` holds at least; of none, that is never so."""
    return _combined(conditions, Truth.NO, Truth.YES)


def none_of(conditions: Iterable[Condition]) -> Condition:
    """Return the condition that every one of ``conditions`` is false; of none, that is always so."""
    either = any_of(conditions)
    test = either.test
    return Condition(lambda record: _OPPOSITES[test(record)], either.issues)


# By the number of the truth, of which -1 is the last place: to make a Truth of a number takes far longer.
_OPPOSITES = (Truth.UNKNOWN, Truth.NO, Truth.YES)


def _combined(conditions: Iterable[Condition], start: Truth, decisive: Truth) -> Condition:
    """Return the condition that is ``decisive`` if one part is, else unknown if one is, else as ``start``."""
    parts = tuple(conditions)
    # Long filters are nested groups of groups with one member, asked about every record.
    if len(parts) == 1:
        return parts[0]
    tests = tuple(part.test for part in parts)

    def test(record: Record) -> Truth:
        truth = start
        for each in tests:
            found = each(record)
            if found is decisive:
                return decisive
            if found is not start:
                truth = found
        return truth

    return Condition(test, tuple(issue for part in parts for issue in part.issues))
