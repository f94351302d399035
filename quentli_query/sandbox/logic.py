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
    parts = tuple(conditions)
    return Condition(
        lambda record: min((part.test(record) for part in parts), default=Truth.YES), _issues(parts)
    )


def any_of(conditions: Iterable[Condition]) -> Condition:
    """Return the condition that one of ``conditions`` holds at least; of none, that is never so."""
    parts = tuple(conditions)
    return Condition(
        lambda record: max((part.test(record) for part in parts), default=Truth.NO), _issues(parts)
    )


def none_of(conditions: Iterable[Condition]) -> Condition:
    """Return the condition that every one of ``conditions`` is false; of none, that is always so."""
    either = any_of(conditions)
    return Condition(lambda record: Truth(-either.test(record)), either.issues)


def _issues(parts: Iterable[Condition]) -> tuple[Issue, ...]:
    return tuple(issue for part in parts for issue in part.issues)
