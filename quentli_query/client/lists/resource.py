"""Lists of one resource: a filter and an order go in, records come out. One class for each kind of client."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import evolve

from ...errors import MultipleRecordsError, RecordNotFoundError
from ...filters.literals import shorten
from ..decoding import UNREADABLE
from . import pagination
from .executor import AsyncSource, Source
from .page import MAX_TAKE, AsyncPage, Page, PageRequest
from .progress import OnPage, require_watchable, watching
from .query import Selected, Selection, require_window, sliced
from .raw import AsyncRawRecordList, RawRecordList
from .unions import merged

if TYPE_CHECKING:
    import builtins

    from ...filters.expressions import Filter, Order

R = TypeVar("R")

PREFETCH = 4
"""How many pages are asked for ahead, unless one says otherwise."""


class RecordList(Selected[R]):
    """The list of one resource, such as `quentli.customers`."""

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
        on_page: OnPage | None = None,
        progress: bool = False,
    ) -> Page[R]:
        """The first page of the records that match; iterate over it for all of them.

        A filter with too many alternatives for one request is asked for in parts, and put together here: all
        of them at once, or without an order as many of them as `limit` takes.

        Args:
            filter: which records; all if None. `NOTHING` gives an empty page without a request.
            order_by: one order or several, the most significant first; the API's own order if None.
            skip: how many matching records to leave out, 0 or more.
            take: how many records on a page, 1 to 100 (documented).
            limit: how many records to hand out at most, over all pages; all if None.
            prefetch: how many pages to ask for ahead while one is worked on; with 0, each when it is wanted.
            verify: whether to hold each record against the filter; as the client does if None.
            on_page: called with each page, before its records are handed out.
            progress: whether to show how many records have come; needs the extra `progress`.

        Raises:
            FilterTypeError: if the filter or the order is about another resource, or is not one at all.
            FilterTooLargeError: if the server would not read back the filter as it was written, and it cannot
                be asked for in parts.
            UndocumentedFilterError: if the client is strict, and a part of the filter is only inferred.
            ParameterError: if skip, take, limit or prefetch is out of range, or another argument of the wrong
                type.
            ModuleNotFoundError: for `progress=True`, if rich is not installed.
            FilterNotHonoredError: if the API answers a record that certainly does not match.
            APIError: if the API refuses, fails, or cannot be reached; ResponseError if it answers nonsense.
        """
        window = require_window(skip, take, limit, prefetch)
        require_watchable(on_page, progress)
        selection = self._selecting.select(filter, order_by, window=window, verify=verify)
        source = self._source(selection, prefetch)
        watch = partial(watching, on_page, progress=progress)
        return Page(source.fetch(selection.window), selection.window, source, watch)

    def first(self, filter: Filter[R] | None = None, *, order_by: Order[R] | None = None) -> R | None:
        """The first record that matches, in the order asked for, or None. Raises what `list` raises."""
        return next(iter(self._few(filter, order_by, 1)), None)

    def one(self, filter: Filter[R] | None = None) -> R:
        """The only record that matches.

        Raises:
            RecordNotFoundError: if none matches.
            MultipleRecordsError: if several do.
        """
        return only(self._few(filter, None, 2), self._selecting.name, filter)

    def exists(self, filter: Filter[R] | None = None) -> bool:
        """Whether a record matches. Raises what `list` raises."""
        return bool(self._few(filter, None, 1))

    def count(self, filter: Filter[R] | None = None) -> int:
        """How many records match. Raises what `list` raises.

        The API gives no total: it is found by doubling and halving, with at most 2 * log2(n) + 2 requests. A
        filter that is asked for in parts is read as a whole instead, as a record may match in several.
        """
        selection = self._selecting.select(filter, None, window=(0, 1, None), verify=None)
        source = self._source(selection, PREFETCH)
        return evolve(source, prefetch=0).resolve(pagination.count(selection.window))

    def scan(self, filter: Filter[R] | None = None, *, verify: bool | None = None) -> Iterator[R]:
        """Every matching record that exists from beginning to end, exactly once, by the instant of creation.

        Goes by key and not by counting, so records that are created or removed meanwhile move nothing. Those
        created meanwhile may or may not come. The guarantee needs a server that orders by creation and id;
        one that refuses the second is asked for the first alone, and then has to keep its order of records
        that were created at the same instant.

        The filter is checked at once; the first page is asked for when the first record is wanted.

        Raises:
            FilterTypeError: as `list`; UndocumentedFilterError and ParameterError as well.
            FilterTooLargeError: as `list`, but a filter is not split.
            OrderNotHonoredError: on the way, if the server does not order by creation.
        """
        return self._scanned(self._selecting.scan_plan(filter, verify))

    def _scanned(self, plan: pagination.Plan[None]) -> Iterator[R]:
        for given in Source(self._fetch, 0).run(plan):
            yield from given.records

    def _few(self, filter_: Filter[R] | None, order_by: Order[R] | None, take: int) -> builtins.list[R]:
        selection = self._selecting.select(filter_, order_by, window=(0, take, take), verify=None)
        return self._source(selection, PREFETCH).fetch(selection.window)

    def _source(self, selection: Selection[R], prefetch: int) -> Source[R]:
        source = Source(self._fetch, prefetch)
        if selection.parts is None:
            return source
        records = source.resolve(pagination.gathered(selection.parts, prefetch, selection.enough))
        return Source(partial(sliced, merged(records, selection.orders)), 0)

    @property
    def with_raw_response(self) -> RawRecordList[R]:
        """The same list, page by page, each with the answer it came in."""
        return RawRecordList(self._selecting, self._answer)

    def _answer(self, request: PageRequest) -> Any:
        """What the generated function makes of the API's answer."""
        return self._selecting.resource.listing.sync_detailed(
            client=self._api, **self._selecting.arguments(request)
        )

    def _fetch(self, request: PageRequest) -> builtins.list[R]:
        try:
            answer = self._answer(request)
        except UNREADABLE as error:
            return self._selecting.recover(error, request)
        return self._selecting.read(answer, request)


