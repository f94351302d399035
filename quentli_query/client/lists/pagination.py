"""Pagination algorithms as generators. They perform no I/O.

An algorithm yields steps and is sent their outcome. An executor carries the steps out, with threads or tasks.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Sequence
from typing import Any, TypeAlias, TypeVar

from attrs import define, evolve, field, frozen

from ...errors import OrderNotHonoredError, PagingNotHonoredError
from ...filters.expressions import Filter
from ..http.logging import LOGGER

T = TypeVar("T")

# Records between a page that came twice and the page that is requested to find out why.
FAR = 1000


@define(eq=False)
class PageLengths:
    """Lengths of the pages that a client has had of one list. They tell its end from a cap on `take`.

    Attributes:
        longest: the length of the longest page.
    """

    longest: int = 0

    def note(self, length: int) -> None:
        """Note the length of a page."""
        self.longest = max(self.longest, length)

    def suspect(self, length: int) -> int:
        """Return the length of a page shorter than requested if it may be the server's cap, or else 0.

        To doubt every short page would cost every small list a second request. A cap is a round number, and
        no page is longer.
        """
        return length if length >= max(10, self.longest) and length % 5 == 0 else 0


@frozen
class PageRequest:
    """One request for a page.

    Attributes:
        promised: the filter that every record of the page has to satisfy; `EVERYTHING` without verification.
        filter: the compiled filter; empty for none.
        order_by: the compiled order; empty for none.
        skip: number of matching records to leave out.
        take: most records to return.
        until: offset at which to stop; None for the end of the list.
        lengths: lengths of the pages of this list so far.
        dropped: ids of the records left out of the list so far because they don't match; shared by all
            requests of the list. None to raise for such a record.
        whole: all records of the list, if they are here already and no request is sent.
    """

    promised: Filter[Any]
    filter: str
    order_by: str
    skip: int
    take: int
    until: int | None = None
    lengths: PageLengths = field(factory=PageLengths, eq=False, repr=False)
    dropped: set[str] | None = field(default=None, eq=False)
    whole: list[Any] | None = field(default=None, eq=False, repr=False)

    def follow(self, length: int, *, has_more: bool = False) -> PageRequest | None:
        """Return the request for what follows a page; None at the end of the list.

        Args:
            length: number of records on the page.
            has_more: whether records are known to follow, although the page may be short.
        """
        cap = self.lengths.suspect(length)
        if not (cap or has_more or length >= self.take):
            return None
        skip, take = self.skip + length, cap or self.take
        if self.until is None:
            return evolve(self, skip=skip, take=take)
        return evolve(self, skip=skip, take=min(take, self.until - skip)) if skip < self.until else None

    def slice(self) -> list[Any]:
        """Return the records of this page out of `whole`."""
        return (self.whole or [])[self.skip : self.skip + self.take]

    def drop_mismatches(self, records: list[T]) -> list[T]:
        """Return the records to hand out: all, or only those that may match. Count the others."""
        if self.dropped is None:
            return records
        failing = {id(record): record for record in records if self.promised.matches(record) is False}
        if failing and not self.dropped:
            resource, fields = self.promised.resource, ", ".join(sorted(self.promised.fields()))
            LOGGER.warning("%s: records that don't match the filter by %s are left out", resource, fields)
        self.dropped.update(str(getattr(record, "id", None)) for record in failing.values())
        return [record for record in records if id(record) not in failing]


@frozen(eq=False)
class Submit:
    """Begin to request a page. The outcome is a function that waits for the page."""

    request: PageRequest


@frozen(eq=False)
class Await:
    """Wait for a page. The outcome is its records.

    Attributes:
        wait: the outcome of `Submit`, a function that waits.
    """

    wait: Any


@frozen(eq=False)
class Emit:
    """Hand out a result: the records of a page with their request, or a number."""

    result: Any
    request: Any = None


Step: TypeAlias = Submit | Await | Emit
Algorithm: TypeAlias = Generator[Step, Any, T]


def fetch_page(request: PageRequest) -> Algorithm[list[Any]]:
    """Request one page and wait for it."""
    future = yield Submit(request)
    records: list[Any] = yield Await(future)
    return records


def iterate_pages(request: PageRequest, before: list[Any], prefetch: int) -> Algorithm[None]:
    """Emit the pages that follow a page, in order.

    At most `prefetch` requests run at a time; with 0, a page is requested when it is wanted. A quarter more
    are submitted: the executor then begins the next request as soon as a page has been decoded, and doesn't
    wait for the consumer.

    Args:
        request: the request of the page that is there already.
        before: the records of that page.
        prefetch: number of requests to run at a time.
    """
    ahead = prefetch + prefetch // 4
    futures: deque[tuple[Any, PageRequest]] = deque()
    upcoming = request.follow(len(before))

    def submit(pages: int) -> Algorithm[None]:
        nonlocal upcoming
        while upcoming is not None and len(futures) < pages:
            futures.append(((yield Submit(upcoming)), upcoming))
            upcoming = upcoming.follow(upcoming.take)

    # A page shorter than requested is probably the end.
    yield from submit(max(1, ahead) if len(before) >= request.take else 1)
    while futures:
        future, current = futures.popleft()
        records = yield Await(future)
        yield from check_progress(current, records, before)
        before = records
        is_full = len(records) >= current.take
        if is_full:
            yield from submit(ahead)
        yield Emit(records, current)
        if is_full:
            yield from submit(max(1, ahead))
            continue
        # The page was the end of the list, unless there are records behind it.
        has_more = bool(records and futures and (yield Await(futures[0][0])))
        upcoming = current.follow(len(records), has_more=has_more)
        futures.clear()
        yield from submit(1)


def collect(
    requests: Sequence[PageRequest], prefetch: int, max_records: int | None = None
) -> Algorithm[list[Any]]:
    """Return the records of several lists, each record once, in the order of the lists.

    Args:
        requests: the request for the first page of each list.
        prefetch: number of requests to run at a time.
        max_records: number of records after which to stop; None for all. The first page is then requested
            alone, because it may be enough.
    """
    at_a_time = prefetch if max_records is None else 1
    waiting = deque(requests)
    futures: deque[tuple[Any, PageRequest]] = deque()
    records: dict[str, Any] = {}
    before: list[Any] = []
    while (waiting or futures) and (max_records is None or len(records) < max_records):
        while waiting and len(futures) < max(1, at_a_time):
            request = waiting.popleft()
            futures.append(((yield Submit(request)), request))
        future, request = futures.popleft()
        page = yield Await(future)
        if request.skip:
            yield from check_progress(request, page, before)
        for record in page:
            records.setdefault(get_id(record), record)
        upcoming = request.follow(len(page))
        if upcoming is not None:
            futures.appendleft(((yield Submit(upcoming)), upcoming))
        before, at_a_time = page, prefetch
    return list(records.values())


def check_progress(request: PageRequest, records: Sequence[Any], before: Sequence[Any]) -> Algorithm[None]:
    """Check that the server didn't return an earlier page again.

    New records in front of a list may move an earlier page to the place of a later one. So a page far behind
    is requested, too.

    Raises:
        PagingNotHonoredError: if the server returns that page there as well.
    """
    if not _are_same(records, before):
        return
    far = yield from fetch_page(evolve(request, skip=request.skip + FAR))
    if _are_same(far, before):
        raise PagingNotHonoredError(
            f"the server returned the same page again, which begins with record {get_id(records[0])}: it "
            f"seems to ignore skip, or to limit it"
        )


def _are_same(records: Sequence[Any], before: Sequence[Any]) -> bool:
    return bool(records) and [get_id(record) for record in records] == [get_id(record) for record in before]


def get_id(record: Any) -> str:
    """Return a record's id.

    Raises:
        OrderNotHonoredError: if the record has no id that is text.
    """
    found = record.id
    if not isinstance(found, str):
        raise OrderNotHonoredError(f"a record came whose id is {found!r}; records cannot be told apart by it")
    return found
