"""Columns of a model: their names, their types, and the plain values in them."""

from __future__ import annotations

import datetime
import json
import types
from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from functools import cache, partial
from itertools import chain
from operator import attrgetter
from typing import Any, Final, Literal, TypeAlias, Union, get_args, get_origin, get_type_hints

from attrs import fields, frozen, has
from quentli_client.types import UNSET, Unset, format_instant

from ..errors import ParameterError

Convert: TypeAlias = Callable[[Any], Any]

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
        is_plain: whether values are plain as they are: neither members of enums nor left out.
    """

    name: str
    item: ColumnType | None = None
    columns: tuple[Column, ...] = ()
    is_plain: bool = False


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

    def build_reader(self, for_arrow: bool = False) -> Convert:
        """Return a function from a record to the value of this column, as plain values.

        Args:
            for_arrow: whether to write maps with free keys as JSON text, and to refuse fractions of whole
                numbers, which Arrow would drop.
        """
        get = attrgetter(self.path[0]) if len(self.path) == 1 else partial(_follow, self.path)
        if for_arrow and self.type.name == "integer":
            return lambda record: _require_whole(get(record), self.name)
        if self.type.is_plain:
            return get
        convert = build_converter(self.type, for_arrow)
        if self.as_text:
            return lambda record: _write_json(convert(get(record)))
        return lambda record: convert(get(record))


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
    union = _split_union(hint)
    options = {each for each in union if each not in (type(None), Unset)}
    if all(_is_text(each) for each in options):
        return ColumnType("text", is_plain=options <= {str} and Unset not in union)
    if len(options) > 1:
        return ColumnType("json")
    (only,) = options
    if get_origin(only) is list:
        return ColumnType("list", item=_find_type(get_args(only)[0], around))
    if isinstance(only, type) and has(only) and only not in around:
        nested = _list_columns(only, around)
        return ColumnType("record", columns=nested) if nested else ColumnType("json")
    return ColumnType(_SCALARS.get(only, "json"), is_plain=only in _SCALARS and Unset not in union)


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


def build_converter(type_: ColumnType, for_arrow: bool) -> Convert:
    """Return a function that takes a field's value without the library's types, but for aware datetimes."""
    if type_.item is not None:
        convert = build_converter(type_.item, for_arrow)
        return lambda values: [convert(each) for each in values] if values else _drop_unset(values)
    if type_.columns:
        readers = [(column.name, column.build_reader(for_arrow)) for column in type_.columns]
        return lambda record: (
            {name: read(record) for name, read in readers} if record else _drop_unset(record)
        )
    if type_.name == "json":
        return _write_map if for_arrow else _unwrap
    return _read_text if type_.name == "text" else _drop_unset


def _drop_unset(value: Any) -> Any:
    return None if value is UNSET else value


def _require_whole(value: Any, name: str) -> Any:
    if isinstance(value, float) and not value.is_integer():
        raise ValueError(f"{name}: {value!r} is no whole number, and Arrow would cut it; rows() takes it")
    return _drop_unset(value)


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


def _write_inner(value: Any) -> Any:
    to_dict = getattr(value, "to_dict", None)
    return format_instant(value, "the table") if to_dict is None else to_dict()


# One encoder for all values: json.dumps would make one for each.
_encode_json = json.JSONEncoder(ensure_ascii=False, default=_write_inner).encode


def _write_map(value: Any) -> str | None:
    # Not through to_dict, which would make each map once more.
    return _write_json(_drop_unset(getattr(value, "additional_properties", value)))


def _write_json(value: Any) -> str | None:
    return None if value is None else _encode_json(value)
