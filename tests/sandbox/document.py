"""The API's document, read for what the sandbox has to be like."""

from __future__ import annotations

import copy
import functools
from pathlib import Path
from typing import Any

import yaml
from openapi_schema_validator import OAS30Validator

DOCUMENT: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parents[2] / "openapi" / "quentli.yaml").read_text("utf-8")
)
METHODS = {"get", "put", "post", "patch", "delete"}


def operations() -> set[tuple[str, str]]:
    """Method and path of every operation."""
    return {
        (method.upper(), path) for path, item in DOCUMENT["paths"].items() for method in item.keys() & METHODS
    }


def answered(method: str, path: str, status: str = "200") -> dict[str, Any]:
    """The schema of what an operation answers."""
    answer = DOCUMENT["paths"][path][method.lower()]["responses"][status]
    schema: dict[str, Any] = answer["content"]["application/json"]["schema"]
    return schema


def resolved(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema that this one names, or this one."""
    while "$ref" in schema:
        schema = DOCUMENT["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    return schema


def faults(schema: dict[str, Any], value: object) -> list[str]:
    """What is wrong with a value, things that are not documented included."""
    validator = OAS30Validator({**schema, "components": _closed()})
    return [f"{list(error.path)}: {error.message}" for error in validator.iter_errors(value)]


@functools.cache
def _closed() -> dict[str, Any]:
    components = copy.deepcopy(DOCUMENT["components"])
    _close(components)
    return {"schemas": components["schemas"]}


def _close(part: Any) -> None:
    if isinstance(part, list):
        for member in part:
            _close(member)
    if isinstance(part, dict):
        if "properties" in part and part.get("type") == "object":
            part.setdefault("additionalProperties", False)
        for member in part.values():
            _close(member)
