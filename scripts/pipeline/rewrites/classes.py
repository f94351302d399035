"""Classes of inline objects and enums: one for equal ones, with a name after its places."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping

from scripts.pipeline.rewrites.deduplicate import describe_structure, rename_components
from scripts.pipeline.rewrites.locations import REQUEST, find_answers, locate_schemas, name_groups
from scripts.pipeline.rewrites.normalization import flatten_union
from scripts.pipeline.rewrites.schemas import (
    COMPONENT,
    annotations,
    components,
    constraints,
    find_only_value,
    has_properties,
    is_branch,
    is_class,
    is_component,
    reference,
    referring,
    with_components,
)
from scripts.pipeline.visitor import SCHEMA, Document, Path, Schema, find_schemas, map_nodes

# Keywords without influence on a class.
_BOUNDS = frozenset({"minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems", "pattern"})
_BOUNDS |= {"additionalProperties"}
_TYPES = ("string", "integer")


def name_inline_objects(document: Document, others: Mapping[str, str]) -> Document:
    """Make each inline object a component with a name in the vendor's manner, and equal objects a single one.

    The generator names an inline class after all that lies around it, and in a union by its position:
    `CreateInvoiceArgsInputItemsItem`, `CreateCustomerPortalSessionArgsInputType0`. As components they are
    CreateInvoiceItemInput and CreateCustomerPortalSessionHomeInput. A field that becomes nullable does not
    change the name of its class, so that users' imports survive.
    """
    found = dict(find_schemas(document))
    names = _choose_names(document, found, others)
    made: defaultdict[str, list[Schema]] = defaultdict(list)

    def name(schema: Schema, path: Path) -> Schema:
        if path not in names:
            return schema
        # A branch without a description takes that of its union.
        outer = found[path[:-2]].get("description") if is_branch(path) else None
        made[names[path]].append(({"description": outer} if outer else {}) | _make_component(schema))
        return referring(schema, names[path])

    changed = map_nodes(document, SCHEMA, name)
    renamed = {path[2]: name for path, name in names.items() if is_component(path)}
    kept = {name: schema for name, schema in components(changed).items() if name not in renamed}
    loosest = {
        name: min(equal, key=lambda each: len(describe_structure(each))) for name, equal in made.items()
    }
    return rename_components(with_components(changed, kept | loosest), renamed) if made else document


def _choose_names(
    document: Document, found: dict[Path, Schema], others: Mapping[str, str]
) -> dict[Path, str]:
    """Return the name of each inline object, and of each named part of a request that one equals.

    Objects are equal if their fields are, and the last words of their names.
    """
    locations, is_answer = locate_schemas(document), find_answers(document)
    groups: defaultdict[Hashable, list[Path]] = defaultdict(list)
    for path, schema in found.items():
        if _is_part(path, schema) or (is_component(path) and REQUEST.fullmatch(path[2])):
            structure = describe_structure(schema, _BOUNDS) if has_properties(schema) else path
            groups[is_answer(path), structure, *locations[path].noun].append(path)
    inline = [paths for paths in groups.values() if not all(map(is_component, paths))]
    joined = {path[2] for paths in inline for path in paths if is_component(path)}
    return name_groups(inline, locations, components(document).keys() - joined, others)


def _is_part(path: Path, schema: Schema) -> bool:
    return is_class(schema) and not is_component(path) and not (path[-2] == "allOf" and is_branch(path))


def _make_component(schema: Schema) -> Schema:
    description = {key: schema[key] for key in ("description", "example") if key in schema}
    return description | {key: value for key, value in constraints(schema).items() if key != "title"}


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
        if is_answer(path):
            return annotations(schema) | _opened(reference(name), schema)
        return referring(schema, name)

    changed = map_nodes(document, SCHEMA, refer)
    return with_components(changed, made | components(changed)) if made else changed


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
