"""Decoder from responses to records. Errors name the record and field that can't be read."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from attrs import fields
from quentli_client.errors import FieldError, UnexpectedStatus, name_json_type
from quentli_client.types import UNSET

from ..errors import ResponseError, copy_error
from .http.response import EXCERPT_BYTES, EXCERPT_CHARACTERS, clean_headers, read_text
from .http.retry import get_call

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

T = TypeVar("T")

# A model takes one of these in place of a missing field, whichever type the field has.
_PLACEHOLDERS: Final[tuple[Any, ...]] = (UNSET, None, "1970-01-01T00:00:00+00:00", (), {})


def decode_records(response: httpx.Response, model: Any, resource: str, *, lenient: bool) -> list[Any]:
    """Decode a page record by record.

    Args:
        response: a successful response.
        model: the generated class of the records.
        resource: the name of the list, for messages.
        lenient: whether a record may lack required fields; they are `UNSET` then.

    Raises:
        ResponseError: if it isn't an array of records; names the record and its field that can't be read.
    """
    promised = f"a list of {resource}"
    found = _decode_json(response, promised)
    if name_json_type(found) != "an array":
        raise _build_error(response, promised, f"it is {name_json_type(found)}, and not an array")
    from_dict = _read_leniently(model) if lenient else model.from_dict
    records: list[Any] = []
    try:
        for item in found:
            records.append(from_dict(item))  # noqa: PERF401 - its length tells which record failed
        return records
    except FieldError as error:
        failed = error
    record = _name_record(found[len(records)], len(records))
    raise _build_error(response, promised, f"{record}: {_describe(failed)}", failed)


def decode_record(response: httpx.Response, model: Any, resource: str, *, lenient: bool) -> Any:
    """Decode one record; None if the response is null. Arguments and exceptions as `decode_records`."""
    promised = f"one of {resource}"
    item = _decode_json(response, promised)
    if item is None:
        return None
    from_dict = _read_leniently(model) if lenient else model.from_dict
    try:
        return from_dict(item)
    except FieldError as error:
        failed = error
    raise _build_error(response, promised, _describe_in_record(failed), failed)


def decode_promised(parse: Callable[..., T], client: object, response: httpx.Response) -> T:
    """Decode a response with a generated function.

    Args:
        parse: the generated function, which takes `client` and `response`.
        client: its first argument.
        response: a successful response.

    Raises:
        ResponseError: if the response is not what the function promises.
    """
    found: Any = None
    failed: Exception | None = None
    try:
        found = parse(client=client, response=response)
    except (UnexpectedStatus, TypeError, ValueError, RecursionError) as error:
        failed = error
    problem = _find_mismatch(found, response) if failed is None else _explain(failed, response)
    if problem is None:
        return cast("T", found)
    raise _build_error(response, "what was promised", problem, failed)


def _find_mismatch(found: object, response: httpx.Response) -> str | None:
    """Return how a response differs from what was promised, or None. `{}` passes as an empty list, say."""
    if found is None:
        return None if response.content.strip() == b"null" else f"status {response.status_code} came"
    if isinstance(found, bytes | str):
        return None
    is_array = response.content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"["
    return None if isinstance(found, list) is is_array else f"it is {name_json_type(response.json())}"


def _explain(failed: Exception, response: httpx.Response) -> str:
    if isinstance(failed, UnexpectedStatus):
        return f"status {response.status_code} came"
    found = _decode_json(response, "what was promised")
    if not isinstance(found, dict | list):
        return f"it is {name_json_type(found)}"
    if not isinstance(failed, FieldError):
        raise failed  # a defect of the library's, for which the response is not to blame
    if failed.path:
        return _describe_in_record(failed)
    items = cast("list[object]", found) if isinstance(found, list) else []
    is_item = "not an object" in failed.problem and "array" not in failed.problem
    if items and (is_item or isinstance(items[0], list)):
        return f"an item of it {failed.problem}"
    return f"it is {'an array' if isinstance(found, list) else 'an object'}"


def _decode_json(response: httpx.Response, promised: str) -> Any:
    if response.status_code != 200:
        raise _build_error(response, promised, f"status {response.status_code} came")
    failed: Exception
    content_type = response.headers.get("content-type", "no type")
    try:
        return json.loads(response.content)
    except json.JSONDecodeError as error:
        problem, failed = f"it is not JSON: {error.msg} at character {error.pos}", error
    except ValueError as error:
        problem, failed = f"it is not JSON: {type(error).__name__}", error
    except RecursionError as error:
        problem, failed = "it is nested too deep", error
    raise _build_error(response, promised, f"{problem} (it says that it is {content_type})", failed)


def _build_error(
    response: httpx.Response, promised: str, problem: str, cause: Exception | None = None
) -> ResponseError:
    request, call = response.request, get_call(response.request)
    redact = call.secret.redact
    body = read_text(response.content[:EXCERPT_BYTES], call.secret)[:EXCERPT_CHARACTERS]
    place: Any = {
        "method": request.method,
        "path": request.url.path,
        "retries": call.attempts_made,
        "headers": clean_headers(response, request.url, call.secret),
    }
    # The whole text is redacted, and then cut: in the middle of the key, it would not be found.
    message = redact(f"the answer cannot be read as {promised}: {problem}")[:EXCERPT_CHARACTERS]
    error = ResponseError(message, status=response.status_code, body=body, **place)
    error.__cause__ = None if cause is None else copy_error(cause, redact)
    return error


def _name_record(item: object, position: int) -> str:
    found = cast("dict[str, object]", item).get("id") if isinstance(item, dict) else None
    number = f"number {position + 1} on the page"
    return f"record {found}, {number}" if isinstance(found, str) else f"the record {number}"


def _describe(error: FieldError) -> str:
    return f"its {error}" if error.path else f"it {error}"


def _describe_in_record(error: FieldError) -> str:
    return f"record {error.record_id}: {_describe(error)}" if error.record_id else _describe(error)


def _read_leniently(model: Any) -> Callable[[Any], Any]:
    """Return a `from_dict` that leaves missing required fields `UNSET`."""

    def from_dict(item: Any) -> Any:
        untried: dict[str, list[Any]] = {}
        placeholders: dict[str, Any] = {}
        while True:
            try:
                record = model.from_dict({**item, **placeholders} if placeholders else item)
                break
            except FieldError as error:
                key = error.path.partition(".")[0]
                if error.problem == FieldError.MISSING and _attribute_of(model, error.path):
                    untried.setdefault(key, list(_PLACEHOLDERS))
                if not untried.get(key):
                    raise
                placeholders[key] = untried[key].pop(0)
        for key in placeholders:
            setattr(record, _attribute_of(model, key), UNSET)
        return record

    return from_dict


@cache
def _attribute_of(model: Any, key: str) -> str:
    """Return the attribute of a model for a key in JSON; empty if it has none."""

    def spell_plainly(name: str) -> str:
        return name.replace("_", "").lower()

    names = (each.name for each in fields(model))
    return next((name for name in names if spell_plainly(name) == spell_plainly(key)), "")
