"""`with_raw_response`: single pages and records, each with its HTTP response."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from attrs import evolve, field, frozen
from quentli_resources.registry import MAX_TAKE

from ...errors import FilterTooLargeError, ParameterError
from .pagination import PageRequest
from .query import ListOptions

if TYPE_CHECKING:
    import builtins

    import httpx

    from ...filters.expressions import Filter, Order
    from .query import ResourceOperations

R = TypeVar("R")
S = TypeVar("S")
T = TypeVar("T")


@frozen
class RawResponse(Generic[T]):
    """One response of the API, and what was decoded from it. Its repr shows neither.

    >>> from quentli_query import Quentli
    >>> from quentli_query.sandbox import Sandbox
    >>> with Sandbox(customers=3) as sandbox, Quentli(sandbox.api_key, base_url=sandbox.url) as quentli:
    ...     response = quentli.customers.with_raw_response.list(take=2)
    >>> response.status, response.headers["content-type"], len(response.parsed)
    (200, 'application/json', 2)

    Attributes:
        status: the HTTP status code.
        headers: by name, case-insensitive.
        body: the bytes, decompressed.
        parsed: the records of a page, or the record that was asked for by id.
    """

    status: int
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)
    parsed: T = field(repr=False)


class _BaseRawResource:
    def __init__(self, operations: ResourceOperations[Any], http: Any) -> None:
        self._operations = evolve(operations, config=evolve(operations.config, lenient=False))
        self._http = http

    def _build_request(
        self, filter_: Filter[Any] | None, order_by: Order[Any] | None, options: ListOptions
    ) -> PageRequest:
        query = self._operations.build_query(filter_, order_by, options)
        if query.first.whole is not None:
            raise ParameterError("NOTHING is answered without a request, so there is no answer to show")
        if not query.parts:
            return query.first
        count = len(query.parts)
        problem = f"the filter takes {count} requests, so there is no one answer to show"
        message = f"{problem}; use list() without with_raw_response"
        raise FilterTooLargeError(message, limit="requests", allowed=1, actual=count)

    def _wrap_page(self, response: httpx.Response, request: PageRequest) -> RawResponse[list[Any]]:
        parsed = request.drop_mismatches(self._operations.decode_page(response, request))
        return RawResponse(response.status_code, response.headers, response.content, parsed)

    def _wrap_record(self, response: httpx.Response) -> RawResponse[Any]:
        parsed = self._operations.decode_record(response)
        return RawResponse(response.status_code, response.headers, response.content, parsed)

    def __repr__(self) -> str:
        return f"<{self._operations.description}, with raw responses>"


class RawResource(_BaseRawResource, Generic[R]):
    """`quentli.webhook_events.with_raw_response`: single pages, each with its response."""

    def list(
        self,
        filter: Filter[R] | None = None,
        *,
        order_by: Order[R] | None = None,
        skip: int = 0,
        take: int = MAX_TAKE,
        verify: bool | None = None,
    ) -> RawResponse[builtins.list[R]]:
        """Request one page, as `Resource.list` does. Raises what that raises; `lenient` has no effect.

        Raises:
            ParameterError: for `NOTHING`, for which no request is sent.
            FilterTooLargeError: for a filter that takes several requests.
        """
        request = self._build_request(filter, order_by, ListOptions(skip, take, verify=verify))
        return self._wrap_page(self._http.request(**self._operations.describe_page(request)), request)


class RawRetrievable(RawResource[R], Generic[R, S]):
    """`quentli.customers.with_raw_response`: single pages and records, each with its response."""

    def get(self, id: str) -> RawResponse[S | None]:
        """Request one record, as `RetrievableResource.get` does. `lenient` has no effect."""
        return self._wrap_record(self._http.request(**self._operations.describe_record(id)))


class AsyncRawResource(_BaseRawResource, Generic[R]):
    """Async version of `RawResource`."""

    async def list(
        self,
        filter: Filter[R] | None = None,
        *,
        order_by: Order[R] | None = None,
        skip: int = 0,
        take: int = MAX_TAKE,
        verify: bool | None = None,
    ) -> RawResponse[builtins.list[R]]:
        """Request one page. See `RawResource.list`."""
        request = self._build_request(filter, order_by, ListOptions(skip, take, verify=verify))
        return self._wrap_page(await self._http.request(**self._operations.describe_page(request)), request)


class AsyncRawRetrievable(AsyncRawResource[R], Generic[R, S]):
    """Async version of `RawRetrievable`."""

    async def get(self, id: str) -> RawResponse[S | None]:
        """Request one record. See `RawRetrievable.get`."""
        return self._wrap_record(await self._http.request(**self._operations.describe_record(id)))
