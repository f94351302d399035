"""Records as rows of plain values and as Arrow tables, with the same columns in both.

The columns are those of the model, in its order, also if there are no records. Their names are those of the
vocabulary (`created_at`, `type`). What the API sends beyond its document is in no column.
"""

from __future__ import annotations

import datetime
import importlib
import json
import types
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from functools import cache, partial
from itertools import chain, islice
from operator import attrgetter
from typing import Any, Final, Literal, TypeAlias, Union, get_args, get_origin, get_type_hints

from attrs import fields, frozen, has
from quentli_client.types import UNSET, Record, Unset, format_instant

from .errors import ParameterError
from .filters.literals import shorten

Convert: TypeAlias = Callable[[Any], Any]

# Records in one batch of a table that is not made page by page.
BATCH_ROWS = 1_000

_SCALARS: Final[Mapping[Any, str]] = {
    str: "text",
    int: "integer",
    float: "number",
    bool: "boolean",
    datetime.datetime: "instant",
}


@frozen
class ColumnType:
    """Type of a column's values, which are None for what is null or left out.

    Attributes:
        name: `"text"`, `"integer"`, `"number"`, `"boolean"`, `"instant"`, `"list"`, `"record"`, or `"json"`
            for anything else, such as a map with free keys.
        item: the type of a list's items.
        columns: the columns of a record.
    """

    name: str
    item: ColumnType | None = None
    columns: tuple[Column, ...] = ()


