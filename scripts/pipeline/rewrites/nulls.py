"""Null: which values may be it."""

from scripts.pipeline.document import Document
from scripts.pipeline.rewrites.schemas import (
    ALTERNATIVES,
    COMPONENT,
    NULL,
    components,
    constraints,
    with_branches,
    with_components,
)
from scripts.pipeline.walk import Schema, map_schemas

_NULLABLE: Schema = {"nullable": True}


def null_branches(document: Document) -> Document:
    """A branch `{nullable: true}` allows null.

    Read to the letter, in `anyOf` and `oneOf` it would allow anything, which the generator types as Any; in
    `allOf` it would allow nothing more, and the generator leaves out the operation.
    """
    return map_schemas(document, _null_branch)


def null_types(document: Document) -> Document:
    """`nullable: true` is a union with null, as OpenAPI 3.1 writes it; alone it is any value.

    The generator types the union as `X | None`. Where an enum lists null as well, only the union keeps it:
    the generator would make the class of the enum twice.
    """
    return {**map_schemas(document, _null_type), "openapi": "3.1.0"}


def null_components(document: Document) -> Document:
    """A component is never null; the places that refer to it say whether they are.

    The generator makes no class of a union, and leaves out every operation that answers with one.
    """
    schemas = components(document)
    nullable = {COMPONENT + name for name, schema in schemas.items() if NULL in schema.get("anyOf", [])}
    if not nullable:
        return document
    bare = with_components(document, {name: _without_null(schema) for name, schema in schemas.items()})
    return map_schemas(bare, lambda schema: _or_null(schema) if schema.get("$ref") in nullable else schema)


def _null_branch(schema: Schema) -> Schema:
    spelled_out = {
        key: [NULL if branch == _NULLABLE else branch for branch in value] if key in ALTERNATIVES else value
        for key, value in schema.items()
    }
    parts = schema.get("allOf", [])
    if _NULLABLE not in parts:
        return spelled_out
    rest = [part for part in parts if part != _NULLABLE]
    return {**with_branches(spelled_out, "allOf", rest), **_NULLABLE}


def _null_type(schema: Schema) -> Schema:
    rest = {key: value for key, value in schema.items() if key != "nullable"}
    if not schema.get("nullable"):
        return rest
    if "enum" in rest:
        rest["enum"] = [value for value in rest["enum"] if value is not None]
    return _or_null(rest)


def _or_null(schema: Schema) -> Schema:
    asked = constraints(schema)
    said = {key: value for key, value in schema.items() if key not in asked}
    if not asked:
        return said
    branches = asked["anyOf"] if asked.keys() == {"anyOf"} else [asked]
    return {**said, "anyOf": [*(branch for branch in branches if branch != NULL), NULL]}


def _without_null(schema: Schema) -> Schema:
    if "anyOf" not in schema:
        return schema
    return with_branches(schema, "anyOf", [branch for branch in schema["anyOf"] if branch != NULL])
