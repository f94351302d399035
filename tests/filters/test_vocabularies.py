"""Vocabularies against the models and the document: every field, with its key and of its type."""

from __future__ import annotations

from typing import Any

import pytest
from support.document import SCHEMAS
from support.vocabularies import MODELS, enum_of, kind_of, value_types

import quentli_query
from quentli_query import CustomerQ, FilterTypeError, PaymentQ, Q, parse_order_by
from quentli_query.filters.fields import EnumField, FlagField, get_spec
from quentli_query.filters.vocabulary import Vocabulary, inspect

RECORD_FIELDS = {
    f"{vocabulary!r}.{attribute}": (vocabulary, attribute, types)
    for vocabulary, model in MODELS.items()
    for attribute, types in value_types(model).items()
}

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
        with pytest.raises(AttributeError) as caught:
            getattr(vocabulary, name)
        resource = inspect(vocabulary).resource
        assert str(caught.value) == f"{resource} cannot be filtered by {name}: {reason}"
        assert len(reason) > 20


@each_vocabulary
def test_keys_are_those_of_the_document(vocabulary: Vocabulary) -> None:
    keys = {get_spec(field).path for field in stored_fields(vocabulary).values()}
    documented = set(SCHEMAS[MODELS[vocabulary].__name__]["properties"])
    assert keys == {(key,) for key in documented - set(map(camel_case, inspect(vocabulary).unfilterable))}


@pytest.mark.parametrize(("vocabulary", "attribute", "types"), RECORD_FIELDS.values(), ids=RECORD_FIELDS)
def test_a_field_has_the_type_of_its_values(
    vocabulary: Vocabulary, attribute: str, types: tuple[type, ...]
) -> None:
    name, kind, members = attribute.removesuffix("_"), kind_of(types), enum_of(types)
    if kind is None:
        assert name in inspect(vocabulary).unfilterable
        return
    field = inspect(vocabulary).fields[name]
    assert type(field) is kind
    assert get_spec(field).attribute == attribute
    if members is not None:
        assert isinstance(field, EnumField)
        assert sorted(field.values) == sorted(member.value for member in members)


def test_flags_are_no_fields_of_the_record() -> None:
    for vocabulary, model in MODELS.items():
        flags = inspect(vocabulary).fields.keys() - stored_fields(vocabulary).keys()
        assert not flags & value_types(model).keys()


@each_vocabulary
def test_fields_know_their_place(vocabulary: Vocabulary) -> None:
    for name, field in inspect(vocabulary).fields.items():
        assert getattr(vocabulary, name) is field
        assert get_spec(field).resource == inspect(vocabulary).resource
        assert repr(field) == f"{vocabulary!r}.{name}"


@each_vocabulary
def test_a_vocabulary_is_a_public_name_and_completes_its_fields(vocabulary: Vocabulary) -> None:
    assert getattr(quentli_query, repr(vocabulary)) is vocabulary
    assert repr(vocabulary) in quentli_query.__all__
    assert dir(vocabulary) == sorted([*inspect(vocabulary).fields, *inspect(vocabulary).relations])
    with pytest.raises(AttributeError):
        vocabulary.id = Q.id


def test_vocabularies_are_values() -> None:
    assert CustomerQ is Q
    assert Q != PaymentQ
    assert PaymentQ.customer in (Q, PaymentQ, PaymentQ.customer)
    assert len({Q, PaymentQ, PaymentQ.customer, PaymentQ}) == 3


def test_a_related_record_has_the_fields_of_its_own_vocabulary() -> None:
    related = {name: type(field) for name, field in inspect(PaymentQ.customer).fields.items()}
    assert related == {name: type(field) for name, field in stored_fields(Q).items()}
    assert inspect(PaymentQ).relations == {"customer": PaymentQ.customer}
    assert "customer" not in inspect(PaymentQ).fields
    # The vocabulary of customers stays as it was.
    assert str(Q.username == "juan") == "username[equals]=juan"
    assert repr(Q.username) == "Q.username"
    assert (Q.username == "juan").resource == "customers"


@pytest.mark.parametrize(
    "use",
    [
        lambda related: related == "juan",
        lambda related: related != "juan",
        lambda related: related == None,  # noqa: E711
        bool,
    ],
)
def test_a_vocabulary_is_no_field(use: Any) -> None:
    with pytest.raises(FilterTypeError) as caught:
        use(PaymentQ.customer)
    assert (
        ": it is a vocabulary, not a field; write PaymentQ.customer_id, or one of its fields: PaymentQ.customer.id, "
        in str(caught.value)
    )
    assert repr(PaymentQ.customer_id) == "PaymentQ.customer_id"
    with pytest.raises(FilterTypeError, match=r"Q has no truth value: .* write one of its fields: Q.id, "):
        bool(Q)


def test_a_related_record_does_not_order() -> None:
    customer: Any = PaymentQ.customer  # without its types, which have no order
    for order in (customer.username.asc, customer.created_at.desc, customer.email_verified.asc):
        with pytest.raises(
            FilterTypeError, match=r"PaymentQ.customer.\w+ cannot order payments: .* related record"
        ):
            order()


def test_an_enum_orders() -> None:
    assert str(PaymentQ.status.desc()) == "status=desc"
    assert parse_order_by("type=asc", PaymentQ) == [PaymentQ.type.asc()]
