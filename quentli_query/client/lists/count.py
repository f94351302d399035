"""Number of the records of a list that tells no total, in few round trips. No I/O."""

from __future__ import annotations

import math
from collections import deque
from typing import Any

from attrs import define, evolve, field

from ...errors import BadRequestError, PagingNotHonoredError
from .pagination import Algorithm, Await, Emit, PageRequest, Submit, check_progress, fetch_page, get_id

# Most requests of one round trip.
PROBES = 10

# Of the second round trip: whole pages, and multiples of the known number to look how far the list goes.
PAGES = 4
MULTIPLES = (8, 16, 64, 256, 1024, 4096)


def count(request: PageRequest) -> Algorithm[None]:
    """Emit the number of records.

    Args:
        request: the request for a first, whole page.
    """
    first = yield from fetch_page(request)
    follow = request.follow(len(first))
    number = len(first)
    if follow is not None and (number == request.take or (yield from fetch_page(evolve(follow, take=1)))):
        number = yield from _Search(request, number, number, seen={get_id(first[0])}).run()
    yield Emit(number)


@define(eq=False)
class _Search:
    """A search for the end of a list.

    Each bound was right at some moment. Where they meet, the number was right at some moment as well, because
    it only changes by one.

    Attributes:
        request: the request for the first page.
        page: number of records on a full page.
        low: number of records that are there at least.
        high: number of records that are there at most.
        refusal: the server's error, if it set `high` by refusing to skip so many records.
        seen: ids of the first records of the answers.
    """

    request: PageRequest
    page: int
    low: int
    high: float = math.inf
    refusal: BadRequestError | None = None
    seen: set[str] = field(factory=set[str])

    def run(self) -> Algorithm[int]:
        """Return the number of records."""
        while self.low < self.high:
            probes = [evolve(self.request, skip=skip, take=take) for skip, take in self._choose_probes()]
            futures = deque[Any]()
            for probe in probes:
                futures.append((yield Submit(probe)))
            while futures and (yield from self._narrow(probes[-len(futures)], futures.popleft())):
                pass
        if self.refusal is not None:
            raise PagingNotHonoredError(
                f"the server refuses to skip {self.low:,} records, so offsets can't tell how many more there "
                f"are; read the records with scan() to count them"
            ) from self.refusal
        return self.low

    def _choose_probes(self) -> list[tuple[int, int]]:
        """Return offsets in ascending order, each with a number of records."""
        low, page = self.low, self.page
        if self.high == math.inf:
            near = [(low + page * number, page) for number in range(PAGES)]
            return near + [(low * multiple, 1) for multiple in MULTIPLES]
        width = int(self.high) - low
        if width <= PROBES * page:
            return [(skip, page) for skip in range(low, low + width, page)]
        return [(low + width * number // (PROBES + 1), 1) for number in range(1, PROBES + 1)]

    def _narrow(self, probe: PageRequest, future: Any) -> Algorithm[bool]:
        """Move a bound to the end of what a probe found, and return whether the list goes on behind it."""
        try:
            records = yield Await(future)
        except BadRequestError as error:
            self.high, self.refusal = probe.skip, error
            return False
        if records:
            yield from self._check_progress(probe, records[0])
        end = probe.skip + len(records)
        if records:
            self.low = end
        if len(records) < probe.take:
            self.high, self.refusal = end, None
        return len(records) == probe.take

    def _check_progress(self, probe: PageRequest, record: Any) -> Algorithm[None]:
        known = [record] if get_id(record) in self.seen else []
        yield from check_progress(evolve(probe, take=1), [record], known)
        self.seen.add(get_id(record))