@frozen
class Column:
    """Column of a table.

    Attributes:
        name: its name.
        path: the attributes that lead from a record to the value.
        type: the type of its values.
        as_text: whether its values are written as JSON.
    """

    name: str
    path: tuple[str, ...]
    type: ColumnType
    as_text: bool = False

    def build_reader(self, maps_as_text: bool = False) -> Convert:
        """Return a function from a record to the value of this column, as plain values.

        Args:
            maps_as_text: whether to write maps with free keys as JSON text.
        """
        convert = build_converter(self.type, maps_as_text)
        get = attrgetter(self.path[0]) if len(self.path) == 1 else partial(_follow, self.path)
        if self.as_text:
            return lambda record: _write_json(convert(get(record)))
        return lambda record: convert(get(record))


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
    return [column.name for column in build_columns(find_model(model), flat)]


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
        ModuleNotFoundError: if pyarrow is not installed.
    """
    model, records = _find_model_of(records, model)
    if model is None:
        raise ParameterError(
            "no record says which columns the table has; add model=, for example model=Customer"
        )
    return open_reader(_batch(records), model).read_all()


def open_reader(batches: Iterable[list[Any]], model: Any) -> Any:
    """Return a reader of Arrow batches, which makes one from each list of records when it is wanted.

    Raises:
        ModuleNotFoundError: if pyarrow is not installed.
    """
    pyarrow = _import_pyarrow()
    found = build_columns(model, False)
    schema = pyarrow.schema(_list_arrow_fields(pyarrow, found))
    readers = [column.build_reader(maps_as_text=True) for column in found]
    made = (_build_batch(pyarrow, records, readers, schema) for records in batches)
    return pyarrow.RecordBatchReader.from_batches(schema, made)


def find_model(source: Any) -> Any:
    """Return the class of the records of a page or a scan; a class stays as it is.

    Raises:
        TypeError: for anything else.
    """
    model = getattr(source, "model", source)
    if isinstance(model, type) and issubclass(model, Record):
        return model
    needed = "records, a page or a scan are needed here, or a class such as Customer"
    raise TypeError(f"{needed}, and not {shorten(source)}")


@cache
def build_columns(model: Any, flat: bool) -> tuple[Column, ...]:
    """Return the columns of a model.

    Raises:
        ParameterError: if two columns would have one name.
    """
    found = _list_columns(model, ())
    found = tuple(chain.from_iterable(map(_flatten, found))) if flat else found
    paths: dict[str, tuple[str, ...]] = {}
    for column in found:
        if paths.setdefault(column.name, column.path) != column.path:
            both = " and ".join(".".join(path) for path in (paths[column.name], column.path))
            raise ParameterError(
                f"{model.__name__}: {both} would share the column {column.name!r}; leave out flat="
            )
    return found


def _list_columns(model: type[Any], around: tuple[type[Any], ...]) -> tuple[Column, ...]:
    hints = get_type_hints(model)
    names = [field.name for field in fields(model) if field.name != "additional_properties"]
    # Python's keywords, and names that mean something else in a class, have an underscore behind them.
    return tuple(
        Column(name.rstrip("_"), (name,), _find_type(hints[name], (*around, model))) for name in names
    )


def _find_type(hint: Any, around: tuple[type[Any], ...]) -> ColumnType:
    options = {each for each in _split_union(hint) if each not in (type(None), Unset)}
    if all(_is_text(each) for each in options):
        return ColumnType("text")
    if len(options) > 1:
        return ColumnType("json")
    (only,) = options
    if get_origin(only) is list:
        return ColumnType("list", item=_find_type(get_args(only)[0], around))
    if isinstance(only, type) and has(only) and only not in around:
        nested = _list_columns(only, around)
        return ColumnType("record", columns=nested) if nested else ColumnType("json")
    return ColumnType(_SCALARS.get(only, "json"))


def _split_union(hint: Any) -> tuple[Any, ...]:
    return get_args(hint) if get_origin(hint) in (Union, types.UnionType) else (hint,)


def _is_text(hint: Any) -> bool:
    return hint is str or get_origin(hint) is Literal or (isinstance(hint, type) and issubclass(hint, Enum))


def _flatten(column: Column) -> Iterator[Column]:
    for inner in column.type.columns:
        path = (*column.path, *inner.path)
        yield from _flatten(Column(f"{column.name}_{inner.name}", path, inner.type))
    if not column.type.columns:
        yield Column(column.name, column.path, column.type, as_text=column.type.name in ("list", "json"))


def build_converter(type_: ColumnType, maps_as_text: bool) -> Convert:
    """Return a function that takes a field's value without the library's types, but for aware datetimes."""
    if type_.item is not None:
        convert = build_converter(type_.item, maps_as_text)
        return lambda values: [convert(each) for each in values] if values else _drop_unset(values)
    if type_.columns:
        readers = [(column.name, column.build_reader(maps_as_text)) for column in type_.columns]
        return lambda record: (
            {name: read(record) for name, read in readers} if record else _drop_unset(record)
        )
    if type_.name == "json":
        return (lambda value: _write_json(_unwrap(value))) if maps_as_text else _unwrap
    return _read_text if type_.name == "text" else _drop_unset


def _drop_unset(value: Any) -> Any:
    return None if value is UNSET else value


def _read_text(value: Any) -> Any:
    return value.value if isinstance(value, Enum) else _drop_unset(value)


def _unwrap(value: Any) -> Any:
    to_dict = getattr(value, "to_dict", None)
    return _drop_unset(value) if to_dict is None else to_dict()


def _follow(path: tuple[str, ...], record: Any) -> Any:
    for name in path:
        if record is None or record is UNSET:
            return None
        record = getattr(record, name)
    return record


def _write_json(value: Any) -> str | None:
    return (
        None
        if value is None
        else json.dumps(value, ensure_ascii=False, default=lambda moment: format_instant(moment, "the table"))
    )


def _find_model_of(records: Iterable[Any], model: Any) -> tuple[Any, Iterable[Any]]:
    """Return the class of records, and the records: all of them, also where the first had to be looked at."""
    if model is None:
        model = getattr(records, "model", None)
    if model is None:
        iterator = iter(records)
        first = list(next(zip(iterator), ()))
        model, records = (type(first[0]) if first else None), chain(first, iterator)
    return (None if model is None else find_model(model)), records


def _iterate_rows(records: Iterable[Any], found: tuple[Column, ...]) -> Iterator[dict[str, Any]]:
    readers = [(column.name, column.build_reader()) for column in found]
    for record in records:
        yield {name: read(record) for name, read in readers}


def _batch(records: Iterable[Any]) -> Iterator[list[Any]]:
    iterator = iter(records)
    while batch := list(islice(iterator, BATCH_ROWS)):
        yield batch


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


def _build_batch(pyarrow: Any, records: list[Any], readers: list[Convert], schema: Any) -> Any:
    arrays = [
        pyarrow.array([read(record) for record in records], type_)
        for read, type_ in zip(readers, schema.types, strict=True)
    ]
    return pyarrow.RecordBatch.from_arrays(arrays, schema=schema)
