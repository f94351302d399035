"""Lists of one resource: a filter and an order go in, pages of records come out."""

from __future__ import annotations

import builtins
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from attrs import frozen
from quentli_client.types import UNSET, Response

from ..dsl.filters import EVERYTHING, NOTHING, Filter
from ..dsl.ordering import order_string
from ..dsl.qs import Limits, encode_text
from ..errors import FilterTypeError, ResponseError
from .pages import MAX_TAKE, Page, PageRequest, page_request
from .transport import require_short
from .verification import require_documented, require_honored

if TYPE_CHECKING:
    from ..dsl.ordering import Order
    from .api import Api

R = TypeVar("R")


@frozen
class Rules:
    """What a client allows its lists to send, and whether it checks what comes back.

    Attributes:
        strict: whether to refuse what is only inferred.
        verify: whether to hold each record against the filter.
        limits: how large a filter may be.
    """

    strict: bool
    verify: bool
    limits: Limits


class ListOperation(Protocol):
    """A generated function that asks for one page."""

    def __call__(self, *, client: Api, filter_: Any, order_by: Any, skip: int, take: int) -> Response[Any]:
        """Ask the API."""
        ...


class RecordList(Generic[R]):
    """The list of one resource, such as `quentli.customers`."""

    def __init__(self, api: Api, resource: str, path: str, operation: ListOperation, rules: Rules) -> None:
        self._api = api
        self._resource = resource
        self._path = path
        self._operation = operation
        self._rules = rules

    def list(
        self,
        filter: Filter[R] | None = None,  # noqa: A002
        *,
        order_by: Order[R] | None = None,
        skip: int = 0,
        take: int = MAX_TAKE,
        verify: bool | None = None,
    ) -> Page[R]:
        """The first page of the records that match; iterate over it for all of them.

        Args:
            filter: which records; all if None. `NOTHING` gives an empty page without a request.
            order_by: one order or several, the most significant first; the API's own order if None.
            skip: how many matching records to leave out, 0 or more.
            take: how many records on a page, 1 to 100 (documented).
            verify: whether to hold each record against the filter; as the client does if None.

        Raises:
            FilterTypeError: if the filter or the order is about another resource, or is not one at all.
            FilterTooLargeError: if the server would not read back the filter as it was written.
            UndocumentedFilterError: if the client is strict, and a part of the filter is only inferred.
            ParameterError: if skip or take is out of range.
            FilterNotHonoredError: if the API answers a record that certainly does not match.
            APIError: if the API refuses, fails, or cannot be reached; ResponseError if it answers nonsense.
        """
        chosen = EVERYTHING if filter is None else filter
        self._require_fitting(chosen)
        order = order_string(order_by, self._resource)
        if self._rules.strict:
            require_documented(chosen)
        fetch = partial(self._fetch, chosen if self._verifies(verify) else EVERYTHING)
        if chosen == NOTHING:
            return Page([], page_request("", order, skip, take), fetch)
        return fetch(page_request(chosen.to_qs(self._rules.limits), order, skip, take))

    def _verifies(self, verify: bool | None) -> bool:
        return self._rules.verify if verify is None else verify

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

    def _fetch(self, promised: Filter[R], request: PageRequest) -> Page[R]:
        records = self._records(request)
        require_honored(promised, records, self._resource)
        return Page(records, request, partial(self._fetch, promised))

    def _records(self, request: PageRequest) -> builtins.list[R]:
        # httpx makes no request at all of a much longer text, and says so in its own way.
        require_short(len(encode_text(request.filter)), self._rules.limits.url_bytes)
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
