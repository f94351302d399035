"""Finding the schemas and the parameters of an OpenAPI document, wherever they are."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from scripts.pipeline.document import Document

Schema = dict[str, Any]
Parameter = dict[str, Any]
Path = tuple[str, ...]
_Change = Callable[[dict[str, Any], Path], dict[str, Any]]
_Reader = Callable[[Any, _Change, Path], Any]


def map_schemas(document: Document, change: Callable[[Schema], Schema]) -> Document:
    """The document with each schema replaced by what `change` makes of it, the innermost first.

    What looks like a schema inside an example or an enum is data and stays.
    """
    return map_placed_schemas(document, lambda schema, _: change(schema))


def map_placed_schemas(document: Document, change: Callable[[Schema, Path], Schema]) -> Document:
    """The same, where `change` is told the place as well: the keys that lead to it, positions as text."""
    mapped: Document = _walk(document, _SCHEMAS, change, ())
    return mapped


def placed_schemas(document: Document) -> list[tuple[Path, Schema]]:
    """Every schema of the document with its place, the innermost first."""
    found: list[tuple[Path, Schema]] = []

    def note(schema: Schema, path: Path) -> Schema:
        found.append((path, schema))
        return schema

    map_placed_schemas(document, note)
    return found


def map_parameters(document: Document, change: Callable[[Parameter], Parameter]) -> Document:
    """The document with each parameter replaced by what `change` makes of it."""
    mapped: Document = _walk(document, _PARAMETERS, lambda parameter, _: change(parameter), ())
    return mapped


def reached(document: Document, roots: Iterable[Any]) -> frozenset[str]:
    """The references in some parts of a document, and in whatever these refer to."""
    seen: set[str] = set()
    waiting = [reference for root in roots for reference in _references(root)]
    while waiting:
        reference = waiting.pop()
        if reference not in seen:
            seen.add(reference)
            waiting.extend(_references(_target(document, reference)))
    return frozenset(seen)


def _references(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for item in node:
            yield from _references(item)
    elif isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"]
        for key, value in node.items():
            if key in _BY_NAME:
                yield from _references(list(value.values()))
            elif key not in _DATA:
                yield from _references(value)


def _target(document: Document, reference: str) -> Any:
    node: Any = document
    for key in reference.removeprefix("#/").split("/"):
        node = node.get(key.replace("~1", "/").replace("~0", "~")) if isinstance(node, dict) else None
    return node


def _walk(node: Any, readers: Mapping[str, _Reader], change: _Change, path: Path) -> Any:
    if isinstance(node, list):
        return [_walk(item, readers, change, (*path, str(index))) for index, item in enumerate(node)]
    if not isinstance(node, dict):
        return node
    walked: dict[str, Any] = {}
    for key, value in node.items():
        within = (*path, key)
        reader = readers.get(key)
        walked[key] = reader(value, change, within) if reader else _walk(value, readers, change, within)
    return walked


def _schema(value: Any, change: _Change, path: Path) -> Any:
    # A schema may also be a bool: `additionalProperties: false`.
    return change(_walk(value, _SCHEMAS, change, path), path) if isinstance(value, dict) else value


def _list_of_schemas(value: list[Any], change: _Change, path: Path) -> list[Any]:
    return [_schema(item, change, (*path, str(index))) for index, item in enumerate(value)]


def _schemas_by_name(value: dict[str, Any], change: _Change, path: Path) -> dict[str, Any]:
    return {name: _schema(schema, change, (*path, name)) for name, schema in value.items()}


def _parameters(value: Any, change: _Change, path: Path) -> Any:
    # A list in an operation, a mapping by name among the components.
    if isinstance(value, list):
        return [change(parameter, (*path, str(index))) for index, parameter in enumerate(value)]
    return {name: change(parameter, (*path, name)) for name, parameter in value.items()}


def _data(value: Any, _change: _Change, _path: Path) -> Any:
    return value


_DATA = frozenset({"example", "examples", "enum"})
_BY_NAME = frozenset({"schemas", "properties"})
_SCHEMAS: Mapping[str, _Reader] = {
    "schema": _schema,
    "items": _schema,
    "additionalProperties": _schema,
    "not": _schema,
    "allOf": _list_of_schemas,
    "anyOf": _list_of_schemas,
    "oneOf": _list_of_schemas,
    **dict.fromkeys(_BY_NAME, _schemas_by_name),
    **dict.fromkeys(_DATA, _data),
}
_PARAMETERS: Mapping[str, _Reader] = {
    "parameters": _parameters,
    "schema": _data,
    "schemas": _data,
    "example": _data,
    "examples": _data,
}
