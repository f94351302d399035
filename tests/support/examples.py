"""A record of each resource, made of the examples in the OpenAPI document."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

DOCUMENT = Path(__file__).parents[2] / "openapi" / "quentli.yaml"


@cache
def schemas() -> dict[str, Any]:
    """The schemas of the document by name."""
    document = yaml.load(DOCUMENT.read_text(encoding="utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    found: dict[str, Any] = document["components"]["schemas"]
    return found


def example(name: str) -> dict[str, Any]:
    """A record, with all that the document knows of one."""
    made: dict[str, Any] = _of(schemas()[name])
    return made


def required(name: str) -> list[str]:
    """The fields that a record cannot be without."""
    fields: list[str] = schemas()[name]["required"]
    return fields


def _of(schema: Any) -> Any:
    if "$ref" in schema:
        return example(schema["$ref"].rpartition("/")[2])
    if "example" in schema:
        return schema["example"]
    if "enum" in schema:
        return schema["enum"][0]
    if schema.get("type") == "array":
        return [_of(schema["items"])]
    if "properties" in schema:
        return {key: _of(value) for key, value in schema["properties"].items()}
    if schema.get("type") == "object":
        return {"key": "value"}
    raise AssertionError(schema)
