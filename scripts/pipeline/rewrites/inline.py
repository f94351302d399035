"""Objects that the vendor describes where they are used, and that become classes."""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from itertools import takewhile

from scripts.pipeline.rewrites.deduplicate import describe_structure, rename_components
from scripts.pipeline.rewrites.locations import Location, find_answers, locate
from scripts.pipeline.rewrites.names import find_common_words, grant, pascal, words
from scripts.pipeline.rewrites.schemas import (
    components,
    constraints,
    has_properties,
    is_branch,
    is_component,
    referring,
    with_components,
)
from scripts.pipeline.visitor import SCHEMA, Document, Path, Schema, find_schemas, map_nodes

# The vendor names the parts of a request after the operation: `CreateCustomerArgs` has a CreateCustomerInput.
_REQUEST = re.compile(r"(?P<operation>\w+?)(?P<data>Data)?(Args|Input)")
# The subject that an operation answers about: the attempt in a `CreatePaymentPayload` is a payment's.
_PAYLOAD = re.compile(r"[A-Z][a-z]+(?P<thing>[A-Z]\w*)Payload")
# Properties that only wrap others, and say nothing in the names of these.
_INPUT, _DATA = _WRAPPERS = ("input", "data")
_OPERATION = re.compile(r"(\w+?)(Data)?(Args|Input|Payload)")
# Keywords without influence on a class.
_BOUNDS = frozenset(
    {
        "minLength",
        "maxLength",
        "minimum",
        "maximum",
        "minItems",
        "maxItems",
        "pattern",
        "additionalProperties",
    }
)


def name_inline_objects(document: Document) -> Document:
    """Make each inline object a component, with a name in the vendor's own manner, and equal ones a single one.

    The generator names an inline class after all that lies around it, and in a union by its position:
    `CreateInvoiceArgsInputItemsItem`, `CreateCustomerPortalSessionArgsInputType0`. As components they are
    CreateInvoiceItemInput and CreateCustomerPortalSessionHomeInput, and the entries of metadata, which ten records
    and requests have, are MetadataItem and MetadataItemInput. A field that becomes nullable does not change the name
    of its class, so that users' imports survive.
    """
    found = find_schemas(document)
    branches = {path: name for union, schema in found for path, name in _name_branches(union, schema).items()}
    locations = {path: locate(document, path, branches) for path, schema in found if _is_part(path, schema)}
    is_answer = find_answers(document)
    groups: defaultdict[Hashable, list[Path]] = defaultdict(list)
    for path, schema in found:
        if path in locations:
            groups[_identify(path, schema, is_answer)].append(path)
    for path, schema in found:
        # A part of a request that has a name joins the inline parts that equal it.
        if (
            is_component(path)
            and _REQUEST.fullmatch(path[2])
            and (key := _identify(path, schema, is_answer)) in groups
        ):
            groups[key].append(path)
    ranked = sorted(groups.values(), key=lambda paths: _rank(paths, locations))
    claims = {paths[0]: _claim(paths, locations, is_answer) for paths in ranked}
    named = {path[2] for paths in groups.values() for path in paths if is_component(path)}
    chosen = grant(claims, taken=components(document).keys() - named)
    names = {path: chosen[paths[0]] for paths in ranked for path in paths}
    made: defaultdict[str, list[Schema]] = defaultdict(list)

    def name(schema: Schema, path: Path) -> Schema:
        if path not in names:
            return schema
        made[names[path]].append(_make_component(schema))
        return referring(schema, names[path])

    changed = map_nodes(document, SCHEMA, name)
    kept = {name: schema for name, schema in components(changed).items() if name not in named}
    loosest = {
        name: min(schemas, key=lambda each: len(describe_structure(each))) for name, schemas in made.items()
    }
    renamed = {path[2]: name for path, name in names.items() if is_component(path)}
    return (
        rename_components(with_components(changed, kept | _describe(loosest, names, found)), renamed)
        if made
        else document
    )


def _is_class(schema: Schema) -> bool:
    return schema.get("type") == "object" or "properties" in schema or len(schema.get("allOf", [])) > 1


def _is_part(path: Path, schema: Schema) -> bool:
    return _is_class(schema) and not is_component(path) and not (path[-2] == "allOf" and is_branch(path))


def _identify(path: Path, schema: Schema, is_answer: Callable[[Path], bool]) -> Hashable:
    """Return what equal objects of one direction share. A free map without fields is its own."""
    return (is_answer(path), describe_structure(schema, _BOUNDS)) if has_properties(schema) else path


