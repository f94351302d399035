"""From an answer to records; and where that fails, which record it was, and which of its fields."""

from __future__ import annotations

import json
import re
from contextvars import ContextVar
from functools import cache
from traceback import walk_tb
from typing import TYPE_CHECKING, Any, Final, cast
from weakref import ref

from attrs import define, field, fields
from quentli_client.errors import UnexpectedStatus
from quentli_client.types import UNSET, Response

from ..errors import ResponseError
from .http.body import beginning

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    import httpx

UNREADABLE: Final = (ValueError, LookupError, TypeError, AttributeError, RecursionError)
"""What a generated function raises if it cannot read the answer."""

# Not the answer itself: it is full of people's data, and should go when its caller is done with it. While
# an error of reading it is being handled, the error's traceback keeps it alive.
_last: ContextVar[ref[httpx.Response] | None] = ContextVar("last_answer", default=None)
_retries: ContextVar[int] = ContextVar("last_answers_retries", default=0)


def remember(answer: httpx.Response, retries: int) -> None:
    """Note the answer that the generated code of this thread or task is about to read."""
    _last.set(ref(answer))
    _retries.set(retries)


def _remembered() -> httpx.Response | None:
    reference = _last.get()
    return None if reference is None else reference()


class _DamageError(Exception):
    """What is wrong with an answer, in words. Becomes a ResponseError."""


_ARRAY = re.compile(rb"(?:\xef\xbb\xbf)?\s*\[")


def records(answer: Response[Any], resource: str, path: str) -> list[Any]:
    """The records that the generated code has read.

    Raises:
        ResponseError: if the answer is not an array of records.
    """
    # The generated code takes anything that it can iterate over for a list, also an empty object.
    if answer.parsed is None or not _ARRAY.match(answer.content):
        raise ResponseError(
            f"a list of {resource} was promised, and status {answer.status_code} came without one",
            method="GET",
            path=path,
            retries=_retries.get(),
            status=answer.status_code,
            body=beginning(answer.content),
        )
    found: list[Any] = answer.parsed
    return found


def record(answer: Response[Any], resource: str, path: str, model: type, lenient: bool) -> Any:
    """The record that the generated code has read, or None where the API answered null.

    Args:
        answer: what the generated function made of the answer.
        resource: what it should be one of, for messages.
        path: of the request, for messages.
        model: the generated class of the record.
        lenient: whether it may lack required fields; they are `UNSET` then.

    Raises:
        ResponseError: if the answer is no such record, naming the field that it fails on.
    """
    if isinstance(answer.parsed, model):
        return answer.parsed
    return _reread(answer, resource, path, model, lenient)


def recovered_record(error: Exception, resource: str, path: str, model: type, lenient: bool) -> Any:
    """What there is to be had of a record that the generated code could not read; see `recovered`."""
    answer = _remembered()
    if answer is None:
        raise _refusal(type(error).__name__, f"one of {resource}", path)
    return _reread(answer, resource, path, model, lenient)


def _reread(answer: Any, resource: str, path: str, model: type, lenient: bool) -> Any:
    try:
        return _read_one(answer, model, lenient=lenient)
    except _DamageError as found:
        damage = str(found)
    raise _refusal(damage, f"one of {resource}", path, answer.status_code, answer.content)


def recovered(error: Exception, resource: str, path: str, model: type, lenient: bool) -> list[Any]:
    """What there is to be had of an answer that the generated code could not read.

    Args:
        error: what the generated function raised, one of `UNREADABLE`; still being handled.
        resource: what there should be a list of, for messages.
        path: of the request, for messages.
        model: the generated class of a record.
        lenient: whether a record may lack required fields; they are `UNSET` then.

    Raises:
        ResponseError: naming the first record that cannot be read, and the field that it fails on.
    """
    answer = _remembered()
    if answer is None:
        raise _refusal(type(error).__name__, f"a list of {resource}", path)
    try:
        return _read_all(answer, model, lenient=lenient)
    except _DamageError as found:
        damage = str(found)
    raise _refusal(damage, f"a list of {resource}", path, answer.status_code, answer.content)


