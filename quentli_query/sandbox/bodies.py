"""What a body has to be like, put together from checks, and reading one."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, NoReturn, TypeAlias, TypeGuard

from quentli_query.sandbox.instants import wire
from quentli_query.sandbox.issues import InvalidRequestError, Issue, Path, wrong_type
from quentli_query.sandbox.kinds import INSTANT

Check: TypeAlias = Callable[[Any, Path], Iterator[Issue]]
"""Yields what is wrong with a value that stands at a place."""

_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")


def read_body(body: bytes, content_type: str, check: Check) -> Any:
    """Return what is in a body.

    Args:
        body: The body.
        content_type: Which type the request gives it.
        check: What it has to be like.

    Raises:
        InvalidRequestError: It is not JSON in UTF-8, or not like that; the error lists all that is wrong.
    """
    if content_type.partition(";")[0].strip().lower() != "application/json":
        raise _unreadable(f"Expected application/json, received {content_type or 'no content type'}")
    try:
        value = json.loads(body.decode(), parse_constant=_refuse_constant)
    # Brackets in brackets, thousands of them, are beyond the parser.
    except (ValueError, RecursionError):
        raise _unreadable("Expected JSON") from None
    issues = tuple(check(value, ()))
    if issues:
        raise InvalidRequestError(issues)
    return value


def _unreadable(message: str) -> InvalidRequestError:
    return InvalidRequestError((Issue((), "invalid_body", message),))


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")


def _is_list(value: Any) -> TypeGuard[list[Any]]:
    return isinstance(value, list)


def _is_object(value: Any) -> TypeGuard[dict[str, Any]]:
    return isinstance(value, dict)


def text(least: int = 0) -> Check:
    """Return the check that a value is a string with so many characters at least."""

    def check(value: Any, path: Path) -> Iterator[Issue]:
        if not isinstance(value, str):
            yield wrong_type(path, "string", value)
        elif len(value) < least:
            yield Issue(path, "too_small", f"String must contain at least {least} character(s)")
        elif not _is_unicode(value):
            yield Issue(path, "invalid_string", "Half a surrogate pair is no character")

    return check


def _is_unicode(value: str) -> bool:
    # JSON can spell them, but neither UTF-8 nor a database can hold them.
    return not any("\ud800" <= character <= "\udfff" for character in value)


def email(value: Any, path: Path) -> Iterator[Issue]:
    """Check that a value is an email address."""
    issues = list(text()(value, path))
    yield from issues
    if not issues and not _EMAIL.fullmatch(value):
        yield Issue(path, "invalid_string", "Invalid email")


def flag(value: Any, path: Path) -> Iterator[Issue]:
    """Check that a value is true or false."""
    if not isinstance(value, bool):
        yield wrong_type(path, "boolean", value)


def instant(value: Any, path: Path) -> Iterator[Issue]:
    """Check that a value is an instant."""
    try:
        in_utc(value)
    except ValueError as error:
        yield Issue(path, "invalid_datetime", f"The value is {error}")


def in_utc(value: object) -> str:
    """Return an instant as the API writes it.

    Raises:
        ValueError: The value is not an instant.
    """
    moment: datetime = INSTANT.read(value)
    try:
        return wire(moment.astimezone(UTC))
    except OverflowError:
        raise ValueError("not in the years 1 to 9999") from None


def nullable(check: Check) -> Check:
    """Return the check that a value is null or passes another check."""
    return lambda value, path: iter(()) if value is None else check(value, path)


def list_of(check: Check) -> Check:
    """Return the check that a value is a list, each member of which passes a check."""

    def check_all(value: Any, path: Path) -> Iterator[Issue]:
        if not _is_list(value):
            yield wrong_type(path, "array", value)
            return
        for place, member in enumerate(value):
            yield from check(member, (*path, place))

    return check_all


def map_of(check: Check) -> Check:
    """Return the check that a value is an object, each value in which passes a check."""

    def check_all(value: Any, path: Path) -> Iterator[Issue]:
        if not _is_object(value):
            yield wrong_type(path, "object", value)
            return
        for key, member in value.items():
            yield from text()(key, (*path, key))
            yield from check(member, (*path, key))

    return check_all


def record_of(
    required: Mapping[str, Check], optional: Mapping[str, Check] | None = None, *, closed: bool = False
) -> Check:
    """Return the check that a value is an object with certain keys.

    Args:
        required: The keys that have to be there, with the checks of their values.
        optional: The keys that may be there, with theirs.
        closed: Whether there may be no others.
    """
    known = {**required, **(optional or {})}

    def check_all(value: Any, path: Path) -> Iterator[Issue]:
        if not _is_object(value):
            yield wrong_type(path, "object", value)
            return
        for key in [key for key in required if key not in value]:
            yield Issue((*path, key), "invalid_type", "Required")
        for key, member in value.items():
            if key in known:
                yield from known[key](member, (*path, key))
            elif closed:
                yield Issue((*path, key), "unrecognized_keys", f"Unknown key: {key!r}")

    return check_all
