"""What the rewrites know of schemas: their parts, and how they refer to each other."""

from scripts.pipeline.document import Document
from scripts.pipeline.walk import Path, Schema

NULL: Schema = {"type": "null"}
COMPONENT = "#/components/schemas/"
ALTERNATIVES = frozenset({"anyOf", "oneOf"})

# What is said about a value as a whole: in a union it stays outside, while the rest becomes a branch. A title
# is not among it, for it names a type, and so belongs to the branch.
_ANNOTATIONS = frozenset(
    {"default", "deprecated", "description", "example", "examples", "externalDocs", "readOnly", "writeOnly"}
)


def constraints(schema: Schema) -> Schema:
    """What a schema asks of a value."""
    return {key: value for key, value in schema.items() if key not in _ANNOTATIONS}


def annotations(schema: Schema) -> Schema:
    """What a schema says about a value."""
    return {key: value for key, value in schema.items() if key in _ANNOTATIONS}


def with_branches(schema: Schema, key: str, branches: list[Schema]) -> Schema:
    """The schema with these branches; one alone is no union, and is merged into the schema."""
    if len(branches) != 1:
        return {**schema, key: branches}
    return {**branches[0], **{name: value for name, value in schema.items() if name != key}}


def reference(name: str) -> Schema:
    """A schema that refers to a component."""
    return {"$ref": COMPONENT + name}


def referring(schema: Schema, name: str) -> Schema:
    """A reference to a component in the place of a schema, with what the schema says about its value."""
    said = annotations(schema)
    return {**said, "allOf": [reference(name)]} if said else reference(name)


def components(document: Document) -> dict[str, Schema]:
    """The schemas that have a name."""
    named: dict[str, Schema] = document.get("components", {}).get("schemas", {})
    return named


def with_components(document: Document, schemas: dict[str, Schema]) -> Document:
    """The document with these schemas for those that have a name."""
    return {**document, "components": {**document.get("components", {}), "schemas": schemas}}


def is_component(path: Path) -> bool:
    """Whether what has this place is a component itself, and not a part of one."""
    return len(path) == 3 and path[:2] == ("components", "schemas")
