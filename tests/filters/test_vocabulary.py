"""Each vocabulary names the fields of its records, all of them, and each as what it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from support.vocabularies import MODELS, VOCABULARIES, enum_of, kind_of, value_types

import quentli_query
from quentli_query import CustomerQ, Q
from quentli_query.filters.fields import EnumField, FlagField, Vocabulary, inspect, spec_of

DOCUMENT = Path(__file__).parents[2] / "openapi" / "quentli.yaml"

RECORD_FIELDS = {
    f"{vocabulary!r}.{attribute}": (vocabulary, attribute, types)
    for vocabulary, model in MODELS.items()
    for attribute, types in value_types(model).items()
}


@pytest.fixture(scope="session")
def schemas() -> dict[str, Any]:
    """The schemas of the API's document."""
    document = yaml.load(DOCUMENT.read_text(encoding="utf-8"), yaml.CSafeLoader)
    schemas = document["components"]["schemas"]
    assert isinstance(schemas, dict)
    return schemas


@pytest.fixture(params=MODELS, ids=repr)
def vocabulary(request: pytest.FixtureRequest) -> Vocabulary:
    found = request.param
    assert isinstance(found, Vocabulary)
    return found


def shown_by_records(vocabulary: Vocabulary) -> dict[str, Any]:
    return {name: field for name, field in inspect(vocabulary).fields.items() if not spec_of(field).flag}


def without_underscore(attribute: str) -> str:
    return attribute.removesuffix("_")


def camel_case(name: str) -> str:
    return "".join(word.capitalize() if index else word for index, word in enumerate(name.split("_")))


def test_every_field_of_a_record_can_be_filtered_or_says_why_not(vocabulary: Vocabulary) -> None:
    named = set(shown_by_records(vocabulary))
    unfilterable = inspect(vocabulary).unfilterable
    assert named | set(unfilterable) == set(map(without_underscore, value_types(MODELS[vocabulary])))
    assert not named & set(unfilterable)
    assert all(len(reason) > 20 for reason in unfilterable.values())


def test_fields_know_the_attribute_of_the_model(vocabulary: Vocabulary) -> None:
    attributes = {spec_of(field).attribute for field in shown_by_records(vocabulary).values()}
    unfilterable = set(inspect(vocabulary).unfilterable)
    assert attributes == set(value_types(MODELS[vocabulary])) - unfilterable


def test_keys_are_those_of_the_document(vocabulary: Vocabulary, schemas: dict[str, Any]) -> None:
    keys = {spec_of(field).path for field in shown_by_records(vocabulary).values()}
    documented = set(schemas[MODELS[vocabulary].__name__]["properties"])
    assert keys == {(key,) for key in documented - set(map(camel_case, inspect(vocabulary).unfilterable))}


def test_keys_are_those_of_the_wire(example_customer: dict[str, Any]) -> None:
    keys = {spec_of(field).key for field in shown_by_records(Q).values()}
    assert keys == set(example_customer) - set(inspect(Q).unfilterable)


@pytest.mark.parametrize(("vocabulary", "attribute", "types"), RECORD_FIELDS.values(), ids=RECORD_FIELDS)
def test_each_field_is_of_the_kind_that_its_values_have(
    vocabulary: Vocabulary, attribute: str, types: tuple[type, ...]
) -> None:
    name, kind = without_underscore(attribute), kind_of(types)
    if kind is None:
        assert name in inspect(vocabulary).unfilterable
    else:
        assert type(inspect(vocabulary).fields[name]) is kind


ENUMS = {place: row for place, row in RECORD_FIELDS.items() if enum_of(row[2]) is not None}


@pytest.mark.parametrize(("vocabulary", "attribute", "types"), ENUMS.values(), ids=ENUMS)
def test_an_enum_has_the_values_of_the_generated_one(
    vocabulary: Vocabulary, attribute: str, types: tuple[type, ...]
) -> None:
    field, generated = inspect(vocabulary).fields[without_underscore(attribute)], enum_of(types)
    assert generated is not None
    assert isinstance(field, EnumField)
    assert sorted(field.values) == sorted(member.value for member in generated)


def test_there_are_enums_to_compare() -> None:
    assert len(ENUMS) == 14


def test_flags_are_not_fields_of_the_record() -> None:
    flags = {
        repr(field)
        for vocabulary in MODELS
        for field in inspect(vocabulary).fields.values()
        if isinstance(field, FlagField)
    }
    assert flags == {"Q.no_payments"}


def test_fields_know_their_place(vocabulary: Vocabulary) -> None:
    for name, field in inspect(vocabulary).fields.items():
        assert getattr(vocabulary, name) is field
        assert spec_of(field).resource == inspect(vocabulary).resource
        assert repr(field) == f"{vocabulary!r}.{name}"


def test_each_is_a_public_name_by_its_repr() -> None:
    for vocabulary in MODELS:
        assert getattr(quentli_query, repr(vocabulary)) is vocabulary
        assert repr(vocabulary) in quentli_query.__all__
    assert CustomerQ is Q
    assert list(VOCABULARIES) == [
        "customers",
        "payment_concepts",
        "discounts",
        "invoices",
        "tax_invoices",
        "subscriptions",
        "payments",
        "webhooks",
        "webhook_events",
    ]


def test_an_unknown_field_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(AttributeError, match=r"Q has no field 'nmae'; did you mean Q.name\?"):
        getattr(Q, "nmae")  # noqa: B009 - a type checker refuses it
    with pytest.raises(AttributeError, match=r"Q has no field 'zzz'; it has id, created_at, "):
        getattr(Q, "zzz")  # noqa: B009 - a type checker refuses it
    with pytest.raises(AttributeError, match="customers cannot be filtered by metadata: it is a list"):
        getattr(Q, "metadata")  # noqa: B009 - a type checker refuses it


def test_an_unfilterable_field_says_why(vocabulary: Vocabulary) -> None:
    for name, reason in inspect(vocabulary).unfilterable.items():
        with pytest.raises(AttributeError) as caught:
            getattr(vocabulary, name)
        assert str(caught.value) == f"{inspect(vocabulary).resource} cannot be filtered by {name}: {reason}"


def test_an_editor_completes_fields_and_nothing_else() -> None:
    assert set(dir(Q)) == set(inspect(Q).fields)
    assert repr(Q) == "Q"


def test_a_vocabulary_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        Q.name = Q.email  # type: ignore[misc]
