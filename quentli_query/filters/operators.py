"""The operators of the filter language: keys on the wire, and opposites.

A new operator also needs a pair in `_PAIRS`, a method in `fields`, a comparison in `evaluator` and, for
instants, an entry in `fields._ROUNDING`; for text, one in the tables of `lists.verification` and `probe`.
A condition has one key, so modifiers such as Prisma's `mode` are not supported.
"""

from __future__ import annotations

from typing import Any

from attrs import frozen


@frozen(eq=False)
class Operator:
    """A comparison of a field with a value.

    Attributes:
        name: the field's method, `starts_with`.
        key: the key on the wire, `startsWith`.
        negated: whether the condition is written inside `NOT`, because the API has no opposite operator.
    """

    name: str
    key: str
    negated: bool = False

    def __reduce__(self) -> tuple[Any, ...]:
        # Operators are compared by identity, so copying and unpickling have to return the operator itself.
        return _find_operator, (self.name, self.negated)


EQUALS = Operator("equals", "equals")
NOT_EQUALS = Operator("not_equals", "not")
CONTAINS = Operator("contains", "contains")
STARTS_WITH = Operator("starts_with", "startsWith")
ENDS_WITH = Operator("ends_with", "endsWith")
GT = Operator("gt", "gt")
GTE = Operator("gte", "gte")
LT = Operator("lt", "lt")
LTE = Operator("lte", "lte")

_PAIRS = (
    (EQUALS, NOT_EQUALS),
    (GT, LTE),
    (GTE, LT),
    *((text, Operator(text.name, text.key, negated=True)) for text in (CONTAINS, STARTS_WITH, ENDS_WITH)),
)

# The operator that `~` gives for each operator. Null satisfies neither operator of a range pair. For `not`
# and negated text this is unknown.
OPPOSITE = {one: other for pair in _PAIRS for one, other in (pair, pair[::-1])}


def _find_operator(name: str, negated: bool) -> Operator:
    return next(each for each in OPPOSITE if (each.name, each.negated) == (name, negated))