def _rank(paths: Sequence[Path], locations: Mapping[Path, Location]) -> tuple[int, int, int]:
    """Sort by who chooses first: shared objects, records before operations, the outer before the inner."""
    owner = locations[paths[0]].owner
    kind = 2 if _REQUEST.fullmatch(owner) else 1 if _PAYLOAD.fullmatch(owner) else 0
    return (-len(paths), kind, min(map(len, paths)))


def _claim(
    paths: Sequence[Path], locations: Mapping[Path, Location], is_answer: Callable[[Path], bool]
) -> list[str]:
    """Return the names that would do, the best first. The last one is certainly free, but for a number."""
    places = [locations[path] for path in paths if path in locations]
    own = _claim_alone(places[0])
    if len({place.owner for place in places}) == 1:
        return own
    suffix = [] if is_answer(paths[0]) else [_INPUT]
    shared = _find_common_end([[part for part in each.parts if part not in _WRAPPERS] for each in places])
    operations = [words(_OPERATION.sub(r"\1", place.owner)) for place in places]
    subjects = [
        each[1:] if _OPERATION.fullmatch(place.owner) else each for each, place in zip(operations, places)
    ]
    return [
        pascal(*_join(*find_common_words(each), parts=shared), *suffix) for each in (subjects, operations)
    ] + own


def _claim_alone(place: Location) -> list[str]:
    request = _REQUEST.fullmatch(place.owner)
    payload = _PAYLOAD.fullmatch(place.owner)
    whole = pascal(place.owner, *place.parts)
    if request:
        parts = [part for part in place.parts if part != _INPUT]
        short = [part for part in parts[:-1] if part != _DATA] + parts[-1:]
        longer = [request["data"] or "", *parts]
        return [pascal(*_join(request["operation"], parts=each), _INPUT) for each in (short, longer)] + [
            whole
        ]
    if payload and not payload["thing"].endswith(pascal(*place.parts[:1])):
        return [pascal(payload["thing"], *place.parts), whole]
    plain = _join(place.owner, parts=place.parts)
    return [pascal(*plain), pascal(*plain, "detail"), whole]


def _join(*owner: str, parts: Sequence[str]) -> list[str]:
    """Join owner and parts, without a part that repeats the end of the owner: a UserError's error."""
    repeats = bool(parts) and pascal(*owner).endswith(pascal(parts[0]))
    return [*owner, *parts[repeats:]]


def _find_common_end(names: Sequence[Sequence[str]]) -> list[str]:
    """Return the last parts that all have."""
    columns = zip(*(reversed(name) for name in names), strict=False)
    return [column[0] for column in takewhile(lambda column: len(set(column)) == 1, columns)][::-1]


def _name_branches(union: Path, schema: Schema) -> dict[Path, str]:
    """Name the classes in a union by the value that tells them apart, or else by number."""
    classes = {index: branch for index, branch in enumerate(schema.get("anyOf", [])) if _is_class(branch)}
    if len(classes) < 2:
        return {}
    names = _find_distinct_values(list(classes.values())) or [f"option {n + 1}" for n in range(len(classes))]
    return {(*union, "anyOf", str(index)): name for index, name in zip(classes, names, strict=True)}


def _find_distinct_values(branches: Sequence[Schema]) -> list[str] | None:
    """Return the values of the property that has one value in each branch, and another one in every branch."""
    properties = [branch.get("properties", {}) for branch in branches]
    for name in properties[0] if properties else ():
        values = [find_only_value(each.get(name, {})) for each in properties]
        if None not in values and len(set(values)) == len(values):
            return [str(value) for value in values]
    return None


def find_only_value(schema: Schema) -> object:
    """Return the one value that a schema allows, or None."""
    match schema.get("enum"):
        case [value]:
            return value
        case _:
            return None


def _make_component(schema: Schema) -> Schema:
    description = {key: schema[key] for key in ("description", "example") if key in schema}
    return description | {key: value for key, value in constraints(schema).items() if key != "title"}


def _describe(
    made: Mapping[str, Schema], names: Mapping[Path, str], found: Sequence[tuple[Path, Schema]]
) -> dict[str, Schema]:
    """Return the components. A branch without a description takes that of its union."""
    unions = {path: schema["description"] for path, schema in found if "description" in schema}
    said = {name: unions.get(path[:-2]) for path, name in names.items() if is_branch(path)}
    return {
        name: {"description": said[name], **schema} if said.get(name) else schema
        for name, schema in made.items()
    }
