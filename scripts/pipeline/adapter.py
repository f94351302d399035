"""Adaptation of a document to the generator: parts that it would not read are put where it reads them."""

import json
from collections.abc import Iterator
from typing import Any

from scripts.pipeline.document import Document
from scripts.pipeline.walk import Parameter, map_parameters

_BYTES = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}


def adapt(document: Document) -> Document:
    """Return the document as the generator needs it, with the same meaning."""
    return adapt_responses(describe_parameters(document))


def describe_parameters(document: Document) -> Document:
    """Copy the description of each parameter into its schema."""
    return map_parameters(document, _describe)


def adapt_responses(document: Document) -> Document:
    """Give each response one kind of content: JSON if there is any, otherwise text or bytes."""
    # Written and read, as parts of a YAML document may be one object in several places.
    adapted: Document = json.loads(json.dumps(document))
    for response in _find_responses(adapted):
        if response.get("content"):
            response["content"] = _choose_content(response["content"])
    return adapted


def _describe(parameter: Parameter) -> Parameter:
    schema, description = parameter.get("schema"), parameter.get("description")
    if not isinstance(schema, dict) or description is None:
        return parameter
    # The generator reads no description beside a reference. It reads that of a union, here of one kind.
    described = {"anyOf": [schema, schema]} if "$ref" in schema else schema
    return {**parameter, "schema": {**described, "description": description}}


def _find_responses(document: Document) -> Iterator[dict[str, Any]]:
    items = document.get("paths", {}).values()
    operations = [each for item in items for each in item.values() if isinstance(each, dict)]
    for owner in (*operations, document.get("components", {})):
        yield from owner.get("responses", {}).values()


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
