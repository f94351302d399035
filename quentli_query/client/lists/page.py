"""Pages of a list, and what is asked for one."""

from __future__ import annotations

from contextlib import aclosing
from typing import TYPE_CHECKING, Any, Generic, NoReturn, TypeVar

from attrs import evolve, frozen

from ...errors import PageTypeError, ParameterError, QuentliError
from ...filters.expressions import Filter
from . import pagination

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterator
    from contextlib import AbstractContextManager

    from .executor import AsyncSource, Source
    from .progress import OnPage

    Watching = Callable[[], AbstractContextManager[OnPage]]

R = TypeVar("R")

MAX_TAKE = 100
"""The most records that the API puts on a page (documented)."""


@frozen
class PageRequest:
    """What one request for a page says.

    Attributes:
        promised: the filter that every record of the page has to satisfy, as far as that is checked.
        filter: the compiled filter; empty for no filter.
        order_by: the compiled order; empty for none.
        skip: how many matching records to leave out.
        take: how many records to answer at most.
        until: where to stop, counted like skip; None goes on to the end.
    """

    promised: Filter[Any]
    filter: str
    order_by: str
    skip: int
    take: int
    until: int | None = None

    def following(self) -> PageRequest | None:
        """The request for the next page; None if this one goes up to where to stop."""
        skip = self.skip + self.take
        if self.until is None:
            return evolve(self, skip=skip)
        return evolve(self, skip=skip, take=min(self.take, self.until - skip)) if skip < self.until else None


def require_page(skip: int, take: int, limit: int | None, prefetch: int) -> None:
    """Make sure that the API accepts these numbers.

    Raises:
        ParameterError: if one is no whole number, skip or prefetch negative, take outside 1 to 100, or limit
            less than 1.
    """
    for name, value in (
        ("skip", skip),
        ("take", take),
        ("limit", 1 if limit is None else limit),
        ("prefetch", prefetch),
    ):
        _require_whole(name, value)
    if skip < 0:
        raise ParameterError(f"skip={skip}: it counts records to leave out, so it must not be negative")
    if not 1 <= take <= MAX_TAKE:
        raise ParameterError(
            f"take={take}: the API puts 1 to {MAX_TAKE} records on a page; "
            f"iterate over the page to go on through the following ones"
        )
    if limit is not None and limit < 1:
        raise ParameterError(f"limit={limit}: it is the most records to hand out, so it must be 1 or more")
    if prefetch < 0:
        raise ParameterError(
            f"prefetch={prefetch}: it counts pages to ask for ahead, so it must not be negative"
        )


def _require_whole(name: str, value: object) -> None:
    if not isinstance(value, int) or isinstance(value, bool):
        raise ParameterError(f"{name} has to be a whole number, and not {value!r}")


@frozen(repr=False, eq=False)
class _Page(Generic[R]):
    data: list[R]
    """The records of this page."""

    _request: PageRequest

    def has_next_page(self) -> bool:
        """Whether another page may follow: this one is as long as was asked for, and no limit is reached.

        The API gives no total, so the page that follows may turn out to be empty.
        """
        return len(self.data) >= self._request.take and self._request.following() is not None

    def __bool__(self) -> NoReturn:
        raise PageTypeError(
            "a page has no truth value. Write `page.data` to ask whether it has records, or exists(...) in "
            "place of list(...) to ask only whether a record matches."
        )

    def _following(self, prefetch: int) -> pagination.Plan[None]:
        return (
            pagination.following(self._request, self.data, prefetch)
            if self.has_next_page()
            else pagination.nothing()
        )

    def _next_request(self) -> PageRequest:
        request = self._request.following() if self.has_next_page() else None
        if request is None:
            raise QuentliError("this is the last page; ask has_next_page() before next_page()")
        return request

    def __repr__(self) -> str:
        name = type(self).__name__
        return f"<{name} of {len(self.data)} records, skip={self._request.skip}, take={self._request.take}>"


@frozen(repr=False, eq=False)
class Page(_Page[R]):
    """One page of a list. Iterating over it goes on through all following pages.

    While one page is worked on, those that follow are asked for already, up to `prefetch` of them. Leaving
    the loop waits for requests that are under way, and leaves no thread behind.
    """

    _source: Source[R]
    _watching: Watching

    def next_page(self) -> Page[R]:
        """The page that follows, asked for now.

        Raises:
            QuentliError: if this is the last page, or the request fails.
        """
        request = self._next_request()
        return Page(self._source.fetch(request), request, self._source, self._watching)

    def pages(self) -> Iterator[Page[R]]:
        """This page, and all that follow."""
        with self._watching() as tell:
            tell(self)
            yield self
            for given in self._source.run(self._following(self._source.prefetch)):
                page = Page(given.records, given.request, self._source, self._watching)
                tell(page)
                yield page

    def __iter__(self) -> Iterator[R]:
        for page in self.pages():
            yield from page.data


@frozen(repr=False, eq=False)
class AsyncPage(_Page[R]):
    """One page of a list; the sibling of `Page` for `async for` and `await`."""

    _source: AsyncSource[R]
    _watching: Watching

    async def next_page(self) -> AsyncPage[R]:
        """The page that follows, asked for now.

        Raises:
            QuentliError: if this is the last page, or the request fails.
        """
        request = self._next_request()
        return AsyncPage(await self._source.fetch(request), request, self._source, self._watching)

    async def pages(self) -> AsyncGenerator[AsyncPage[R], None]:
        """This page, and all that follow."""
        with self._watching() as tell:
            tell(self)
            yield self
            async with aclosing(self._source.run(self._following(self._source.prefetch))) as following:
                async for given in following:
                    page = AsyncPage(given.records, given.request, self._source, self._watching)
                    tell(page)
                    yield page

    async def __aiter__(self) -> AsyncIterator[R]:
        async with aclosing(self.pages()) as pages:
            async for page in pages:
                for record in page.data:
                    yield record
