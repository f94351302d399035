"""Schemas that the vendor has written out again although they have a name."""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any

from scripts.pipeline.document import Document
from scripts.pipeline.rewrites.schemas import (
    COMPONENT,
    components,
    is_component,
    reference,
    referring,
    with_components,
)
from scripts.pipeline.walk import Path, Schema, map_placed_schemas, map_schemas

# A schema that is named after what one operation is given or answers. Others are not copies of it: that the
# answers to creating and to updating a customer look alike is chance, and so is a part of a request that
# looks like another request's.
_OF_ONE_OPERATION = re.compile(r"Get\w+Response|\w+(Payload|Args|Input)")
_ANSWER = re.compile(r"Get(\w+)Response")
# What is only about words, and makes no difference to what a value may be.
_WORDS = frozenset({"title", "description", "example", "examples", "externalDocs", "deprecated"})


def copies(document: Document) -> Document:
    """What is a copy of a named schema is a reference to it.

    The vendor writes out again what an operation answers (`GetCustomerResponse` is a Customer) and what
    stands inside an answer. The generator would make a class of each copy, and no function could take both.
    An answer that no other schema is equal to becomes the record that it is called after:
    `GetPaymentSessionResponse` is PaymentSession from then on.

    Of several equal schemas that is the original which is not named after an operation; where two are not,
    neither is a copy. Words make no difference, and every place keeps its own.
    """
    with_references = _inline_copies(_renamed(document))
    # A copy within a copy: only once the inner one is a reference, the outer one is equal to its original.
    return document if with_references == document else copies(with_references)


def _renamed(document: Document) -> Document:
    schemas = components(document)
    originals = _originals(schemas)
    names = {name: _name(name, schemas, originals) for name in schemas}
    if all(name == new for name, new in names.items()):
        return document
    renamed = {new: schemas.get(new, schemas[name]) for name, new in names.items()}
    targets = {COMPONENT + name: reference(new) for name, new in names.items()}
    return map_schemas(
        with_components(document, renamed),
        lambda schema: {**schema, **targets.get(schema["$ref"], {})} if "$ref" in schema else schema,
    )


def _name(name: str, schemas: Mapping[str, Schema], originals: Mapping[str, list[str]]) -> str:
    """What a schema is called once it is no copy any more."""
    if not _OF_ONE_OPERATION.fullmatch(name) or not _has_properties(schemas[name]):
        return name
    equal = originals.get(_structure(schemas[name]), [])
    answer = _ANSWER.fullmatch(name)
    record = answer[1] if answer else name
    if record in equal or (record not in schemas and not equal):
        return record
    return equal[0] if len(equal) == 1 else name


def _inline_copies(document: Document) -> Document:
    originals = _originals(components(document))

    def refer(schema: Schema, path: Path) -> Schema:
        if is_component(path) or not _has_properties(schema):
            return schema
        equal = originals.get(_structure(schema), [])
        return referring(schema, equal[0]) if len(equal) == 1 else schema

    return map_placed_schemas(document, refer)


def _originals(schemas: Mapping[str, Schema]) -> Mapping[str, list[str]]:
    """The names of the schemas that others may be copies of, by their structure."""
    names: defaultdict[str, list[str]] = defaultdict(list)
    for name, schema in schemas.items():
        if _has_properties(schema) and not _OF_ONE_OPERATION.fullmatch(name):
            names[_structure(schema)].append(name)
    return names


def _has_properties(schema: Schema) -> bool:
    return bool(schema.get("properties"))


def _structure(schema: Schema) -> str:
    return json.dumps(_bare(schema), sort_keys=True)


def _bare(node: Any) -> Any:
    if isinstance(node, list):
        return [_bare(item) for item in node]
    if not isinstance(node, dict):
        return node
    bare = {key: _PARTS.get(key, _bare)(value) for key, value in node.items() if key not in _WORDS}
    # A reference that something is said about is written in this way.
    return bare["allOf"][0] if bare.keys() == {"allOf"} and len(bare["allOf"]) == 1 else bare


_PARTS: Mapping[str, Callable[[Any], Any]] = {
    "properties": lambda properties: {name: _bare(schema) for name, schema in properties.items()},
    "required": sorted,
    "enum": lambda values: sorted(json.dumps(value) for value in values if value is not None),
}
