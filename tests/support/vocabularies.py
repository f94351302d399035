"""All vocabularies, with the classes of the records that they are about."""

from __future__ import annotations

import datetime
import enum
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Final, Union, get_args, get_origin, get_type_hints

import attrs
import quentli_client.models
from quentli_client.models import (
    Customer,
    Discount,
    FullInvoice,
    PaymentConcept,
    PaymentWithItems,
    Subscription,
    TaxInvoice,
    Webhook,
    WebhookEvent,
)
from quentli_client.types import Unset

from quentli_query import (
    DiscountQ,
    InvoiceQ,
    PaymentConceptQ,
    PaymentQ,
    Q,
    SubscriptionQ,
    TaxInvoiceQ,
    WebhookEventQ,
    WebhookQ,
)
from quentli_query.filters.fields import (
    BooleanField,
    EnumField,
    Field,
    InstantField,
    NumberField,
    TextField,
    WholeNumberField,
    inspect,
)

if TYPE_CHECKING:
    from quentli_query.filters.fields import Vocabulary

MODELS: Final[dict[Vocabulary, type]] = {
    Q: Customer,
    PaymentConceptQ: PaymentConcept,
    DiscountQ: Discount,
    InvoiceQ: FullInvoice,
    TaxInvoiceQ: TaxInvoice,
    SubscriptionQ: Subscription,
    PaymentQ: PaymentWithItems,
    WebhookQ: Webhook,
    WebhookEventQ: WebhookEvent,
}
"""The record class of each vocabulary."""

VOCABULARIES: Final = {inspect(vocabulary).resource: vocabulary for vocabulary in MODELS}
"""Each by its resource."""

NAMES: Final[dict[str, Any]] = {repr(vocabulary): vocabulary for vocabulary in MODELS}
"""What evaluating a repr needs to know of vocabularies."""

KINDS: Final[dict[type, type[Field[Any]]]] = {
    str: TextField,
    datetime.datetime: InstantField,
    bool: BooleanField,
    int: WholeNumberField,
    float: NumberField,
}
"""What kind of field holds values of a type."""


@cache
def value_types(model: type) -> dict[str, tuple[type, ...]]:
    """The types that each attribute of a record class has where it has a value, by the attribute's name."""
    hints = get_type_hints(model, localns=vars(quentli_client.models))
    names = [each.name for each in attrs.fields(model) if each.name != "additional_properties"]
    return {name: _members(hints[name]) for name in names}


def may_be_null(model: type, attribute: str) -> bool:
    """Whether the API may answer null for it."""
    return NoneType in get_args(get_type_hints(model, localns=vars(quentli_client.models))[attribute])


def _members(annotation: Any) -> tuple[Any, ...]:
    union = get_origin(annotation) in (Union, UnionType)
    members = get_args(annotation) if union else (annotation,)
    return tuple(member for member in members if member not in (NoneType, Unset))


def enum_of(types: tuple[type, ...]) -> type[enum.Enum] | None:
    """The enum among the types: it stands beside str, for values that it does not know."""
    found = [each for each in types if isinstance(each, type) and issubclass(each, enum.Enum)]
    return found[0] if found else None


def kind_of(types: tuple[type, ...]) -> type[Field[Any]] | None:
    """The kind of field that holds such values; None if none does."""
    if enum_of(types) is not None:
        return EnumField
    return KINDS.get(types[0]) if len(types) == 1 else None
