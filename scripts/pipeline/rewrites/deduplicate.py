"""Schemas that the vendor writes out again although they have a name."""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any

from scripts.pipeline.rewrites.schemas import (
    COMPONENT,
    components,
    has_properties,
    is_component,
    reference,
    referring,
    with_components,
)
from scripts.pipeline.visitor import SCHEMA, Document, Path, Schema, map_nodes, map_schemas

# A schema that is named after what one operation is given or answers. Others are not copies of it: that the
# answers to creating and to updating a customer look alike is chance, and so is a part of a request that
# looks like another request's.
_OF_ONE_OPERATION = re.compile(r"Get\w+Response|\w+(Payload|Args|Input)")
_ANSWER = re.compile(r"Get(\w+)Response")
# Keywords that only describe, and make no difference to the values.
_DESCRIPTIVE = frozenset({"title", "description", "example", "examples", "externalDocs", "deprecated"})


def deduplicate_records(document: Document) -> Document:
    """Replace each copy of a named schema by a reference.

    The vendor writes out again what an operation answers (`GetCustomerResponse` is a Customer) and what
    stands inside an answer. The generator would make a class of each copy, and no function could take both.
    An answer that no other schema is equal to becomes the record that it is called after:
    `GetPaymentSessionResponse` is PaymentSession from then on.

    Of several equal schemas that is the original which is not named after an operation; where two are not,
    neither is a copy. Descriptions make no difference, and every place keeps its own.
    """
    with_references = _refer_to_originals(_rename_answers(document))
    # A copy within a copy: only once the inner one is a reference, the outer one is equal to its original.
    return document if with_references == document else deduplicate_records(with_references)


def rename_components(document: Document, names: Mapping[str, str]) -> Document:
    """Redirect references to components that have other names now."""
    targets = {COMPONENT + name: reference(new) for name, new in names.items() if name != new}
    return map_schemas(
        document,
        lambda schema: {**schema, **targets.get(schema["$ref"], {})} if "$ref" in schema else schema,
    )


def describe_structure(schema: Schema, ignored: frozenset[str] = frozenset()) -> str:
    """Return a text that equal schemas share, whatever their descriptions and the ignored keywords are."""

    def strip(node: Any) -> Any:
        if isinstance(node, list):
            return [strip(item) for item in node]
        if not isinstance(node, dict):
            return node
        bare = {
            key: parts.get(key, strip)(value)
            for key, value in node.items()
            if key not in _DESCRIPTIVE and (key not in ignored or isinstance(value, dict))
        }
        # A described reference is written in this way.
        return bare["allOf"][0] if bare.keys() == {"allOf"} and len(bare["allOf"]) == 1 else bare

    parts: Mapping[str, Callable[[Any], Any]] = {
        "properties": lambda properties: {name: strip(each) for name, each in properties.items()},
        "required": sorted,
        "enum": lambda values: sorted(json.dumps(value) for value in values if value is not None),
    }
    return json.dumps(strip(schema), sort_keys=True)


def _rename_answers(document: Document) -> Document:
    schemas = components(document)
    originals = _find_originals(schemas)
    names = {name: _choose_name(name, schemas, originals) for name in schemas}
    renamed = {new: schemas.get(new, schemas[name]) for name, new in names.items()}
    return rename_components(with_components(document, renamed), names) if schemas else document


def _choose_name(name: str, schemas: Mapping[str, Schema], originals: Mapping[str, list[str]]) -> str:
    """Return a schema's name once it is no copy any more."""
    if not _OF_ONE_OPERATION.fullmatch(name) or not has_properties(schemas[name]):
        return name
    equal = originals.get(describe_structure(schemas[name]), [])
    answer = _ANSWER.fullmatch(name)
    record = answer[1] if answer else name
    if record in equal or (record not in schemas and not equal):
        return record
    return equal[0] if len(equal) == 1 else name


def _refer_to_originals(document: Document) -> Document:
    originals = _find_originals(components(document))

    def refer(schema: Schema, path: Path) -> Schema:
        if is_component(path) or not has_properties(schema):
            return schema
        equal = originals.get(describe_structure(schema), [])
        return referring(schema, equal[0]) if len(equal) == 1 else schema

    return map_nodes(document, SCHEMA, refer)


def _find_originals(schemas: Mapping[str, Schema]) -> Mapping[str, list[str]]:
    """Return the names of the schemas that others may be copies of, by their structure."""
    names: defaultdict[str, list[str]] = defaultdict(list)
    for name, schema in schemas.items():
        if has_properties(schema) and not _OF_ONE_OPERATION.fullmatch(name):
            names[describe_structure(schema)].append(name)
    return names
