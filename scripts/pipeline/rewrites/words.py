"""What is said about a value where it stands, as against what is said about its kind."""

from scripts.pipeline.document import Document
from scripts.pipeline.rewrites.schemas import COMPONENT, components
from scripts.pipeline.walk import Schema, map_schemas


def referring_words(document: Document) -> Document:
    """A place that refers to a component keeps its own description.

    The generator gives a field the description of what it refers to, unless it is a union; so the reference
    is a union, of one kind.
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
