"""Rewrites of the vendor's document, so that the generator reads it as it is meant.

Each is a pure function from document to document. They run in the order of REWRITES; those of
NAMING come last.
"""

from collections.abc import Callable, Mapping
from functools import reduce

from scripts.pipeline.rewrites.classes import name_enums, name_inline_objects
from scripts.pipeline.rewrites.deduplicate import deduplicate_records
from scripts.pipeline.rewrites.normalization import normalize, null_references
from scripts.pipeline.rewrites.numbers import make_counts_integers
from scripts.pipeline.visitor import Document

Rewrite = Callable[[Document], Document]

REWRITES: tuple[Rewrite, ...] = (
    normalize,
    null_references,
    make_counts_integers,
    deduplicate_records,
)
NAMING: tuple[Callable[[Document, Mapping[str, str]], Document], ...] = (name_inline_objects, name_enums)


def rewrite(document: Document, names: Mapping[str, str] | None = None) -> Document:
    """Apply every rewrite, in order.

    Args:
        document: The vendor's document.
        names: Other names of classes, each by a name that one of its places gives it.
    """
    rewritten = reduce(lambda rewritten, step: step(rewritten), REWRITES, document)
    return reduce(lambda rewritten, step: step(rewritten, names or {}), NAMING, rewritten)
