"""The enums of a document, of each of which a class is made."""

import json
from typing import Any

from openapi_python_client.strings import snake_case

from scripts.pipeline.errors import StepError
from scripts.pipeline.visitor import SCHEMA, Document, Path, Schema, find_schemas, format_pointer, map_nodes


def check(document: Document) -> None:
    """Validate every enum.

    Raises:
        StepError: A value is neither text nor a number, or two different values have one name in Python.
    """
    for path, schema in find_schemas(document):
        place = format_pointer((*path, "enum"))
        names: dict[str, Any] = {}
        values = schema.get("enum")
        for value in values if isinstance(values, list) else ():
            if isinstance(value, list | dict):
                raise StepError(f"an enum has a value that is neither text nor a number (at {place})")
            if isinstance(value, str) and value[:1].isalpha():
                other = names.setdefault(snake_case(value.upper()).upper(), value)
                if other != value:
                    raise StepError(f"{other!r} and {value!r} have one name in Python (at {place})")


def drop_repeated(document: Document) -> Document:
    """Drop values that an enum repeats, and print a note for each enum."""

    def drop(schema: Schema, path: Path) -> Schema:
        values = schema.get("enum")
        if not isinstance(values, list):
            return schema
        kept = list({json.dumps(value): value for value in values}.values())
        if len(kept) < len(values):
            print(f"note: repeated values of an enum are dropped (at {format_pointer((*path, 'enum'))})")
        return {**schema, "enum": kept}

    return map_nodes(document, SCHEMA, drop)
