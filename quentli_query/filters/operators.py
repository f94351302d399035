"""The operators of the filter language: keys on the wire, opposites, and evidence.

A new operator also needs a method in `fields`, a comparison in `evaluator` and, for instants, an entry in
`fields._ROUNDING`. A condition has one key, so modifiers such as Prisma's `mode` are not supported.
"""

from __future__ import annotations

import enum
from typing import Any

from attrs import frozen


class Evidence(enum.Enum):
    """How well the syntax of a condition is known. The API publishes no schema of its filters.

    The vendor's reference shows filters only in examples. Other syntax may work as well, but a server may
    also ignore it and return more records than asked for.
    """

    DOCUMENTED = "documented"
    """An example in the vendor's reference uses the operator."""

    SEEN = "seen"
    """A public integration that runs against the real API uses exactly this syntax."""

    INFERRED = "inferred"
    """The syntax follows the conventions of Prisma, as the documented examples do."""


@frozen(eq=False)
class Operator:
    """A comparison of a field with a value.

    Attributes:
        name: the field's method, `starts_with`.
        key: the key on the wire, `startsWith`.
        evidence: how well the operator is known.
        negated: whether the condition is written inside `NOT`, because the API has no opposite operator.
    """

    name: str
    key: str
    evidence: Evidence
    negated: bool = False

    def __reduce__(self) -> tuple[Any, ...]:
        # Operators are compared by identity, so copying and unpickling have to return the operator itself.
        return _find_operator, (self.name, self.negated)


EQUALS = Operator("equals", "equals", Evidence.DOCUMENTED)
NOT_EQUALS = Operator("not_equals", "not", Evidence.INFERRED)
CONTAINS = Operator("contains", "contains", Evidence.DOCUMENTED)
STARTS_WITH = Operator("starts_with", "startsWith", Evidence.INFERRED)
ENDS_WITH = Operator("ends_with", "endsWith", Evidence.INFERRED)
GT = Operator("gt", "gt", Evidence.INFERRED)
GTE = Operator("gte", "gte", Evidence.DOCUMENTED)
LT = Operator("lt", "lt", Evidence.INFERRED)
LTE = Operator("lte", "lte", Evidence.INFERRED)

_PAIRS = (
    (EQUALS, NOT_EQUALS),
    (GT, LTE),
    (GTE, LT),
    *(
        (text, Operator(text.name, text.key, Evidence.INFERRED, negated=True))
        for text in (CONTAINS, STARTS_WITH, ENDS_WITH)
    ),
)

# The operator that `~` gives for each operator. Null satisfies neither operator of a range pair. For `not`
# and negated text this is unknown.
OPPOSITE = {one: other for pair in _PAIRS for one, other in (pair, pair[::-1])}


def _find_operator(name: str, negated: bool) -> Operator:
    return next(each for each in OPPOSITE if (each.name, each.negated) == (name, negated))
