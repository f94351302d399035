"""Splitting a filter with too many alternatives for one request into several that fit."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..dsl.filters import AllOf, AnyOf, Filter, all_of, any_of
from ..errors import FilterTooLargeError

MOST_PARTS = 1000
"""A filter that takes more requests than this is refused: two large unions side by side multiply."""


def split(filter_: Filter[Any], compile_: Callable[[Filter[Any]], str]) -> list[Filter[Any]]:
    """Filters that each fit, and together find what `filter_` finds; just itself if it fits.

    A group of alternatives can be split where it stands alone, or beside other requirements, which then go
    with each part. Negations and longer lists of requirements cannot.

    Args:
        filter_: the filter.
        compile_: gives the string, or raises FilterTooLargeError.

    Raises:
        FilterTooLargeError: if there is nothing that could be split, or its parts are still too large.
    """
    waiting, parts = [filter_], list[Filter[Any]]()
    while waiting:
        part = waiting.pop()
        try:
            compile_(part)
        except FilterTooLargeError as error:
            halves = _halves(part)
            if not halves:
                raise
            waiting.extend(reversed(halves))
            _require_few(len(parts) + len(waiting), error)
        else:
            parts.append(part)
    return parts


def _require_few(requests: int, error: FilterTooLargeError) -> None:
    if requests > MOST_PARTS:
        raise FilterTooLargeError(
            f"{error} Asked for in parts it would take more than {MOST_PARTS} requests.",
            limit=error.limit,
            allowed=error.allowed,
            actual=error.actual,
        ) from None


def _halves(filter_: Filter[Any]) -> list[Filter[Any]]:
    if isinstance(filter_, AnyOf):
        return _halved(filter_)
    if not isinstance(filter_, AllOf):
        return []
    unions = [part for part in filter_.parts if isinstance(part, AnyOf)]
    if not unions:
        return []
    longest = max(unions, key=lambda union: len(union.parts))
    return [
        all_of(*[half if part == longest else part for part in filter_.parts]) for half in _halved(longest)
    ]


def _halved(union: AnyOf[Any]) -> list[Filter[Any]]:
    middle = len(union.parts) // 2
    return [any_of(*union.parts[:middle]), any_of(*union.parts[middle:])] if middle else []
