"""Evidence: how well the syntax of a condition is known, and from where."""

from __future__ import annotations

import enum
from functools import cache

from quentli_resources.evidence import EVIDENCE


class Evidence(enum.Enum):
    """How well the syntax of a condition is known. The API publishes no schema of its filters.

    The vendor's reference shows filters only in examples. Other syntax may work as well, but a server may
    also ignore it and return more records than asked for.
    """

    DOCUMENTED = "documented"
    """An example in the vendor's reference uses the operator, for this field or for another field."""

    SEEN = "seen"
    """A public integration that runs against the real API uses the operator for exactly this field."""

    INFERRED = "inferred"
    """The syntax follows the conventions of Prisma, as the documented examples do."""


@cache
def find_evidence(resource: str, path: tuple[str, ...], operator: str) -> tuple[Evidence, str]:
    """Return the evidence for an operator on a field, and its source; the source is empty if inferred.

    A field of a related record has only the evidence for exactly this field. For another field, an example of
    any field documents the operator.

    Args:
        resource: the list, `customers`.
        path: the keys of the field on the wire.
        operator: the key of the operator on the wire; empty for `field=value`.

    >>> find_evidence("customers", ("name",), "contains")
    (<Evidence.DOCUMENTED: 'documented'>, 'name[contains]=john')
    >>> find_evidence("invoices", ("id",), "contains")
    (<Evidence.DOCUMENTED: 'documented'>, 'for customers.name')
    """
    kind, source = EVIDENCE.get((resource, ".".join(path), operator), ("inferred", ""))
    example = "" if kind == "documented" or len(path) > 1 else _find_example(operator)
    if example:
        return Evidence.DOCUMENTED, "; ".join([example, *([f"{kind}: {source}"] if source else [])])
    return Evidence(kind), source


def _find_example(operator: str) -> str:
    examples = (
        f"for {resource}.{path}"
        for (resource, path, known), (kind, _) in EVIDENCE.items()
        if known == operator and kind == "documented"
    )
    return next(examples, "")
