"""The instant that a scan goes by: its field, and filters for the records from an instant on."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from ...errors import ParameterError
from ...filters.expressions import AllOf, Condition, Filter, OrderBy, all_of, validate_orders
from ...filters.fields import InstantField
from ...filters.literals import shorten
from ...filters.operators import GT, GTE, LT, LTE

if TYPE_CHECKING:
    from ...filters.expressions import FieldSpec, Order
    from ..registry import ResourceSpec
    from .keyset import InstantKey

_MILLISECOND = timedelta(milliseconds=1)


def choose_instant(order_by: Order[Any] | None, spec: ResourceSpec) -> OrderBy[Any]:
    """Return the order of a scan: by creation, if None is given.

    Raises:
        FilterTypeError: if it is no order of the resource.
        ParameterError: if it is not one order by one instant of the records themselves.
    """
    vocabulary: Any = spec.vocabulary
    orders = validate_orders(order_by, spec.name, spec.vocabulary_name) or [vocabulary.created_at.asc()]
    if len(orders) > 1 or not isinstance(getattr(vocabulary, orders[0].field.name), InstantField):
        example = f"{spec.vocabulary_name}.created_at.desc()"
        raise ParameterError(
            f"order_by={shorten(orders)}: a scan goes by one instant of the records, such as {example}"
        )
    return orders[0]


def bound_filter(filter_: Filter[Any], field: FieldSpec, key: InstantKey, place: float) -> Filter[Any]:
    """Return a filter for the matching records from the millisecond of a key on, in the order of the scan.

    The millisecond is whole: a server may have more digits than it shows, and than filters have. Bounds of
    the filter's own stay if they are as narrow; otherwise the new bound replaces them.
    """
    try:
        start = key.get_instant(place)
        bound = (LT, start + _MILLISECOND) if key.is_descending else (GTE, start)
    except OverflowError:  # before all records
        return filter_
    operators = (LT, LTE) if key.is_descending else (GTE, GT)
    parts = filter_.parts if isinstance(filter_, AllOf) else (filter_,)
    own: list[Any] = [
        part
        for part in parts
        if isinstance(part, Condition) and part.field == field and part.operator in operators
    ]
    if any(part.value <= start if key.is_descending else part.value >= start for part in own):
        return filter_
    return all_of(*(part for part in parts if part not in own), Condition(field, *bound))
