"""Sets of values: one class for each, whichever schemas use it."""

from collections import defaultdict
from collections.abc import Callable, Mapping

from scripts.pipeline.rewrites.locations import find_answers, locate_schemas, name_groups
from scripts.pipeline.rewrites.normalization import flatten_union
from scripts.pipeline.rewrites.schemas import (
    COMPONENT,
    annotations,
    components,
    constraints,
    find_only_value,
    is_component,
    reference,
    with_components,
)
from scripts.pipeline.visitor import SCHEMA, Document, Path, Schema, find_schemas, map_nodes

_TYPES = ("string", "integer")


def name_enums(document: Document, others: Mapping[str, str]) -> Document:
    """Make equal sets of values one component, which answers may exceed.

    The generator makes a class of each place where the values stand, and so a Payment's type would be another
    than a PaymentWithItems's. And it refuses a whole page of records for one value that it does not know, of
    which there will be some one day; so in an answer an enum is a union with its plain type, which is read as
    the enum where it can be and as text where it cannot. A request takes the known values alone.

    A value that is a request's only possible one, and that no answer has, is a constant: it needs no class.
    """
    is_answer = find_answers(document)
    names = _find_names(document, is_answer, others)
    named = {COMPONENT + name: schema for name, schema in components(document).items() if _is_enum(schema)}
    made: dict[str, Schema] = {}

    def refer(schema: Schema, path: Path) -> Schema:
        if is_component(path):
            return schema
        if schema.get("$ref") in named:
            return _opened(schema, named[schema["$ref"]]) if is_answer(path) else schema
        if not _is_enum(schema):
            return flatten_union(schema)
        if path not in names:
            rest = {key: value for key, value in schema.items() if key != "enum"}
            return {**rest, "const": find_only_value(schema)}
        name = names[path]
        made.setdefault(name, _as_component(schema))
        said = annotations(schema)
        if is_answer(path):
            return said | _opened(reference(name), schema)
        return said | ({"allOf": [reference(name)]} if said else reference(name))

    referring = map_nodes(document, SCHEMA, refer)
    return with_components(referring, made | components(referring)) if made else referring


def _find_names(
    document: Document, is_answer: Callable[[Path], bool], others: Mapping[str, str]
) -> dict[Path, str]:
    """Return the name of each enum, without those that are constants."""
    places: defaultdict[frozenset[object], list[Path]] = defaultdict(list)
    for path, schema in find_schemas(document):
        if _is_enum(schema):
            places[frozenset(schema["enum"])].append(path)
    groups = [paths for values, paths in places.items() if len(values) > 1 or any(map(is_answer, paths))]
    owners = [next((path[2] for path in paths if is_component(path)), None) for paths in groups]
    given = {path: name for name, paths in zip(owners, groups, strict=True) if name for path in paths}
    nameless = [paths for paths in groups if paths[0] not in given]
    locations = locate_schemas(document)
    return given | name_groups(nameless, locations, components(document), others, ending="")


def _is_enum(schema: Schema) -> bool:
    return bool(schema.get("enum")) and schema.get("type") in _TYPES


def _opened(enum: Schema, schema: Schema) -> Schema:
    return {"anyOf": [enum, {"type": schema["type"]}]}


def _as_component(schema: Schema) -> Schema:
    component = {key: value for key, value in constraints(schema).items() if key != "title"}
    if not all(str(value).isdecimal() for value in schema["enum"]):
        return component
    # The generator would call "01" VALUE_0, after its position.
    return {**component, "x-enum-varnames": [f"VALUE_{value}" for value in schema["enum"]]}
