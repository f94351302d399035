"""What a list asks for, and what it makes of an answer: everything that needs no waiting."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from attrs import evolve, frozen
from quentli_client.types import UNSET

from ...errors import FilterTooLargeError, FilterTypeError, ResponseError
from ...filters.compiler import encode_text
from ...filters.expressions import (
    EVERYTHING,
    NOTHING,
    AllOf,
    Condition,
    Filter,
    all_of,
    compile_order_by,
    suggest_remedy,
    validate_orders,
)
from ...filters.fields import BooleanField, Field, FlagField, inspect, spec_of
from ...filters.literals import shorten
from ...filters.operators import GT, GTE
from .. import decoding
from ..http.transport import require_short
from . import pagination
from .page import MAX_TAKE, PageRequest, require_page
from .progress import require_bool
from .splitting import split
from .unions import require_mergeable
from .verification import require_documented, require_honored

if TYPE_CHECKING:
    from datetime import datetime

    from ...filters.expressions import Order, OrderBy
    from ..config import Settings
    from ..generated import Sender
    from ..registry import Resource

R = TypeVar("R")

URL_RESERVE = 300
"""Bytes that a part of a split filter leaves for the path, the page numbers and the order."""


@frozen
class Selection(Generic[R]):
    """What a list was asked for, checked and compiled.

    Attributes:
        window: the request for the first page.
        orders: in which order.
        parts: what to ask for instead, and put together here, where one request would be too large; nothing
            for `NOTHING`; None if the window can be asked for as it is.
    """

    window: PageRequest
    orders: Sequence[OrderBy[R]]
    parts: Sequence[PageRequest] | None

    @property
    def enough(self) -> int | None:
        """How many records of the parts, whichever they are, will do; None if it takes all of them."""
        return None if self.orders else self.window.until


class Selected(Generic[R]):
    """What both kinds of list have, beside what waits for answers."""

    def __init__(self, api: Sender, resource: Resource, settings: Settings) -> None:
        self._api = api
        self._selecting: Selecting[R] = Selecting(resource, settings)

    def __repr__(self) -> str:
        return f"<{self._selecting.described}>"

    if not TYPE_CHECKING:  # with it in sight, a type checker would accept any name

        def __getattr__(self, name: str) -> Any:
            raise AttributeError(self._unknown(name), name=name, obj=self)

    def _unknown(self, name: str) -> str:
        # Looked up like this, it is not looked for again where a list is only half there, as in unpickling.
        selecting = vars(self).get("_selecting")
        if name == "get" and selecting is not None and selecting.resource.single is None:
            return (
                f"the API has no way to ask for one of {selecting.name} by id; ask for the only one of a "
                f"list: one({selecting.resource.source}.id == ...)"
            )
        return f"{type(self).__name__!r} object has no attribute {name!r}"


class Selecting(Generic[R]):
    """What a list asks for, and what it makes of an answer. The same for both kinds of client."""

    def __init__(self, resource: Resource, settings: Settings) -> None:
        self.resource = resource
        self._settings = settings

    @property
    def name(self) -> str:
        """Of the list, such as `customers`."""
        return self.resource.name

    @property
    def described(self) -> str:
        """Of what, and where: `customers of https://api.quentli.com`."""
        return f"{self.name} of {self._settings.base_url}"

    def select(
        self,
        filter_: Filter[R] | None,
        order_by: Order[R] | None,
        *,
        window: tuple[int, int, int | None],
        verify: bool | None,
    ) -> Selection[R]:
        """What is asked for, checked and compiled. Raises what `RecordList.list` raises before a request."""
        chosen = self._checked_filter(filter_)
        skip, take, limit = window
        orders = validate_orders(order_by, self.name, self.resource.source)
        verifies = self._verifies(verify)
        request = PageRequest(
            promised=chosen if verifies else EVERYTHING,
            filter="",
            order_by=compile_order_by(orders, self.name),
            skip=skip,
            take=take if limit is None else min(take, limit),
            until=None if limit is None else skip + limit,
        )
        if chosen == NOTHING:
            return Selection(request, orders, ())
        try:
            return Selection(evolve(request, filter=self._compiled(chosen)), orders, None)
        except FilterTooLargeError as error:
            parts = split(chosen, self._compiled_with_reserve)
            require_mergeable(orders, inspect(self.resource.vocabulary).fields, error)
            selection = Selection(request, orders, ())
            whole = evolve(
                request, skip=0, take=min(MAX_TAKE, selection.enough or MAX_TAKE), until=selection.enough
            )
            return evolve(selection, parts=[self._part(whole, part, verifies) for part in parts])

    def _part(self, whole: PageRequest, part: Filter[R], verifies: bool) -> PageRequest:
        return evolve(whole, promised=part if verifies else EVERYTHING, filter=self._compiled(part))

    def _checked_filter(self, given: Filter[R] | None) -> Filter[R]:
        chosen: Filter[R] = EVERYTHING if given is None else given
        self._require_fitting(chosen)
        if self._settings.strict:
            require_documented(chosen)
        return chosen

    def _require_fitting(self, given: object) -> None:
        if not isinstance(given, Filter):
            raise FilterTypeError(
                f"a list of {self.name} takes a filter such as "
                f"{self.resource.source}.created_at.gte('2025-01-01T00:00:00Z'), and not "
                f"{shorten(given)} ({type(given).__name__}){self._hint(given)}"
            )
        if given.resource not in (None, self.name):
            raise FilterTypeError(
                f"{given!r} is a filter of {given.resource}; it cannot be given to a list of {self.name}"
            )

    def _hint(self, given: object) -> str:
        if isinstance(given, FlagField | BooleanField):
            return f"; call it: {given!r}()"
        if isinstance(given, Field):
            return f"; make a filter of it with a method or a comparison: {given!r}.equals(...)"
        if isinstance(given, str):
            name = self.resource.source
            return f"; text becomes a filter with parse_filter(text{'' if name == 'Q' else f', {name}'})"
        return ""

    def _compiled(self, filter_: Filter[R], reserve: int = 0) -> str:
        text = filter_.to_qs(self._settings.limits)
        require_short(
            len(encode_text(text)) + reserve,
            self._settings.limits.url_bytes,
            partial(suggest_remedy, filter_),
        )
        return text

    def _compiled_with_reserve(self, filter_: Filter[R]) -> str:
        return self._compiled(filter_, URL_RESERVE)

    def scan_plan(self, filter_: Filter[R] | None, verify: bool | None) -> pagination.Plan[None]:
        """What a scan does. Raises what `RecordList.scan` raises before a request."""
        chosen = self._checked_filter(filter_)
        verifies = self._verifies(verify)
        if chosen == NOTHING:
            return pagination.nothing()
        fields: Any = inspect(self.resource.vocabulary).fields
        by_creation, by_id = fields["created_at"].asc(), fields["id"].asc()
        request = PageRequest(
            promised=chosen if verifies else EVERYTHING,
            filter=self._compiled(chosen),
            order_by=compile_order_by([by_creation, by_id], self.name),
            skip=0,
            take=MAX_TAKE,
        )
        return pagination.scan(request, partial(self._since, chosen, request), str(by_creation))

    def _verifies(self, verify: bool | None) -> bool:
        return self._settings.verify if verify is None else require_bool("verify", verify)

    def _since(self, filter_: Filter[R], request: PageRequest, instant: datetime) -> PageRequest:
        """The request for what was created at an instant or later, and matches."""
        created_at: Any = inspect(self.resource.vocabulary).fields["created_at"]
        parts = filter_.parts if isinstance(filter_, AllOf) else (filter_,)
        # What the filter itself says of the beginning holds of everything from the instant on.
        others = [part for part in parts if not _is_lower_bound(part, created_at)]
        later = all_of(*others, created_at.gte(instant))
        promised = request.promised if request.promised == EVERYTHING else later
        return evolve(request, skip=0, promised=promised, filter=self._compiled(later))

    def arguments(self, request: PageRequest) -> dict[str, Any]:
        """What the generated function is called with."""
        return {
            "filter_": request.filter or UNSET,
            "order_by": request.order_by or UNSET,
            "skip": request.skip,
            "take": request.take,
        }

    def read(self, answer: Any, request: PageRequest) -> list[R]:
        """The records of an answer, checked. Raises what `RecordList.list` raises after a request."""
        return self._verified(decoding.records(answer, self.name, self.resource.path), request)

    def recover(self, error: Exception, request: PageRequest) -> list[R]:
        """The same where the generated function could not read the answer."""
        resource = self.resource
        records = decoding.recovered(error, self.name, resource.path, resource.model, self._settings.lenient)
        return self._verified(records, request)

    def unreadable(self, error: Exception) -> ResponseError:
        """The error that says what in the last answer could not be read."""
        resource = self.resource
        try:
            decoding.recovered(error, self.name, resource.path, resource.model, lenient=False)
        except ResponseError as known:
            return known
        return ResponseError(f"{type(error).__name__}: {error}", method="GET", path=resource.path)

    def _verified(self, records: list[R], request: PageRequest) -> list[R]:
        if len(records) > request.take:
            raise ResponseError(
                f"{len(records)} records came where at most {request.take} were asked for: "
                f"pages would overlap",
                method="GET",
                path=self.resource.path,
            )
        require_honored(request.promised, records, self.name)
        return records


def _is_lower_bound(part: Filter[Any], field: Field[Any]) -> bool:
    return isinstance(part, Condition) and part.field == spec_of(field) and part.operator in (GTE, GT)


def require_window(skip: int, take: int, limit: int | None, prefetch: int) -> tuple[int, int, int | None]:
    """The first three, if the API accepts them all.

    Raises:
        ParameterError: if it does not.
    """
    require_page(skip, take, limit, prefetch)
    return skip, take, limit


def sliced(records: list[R], request: PageRequest) -> list[R]:
    """A page of records that are here already."""
    return records[request.skip : request.skip + request.take]
