"""Parts of schemas, and references between them."""

from scripts.pipeline.visitor import Document, Path, Schema

NULL: Schema = {"type": "null"}
BRANCHES = ("allOf", "anyOf", "oneOf")
COMPONENT = "#/components/schemas/"

# These describe a value as a whole: in a union they stay outside, while the rest becomes a branch. A title is
# not among them, for it names a type.
_ANNOTATIONS = frozenset(
    {"default", "deprecated", "description", "example", "examples", "externalDocs", "readOnly", "writeOnly"}
)


def constraints(schema: Schema) -> Schema:
    """Return the keywords that restrict a value."""
    return {key: value for key, value in schema.items() if key not in _ANNOTATIONS}


def annotations(schema: Schema) -> Schema:
    """Return the keywords that describe a value."""
    return {key: value for key, value in schema.items() if key in _ANNOTATIONS}


def with_branches(schema: Schema, key: str, branches: list[Schema]) -> Schema:
    """Return the schema with these branches. A single one is merged into the schema."""
    if len(branches) != 1:
        return {**schema, key: branches}
    return {**branches[0], **{name: value for name, value in schema.items() if name != key}}


def reference(name: str) -> Schema:
    """Return a reference to a component."""
    return {"$ref": COMPONENT + name}


def referring(schema: Schema, name: str) -> Schema:
    """Return a reference to a component that keeps the description of the schema it replaces."""
    said = annotations(schema)
    return {**said, "allOf": [reference(name)]} if said else reference(name)


def components(document: Document) -> dict[str, Schema]:
    """Return the named schemas."""
    named: dict[str, Schema] = document.get("components", {}).get("schemas", {})
    return named


def with_components(document: Document, schemas: dict[str, Schema]) -> Document:
    """Return the document with these named schemas."""
    return {**document, "components": {**document.get("components", {}), "schemas": schemas}}


def is_component(path: Path) -> bool:
    """Tell a component from its parts."""
    return len(path) == 3 and path[:2] == ("components", "schemas")


def is_branch(path: Path) -> bool:
    """Tell the branch of a union or composition from other schemas."""
    return path[-1].isdecimal() and path[-2] in BRANCHES


def has_properties(schema: Schema) -> bool:
    """Tell an object with named fields from other schemas."""
    return bool(schema.get("properties"))


def is_class(schema: Schema) -> bool:
    """Tell a schema of which a class is made from other schemas."""
    return schema.get("type") == "object" or "properties" in schema or len(schema.get("allOf", [])) > 1


def find_only_value(schema: Schema) -> object:
    """Return the one value that a schema allows, or None."""
    values = schema.get("enum") or []
    return values[0] if len(values) == 1 else None
