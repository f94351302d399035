"""The names in reports: the generated client has each of them."""

import importlib
import inspect
from enum import Enum
from functools import cache

import attrs
import pytest
import quentli_client.models
from pipeline.described import described, schemas
from quentli_resources.registry import LISTS
from support.document import OPERATIONS

from scripts.pipeline import naming
from scripts.pipeline.schema_types import CHOICE, Kind, Operation, Reader


@cache
def reader() -> Reader:
    return Reader(described())


@cache
def classes() -> dict[str, Kind]:
    """Return the classes by name; after the rewrites, every class is that of a component."""
    shapes = map(reader().component, schemas())
    return {kind.python: kind for shape in shapes for kind in shape.kinds if kind.python}


def test_the_classes_are_those_of_the_client() -> None:
    assert set(classes()) == set(quentli_client.models.__all__)


@pytest.mark.parametrize("name", sorted(classes()))
def test_the_fields_and_members_of_a_class(name: str) -> None:
    kind, made = classes()[name], getattr(quentli_client.models, name)

    if kind.word == CHOICE:
        assert issubclass(made, Enum)
        assert dict(kind.members) == {member.value: member.name for member in made}
    else:
        named = {naming.of_field(each) for each in reader().fields(kind)}
        extra = {"additional_properties"} if reader().others(kind) else set()
        assert named | extra == {each.name for each in attrs.fields(made)}


@pytest.mark.parametrize("operation", reader().operations(), ids=lambda operation: operation.key)
def test_the_arguments_of_an_operation(operation: Operation) -> None:
    module = importlib.import_module(operation.python)
    arguments = set(inspect.signature(module.sync_detailed).parameters) - {"client"}

    named = {naming.of_parameter(each["name"], each["in"]) for each in operation.parameters.values()}
    assert arguments == named | ({"body"} if "requestBody" in operation.raw else set())


@pytest.mark.parametrize(
    ("path", "operation_id", "call"),
    [
        ("/v1/customers/{id}", "customers_get_by_id", "quentli.customers.get"),
        ("/v1/customers/{id}", "customersGetById", "quentli.customers.get"),
        ("/v1/customers/{customerId}/tax-profiles", "customers_create_tax_profile", "quentli.customers.create_tax_profile"),
        ("/v1/invoices/{id}/mark-paid", "invoices_mark_paid", "quentli.invoices.mark_paid"),
        ("/v1/webhook-events/{id}/retry", "webhook_events_retry", "quentli.webhook_events.retry"),
        ("/v2/webhooks", "hooks", "quentli.webhooks.hooks"),
        ("/webhooks/import", "webhooks_import", "quentli.webhooks.import_"),
        ("/v1/credits", "credits_list", "quentli.credits.list"),
        ("/v1/webhooks", "get_v1_webhooks", "quentli.webhooks.get_v1_webhooks"),
        ("/", "ping", "quentli.root.ping"),
    ],
)  # fmt: skip
def test_the_method_of_an_operation(path: str, operation_id: str, call: str) -> None:
    assert naming.of_call(path, operation_id) == call


def test_the_operations_have_methods_of_their_own() -> None:
    calls = [operation.call for operation in reader().operations()]

    assert len(set(calls)) == len(calls) == len(OPERATIONS)
    assert not [call for call in calls if call.endswith("_")]


def test_the_names_of_vocabularies() -> None:
    resources = {name: entry["vocabulary"] for name, entry in LISTS.items()}
    overlay = {"customers": {"name": "Q"}}
    assert {name: naming.name_vocabulary(name, overlay) for name in resources} == resources

    others = {"refunds": "RefundQ", "categories": "CategoryQ", "addresses": "AddressQ", "taxes": "TaxQ"}
    others |= {"statuses": "StatusQ", "clauses": "ClauseQ", "status": "StatusQ", "data": "DataQ"}
    assert {name: naming.name_vocabulary(name, {}) for name in others} == others


@pytest.mark.parametrize(
    ("name", "argument"),
    [("type", "type"), ("filter", "filter"), ("orderBy", "order_by"), ("from", "from_"), ("self", "self_")],
)
def test_an_argument_has_an_underscore_only_if_python_asks_for_it(name: str, argument: str) -> None:
    assert naming.of_argument(name) == argument


def test_names_that_python_has_already() -> None:
    assert naming.of_field("class") == "class_"
    assert naming.of_field("filter") == "filter_"
    assert naming.of_field("2fa") == "field_2fa"
    assert naming.of_parameter("client", "query") == "client_query"
    assert naming.of_members(["a-b", "2", "ok"]) == ["A_B", "VALUE_1", "OK"]
    assert naming.of_members(["a", "A"]) == ["a", "A"]
    assert naming.of_members(["01"], ["VALUE_01"]) == ["VALUE_01"]
    assert naming.of_unnamed_operation("get", "/v1/{id}/items") == "get_v1_id_items"
