"""Putting the records of several lists into the order that was asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final, TypeVar

from quentli_client.types import Unset

from ...errors import FilterTooLargeError
from ...filters.expressions import OrderBy
from ...filters.fields import BaseNumberField, BooleanField, Field, InstantField, spec_of

R = TypeVar("R")

_ORDERED_ALIKE: Final[Any] = (InstantField, BaseNumberField, BooleanField)
"""Fields whose values every server orders in the same way."""


def require_mergeable(
    orders: Sequence[OrderBy[Any]], fields: Mapping[str, Field[Any]], error: FilterTooLargeError
) -> None:
    """Make sure that records can be ordered here as the API orders them.

    Raises:
        FilterTooLargeError: if an order is by anything but instants, numbers and truth values of the records
            themselves: how the API collates text is not known, nor the order of the values of a kind.
    """
    alike = [spec_of(field) for field in fields.values() if isinstance(field, _ORDERED_ALIKE)]
    for order in orders:
        if order.field not in alike:
            raise FilterTooLargeError(
                f"{error} It could be asked for in parts, but not ordered by {order!r}: how the API orders "
                f"text, kinds and related records is not known here. Order by an instant or a number, or "
                f"not at all, and sort what comes.",
                limit=error.limit,
                allowed=error.allowed,
                actual=error.actual,
            )


def merged(records: list[R], orders: Sequence[OrderBy[Any]]) -> list[R]:
    """The records in order; those without a value as PostgreSQL has them, last when ascending (inferred)."""
    for order in reversed(orders):
        attribute = order.field.attribute
        present = [record for record in records if not _is_absent(getattr(record, attribute))]
        absent = [record for record in records if _is_absent(getattr(record, attribute))]
        present.sort(key=lambda record: getattr(record, attribute), reverse=order.direction == "desc")
        records = present + absent if order.direction == "asc" else absent + present
    return records


def _is_absent(value: object) -> bool:
    # A naive instant is none that could be compared.
    naive = isinstance(value, datetime) and value.utcoffset() is None
    return naive or value is None or isinstance(value, Unset)
