"""Objects that the vendor describes where they are used, and that become classes."""

from collections import defaultdict
from collections.abc import Hashable, Mapping

from scripts.pipeline.rewrites.deduplicate import describe_structure, rename_components
from scripts.pipeline.rewrites.locations import REQUEST, find_answers, locate_schemas, name_groups
from scripts.pipeline.rewrites.schemas import (
    components,
    constraints,
    has_properties,
    is_branch,
    is_class,
    is_component,
    referring,
    with_components,
)
from scripts.pipeline.visitor import SCHEMA, Document, Path, Schema, find_schemas, map_nodes

# Keywords without influence on a class.
_BOUNDS = frozenset({"minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems", "pattern"})
_BOUNDS |= {"additionalProperties"}


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
