"""The API document in its canonical form: its operations, lists, and the schemas of its responses."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any, Final

import yaml
from openapi_schema_validator import OAS31Validator

from quentli_query.sandbox.data import VALUES
from scripts.pipeline.rewrites.normalization import normalize
from scripts.pipeline.visitor import map_schemas

VENDORS: Final[dict[str, Any]] = yaml.load(
    (Path(__file__).parents[2] / "openapi" / "quentli.yaml").read_text("utf-8"),
    getattr(yaml, "CSafeLoader", yaml.SafeLoader),
)
"""The document as the vendor wrote it, in OpenAPI 3.0 or 3.1."""

DOCUMENT: Final = normalize(VENDORS)
SCHEMAS: Final[dict[str, Any]] = DOCUMENT["components"]["schemas"]
METHODS: Final = {"get", "put", "post", "patch", "delete"}

OPERATIONS: Final = {
    (method.upper(), path) for path, item in DOCUMENT["paths"].items() for method in item.keys() & METHODS
}
"""Method and path of every operation."""

LISTS: Final = {
    path.removeprefix("/v1/").replace("-", "_"): path
    for path, item in DOCUMENT["paths"].items()
    if any(parameter["name"] == "take" for parameter in item.get("get", {}).get("parameters", ()))
}
"""The path of each list, by resource."""

FILLED: Final = {name: path for name, path in LISTS.items() if name in VALUES["records"]}
"""The lists that the sandbox makes up records for. Lists that the document has gained since are empty there."""

RETRIEVABLE: Final = [name for name, path in LISTS.items() if f"{path}/{{id}}" in DOCUMENT["paths"]]
"""The resources whose records can be retrieved by id."""


def response_schema(method: str, path: str, status: str = "200") -> dict[str, Any]:
    """Return the schema of an operation's response."""
    response = DOCUMENT["paths"][path][method.lower()]["responses"][status]
    schema: dict[str, Any] = response["content"]["application/json"]["schema"]
    return schema


def record_fields(resource: str) -> dict[str, Any]:
    """Return the schema of each field of a resource's records, without null."""
    fields = _record_schema(resource)["properties"]
    return {name: field.get("anyOf", [field])[0] for name, field in fields.items()}


def required_fields(resource: str) -> set[str]:
    """Return the fields that every record of a resource has."""
    return set(_record_schema(resource).get("required", ()))


def _record_schema(resource: str) -> dict[str, Any]:
    return _resolve(_resolve(response_schema("get", LISTS[resource]))["items"])


def field_type(schema: dict[str, Any]) -> str | None:
    """Return the type of a field: datetime, enum, string, boolean or number; None if it is no scalar."""
    if schema.get("format") == "date-time":
        return "datetime"
    if "enum" in schema:
        return "enum"
    types = {"string": "string", "boolean": "boolean", "number": "number", "integer": "number"}
    return types.get(schema.get("type", ""))


def schema_errors(schema: dict[str, Any], value: object) -> list[str]:
    """List the violations of a schema by a value. Undocumented properties are violations too."""
    validator = OAS31Validator({**schema, "components": _closed()})
    return [f"{list(error.path)}: {error.message}" for error in validator.iter_errors(value)]


def _resolve(schema: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in schema:
        schema = SCHEMAS[schema["$ref"].rpartition("/")[2]]
    return schema


@functools.cache
def _closed() -> Any:
    closed = map_schemas(
        DOCUMENT, lambda each: {"additionalProperties": False, **each} if "properties" in each else each
    )
    return closed["components"]
