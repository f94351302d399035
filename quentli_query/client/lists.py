"""Lists of one resource: a filter and an order go in, pages of records come out."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from quentli_client.types import UNSET, Response

from ..dsl.filters import EVERYTHING, NOTHING, Filter
from ..dsl.ordering import order_string
from ..errors import FilterTypeError, ResponseError
from .pages import MAX_TAKE, Page, PageRequest, page_request

if TYPE_CHECKING:
    from ..dsl.ordering import Order
    from .api import Api

R = TypeVar("R")


class ListOperation(Protocol):
    """A generated function that asks for one page."""

    def __call__(self, *, client: Api, filter_: Any, order_by: Any, skip: int, take: int) -> Response[Any]:
        """Ask the API."""
        ...


class RecordList(Generic[R]):
    """The list of one resource, such as `quentli.customers`."""

    def __init__(self, api: Api, resource: str, path: str, operation: ListOperation) -> None:
        self._api = api
        self._resource = resource
        self._path = path
        self._operation = operation

    def list(
        self,
        filter: Filter[R] | None = None,  # noqa: A002
        *,
        order_by: Order[R] | None = None,
        skip: int = 0,
        take: int = MAX_TAKE,
    ) -> Page[R]:
        """The first page of the records that match; iterate over it for all of them.

        Args:
            filter: which records; all if None. `NOTHING` gives an empty page without a request.
            order_by: one order or several, the most significant first; the API's own order if None.
            skip: how many matching records to leave out, 0 or more.
            take: how many records on a page, 1 to 100 (documented).

        Raises:
            FilterTypeError: if the filter or the order is about another resource, or is not one at all.
            FilterTooLargeError: if the server would not read back the filter as it was written.
            ParameterError: if skip or take is out of range.
            APIError: if the API refuses, fails, or cannot be reached; ResponseError if it answers nonsense.
        """
        chosen = EVERYTHING if filter is None else filter
        self._require_fitting(chosen)
        order = order_string(order_by, self._resource)
        if chosen == NOTHING:
            return Page([], page_request("", order, skip, take), self._fetch)
        return self._fetch(page_request(chosen.to_qs(), order, skip, take))

    def _require_fitting(self, given: object) -> None:
        if not isinstance(given, Filter):
            raise FilterTypeError(
                f"{self._resource}.list() takes a filter such as Q.name.contains('john'), "
                f"and not a {type(given).__name__}"
            )
        if given.resource not in (None, self._resource):
            raise FilterTypeError(
                f"{given!r} is a filter of {given.resource}; it cannot be given to {self._resource}.list()"
            )

    def _fetch(self, request: PageRequest) -> Page[R]:
        return Page(self._records(request), request, self._fetch)

    def _records(self, request: PageRequest) -> builtins.list[R]:
        try:
            answer = self._operation(
                client=self._api,
                filter_=request.filter or UNSET,
                order_by=request.order_by or UNSET,
                skip=request.skip,
                take=request.take,
            )
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
            raise ResponseError(
                f"the answer cannot be read as a list of {self._resource}: {type(error).__name__}: {error}",
                method="GET",
                path=self._path,
            ) from error
        # The generated code takes anything that it can iterate over for a list, also an empty object.
        if answer.parsed is None or not answer.content.lstrip().startswith(b"["):
            raise ResponseError(
                f"a list of {self._resource} was promised, and status {answer.status_code} came without one",
                method="GET",
                path=self._path,
            )
        records: builtins.list[R] = answer.parsed
        return records
