"""The references of a document: that each leads somewhere, inside the document, and none back to itself."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from scripts.pipeline.steps import StepError

_Place = tuple[str | int, ...]

# A class can hold itself in a field. What comes back to itself through these alone never becomes one.
_BRANCHES = ("allOf", "anyOf", "oneOf", "prefixItems")
_INNER = ("items", "not")
_MOVING = frozenset({"$id", "$anchor", "$dynamicRef", "$dynamicAnchor", "$recursiveRef"})


def check(document: Any) -> None:
    """Make sure of every reference in a document.

    Raises:
        StepError: One leads out of the document, nowhere, or round in a circle without an object in between.
            The message has it and its place.
    """
    targets: dict[str, Any] = {}
    for place, node in _objects(document, ()):
        if moving := sorted(key for key in _MOVING & node.keys() if isinstance(node[key], str)):
            raise StepError(f"{moving[0]!r} (at {_path(place)}) is not understood; only '$ref' is")
        reference = node.get("$ref")
        if isinstance(reference, str):
            targets[reference] = _target(document, reference, place)
    _refuse_circles({reference: list(_parts(target)) for reference, target in targets.items()})


def resolve(document: Any, reference: str) -> Any:
    """What a reference within the document leads to.

    Raises:
        LookupError: It leads nowhere.
    """
    node = document
    for part in reference.removeprefix("#/").split("/"):
        name = unquote(part).replace("~1", "/").replace("~0", "~")
        node = node[int(name)] if isinstance(node, list) else node[name]
    return node


def _target(document: Any, reference: str, place: _Place) -> Any:
    if not reference.startswith("#/"):
        where = f"(at {_path(place)}); nothing is fetched"
        raise StepError(f"the reference to {reference!r} leads out of the document {where}")
    try:
        return resolve(document, reference)
    except (LookupError, TypeError, ValueError) as error:
        raise StepError(f"the reference to {reference} leads nowhere (at {_path(place)})") from error


def _refuse_circles(leads: dict[str, list[str]]) -> None:
    done: set[str] = set()
    for start, first in leads.items():
        # An ordered trail, and beside each reference on it those that are still to follow from there.
        trail = {} if start in done else {start: iter(first)}
        while trail:
            here = next(reversed(trail))
            further = next(trail[here], None)
            if further in trail:
                circle = " -> ".join([*list(trail)[list(trail).index(further) :], further])
                raise StepError(f"a schema contains itself, with no object in between: {circle}")
            if further is None:
                done.add(here)
                del trail[here]
            elif further not in done:
                trail[further] = iter(leads[further])


def _parts(node: Any) -> Iterator[str]:
    """The references in a schema that are reached without going through an object's field."""
    if not isinstance(node, dict):
        return
    if isinstance(node.get("$ref"), str):
        yield node["$ref"]
    for key in _BRANCHES:
        branches = node.get(key)
        for branch in branches if isinstance(branches, list) else ():
            yield from _parts(branch)
    for key in _INNER:
        yield from _parts(node.get(key))


def _objects(node: Any, place: _Place) -> Iterator[tuple[_Place, dict[str, Any]]]:
    if isinstance(node, dict):
        yield place, node
        for name, inner in node.items():
            yield from _objects(inner, (*place, name))
    elif isinstance(node, list):
        for index, inner in enumerate(node):
            yield from _objects(inner, (*place, index))


def _path(place: _Place) -> str:
    return "$" + "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in place)