class AsyncRecordList(Selected[R]):
    """The list of one resource, such as `quentli.customers`; the sibling of `RecordList` for `await`."""

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
        on_page: OnPage | None = None,
        progress: bool = False,
    ) -> AsyncPage[R]:
        """The first page of the records that match; `async for` gives all of them. See `RecordList.list`."""
        window = require_window(skip, take, limit, prefetch)
        require_watchable(on_page, progress)
        selection = self._selecting.select(filter, order_by, window=window, verify=verify)
        source = await self._source(selection, prefetch)
        watch = partial(watching, on_page, progress=progress)
        return AsyncPage(await source.fetch(selection.window), selection.window, source, watch)

    async def first(
        self,
        filter: Filter[R] | None = None,
        *,
        order_by: Order[R] | None = None,
    ) -> R | None:
        """The first record that matches, or None. See `RecordList.first`."""
        return next(iter(await self._few(filter, order_by, 1)), None)

    async def one(self, filter: Filter[R] | None = None) -> R:
        """The only record that matches. See `RecordList.one`."""
        return only(await self._few(filter, None, 2), self._selecting.name, filter)

    async def exists(self, filter: Filter[R] | None = None) -> bool:
        """Whether a record matches. See `RecordList.exists`."""
        return bool(await self._few(filter, None, 1))

    async def count(self, filter: Filter[R] | None = None) -> int:
        """How many records match. See `RecordList.count`."""
        selection = self._selecting.select(filter, None, window=(0, 1, None), verify=None)
        source = await self._source(selection, PREFETCH)
        return await evolve(source, prefetch=0).resolve(pagination.count(selection.window))

    def scan(self, filter: Filter[R] | None = None, *, verify: bool | None = None) -> AsyncIterator[R]:
        """Every matching record that exists from beginning to end, exactly once. See `RecordList.scan`."""
        return self._scanned(self._selecting.scan_plan(filter, verify))

    async def _scanned(self, plan: pagination.Plan[None]) -> AsyncIterator[R]:
        async with aclosing(AsyncSource(self._fetch, 0).run(plan)) as running:
            async for given in running:
                for record in given.records:
                    yield record

    async def _few(self, filter_: Filter[R] | None, order_by: Order[R] | None, take: int) -> builtins.list[R]:
        selection = self._selecting.select(filter_, order_by, window=(0, take, take), verify=None)
        return await (await self._source(selection, PREFETCH)).fetch(selection.window)

    async def _source(self, selection: Selection[R], prefetch: int) -> AsyncSource[R]:
        source = AsyncSource(self._fetch, prefetch)
        if selection.parts is None:
            return source
        records = await source.resolve(pagination.gathered(selection.parts, prefetch, selection.enough))
        in_order = merged(records, selection.orders)

        async def from_memory(request: PageRequest) -> builtins.list[R]:
            return sliced(in_order, request)

        return AsyncSource(from_memory, 0)

    @property
    def with_raw_response(self) -> AsyncRawRecordList[R]:
        """The same list, page by page, each with the answer it came in."""
        return AsyncRawRecordList(self._selecting, self._answer)

    async def _answer(self, request: PageRequest) -> Any:
        """What the generated function makes of the API's answer."""
        return await self._selecting.resource.listing.asyncio_detailed(
            client=self._api, **self._selecting.arguments(request)
        )

    async def _fetch(self, request: PageRequest) -> builtins.list[R]:
        try:
            answer = await self._answer(request)
        except UNREADABLE as error:
            return self._selecting.recover(error, request)
        return self._selecting.read(answer, request)


def only(records: builtins.list[R], resource: str, filter_: Filter[R] | None) -> R:
    """The single one of `records`, which `filter_` found.

    Raises:
        RecordNotFoundError: if there is none.
        MultipleRecordsError: if there are several.
    """
    if not records:
        raise RecordNotFoundError(
            f"none of the {resource} matches{_asked(filter_)}, where exactly one was expected"
        )
    if len(records) > 1:
        ids = " and ".join(str(getattr(record, "id", None)) for record in records)
        raise MultipleRecordsError(
            f"several of the {resource} match{_asked(filter_)}, where exactly one was expected; the first "
            f"are {ids}"
        )
    return records[0]


def _asked(filter_: Filter[Any] | None) -> str:
    return "" if filter_ is None else f" {shorten(filter_)}"
