"""Descriptions, summaries and examples of a document, which change nothing for a program."""

from collections.abc import Iterator
from typing import Any

from scripts.pipeline import naming
from scripts.pipeline.schema_types import Reader

_WORDS = frozenset({"description", "summary", "example", "examples", "externalDocs", "termsOfService"})
# Below these, keys are names that somebody gave, and none of them is a keyword.
_NAMES = frozenset({"properties", "schemas", "parameters", "responses", "requestBodies", "headers", "paths"})
_ABOUT_FILTERS = ("filter", "orderBy")

Path = tuple[str | int, ...]


def compare(before: Any, after: Any) -> tuple[int, bool]:
    """Count the places with other words in two documents, and say if anything else differs."""
    old, new = (list(_leaves(document)) for document in (before, after))
    # Words of what only one of the documents has are no change of words.
    common = set.intersection(
        *({path[:end] for path, _, _ in each for end in range(len(path))} for each in (old, new))
    )
    worded, others = (
        [{path: value for path, is_text, value in each if is_text is words} for each in (old, new)]
        for words in (True, False)
    )
    differing = (path for path in worded[0].keys() | worded[1].keys() if path[:-1] in common)
    return sum(worded[0].get(path) != worded[1].get(path) for path in differing), others[0] != others[1]


def filter_words(reader: Reader) -> dict[str, str]:
    """Collect all descriptions and examples of the parameters `filter` and `orderBy`, by their places."""
    return {
        f"{operation.call}({naming.of_argument(name)}=) {'.'.join(map(str, path))}": str(value)
        for operation in reader.operations()
        for (_, name), parameter in operation.parameters.items()
        if name in _ABOUT_FILTERS
        for path, is_text, value in _leaves(parameter)
        if is_text
    }


def _leaves(node: Any, path: Path = (), *, names: bool = False) -> Iterator[tuple[Path, bool, Any]]:
    """Yield each value of a document with its path, and true beside words."""
    inner = list(
        node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    )
    if not inner:
        yield path, False, node
    for key, value in inner:
        if key in _WORDS and not names:
            yield (*path, key), True, value
        else:
            yield from _leaves(value, (*path, key), names=key in _NAMES and not names)
