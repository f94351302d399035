"""Where a schema stands: in whose schema, under which properties, and which way it goes over the wire."""

from collections.abc import Callable, Mapping
from typing import Any

from attrs import frozen

from scripts.pipeline.document import Document
from scripts.pipeline.rewrites.names import item, pascal
from scripts.pipeline.rewrites.schemas import COMPONENT
from scripts.pipeline.walk import Path, reached

_METHODS = frozenset({"get", "put", "post", "delete", "options", "head", "patch", "trace"})
# Keys of a schema that a name or a position follows.
_WITH_MEMBERS = frozenset({"properties", "anyOf", "oneOf", "allOf"})


@frozen
class Place:
    """A schema's place, in words.

    Attributes:
        owner: The component, or the body, answer or parameter of an operation, that the schema is a part of.
        parts: The properties that lead to it, from the outside; an item of `discounts` is a "discount".
    """

    owner: str
    parts: tuple[str, ...]


def place_of(document: Document, path: Path, branches: Mapping[Path, str]) -> Place:
    """The place of a schema.

    Args:
        document: The document that it is in.
        path: The keys that lead to it.
        branches: What branches of unions are called, by their paths. The others add nothing to the place.
    """
    owner, depth = _owner(document, path)
    parts: list[str] = []
    while depth < len(path):
        key = path[depth]
        if key == "properties":
            parts.append(path[depth + 1])
        elif key == "items":
            parts[-1:] = [item(*parts[-1:])]
        elif key == "additionalProperties":
            parts.append("value")
        parts.extend(filter(None, [branches.get(path[: depth + 2])]))
        depth += 2 if key in _WITH_MEMBERS else 1
    return Place(owner, tuple(parts))


def answers(document: Document) -> Callable[[Path], bool]:
    """A function that says of a place whether what comes from the server stands there.

    Of a component that goes both ways it does. One that no operation refers to is taken for an answer: what
    is read may hold surprises, what is written does not.
    """
    items = list(document.get("paths", {}).values())
    operations = [operation for each in items for method, operation in each.items() if method in _METHODS]
    received = reached(document, [operation.get("responses") for operation in operations])
    asked = [operation.get(part) for operation in operations for part in ("requestBody", "parameters")]
    sent = reached(document, [*asked, *(each.get("parameters") for each in items)])

    def is_answer(path: Path) -> bool:
        if path[:2] == ("components", "schemas"):
            component = COMPONENT + path[2]
            return component in received or component not in sent
        return "responses" in path[:4]

    return is_answer


def _owner(document: Document, path: Path) -> tuple[str, int]:
    """The owner's name, and how many of the keys lead to its schema."""
    if path[:2] == ("components", "schemas"):
        return path[2], 3
    depth = path.index("schema") + 1 if "schema" in path else len(path)
    match path:
        case ("paths", url, "parameters", *_):
            return pascal(url, *_role(document["paths"][url], list(path[2:]))), depth
        case ("paths", url, method, *rest):
            operation = document["paths"][url][method]
            return pascal(operation.get("operationId") or f"{method} {url}", *_role(operation, rest)), depth
        case _:
            return pascal(*path[1:3]), depth


def _role(operation: Mapping[str, Any], keys: list[str]) -> list[str]:
    match keys:
        case ["responses", "200", *_]:
            return ["response"]
        case ["responses", status, *_]:
            return ["response", status]
        case ["requestBody", *_]:
            return ["body"]
        case ["parameters", position, *_]:
            return [operation["parameters"][int(position)].get("name", position)]
        case _:
            return []
