"""Descriptions of a value where it stands, as opposed to those of its class."""

from scripts.pipeline.rewrites.schemas import COMPONENT, components
from scripts.pipeline.visitor import Document, Schema, map_schemas


def keep_descriptions(document: Document) -> Document:
    """Write a described reference as a union, so that its description survives.

    The generator gives a field the description of the class it refers to, unless it is a union.
    """
    described = {COMPONENT + name: schema.get("description") for name, schema in components(document).items()}

    def keep(schema: Schema) -> Schema:
        match schema.get("allOf"):
            case [{"$ref": target}] if schema.get("description") != described.get(target):
                rest = {key: value for key, value in schema.items() if key != "allOf"}
                return {**rest, "anyOf": [{"$ref": target}] * 2}
            case _:
                return schema

    return map_schemas(document, keep)
