"""The document as the sandbox serves it: what the sandbox decides beyond the document is said here, and nowhere else."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any, Final

from contract.operations import MEANT, OPERATIONS, Operation

from quentli_query.sandbox.resources import RESOURCES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from scripts.pipeline.document import Document

LISTS: Final = {("get", resource.path): name for name, resource in RESOURCES.items()}
SINGLES: Final = {
    ("get", f"{resource.path}/{{id}}"): name for name, resource in RESOURCES.items() if resource.has_single
}
WRITES: Final = {("post", "/v1/customers"): "customers", ("patch", "/v1/customers/{id}"): "customers"}
SERVED: Final = tuple(
    operation
    for operation in OPERATIONS
    if (operation.method, operation.path) in {**LISTS, **SINGLES, **WRITES}
)

UNDOCUMENTED: Final[tuple[tuple[Any, str, str, str], ...]] = (
    (
        LISTS,
        "400",
        "ValidationError",
        "documented for customers only; all lists have the same parameters to get wrong",
    ),
    (
        WRITES,
        "409",
        "UserError",
        "of usernames, emails and phone numbers that are taken, only a 409 is known",
    ),
)
"""Where the sandbox answers a status, in the form of a schema, and why."""


def format_of(parameter: str, resource: str) -> str:
    """The format of a list's `filter` or `orderBy`, of which the document says only that it is text."""
    return f"{resource}-{parameter}"


def served(ids: Callable[[str], Sequence[str]]) -> Document:
    """What the sandbox serves.

    Args:
        ids: Gives ids of records of a resource, at least one.
    """
    document: Document = copy.deepcopy(MEANT)
    for operations, status, schema, reason in UNDOCUMENTED:
        reference = {"$ref": f"#/components/schemas/{schema}"}
        answer = {"description": reason, "content": {"application/json": {"schema": reference}}}
        for method, path in operations:
            document["paths"][path][method]["responses"].setdefault(status, answer)
    for operation in SERVED:
        for parameter in document["paths"][operation.path][operation.method].get("parameters", []):
            _precise(parameter, operation, ids)
    return document


def _precise(parameter: Document, operation: Operation, ids: Callable[[str], Sequence[str]]) -> None:
    place = (operation.method, operation.path)
    if parameter["in"] == "path":
        # Mostly ids of records that are there, or nothing but 404 would ever be answered.
        known = {each: {"value": each} for each in ids({**SINGLES, **WRITES}[place])}
        parameter["examples"] = {**known, "unknown": {"value": parameter.pop("example")}}
    elif parameter["name"] == "skip":
        # Numbers beyond that are not exact in JavaScript, nor to the sandbox.
        parameter["schema"]["maximum"] = 2**53 - 1
    elif parameter["name"] in {"filter", "orderBy"}:
        parameter["schema"]["format"] = format_of(parameter["name"], LISTS[place])
