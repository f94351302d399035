"""The location of a schema, its direction over the wire, and the name of a class after its location."""

import re
from collections.abc import Callable, Iterable, Mapping
from itertools import chain, count
from typing import Any

from attrs import evolve, frozen
from openapi_python_client.strings import pascal_case, split_words

from scripts.pipeline.naming import singular
from scripts.pipeline.references import find_reached
from scripts.pipeline.rewrites.schemas import COMPONENT, find_only_value, is_class
from scripts.pipeline.visitor import (
    BODY,
    METHODS,
    PARAMETER,
    RESPONSE,
    Document,
    Path,
    Schema,
    find_schemas,
    iterate_nodes,
)

# The vendor names the parts of a request after the operation: `CreateCustomerArgs` has a CreateCustomerInput.
REQUEST = re.compile(r"(?P<operation>\w+?)(?P<data>Data)?(Args|Input)")
# Properties that only wrap others, and say nothing in the names of these.
_INPUT, _DATA = "input", "data"


@frozen
class Location:
    """A schema's location, in words.

    Attributes:
        owner: The component, or the body, response or parameter of an operation, that the schema is part of.
        parts: The properties that lead to it, from the outside; an item of `discounts` is a "discount".
    """

    owner: str
    parts: tuple[str, ...] = ()

    def name(self, ending: str = "Input") -> str:
        """Return the name of a class in the vendor's manner; that of a part of a request has an ending."""
        request = REQUEST.fullmatch(self.owner)
        if not request:
            return pascal(self.owner, *self.parts)
        parts = [part for part in self.parts if part != _INPUT]
        short = [part for part in parts[:-1] if part != _DATA] + parts[-1:]
        return pascal(request["operation"], *short, ending)

    @property
    def noun(self) -> list[str]:
        """The last word of the name that is no wrapper's."""
        parts = tuple(part for part in self.parts if part not in {_INPUT, _DATA})
        return split_words(Location(self.owner, parts).name(ending=""))[-1:]


def locate_schemas(document: Document) -> dict[Path, Location]:
    """Return the location of every schema."""
    schemas = dict(find_schemas(document))
    found: dict[Path, Location] = {}
    for path in schemas:
        around = next((path[:-count] for count in (1, 2) if path[:-count] in found), None)
        if around is None:
            found[path] = Location(_name_owner(document, path))
        else:
            found[path] = _enter(found[around], schemas[around], path[len(around) :])
    return found


def name_groups(
    groups: Iterable[list[Path]],
    locations: Mapping[Path, Location],
    taken: Iterable[str],
    others: Mapping[str, str],
    ending: str = "Input",
) -> dict[Path, str]:
    """Return the names of classes by the paths of their schemas, a group of equal ones for each class.

    A class has the shortest of the names after its places, or the other name that one of these has. Those in
    most places choose first, then the outer ones. A number follows a name that is taken. Names that only
    differ in case are equal, as the files of their modules would be.
    """
    names: dict[Path, str] = {}
    spent = {name.lower() for name in taken}
    for paths in sorted(groups, key=lambda paths: (-len(paths), min(map(len, paths)))):
        places = sorted({locations[path].name(ending) for path in paths}, key=lambda name: (len(name), name))
        wanted = next((others[name] for name in places if name in others), places[0])
        numbered = (f"{wanted}{number}" for number in count(2))
        chosen = next(name for name in chain([wanted], numbered) if name.lower() not in spent)
        spent.add(chosen.lower())
        names |= dict.fromkeys(paths, chosen)
    return names


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


def pascal(*names: str) -> str:
    """Join names to one, each word with a capital.

    >>> pascal("CreateCustomer", "metadata item", "Input"), pascal("get /v1/URLs-of_page2")
    ('CreateCustomerMetadataItemInput', 'GetV1URLsOfPage2')
    """
    return pascal_case(" ".join(names).replace("/", " "))


def item(name: str = "") -> str:
    """Name one item of a list.

    >>> [item(name) for name in ("discounts", "taxes", "entries", "addresses", "batches")]
    ['discount', 'tax', 'entry', 'address', 'batch']
    >>> [item(name) for name in ("metadata", "status", "access", "")]
    ['metadata item', 'status item', 'access item', 'item']
    """
    return singular(name) if singular(name) != name else f"{name} item".strip()


def _enter(outer: Location, schema: Schema, keys: Path) -> Location:
    """Return the location of a schema inside of another one."""
    match keys:
        case ("properties", name):
            return evolve(outer, parts=(*outer.parts, name))
        case ("items",):
            return evolve(outer, parts=(*outer.parts[:-1], item(*outer.parts[-1:])))
        case ("additionalProperties",):
            return evolve(outer, parts=(*outer.parts, "value"))
        case ("anyOf", index) if sum(map(is_class, schema["anyOf"])) > 1:
            return evolve(outer, parts=(*outer.parts, *_name_branch(schema["anyOf"], int(index))))
        case _:
            return outer


def _name_branch(branches: list[Schema], index: int) -> list[str]:
    """Name a class in a union by the first property that has only one value, or else by its number."""
    if not is_class(branches[index]):
        return []
    values = map(find_only_value, branches[index].get("properties", {}).values())
    number = sum(map(is_class, branches[: index + 1]))
    return [str(next((value for value in values if value is not None), f"option {number}"))]


def _name_owner(document: Document, path: Path) -> str:
    match path:
        case ("components", "schemas", name, *_):
            return name
        case ("paths", url, method, *rest) if method in METHODS:
            operation = document["paths"][url][method]
            return pascal(operation.get("operationId") or f"{method} {url}", *_name_role(operation, rest))
        case ("paths", url, *rest):
            return pascal(url, *_name_role(document["paths"][url], rest))
        case _:
            return pascal(*path[1:3])


def _name_role(holder: dict[str, Any], keys: list[str]) -> list[str]:
    match keys:
        case ["responses", status, *_]:
            return ["response"] if status == "200" else ["response", status]
        case ["requestBody", *_]:
            return ["body"]
        case ["parameters", position, *_]:
            return [holder["parameters"][int(position)].get("name", position)]
        case _:
            return keys[:2]
