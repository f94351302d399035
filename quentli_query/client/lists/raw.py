"""A page with the answer it came in."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from attrs import field, frozen

from ...errors import FilterTooLargeError, ParameterError
from ..decoding import UNREADABLE
from .page import MAX_TAKE, PageRequest
from .query import Selecting, Selection, require_window

if TYPE_CHECKING:
    import builtins

    from ...filters.expressions import Filter, Order

R = TypeVar("R")
T = TypeVar("T")


@frozen
class RawResponse(Generic[T]):
    """One answer of the API, and what was read in it. Its repr shows neither.

    Attributes:
        status: the HTTP status code.
        headers: by name; looking them up does not mind case.
        body: the bytes, decompressed.
        parsed: the records of a page, or the record that was asked for by id.
    """

    status: int
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)
    parsed: T = field(repr=False)


class RawRecordList(Generic[R]):
    """`quentli.customers.with_raw_response`: pages one by one, each with the answer it came in."""

    def __init__(self, selecting: Selecting[R], answer: Callable[[PageRequest], Any]) -> None:
        self._selecting = selecting
        self._answer = answer

    def __repr__(self) -> str:
        return f"<{self._selecting.described}, with raw responses>"

    def list(
        self,
        filter: Filter[R] | None = None,
        *,
        order_by: Order[R] | None = None,
        skip: int = 0,
        take: int = MAX_TAKE,
        verify: bool | None = None,
    ) -> RawResponse[builtins.list[R]]:
        """One page, as `RecordList.list` asks for it. Raises what that raises; `lenient` has no effect.

        Raises:
            ParameterError: for `NOTHING`, which is not asked for.
        """
        request = single_request(
            self._selecting, filter, order_by, require_window(skip, take, None, 0), verify
        )
        try:
            answer = self._answer(request)
        except UNREADABLE as error:
            raise self._selecting.unreadable(error) from None
        return raw_response(self._selecting, answer, request)


class AsyncRawRecordList(Generic[R]):
    """The sibling of `RawRecordList` for `await`."""

    def __init__(self, selecting: Selecting[R], answer: Callable[[PageRequest], Awaitable[Any]]) -> None:
        self._selecting = selecting
        self._answer = answer

    def __repr__(self) -> str:
        return f"<{self._selecting.described}, with raw responses>"

    async def list(
        self,
        filter: Filter[R] | None = None,
        *,
        order_by: Order[R] | None = None,
        skip: int = 0,
        take: int = MAX_TAKE,
        verify: bool | None = None,
    ) -> RawResponse[builtins.list[R]]:
        """One page, with the answer it came in. See `RawRecordList.list`."""
        request = single_request(
            self._selecting, filter, order_by, require_window(skip, take, None, 0), verify
        )
        try:
            answer = await self._answer(request)
        except UNREADABLE as error:
            raise self._selecting.unreadable(error) from None
        return raw_response(self._selecting, answer, request)


def single_request(
    selecting: Selecting[R],
    filter_: Filter[R] | None,
    order_by: Order[R] | None,
    window: tuple[int, int, int | None],
    verify: bool | None,
) -> PageRequest:
    """The one request that asks for a page.

    Raises:
        ParameterError: for `NOTHING`, which is not asked for.
        FilterTooLargeError: for a filter that takes several requests.
    """
    selection: Selection[R] = selecting.select(filter_, order_by, window=window, verify=verify)
    if selection.parts is None:
        return selection.window
    if not selection.parts:
        raise ParameterError("NOTHING is answered without a request, so there is no answer to show")
    count = len(selection.parts)
    raise FilterTooLargeError(
        f"the filter takes {count} requests, so there is no one answer to show; use list() without "
        f"with_raw_response",
        limit="requests",
        allowed=1,
        actual=count,
    )


def raw_response(selecting: Selecting[R], answer: Any, request: PageRequest) -> RawResponse[builtins.list[R]]:
    """What a generated function answered, with its records checked."""
    return RawResponse(
        int(answer.status_code), answer.headers, answer.content, selecting.read(answer, request)
    )
