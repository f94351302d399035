"""The operators of the filter language: one table, from which everything else about them is read."""

from __future__ import annotations

import enum
from typing import Any

from attrs import frozen


class Evidence(enum.Enum):
    """Where the knowledge of a spelling comes from.

    The vendor's reference shows filters only in examples. What is not in one of them may still work, but a
    server may also ignore it and answer more records than asked for.
    """

    DOCUMENTED = "documented"
    """An example in the vendor's reference uses the operator."""

    SEEN = "seen"
    """A public integration that runs against the real API uses exactly this spelling."""

    INFERRED = "inferred"
    """Follows from the conventions (those of Prisma) that the documented examples keep to."""


@frozen(eq=False)
class Operator:
    """One way to compare a field with a value.

    Attributes:
        name: the method that writes it, `starts_with`.
        key: what stands for it on the wire, `startsWith`.
        evidence: how well it is known.
        negated: whether the condition stands inside `NOT`, for want of an operator that says the opposite.
    """

    name: str
    key: str
    evidence: Evidence
    negated: bool = False

    def __reduce__(self) -> tuple[Any, ...]:
        # There is one of each, so that looking one up is quick; a pickle names it.
        return _named, (self.name, self.negated)


EQUALS = Operator("equals", "equals", Evidence.DOCUMENTED)
NOT_EQUALS = Operator("not_equals", "not", Evidence.INFERRED)
CONTAINS = Operator("contains", "contains", Evidence.DOCUMENTED)
STARTS_WITH = Operator("starts_with", "startsWith", Evidence.INFERRED)
ENDS_WITH = Operator("ends_with", "endsWith", Evidence.INFERRED)
GT = Operator("gt", "gt", Evidence.INFERRED)
GTE = Operator("gte", "gte", Evidence.DOCUMENTED)
LT = Operator("lt", "lt", Evidence.INFERRED)
LTE = Operator("lte", "lte", Evidence.INFERRED)


def _negated(operator: Operator) -> Operator:
    return Operator(operator.name, operator.key, Evidence.INFERRED, negated=True)


_PAIRS = (
    (EQUALS, NOT_EQUALS),
    (GT, LTE),
    (GTE, LT),
    (CONTAINS, _negated(CONTAINS)),
    (STARTS_WITH, _negated(STARTS_WITH)),
    (ENDS_WITH, _negated(ENDS_WITH)),
)

OPPOSITE = {one: other for pair in _PAIRS for one, other in (pair, pair[::-1])}
"""What `~` turns each operator into. Null equals, contains, precedes and follows nothing, on either side."""

_BY_NAME = {(operator.name, operator.negated): operator for operator in OPPOSITE}


def _named(name: str, negated: bool) -> Operator:
    return _BY_NAME[name, negated]
