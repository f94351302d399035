"""What the vendor's document means, said so that the generator understands it.

Each rewrite is a pure function from document to document and mends one thing that the generator would
misread. They run in the order of REWRITES; to add one is to write a function and to name it there.
"""

from collections.abc import Callable
from functools import reduce

from scripts.pipeline.document import Document
from scripts.pipeline.rewrites.copies import copies
from scripts.pipeline.rewrites.enums import enums
from scripts.pipeline.rewrites.inline import inline_objects
from scripts.pipeline.rewrites.nulls import null_branches, null_components, null_types
from scripts.pipeline.rewrites.numbers import page_numbers, whole_numbers
from scripts.pipeline.rewrites.values import dates, exclusive_bounds
from scripts.pipeline.rewrites.words import referring_words

__all__ = [
    "REWRITES",
    "Rewrite",
    "copies",
    "dates",
    "enums",
    "exclusive_bounds",
    "inline_objects",
    "null_branches",
    "null_components",
    "null_types",
    "page_numbers",
    "referring_words",
    "rewrite",
    "whole_numbers",
]

Rewrite = Callable[[Document], Document]

REWRITES: tuple[Rewrite, ...] = (
    dates,
    whole_numbers,
    page_numbers,
    exclusive_bounds,
    null_branches,
    null_types,
    null_components,
    copies,
    inline_objects,
    enums,
    referring_words,
)


def rewrite(document: Document) -> Document:
    """Apply every rewrite, in order; the document that is given stays as it is."""
    return reduce(lambda rewritten, step: step(rewritten), REWRITES, document)
