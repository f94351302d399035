"""The records of one resource, and the answer to a query about them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from quentli_query.sandbox.evaluator import Schema, compile_where
from quentli_query.sandbox.issues import InvalidRequestError
from quentli_query.sandbox.logic import Condition, Record, Truth
from quentli_query.sandbox.ordering import compile_order
from quentli_query.sandbox.stored import Page, Stored

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from quentli_query.sandbox.query import Query


@attrs.frozen
class Collection:
    """The records of one resource, as they are at one moment.

    Attributes:
        schema: What can be asked of them.
        by_id: The records by their ids, those that no list has among them.
        records: The records that lists have, in the order in which they were put in.
    """

    schema: Schema
    by_id: Mapping[str, Stored]
    records: Page


def select(collection: Collection, query: Query) -> Page:
    """Return the page of records that a query asks for.

    Raises:
        InvalidRequestError: There is something wrong with the query; the error lists all of it.
    """
    condition = compile_where(query.where or {}, collection.schema)
    ordering = compile_order(query.order or {}, collection.schema)
    issues = (*query.issues, *condition.issues, *ordering.issues)
    if issues:
        raise InvalidRequestError(issues)
    matching = _matching(collection.records, condition) if query.where else collection.records
    return ordering.sort(matching)[query.skip :][: query.take]


def _matching(records: Page, condition: Condition) -> Page:
    return [stored for stored in records if condition.test(stored.record) is Truth.YES]


def checked(records: Iterable[Mapping[str, Any]], schema: Schema) -> tuple[Stored, ...]:
    """Return copies of records that can be served and asked about.

    Keys may be missing (for a filter they are null then) and there may be more of them than are known.

    Args:
        records: The records in the form they have on the wire.
        schema: What can be asked of them.

    Raises:
        ValueError: A record has no id, a value that is not of its field's type, or one that JSON cannot
            express, such as a NaN.
        TypeError: A record has a value of a type that JSON cannot express.
    """
    copies = tuple(map(Stored.of, records))
    for copy in copies:
        _check(copy.record, schema)
    return copies


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
