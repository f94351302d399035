"""What can be wrong with a server: faults to give to the sandbox, so that clients can be tried on them.

A fault is a value with a hook for each step from a request to its answer. A hook that a fault does not
define changes nothing. Several faults of one request are applied one after the other, in the order in which
the sandbox was given them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection
from datetime import UTC, datetime
from email.utils import format_datetime
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypeVar

import attrs

from quentli_query.sandbox.answer import Answer, Delivery
from quentli_query.sandbox.issues import Issue, Path
from quentli_query.sandbox.query import read_query
from quentli_query.sandbox.stored import Page, Stored

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from quentli_query.sandbox.evaluator import Where
    from quentli_query.sandbox.query import Query


@attrs.frozen
class RecordedRequest:
    """A request that came in.

    Attributes:
        method: The HTTP method.
        path: The path, without the query.
        query: The query as it was received, percent-encoded and without the ``?``.
        filter: The where-object in ``filter``, decoded; None without one.
        order_by: The object in ``orderBy``, decoded; None without one.
        skip: How many records were to be passed over, 0 when left out; None if that could not be read.
        take: How many records were asked for at most, 20 when left out; None if that could not be read.
        status: The HTTP status of the answer; None if it was to be none.
        faults: The faults that the answer was given, in the order in which they were applied.
        body: The body as it was received; empty for GET and HEAD.
    """

    method: str
    path: str
    query: str
    filter: dict[str, Any] | None
    order_by: dict[str, Any] | None
    skip: int | None
    take: int | None
    status: int | None
    faults: tuple[Fault, ...] = ()
    body: bytes = b""


Only: TypeAlias = "Collection[int] | Callable[[RecordedRequest], bool]"


@attrs.frozen(kw_only=True)
class Fault:
    """Something that is wrong with the server, for all requests or for some.

    This one does nothing; the others are made from it.

    Args:
        only: Which requests: their numbers, counted from 1 in the order in which they come in, such as
            ``{3}`` or ``range(1, 4)``; or a function of the request, of which nothing is known yet about the
            answer. All when left out.
        probability: How likely each of them is to meet the fault, 0 to 1. The same for the same seed of the
            sandbox and the same requests.
        times: How many requests meet the fault at most, 1 or more; any number when left out.

    Raises:
        ValueError: ``probability`` or ``times`` is out of range.
    """

    only: Only | None = None
    probability: float = attrs.field(
        default=1.0, validator=[attrs.validators.ge(0.0), attrs.validators.le(1.0)]
    )
    times: int | None = attrs.field(default=None, validator=attrs.validators.optional(attrs.validators.ge(1)))

    def concerns(self, number: int, request: RecordedRequest) -> bool:
        """Return whether this request can meet the fault, given how many came in up to it."""
        if self.only is None:
            return True
        return self.only(request) if callable(self.only) else number in self.only

    def on_query(self, query: Query) -> Query:
        """Return how the server understands the query of a request."""
        return query

    def on_page(self, page: Page) -> Page:
        """Return the records that the server answers."""
        return page

    def on_answer(self, answer: Answer) -> Answer:
        """Return what the server sends."""
        return answer


_Part: TypeAlias = "str | Callable[[Path, Where], bool]"
_KEYS = re.compile(r"[^][]+(\[[^][]+\])*")


def _check_keys(_fault: object, _attribute: object, part: _Part) -> None:
    if isinstance(part, str) and not _KEYS.fullmatch(part):
        raise ValueError(f"{part!r} is not of the form key or key[key]")


@attrs.frozen
class IgnoreFilter(Fault):
    """Conditions of a filter are treated as if they had not been written, and there is no error.

    A group in which nothing is left counts as not written either: ``NOT[name]=Ana`` without its condition is
    no condition, and not the opposite of none.

    Args:
        part: Which conditions. Keys as in the filter, at whatever depth and in whatever group they stand:
            ``name`` for all conditions on the name, ``name[startsWith]`` for those with this operator,
            ``startsWith`` for the operator on all fields, ``NOT`` and ``OR`` for whole groups, ``NOT[name]``
            for the name right inside a NOT. Conditions count as they are spelled: ``name[equals]`` is not
            ``name=Ana``. Or a function of a place in the filter, such as ``("OR", 0, "name", "contains")``,
            and of what stands there.

    Raises:
        ValueError: ``part`` is not of this form.
    """

    part: _Part = attrs.field(validator=_check_keys)

    def on_query(self, query: Query) -> Query:
        """Return the query without these conditions."""
        chosen = self.part if callable(self.part) else _keyed(self.part)
        where = dict(_without(chosen, (query.where or {}).items(), ()))
        return attrs.evolve(query, where=where or None)


def _keyed(part: str) -> Callable[[Path, Where], bool]:
    wanted = tuple(part.replace("]", "").split("["))

    def chosen(path: Path, _value: Where) -> bool:
        keys = tuple(step for step in path if isinstance(step, str))
        return keys[-len(wanted) :] == wanted

    return chosen


_Step = TypeVar("_Step", str, int)


def _without(
    chosen: Callable[[Path, Where], bool], entries: Iterable[tuple[_Step, Where]], path: Path
) -> Iterator[tuple[_Step, Where]]:
    for step, value in entries:
        place = (*path, step)
        rest = None if chosen(place, value) else _rest(chosen, value, place)
        if rest is not None:
            yield step, rest


def _rest(chosen: Callable[[Path, Where], bool], value: Where, path: Path) -> Where | None:
    """Return what is left of a part of a filter; None if nothing is."""
    if isinstance(value, dict):
        return dict(_without(chosen, value.items(), path)) or None
    if isinstance(value, list):
        return [rest for _, rest in _without(chosen, enumerate(value), path)] or None
    return value


_NOTHING_SAID = read_query("")
_MEANINGS = {"filter": "where", "orderBy": "order", "skip": "skip", "take": "take"}


@attrs.frozen
class IgnoreParameter(Fault):
    """A query parameter is treated as if it had been left out: ``take`` is 20 then, for instance.

    Args:
        name: Which one.

    Raises:
        ValueError: There is no parameter of this name.
    """

    name: Literal["filter", "orderBy", "skip", "take"] = attrs.field(
        validator=attrs.validators.in_(_MEANINGS)
    )

    def on_query(self, query: Query) -> Query:
        """Return the query without the parameter, and without what was wrong with it."""
        attribute = _MEANINGS[self.name]
        issues = tuple(issue for issue in query.issues if issue.path[0] != self.name)
        return attrs.evolve(query, issues=issues, **{attribute: getattr(_NOTHING_SAID, attribute)})


@attrs.frozen
class SingleOrder(Fault):
    """An order by more than one key is refused with status 400."""

    def on_query(self, query: Query) -> Query:
        """Return the query with an issue if it has more than one key to order by."""
        keys = len(query.order or ())
        if keys < 2:
            return query
        issue = Issue(("orderBy",), "too_big", f"Expected one key to order by, received {keys}")
        return attrs.evolve(query, issues=(*query.issues, issue))


@attrs.frozen
class RecordFault(Fault):
    """Something that is wrong with the records on a page; the base of those that say what.

    Args:
        at: Which record on each page, counted from 0; all of them when left out.
    """

    at: int | None = attrs.field(default=None, kw_only=True)

    def on_page(self, page: Page) -> Page:
        """Return the page with the record changed."""
        return [
            Stored.of(self.changed(stored.record)) if self.at in {None, place} else stored
            for place, stored in enumerate(page)
        ]

    def changed(self, record: Mapping[str, Any]) -> dict[str, Any]:
        """Return what becomes of a record."""
        raise NotImplementedError


def _names(names: str | Iterable[str]) -> frozenset[str]:
    return frozenset([names] if isinstance(names, str) else names)


@attrs.frozen
class MissingFields(RecordFault):
    """Records come without some of their fields.

    Args:
        fields: Which fields: a name as on the wire, or several.
    """

    fields: frozenset[str] = attrs.field(converter=_names)

    def changed(self, record: Mapping[str, Any]) -> dict[str, Any]:
        """Return the record without the fields."""
        return {name: value for name, value in record.items() if name not in self.fields}


def _check_json(_fault: object, _attribute: object, value: object) -> None:
    json.dumps(value, allow_nan=False)


def _copied(values: Mapping[str, Any]) -> dict[str, Any]:
    return dict(values)


@attrs.frozen
class ChangedFields(RecordFault):
    """Records come with other values: ones that no client knows yet, or that none can read.

        >>> new = ChangedFields({"loyaltyTier": "PLATINUM"})
        >>> unreadable = ChangedFields({"createdAt": "the day before yesterday"}, at=3)

    Args:
        values: The values by the fields' names, as on the wire. Fields that a record does not have are added.

    Raises:
        ValueError: A value is one that JSON cannot express, such as a NaN.
        TypeError: A value is of a type that JSON cannot express.
    """

    values: Mapping[str, Any] = attrs.field(converter=_copied, validator=_check_json)

    def changed(self, record: Mapping[str, Any]) -> dict[str, Any]:
        """Return the record with the values."""
        return {**record, **self.values}


def _retry_after(value: int | datetime | str | None) -> str | None:
    if isinstance(value, datetime):
        return format_datetime(value.astimezone(UTC), usegmt=True)
    return None if value is None else str(value)


def _phrase(code: int) -> str:
    known = {status.value: status.phrase for status in HTTPStatus}
    return known.get(code, f"Status {code}")


@attrs.frozen
class ErrorStatus(Fault):
    """The answer is an error.

        >>> ErrorStatus(503, retry_after=2).retry_after
        '2'
        >>> ErrorStatus(429, retry_after=datetime(2025, 1, 10, 12, 0, tzinfo=UTC)).retry_after
        'Fri, 10 Jan 2025 12:00:00 GMT'

    Args:
        code: The HTTP status, 400 to 599, registered or not.
        message: What the body says, in the API's usual form; the status in words when left out.
        body: The body instead, as it is, for an error that does not come from the API but from before it.
        content_type: The body's type.
        retry_after: The header of this name: seconds, an aware datetime that is sent as an HTTP date, or text
            that is sent as it is. No such header when left out.

    Raises:
        ValueError: ``code`` is out of range.
    """

    code: int = attrs.field(validator=[attrs.validators.ge(400), attrs.validators.le(599)])
    message: str | None = attrs.field(default=None, kw_only=True)
    body: bytes | None = attrs.field(default=None, kw_only=True)
    content_type: str = attrs.field(default="application/json", kw_only=True)
    retry_after: str | None = attrs.field(default=None, kw_only=True, converter=_retry_after)

    def on_answer(self, answer: Answer) -> Answer:
        """Return the error."""
        said = {"error": {"message": self.message or _phrase(self.code)}}
        body = json.dumps(said).encode() if self.body is None else self.body
        wait = {} if self.retry_after is None else {"retry-after": self.retry_after}
        headers = {"content-type": self.content_type, **wait}
        return attrs.evolve(answer, status=self.code, headers=headers, body=body)


@attrs.frozen
class Delay(Fault):
    """The answer comes late. Several requests wait at the same time, not one after the other.

    Args:
        seconds: How long the client has to wait for the first byte, 0 or more.

    Raises:
        ValueError: ``seconds`` is negative.
    """

    seconds: float = attrs.field(validator=attrs.validators.ge(0))

    def on_answer(self, answer: Answer) -> Answer:
        """Return the answer, later by this much."""
        return attrs.evolve(answer, delay=answer.delay + self.seconds)


@attrs.frozen
class DropConnection(Fault):
    """The connection is closed before the first byte of an answer."""

    def on_answer(self, answer: Answer) -> Answer:
        """Return an answer that does not go out."""
        return attrs.evolve(answer, delivery=Delivery.NONE)


@attrs.frozen
class CutBody(Fault):
    """The connection is closed in the middle of the body, the whole length of which was promised."""

    def on_answer(self, answer: Answer) -> Answer:
        """Return an answer of which half goes out."""
        return attrs.evolve(answer, delivery=Delivery.HALF)


@attrs.frozen
class TruncatedJson(Fault):
    """The answer is complete as HTTP goes, but the JSON in it ends in the middle."""

    def on_answer(self, answer: Answer) -> Answer:
        """Return the answer with half of its body."""
        return attrs.evolve(answer, body=answer.body[: len(answer.body) // 2])


@attrs.frozen
class WrongJson(Fault):
    """The answer is sound JSON, but not what the API promises.

    Args:
        value: The JSON; an empty object when left out.

    Raises:
        ValueError: It is something that JSON cannot express, such as a NaN.
        TypeError: It is of a type that JSON cannot express.
    """

    value: Any = attrs.field(factory=dict[str, Any], validator=_check_json)

    def on_answer(self, answer: Answer) -> Answer:
        """Return the answer with this JSON."""
        return attrs.evolve(answer, body=json.dumps(self.value).encode())


@attrs.frozen
class Html(Fault):
    """The answer is a page for people with status 200, as from a proxy that wants a login or is under repair.

    Args:
        text: The page.
    """

    text: str = "<!doctype html><title>Back soon</title><h1>We will be back soon</h1>"

    def on_answer(self, answer: Answer) -> Answer:
        """Return the page."""
        headers = {"content-type": "text/html; charset=utf-8"}
        return attrs.evolve(answer, status=200, headers=headers, body=self.text.encode())
