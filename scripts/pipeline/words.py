"""The words of a document: descriptions, summaries and examples, which change nothing for a program."""

from collections.abc import Iterator
from typing import Any

from scripts.pipeline.document import Document

_WORDS = frozenset({"description", "summary", "example", "examples", "externalDocs", "termsOfService"})
# Below these, keys are names that somebody gave, and none of them is a keyword.
_NAMES = frozenset({"properties", "schemas", "parameters", "responses", "requestBodies", "headers", "paths"})

_Place = tuple[str | int, ...]


def count_differences(before: Document, after: Document) -> int:
    """The number of places where the words of two documents differ."""
    ours, theirs = dict(_words(before, ())), dict(_words(after, ()))
    return sum(ours.get(place) != theirs.get(place) for place in ours.keys() | theirs.keys())


def without_words(node: Any, *, names: bool = False) -> Any:
    """A document, or a part of it, without its words."""
    if isinstance(node, list):
        return [without_words(item) for item in node]
    if not isinstance(node, dict):
        return node
    return {
        key: without_words(value, names=not names and key in _NAMES)
        for key, value in node.items()
        if names or key not in _WORDS
    }


def _words(node: Any, place: _Place, *, names: bool = False) -> Iterator[tuple[_Place, Any]]:
    if isinstance(node, list):
        for index, item in enumerate(node):
            yield from _words(item, (*place, index))
    elif isinstance(node, dict):
        for key, value in node.items():
            if key in _WORDS and not names:
                yield (*place, key), value
            else:
                yield from _words(value, (*place, key), names=not names and key in _NAMES)
