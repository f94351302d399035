"""The canonical form of schemas: one spelling for each meaning, whether OpenAPI 3.0 or 3.1 wrote it."""

from collections.abc import Callable
from functools import reduce
from typing import Any

from scripts.pipeline.rewrites.schemas import (
    BRANCHES,
    COMPONENT,
    NULL,
    annotations,
    components,
    constraints,
    is_branch,
    with_branches,
    with_components,
)
from scripts.pipeline.visitor import SCHEMA, Document, Path, Schema, map_nodes, map_schemas

_NULLABLE: Schema = {"nullable": True}
_BOUNDS = (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum"))
_JSON_TYPES = {str: "string", bool: "boolean", int: "integer", float: "number"}


def normalize(document: Document) -> Document:
    """Return the document in the canonical form, as OpenAPI 3.1.

    The generator would read a branch `{nullable: true}` as any value in `anyOf`, and leave out its operation
    in `allOf`. It would type a date that is "a string or a date-time" as `datetime | str`.
    """
    named = {name: _write_object(schema) for name, schema in components(document).items()}
    written = with_components(document, named) if named else document
    return {**map_nodes(written, SCHEMA, _normalize), "openapi": "3.1.0"}


def null_references(document: Document) -> Document:
    """Move null from components to the places that refer to them.

    The generator makes no class of a union, and leaves out every operation that answers with one.
    """
    schemas = components(document)
    nullable = {COMPONENT + name for name, schema in schemas.items() if NULL in schema.get("anyOf", [])}
    bare = with_components(document, {name: _without_null(schema) for name, schema in schemas.items()})
    either = map_schemas(bare, lambda schema: _or_null(schema) if schema.get("$ref") in nullable else schema)
    return map_schemas(either, flatten_union) if nullable else document


def flatten_union(schema: Schema) -> Schema:
    """Write a union without unions directly inside, and with null last."""
    if "anyOf" not in schema:
        return schema
    nested = [branch["anyOf"] if branch.keys() == {"anyOf"} else [branch] for branch in schema["anyOf"]]
    branches = [branch for found in nested for branch in found]
    nulls = [NULL] if NULL in branches else []
    return with_branches(schema, "anyOf", [branch for branch in branches if branch != NULL] + nulls)


def _normalize(schema: Schema, path: Path) -> Schema:
    if is_branch(path) and schema == _NULLABLE:
        return NULL
    return reduce(lambda changed, step: step(changed), _STEPS, schema)


def _write_objects(schema: Schema) -> Schema:
    """Write the schemas `true` and `false` of OpenAPI 3.1 as objects."""
    branches = {key: list(map(_write_object, schema[key])) for key in BRANCHES if key in schema}
    if "properties" not in schema:
        return {**schema, **branches}
    properties = {name: _write_object(each) for name, each in schema["properties"].items()}
    return {**schema, **branches, "properties": properties}


def _write_object(schema: Schema | bool) -> Schema:
    return schema if isinstance(schema, dict) else {} if schema else {"not": {}}


def _number_bounds(schema: Schema) -> Schema:
    """Write exclusive bounds as numbers, which OpenAPI 3.0 makes exclusive by a flag."""
    for flag, bound in _BOUNDS:
        if isinstance(schema.get(flag), bool):
            renamed = {bound: flag} if schema[flag] else {}
            schema = {renamed.get(key, key): value for key, value in schema.items() if key != flag}
    return schema


def _one_example(schema: Schema) -> Schema:
    match schema.get("examples"):
        case [example, *_] if "example" not in schema:
            return {**{key: value for key, value in schema.items() if key != "examples"}, "example": example}
        case _:
            return schema


def _any_of(schema: Schema) -> Schema:
    if "oneOf" not in schema or "anyOf" in schema:
        return schema
    return {("anyOf" if key == "oneOf" else key): value for key, value in schema.items()}


def _one_null(schema: Schema) -> Schema:
    """Write a null that is allowed as a branch of a union, and an enum as its other values."""
    types = [schema.get("type")] if not isinstance(schema.get("type"), list) else schema["type"]
    nullable = bool(schema.get("nullable")) or ("null" in types and len(types) > 1)
    rest = {key: value for key, value in schema.items() if key != "nullable"}
    if isinstance(schema.get("type"), list):
        others = [each for each in types if each != "null"] or ["null"]
        rest["type"] = others[0] if len(others) == 1 else others
    if "const" in rest:
        rest = {("enum" if key == "const" else key): value for key, value in rest.items()}
        rest["enum"] = [schema["const"]]
    if isinstance(rest.get("enum"), list):
        nullable = nullable or (None in rest["enum"] and "type" not in schema)
        rest["enum"] = [value for value in rest["enum"] if value is not None]
        kinds = {_JSON_TYPES.get(type(value)) for value in rest["enum"]}
        if "type" not in rest and len(kinds) == 1 and None not in kinds:
            rest["type"] = kinds.pop()
    if NULL in rest.get("allOf", []):
        nullable = True
        rest = with_branches(rest, "allOf", [part for part in rest["allOf"] if part != NULL])
    return _or_null(rest) if nullable else rest


def _date(schema: Schema) -> Schema:
    """Drop the plain string beside a date-time, which is a string on the wire."""
    branches = schema.get("anyOf", [])
    if not any(branch.get("format") == "date-time" for branch in branches):
        return schema
    return with_branches(
        schema, "anyOf", [each for each in branches if constraints(each) != {"type": "string"}]
    )


def _described_reference(schema: Schema) -> Schema:
    """Write what is said beside a reference so that the generator, which would ignore it, reads it."""
    said = annotations(schema)
    return {**said, "allOf": [{"$ref": schema["$ref"]}]} if "$ref" in schema and said else schema


_STEPS: tuple[Callable[[Schema], Schema], ...] = (
    _write_objects,
    _number_bounds,
    _one_example,
    _any_of,
    _one_null,
    flatten_union,
    _date,
    _described_reference,
)


def _or_null(schema: Schema) -> Schema:
    asked = constraints(schema)
    return {**annotations(schema), "anyOf": [asked, NULL]} if asked else schema


def _without_null(schema: Schema) -> Any:
    if "anyOf" not in schema:
        return schema
    return with_branches(schema, "anyOf", [branch for branch in schema["anyOf"] if branch != NULL])
