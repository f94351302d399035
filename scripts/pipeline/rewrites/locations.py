"""The location of a schema: its owner, the properties that lead to it, and its direction over the wire."""

from collections.abc import Callable, Mapping
from typing import Any

from attrs import frozen

from scripts.pipeline.references import find_reached
from scripts.pipeline.rewrites.names import item, pascal
from scripts.pipeline.rewrites.schemas import COMPONENT
from scripts.pipeline.visitor import BODY, PARAMETER, RESPONSE, Document, Path, iterate_nodes

# Keys of a schema that a name or a position follows.
_WITH_MEMBERS = frozenset({"properties", "anyOf", "oneOf", "allOf"})


@frozen
class Location:
    """A schema's location, in words.

    Attributes:
        owner: The component, or the body, response or parameter of an operation, that the schema is a part
        of. parts: The properties that lead to it, from the outside; an item of `discounts` is a "discount".
    """

    owner: str
    parts: tuple[str, ...]


def locate(document: Document, path: Path, branches: Mapping[Path, str]) -> Location:
    """Return the location of a schema.

    Args:
        document: The document.
        path: The keys that lead to the schema.
        branches: Names of branches of unions, by their paths. Other branches add nothing to the location.
    """
    owner, depth = _find_owner(document, path)
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
    return Location(owner, tuple(parts))


def find_answers(document: Document) -> Callable[[Path], bool]:
    """Return a predicate that tells schemas of responses from those of requests, by their paths.

    A component that goes both ways is one of responses, and so is one that no operation refers to: what is
    read may hold surprises, what is written does not.
    """
    nodes = [node for node in iterate_nodes(document) if node.path[:1] == ("paths",)]
    received = find_reached(document, [node for node in nodes if node.kind == RESPONSE])
    sent = find_reached(document, [node for node in nodes if node.kind in {PARAMETER, BODY}])

    def is_answer(path: Path) -> bool:
        if path[:2] == ("components", "schemas"):
            component = COMPONENT + path[2]
            return component in received or component not in sent
        return "responses" in path[:4]

    return is_answer


def _find_owner(document: Document, path: Path) -> tuple[str, int]:
    """Return the owner's name, and the number of keys that lead to its schema."""
    if path[:2] == ("components", "schemas"):
        return path[2], 3
    depth = path.index("schema") + 1 if "schema" in path else len(path)
    match path:
        case ("paths", url, "parameters", *_):
            return pascal(url, *_name_role(document["paths"][url], list(path[2:]))), depth
        case ("paths", url, method, *rest):
            operation = document["paths"][url][method]
            return pascal(
                operation.get("operationId") or f"{method} {url}", *_name_role(operation, rest)
            ), depth
        case _:
            return pascal(*path[1:3]), depth


def _name_role(operation: Mapping[str, Any], keys: list[str]) -> list[str]:
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
            return keys[:2]
