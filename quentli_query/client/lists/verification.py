"""Verification: compare the records of a page with the filter that asked for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from ...errors import FilterNotHonoredError, UndocumentedFilterError
from ...filters.compiler import Limits
from ...filters.expressions import Filter, first_failed
from ...filters.literals import shorten


def verify_records(
    filter_: Filter[Any], records: Iterable[Any], resource: str, redact: Callable[[str], str]
) -> None:
    """Check that no record certainly fails the filter.

    Args:
        filter_: the filter.
        records: the records of a page.
        resource: the name of the list, for the message.
        redact: removes the client's key from the message.

    Raises:
        FilterNotHonoredError: for the first record that does.
    """
    for record in records:
        if filter_.matches(record) is False and (failed := first_failed(filter_, record)) is not None:
            found = getattr(record, "id", None)
            raise _not_honored(failed, redact(found) if isinstance(found, str) else None, resource)


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


def _not_honored(failed: Filter[Any], record_id: str | None, resource: str) -> FilterNotHonoredError:
    evidence = failed.evidence.value
    return FilterNotHonoredError(
        f"the server returned record {record_id} of {resource}, which does not satisfy {failed!r} "
        f"({evidence}): it seems to ignore that part of the filter. No record of this page was handed out. "
        f"With verify=False the records come unchecked",
        record_id=record_id,
        condition=failed,
        evidence=evidence,
    )
