"""Descriptions of parameters, where the generator reads them: in their schemas."""

from scripts.pipeline.document import Document
from scripts.pipeline.walk import Parameter, map_parameters


def describe_parameters(document: Document) -> Document:
    """Copy the description of each parameter into its schema."""
    return map_parameters(document, _describe)


def _describe(parameter: Parameter) -> Parameter:
    schema, description = parameter.get("schema"), parameter.get("description")
    if not isinstance(schema, dict) or description is None:
        return parameter
    # The generator reads no description beside a reference. It reads that of a union, here of one kind.
    described = {"anyOf": [schema, schema]} if "$ref" in schema else schema
    return {**parameter, "schema": {**described, "description": description}}
