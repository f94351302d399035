"""All vocabularies with their record classes."""

from __future__ import annotations

import datetime
import enum
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

import attrs
import quentli_client.models
import quentli_resources.vocabularies
from quentli_client.types import Unset
from quentli_resources.registry import LISTS

from quentli_query import EVERYTHING, NOTHING, all_of, any_of
from quentli_query.filters.expressions import validate_orders
from quentli_query.filters.fields import (
    BooleanField,
    EnumField,
    Field,
    InstantField,
    NumberField,
    TextField,
    WholeNumberField,
)
from quentli_query.filters.vocabulary import Vocabulary, inspect

MODELS: Final[dict[Vocabulary, type]] = {
    getattr(quentli_resources.vocabularies, entry["vocabulary"]): getattr(
        quentli_client.models, entry["page_model"]
    )
    for entry in LISTS.values()
}
"""The record class of each vocabulary."""

VOCABULARIES: Final = {inspect(vocabulary).resource: vocabulary for vocabulary in MODELS}
"""All vocabularies by resource."""

NAMES: Final[dict[str, Any]] = {
    **{repr(named): named for named in (*MODELS, EVERYTHING, NOTHING)},
    **{named.__name__: named for named in (all_of, any_of, Decimal)},
}
"""The names that evaluating a repr needs."""

KINDS: Final[dict[type, type[Field[Any]]]] = {
    str: TextField,
    datetime.datetime: InstantField,
    bool: BooleanField,
    int: WholeNumberField,
    float: NumberField,
}
"""The field class for values of each type."""


@cache
def value_types(model: type) -> dict[str, tuple[type, ...]]:
    """Return the types of each attribute of a record class, without None and UNSET."""
    hints = get_type_hints(model, localns=vars(quentli_client.models))
    names = [each.name for each in attrs.fields(model) if each.name != "additional_properties"]
    return {name: _members(hints[name]) for name in names}


def may_be_null(model: type, attribute: str) -> bool:
    """Return whether the API may answer null for an attribute."""
    return NoneType in get_args(get_type_hints(model, localns=vars(quentli_client.models))[attribute])


def _members(annotation: Any) -> tuple[Any, ...]:
    union = get_origin(annotation) in (Union, UnionType)
    members = get_args(annotation) if union else (annotation,)
    return tuple(member for member in members if member not in (NoneType, Unset))


def enum_of(types: tuple[type, ...]) -> type[enum.Enum] | None:
    """Return the enum among the types. It stands beside str, which holds values that the enum lacks."""
    found = [each for each in types if isinstance(each, type) and issubclass(each, enum.Enum)]
    return found[0] if found else None


def kind_of(types: tuple[type, ...]) -> type[Field[Any]] | None:
    """Return the field class for values of these types; None if no field holds them."""
    if enum_of(types) is not None:
        return EnumField
    return KINDS.get(types[0]) if len(types) == 1 else None


def compile_order_by(order_by: Any, resource: str) -> str:
    """Write an order for a list as the client does."""
    return "&".join(map(str, validate_orders(order_by, resource)))
