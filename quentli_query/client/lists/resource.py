"""The methods of a list, sync and async: `list`, `first`, `one`, `exists`, `count`, `scan`, `get`."""

from __future__ import annotations

from contextlib import aclosing
from itertools import islice
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from attrs import evolve
from quentli_resources.registry import MAX_TAKE

from ...errors import MultipleRecordsError, RecordNotFoundError
from ...filters.literals import shorten
from ..operation import AsyncOperations, Operations
from .count import PROBES, count
from .executor import TaskExecutor, ThreadExecutor
from .page import NO_OBSERVER, AsyncPage, Page
from .progress import OnPage, build_observer
from .query import ListOptions, ResourceOperations
from .raw import AsyncRawResource, AsyncRawRetrievable, RawResource, RawRetrievable
from .scan import AsyncScan, Scan, iterate_records, iterate_records_async

if TYPE_CHECKING:
    import builtins
    from datetime import timedelta

    from ...filters.expressions import Filter, Order
    from ..config import Config, OnMismatch
    from ..http.gate import StopSignal
    from ..registry import ResourceSpec
    from .pagination import PageRequest

R = TypeVar("R")
S = TypeVar("S")

# Number of requests that a list runs at a time by default.
PREFETCH = 4


class _BaseResource(Generic[R]):
    """Shared by the sync and async versions. No I/O."""

    def __init__(self, http: Any, spec: ResourceSpec, config: Config) -> None:
        self._http = http
        self._operations: ResourceOperations[R] = ResourceOperations(spec, config)

    def __repr__(self) -> str:
        return f"<{self._operations.description}>"

    if not TYPE_CHECKING:  # hidden from type checkers, which would otherwise accept any name

        def __getattr__(self, name: str) -> Any:
            raise AttributeError(self._describe_unknown(name), name=name, obj=self)

    def _describe_unknown(self, name: str) -> str:
        # Not self._operations: in a partly initialized object, as in unpickling, that would recurse.
        operations = vars(self).get("_operations")
        if name == "get" and operations is not None and operations.spec.describe_record is None:
            return (
                f"the API has no way to ask for one of {operations.spec.name} by id; ask for the only one of "
                f"a list: one({operations.spec.vocabulary_name}.id == ...)"
            )
        return f"{type(self).__name__!r} object has no attribute {name!r}"


