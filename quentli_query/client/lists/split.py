"""Splitting of filters too large for one request, and sorting of the records of the parts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any, Final, TypeVar

from quentli_client.types import Unset

from ...errors import FilterTooLargeError
from ...filters.expressions import AllOf, AnyOf, Filter, OrderBy, all_of, any_of
from ...filters.fields import BaseNumberField, BooleanField, Field, InstantField, get_spec

R = TypeVar("R")

# Most requests for one filter: two large unions side by side multiply.
MAX_PARTS = 1000

# Number of requests above which an error gives no exact number.
MAX_COUNTED = 1_000_000

_SORTABLE: Final[Any] = (InstantField, BaseNumberField, BooleanField)


def split(filter_: Filter[Any], compile_: Callable[..., str]) -> list[Filter[Any]]:
    """Split a filter into filters that each fit into a request, and together match the same records.

    Splits an `any_of`, alone or inside an `all_of`; the other conditions are repeated in each part. Negations
    and longer lists of requirements can't be split.

    Args:
        filter_: the filter.
        compile_: compiles a filter, or raises FilterTooLargeError; with `advise=True`, with advice.

    Raises:
        FilterTooLargeError: that of `compile_`, if a part can't be split and is still too large; or if there
            are too many parts.
    """
    waiting, parts = [(filter_, 1.0)], list[Filter[Any]]()
    done = 0.0
    while waiting:
        part, share = waiting.pop()
        try:
            compile_(part)
        except FilterTooLargeError:
            halves = _halve(part)
            if not halves:
                compile_(part, advise=True)
                raise
            waiting.extend((half, share * of_it) for half, of_it in reversed(halves))
        else:
            parts.append(part)
            done += share
        if len(parts) + len(waiting) > MAX_PARTS:
            raise _too_many_parts(len(parts), done) from None
    return parts


def _too_many_parts(parts: int, share: float) -> FilterTooLargeError:
    requests = round(min(MAX_COUNTED, max(parts, 1) / max(share, 1 / MAX_COUNTED)))
    number = f"about {requests:,}" if requests < MAX_COUNTED else f"more than {MAX_COUNTED:,}"
    # A slice may split into parts half as large, so twice as many slices are advised.
    slices = -(-2 * requests // MAX_PARTS)
    message = (
        f"the filter is too large for one request, and asked for in parts it would take {number} requests, "
        f"where at most {MAX_PARTS:,} are made for a list. Cut the alternatives into slices, {slices:,} or "
        f"more, and ask for each slice in a list of its own."
    )
    return FilterTooLargeError(message, limit="requests", allowed=MAX_PARTS, actual=requests)


def _halve(filter_: Filter[Any]) -> list[tuple[Filter[Any], float]]:
    """Return two halves, each with its share of the alternatives; empty if it can't be split."""
    parts = filter_.parts if isinstance(filter_, AllOf) else (filter_,)
    unions = [part for part in parts if isinstance(part, AnyOf)]
    if not unions:
        return []
    longest = max(unions, key=lambda union: len(union.parts))
    return [
        (all_of(*[half if part == longest else part for part in parts]), share)
        for half, share in _halve_union(longest)
    ]


def _halve_union(union: AnyOf[Any]) -> list[tuple[Filter[Any], float]]:
    parts = union.parts
    if len(parts) == 1:
        return _halve(parts[0])
    middle = len(parts) // 2
    halves = (parts[:middle], parts[middle:]) if middle else ()
    return [(any_of(*half), len(half) / len(parts)) for half in halves]


def find_unsortable(orders: Sequence[OrderBy[Any]], fields: Mapping[str, Field[Any]]) -> OrderBy[Any] | None:
    """Return the first order by which records can't be sorted here as the API does; None if there is none.

    Instants, numbers and booleans can be sorted. How the API orders text and enums is not known.
    """
    sortable = [get_spec(field) for field in fields.values() if isinstance(field, _SORTABLE)]
    return next((order for order in orders if order.field not in sortable), None)


def build_order_error(order: OrderBy[Any], error: FilterTooLargeError) -> FilterTooLargeError:
    """Build the error for a filter that could be sent in parts, but not in this order."""
    message = (
        f"{error} It could be asked for in parts, but not ordered by {order!r}: how the API orders "
        f"text, kinds and related records is not known here. Order by an instant or a number, or "
        f"not at all, and sort what comes."
    )
    return FilterTooLargeError(message, limit=error.limit, allowed=error.allowed, actual=error.actual)


def sort_records(records: list[R], orders: Sequence[OrderBy[Any]]) -> list[R]:
    """Sort records. Records without a value come last when ascending, as in PostgreSQL (inferred)."""
    for order in reversed(orders):
        sort_key = partial(_build_sort_key, order.field.attribute)
        records = sorted(records, key=sort_key, reverse=order.direction == "desc")
    return records


def _build_sort_key(attribute: str, record: object) -> tuple[bool, Any]:
    value = getattr(record, attribute)
    # An instant without a zone can't be compared with others.
    is_naive = isinstance(value, datetime) and value.utcoffset() is None
    is_absent = is_naive or value is None or isinstance(value, Unset)
    return is_absent, None if is_absent else value
