"""The words of a document: descriptions, summaries and examples, which change nothing for a program."""

from typing import Any

_WORDS = frozenset({"description", "summary", "example", "examples", "externalDocs", "termsOfService"})
# Below these, keys are names that somebody gave, and none of them is a keyword.
_NAMES = frozenset({"properties", "schemas", "parameters", "responses", "requestBodies", "headers", "paths"})


def count_differences(before: Any, after: Any, *, names: bool = False) -> int:
    """The number of places where the words of two documents differ, in what both have."""
    if isinstance(before, list) and isinstance(after, list):
        return sum(count_differences(*pair) for pair in zip(before, after, strict=False))
    if not (isinstance(before, dict) and isinstance(after, dict)):
        return 0
    said = () if names else sorted(_WORDS & (before.keys() | after.keys()))
    here = sum(bool(before.get(key) != after.get(key)) for key in said)
    return here + sum(
        count_differences(before[key], after[key], names=not names and key in _NAMES)
        for key in before.keys() & after.keys() - set(said)
    )


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
