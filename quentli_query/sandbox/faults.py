"""Faults of a server, so that clients can be tested against them.

A fault is a value with a hook for each step from a request to its response. A hook that a fault does not
define changes nothing. The faults of one request are applied in the order in which the sandbox got them.
Only faults with arguments of their own need to be decorated; the others get everything from `Fault`.
The public faults stand in __init__.pyi, too.
"""

from __future__ import annotations

import http.client
import json
import random
import re
import secrets
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from email.utils import format_datetime
from functools import reduce
from typing import Any, Final, Literal

from attrs import Factory, converters, define, evolve, field, frozen, validators

from .query import OBJECTS, Query, Where, read_query
from .responses import Answer, Delivery, Issue, Path, dump_json
from .validation import check_items


@frozen
class RecordedRequest:
    """A request that the sandbox received.

    Attributes:
        method: the HTTP method.
        path: the path, without the query.
        query: the query as it was received: percent-encoded, without the `?`.
        filter: the where-object in `filter`, decoded; None without one.
        order_by: the object in `orderBy`, decoded; None without one.
        skip: the number of records to skip, 0 by default; None if it could not be read.
        take: the maximum number of records, 20 by default; None if it could not be read.
        status: the HTTP status of the response; None if none was sent.
        faults: the faults of the response, in the order in which they were applied.
        body: the body as it was received; empty for GET and HEAD.
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


@frozen(kw_only=True)
class Fault:
    """A fault of the server, for all requests or for some. The base of all faults: it does nothing.

    Args:
        only: the requests that can meet the fault: their numbers, counted from 1 as they come in, such as
            `{3}` or `range(1, 4)`, or a function of the request, which has no status and no faults yet.
            All by default.
        probability: the probability that each of these requests meets the fault, 0 to 1. The same requests
            to a sandbox with the same seed meet the same faults.
        times: the maximum number of requests that meet the fault, 1 or more. No maximum by default.

    Raises:
        ValueError: if `probability` or `times` is out of range.
    """

    only: Collection[int] | Callable[[RecordedRequest], bool] | None = None
    probability: float = field(default=1.0, validator=[validators.ge(0.0), validators.le(1.0)])
    times: int | None = field(default=None, validator=validators.optional(validators.ge(1)))

    def concerns(self, number: int, request: RecordedRequest) -> bool:
        """Return whether the request with this number, counted from 1, can meet the fault."""
        if self.only is None:
            return True
        return self.only(request) if callable(self.only) else number in self.only

    def on_request(self) -> Answer | None:
        """Return the answer of a server that does nothing with the request; None if it carries it out."""
        return None

    def on_query(self, query: Query) -> Query:
        """Return the query as the server understands it."""
        return query

    def on_page(self, records: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Return the records that the server answers."""
        return records

    def on_answer(self, answer: Answer) -> Answer:
        """Return the answer that the server sends."""
        return answer


@frozen
class ActiveFaults:
    """The faults of one request.

    Attributes:
        faults: the faults, in the order in which they are applied.
    """

    faults: tuple[Fault, ...]

    def on_request(self) -> Answer | None:
        """Return the answer of the first fault that refuses the request; None if none does."""
        return next(filter(None, (fault.on_request() for fault in self.faults)), None)

    def on_query(self, query: Query) -> Query:
        """Return the query as the server understands it."""
        return reduce(lambda changed, fault: fault.on_query(changed), self.faults, query)

    def on_page(self, page: Sequence[bytes]) -> Sequence[bytes]:
        """Return the records that the server answers, each as JSON."""
        if all(type(fault).on_page is Fault.on_page for fault in self.faults):
            return page
        records = [json.loads(record) for record in page]
        changed = reduce(lambda changed, fault: fault.on_page(changed), self.faults, records)
        return [dump_json(record) for record in changed]

    def on_answer(self, answer: Answer) -> Answer:
        """Return the answer that the server sends."""
        return reduce(lambda changed, fault: fault.on_answer(changed), self.faults, answer)


