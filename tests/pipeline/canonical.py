"""The OpenAPI 3.1 form of a 3.0 document, as a vendor's tools would write it after a migration."""

from typing import Any

_BOUNDS = (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum"))
_NULL, _NULLABLE = {"type": "null"}, {"nullable": True}


def convert(document: dict[str, Any]) -> dict[str, Any]:
    """Return the document with the keywords of OpenAPI 3.1, and the same meaning."""
    schemas = {name: _schema(each) for name, each in document["components"]["schemas"].items()}
    components = {**document["components"], "schemas": schemas}
    return {**document, "openapi": "3.1.0", "paths": _rest(document["paths"]), "components": components}


def _rest(node: Any) -> Any:
    if isinstance(node, list):
        return [_rest(each) for each in node]
    if not isinstance(node, dict):
        return node
    return {key: _schema(value) if key == "schema" else _rest(value) for key, value in node.items()}


def _schema(schema: Any) -> Any:
    if not isinstance(schema, dict):
        return schema
    made = {key: _part(key, value) for key, value in schema.items() if key != "nullable"}
    if "example" in made:
        made["examples"] = [made.pop("example")]
    for flag, bound in _BOUNDS:
        if isinstance(made.get(flag), bool) and made.pop(flag):
            made[flag] = made.pop(bound)
    if len(made.get("enum", ())) == 1:
        [made["const"]] = made.pop("enum")
    if _NULLABLE in schema.get("allOf", ()):
        made["anyOf"] = [*(each for each in made.pop("allOf") if each != {}), _NULL]
    return _nullable(made) if schema.get("nullable") else made


def _nullable(schema: dict[str, Any]) -> dict[str, Any]:
    if "type" in schema:
        values = (
            {"enum": [*(each for each in schema["enum"] if each is not None), None]}
            if "enum" in schema
            else {}
        )
        return {**schema, **values, "type": [schema["type"], "null"]}
    for union in ("anyOf", "oneOf"):
        if union in schema:
            return {**schema, union: [*schema[union], _NULL]}
    return schema


def _part(key: str, value: Any) -> Any:
    if key == "properties":
        return {name: _schema(each) for name, each in value.items()}
    if key in {"anyOf", "oneOf"}:
        return [_NULL if each == _NULLABLE else _schema(each) for each in value]
    if key == "allOf":
        return [_schema(each) for each in value]
    return _schema(value) if key in {"items", "additionalProperties", "not"} else value
