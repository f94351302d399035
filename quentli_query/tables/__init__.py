"""Records as rows of plain values and as Arrow tables, with the same columns in both.

The columns are those of the model, in its order, also if there are no records. Their names are those of the
vocabulary (`created_at`, `type`). What the API sends beyond its document is in no column.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Any

from quentli_client.types import Record

from ..errors import ParameterError
from ..filters.literals import shorten
from .schema import Column, build_columns

__all__ = ["arrow", "columns", "rows"]

# Records in one batch of a table that is not made page by page: as many as memory takes easily, for speed.
BATCH_ROWS = 1_500


def columns(model: Any, flat: bool = False) -> list[str]:
    """Return the names of the columns of a model, a page or a scan.

    Args:
        model: a class such as `Customer`, a page of a list, or a scan.
        flat: whether the columns are those of `rows(flat=True)`.

    Raises:
        ParameterError: if two columns would have one name.
        TypeError: for anything else.

    >>> from quentli_client.models import Customer
    >>> columns(Customer)[:4]
    ['id', 'created_at', 'updated_at', 'name']
    """
    return [column.name for column in build_columns(_find_model(model), flat)]


def rows(records: Iterable[Any], model: Any = None, flat: bool = False) -> Iterator[dict[str, Any]]:
    """Iterate over records as dicts, all with the same columns in the same order.

    Instants are aware datetimes, amounts whole minor units, enum values text. What is null or left out is
    None. Nested records are dicts and lists are lists.

    Args:
        records: records of one model, a page (with all that follow) or a scan.
        model: their class; that of the first record if None.
        flat: whether to give the fields of a nested record columns of their own, such as
            `recurrent_detail_charge_each`, and to write lists and maps as JSON text.

    Raises:
        ParameterError: if two columns would have one name.
        TypeError: for what is no record.

    >>> from quentli_query import Quentli
    >>> from quentli_query.sandbox import Sandbox
    >>> ana = {"id": "cus_1", "name": "Ana"}
    >>> with Sandbox(customers=[ana]) as sandbox, Quentli(sandbox.api_key, base_url=sandbox.url) as quentli:
    ...     [(row["id"], row["name"]) for row in rows(quentli.customers.list())]
    [('cus_1', 'Ana')]
    """
    model, records = _find_model_of(records, model)
    return iter(()) if model is None else _iterate_rows(records, build_columns(model, flat))


def arrow(records: Iterable[Any], model: Any = None) -> Any:
    """Return an Arrow table of these records. Needs the extra `arrow`.

    Instants are `timestamp[ms, UTC]`, amounts `int64`, enum values text, nested records structs, lists lists,
    and maps with free keys JSON text. A page goes on through all that follow; give `page.data` for it alone.

    Args:
        records: records of one model, a page or a scan.
        model: their class; that of the first record if None.

    Raises:
        ParameterError: if there is no record and no model.
        TypeError: for what is no record.
        ValueError: if a whole number has a fraction.
        ModuleNotFoundError: if pyarrow is not installed.
    """
    from .arrow_writer import ArrowWriter  # noqa: PLC0415 - rows need no pyarrow

    model, records = _find_model_of(records, model)
    if model is None:
        raise ParameterError(
            "no record says which columns the table has; add model=, for example model=Customer"
        )
    return ArrowWriter(model).open_reader(_batch(records)).read_all()


def _find_model(source: Any) -> Any:
    """Return the class of the records of a page or a scan; a class stays as it is.

    Raises:
        TypeError: for anything else.
    """
    model = getattr(source, "model", source)
    if isinstance(model, type) and issubclass(model, Record):
        return model
    needed = "records, a page or a scan are needed here, or a class such as Customer"
    raise TypeError(f"{needed}, and not {shorten(source)}")


def _find_model_of(records: Iterable[Any], model: Any) -> tuple[Any, Iterable[Any]]:
    """Return the class of records, and the records: all of them, also where the first had to be looked at."""
    if model is None:
        model = getattr(records, "model", None)
    if model is None:
        iterator = iter(records)
        first = list(next(zip(iterator), ()))
        model, records = (type(first[0]) if first else None), chain(first, iterator)
    return (None if model is None else _find_model(model)), records


def _iterate_rows(records: Iterable[Any], found: tuple[Column, ...]) -> Iterator[dict[str, Any]]:
    readers = [(column.name, column.build_reader()) for column in found]
    for record in records:
        yield {name: read(record) for name, read in readers}


def _batch(records: Iterable[Any]) -> Iterator[list[Any]]:
    iterator = iter(records)
    while batch := list(islice(iterator, BATCH_ROWS)):
        yield batch
