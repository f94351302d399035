"""One visitor over the known positions of an OpenAPI document.

A schema, a parameter or another object of OpenAPI is one only where the specification puts it. Examples,
links, enums, defaults and extensions (`x-...`) are data, whatever their keys are.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

Document = dict[str, Any]
Schema = dict[str, Any]
Parameter = dict[str, Any]
Path = tuple[str, ...]
"""The keys that lead to an object, indexes of lists as text."""

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
SCHEMA, PARAMETER, OPERATION, BODY, RESPONSE = "schema", "parameter", "operation", "body", "response"

# `[kind]` is a list, `{kind}` a map by name, and a kind that is no key here has no objects inside.
_CONTENT = {"schema": SCHEMA, "content": "{media type}"}
_POSITIONS: Mapping[str, Mapping[str, str]] = {
    "document": {"paths": "{path item}", "webhooks": "{path item}", "components": "components"},
    "components": {
        "schemas": "{schema}",
        "parameters": "{parameter}",
        "responses": "{response}",
        "requestBodies": "{body}",
        "headers": "{header}",
        "callbacks": "{{path item}}",
        "pathItems": "{path item}",
        "securitySchemes": "{security scheme}",
    },
    "path item": {"parameters": "[parameter]", **dict.fromkeys(METHODS, OPERATION)},
    OPERATION: {
        "parameters": "[parameter]",
        "requestBody": BODY,
        "responses": "{response}",
        "callbacks": "{{path item}}",
    },
    PARAMETER: _CONTENT,
    "header": _CONTENT,
    BODY: _CONTENT,
    RESPONSE: {"content": "{media type}", "headers": "{header}"},
    "media type": {"schema": SCHEMA, "encoding": "{encoding}"},
    "encoding": {"headers": "{header}"},
    SCHEMA: {
        **dict.fromkeys(("properties", "patternProperties", "dependentSchemas", "$defs"), "{schema}"),
        **dict.fromkeys(("allOf", "anyOf", "oneOf", "prefixItems"), "[schema]"),
        **dict.fromkeys(("items", "additionalProperties", "not", "if", "then", "else"), SCHEMA),
        **dict.fromkeys(("contains", "propertyNames", "unevaluatedItems", "unevaluatedProperties"), SCHEMA),
    },
}
# Among the names of these maps, `x-...` is an extension.
_EXTENSIBLE = frozenset({"path item", RESPONSE})


class Node(NamedTuple):
    """An object of a document, or a map of such objects, at its position."""

    kind: str
    path: Path
    value: dict[str, Any]


def iterate_nodes(value: Any, kind: str = "document", path: Path = ()) -> Iterator[Node]:
    """Yield every object at a known position, the outermost first."""
    if isinstance(value, dict):
        yield Node(kind, path, value)
    for key, inner, inner_kind in _children(value, kind):
        yield from iterate_nodes(inner, inner_kind, (*path, key))


def find_schemas(document: Document) -> list[tuple[Path, Schema]]:
    """Return every schema with its path, the outermost first."""
    return [(path, schema) for kind, path, schema in iterate_nodes(document) if kind == SCHEMA]


def map_nodes(
    document: Document, kind: str, change: Callable[[dict[str, Any], Path], dict[str, Any]]
) -> Document:
    """Return the document with each object of a kind replaced by the result of `change`, innermost first."""

    def visit(value: Any, at: str, path: Path) -> Any:
        inner = {key: visit(child, of, (*path, key)) for key, child, of in _children(value, at)}
        if isinstance(value, list):
            return list(inner.values()) or value
        if not isinstance(value, dict):
            return value
        return change({**value, **inner}, path) if at == kind else {**value, **inner}

    mapped: Document = visit(document, "document", ())
    return mapped


def map_schemas(document: Document, change: Callable[[Schema], Schema]) -> Document:
    """Return the document with each schema replaced by the result of `change`, innermost first."""
    return map_nodes(document, SCHEMA, lambda schema, _: change(schema))


def format_pointer(path: Iterable[str | int]) -> str:
    """Return the JSON pointer of a path, for messages."""
    return "#" + "".join(f"/{str(key).replace('~', '~0').replace('/', '~1')}" for key in path)


def _children(value: Any, kind: str) -> Iterator[tuple[str, Any, str]]:
    inner = kind[1:-1]
    if kind.startswith("["):
        for index, item in enumerate(value if isinstance(value, list) else ()):
            yield str(index), item, inner
    elif isinstance(value, dict):
        positions = _POSITIONS.get(kind, {})
        for key, child in value.items():
            if kind.startswith("{") and not (inner in _EXTENSIBLE and key.startswith("x-")):
                yield key, child, inner
            elif key in positions:
                yield key, child, positions[key]
