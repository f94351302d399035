"""The records of one resource, and the answer to a query about them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import attrs

from quentli_query.sandbox.evaluator import Schema, compile_where
from quentli_query.sandbox.issues import InvalidRequestError
from quentli_query.sandbox.logic import Record, Truth
from quentli_query.sandbox.ordering import compile_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from quentli_query.sandbox.query import Query


@attrs.frozen
class Collection:
    """The records of one resource.

    Attributes:
        path: Under which path they are listed.
        schema: What can be asked of them.
        records: The records in the form they have on the wire, in the order in which they were put in.
    """

    path: str
    schema: Schema
    records: tuple[dict[str, Any], ...]


def select(collection: Collection, query: Query) -> list[Record]:
    """Return the page of records that a query asks for.

    Raises:
        InvalidRequestError: There is something wrong with the query; the error lists all of it.
    """
    condition = compile_where(query.where or {}, collection.schema)
    ordering = compile_order(query.order or {}, collection.schema)
    issues = (*query.issues, *condition.issues, *ordering.issues)
    if issues:
        raise InvalidRequestError(issues)
    matching = [record for record in collection.records if condition.test(record) is Truth.YES]
    return ordering.sort(matching)[query.skip :][: query.take]


def checked_records(records: Iterable[Mapping[str, Any]], schema: Schema) -> tuple[dict[str, Any], ...]:
    """Return copies of records that can be served and asked about.

    Keys may be missing (for a filter they are null then) and there may be more of them than are known.

    Args:
        records: The records in the form they have on the wire.
        schema: What can be asked of them.

    Raises:
        ValueError: A record has no id, the id of another one, or a value that is not of its field's type.
        TypeError: A record has a value that JSON cannot express.
    """
    copies = tuple(_plain(record) for record in records)
    seen: set[str] = set()
    for copy in copies:
        _check(copy, schema)
        if copy["id"] in seen:
            raise ValueError(f"two records have the id {copy['id']!r}")
        seen.add(copy["id"])
    return copies


def _plain(record: Mapping[str, Any]) -> dict[str, Any]:
    copy: dict[str, Any] = json.loads(json.dumps(dict(record), allow_nan=False))
    return copy


def _check(record: Record, schema: Schema) -> None:
    if record.get("id") is None:
        raise ValueError(f"a record has no id: {record!r}")
    for field in schema.columns.keys() & record.keys():
        _check_value(field, record[field], schema)


def _check_value(field: str, value: object, schema: Schema) -> None:
    if value is None:
        return
    try:
        schema.columns[field].read(value)
    except ValueError as error:
        raise ValueError(f"{field}={value!r} is {error}") from None
