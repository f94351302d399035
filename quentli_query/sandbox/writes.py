"""Creating and changing customers: bodies, and what becomes of them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import UTC
from functools import partial
from typing import Any, Final, Protocol, TypeAlias

from attrs import field, frozen

from .clock import format_instant
from .column_types import parse_instant
from .responses import (
    JSON_TYPES,
    InvalidRequestError,
    Issue,
    Path,
    RefusedError,
    build_key_issue,
    build_missing_error,
    build_type_issue,
)

_Values: TypeAlias = Mapping[str, Any]

# Lists the issues of a value at a path.
_Check: TypeAlias = Callable[[Any, Path], Sequence[Issue]]

# A pattern that text must match, and the code and the message of the issue if it does not.
_Rule: TypeAlias = tuple[str, str, str]


class TakenError(RefusedError):
    """Another customer has a value that must be unique. The message names its field."""

    def __init__(self, message: str) -> None:
        super().__init__(409, message)


class CustomerStore(Protocol):
    """The part of the store that creates and changes customers."""

    def create_customer(self, values: _Values) -> bytes:
        """Create a customer with these values and return its JSON.

        Raises:
            TakenError: if another customer has a value that must be unique.
        """
        ...

    def change_customer(self, identifier: str, changes: Callable[[_Values], _Values]) -> bytes:
        """Give a customer the values that the function returns for it, and return its JSON.

        Raises:
            LookupError: if there is no customer with this id.
            TakenError: if another customer has a value that must be unique.
        """
        ...


def create_customer(customers: CustomerStore, body: bytes, content_type: str) -> bytes:
    """Create the customer that a body describes and return its JSON.

    Raises:
        InvalidRequestError: if the body is invalid.
        RefusedError: if another customer has a value that must be unique.
    """
    given = _read_body(body, content_type, _BODY_TO_CREATE)["input"]
    return customers.create_customer(_build_values(_FIELDS_TO_CREATE, given, {}))


def change_customer(customers: CustomerStore, identifier: str, body: bytes, content_type: str) -> bytes:
    """Change a customer as a body asks and return its JSON.

    Raises:
        InvalidRequestError: if the body is invalid.
        RefusedError: if there is no such customer, or another one has a value that must be unique.
    """
    given = _read_body(body, content_type, _BODY_TO_CHANGE)["input"]["data"]
    try:
        return customers.change_customer(identifier, partial(_build_values, _FIELDS_TO_CHANGE, given))
    except LookupError as error:
        raise build_missing_error("customer", identifier) from error


def _read_body(body: bytes, content_type: str, check: _Check) -> Any:
    if content_type.partition(";")[0].strip().lower() != "application/json":
        raise _build_body_error(f"Expected application/json, received {content_type or 'no content type'}")
    try:
        # int() refuses NaN and the infinities, which are no JSON.
        value = json.loads(body.decode(), parse_constant=int)
    # The parser cannot read thousands of nested brackets.
    except (ValueError, RecursionError):
        raise _build_body_error("Expected JSON") from None
    if issues := tuple(check(value, ())):
        raise InvalidRequestError(issues)
    return value


def _build_body_error(message: str) -> InvalidRequestError:
    return InvalidRequestError((Issue((), "invalid_body", message),))


# Values of a customer


def _build_values(fields: Mapping[str, _Check], given: _Values, customer: _Values) -> _Values:
    """Build the new values of a customer from those that a body gives."""
    values = {key: given[key] for key in fields if key in given and key not in _DROPPED}
    if values.get("optedOutWhatsappAt"):
        moment = parse_instant(values["optedOutWhatsappAt"])
        values["optedOutWhatsappAt"] = format_instant(moment.astimezone(UTC))
    return {**values, **_merge_metadata(values, customer)}


def _merge_metadata(values: _Values, customer: _Values) -> _Values:
    """Merge a customer's metadata, in both of its forms; null removes a key."""
    if not values.keys() & {"metadata", "meta"}:
        return {}
    # Customers that a test brings may have one form, the other, or neither.
    known = customer.get("meta") or _read_entries(customer.get("metadata") or ())
    merged = {**known, **_read_entries(values.get("metadata", ())), **values.get("meta", {})}
    meta = {key: value for key, value in merged.items() if value is not None}
    return {"metadata": [{"key": key, "value": value} for key, value in meta.items()], "meta": meta}


def _read_entries(metadata: Sequence[_Values]) -> _Values:
    return {entry["key"]: entry.get("value") for entry in metadata}


# Checks of a body


def _check_flag(value: Any, path: Path) -> Sequence[Issue]:
    return () if isinstance(value, bool) else [build_type_issue(path, "boolean", value)]


def _check_text(rules: Sequence[_Rule], value: Any, path: Path) -> Sequence[Issue]:
    if not isinstance(value, str):
        return [build_type_issue(path, "string", value)]
    return [Issue(path, code, text) for pattern, code, text in rules if not re.fullmatch(pattern, value)]


