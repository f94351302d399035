"""Pages of a list, and what is asked for one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

from attrs import evolve, field, frozen

from ..errors import ParameterError, QuentliError

R = TypeVar("R")

MAX_TAKE = 100
"""The most records that the API puts on a page (documented)."""


@frozen
class PageRequest:
    """What one request for a page says.

    Attributes:
        filter: the compiled filter; empty for no filter.
        order_by: the compiled order; empty for none.
        skip: how many matching records to leave out.
        take: how many records to answer at most.
    """

    filter: str
    order_by: str
    skip: int
    take: int

    def following(self) -> PageRequest:
        """The request for the next page."""
        return evolve(self, skip=self.skip + self.take)


def page_request(filter: str, order_by: str, skip: int, take: int) -> PageRequest:  # noqa: A002
    """A request that the API accepts.

    Raises:
        ParameterError: if skip is negative or take outside 1 to 100.
    """
    _require_whole("skip", skip)
    _require_whole("take", take)
    if skip < 0:
        raise ParameterError(f"skip={skip}: it counts records to leave out, so it must not be negative")
    if not 1 <= take <= MAX_TAKE:
        raise ParameterError(
            f"take={take}: the API puts 1 to {MAX_TAKE} records on a page; "
            f"iterate over the page to go on through the following ones"
        )
    return PageRequest(filter, order_by, skip, take)


def _require_whole(name: str, value: object) -> None:
    if not isinstance(value, int) or isinstance(value, bool):
        raise ParameterError(f"{name} has to be a whole number, and not {value!r}")


@frozen(repr=False, eq=False)
class Page(Generic[R]):
    """One page of a list. Iterating goes on through all following pages, asking for each when it is needed.

    Attributes:
        data: the records of this page.
    """

    data: list[R]
    request: PageRequest
    _fetch: Callable[[PageRequest], Page[R]] = field(alias="fetch")

    def has_next_page(self) -> bool:
        """Whether another page may follow: this one is as long as was asked for.

        The API gives no total, so the page that follows may turn out to be empty.
        """
        return len(self.data) >= self.request.take

    def next_page(self) -> Page[R]:
        """The page that follows, asked for now.

        Raises:
            QuentliError: if this is the last page, or the request fails.
        """
        if not self.has_next_page():
            raise QuentliError("this is the last page; ask has_next_page() before next_page()")
        return self._fetch(self.request.following())

    def __iter__(self) -> Iterator[R]:
        page = self
        yield from page.data
        while page.has_next_page():
            page = page.next_page()
            yield from page.data

    def __repr__(self) -> str:
        return f"<Page of {len(self.data)} records, skip={self.request.skip}, take={self.request.take}>"
