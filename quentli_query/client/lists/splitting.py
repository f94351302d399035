"""Splitting a filter with too many alternatives for one request into several that fit."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ...errors import FilterTooLargeError
from ...filters.expressions import AllOf, AnyOf, Filter, all_of, any_of

MOST_PARTS = 1000
"""A filter that takes more requests than this is refused: two large unions side by side multiply."""

MOST_TOLD = 1_000_000
"""Beyond that an error does not say how many requests it would take."""


def split(filter_: Filter[Any], compile_: Callable[[Filter[Any]], str]) -> list[Filter[Any]]:
    """Filters that each fit, and together find what `filter_` finds; just itself if it fits.

    A group of alternatives can be split where it stands alone, or beside other requirements, which then go
    with each part. Negations and longer lists of requirements cannot.

    Args:
        filter_: the filter.
        compile_: gives the string, or raises FilterTooLargeError.

    Raises:
        FilterTooLargeError: if there is nothing that could be split, its parts are still too large, or they
            are too many.
    """
    waiting, parts = [(filter_, 1.0)], list[Filter[Any]]()
    done = 0.0
    while waiting:
        part, share = waiting.pop()
        try:
            compile_(part)
        except FilterTooLargeError:
            halves = _halves(part)
            if not halves:
                raise
            waiting.extend((half, share * of_it) for half, of_it in reversed(halves))
        else:
            parts.append(part)
            done += share
        if len(parts) + len(waiting) > MOST_PARTS:
            raise _too_many(len(parts), done) from None
    return parts


def _too_many(parts: int, share: float) -> FilterTooLargeError:
    """The error for a filter of which so many parts are only this share."""
    requests = round(min(MOST_TOLD, max(parts, 1) / max(share, 1 / MOST_TOLD)))
    told = f"about {requests:,}" if requests < MOST_TOLD else f"more than {MOST_TOLD:,}"
    # Halves of a slice may turn out half as large as those of the whole, and so be twice as many.
    slices = -(-2 * requests // MOST_PARTS)
    return FilterTooLargeError(
        f"the filter is too large for one request, and asked for in parts it would take {told} requests, "
        f"where at most {MOST_PARTS:,} are made for a list. Cut the alternatives into slices, {slices:,} or "
        f"more, and ask for each slice in a list of its own.",
        limit="requests",
        allowed=MOST_PARTS,
        actual=requests,
    )


def _halves(filter_: Filter[Any]) -> list[tuple[Filter[Any], float]]:
    """Two filters for one, each with its share of the alternatives; none if it cannot be split."""
    if isinstance(filter_, AnyOf):
        return _halved(filter_)
    if not isinstance(filter_, AllOf):
        return []
    unions = [part for part in filter_.parts if isinstance(part, AnyOf)]
    if not unions:
        return []
    longest = max(unions, key=lambda union: len(union.parts))
    return [
        (all_of(*[half if part == longest else part for part in filter_.parts]), share)
        for half, share in _halved(longest)
    ]


def _halved(union: AnyOf[Any]) -> list[tuple[Filter[Any], float]]:
    parts = union.parts
    middle = len(parts) // 2
    return (
        [(any_of(*half), len(half) / len(parts)) for half in (parts[:middle], parts[middle:])]
        if middle
        else []
    )
