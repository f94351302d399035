"""A record of each resource, made of the examples in the OpenAPI document."""

from __future__ import annotations

from typing import Any

from support.document import SCHEMAS

_BY_TYPE: dict[str, Any] = {
    "object": {"key": "value"},
    "string": "text",
    "number": 1,
    "integer": 1,
    "boolean": True,
}


def example(name: str) -> dict[str, Any]:
    """Return a record with every field that the document describes."""
    made: dict[str, Any] = _of(SCHEMAS[name])
    return made


def _of(schema: Any) -> Any:
    if "$ref" in schema:
        return example(schema["$ref"].rpartition("/")[2])
    if "example" in schema:
        return schema["example"]
    if "enum" in schema:
        return schema["enum"][0]
    if "anyOf" in schema:
        return _of(schema["anyOf"][0])
    if schema.get("type") == "array":
        return [_of(schema["items"])]
    if "properties" in schema:
        return {key: _of(value) for key, value in schema["properties"].items()}
    return "2025-01-10T12:00:00.000Z" if schema.get("format") == "date-time" else _BY_TYPE[schema["type"]]
