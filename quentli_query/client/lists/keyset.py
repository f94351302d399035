"""Keyset pagination: each record of a changing list once, several pages at a time. No I/O.

A page is a snapshot of an ordered list. If it begins at or before the last record handed out, its rows behind
that record are exactly the successors of that record, whatever came or went before. So pages are requested by
offset, each beginning a few rows before the expected end of the page before it, and are accepted only on that
proof. Where a page begins too late, the gap is filled from the last record handed out, and the page is looked
at again.
"""

from __future__ import annotations

import math
import sys
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from attrs import define, evolve, frozen

from ...errors import BadRequestError, OrderNotHonoredError, ParameterError
from ...filters.expressions import AllOf, Condition, Filter, OrderBy, all_of, validate_orders
from ...filters.fields import InstantField
from ...filters.literals import shorten
from ...filters.operators import GT, GTE, LT, LTE
from .pagination import Algorithm, Await, Emit, PageRequest, Submit, check_progress, get_id

if TYPE_CHECKING:
    from ...filters.expressions import Order
    from ..registry import ResourceSpec

# Rows that a page shares with the page before it, and that prove the order of ties. A server that reshuffles
# ties gives ten of them the same order again in one of 10! cases.
OVERLAP = 10
# Rows that a page shares with the page before it while no record comes or goes, and none are ties.
CALM_OVERLAP = 4

# Key before those of all records.
START = -math.inf

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


@frozen
class InstantKey:
    """The instant that a scan goes by, as whole numbers, which increase in the order of the scan.

    A key is a millisecond, because filters have no more digits. Records of one millisecond are ties, whether
    or not the server has more digits, and whether or not it shows them.

    Attributes:
        order: the order by the instant.
    """

    order: OrderBy[Any]

    def of(self, record: Any) -> int:
        """Return the key of a record.

        Raises:
            OrderNotHonoredError: if the record has no instant.
        """
        name = self.order.field.attribute
        instant = getattr(record, name)
        if not isinstance(instant, datetime) or instant.utcoffset() is None:
            raise OrderNotHonoredError(f"record {record.id} has no {name} to go by: {instant!r}")
        number = (instant - _EPOCH) // _MILLISECOND
        return -number if self.order.direction == "desc" else number

    def get_instant(self, key: float) -> datetime:
        """Return the beginning of the millisecond.

        Raises:
            OverflowError: if it is outside the years 1 to 9999.
        """
        return _EPOCH + (-key if self.order.direction == "desc" else key) * _MILLISECOND

    def bound(self, filter_: Filter[Any], key: float) -> Filter[Any]:
        """Return a filter for the matching records from the millisecond of a key on, in the scan's order.

        The millisecond is whole: a server may have more digits than it shows, and than filters have. Bounds
        of the filter's own stay if they are as narrow; otherwise the new bound replaces them.
        """
        is_descending = self.order.direction == "desc"
        try:
            start = self.get_instant(key)
            bound = (LT, start + _MILLISECOND) if is_descending else (GTE, start)
        except OverflowError:  # before all records
            return filter_
        operators = (LT, LTE) if is_descending else (GTE, GT)
        parts = filter_.parts if isinstance(filter_, AllOf) else (filter_,)
        own: list[Any] = [
            part
            for part in parts
            if isinstance(part, Condition) and part.field == self.order.field and part.operator in operators
        ]
        if any(part.value <= start if is_descending else part.value >= start for part in own):
            return filter_
        return all_of(*(part for part in parts if part not in own), Condition(self.order.field, *bound))


def choose_key(order_by: Order[Any] | None, spec: ResourceSpec) -> InstantKey:
    """Return the key of a scan: by creation, if no order is given.

    Raises:
        FilterTypeError: if it is no order of the resource.
        ParameterError: if it is not one order by one instant of the records themselves.
    """
    vocabulary: Any = spec.vocabulary
    orders = validate_orders(order_by, spec.name, spec.vocabulary_name) or [vocabulary.created_at.asc()]
    if len(orders) > 1 or not isinstance(getattr(vocabulary, orders[0].field.name), InstantField):
        example = f"{spec.vocabulary_name}.created_at.desc()"
        raise ParameterError(
            f"order_by={shorten(orders)}: a scan goes by one instant of the records, such as {example}"
        )
    return InstantKey(orders[0])


