"""Vocabularies against the models and the document: every field, with its key and of its type."""

from __future__ import annotations

import re
from typing import Any

import pytest
from support.document import SCHEMAS
from support.vocabularies import MODELS, enum_of, kind_of, value_types

import quentli_query
from quentli_query import CustomerQ, FilterTypeError, PaymentQ, Q
from quentli_query.filters.fields import FlagField, get_spec
from quentli_query.filters.vocabulary import Vocabulary, inspect

each_vocabulary = pytest.mark.parametrize("vocabulary", MODELS, ids=repr)


def stored_fields(vocabulary: Vocabulary) -> dict[str, Any]:
    """Return the fields that records show: all but flags."""
    return {
        name: field for name, field in inspect(vocabulary).fields.items() if not isinstance(field, FlagField)
    }


def camel_case(name: str) -> str:
    return "".join(word.capitalize() if index else word for index, word in enumerate(name.split("_")))


@each_vocabulary
def test_every_field_of_a_record_is_filterable_or_has_a_reason(vocabulary: Vocabulary) -> None:
    named, reasons = set(stored_fields(vocabulary)), inspect(vocabulary).unfilterable
    assert named | set(reasons) == {name.removesuffix("_") for name in value_types(MODELS[vocabulary])}
    assert not named & set(reasons)
    for name, reason in reasons.items():
        message = re.escape(f"{inspect(vocabulary).resource} cannot be filtered by {name}: {reason}")
        with pytest.raises(AttributeError, match=f"^{message}$"):
            getattr(vocabulary, name)
        assert len(reason) > 20


@each_vocabulary
def test_keys_are_those_of_the_document(vocabulary: Vocabulary) -> None:
    keys = {get_spec(field).path for field in stored_fields(vocabulary).values()}
    documented = set(SCHEMAS[MODELS[vocabulary].__name__]["properties"])
    assert keys == {(key,) for key in documented - set(map(camel_case, inspect(vocabulary).unfilterable))}


@each_vocabulary
def test_fields_have_the_types_of_their_values(vocabulary: Vocabulary) -> None:
    fields = stored_fields(vocabulary)
    for attribute, types in value_types(MODELS[vocabulary]).items():
        field = fields.pop(attribute.removesuffix("_"), None)
        assert (None if field is None else type(field)) is kind_of(types), attribute
        assert field is None or get_spec(field).attribute == attribute
        if members := enum_of(types):
            assert sorted(field.values) == sorted(member.value for member in members)
    assert not fields


@each_vocabulary
def test_a_vocabulary_is_a_public_name_and_completes_its_fields(vocabulary: Any) -> None:
    assert repr(vocabulary) in quentli_query.__all__
    for name, field in inspect(vocabulary).fields.items():
        assert getattr(vocabulary, name) is field
        assert get_spec(field).resource == inspect(vocabulary).resource
        assert eval(f"quentli_query.{field!r}") is field
    assert dir(vocabulary) == sorted([*inspect(vocabulary).fields, *inspect(vocabulary).relations])
    with pytest.raises(AttributeError):
        vocabulary.id = Q.id


def test_vocabularies_are_values() -> None:
    assert CustomerQ is Q
    assert PaymentQ.customer in (Q, PaymentQ, PaymentQ.customer)
    assert len({Q, PaymentQ, PaymentQ.customer, PaymentQ}) == 3


def test_a_related_record_has_the_fields_of_its_own_vocabulary() -> None:
    related = {name: type(field) for name, field in inspect(PaymentQ.customer).fields.items()}
    assert related == {name: type(field) for name, field in stored_fields(Q).items()}
    assert inspect(PaymentQ).relations == {"customer": PaymentQ.customer}


@pytest.mark.parametrize(
    "use", [lambda each: each == "juan", lambda each: each != "juan", lambda each: each in (None, Q), bool]
)
def test_a_vocabulary_is_no_field(use: Any) -> None:
    remedy = "write PaymentQ.customer_id, or one of its fields: PaymentQ.customer.id, "
    with pytest.raises(FilterTypeError, match=f": it is a vocabulary, not a field; {remedy}"):
        use(PaymentQ.customer)
    with pytest.raises(FilterTypeError, match=r"Q has no truth value: .* write one of its fields: Q.id, "):
        bool(Q)


@pytest.mark.parametrize("name", ["username", "created_at", "email_verified"])
def test_a_related_record_does_not_order(name: str) -> None:
    message = f"PaymentQ.customer.{name} cannot order payments: .* related record"
    with pytest.raises(FilterTypeError, match=message):
        getattr(PaymentQ.customer, name).asc()
