"""What was wrong with a request, in the shape in which the API says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from collections.abc import Mapping

Path = tuple[str | int, ...]


@attrs.frozen
class Issue:
    """One fault in a request.

    Attributes:
        path: Where it is: the query parameter, then the keys and list indices inside its decoded value.
        code: The kind of fault, for programs.
        message: The fault, for people.
    """

    path: Path
    code: str
    message: str

    def to_wire(self) -> dict[str, Any]:
        """Return the issue as it stands in an answer's body."""
        return {"path": list(self.path), "message": self.message, "code": self.code}


class InvalidRequestError(Exception):
    """A request that cannot be answered, with everything that is wrong with it.

    Attributes:
        issues: The faults, at least one.
    """

    def __init__(self, issues: tuple[Issue, ...]) -> None:
        super().__init__(issues)
        self.issues = issues


class RefusedError(Exception):
    """A request that is refused, for one reason.

    Args:
        status: The HTTP status.
        message: The reason.
        headers: Headers of the answer.
    """

    def __init__(self, status: int, message: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(status, message)
        self.status = status
        self.message = message
        self.headers = headers or {}


def missing(one: str, identifier: str) -> RefusedError:
    """Return the refusal of a request for a record that is not there; ``one`` says what it would be."""
    return RefusedError(404, f"There is no {one} with the id {identifier!r}")


def wrong_type(path: Path, expected: str, value: object) -> Issue:
    """Return the issue of a value that has the wrong shape."""
    received = _JSON_NAMES.get(type(value), "something else")
    return Issue(path, "invalid_type", f"Expected {expected}, received {received}")


def unknown_key(path: Path, what: str) -> Issue:
    """Return the issue of a name that means nothing at its place; ``path`` ends with it."""
    return Issue(path, "unrecognized_keys", f"Unknown {what}: {path[-1]!r}")


_JSON_NAMES: dict[type[object], str] = {
    str: "string",
    list: "array",
    dict: "object",
    bool: "boolean",
    int: "number",
    float: "number",
    type(None): "null",
}