class FaultSchedule:
    """The choice of faults for each request.

    Args:
        faults: the faults of the sandbox.
        seed: the seed of the random numbers that decide by the probabilities of faults.
    """

    def __init__(self, faults: Iterable[Fault], seed: int) -> None:
        given = tuple(faults)
        check_items("faults", given, Fault, "a fault such as ErrorStatus(503)")
        # With tokens of its own: the marker of a class gives the same value to many sandboxes.
        self._faults = tuple(evolve(each) if isinstance(each, RateLimit) else each for each in given)
        # One generator per fault, so that its random numbers do not depend on the faults before it.
        self._generators = [random.Random(f"{seed}/{place}") for place in range(len(self._faults))]  # noqa: S311
        self._uses = Counter[int]()
        self._requests = 0

    def choose(self, request: RecordedRequest) -> ActiveFaults:
        """Choose the faults of the next request."""
        self._requests += 1
        met = [place for place in range(len(self._faults)) if self._is_met(place, request)]
        self._uses.update(met)
        return ActiveFaults(tuple(self._faults[place] for place in met))

    def _is_met(self, place: int, request: RecordedRequest) -> bool:
        fault = self._faults[place]
        possible = self._uses[place] != fault.times and fault.concerns(self._requests, request)
        return possible and self._generators[place].random() < fault.probability


# Faults in reading the query


def _check_part(_fault: object, _attribute: object, part: Any) -> None:
    if isinstance(part, str) and not re.fullmatch(r"[^][]+(\[[^][]+\])*", part):
        raise ValueError(f"{part!r} is not of the form key or key[key]")


@frozen
class IgnoreFilter(Fault):
    """Conditions of a filter are ignored, without an error.

    A group in which no condition is left is ignored as well: `NOT[name]=Ana` without its condition matches
    every record.

    Args:
        part: the conditions to ignore. Keys as in the filter, at any depth and in any group: `name` for all
            conditions on the name, `name[startsWith]` for those with this operator, `startsWith` for the
            operator on all fields, `NOT` and `OR` for whole groups, `NOT[name]` for the name directly
            inside a NOT. Conditions count as they are spelled: `name[equals]` does not ignore `name=Ana`.
            Or a function of a path in the filter, such as `("OR", 0, "name", "contains")`, and of the value
            at that path.

    Raises:
        ValueError: if `part` is not of this form.
    """

    part: str | Callable[[Path, Where], bool] = field(validator=_check_part)

    def on_query(self, query: Query) -> Query:
        """Return the query without these conditions."""
        return evolve(query, where=self._prune(query.where or {}, ()))

    def _prune(self, where: Where, path: Path) -> Any:
        """Return a part of a filter without the ignored conditions; None if nothing is left."""
        if path and self._ignores(path, where):
            return None
        if isinstance(where, str):
            return where
        members: Iterable[tuple[Any, Where]] = where.items() if isinstance(where, dict) else enumerate(where)
        pruned = {step: self._prune(member, (*path, step)) for step, member in members}
        kept = {step: member for step, member in pruned.items() if member is not None}
        return (kept if isinstance(where, dict) else [*kept.values()]) or None

    def _ignores(self, path: Path, value: Where) -> bool:
        if callable(self.part):
            return self.part(path, value)
        keys = re.findall(r"[^][]+", self.part)
        return [step for step in path if isinstance(step, str)][-len(keys) :] == keys


_DEFAULTS: Final = read_query("")
_ATTRIBUTES: Final = {"filter": "where", "orderBy": "order", "skip": "skip", "take": "take"}


@frozen
class IgnoreParameter(Fault):
    """A query parameter is ignored, as if it had been left out: `take` is 20 then, for example.

    Args:
        name: the parameter.

    Raises:
        ValueError: if there is no parameter of this name.
    """

    name: Literal["filter", "orderBy", "skip", "take"] = field(validator=validators.in_(_ATTRIBUTES))

    def on_query(self, query: Query) -> Query:
        """Return the query without the parameter and its issues."""
        attribute = _ATTRIBUTES[self.name]
        issues = tuple(issue for issue in query.issues if issue.path[0] != self.name)
        return evolve(query, issues=issues, **{attribute: getattr(_DEFAULTS, attribute)})