class Resource(_BaseResource[R], Operations):
    """The list of one resource, such as `quentli.webhook_events`."""

    def list(
        self,
        filter: Filter[R] | None = None,
        *,
        order_by: Order[R] | None = None,
        skip: int = 0,
        take: int = MAX_TAKE,
        limit: int | None = None,
        prefetch: int = PREFETCH,
        verify: bool | None = None,
        on_mismatch: OnMismatch | None = None,
        on_page: OnPage | None = None,
        progress: bool = False,
    ) -> Page[R]:
        """Return the first page of the records that match. Iterate over the page for all records.

        Pages arrive in order. At most `prefetch` requests run at a time.

        A filter with too many alternatives for one request is sent in parts, several at a time, and the
        records are merged, without duplicates and in your order. Ordering by text is refused then, because
        the API's collation is unknown. Without an order, requests stop when `limit` records have arrived.

        For another timeout, call `quentli.with_options(timeout=...)`.

        Args:
            filter: which records to return; all if None. `NOTHING` gives an empty page without a request.
            order_by: one order or several, the most significant first; the API's own order if None.
            skip: number of matching records to leave out, 0 or more.
            take: number of records on a page, 1 to 100 (documented).
            limit: most records to hand out, over all pages; no limit if None.
            prefetch: number of following pages to request while one is worked on, at most 64; with 0, each
                page is requested when it is wanted.
            verify: whether to check each record against the filter; as the client does if None.
            on_mismatch: "raise" if a record certainly doesn't match, or "drop" it; as the client does if
                None. `page.dropped` counts dropped records, and so does `limit`.
            on_page: callback for each page, before its records are handed out.
            progress: whether to show the number of records so far on standard error; as a line a second
                without the extra `progress`.

        Raises:
            FilterTypeError: if the filter or the order is of another resource, or of another type.
            FilterTooLargeError: if the server would misread the filter because of its size, and the filter
                can't be sent in parts.
            UndocumentedFilterError: if the client is strict, and a part of the filter is only inferred.
            ParameterError: if skip, take, limit or prefetch is out of range, or another argument of the wrong
                type.
            FilterNotHonoredError: if the API returns a record that certainly does not match, unless such
                records are dropped.
            APIError: if the API refuses, fails, or can't be reached; ResponseError if a response can't be
                read.
        """
        options = ListOptions(skip, take, limit, prefetch, verify, on_mismatch)
        observe = NO_OBSERVER if on_page is None and progress is False else build_observer(on_page, progress)
        query = self._operations.build_query(filter, order_by, options)
        executor = self._make_executor(prefetch)
        request = query.first
        if query.parts:
            request, executor = executor.run(query.merge(prefetch)), evolve(executor, prefetch=0)
        return Page(self._fetch(request), request, self._operations.spec, executor, observe)

    def first(self, filter: Filter[R] | None = None, *, order_by: Order[R] | None = None) -> R | None:
        """Return the first record that matches, or None. Raises what `list` raises."""
        return next(iter(self._fetch_few(filter, 1, order_by)), None)

    def one(self, filter: Filter[R] | None = None) -> R:
        """Return the only record that matches. Raises what `list` raises as well.

        Raises:
            RecordNotFoundError: if none matches.
            MultipleRecordsError: if several do.
        """
        return _only(self._fetch_few(filter, 2), self._operations, filter)

    def exists(self, filter: Filter[R] | None = None) -> bool:
        """Return whether a record matches. Raises what `list` raises."""
        return bool(self._fetch_few(filter, 1))

    def count(self, filter: Filter[R] | None = None) -> int:
        """Return the number of records that match. Raises what `list` raises.

        The API gives no total. A first page is requested, and then up to ten offsets at a time are probed
        until the end is found: 22,582 records take five round trips and 33 requests. If records are created
        or removed meanwhile, the number is that of some moment in between. A filter that is sent in parts is
        read as a whole instead, because a record may match in several parts; so is every filter if records
        that don't match are dropped.

        Raises:
            PagingNotHonoredError: if the server does not skip as many records as it is asked to.
        """
        query = self._operations.build_query(filter, None, ListOptions())
        if query.parts or query.first.whole is not None or query.first.dropped is not None:
            return sum(len(page.data) for page in self.list(filter).pages())
        number: int = self._make_executor(PROBES).run(count(query.first))
        return number

    def scan(  # noqa: PLR0913 - options by name
        self,
        filter: Filter[R] | None = None,
        *,
        order_by: Order[R] | None = None,
        after: str | None = None,
        lag: timedelta | None = None,
        take: int = MAX_TAKE,
        prefetch: int = PREFETCH,
        limit: int | None = None,
        verify: bool | None = None,
        on_mismatch: OnMismatch | None = None,
        on_page: OnPage | None = None,
        progress: bool = False,
    ) -> Scan[R]:
        """Iterate over every matching record exactly once, whatever is created or removed meanwhile.

        The scan goes by an instant of the records (keyset), and requests several pages at a time. A page is
        accepted only if it proves to follow what was handed out; otherwise the gap is filled. Records created
        meanwhile may or may not come.

        It needs a server that orders by the instant. Any number of records may share an instant if the server
        orders those by id, or otherwise alike at each request; if not, they must be fewer than a page has.

        By `updated_at`, a record that changes meanwhile comes again: every record at least once, its last
        state last. That is for copies that are kept up to date, from cursor to cursor. Removals are not seen.
        With the latest first, a record that changes before its turn doesn't come at all.

        The arguments are checked at once. The first page is requested when the first record is wanted.

        Args:
            filter: which records to return; all if None. It is not sent in parts.
            order_by: one order by an instant that each record has, in either direction; by creation, the
                earliest first, if None.
            after: the cursor of an earlier scan with the same filter and order. The scan goes on behind the
                last record that was handed out.
            lag: how far before the cursor to begin, for servers that may show records some time after the
                instant that they have. The records of that time come again.
            take: number of records on a page, 2 to 100. Fewer than 20 make it likelier that a server that
                orders records of one instant differently at each request isn't noticed.
            prefetch: number of pages to request at a time; with 0, each is requested when it is wanted.
            limit: most records to hand out; no limit if None.
            verify: whether to check each record against the filter; as the client does if None.
            on_mismatch: "raise" if a record certainly doesn't match, or "drop" it; as the client does if
                None. `limit` counts dropped records.
            on_page: callback for each page, before its records are handed out. It has the records in `data`.
            progress: whether to show the number of records so far, as `list` does.

        Raises:
            FilterTypeError: as `list`; UndocumentedFilterError as well.
            FilterTooLargeError: as `list`, but the filter is not sent in parts.
            ParameterError: as `list`; and if the order is not by one instant, `after` is no cursor, or one of
                another list, filter or order, or `lag` is no length of time.
            OrderNotHonoredError: while iterating, if the server does not order by the instant, a record has
                none, or the server orders more records of one instant than a page has differently at each
                request.
            PagingNotHonoredError: while iterating, if records share an instant, and the server does not skip
                as many as it is asked to.
        """
        observe = NO_OBSERVER if on_page is None and progress is False else build_observer(on_page, progress)
        options = ListOptions(0, take, limit, prefetch, verify, on_mismatch)
        algorithm, cursor = self._operations.build_scan(filter, order_by, after, lag, options)
        executor = self._make_executor(prefetch)
        records = iterate_records(executor, algorithm, cursor, observe)
        scan = Scan(records, cursor, self._operations.spec)
        self._http.connection.iterations.add(scan)
        return scan

    def _fetch_few(
        self, filter_: Filter[R] | None, most: int, order_by: Order[R] | None = None
    ) -> builtins.list[R]:
        return list(islice(self.list(filter_, order_by=order_by, **self._operations.limit_few(most)), most))

    def _make_executor(self, prefetch: int) -> ThreadExecutor[R]:
        return ThreadExecutor(self._fetch, prefetch, self._http.stop, self._operations.config.secret.redact)

    def _fetch(self, request: PageRequest, stop: StopSignal | None = None) -> builtins.list[R]:
        if request.whole is not None:
            return request.slice()
        extensions = {} if stop is None else {"stop": stop}
        response = self._http.request(**self._operations.describe_page(request), extensions=extensions)
        return self._operations.decode_page(response, request)

    @property
    def with_raw_response(self) -> RawResource[R]:
        """Version of the list that returns single pages, each with its response."""
        return RawResource(self._operations, self._http)


