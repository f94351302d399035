"""Keyset scan: each record of a changing list exactly once, by creation time. No I/O."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from attrs import evolve

from ...errors import BadRequestError, OrderNotHonoredError
from .pagination import Algorithm, Await, Emit, PageRequest, Submit, build_id_error

BY_CREATION = "createdAt=asc"
BY_CREATION_AND_ID = f"{BY_CREATION}&id=asc"


def scan(request: PageRequest, since: Callable[[datetime], PageRequest]) -> Algorithm[None]:
    """Emit each record that exists during the whole scan exactly once.

    The next page asks for what was created at the last instant seen, or later. Where one instant has more
    records than a page, pages overlap by one record: a page that begins with a record already seen proves
    that nothing was skipped. A page that doesn't is requested again, further back.

    Args:
        request: the request for the first page, ordered by creation and id. A server that refuses two orders
            is asked for the order by creation alone.
        since: builds the request for what was created at an instant or later.
    """
    boundary: datetime | None = None
    seen: set[str] = set()
    back = 1
    order = request.order_by
    while True:
        request = evolve(request, order_by=order)
        try:
            records = yield Await((yield Submit(request)))
        except BadRequestError:
            if boundary is not None or order == BY_CREATION:
                raise
            order = BY_CREATION
            continue
        _check_order(records, boundary)
        if request.skip and not (records and records[0].id in seen):
            request = evolve(request, skip=max(0, request.skip - back))
            back *= 2
            continue
        back = 1
        fresh = [record for record in records if record.id not in seen]
        if fresh:
            yield Emit(fresh, request)
        if len(records) < request.take:
            return
        last = records[-1].created_at
        if last != boundary:
            boundary, seen = last, set()
            request = since(last)
        else:
            request = evolve(request, skip=request.skip + request.take - 1)
        seen.update(record.id for record in records if record.created_at == last)


def _check_order(records: list[Any], boundary: datetime | None) -> None:
    previous = boundary
    for record in records:
        _check_fields(record)
        if previous is not None and record.created_at < previous:
            times = f"created at {record.created_at}, after one of {previous}"
            remark = "it does not order by creation as asked, and a scan would miss records"
            raise OrderNotHonoredError(f"the server returned record {record.id}, {times}: {remark}")
        previous = record.created_at


def _check_fields(record: Any) -> None:
    created = record.created_at
    if not isinstance(record.id, str):
        raise build_id_error(record)
    if not isinstance(created, datetime) or created.utcoffset() is None:
        raise OrderNotHonoredError(f"record {record.id} has no creation time to go by: {created!r}")
