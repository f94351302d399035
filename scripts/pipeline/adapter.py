"""Adaptation of a document to the generator: parts that it would not read are put where it reads them."""

import re
from typing import Any

from scripts.pipeline.rewrites.schemas import COMPONENT, components
from scripts.pipeline.visitor import PARAMETER, RESPONSE, Document, Parameter, Schema, map_nodes, map_schemas

_BYTES = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}


def adapt(document: Document) -> Document:
    """Put descriptions where the generator reads them, and give each response one kind of content.

    The generator reads the description of a parameter in its schema. It gives a field the description of the
    class it refers to, unless the field is a union, here of one kind.
    """
    named = {COMPONENT + name: schema.get("description") for name, schema in components(document).items()}

    def describe(schema: Schema) -> Schema:
        match schema.get("allOf"):
            case [{"$ref": target}] if schema.get("description") != named.get(target):
                rest = {key: value for key, value in schema.items() if key != "allOf"}
                return {**rest, "anyOf": [{"$ref": target}] * 2}
        return schema

    described = map_nodes(document, PARAMETER, lambda parameter, _: _describe(parameter))
    return map_nodes(map_schemas(described, describe), RESPONSE, lambda response, _: _simplify(response))


def _describe(parameter: Parameter) -> Parameter:
    schema, description = parameter.get("schema"), parameter.get("description")
    if not isinstance(schema, dict) or description is None:
        return parameter
    described = {"allOf": [schema]} if "$ref" in schema else schema
    return {**parameter, "schema": {**described, "description": description}}


def _simplify(response: dict[str, Any]) -> dict[str, Any]:
    content = response.get("content")
    return {**response, "content": _choose_content(content)} if content else response


def _choose_content(content: dict[str, Any]) -> dict[str, Any]:
    types = {name: name.partition(";")[0].strip().lower() for name in content}
    json_types = [name for name, type_ in types.items() if re.fullmatch(r"application/json|.*\+json", type_)]
    # XML names its encoding itself.
    text_types = [name for name, type_ in types.items() if re.fullmatch(r"text/(?!xml$).*", type_)]
    chosen = json_types or [name for name in text_types if name == next(iter(content))]
    return {name: content[name] for name in chosen} or _BYTES
