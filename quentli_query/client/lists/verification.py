"""Verification: compare the records of a page with the filter that asked for them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ...errors import FilterNotHonoredError, UndocumentedFilterError
from ...filters.compiler import Limits, QueryStyle
from ...filters.expressions import AllOf, Filter, first_failed
from ...filters.literals import shorten


def verify_records(
    filter_: Filter[Any], records: Sequence[Any], resource: str, query_style: QueryStyle
) -> None:
    """Check that no record certainly fails the filter, which was sent in this style.

    Raises:
        FilterNotHonoredError: for the first record that does.
    """
    for record in records:
        if filter_.matches(record) is False and (failed := first_failed(filter_, record)) is not None:
            other = _suggest_style(query_style) if _is_ignored(filter_, records) else ""
            raise _not_honored(failed, getattr(record, "id", None), resource, other)


def _is_ignored(filter_: Filter[Any], records: Sequence[Any]) -> bool:
    """Return whether records fail every part of the filter that can be checked on all of them."""
    results = [
        {part.matches(record) for record in records}
        for part in (filter_.parts if isinstance(filter_, AllOf) else (filter_,))
    ]
    return all(False in found for found in results if None not in found)


def _suggest_style(query_style: QueryStyle) -> str:
    other = "nested" if query_style == "string" else "string"
    return f" or the whole of it: perhaps it reads filters as query_style={other!r} writes them"


def refuse_inferred(filter_: Filter[Any], limits: Limits) -> None:
    """Refuse a filter with parts that are neither documented nor seen in use.

    Raises:
        UndocumentedFilterError: if a part is only inferred.
    """
    inferred = filter_.inferred(limits)
    if inferred:
        raise UndocumentedFilterError(
            f"only inferred, and so refused by a strict client: {'; '.join(map(shorten, inferred))}. Say it "
            f"with what is documented (equals, contains, gte, any_of, flags), or set strict=False",
            conditions=inferred,
        )


def _not_honored(
    failed: Filter[Any], record_id: str | None, resource: str, other: str
) -> FilterNotHonoredError:
    evidence = failed.evidence.value
    return FilterNotHonoredError(
        f"the server returned record {record_id} of {resource}, which does not satisfy {failed!r} "
        f"({evidence}): it seems to ignore that part of the filter{other}. No record of this page was handed "
        f"out. With verify=False the records come unchecked",
        record_id=record_id,
        condition=failed,
        evidence=evidence,
    )
