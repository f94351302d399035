"""Build list requests and check their responses. No I/O."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar, get_args
from urllib.parse import parse_qsl

from attrs import evolve, field, frozen
from quentli_client.types import UNSET
from quentli_resources.registry import MAX_TAKE

from ...errors import FilterTooLargeError, FilterTypeError, ParameterError, ResponseError
from ...filters.compiler import build_size_error, measure_url
from ...filters.expressions import (
    EVERYTHING,
    NOTHING,
    Filter,
    Order,
    OrderBy,
    compile_filter,
    suggest_remedy,
    validate_orders,
)
from ...filters.fields import BooleanField, Field, FlagField
from ...filters.literals import shorten
from ...filters.vocabulary import inspect
from ..arguments import Place, check_id
from ..config import OnMismatch
from ..decoding import decode_record, decode_records
from ..http.transport import build_url_error
from .keyset import KeysetScan, choose_key
from .pagination import Algorithm, Emit, PageLengths, PageRequest, collect
from .scan import Cursor
from .split import build_order_error, find_unsortable, sort_records, split
from .verification import build_mismatch_error, refuse_inferred

if TYPE_CHECKING:
    from datetime import timedelta

    import httpx

    from ..config import Config
    from ..registry import ResourceSpec

R = TypeVar("R")

# Bytes that a part of a split filter leaves for the path, the page numbers and the order.
URL_RESERVE = 300
# Each request that runs at a time takes a thread and a connection, of which httpx opens 100.
MAX_PREFETCH = 64

# Least records on a page of a scan: pages share a record.
MIN_SCAN_TAKE = 2
# Pairs of a query that nested parameters leave for the page and the order, which may name every field.
PAIRS_RESERVE = 50


# Least and greatest value of each number, and what to say of others.
_RANGES: Final = {
    "skip": (0, math.inf, "it counts records to leave out, so it must not be negative"),
    "take": (1, MAX_TAKE, f"the API puts 1 to {MAX_TAKE} records on a page; iterate over the page for all"),
    "limit": (1, math.inf, "it is the most records to hand out, so it must be 1 or more"),
    "prefetch": (0, MAX_PREFETCH, f"it counts pages to ask for ahead, at the same time; 0 to {MAX_PREFETCH}"),
}


@frozen
class ListOptions:
    """Options of a list or a scan. `Resource.list` describes them.

    Raises:
        ParameterError: if one is out of range or of the wrong type.
    """

    skip: int = 0
    take: int = MAX_TAKE
    limit: int | None = None
    prefetch: int = 0
    verify: bool | None = None
    on_mismatch: OnMismatch | None = None

    def __attrs_post_init__(self) -> None:
        for name, (least, most, problem) in _RANGES.items():
            value = getattr(self, name)
            if name == "limit" and value is None:
                continue
            if not isinstance(value, int) or isinstance(value, bool):
                raise ParameterError(f"{name} has to be a whole number, and not {value!r}")
            if not least <= value <= most:
                raise ParameterError(f"{name}={value}: {problem}")
        if not isinstance(self.verify, bool | None):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise ParameterError(f"verify={shorten(self.verify)}: it has to be True or False")
        if self.on_mismatch not in (None, *get_args(OnMismatch)):
            raise ParameterError(f"on_mismatch={shorten(self.on_mismatch)}: it has to be 'raise' or 'drop'")


@frozen
class ListQuery(Generic[R]):
    """A validated and compiled query.

    Attributes:
        first: the request for the first page.
        orders: the orders, the most significant first.
        parts: requests to send instead, if the filter is too large for one request.
    """

    first: PageRequest
    orders: Sequence[OrderBy[R]]
    parts: Sequence[PageRequest] = ()

    @property
    def max_records(self) -> int | None:
        """Number of records of the parts after which to stop; None to read all parts."""
        return None if self.orders else self.first.until

    def merge(self, prefetch: int) -> Algorithm[None]:
        """Emit the request for the first page of the merged records of the parts, which it has."""
        records = yield from collect(self.parts, prefetch, self.max_records)
        yield Emit(evolve(self.first, whole=sort_records(records, self.orders)))


@frozen
class ResourceOperations(Generic[R]):
    """Requests of one resource, and the decoding of their responses.

    Attributes:
        spec: the resource.
        config: the options of the client.
        lengths: lengths of the pages so far.
    """

    spec: ResourceSpec
    config: Config
    lengths: PageLengths = field(factory=PageLengths)

    @property
    def description(self) -> str:
        """Name and place of the list: `customers of https://api.quentli.com`."""
        return f"{self.spec.name} of {self.config.base_url}"

    def build_query(
        self, filter_: Filter[R] | None, order_by: Order[R] | None, options: ListOptions
    ) -> ListQuery[R]:
        """Build a query. Raises what `Resource.list` raises before a request."""
        chosen = self._check_filter(filter_)
        orders = validate_orders(order_by, self.spec.name, self.spec.vocabulary_name)
        limit = options.limit
        request = evolve(
            self._start_list(chosen, options),
            order_by="&".join(map(str, orders)),
            until=None if limit is None else options.skip + limit,
        )
        if chosen is NOTHING:
            return ListQuery(evolve(request, whole=[]), orders)
        try:
            return ListQuery(evolve(request, filter=self._compile(chosen)), orders)
        except FilterTooLargeError:
            return self._split(chosen, ListQuery(request, orders))

    def _split(self, filter_: Filter[R], query: ListQuery[R]) -> ListQuery[R]:
        filters = split(filter_, partial(self._compile, reserve=URL_RESERVE))
        unsortable = find_unsortable(query.orders, inspect(self.spec.vocabulary).fields)
        if unsortable is not None:
            try:
                self._compile(filter_, advise=True)
            except FilterTooLargeError as error:
                raise build_order_error(unsortable, error) from None
        most, is_verified = query.max_records, query.first.promised is filter_
        first = evolve(query.first, skip=0, take=min(MAX_TAKE, most or MAX_TAKE), until=most)
        promises = filters if is_verified else [first.promised] * len(filters)
        parts = [
            evolve(first, promised=promised, filter=self._compile(part))
            for part, promised in zip(filters, promises, strict=True)
        ]
        return evolve(query, parts=parts)

    def build_scan(
        self,
        filter_: Filter[R] | None,
        order_by: Order[R] | None,
        after: str | None,
        lag: timedelta | None,
        options: ListOptions,
    ) -> tuple[Algorithm[None], Cursor]:
        """Build a scan and its cursor. Raises what `Resource.scan` raises before a request."""
        if options.take < MIN_SCAN_TAKE:
            raise ParameterError(
                f"take={options.take}: pages of a scan share a record, so they need {MIN_SCAN_TAKE}"
            )
        chosen = self._check_filter(filter_)
        key = choose_key(order_by, self.spec)
        # Records are verified by the filter alone: the scan itself checks its bound.
        request = self._start_list(chosen, options, MIN_SCAN_TAKE)

        def build(place: float) -> PageRequest:
            text = "" if chosen is NOTHING else self._compile(key.bound(chosen, place), advise=True)
            return evolve(request, filter=text)

        self._check_filter(key.bound(chosen, 0.0))
        cursor = Cursor(key, (self.spec.name, key.order, chosen))
        most = 0 if chosen is NOTHING else options.limit
        place = cursor.restore(after, lag)
        scan = KeysetScan(build, key, after=place, prefetch=options.prefetch, limit=most)
        build(0.0)  # later requests, which have a bound, must not be too large either
        return scan.run(), cursor

    def describe_page(self, request: PageRequest) -> dict[str, Any]:
        """Return the method, path and parameters of a request for a page."""
        described: dict[str, Any] = self.spec.describe_page(
            filter_=request.filter or UNSET,
            order_by=request.order_by or UNSET,
            skip=request.skip,
            take=request.take,
        )
        if self.config.query_style == "nested":
            described["params"] = _nest_parameters(described["params"])
        return described

    def decode_page(self, response: httpx.Response, request: PageRequest) -> list[R]:
        """Decode a page and verify its records. Raises what `Resource.list` raises after a request."""
        records: list[R] = decode_records(
            response, self.spec.page_model, self.spec.name, lenient=self.config.lenient
        )
        if len(records) > request.take:
            message = f"{len(records)} records came where at most {request.take} were asked for"
            path = response.request.url.path
            raise ResponseError(f"{message}: pages would overlap", method="GET", path=path)
        request.lengths.note(len(records))
        if request.dropped is None:
            failing = [record for record in records if request.promised.matches(record) is False]
            if failing:
                raise build_mismatch_error(failing, records, request.promised, self.spec.name, self.config)
        return records

    def describe_record(self, id: object) -> dict[str, Any]:
        """Return the method and path of a request for one record.

        Raises:
            ParameterError: if it can't be an id, or would lead to another path than that of a record.
        """
        described: dict[str, Any] = self.spec.describe_record(
            check_id(id, Place(f"quentli.{self.spec.name}.get", "id"))
        )
        return described

    def decode_record(self, response: httpx.Response) -> Any:
        """Decode one record; None if the response is null.

        Raises:
            ResponseError: if the response is neither.
        """
        return decode_record(response, self.spec.record_model, self.spec.name, lenient=self.config.lenient)

    def _start_list(self, filter_: Filter[R], options: ListOptions, least: int = 1) -> PageRequest:
        """Return the request for the first page of a list, still without its compiled filter and order."""
        verify = self.config.verify if options.verify is None else options.verify
        drops = (options.on_mismatch or self.config.on_mismatch) == "drop"
        return PageRequest(
            filter_ if verify else EVERYTHING,
            filter="",
            order_by="",
            skip=options.skip,
            take=max(least, min(options.take, options.limit or options.take)),
            lengths=self.lengths,
            dropped=set[str]() if drops else None,
        )

    def limit_few(self, most: int) -> dict[str, Any]:
        """Return the arguments of a list of which a few records are wanted."""
        # Of a list that drops records, more may have to be read.
        return {} if self.config.on_mismatch == "drop" else {"take": most, "limit": most}

    def _check_filter(self, given: Filter[R] | None) -> Filter[R]:
        chosen: Filter[R] = EVERYTHING if given is None else given
        if not isinstance(chosen, Filter):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise FilterTypeError(
                f"a list of {self.spec.name} takes a filter such as "
                f"{self.spec.vocabulary_name}.created_at.gte('2025-01-01T00:00:00Z'), and not "
                f"{shorten(chosen)} ({type(chosen).__name__}){self._suggest_filter(chosen)}"
            )
        if chosen.resource not in (None, self.spec.name):
            raise FilterTypeError(
                f"{chosen!r} is a filter of {chosen.resource}; it cannot be given to a list of "
                f"{self.spec.name}"
            )
        if self.config.strict:
            refuse_inferred(chosen, self.config.limits)
        return chosen

    def _suggest_filter(self, given: object) -> str:
        if isinstance(given, FlagField | BooleanField):
            return f"; call it: {given!r}()"
        if isinstance(given, Field):
            return f"; make a filter of it with a method or a comparison: {given!r}.equals(...)"
        if isinstance(given, str):
            name = self.spec.vocabulary_name
            return f"; text becomes a filter with parse_filter(text{'' if name == 'Q' else f', {name}'})"
        return ""

    def _compile(self, filter_: Filter[R], reserve: int = 0, *, advise: bool = False) -> str:
        limits, style = self.config.limits, self.config.query_style
        text = filter_.to_qs(limits, query_style=style) if advise else compile_filter(filter_, limits, style)
        size = measure_url(text, style) + reserve
        if size > limits.url_bytes:
            raise build_url_error(size, limits.url_bytes, suggest_remedy(filter_))
        pairs = text.count("&") + 1 + PAIRS_RESERVE
        if style == "nested" and pairs > limits.pairs:
            needed = f"{pairs} key=value pairs, with {PAIRS_RESERVE} for the page and the order"
            raise build_size_error("pairs", needed, pairs, limits.pairs)
        return text


def _nest_parameters(params: dict[str, Any]) -> dict[str, Any]:
    """Return the parameters with one for each member of `filter`, which is compiled so, and of `orderBy`."""
    nested = dict(parse_qsl(params.pop("filter", ""), keep_blank_values=True))
    orders = parse_qsl(params.pop("orderBy", ""))
    return {**nested, **{f"orderBy[{key}]": direction for key, direction in orders}, **params}
