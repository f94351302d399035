"""Responses before they are sent, and the errors in the API's form."""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import Enum
from typing import Any, Final, TypeAlias

from attrs import define, field, frozen

Path: TypeAlias = tuple[str | int, ...]

JSON_TYPES: Final[Mapping[type, str]] = {
    str: "string",
    list: "array",
    dict: "object",
    bool: "boolean",
    int: "number",
    float: "number",
    type(None): "null",
}


def dump_json(value: object) -> bytes:
    """Return a value as JSON in UTF-8.

    Raises:
        ValueError: if JSON cannot express the value, such as a NaN.
        TypeError: if JSON cannot express the type of the value.
    """
    return json.dumps(value, allow_nan=False, ensure_ascii=False, separators=(",", ":")).encode()


class Delivery(Enum):
    """How much of an answer is sent before the connection is closed."""

    WHOLE = "the whole answer, and the connection stays open"
    HALF = "the headers, with the length of the whole body, and half of the body"
    NONE = "no byte"


@frozen
class Answer:
    """A response before it is sent.

    Attributes:
        status: the HTTP status.
        headers: the headers, without the length of the body.
        body: the body.
        delay: seconds until the first byte is sent.
        delivery: how much of the answer is sent.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes
    delay: float = 0.0
    delivery: Delivery = Delivery.WHOLE

    @classmethod
    def of_json(cls, body: bytes, status: int = 200) -> Answer:
        """Build an answer whose body is JSON, given as bytes."""
        return cls(status, {"content-type": "application/json"}, body)

    @classmethod
    def of_error(cls, status: int, error: Mapping[str, object]) -> Answer:
        """Build an error in the API's form."""
        return cls.of_json(json.dumps({"error": error}).encode(), status)


@frozen
class Issue:
    """One error in a request.

    Attributes:
        path: the keys and list indices that lead to the error, in the query or in the body.
        code: the type of error, for programs.
        message: the error, for people.
    """

    path: Path
    code: str
    message: str

    def to_wire(self) -> dict[str, Any]:
        """Return the issue as it stands in the body of a response."""
        return {"path": list(self.path), "message": self.message, "code": self.code}


@define
class InvalidRequestError(Exception):
    """A request is invalid: status 400.

    Attributes:
        issues: everything that is wrong with the request.
    """

    issues: tuple[Issue, ...]


@define
class RefusedError(Exception):
    """A request is refused for one reason.

    Attributes:
        status: the HTTP status.
        message: the reason.
        headers: headers of the response.
    """

    status: int
    message: str
    headers: Mapping[str, str] = field(factory=dict[str, str])


def build_missing_error(record_name: str, identifier: str) -> RefusedError:
    """Build the error for an id that no record has; the name is singular, such as `customer`."""
    return RefusedError(404, f"There is no {record_name} with the id {identifier!r}")


def build_type_issue(path: Path, expected: str, value: object) -> Issue:
    """Build the issue of a value of another JSON type than expected."""
    # A list that is too long for qs_codec has a type of its own.
    received = JSON_TYPES.get(type(value), "something else")
    return Issue(path, "invalid_type", f"Expected {expected}, received {received}")


def build_key_issue(path: Path, what: str) -> Issue:
    """Build the issue of an unknown name, the last step of the path."""
    return Issue(path, "unrecognized_keys", f"Unknown {what}: {path[-1]!r}")
