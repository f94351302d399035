"""Finding the schemas and the parameters of an OpenAPI document, wherever they are."""

from collections.abc import Callable, Mapping
from typing import Any

from scripts.pipeline.document import Document

Schema = dict[str, Any]
Parameter = dict[str, Any]
_Change = Callable[[dict[str, Any]], dict[str, Any]]
_Reader = Callable[[Any, _Change], Any]


def map_schemas(document: Document, change: Callable[[Schema], Schema]) -> Document:
    """The document with each schema replaced by what `change` makes of it, the innermost first.

    What looks like a schema inside an example or an enum is data and stays.
    """
    mapped: Document = _walk(document, _SCHEMAS, change)
    return mapped


def map_parameters(document: Document, change: Callable[[Parameter], Parameter]) -> Document:
    """The document with each parameter replaced by what `change` makes of it."""
    mapped: Document = _walk(document, _PARAMETERS, change)
    return mapped


def _walk(node: Any, readers: Mapping[str, _Reader], change: _Change) -> Any:
    if isinstance(node, list):
        return [_walk(item, readers, change) for item in node]
    if not isinstance(node, dict):
        return node
    return {
        key: readers[key](value, change) if key in readers else _walk(value, readers, change)
        for key, value in node.items()
    }


def _schema(value: Any, change: _Change) -> Any:
    # A schema may also be a bool: `additionalProperties: false`.
    return change(_walk(value, _SCHEMAS, change)) if isinstance(value, dict) else value


def _list_of_schemas(value: list[Any], change: _Change) -> list[Any]:
    return [_schema(item, change) for item in value]


def _schemas_by_name(value: dict[str, Any], change: _Change) -> dict[str, Any]:
    return {name: _schema(schema, change) for name, schema in value.items()}


def _parameters(value: Any, change: _Change) -> Any:
    # A list in an operation, a mapping by name among the components.
    if isinstance(value, list):
        return [change(parameter) for parameter in value]
    return {name: change(parameter) for name, parameter in value.items()}


def _data(value: Any, _: _Change) -> Any:
    return value


_SCHEMAS: Mapping[str, _Reader] = {
    "schema": _schema,
    "items": _schema,
    "additionalProperties": _schema,
    "not": _schema,
    "allOf": _list_of_schemas,
    "anyOf": _list_of_schemas,
    "oneOf": _list_of_schemas,
    "schemas": _schemas_by_name,
    "properties": _schemas_by_name,
    "example": _data,
    "examples": _data,
    "enum": _data,
}
_PARAMETERS: Mapping[str, _Reader] = {
    "parameters": _parameters,
    "schema": _data,
    "schemas": _data,
    "example": _data,
    "examples": _data,
}