@frozen
class IgnoreQueryStyle(Fault):
    """Filters and orders in one of the two forms are ignored, as if they had been left out.

    Args:
        style: "string" for one string each, `filter=name%5Bequals%5D%3DAna`; "nested" for parameters such as
            `filter[name][equals]=Ana`.

    Raises:
        ValueError: if there is no such form.
    """

    style: Literal["string", "nested"] = field(validator=validators.in_(("string", "nested")))

    def on_query(self, query: Query) -> Query:
        """Return the query without its parameters in this form."""
        ignored = [
            IgnoreParameter(name) for name in OBJECTS if (name in query.nested) == (self.style == "nested")
        ]
        return reduce(lambda changed, fault: fault.on_query(changed), ignored, query)


class LongLists(Fault):
    """Lists in filters may have more than 20 items. Express 4 reads up to 1,000, by its own settings of qs.

    Without this fault, a longer list is an object with the indices as keys, as with the defaults of qs.
    """

    def on_query(self, query: Query) -> Query:
        """Return the query with lists in place of such objects."""
        return evolve(query, where=_restore_lists(query.where or {}))


def _restore_lists(where: Where) -> Any:
    if isinstance(where, str):
        return where
    if isinstance(where, list):
        return [_restore_lists(each) for each in where]
    if where and all(map(str.isdecimal, where)):
        return [_restore_lists(where[index]) for index in sorted(where, key=int)]
    return {key: _restore_lists(value) for key, value in where.items()}


class SingleOrder(Fault):
    """An order by more than one key is refused with status 400."""

    def on_query(self, query: Query) -> Query:
        """Return the query, with an issue if its order has more than one key."""
        keys = len(query.order or ())
        issue = Issue(("orderBy",), "too_big", f"Expected one key to order by, received {keys}")
        return evolve(query, issues=(*query.issues, issue)) if keys > 1 else query


@frozen
class CappedTake(Fault):
    """A page has fewer records than asked for, without an error, though more records follow.

    Servers that protect themselves from large pages do this.

    Args:
        at_most: the maximum number of records on a page, 1 or more.

    Raises:
        ValueError: if `at_most` is less than 1.
    """

    at_most: int = field(validator=validators.ge(1))

    def on_query(self, query: Query) -> Query:
        """Return the query with a smaller `take`."""
        return evolve(query, take=query.take and min(query.take, self.at_most))


class UnescapedWildcards(Fault):
    """`%` and `_` are wildcards in `contains`, `startsWith` and `endsWith`.

    Servers with Prisma do this: Prisma writes the text into a `LIKE` pattern without escaping it.
    """

    def on_query(self, query: Query) -> Query:
        """Return the query with wildcards."""
        return evolve(query, wildcards=True)


class ShuffledTies(Fault):
    """Records that the order leaves equal come in another order at every request.

    Databases do this: SQL defines no order among equal rows. Such records may stand on two pages, or on none.
    """

    def on_query(self, query: Query) -> Query:
        """Return the query with another order of equal records."""
        return evolve(query, tie_seed=secrets.randbits(31))


class Microseconds(Fault):
    """Instants have microseconds, in responses and in comparisons, not milliseconds.

    Databases do this: PostgreSQL stores microseconds, which many APIs cut off and some do not.
    """

    def on_query(self, query: Query) -> Query:
        """Return the query for instants with microseconds."""
        return evolve(query, microseconds=True)


@frozen
class Delay(Fault):
    """The answer comes late. Concurrent requests wait at the same time, not one after the other.

    Args:
        seconds: seconds until the first byte, 0 or more.

    Raises:
        ValueError: if `seconds` is negative.
    """

    seconds: float = field(validator=validators.ge(0))

    def on_query(self, query: Query) -> Query:
        """Return the query with a longer delay."""
        return evolve(query, delay=query.delay + self.seconds)


