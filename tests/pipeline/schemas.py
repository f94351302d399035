"""Builders of small schemas and documents, for tests of the rewrites."""

import copy
from typing import Any

from scripts.pipeline.rewrites import Rewrite

STRING = {"type": "string"}
NULL = {"type": "null"}


def ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def record(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties)}


def array(items: Any) -> dict[str, Any]:
    return {"type": "array", "items": items}


def maybe(schema: Any) -> dict[str, Any]:
    return {"anyOf": [schema, NULL]}


def values(*enum: Any) -> dict[str, Any]:
    return {"type": "string", "enum": list(enum)}


def with_schemas(paths: dict[str, Any] | None = None, **schemas: Any) -> dict[str, Any]:
    return {"openapi": "3.1.0", "paths": paths or {}, "components": {"schemas": schemas}}


def operation(name: str = "things_do", answer: Any = None, body: Any = None, **more: Any) -> dict[str, Any]:
    """The paths of a document with one operation."""
    made: dict[str, Any] = {"operationId": name, **more, "responses": {}}
    if answer is not None:
        made["responses"]["200"] = {"content": {"application/json": {"schema": answer}}}
    if body is not None:
        made["requestBody"] = {"content": {"application/json": {"schema": body}}}
    return {"/v1/things": {"post": made}}


def apply(rewrite: Rewrite, given: dict[str, Any]) -> dict[str, Any]:
    """Apply a rewrite, check that it leaves the document as it is, and return the named schemas."""
    kept = copy.deepcopy(given)
    rewritten = rewrite(given)
    assert given == kept
    schemas: dict[str, Any] = rewritten["components"]["schemas"]
    return schemas
