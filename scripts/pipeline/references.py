"""The references of a document: each leads to an object inside the document, and none back to itself."""

from collections.abc import Iterable, Iterator
from graphlib import CycleError, TopologicalSorter
from typing import Any
from urllib.parse import unquote

from scripts.pipeline.errors import StepError
from scripts.pipeline.visitor import SCHEMA, Document, Node, format_pointer, iterate_nodes

# Keywords that give `$ref` another meaning.
_UNSUPPORTED = ("$id", "$anchor", "$dynamicRef", "$dynamicAnchor", "$recursiveRef")
# A class can hold itself in a field. A schema that returns to itself through these alone never becomes a
# class.
_BRANCHES = ("allOf", "anyOf", "oneOf", "prefixItems")
_INNER = ("items", "not")


def check(document: Document) -> None:
    """Validate every reference.

    Raises:
        StepError: A reference leads out of the document, nowhere, or back to itself with no object in
        between.
    """
    leads: dict[str, list[str]] = {}
    kinds = {format_pointer(node.path): node.kind for node in iterate_nodes(document)}
    for node in iterate_nodes(document):
        place = f"(at {format_pointer(node.path)})"
        unsupported = [key for key in _UNSUPPORTED if isinstance(node.value.get(key), str)]
        if node.kind == SCHEMA and unsupported:
            raise StepError(f"'{unsupported[0]}' is not supported, only '$ref' is {place}")
        reference = node.value.get("$ref")
        if "$ref" in node.value and not isinstance(reference, str) and not node.kind.startswith("{"):
            raise StepError(f"a reference is not text {place}")
        if isinstance(reference, str):
            leads[reference] = list(_direct_references(_target(document, reference, place)))
            found = kinds.get(reference, node.kind)
            if found != node.kind:
                raise StepError(
                    f"the reference to {reference} leads to a {found}, not to a {node.kind} {place}"
                )
    try:
        TopologicalSorter(leads).prepare()
    except CycleError as error:
        circle = " -> ".join(reversed(error.args[1]))
        raise StepError(f"a schema contains itself, with no object in between: {circle}") from error


def resolve(document: Any, reference: str) -> Any:
    """Return the target of a reference within the document.

    Raises:
        LookupError: It leads nowhere.
    """
    node = document
    for part in reference.removeprefix("#/").split("/"):
        name = unquote(part).replace("~1", "/").replace("~0", "~")
        node = node[int(name)] if isinstance(node, list) else node[name]
    return node


def find_reached(document: Document, roots: Iterable[Node]) -> frozenset[str]:
    """Return the references in some objects, and in everything that these refer to."""
    reached: set[str] = set()
    waiting = list(roots)
    while waiting:
        root = waiting.pop()
        for kind, _, value in iterate_nodes(root.value, root.kind):
            reference = value.get("$ref")
            if isinstance(reference, str) and reference not in reached:
                reached.add(reference)
                waiting.append(Node(kind, (), resolve(document, reference)))
    return frozenset(reached)


def _target(document: Document, reference: str, place: str) -> Any:
    if not reference.startswith("#/"):
        raise StepError(
            f"the reference to {reference!r} leads out of the document {place}; nothing is fetched"
        )
    try:
        return resolve(document, reference)
    except (LookupError, TypeError, ValueError) as error:
        raise StepError(f"the reference to {reference} leads nowhere {place}") from error


def _direct_references(schema: Any) -> Iterator[str]:
    """Yield the references in a schema that no object's field lies in front of."""
    if not isinstance(schema, dict):
        return
    if isinstance(schema.get("$ref"), str):
        yield schema["$ref"]
    branches = [schema[key] for key in _BRANCHES if isinstance(schema.get(key), list)]
    for inner in [*(each for found in branches for each in found), *(schema.get(key) for key in _INNER)]:
        yield from _direct_references(inner)
