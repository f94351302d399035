"""What lists do, step by step, without doing it: which page to ask for next, when to stop, what to hand out.

A plan is a generator. It yields steps and is sent their outcome; it never waits itself. `running.py` carries
plans out, once with threads and once with tasks, so that the two kinds of client differ in nothing else.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from attrs import evolve, frozen

from ...errors import BadRequestError, OrderNotHonoredError, PagingNotHonoredError

if TYPE_CHECKING:
    from .page import PageRequest

T = TypeVar("T")


@frozen(eq=False)
class Ask:
    """Begin to ask for a page. The outcome is a ticket."""

    request: PageRequest


@frozen(eq=False)
class Take:
    """Wait for the page of a ticket. The outcome is its records."""

    ticket: Any


@frozen(eq=False)
class Give:
    """Hand out records, and go on when more are wanted."""

    records: list[Any]
    request: PageRequest


Step: TypeAlias = Ask | Take | Give
Plan: TypeAlias = Generator[Step, Any, T]


def asked(request: PageRequest) -> Plan[list[Any]]:
    """Ask for one page, and wait for it."""
    ticket = yield Ask(request)
    records: list[Any] = yield Take(ticket)
    return records


def nothing() -> Plan[None]:
    """Give nothing."""
    yield from ()


def following(request: PageRequest, before: list[Any], prefetch: int) -> Plan[None]:
    """Give the pages behind `request`, in order, with up to `prefetch` of them under way at a time.

    A page is the last one when it is shorter than what it was asked for. With 0, each is asked for only when
    it is wanted. A few more are lined up, so that whoever has read a page can go on to its next one without
    waiting for the consumer: else pages that came together are asked for together again, and all wait for
    the last of them to be read.

    Args:
        request: for the page that is there already.
        before: its records.
        prefetch: how many pages to have under way.
    """
    ahead = prefetch + prefetch // 4
    tickets: deque[tuple[Any, PageRequest]] = deque()
    upcoming = request.following()

    def ask_ahead(pages: int) -> Plan[None]:
        nonlocal upcoming
        while upcoming is not None and len(tickets) < pages:
            tickets.append(((yield Ask(upcoming)), upcoming))
            upcoming = upcoming.following()

    yield from ask_ahead(max(1, ahead))
    while tickets:
        ticket, current = tickets.popleft()
        records = yield Take(ticket)
        _require_other(records, before)
        before = records
        last = len(records) < current.take
        if not last:
            yield from ask_ahead(ahead)
        yield Give(records, current)
        if last:
            return
        yield from ask_ahead(max(1, ahead))


def count(request: PageRequest) -> Plan[int]:
    """How many records match: doubling first, then halving, one record at a time.

    Takes at most 2 * log2(n) + 2 requests for n records; the API gives no total.
    """

    def at_least(number: int) -> Plan[bool]:
        found = yield from asked(evolve(request, skip=number - 1, take=1))
        _require_other(found, first)
        return bool(found)

    first = yield from asked(evolve(request, take=1))
    if not first:
        return 0
    low = 1
    while (yield from at_least(2 * low)):
        low *= 2
    high = 2 * low
    while high - low > 1:
        middle = (low + high) // 2
        if (yield from at_least(middle)):
            low = middle
        else:
            high = middle
    return low


def scan(request: PageRequest, since: Callable[[datetime], PageRequest], single_order: str) -> Plan[None]:
    """Give each record once that exists from beginning to end, whatever else comes and goes meanwhile.

    Goes by the instant of creation and not by counting: the next page asks for what was created at the last
    instant seen, or later. Where one instant has more records than a page, pages overlap by a record: one
    that begins with a record already seen proves that nothing was passed over in between. One that does not
    is asked for again, further back.

    Args:
        request: for the first page, ordered by creation and id.
        since: gives the request for what was created at an instant or later.
        single_order: the order by creation alone, for a server that refuses two.
    """
    boundary: datetime | None = None
    seen: set[str] = set()
    back = 1
    order = request.order_by
    while True:
        request = evolve(request, order_by=order)
        try:
            records = yield from asked(request)
        except BadRequestError:
            if boundary is not None or order == single_order:
                raise
            order = single_order
            continue
        _require_order(records, boundary)
        if request.skip and not (records and record_id(records[0]) in seen):
            request = evolve(request, skip=max(0, request.skip - back))
            back *= 2
            continue
        back = 1
        fresh = [record for record in records if record_id(record) not in seen]
        if fresh:
            yield Give(fresh, request)
        if len(records) < request.take:
            return
        last = records[-1].created_at
        if last != boundary:
            boundary, seen = last, set()
            request = since(last)
        else:
            request = evolve(request, skip=request.skip + request.take - 1)
        seen.update(record.id for record in records if record.created_at == last)


def _require_other(records: list[Any], before: list[Any]) -> None:
    if records and [record_id(record) for record in records] == [record_id(record) for record in before]:
        raise PagingNotHonoredError(
            f"the server answered the same page again, which begins with record {record_id(records[0])}: it "
            f"seems to ignore skip"
        )


def record_id(record: Any) -> str:
    """The id of a record, by which records are told apart.

    Raises:
        OrderNotHonoredError: if it has none that is text.
    """
    found = record.id
    if not isinstance(found, str):
        raise OrderNotHonoredError(f"a record came whose id is {found!r}; records cannot be told apart by it")
    return found


def _require_order(records: list[Any], boundary: datetime | None) -> None:
    previous = boundary
    for record in records:
        created = record.created_at
        if not isinstance(created, datetime) or created.utcoffset() is None:
            raise OrderNotHonoredError(
                f"record {record_id(record)} has no instant of creation to go by: {created!r}"
            )
        if previous is not None and record.created_at < previous:
            raise OrderNotHonoredError(
                f"the server answered record {record.id}, created at {created}, behind one of "
                f"{previous}: it does not order by creation as asked, and a scan would miss records"
            )
        previous = created


def gathered(requests: Sequence[PageRequest], prefetch: int, enough: int | None = None) -> Plan[list[Any]]:
    """All records of several lists, each once, in the lists' order; up to `prefetch` pages at a time.

    Args:
        requests: for the first page of each list.
        prefetch: how many pages to have under way.
        enough: how many records will do; all if None. The first page is then asked for alone, as it may be
            enough already.
    """
    most = prefetch if enough is None else 1
    waiting = deque(requests)
    tickets: deque[tuple[Any, PageRequest]] = deque()
    records: dict[str, Any] = {}
    last: list[Any] = []
    while (waiting or tickets) and (enough is None or len(records) < enough):
        while waiting and len(tickets) < max(1, most):
            request = waiting.popleft()
            tickets.append(((yield Ask(request)), request))
        ticket, request = tickets.popleft()
        page = yield Take(ticket)
        if request.skip:
            _require_other(page, last)
        records.update((record_id(record), record) for record in page if record_id(record) not in records)
        upcoming = request.following()
        if upcoming is not None and len(page) >= request.take:
            tickets.appendleft(((yield Ask(upcoming)), upcoming))
        last, most = page, prefetch
    return list(records.values())
