"""Pages of a list, sync and async. Iterating over a page goes on through all following pages."""

from __future__ import annotations

from contextlib import aclosing, nullcontext
from functools import partial
from typing import TYPE_CHECKING, Final, Generic, NoReturn, TypeVar, cast

from attrs import Factory, evolve, field, frozen

from ...errors import LastPageError, PageTypeError
from .export import ArrowSource, AsyncArrowSource
from .pagination import PageRequest, iterate_pages
from .progress import Observe, OnPage

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Iterator

    from ..registry import ResourceSpec
    from .executor import TaskExecutor, ThreadExecutor

R = TypeVar("R")


# Observes nothing.
NO_OBSERVER: Final = cast("Observe", partial(nullcontext[OnPage], lambda _page: None))


@frozen(repr=False, eq=False)
class _BasePage(Generic[R]):
    _received: list[R]
    _request: PageRequest
    _resource: ResourceSpec

    data: list[R] = field(
        init=False,
        default=Factory(lambda page: page._request.drop_mismatches(page._received), takes_self=True),
    )
    """The records of this page, without those that were dropped."""

    @property
    def dropped(self) -> int:
        """Number of records left out so far because they don't match, over all pages of the list.

        Always 0, unless the client or the list has `on_mismatch="drop"`.
        """
        return len(self._request.dropped or ())

    def has_next_page(self) -> bool:
        """Return whether another page may follow: this page is full, and no limit is reached.

        The API gives no total, so the page that follows may turn out to be empty. A page with fewer records
        than requested may be followed by another as well, if the server seems to return no longer ones.
        """
        return self._request.follow(len(self._received)) is not None

    def __bool__(self) -> NoReturn:
        raise PageTypeError(
            "a page has no truth value. Write `page.data` to ask whether it has records, or exists(...) in "
            "place of list(...) to ask only whether a record matches."
        )

    def _next_request(self) -> PageRequest:
        request = self._request.follow(len(self._received))
        if request is None:
            raise LastPageError("this is the last page; ask has_next_page() before next_page()")
        return request

    def _repr_html_(self) -> str:
        from ...tables.notebook import format_records  # noqa: PLC0415 - for notebooks only

        return format_records(self.data, self._resource.page_model)

    def __repr__(self) -> str:
        request, name = self._request, type(self).__name__
        return f"<{name} of {len(self.data)} records, skip={request.skip}, take={request.take}>"


@frozen(repr=False, eq=False)
class Page(_BasePage[R], ArrowSource):
    """One page of a list. Iterating over it goes on through all following pages.

    Up to `prefetch` following pages are requested while one is worked on. Leaving the loop waits for nothing:
    no further request begins, and threads end with the requests that are running.
    """

    _executor: ThreadExecutor[R]
    _observe: Observe

    def next_page(self) -> Page[R]:
        """Request the page that follows.

        Raises:
            LastPageError: if this is the last page.
            QuentliError: if the request fails.
        """
        request = self._next_request()
        return evolve(self, received=self._executor.fetch(request, None), request=request)

    def pages(self) -> Iterator[Page[R]]:
        """Iterate over this page and all that follow. Iterating again requests them again.

        Raises:
            QuentliError: if a request fails, or a page has a record that certainly does not match.
        """
        with self._observe() as notify:
            notify(self)
            yield self
            if not self.has_next_page():
                return
            following = iterate_pages(self._request, self._received, self._executor.prefetch)
            for emitted in self._executor.iterate(following):
                page = evolve(self, received=emitted.result, request=emitted.request)
                notify(page)
                yield page

    def __iter__(self) -> Iterator[R]:
        for page in self.pages():
            yield from page.data

    def _iterate_batches(self) -> Iterator[list[R]]:
        return (page.data for page in self.pages())


@frozen(repr=False, eq=False)
class AsyncPage(_BasePage[R], AsyncArrowSource):
    """One page of a list; the version of `Page` for `async for` and `await`."""

    _executor: TaskExecutor[R]
    _observe: Observe

    async def next_page(self) -> AsyncPage[R]:
        """Request the page that follows. See `Page.next_page`."""
        request = self._next_request()
        return evolve(self, received=await self._executor.fetch(request), request=request)

    async def pages(self) -> AsyncGenerator[AsyncPage[R], None]:
        """Iterate over this page and all that follow. See `Page.pages`."""
        with self._observe() as notify:
            notify(self)
            yield self
            if not self.has_next_page():
                return
            following = iterate_pages(self._request, self._received, self._executor.prefetch)
            async with aclosing(self._executor.iterate(following)) as emitting:
                async for emitted in emitting:
                    page = evolve(self, received=emitted.result, request=emitted.request)
                    notify(page)
                    yield page

    async def __aiter__(self) -> AsyncIterator[R]:
        async with aclosing(self.pages()) as pages:
            async for page in pages:
                for record in page.data:
                    yield record