def _check_instant(value: Any, path: Path) -> Sequence[Issue]:
    try:
        parse_instant(value).astimezone(UTC)
    except (ValueError, OverflowError):
        return [Issue(path, "invalid_datetime", "Expected ISO 8601 with a zone, in the years 1 to 9999")]
    return ()


def _allow_null(check: _Check) -> _Check:
    return lambda value, path: () if value is None else check(value, path)


@frozen
class _Members:
    """The check of a list or an object, and of its members.

    Attributes:
        json_type: `array` or `object`.
        fields: the checks of an object's members, by key.
        required: the keys that an object must have.
        others: the check of the members that are not in `fields`; all are valid by default.
    """

    json_type: str
    fields: Mapping[Any, _Check] = field(factory=dict[Any, _Check])
    required: Collection[str] = ()
    others: _Check = lambda _value, _path: ()

    def __call__(self, value: Any, path: Path) -> Sequence[Issue]:
        if JSON_TYPES[type(value)] != self.json_type:
            return [build_type_issue(path, self.json_type, value)]
        missing = [key for key in self.required if key not in value]
        issues = [Issue((*path, key), "invalid_type", "Required") for key in missing]
        for key, member in value.items() if self.json_type == "object" else enumerate(value):
            issues += self.fields.get(key, self.others)(member, (*path, key))
        return issues


def _refuse_key(_value: Any, path: Path) -> Sequence[Issue]:
    return [build_key_issue(path, "key")]


def _check_entry(value: Any, path: Path) -> Sequence[Issue]:
    return [*_TEXT(path[-1], path), *_NULLABLE_TEXT(value, path)]


# Fields of a body

_NOT_EMPTY: Final = ("(?s).+", "too_small", "String must contain at least 1 character(s)")
# JSON can escape a surrogate without its pair, but neither UTF-8 nor a database can hold it.
_NO_SURROGATES: Final = ("[^\ud800-\udfff]*", "invalid_string", "Half a surrogate pair is not a character")
_ADDRESS: Final = (r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+", "invalid_string", "Invalid email")

_TEXT: Final = partial(_check_text, [_NO_SURROGATES])
_NAME: Final = partial(_check_text, [_NO_SURROGATES, _NOT_EMPTY])
_EMAIL: Final = partial(_check_text, [_NO_SURROGATES, _ADDRESS])
_NULLABLE_TEXT: Final = _allow_null(_TEXT)

# The API does not document what becomes of these, and customers do not show them.
_DROPPED: Final = frozenset({"assigneeId", "tags", "password", "tosIp", "signature"})

_ENTRY_TO_CREATE: Final = _Members("object", {"key": _NAME, "value": _NAME}, ["key", "value"])
_ENTRY_TO_CHANGE: Final = _Members("object", {"key": _NAME, "value": _NULLABLE_TEXT}, ["key"])

_COMMON_FIELDS: Final[Mapping[str, _Check]] = {
    "name": _NAME,
    "email": _allow_null(_EMAIL),
    "tags": _Members("array", others=_TEXT),
    **dict.fromkeys(["phoneNumber", "secondaryPhoneNumber", "assigneeId"], _NULLABLE_TEXT),
    **dict.fromkeys(["acceptedServiceAgreement", "skipTaxInvoice"], _check_flag),
}
_FIELDS_TO_CREATE: Final[Mapping[str, _Check]] = {
    **_COMMON_FIELDS,
    "username": _allow_null(_NAME),
    "optedOutWhatsappAt": _check_instant,
    "metadata": _Members("array", others=_ENTRY_TO_CREATE),
}
_FIELDS_TO_CHANGE: Final[Mapping[str, _Check]] = {
    **_COMMON_FIELDS,
    "username": _NAME,
    "signature": _NULLABLE_TEXT,
    "optedOutWhatsappAt": _allow_null(_check_instant),
    "replyWithAssistant": _allow_null(_check_flag),
    "metadata": _Members("array", others=_ENTRY_TO_CHANGE),
    "meta": _Members("object", others=_check_entry),
    **dict.fromkeys(["password", "tosIp"], _TEXT),
    **dict.fromkeys(["hasChangedPassword", "phoneNumberVerified", "emailVerified"], _check_flag),
}

_INPUT_TO_CREATE: Final = _Members("object", _FIELDS_TO_CREATE, ["name"])
_BODY_TO_CREATE: Final = _Members("object", {"input": _INPUT_TO_CREATE}, ["input"], others=_refuse_key)

_DATA_TO_CHANGE: Final = _Members("object", _FIELDS_TO_CHANGE)
_INPUT_TO_CHANGE: Final = _Members("object", {"data": _DATA_TO_CHANGE, "otp": _TEXT}, ["data"])
_BODY_TO_CHANGE: Final = _Members("object", {"input": _INPUT_TO_CHANGE}, ["input"])
