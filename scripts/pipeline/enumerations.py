"""The enums of a document: that a class can be made of each."""

from collections.abc import Iterator
from typing import Any

from openapi_python_client.strings import snake_case

from scripts.pipeline.steps import StepError


def check(document: Any) -> None:
    """Make sure of every enum in a document.

    Raises:
        StepError: One has a value that is not plain, or two that would have the same name in Python.
    """
    for place, values in _enums(document, "$"):
        names: dict[str, Any] = {}
        for value in values:
            if isinstance(value, list | dict):
                raise StepError(f"an enum has a value that is neither text nor a number (at {place})")
            if not (isinstance(value, str) and value[:1].isalpha()):
                continue
            name = snake_case(value.upper()).upper()
            if name in names:
                raise StepError(f"{names[name]!r} and {value!r} are both {name} in Python (at {place})")
            names[name] = value


def _enums(node: Any, place: str) -> Iterator[tuple[str, list[Any]]]:
    if isinstance(node, list):
        for index, item in enumerate(node):
            yield from _enums(item, f"{place}[{index}]")
    elif isinstance(node, dict):
        if isinstance(node.get("enum"), list):
            yield f"{place}.enum", node["enum"]
        for name, inner in node.items():
            yield from _enums(inner, f"{place}.{name}")
