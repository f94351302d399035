"""The instant that a scan goes by: its field, and filters for the records from an instant on."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from ...errors import ParameterError
from ...filters.expressions import AllOf, Condition, Filter, OrderBy, all_of, validate_orders
from ...filters.fields import InstantField, get_spec
from ...filters.literals import shorten
from ...filters.operators import GT, GTE, LT, LTE
from ...filters.vocabulary import inspect
from .keyset import InstantKey

if TYPE_CHECKING:
    from datetime import datetime

    from ...filters.expressions import Order
    from ..registry import ResourceSpec

_MILLISECOND = timedelta(milliseconds=1)


def choose_instant(order_by: Order[Any] | None, spec: ResourceSpec) -> tuple[InstantField[Any], OrderBy[Any]]:
    """Return the field that a scan goes by, and its order: by creation if None is given.

    Raises:
        FilterTypeError: if it is no order of the resource.
        ParameterError: if it is not one order by one instant of the records themselves.
    """
    fields = inspect(spec.vocabulary).fields
    instants = {get_spec(field): field for field in fields.values() if isinstance(field, InstantField)}
    by_creation: Any = fields["created_at"]
    orders = validate_orders(order_by, spec.name, spec.vocabulary_name) or [by_creation.asc()]
    if len(orders) > 1 or orders[0].field not in instants:
        example = f"{spec.vocabulary_name}.created_at.desc()"
        raise ParameterError(
            f"order_by={shorten(orders)}: a scan goes by one instant of the records, such as {example}"
        )
    return instants[orders[0].field], orders[0]


def bound_filter(
    filter_: Filter[Any], field: InstantField[Any], key: InstantKey, place: float
) -> Filter[Any]:
    """Return a filter for the matching records from the millisecond of a key on, in the order of the scan.

    The millisecond is whole: a server may have more digits than it shows, and than filters have. Bounds of
    the filter's own stay if they are as narrow; otherwise the new bound replaces them.
    """
    try:
        start = key.get_instant(place)
        bound = field.lt(start + _MILLISECOND) if key.is_descending else field.gte(start)
    except OverflowError:  # before all records
        return filter_
    operators = (LT, LTE) if key.is_descending else (GTE, GT)
    parts = filter_.parts if isinstance(filter_, AllOf) else (filter_,)
    own = [each for each in parts if _is_bound(each, field, operators)]
    if any(_is_narrow(each, start, key) for each in own):
        return filter_
    return all_of(*(part for part in parts if part not in own), bound)


def _is_bound(part: Filter[Any], field: InstantField[Any], operators: tuple[object, ...]) -> bool:
    return isinstance(part, Condition) and part.field == get_spec(field) and part.operator in operators


def _is_narrow(part: Any, start: datetime, key: InstantKey) -> bool:
    narrow: bool = part.value <= start if key.is_descending else part.value >= start
    return narrow
