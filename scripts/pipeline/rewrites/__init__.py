"""Rewrites of the vendor's document, so that the generator reads it as it is meant.

Each is a pure function from document to document. They run in the order of REWRITES; classes get their names
last.
"""

from collections.abc import Callable, Mapping

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


def rewrite(document: Document, names: Mapping[str, str] | None = None) -> Document:
    """Apply every rewrite, in order.

    Args:
        document: The vendor's document.
        names: Other names of classes, each by a name that one of its places gives it.
    """
    for step in REWRITES:
        document = step(document)
    others = names or {}
    return name_enums(name_inline_objects(document, others), others)
