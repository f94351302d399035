"""The order in which a list answers its records."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeAlias, TypeVar, cast

from attrs import frozen

from ..errors import FilterTypeError, FilterValueError
from .compiler import stringify
from .literals import shortened
from .where import nested

if TYPE_CHECKING:
    from .facts import Field

R = TypeVar("R")

Direction = Literal["asc", "desc"]


@frozen(repr=False)
class OrderBy(Generic[R]):
    """One field to order by, in one direction. Made by `Q.created_at.desc()`.

    Where the API puts records without a value is not known.

    >>> from quentli_query import Q
    >>> str(Q.created_at.desc())
    'createdAt=desc'
    """

    field: Field
    direction: Direction

    @property
    def resource(self) -> str:
        """The list that has the field, such as `customers`."""
        return self.field.resource

    def __str__(self) -> str:
        return stringify(nested(self.field.parents, self.field.key, self.direction))

    def __repr__(self) -> str:
        return f"{self.field.source}.{self.direction}()"


Order: TypeAlias = OrderBy[R] | Sequence[OrderBy[R]]
"""What a list can be ordered by: one order, or several, the most significant first."""


def orders_of(order_by: Order[R] | None, resource: str, vocabulary: str = "Q") -> list[OrderBy[R]]:
    """The orders, the most significant first; none for None.

    Args:
        order_by: one order, several or none.
        resource: what is to be ordered.
        vocabulary: what its vocabulary is called, for messages.

    Raises:
        FilterTypeError: if something is not an order of `resource`.
        FilterValueError: if a field occurs twice.
    """
    orders = [] if order_by is None else _listed(order_by)
    for order in orders:
        _require_order(order, vocabulary)
        if order.resource != resource:
            raise FilterTypeError(f"{order!r} orders {order.resource}; it cannot order {resource}")
    fields = [order.field for order in orders]
    for place, field in enumerate(fields):
        if field in fields[:place]:
            raise FilterValueError(f"order_by names {field.source} twice; only its first place would count")
    return orders


def order_string(order_by: Order[R] | None, resource: str) -> str:
    """The string for the API's `orderBy` parameter; empty for None. Raises what `orders_of` raises.

    >>> from quentli_query import Q
    >>> order_string([Q.name.asc(), Q.created_at.desc()], "customers")
    'name=asc&createdAt=desc'
    """
    return "&".join(map(str, orders_of(order_by, resource)))


def _listed(order_by: Any) -> list[OrderBy[Any]]:
    if isinstance(order_by, str) or not hasattr(order_by, "__iter__"):
        return [cast("OrderBy[Any]", order_by)]
    return list(order_by)


def _require_order(thing: object, vocabulary: str) -> None:
    if not isinstance(thing, OrderBy):
        raise FilterTypeError(
            f"order_by: an order is expected here, such as {vocabulary}.created_at.desc(), or a list of "
            f"them, and not {shortened(thing)} ({type(thing).__name__}){_hint(thing, vocabulary)}"
        )


def _hint(thing: object, vocabulary: str) -> str:
    if isinstance(thing, str):
        return (
            f"; text becomes orders with parse_order_by(text{'' if vocabulary == 'Q' else f', {vocabulary}'})"
        )
    return f"; say in which direction: {thing!r}.asc() or {thing!r}.desc()" if hasattr(thing, "desc") else ""
