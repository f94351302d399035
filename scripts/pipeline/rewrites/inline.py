"""Objects that the vendor describes where they are used, and that become classes."""

import re
from collections import defaultdict
from collections.abc import Hashable, Sequence
from itertools import takewhile

from attrs import frozen

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
_INPUT, _DATA = "input", "data"
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
    """Make each inline object a component with a name in the vendor's manner, and equal objects a single one.

    The generator names an inline class after all that lies around it, and in a union by its position:
    `CreateInvoiceArgsInputItemsItem`, `CreateCustomerPortalSessionArgsInputType0`. As components they are
    CreateInvoiceItemInput and CreateCustomerPortalSessionHomeInput, and the entries of metadata, which ten
    records and requests have, are MetadataItem and MetadataItemInput. A field that becomes nullable does not
    change the name of its class, so that users' imports survive.
    """
    found = find_schemas(document)
    groups = _group(document, found)
    ranked = sorted(groups, key=_Group.rank)
    named = {path[2] for group in groups for path in group.paths if is_component(path)}
    granted = grant({group: _claim(group) for group in ranked}, taken=components(document).keys() - named)
    names = {path: name for group, name in granted.items() for path in group.paths}
    described = {path: schema["description"] for path, schema in found if "description" in schema}
    made: defaultdict[str, list[Schema]] = defaultdict(list)

    def name(schema: Schema, path: Path) -> Schema:
        if path not in names:
            return schema
        # A branch without a description takes that of its union.
        outer = described.get(path[:-2]) if is_branch(path) else None
        made[names[path]].append(({"description": outer} if outer else {}) | _make_component(schema))
        return referring(schema, names[path])

    changed = map_nodes(document, SCHEMA, name)
    kept = {name: schema for name, schema in components(changed).items() if name not in named}
    loosest = {
        name: min(equal, key=lambda each: len(describe_structure(each))) for name, equal in made.items()
    }
    renamed = {path[2]: name for path, name in names.items() if is_component(path)}
    return rename_components(with_components(changed, kept | loosest), renamed) if made else document


@frozen
class _Group:
    """Equal inline objects, and named parts of requests that equal them."""

    paths: tuple[Path, ...]
    locations: tuple[Location, ...]
    is_answer: bool

    def rank(self) -> tuple[int, int, int]:
        """Order by who chooses first: shared objects, records before operations, the outer first."""
        owner = self.locations[0].owner
        kind = 2 if _REQUEST.fullmatch(owner) else 1 if _PAYLOAD.fullmatch(owner) else 0
        return (-len(self.paths), kind, min(map(len, self.paths)))


def _group(document: Document, found: Sequence[tuple[Path, Schema]]) -> list[_Group]:
    branches = {path: name for union, schema in found for path, name in _name_branches(union, schema).items()}
    is_answer = find_answers(document)
    inline: defaultdict[Hashable, list[tuple[Path, Location]]] = defaultdict(list)
    parts: defaultdict[Hashable, list[Path]] = defaultdict(list)
    for path, schema in found:
        location = locate(document, path, branches)
        key: Hashable = path
        if has_properties(schema):
            noun = words(pascal(*_join(*_find_subject(location), parts=_unwrap(location))))[-1:]
            key = (is_answer(path), describe_structure(schema, _BOUNDS), *noun)
        if _is_part(path, schema):
            inline[key].append((path, location))
        elif is_component(path) and _REQUEST.fullmatch(path[2]):
            parts[key].append(path)
    return [
        _Group(
            (*(path for path, _ in equal), *parts[key]),
            tuple(each for _, each in equal),
            is_answer(equal[0][0]),
        )
        for key, equal in inline.items()
    ]


def _is_class(schema: Schema) -> bool:
    return schema.get("type") == "object" or "properties" in schema or len(schema.get("allOf", [])) > 1


def _is_part(path: Path, schema: Schema) -> bool:
    return _is_class(schema) and not is_component(path) and not (path[-2] == "allOf" and is_branch(path))


def _claim(group: _Group) -> list[str]:
    """Return the names that would do, the best first. The last one is certainly free, but for a number."""
    own = _claim_alone(group.locations[0])
    if len({location.owner for location in group.locations}) == 1:
        return own
    suffix = [] if group.is_answer else [_INPUT]
    end = _find_common_end([_unwrap(location) for location in group.locations])
    owners = [words(_OPERATION.sub(r"\1", location.owner)) for location in group.locations]
    shared = [find_common_words(each) for each in (list(map(_find_subject, group.locations)), owners)]
    return [pascal(*_join(*each, parts=end), *suffix) for each in shared] + own


def _find_subject(location: Location) -> list[str]:
    """Return the words of the owner; of an operation those after its verb."""
    operation = _OPERATION.fullmatch(location.owner)
    return words(operation[1])[1:] if operation else words(location.owner)


def _unwrap(location: Location) -> list[str]:
    return [part for part in location.parts if part not in {_INPUT, _DATA}]


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
    """Return the values of the property that has one value in each branch, and another in every branch."""
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