@define(eq=False)
class _Page:
    """A requested page.

    Attributes:
        wait: outcome of `Submit`; None when the records are there.
        request: the request.
        anchor: key from which on the request asks for records.
        overlap: number of rows that it shares with the page before it, as expected.
        end: number of records that will have been handed out after this page, as expected.
        is_latest: whether all pages before this one had been received when it was requested.
        rows: the records.
        keys: their keys.
        ids: their ids.
        rejections: how often the page began behind a gap.
    """

    wait: Any
    request: PageRequest
    anchor: float
    overlap: int
    end: int
    is_latest: bool
    rows: Sequence[Any] = ()
    keys: Sequence[float] = ()
    ids: Sequence[str] = ()
    rejections: int = 0


class KeysetScan:
    """One scan.

    Args:
        build: builds the request for the records from a key on, without an order.
        key: the key.
        after: key of the last record handed out earlier, and the ids handed out at that key.
        prefetch: number of requests to run at a time; a quarter more are submitted.
        limit: number of records after which to stop.
    """

    def __init__(
        self,
        build: Callable[[float], PageRequest],
        key: InstantKey,
        *,
        after: tuple[float, Iterable[str]] = (START, ()),
        prefetch: int = 4,
        limit: int | None = None,
    ) -> None:
        self._build, self._instant = build, key
        self._ahead = prefetch + prefetch // 4
        self._limit = sys.maxsize if limit is None else limit
        # A record may move to a greater key meanwhile. The last page is then requested after all others were
        # received, so that a record that moved is in one of them.
        self._mutable = key.order.field.key != "createdAt"
        first = build(after[0])
        self._lengths, self._take = first.lengths, first.take
        # The order asked for, and the one for a server that refuses to order by two fields.
        self._simpler_order = str(key.order)
        self._order = f"{self._simpler_order}&id={key.order.direction}"
        # The last key handed out, and the ids handed out at that key.
        self._key, self._seen = after[0], set(after[1])
        # The number of records handed out, and that of those before the rows of the last key.
        self._count = self._start = 0
        self._pages: deque[_Page] = deque()
        self._overlap = 0
        self._suspected_cap = 0
        self._ties_hold = True
        self._places: dict[tuple[str, float], int] = {}  # of the last page's rows

    def run(self) -> Algorithm[None]:
        """Emit the records, page by page."""
        yield from self._submit(1)
        while self._pages and self._count < self._limit:
            page = self._pages[0]
            yield from self._receive(page)
            if not self._fits(page):
                yield from self._fill_gap(page)
                continue
            yield from self._check_progress(page)
            self._pages.popleft()
            fresh = self._accept(page)
            is_short = len(page.rows) < min(page.request.take, self._take)
            if not is_short:
                yield from self._submit(self._ahead)
            if fresh:
                yield Emit(fresh, page.request)
            if is_short:
                yield from self._look_behind(page)
            else:
                yield from self._submit(max(1, self._ahead))

    @property
    def _full_overlap(self) -> int:
        return min(OVERLAP, (self._suspected_cap or self._take) // 2)

    def _submit(self, pages: int) -> Algorithm[None]:
        while len(self._pages) < pages:
            last = self._pages[-1] if self._pages else None
            if (self._count if last is None else last.end) >= self._limit:
                break
            self._pages.append((yield from self._request(self._overlap, last)))

    def _request(self, overlap: int, before: _Page | None = None) -> Algorithm[_Page]:
        """Request the records behind a page, or behind the last record handed out, and some before them."""
        position = self._count if before is None else before.end
        back = max(overlap, self._full_overlap) if before is None else overlap
        skip = max(0, position - self._start - back)
        if before is None and not self._ties_hold:
            skip = 0  # without an order of ties, only a page from the first record of the key on is a proof
        request = evolve(self._build(self._key), order_by=self._order, skip=skip, take=self._take)
        wait = yield Submit(request)
        return _Page(wait, request, self._key, back, self._start + skip + self._take, before is None)

    def _receive(self, page: _Page) -> Algorithm[None]:
        if page.wait is None:
            return
        try:
            page.rows = yield Await(page.wait)
        except BadRequestError:
            if self._order == self._simpler_order:
                raise
            self._order = self._simpler_order
            page.rows = yield Await((yield Submit(evolve(page.request, order_by=self._order))))
        self._simpler_order = self._order  # the server takes it
        page.wait = None
        page.ids, page.keys = list(map(get_id, page.rows)), list(map(self._instant.of, page.rows))
        before = page.anchor
        for row, key in zip(page.rows, page.keys, strict=True):
            if key < before:
                raise self._build_order_error(row, before)
            before = key

    def _build_order_error(self, row: Any, before: float) -> OrderNotHonoredError:
        name, instant = self._instant.order.field.attribute, self._instant.get_instant(before)
        return OrderNotHonoredError(
            f"the server returned record {row.id} with {name} {getattr(row, name)} behind {instant}: it does "
            f"not order by {name} as asked, and a scan would miss records"
        )

    def _fits(self, page: _Page) -> bool:
        """Return whether a page begins at or before the last record handed out."""
        shared = self._compare_ties(page)
        if not page.request.skip or (page.rows and page.keys[0] < self._key):
            return True
        if not page.rows or page.keys[0] > self._key or not self._ties_hold or page.ids[0] not in self._seen:
            return False
        ties = page.ids[: bisect_right(page.keys, self._key)]
        are_by_id = ties in (sorted(ties), sorted(ties, reverse=True))
        return max(page.overlap, shared, len(ties) if are_by_id else 0) >= self._full_overlap

    def _compare_ties(self, page: _Page) -> int:
        """Compare the order of rows that the last page had, too, and return their number."""
        rows = zip(page.ids, page.keys, strict=True) if self._places else ()
        places = [self._places[row] for row in rows if row in self._places]
        self._ties_hold = self._ties_hold and places == sorted(set(places))
        return len(places)

    def _check_progress(self, page: _Page) -> Algorithm[None]:
        """Check that the server skips: of ties alone, it might return the last page again without end."""
        are_ties = page.request.skip > 0 and len(set(page.keys)) == 1
        if are_ties and list(self._places) == list(zip(page.ids, page.keys, strict=True)):
            yield from check_progress(page.request, page.rows, page.rows)

    def _fill_gap(self, page: _Page) -> Algorithm[None]:
        page.rejections += 1
        filling: list[_Page] = []
        if page.is_latest:
            # Records at the last key were removed.
            self._pages.popleft()
            filling.append((yield from self._request(2 * page.overlap)))
        else:
            self._overlap = min(max(2 * self._overlap, self._full_overlap), self._take // 2)
            for _ in range(min(2 ** (page.rejections - 1), max(1, self._ahead))):
                filling.append((yield from self._request(self._overlap, filling[-1] if filling else None)))
        self._pages.extendleft(reversed(filling))

    def _accept(self, page: _Page) -> list[Any]:
        """Move behind the last row of a page, and return the records to hand out."""
        fresh = self._find_new(page)[: self._limit - self._count]
        self._count += len(fresh)
        drift = self._count - page.end
        for ahead in self._pages:
            ahead.end = max(ahead.end + drift, self._count)
        if page.rows and page.keys[-1] >= self._key:
            self._move_to(page.keys[-1], page)
        if fresh and self._suspected_cap:
            self._take = self._suspected_cap
        self._suspected_cap = 0
        has_ties = len(set(page.keys)) < len(page.keys)
        least = self._full_overlap if drift or has_ties else min(CALM_OVERLAP, self._full_overlap)
        self._overlap = min(max(self._overlap - 1, least), self._take // 2)
        rows = zip(page.ids, page.keys, strict=True) if has_ties else ()
        self._places = {row: place for place, row in enumerate(rows)}
        return fresh

    def _find_new(self, page: _Page) -> list[Any]:
        """Return the rows behind the last record handed out."""
        # Rows before the last key may have unknown ids: a page that was requested early may have records that
        # were removed since.
        start, end = bisect_left(page.keys, self._key), bisect_right(page.keys, self._key)
        return [row for row in page.rows[start:end] if row.id not in self._seen] + [*page.rows[end:]]

    def _move_to(self, key: float, page: _Page) -> None:
        """Move to the key of the last row of a page."""
        ties = page.ids[bisect_left(page.keys, key) :]
        if key == page.anchor:
            self._start = self._count - page.request.skip - len(ties)
            if not self._ties_hold and not page.request.skip and len(ties) == page.request.take:
                raise self._build_ties_error(len(ties))
        elif key > self._key:
            self._start = self._count - len(ties)
        if key > self._key:
            self._key, self._seen = key, set[str]()
        self._seen.update(ties)

    def _build_ties_error(self, length: int) -> OrderNotHonoredError:
        name, instant = self._instant.order.field.attribute, self._instant.get_instant(self._key)
        return OrderNotHonoredError(
            f"a page came with {length} records of {name} {instant}, and the server orders such records "
            f"differently at each request: a scan would miss some"
        )

    def _look_behind(self, page: _Page) -> Algorithm[None]:
        """Decide whether a page shorter than requested is the end. Drop the pages ahead if it is."""
        ahead = self._pages[0] if self._pages and not self._pages[0].rejections else None
        if ahead is not None:
            yield from self._receive(ahead)
        self._suspected_cap = self._lengths.suspect(len(page.rows))
        if ahead is not None and self._find_new(ahead):
            return
        self._pages.clear()
        if self._suspected_cap or (self._mutable and not page.is_latest):
            self._pages.append((yield from self._request(self._full_overlap)))
