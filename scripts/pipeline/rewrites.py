"""What the vendor's document means, said so that the generator understands it.

Each rewrite is a pure function from document to document and mends one thing that the generator would
misread. They run in the order of REWRITES; to add one is to write a function and to name it there.
"""

from collections.abc import Callable
from functools import reduce

from scripts.pipeline.document import Document
from scripts.pipeline.walk import Parameter, Schema, map_parameters, map_schemas

Rewrite = Callable[[Document], Document]

NULL: Schema = {"type": "null"}
_NULLABLE: Schema = {"nullable": True}
_COMPONENT = "#/components/schemas/"

# What is said about a value as a whole: in a union it stays outside, while the rest becomes a branch. A title
# is not among it, for it names a type, and so belongs to the branch.
_ANNOTATIONS = frozenset(
    {"default", "deprecated", "description", "example", "examples", "externalDocs", "readOnly", "writeOnly"}
)
_ALTERNATIVES = frozenset({"anyOf", "oneOf"})
_EXCLUSIVE_BOUNDS = (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum"))
_PAGE_PARAMETERS = frozenset({"skip", "take"})
_PAGE_BOUNDS = frozenset({"minimum", "maximum", "default"})


def rewrite(document: Document) -> Document:
    """Apply every rewrite, in order; the document that is given stays as it is."""
    return reduce(lambda rewritten, step: step(rewritten), REWRITES, document)


def dates(document: Document) -> Document:
    """`anyOf [string, date-time]` is a date-time.

    A date-time is a string on the wire, so the plain branch adds nothing; with it the generator would type
    every date as `datetime | str`.
    """
    return map_schemas(document, _date)


def exclusive_bounds(document: Document) -> Document:
    """An exclusive bound is a number of its own.

    OpenAPI 3.0 makes a bound exclusive by a flag beside it. The flag is an error in 3.1, which `null_types`
    leads to.
    """
    return map_schemas(document, lambda schema: reduce(_exclusive_bound, _EXCLUSIVE_BOUNDS, schema))


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
    components = document.get("components", {})
    schemas = components.get("schemas", {})
    nullable = {_COMPONENT + name for name, schema in schemas.items() if NULL in schema.get("anyOf", [])}
    if not nullable:
        return document
    bare = {**components, "schemas": {name: _without_null(schema) for name, schema in schemas.items()}}
    return map_schemas(
        {**document, "components": bare},
        lambda schema: _or_null(schema) if schema.get("$ref") in nullable else schema,
    )


def inline_titles(document: Document) -> Document:
    """An inline schema that may be null is named after its property.

    The generator names the classes in a union by their position. The title keeps the name that the class
    would have without null (`CustomerMeta`, not `CustomerMetaType0`), so that users' imports survive a
    field's becoming nullable.
    """
    return map_schemas(document, _with_titled_properties)


def page_numbers(document: Document) -> Document:
    """The query parameters `skip` and `take` are integers.

    They count records. Numbers would be floats to the generator, and go over the wire as `take=20.0`.
    """
    return map_parameters(document, _page_number)


REWRITES: tuple[Rewrite, ...] = (
    dates,
    exclusive_bounds,
    null_branches,
    null_types,
    null_components,
    inline_titles,
    page_numbers,
)


def _date(schema: Schema) -> Schema:
    branches = schema.get("anyOf", [])
    if not any(branch.get("format") == "date-time" for branch in branches):
        return schema
    return _with_branches(schema, "anyOf", [b for b in branches if _constraints(b) != {"type": "string"}])


def _exclusive_bound(schema: Schema, names: tuple[str, str]) -> Schema:
    flag, bound = names
    if not isinstance(schema.get(flag), bool):
        return schema
    renamed = {bound: flag} if schema[flag] else {}
    return {renamed.get(key, key): value for key, value in schema.items() if key != flag}


def _null_branch(schema: Schema) -> Schema:
    spelled_out = {
        key: [NULL if branch == _NULLABLE else branch for branch in value] if key in _ALTERNATIVES else value
        for key, value in schema.items()
    }
    parts = schema.get("allOf", [])
    if _NULLABLE not in parts:
        return spelled_out
    rest = [part for part in parts if part != _NULLABLE]
    return {**_with_branches(spelled_out, "allOf", rest), **_NULLABLE}


def _null_type(schema: Schema) -> Schema:
    rest = {key: value for key, value in schema.items() if key != "nullable"}
    if not schema.get("nullable"):
        return rest
    if "enum" in rest:
        rest["enum"] = [value for value in rest["enum"] if value is not None]
    return _or_null(rest)


def _or_null(schema: Schema) -> Schema:
    constraints = _constraints(schema)
    annotations = {key: value for key, value in schema.items() if key not in constraints}
    if not constraints:
        return annotations
    branches = constraints["anyOf"] if constraints.keys() == {"anyOf"} else [constraints]
    return {**annotations, "anyOf": [*(branch for branch in branches if branch != NULL), NULL]}


def _without_null(schema: Schema) -> Schema:
    if "anyOf" not in schema:
        return schema
    return _with_branches(schema, "anyOf", [branch for branch in schema["anyOf"] if branch != NULL])


def _with_titled_properties(schema: Schema) -> Schema:
    if "properties" not in schema:
        return schema
    titled = {name: _with_titled_branch(value, name) for name, value in schema["properties"].items()}
    return {**schema, "properties": titled}


def _with_titled_branch(schema: Schema, name: str) -> Schema:
    match schema.get("anyOf"):
        case [branch, null] if null == NULL:
            return {**schema, "anyOf": [_titled(branch, name), NULL]}
        case _:
            return schema


def _titled(schema: Schema, name: str) -> Schema:
    if "items" in schema:
        return {**schema, "items": _titled(schema["items"], f"{name} item")}
    becomes_a_class = schema.get("type") == "object" or "enum" in schema
    return {"title": name, **schema} if becomes_a_class else schema


def _page_number(parameter: Parameter) -> Parameter:
    schema = parameter.get("schema", {})
    where = (parameter.get("in"), schema.get("type"))
    if where != ("query", "number") or parameter["name"] not in _PAGE_PARAMETERS:
        return parameter
    bounds = {key: value for key, value in schema.items() if key in _PAGE_BOUNDS}
    if any(value != int(value) for value in bounds.values()):
        return parameter
    whole = {key: int(value) for key, value in bounds.items()}
    return {**parameter, "schema": {**schema, **whole, "type": "integer"}}


def _constraints(schema: Schema) -> Schema:
    return {key: value for key, value in schema.items() if key not in _ANNOTATIONS}


def _with_branches(schema: Schema, key: str, branches: list[Schema]) -> Schema:
    """The schema with these branches; one alone is no union, and is merged into the schema."""
    if len(branches) != 1:
        return {**schema, key: branches}
    return {**branches[0], **{name: value for name, value in schema.items() if name != key}}