def promised(parse: Callable[..., Any], client: object, answer: httpx.Response) -> Any:
    """What a generated function reads in an answer, as far as it can be held against what it promises.

    Args:
        parse: the function, which takes `client` and `response`.
        client: what it is given as the first of them.
        answer: of our own transport, and so a success.

    Raises:
        ResponseError: if the answer cannot be read, or is of another kind than what was promised.
    """
    found: Any = None
    try:
        found = parse(client=client, response=answer)
        damage = _unlike(found, answer)
    except UnexpectedStatus:
        damage = f"status {answer.status_code} came"
    except UNREADABLE as error:
        damage = _reason(error, answer)
    if damage is None:
        return found
    request = answer.request
    raise _refusal(
        damage, "what was promised", request.url.path, answer.status_code, answer.content, request.method
    )


def _unlike(found: object, answer: httpx.Response) -> str | None:
    """What is wrong with what a generated function made of an answer: empty ones pass as anything."""
    if found is None:
        return None if answer.content.strip() == b"null" else f"status {answer.status_code} came"
    if isinstance(found, list) is bool(_ARRAY.match(answer.content)):
        return None
    return f"it is {_kind(_json(answer))}"


def _reason(error: Exception, answer: httpx.Response) -> str:
    """What a generated function could not read: the field at fault of the innermost record that it was at."""
    try:
        found = _json(answer)
        is_array = isinstance(found, list)
        readings = list(_readings(error))
        # A record was to be made of the whole answer, or else one of each item.
        is_whole = any(given == found for _, given in readings[:1])
        if not readings or is_whole is is_array or not (is_array or isinstance(found, dict)):
            return f"it is {_kind(found)}"
        objects = [reading for reading in readings if isinstance(reading[1], dict)]
        if not objects:
            return f"an item of it is {_kind(readings[-1][1])}, and not an object"
        _read_record(*objects[-1], lenient=False)
    except _DamageError as damage:
        return str(damage)
    return type(error).__name__


def _readings(error: Exception) -> Iterator[tuple[Any, object]]:
    """The models that were reading when an error arose, the outermost first, each with what it was given."""
    for frame, _ in walk_tb(error.__traceback__):
        if frame.f_code.co_name == "from_dict":
            yield frame.f_locals["cls"], frame.f_locals["src_dict"]


def _refusal(
    damage: str,
    promised: str,
    path: str,
    status: int | None = None,
    content: bytes = b"",
    method: str = "GET",
) -> ResponseError:
    return ResponseError(
        f"the answer cannot be read as {promised}: {damage}",
        method=method,
        path=path,
        retries=_retries.get(),
        status=status,
        body=beginning(content),
    )


def _read_all(answer: httpx.Response, model: Any, *, lenient: bool) -> list[Any]:
    if answer.status_code != 200:
        raise _DamageError(f"status {answer.status_code} came")
    fillers: dict[str, Any] = {}
    read: list[Any] = []
    for position, item in enumerate(_array(answer)):
        try:
            read.append(_read(model, item, fillers, lenient=lenient))
        except _DamageError as damage:
            raise _DamageError(f"{_named(_id(item), position)}: {damage}") from None
    return read


def _read_one(answer: httpx.Response, model: Any, *, lenient: bool) -> Any:
    if answer.status_code != 200:
        raise _DamageError(f"status {answer.status_code} came")
    item = _json(answer)
    return None if item is None else _read_record(model, item, lenient=lenient)


def _read_record(model: Any, item: object, *, lenient: bool) -> Any:
    found = _id(item)
    which = f"record {found[:100]}: " if isinstance(found, str) else ""
    try:
        return _read(model, item, {}, lenient=lenient)
    except _DamageError as damage:
        raise _DamageError(f"{which}{damage}") from None


def _array(answer: httpx.Response) -> list[object]:
    found = _json(answer)
    if not isinstance(found, list):
        raise _DamageError(f"it is {_kind(found)}, and not an array")
    return cast("list[object]", found)