class RetrievableResource(Resource[R], Generic[R, S]):
    """A list whose records can also be requested by id, such as `quentli.customers`."""

    def get(self, id: str) -> S | None:
        """Return the record with this id; None if the response is null.

        Args:
            id: as in the record's field `id`.

        Raises:
            ParameterError: if that can't be an id.
            NotFoundError: if the organization has no such record.
            APIError: if the API refuses, fails, or can't be reached; ResponseError if the response can't be
                read.
        """
        response = self._http.request(**self._operations.describe_record(id))
        found: S | None = self._operations.decode_record(response)
        return found

    @property
    def with_raw_response(self) -> RawRetrievable[R, S]:
        """Version of the list that returns single pages and records, each with its response."""
        return RawRetrievable(self._operations, self._http)


class AsyncResource(_BaseResource[R], AsyncOperations):
    """Async version of `Resource`."""

    async def list(
        self,
        filter: Filter[R] | None = None,
        *,
        order_by: Order[R] | None = None,
        skip: int = 0,
        take: int = MAX_TAKE,
        limit: int | None = None,
        prefetch: int = PREFETCH,
        verify: bool | None = None,
        on_mismatch: OnMismatch | None = None,
        on_page: OnPage | None = None,
        progress: bool = False,
    ) -> AsyncPage[R]:
        """Return the first page of the records that match. `async for` gives all. See `Resource.list`."""
        options = ListOptions(skip, take, limit, prefetch, verify, on_mismatch)
        observe = NO_OBSERVER if on_page is None and progress is False else build_observer(on_page, progress)
        query = self._operations.build_query(filter, order_by, options)
        executor = self._make_executor(prefetch)
        request = query.first
        if query.parts:
            request, executor = await executor.run(query.merge(prefetch)), evolve(executor, prefetch=0)
        return AsyncPage(await self._fetch(request), request, self._operations.spec, executor, observe)

    async def first(self, filter: Filter[R] | None = None, *, order_by: Order[R] | None = None) -> R | None:
        """Return the first record that matches, or None. See `Resource.first`."""
        return next(iter(await self._fetch_few(filter, 1, order_by)), None)

    async def one(self, filter: Filter[R] | None = None) -> R:
        """Return the only record that matches. See `Resource.one`."""
        return _only(await self._fetch_few(filter, 2), self._operations, filter)

    async def exists(self, filter: Filter[R] | None = None) -> bool:
        """Return whether a record matches. See `Resource.exists`."""
        return bool(await self._fetch_few(filter, 1))

    async def count(self, filter: Filter[R] | None = None) -> int:
        """Return the number of records that match. See `Resource.count`."""
        query = self._operations.build_query(filter, None, ListOptions())
        if query.parts or query.first.whole is not None or query.first.dropped is not None:
            return sum([len(page.data) async for page in (await self.list(filter)).pages()])
        number: int = await self._make_executor(PROBES).run(count(query.first))
        return number

    def scan(  # noqa: PLR0913 - options by name
        self,
        filter: Filter[R] | None = None,
        *,
        order_by: Order[R] | None = None,
        after: str | None = None,
        lag: timedelta | None = None,
        take: int = MAX_TAKE,
        prefetch: int = PREFETCH,
        limit: int | None = None,
        verify: bool | None = None,
        on_mismatch: OnMismatch | None = None,
        on_page: OnPage | None = None,
        progress: bool = False,
    ) -> AsyncScan[R]:
        """Iterate over every matching record exactly once, with `async for`. See `Resource.scan`."""
        observe = NO_OBSERVER if on_page is None and progress is False else build_observer(on_page, progress)
        options = ListOptions(0, take, limit, prefetch, verify, on_mismatch)
        algorithm, cursor = self._operations.build_scan(filter, order_by, after, lag, options)
        executor = self._make_executor(prefetch)
        records = iterate_records_async(executor, algorithm, cursor, observe)
        scan = AsyncScan(records, cursor, self._operations.spec)
        self._http.connection.iterations.add(scan)
        return scan

    async def _fetch_few(
        self, filter_: Filter[R] | None, most: int, order_by: Order[R] | None = None
    ) -> builtins.list[R]:
        found: builtins.list[R] = []
        page = await self.list(filter_, order_by=order_by, **self._operations.limit_few(most))
        async with aclosing(page.pages()) as pages:
            async for each in pages:
                found += each.data
                if len(found) >= most:
                    break
        return found[:most]

    def _make_executor(self, prefetch: int) -> TaskExecutor[R]:
        return TaskExecutor(self._fetch, prefetch, self._operations.config.secret.redact)

    async def _fetch(self, request: PageRequest) -> builtins.list[R]:
        if request.whole is not None:
            return request.slice()
        response = await self._http.request(**self._operations.describe_page(request))
        return self._operations.decode_page(response, request)

    @property
    def with_raw_response(self) -> AsyncRawResource[R]:
        """Version of the list that returns single pages, each with its response."""
        return AsyncRawResource(self._operations, self._http)


class AsyncRetrievableResource(AsyncResource[R], Generic[R, S]):
    """Async version of `RetrievableResource`."""

    async def get(self, id: str) -> S | None:
        """Return the record with this id, or None. See `RetrievableResource.get`."""
        response = await self._http.request(**self._operations.describe_record(id))
        found: S | None = self._operations.decode_record(response)
        return found

    @property
    def with_raw_response(self) -> AsyncRawRetrievable[R, S]:
        """Version of the list that returns single pages and records, each with its response."""
        return AsyncRawRetrievable(self._operations, self._http)


def _only(records: list[R], operations: ResourceOperations[R], filter_: Filter[R] | None) -> R:
    resource, redact = operations.spec.name, operations.config.secret.redact
    matching = "" if filter_ is None else f" {shorten(filter_)}"
    if not records:
        raise RecordNotFoundError(f"none of the {resource} matches{matching}, where exactly one was expected")
    if len(records) > 1:
        ids = redact(" and ".join(str(getattr(record, "id", None)) for record in records))
        raise MultipleRecordsError(
            f"several of the {resource} match{matching}, where exactly one was expected; the first are {ids}"
        )
    return records[0]
