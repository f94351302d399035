from __future__ import annotations

import datetime
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
import quentli_client.models
from quentli_client.models import Customer
from quentli_client.types import Unset

from quentli_query import Q
from quentli_query.dsl.fields import AnyField, BooleanField, FlagField, InstantField, TextField, field_of
from quentli_query.dsl.vocabulary import fields_of, unfilterable_fields

FIELD_KINDS: dict[type, type[AnyField[Any]]] = {
    str: TextField,
    datetime.datetime: InstantField,
    bool: BooleanField,
}


def value_type(annotation: Any) -> Any:
    """The type of a model's attribute when it has a value."""
    members = get_args(annotation) if get_origin(annotation) in (Union, UnionType) else (annotation,)
    (only,) = [member for member in members if member not in (NoneType, Unset)]
    return only


RECORD_FIELDS = {
    name: value_type(annotation)
    for name, annotation in get_type_hints(Customer, localns=vars(quentli_client.models)).items()
    if name != "additional_properties"
}


def test_every_field_of_a_customer_can_be_filtered_or_says_why_not() -> None:
    named = {name for name, field in fields_of(Q).items() if not isinstance(field, FlagField)}
    assert named | set(unfilterable_fields(Q)) == set(RECORD_FIELDS)
    assert not named & set(unfilterable_fields(Q))
    assert all(len(reason) > 20 for reason in unfilterable_fields(Q).values())


@pytest.mark.parametrize("name", sorted(set(RECORD_FIELDS) - set(unfilterable_fields(Q))))
def test_each_field_is_of_the_kind_that_its_values_have(name: str) -> None:
    assert type(fields_of(Q)[name]) is FIELD_KINDS[RECORD_FIELDS[name]]


def test_flags_are_not_fields_of_the_record() -> None:
    flags = {name for name, field in fields_of(Q).items() if isinstance(field, FlagField)}
    assert flags == {"no_payments"}


def test_keys_are_those_of_the_wire(example_customer: dict[str, Any]) -> None:
    keys = {field_of(field).path[0] for field in fields_of(Q).values() if not field_of(field).flag}
    assert keys == set(example_customer) - set(unfilterable_fields(Q))


def test_an_unknown_field_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(AttributeError, match=r"Q has no field 'nmae'; did you mean Q.name\?"):
        getattr(Q, "nmae")  # noqa: B009 - a type checker refuses it
    with pytest.raises(AttributeError, match=r"Q has no field 'zzz'; it has id, created_at, "):
        getattr(Q, "zzz")  # noqa: B009 - a type checker refuses it
    with pytest.raises(AttributeError, match="customers cannot be filtered by metadata: it is a list"):
        getattr(Q, "metadata")  # noqa: B009 - a type checker refuses it


def test_an_editor_completes_fields_and_nothing_else() -> None:
    assert set(dir(Q)) == set(fields_of(Q))
    assert repr(Q) == "Q"


def test_a_vocabulary_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        Q.name = Q.email  # type: ignore[misc]
