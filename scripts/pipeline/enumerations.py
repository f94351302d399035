"""The enums of a document, of each of which a class is made."""

from collections.abc import Iterator
from typing import Any

from openapi_python_client.strings import snake_case

from scripts.pipeline.errors import StepError
from scripts.pipeline.visitor import Document, find_schemas, format_pointer


def check(document: Document) -> None:
    """Validate every enum.

    Raises:
        StepError: A value is neither text nor a number, or two different values have one name in Python.
    """
    for place, values in _iterate_enums(document):
        names: dict[str, Any] = {}
        for value in values:
            if isinstance(value, list | dict):
                raise StepError(f"an enum has a value that is neither text nor a number (at {place})")
            if isinstance(value, str) and value[:1].isalpha():
                other = names.setdefault(snake_case(value.upper()).upper(), value)
                if other != value:
                    raise StepError(f"{other!r} and {value!r} have one name in Python (at {place})")


def find_repeated(document: Document) -> list[str]:
    """Describe each enum that lists a value twice, and its place."""
    return [
        f"{value!r} is repeated (at {place}); it is read once"
        for place, values in _iterate_enums(document)
        for value in {str(each): each for each in values if values.count(each) > 1}.values()
    ]


def _iterate_enums(document: Document) -> Iterator[tuple[str, list[Any]]]:
    for path, schema in find_schemas(document):
        if isinstance(schema.get("enum"), list):
            yield format_pointer((*path, "enum")), schema["enum"]
