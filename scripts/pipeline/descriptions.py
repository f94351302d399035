"""Descriptions, summaries and examples of a document, which change nothing for a program."""

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
    (old_words, old), (new_words, new) = (_read(document) for document in (before, after))
    # Words of what only one of the documents has are no change of words.
    common = old.keys() & new.keys()
    places = (path for path in old_words.keys() | new_words.keys() if path[:-1] in common)
    return sum(old_words.get(path) != new_words.get(path) for path in places), old != new


def filter_words(reader: Reader) -> dict[str, str]:
    """Collect all descriptions and examples of the parameters `filter` and `orderBy`, by their places."""
    return {
        f"{operation.call}({naming.of_argument(name)}=) {'.'.join(map(str, path))}": str(value)
        for operation in reader.operations()
        for (_, name), parameter in operation.parameters.items()
        if name in _ABOUT_FILTERS
        for path, value in _read(parameter)[0].items()
    }


def _read(document: Any) -> tuple[dict[Path, Any], dict[Path, Any]]:
    """Return the words of a document, and everything else, by their paths."""
    words: dict[Path, Any] = {}
    others: dict[Path, Any] = {}

    def visit(node: Any, path: Path, *, names: bool) -> None:
        pairs = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
        others[path] = node if not pairs else None
        for key, value in pairs:
            if key in _WORDS and not names:
                words[*path, key] = value
            else:
                visit(value, (*path, key), names=key in _NAMES and not names)

    visit(document, (), names=False)
    return words, others
