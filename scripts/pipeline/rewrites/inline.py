"""Objects that the vendor describes where they are used, and that become classes."""

import re
from collections.abc import Sequence

from scripts.pipeline.document import Document
from scripts.pipeline.rewrites.names import granted, pascal
from scripts.pipeline.rewrites.places import Place, place_of
from scripts.pipeline.rewrites.schemas import (
    ALTERNATIVES,
    components,
    constraints,
    is_component,
    referring,
    with_components,
)
from scripts.pipeline.walk import Path, Schema, map_placed_schemas, placed_schemas

# The vendor names the parts of a request after the operation: `CreateCustomerArgs` has a CreateCustomerInput.
_REQUEST = re.compile(r"(?P<operation>\w+?)(?P<data>Data)?(Args|Input)")
# The thing that an operation answers about: the attempt in a `CreatePaymentPayload` is a payment's.
_PAYLOAD = re.compile(r"[A-Z][a-z]+(?P<thing>[A-Z]\w*)Payload")
# Properties that only wrap others, and say nothing in the names of these.
_INPUT, _DATA = "input", "data"


def inline_objects(document: Document) -> Document:
    """An inline object is a component, with a name in the vendor's own manner.

    The generator names an inline class after all that lies around it, and in a union by its position:
    `CreateInvoiceArgsInputItemsItem`, `CreateCustomerPortalSessionArgsInputType0`. As components they are
    CreateInvoiceItemInput and CreateCustomerPortalSessionHomeInput, and in an answer CustomerMetadataItem.
    Whether a field may be null changes nothing about the name of its class, so that users' imports survive
    its becoming nullable.
    """
    found = placed_schemas(document)
    branches = {path: name for union, schema in found for path, name in _branches(union, schema).items()}
    places = {
        path: place_of(document, path, branches)
        for path, schema in found
        if _is_class(schema) and not is_component(path) and not _is_part(path)
    }
    ranked = sorted(places, key=lambda path: _rank(path, places[path]))
    names = granted({path: _claims(places[path]) for path in ranked}, taken=components(document))
    made: dict[str, Schema] = {}

    def name(schema: Schema, path: Path) -> Schema:
        if path not in names:
            return schema
        made[names[path]] = _as_component(schema)
        return referring(schema, names[path])

    named = map_placed_schemas(document, name)
    return with_components(named, components(named) | _described(made, names, found)) if made else document


def _is_class(schema: Schema) -> bool:
    return schema.get("type") == "object" or "properties" in schema or len(schema.get("allOf", [])) > 1


def _is_part(path: Path) -> bool:
    return path[-2] == "allOf" and path[-1].isdecimal()


def _rank(path: Path, place: Place) -> tuple[int, int]:
    """Who chooses first: records before what is of one operation, and the outer before the inner."""
    return (2 if _REQUEST.fullmatch(place.owner) else 1 if _PAYLOAD.fullmatch(place.owner) else 0, len(path))


def _claims(place: Place) -> list[str]:
    """The names that would do, the best first; the last one tells it from all others."""
    whole = pascal(place.owner, *place.parts)
    request = _REQUEST.fullmatch(place.owner)
    payload = _PAYLOAD.fullmatch(place.owner)
    if request:
        parts = [part for part in place.parts if part != _INPUT]
        short = [part for part in parts[:-1] if part != _DATA] + parts[-1:]
        longer = [request["data"] or "", *parts]
        return [pascal(request["operation"], *each, _INPUT) for each in (short, longer)] + [whole]
    if payload and not payload["thing"].endswith(pascal(*place.parts[:1])):
        return [pascal(payload["thing"], *place.parts), whole]
    return [whole]


def _branches(union: Path, schema: Schema) -> dict[Path, str]:
    """What the classes in a union are called: by the value that tells one from another, or else by number."""
    names: dict[Path, str] = {}
    for key in schema.keys() & ALTERNATIVES:
        classes = {index: branch for index, branch in enumerate(schema[key]) if _is_class(branch)}
        told_apart = _told_apart(list(classes.values())) or [f"option {n + 1}" for n in range(len(classes))]
        if len(classes) > 1:
            names |= {
                (*union, key, str(index)): name for index, name in zip(classes, told_apart, strict=True)
            }
    return names


def _told_apart(branches: Sequence[Schema]) -> list[str] | None:
    """The values of the property that has one value in each branch, and another one in every branch."""
    properties = [branch.get("properties", {}) for branch in branches]
    for name in properties[0] if properties else ():
        values = [only_value(each.get(name, {})) for each in properties]
        if None not in values and len(set(values)) == len(values):
            return [str(value) for value in values]
    return None


def only_value(schema: Schema) -> object:
    """The one value that a schema allows, or None."""
    match schema.get("enum"):
        case [value]:
            return value
        case _:
            return schema.get("const")


def _as_component(schema: Schema) -> Schema:
    description = {key: schema[key] for key in ("description", "example") if key in schema}
    return description | {key: value for key, value in constraints(schema).items() if key != "title"}


def _described(
    made: dict[str, Schema], names: dict[Path, str], found: Sequence[tuple[Path, Schema]]
) -> dict[str, Schema]:
    """The components; one that was a branch has the union's description, if it has none of its own."""
    unions = {path: schema["description"] for path, schema in found if "description" in schema}
    said = {name: unions.get(path[:-2]) for path, name in names.items() if path[-2] in ALTERNATIVES}
    return {
        name: {"description": said[name], **schema} if said.get(name) else schema
        for name, schema in made.items()
    }