def _json(answer: httpx.Response) -> object:
    try:
        return json.loads(answer.content)
    except ValueError as error:
        kind = answer.headers.get("content-type", "no type")[:100]
        raise _DamageError(f"it is not JSON: {_place(error)} (it says that it is {kind})") from None
    except RecursionError:
        raise _DamageError("it is nested too deep") from None


def _place(error: ValueError) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg} at character {error.pos}"
    return type(error).__name__


_KINDS: Final = {
    dict: "an object",
    list: "an array",
    str: "a string",
    bool: "a truth value",
    type(None): "null",
}


def _kind(value: object) -> str:
    kind: type = type(value)
    return _KINDS.get(kind, "a number")


def _id(item: object) -> object:
    return cast("dict[str, object]", item).get("id") if isinstance(item, dict) else None


def _named(record_id: object, position: int) -> str:
    number = f"number {position + 1} on the page"
    return f"record {record_id[:100]}, {number}" if isinstance(record_id, str) else f"the record {number}"


def _read(model: Any, item: object, fillers: dict[str, Any], *, lenient: bool) -> Any:
    """One record. What one lacks, the next is likely to lack as well, so `fillers` remembers it."""
    if not isinstance(item, dict):
        raise _DamageError(f"it is {_kind(item)}, and not an object")
    given = cast("dict[str, Any]", item)
    absent = {key: filler for key, filler in fillers.items() if key not in given}
    try:
        record = model.from_dict({**given, **absent})
    except UNREADABLE:
        absent = _Rebuilding(model, given, lenient).absent()
        fillers.update(absent)
        record = _once_more(model, {**given, **absent})
    for key in absent:
        setattr(record, _attributes(model)[_plain(key)], UNSET)
    return record


def _once_more(model: Any, item: dict[str, Any]) -> Any:
    try:
        return model.from_dict(item)
    except UNREADABLE as error:
        raise _DamageError(type(error).__name__) from None


# What a generated model takes for a field that is absent: its own "unset" where it looks no closer, null
# where that may stand, or else something of the right form. It is taken out again.
_FILLERS: Final[tuple[Any, ...]] = (UNSET, None, "1970-01-01T00:00:00+00:00", (), {})


@define
class _Rebuilding:
    """A record, given to its model field by field in the order in which the model asks for them.

    The field that the model fails on is then the one that it was given last. That takes long, and is only
    done with a record that cannot be read at once.
    """

    model: Any
    item: dict[str, Any]
    lenient: bool
    _known: dict[str, Any] = field(factory=dict[str, Any])
    _absent: dict[str, Any] = field(factory=dict[str, Any])

    def absent(self) -> dict[str, Any]:
        """What has to be filled in.

        Raises:
            _DamageError: naming the field at fault.
        """
        key = _asked_for(self.model, {})
        while key is not None:
            key = self._add(key)
        for optional in [key for key in self.item if key not in self._known]:
            self._add(optional)
        return self._absent

    def _add(self, key: str) -> str | None:
        """Give the model one more field; which one it asks for next, or None if it is content."""
        for value in self._choices(key):
            self._known[key] = value
            try:
                following = _asked_for(self.model, self._known)
            except UNREADABLE:
                continue
            if key not in self.item:
                self._absent[key] = value
            return following
        raise _DamageError(f"its {key} {'cannot be read' if key in self.item else 'is missing'}")

    def _choices(self, key: str) -> Iterable[Any]:
        if key in self.item:
            return (self.item[key],)
        return _FILLERS if self.lenient and _plain(key) in _attributes(self.model) else ()


def _asked_for(model: Any, known: dict[str, Any]) -> str | None:
    try:
        model.from_dict(known)
    except KeyError as error:
        # A frame of this function and one of the model's own; any more, and it is something inside a field.
        trace = error.__traceback__
        if trace is None or trace.tb_next is None or trace.tb_next.tb_next is not None:
            raise
        return str(error.args[0])
    return None


@cache
def _attributes(model: Any) -> dict[str, str]:
    return {_plain(each.name): each.name for each in fields(model)}


def _plain(name: str) -> str:
    """A name as it is on the wire and in Python alike, whatever case and underscores either has."""
    return name.replace("_", "").lower()