class SlowOffset(Delay):
    """The answer is the later, the more records are skipped.

    Databases do this: they read all skipped rows.

    Args:
        seconds: the delay per 1,000 skipped records, 0 or more.

    Raises:
        ValueError: if `seconds` is negative.
    """

    def on_query(self, query: Query) -> Query:
        """Return the query with a longer delay."""
        return evolve(query, delay=query.delay + self.seconds * (query.skip or 0) / 1000)


# Faults in the records


@frozen
class RecordFault(Fault):
    """The base of faults in the records of a page.

    Args:
        at: the index of the faulty record on each page; all records by default.
    """

    at: int | None = field(default=None, kw_only=True)

    def on_page(self, records: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Return the records with the faulty ones changed."""
        faulty = range(len(records)) if self.at is None else {self.at}
        return [self.change_record(each) if place in faulty else each for place, each in enumerate(records)]

    def change_record(self, record: dict[str, Any]) -> dict[str, Any]:
        """Return the record with its fault."""
        raise NotImplementedError


def _convert_names(names: str | Iterable[str]) -> frozenset[str]:
    return frozenset([names] if isinstance(names, str) else names)


@frozen
class MissingFields(RecordFault):
    """Records lack some of their fields.

    Args:
        fields: the API's name of the field, or several names.
    """

    fields: frozenset[str] = field(converter=_convert_names)

    def change_record(self, record: dict[str, Any]) -> dict[str, Any]:
        """Return the record without the fields."""
        return {name: value for name, value in record.items() if name not in self.fields}


def _copy_json(values: Mapping[str, Any]) -> Any:
    return json.loads(dump_json(dict(values)))


@frozen
class ChangedFields(RecordFault):
    """Fields of records have other values: new ones that no client knows yet, or unreadable ones.

        >>> new = ChangedFields({"loyaltyTier": "PLATINUM"})
        >>> unreadable = ChangedFields({"createdAt": "the day before yesterday"}, at=3)

    Args:
        values: the values by the API's field names. Fields that a record lacks are added.

    Raises:
        ValueError: if JSON cannot express a value, such as NaN.
        TypeError: if JSON cannot express the type of a value.
    """

    values: Mapping[str, Any] = field(converter=_copy_json)

    def change_record(self, record: dict[str, Any]) -> dict[str, Any]:
        """Return the record with the values."""
        return {**record, **self.values}


# Faults in the answer


def _format_header(value: int | datetime | str) -> str:
    return format_datetime(value.astimezone(UTC), usegmt=True) if isinstance(value, datetime) else str(value)


@frozen
class ErrorStatus(Fault):
    """The answer is an error.

    With a status of 400 to 499 the server does nothing. With one of 500 to 599 it has carried out a write.

        >>> ErrorStatus(503, retry_after=2).retry_after
        '2'
        >>> ErrorStatus(429, retry_after=datetime(2025, 1, 10, 12, 0, tzinfo=UTC)).retry_after
        'Fri, 10 Jan 2025 12:00:00 GMT'

    Args:
        code: the HTTP status, 400 to 599, registered or not.
        message: the message in the body, in the API's form; the phrase of the status by default.
        body: another body, as it is, for an error that does not come from the API but from a proxy.
        content_type: the type of the body.
        retry_after: the header of this name: seconds, an aware datetime that is sent as an HTTP date, or
            text that is sent as it is. No such header by default.

    Raises:
        ValueError: if `code` is out of range.
    """

    code: int = field(validator=[validators.ge(400), validators.le(599)])
    message: str | None = field(default=None, kw_only=True)
    body: bytes | None = field(default=None, kw_only=True)
    content_type: str = field(default="application/json", kw_only=True)
    retry_after: str | None = field(default=None, kw_only=True, converter=converters.optional(_format_header))

    def on_request(self) -> Answer | None:
        """Return the error, if it says that the server refused the request."""
        return self.on_answer(Answer.of_json(b"")) if self.code < 500 else None

    def on_answer(self, answer: Answer) -> Answer:
        """Return the error."""
        message = self.message or http.client.responses.get(self.code, f"Status {self.code}")
        body = Answer.of_error(self.code, {"message": message}).body if self.body is None else self.body
        retry_after = {} if self.retry_after is None else {"retry-after": self.retry_after}
        headers = {"content-type": self.content_type, **retry_after}
        return evolve(answer, status=self.code, headers=headers, body=body)


@define
class _Bucket:
    """The tokens that a rate limit has left, and the time when they were counted."""

    tokens: float
    counted: float = field(factory=time.monotonic)


@frozen
class RateLimit(Fault):
    """Requests beyond a rate are refused with status 429: a token bucket, for all requests together.

    Args:
        per_second: the number of requests accepted per second, more than 0.
        burst: the number of requests accepted at once after a while without requests, 1 or more.
        retry_after: the seconds in the header Retry-After of a refusal. No such header if None.

    Raises:
        ValueError: if `per_second` or `burst` is out of range.
    """

    per_second: float = field(validator=validators.gt(0))
    burst: int = field(default=1, validator=validators.ge(1), kw_only=True)
    retry_after: int | None = field(default=None, kw_only=True)
    _bucket: _Bucket = field(
        default=Factory(lambda fault: _Bucket(fault.burst), takes_self=True), init=False, repr=False, eq=False
    )

    def on_request(self) -> Answer | None:
        """Return the refusal, if no token is left."""
        bucket, now = self._bucket, time.monotonic()
        bucket.tokens = min(self.burst, bucket.tokens + (now - bucket.counted) * self.per_second)
        bucket.counted = now
        if bucket.tokens < 1:
            return ErrorStatus(429, retry_after=self.retry_after).on_request()
        bucket.tokens -= 1
        return None


@frozen
class DropConnection(Fault):
    """The connection is closed before the first byte of the answer.

    Args:
        after_write: whether the server carries out a write before; otherwise it does nothing.
    """

    after_write: bool = field(default=True, kw_only=True)

    def on_request(self) -> Answer | None:
        """Return an answer to be dropped, if the server does nothing."""
        return None if self.after_write else Answer.of_json(b"")

    def on_answer(self, answer: Answer) -> Answer:
        """Return the answer, to be dropped."""
        return evolve(answer, delivery=Delivery.NONE)


class CutBody(Fault):
    """The connection is closed in the middle of the body. The headers have the length of the whole body."""

    def on_answer(self, answer: Answer) -> Answer:
        """Return the answer, to be sent by half."""
        return evolve(answer, delivery=Delivery.HALF)


class TruncatedJson(Fault):
    """The answer is complete HTTP, but the JSON in the body ends in the middle."""

    def on_answer(self, answer: Answer) -> Answer:
        """Return the answer with half of its body."""
        return evolve(answer, body=answer.body[: len(answer.body) // 2])


def _check_json(_fault: object, _attribute: object, value: object) -> None:
    json.dumps(value, allow_nan=False)


@frozen
class WrongJson(Fault):
    """The answer is valid JSON, but not of the API's form.

    Args:
        value: the JSON; an empty object by default.

    Raises:
        ValueError: if JSON cannot express the value, such as NaN.
        TypeError: if JSON cannot express the type of the value.
    """

    value: Any = field(factory=dict[str, Any], validator=_check_json)

    def on_answer(self, answer: Answer) -> Answer:
        """Return the answer with this JSON."""
        return evolve(answer, body=json.dumps(self.value).encode())


@frozen
class Html(Fault):
    """The answer is an HTML page with status 200, as from a proxy that wants a login or is under maintenance.

    Args:
        text: the page.
    """

    text: str = "<!doctype html><title>Back soon</title><h1>We will be back soon</h1>"

    def on_answer(self, answer: Answer) -> Answer:
        """Return the page."""
        headers = {"content-type": "text/html; charset=utf-8"}
        return evolve(answer, status=200, headers=headers, body=self.text.encode())
