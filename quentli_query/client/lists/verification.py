"""Holding what the server answered against what was asked for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ...errors import FilterNotHonoredError, UndocumentedFilterError
from ...filters.expressions import Filter, first_failed


def require_honored(filter_: Filter[Any], records: Iterable[Any], resource: str) -> None:
    """Make sure that no record certainly fails the filter.

    Raises:
        FilterNotHonoredError: for the first one that does.
    """
    for record in records:
        unmet = first_failed(filter_, record)
        if unmet is not None:
            raise _not_honored(unmet, getattr(record, "id", None), resource)


def require_documented(filter_: Filter[Any]) -> None:
    """Make sure that every part of the filter is documented or was seen in use.

    Raises:
        UndocumentedFilterError: if a part is only inferred.
    """
    inferred = filter_.inferred()
    if inferred:
        raise UndocumentedFilterError(
            f"only inferred, and so refused by a strict client: {'; '.join(map(repr, inferred))}. Say it "
            f"with what is documented (equals, contains, gte, any_of, flags), or set strict=False",
            conditions=inferred,
        )


def _not_honored(unmet: Filter[Any], record_id: str | None, resource: str) -> FilterNotHonoredError:
    evidence = unmet.evidence.value
    return FilterNotHonoredError(
        f"the server answered record {record_id} of {resource}, which does not satisfy {unmet!r} "
        f"({evidence}): it seems to ignore that part of the filter. No record of this page was handed out. "
        f"With verify=False the records come unchecked",
        record_id=record_id,
        condition=unmet,
        evidence=evidence,
    )
