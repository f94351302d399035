"""The document as the sandbox serves it, with the decisions of the sandbox beyond the document."""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from typing import Any, Final

from contract.operations import OPERATIONS, Operation
from support import document

from scripts.pipeline.rewrites.normalization import null_references
from scripts.pipeline.rewrites.numbers import make_counts_integers
from scripts.pipeline.visitor import Document

LISTS: Final = {("get", path): name for name, path in document.LISTS.items()}
SINGLES: Final = {("get", f"{document.LISTS[name]}/{{id}}"): name for name in document.RETRIEVABLE}
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
        "documented for customers only, whose parameters are those of all lists",
    ),
    (
        WRITES,
        "409",
        "UserError",
        "of usernames, emails and phone numbers that are taken, only a 409 is known",
    ),
)
"""Undocumented statuses of the sandbox: operations, status, schema and reason."""


def format_of(parameter: str, resource: str) -> str:
    """Return the format of a list's `filter` or `orderBy`, which are only text in the document."""
    return f"{resource}-{parameter}"


def served(ids: Callable[[str], Sequence[str]]) -> Document:
    """Return the document of what the sandbox serves.

    Args:
        ids: Returns ids of existing records of a resource, at least one.
    """
    # Not the whole rewritten document: a class of several equal objects keeps the loosest of their bounds.
    described: Document = copy.deepcopy(make_counts_integers(null_references(document.DOCUMENT)))
    for operations, status, schema, reason in UNDOCUMENTED:
        reference = {"$ref": f"#/components/schemas/{schema}"}
        answer = {"description": reason, "content": {"application/json": {"schema": reference}}}
        for method, path in operations:
            described["paths"][path][method]["responses"].setdefault(status, answer)
    for operation in SERVED:
        for parameter in described["paths"][operation.path][operation.method].get("parameters", []):
            _precise(parameter, operation, ids)
    return described


def _precise(parameter: Document, operation: Operation, ids: Callable[[str], Sequence[str]]) -> None:
    place = (operation.method, operation.path)
    if parameter["in"] == "path":
        # Mostly ids of existing records, or every response would be a 404.
        known = {each: {"value": each} for each in ids({**SINGLES, **WRITES}[place])}
        parameter["examples"] = {**known, "unknown": {"value": parameter.pop("example")}}
    elif parameter["name"] == "skip":
        # Greater numbers are not exact in JavaScript, and refused by the sandbox.
        parameter["schema"]["maximum"] = 2**53 - 1
    elif parameter["name"] in {"filter", "orderBy"}:
        parameter["schema"]["format"] = format_of(parameter["name"], LISTS[place])
