"""Adaptation of a document to the generator: parts that it would not read are put where it reads them."""

from typing import Any

from scripts.pipeline.visitor import PARAMETER, RESPONSE, Document, Parameter, map_nodes

_BYTES = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}


def adapt(document: Document) -> Document:
    """Describe parameters in their schemas, and give each response one kind of content."""
    described = map_nodes(document, PARAMETER, lambda parameter, _: _describe(parameter))
    return map_nodes(described, RESPONSE, lambda response, _: _simplify(response))


def _describe(parameter: Parameter) -> Parameter:
    schema, description = parameter.get("schema"), parameter.get("description")
    if not isinstance(schema, dict) or description is None:
        return parameter
    # The generator reads no description beside a reference. It reads that of a union, here of one kind.
    described = {"anyOf": [schema, schema]} if "$ref" in schema else schema
    return {**parameter, "schema": {**described, "description": description}}


def _simplify(response: dict[str, Any]) -> dict[str, Any]:
    content = response.get("content")
    return {**response, "content": _choose_content(content)} if content else response


def _choose_content(content: dict[str, Any]) -> dict[str, Any]:
    json_types = {name: media for name, media in content.items() if _is_json(name)}
    first = next(iter(content))
    return json_types or ({first: content[first]} if _is_text(first) else _BYTES)


def _is_json(content_type: str) -> bool:
    name = _normalize(content_type)
    return name == "application/json" or name.endswith("+json")


def _is_text(content_type: str) -> bool:
    # XML names its encoding itself.
    name = _normalize(content_type)
    return name.startswith("text/") and name != "text/xml"


def _normalize(content_type: str) -> str:
    return content_type.partition(";")[0].strip().lower()
