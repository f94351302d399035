"""Arrow batches and tables of records. Needs pyarrow, which is imported when a table is made."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from .schema import Column, ColumnType, build_columns

_ARROW_TYPES: Final[Mapping[str, Callable[[Any], Any]]] = {
    "text": lambda pyarrow: pyarrow.string(),
    "json": lambda pyarrow: pyarrow.string(),
    "integer": lambda pyarrow: pyarrow.int64(),
    "number": lambda pyarrow: pyarrow.float64(),
    "boolean": lambda pyarrow: pyarrow.bool_(),
    "instant": lambda pyarrow: pyarrow.timestamp("ms", tz="UTC"),
}


def _import_pyarrow() -> Any:
    try:
        return importlib.import_module("pyarrow")
    except ModuleNotFoundError:
        remedy = "Arrow tables need pyarrow: pip install 'quentli-query[arrow]'"
        raise ModuleNotFoundError(remedy, name="pyarrow") from None


def _find_arrow_type(pyarrow: Any, type_: ColumnType) -> Any:
    if type_.item is not None:
        return pyarrow.list_(_find_arrow_type(pyarrow, type_.item))
    if type_.columns:
        return pyarrow.struct(_list_arrow_fields(pyarrow, type_.columns))
    return _ARROW_TYPES[type_.name](pyarrow)


def _list_arrow_fields(pyarrow: Any, found: tuple[Column, ...]) -> list[tuple[str, Any]]:
    return [(column.name, _find_arrow_type(pyarrow, column.type)) for column in found]


class ArrowWriter:
    """Makes Arrow batches of the records of one model, and tables of batches.

    Raises:
        ModuleNotFoundError: if pyarrow is not installed.
    """

    def __init__(self, model: Any) -> None:
        self._pyarrow = _import_pyarrow()
        columns = build_columns(model, False)
        self._schema = self._pyarrow.schema(_list_arrow_fields(self._pyarrow, columns))
        self._readers = [column.build_reader(for_arrow=True) for column in columns]

    def build_batch(self, records: list[Any]) -> Any:
        """Return a batch of these records."""
        arrays = [
            self._pyarrow.array(list(map(read, records)), type_)
            for read, type_ in zip(self._readers, self._schema.types, strict=True)
        ]
        return self._pyarrow.RecordBatch.from_arrays(arrays, schema=self._schema)

    def build_table(self, batches: list[Any]) -> Any:
        """Return a table of batches."""
        return self._pyarrow.Table.from_batches(batches, self._schema)

    def open_reader(self, pages: Iterable[list[Any]]) -> Any:
        """Return a reader of batches, which makes one from each list of records when it is wanted."""
        return self._pyarrow.RecordBatchReader.from_batches(self._schema, map(self.build_batch, pages))
