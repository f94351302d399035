"""What users of the generated client rely on: its types, and that its models lose nothing."""

import importlib.util
import inspect
import json
import sys
import typing
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import GenericAlias, ModuleType
from typing import Any

import httpx
import pytest
from quentli_client import AuthenticatedClient
from quentli_client.api.customers import customers_list
from quentli_client.models import Customer, CustomerMeta, CustomerMetadataItem, UserError, ValidationError
from quentli_client.types import Unset

from scripts.pipeline.__main__ import main

DATA = Path(__file__).parent / "data"
CUSTOMERS = json.loads((DATA / "customers.json").read_text(encoding="utf-8"))

CUSTOMER_TYPES = {
    "id": str,
    "created_at": datetime,
    "updated_at": datetime,
    "name": str,
    "username": str,
    "email": str | None,
    "phone_number": str | None,
    "organization_id": str,
    "secondary_phone_number": str | None,
    "archived_at": datetime | None,
    "archived_by_id": str | None,
    "accepted_service_agreement": bool,
    "skip_tax_invoice": bool,
    "email_verified": bool,
    "phone_number_verified": bool,
    "has_changed_password": bool,
    "signature_accepted_at": datetime | None,
    "opted_out_whatsapp_at": datetime | None,
    "opted_in_whatsapp_at": datetime | None,
    "started_whatsapp_at": datetime | None,
    "reply_with_assistant": bool | None,
    "metadata": list[CustomerMetadataItem] | None | Unset,
    "meta": CustomerMeta | None | Unset,
    "additional_properties": dict[str, Any],
}


def comparable(record: dict[str, Any]) -> dict[str, Any]:
    """The record with its instants as datetimes, since 12:00Z and 12:00+00:00 are the same."""
    return {
        name: datetime.fromisoformat(value) if name.endswith("At") and value is not None else value
        for name, value in record.items()
    }


def answering(status: int, body: Any, requests: list[httpx.Request]) -> AuthenticatedClient:
    def answer(request: httpx.Request) -> httpx.Response:
        requests.append(request)
        return httpx.Response(status, json=body)

    return AuthenticatedClient(
        base_url="https://api.test", token="sk_test", httpx_args={"transport": httpx.MockTransport(answer)}
    )


def test_customer_types() -> None:
    assert typing.get_type_hints(Customer) == CUSTOMER_TYPES


def test_parameters_of_the_list() -> None:
    parameters = typing.get_type_hints(customers_list.sync_detailed)
    signature = inspect.signature(customers_list.sync_detailed).parameters

    assert {name: parameters[name] for name in ("filter_", "skip", "take", "order_by")} == {
        "filter_": str | Unset,
        "skip": int | Unset,
        "take": int | Unset,
        "order_by": str | Unset,
    }
    assert {name: signature[name].default for name in ("skip", "take")} == {"skip": 0, "take": 20}


@pytest.mark.parametrize("customer", CUSTOMERS)
def test_nothing_is_lost_in_the_model(customer: dict[str, Any]) -> None:
    assert comparable(Customer.from_dict(customer).to_dict()) == comparable(customer)


@pytest.mark.parametrize("change", [{"metadata": None, "meta": None}, {"aFieldOfTomorrow": {"a": [1, None]}}])
def test_nothing_is_lost_of_null_and_unknown_fields(change: dict[str, Any]) -> None:
    customer = {**CUSTOMERS[0], **change}

    assert comparable(Customer.from_dict(customer).to_dict()) == comparable(customer)


def test_absent_fields_stay_absent() -> None:
    customer = {name: value for name, value in CUSTOMERS[0].items() if name not in {"metadata", "meta"}}

    assert comparable(Customer.from_dict(customer).to_dict()) == comparable(customer)


def test_values_of_the_model() -> None:
    customer = Customer.from_dict(CUSTOMERS[0])

    assert customer.created_at == datetime(2025, 1, 10, 12, tzinfo=UTC)
    assert customer.archived_at is None
    assert isinstance(customer.meta, CustomerMeta)
    assert customer.meta["studentId"] == "A-1029"


def test_a_page_over_http() -> None:
    requests: list[httpx.Request] = []
    client = answering(200, CUSTOMERS, requests)

    page = customers_list.sync_detailed(
        client=client, filter_="name[contains]=a&b=c", order_by="createdAt=desc"
    ).parsed

    assert isinstance(page, list)
    assert [customer.name for customer in page] == ["Juan Pérez"]
    assert requests[0].url.path == "/v1/customers"
    assert requests[0].headers["Authorization"] == "Bearer sk_test"
    assert dict(requests[0].url.params) == {
        "filter": "name[contains]=a&b=c",
        "skip": "0",
        "take": "20",
        "orderBy": "createdAt=desc",
    }


@pytest.mark.parametrize(
    ("status", "error", "model"),
    [
        (400, {"message": "Invalid", "issues": [{"path": ["take"], "limit": 100}, {}]}, ValidationError),
        (401, {"message": "You are not authenticated"}, UserError),
        (403, {"message": "Not yours"}, UserError),
    ],
)
def test_errors_over_http(status: int, error: dict[str, Any], model: type) -> None:
    parsed = customers_list.sync_detailed(client=answering(status, {"error": error}, [])).parsed

    assert type(parsed) is model
    assert isinstance(parsed, ValidationError | UserError)
    assert parsed.to_dict() == {"error": error}


@pytest.fixture(scope="module")
def shapes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """The models of a client for the shapes that customers do not have."""
    output = tmp_path_factory.mktemp("shapes") / "generated"
    assert main([], spec=DATA / "shapes.yaml", output=output) == 0
    package = output / "quentli_client"
    spec = importlib.util.spec_from_file_location("shapes_client", package / "__init__.py")
    assert spec is not None
    assert spec.loader is not None
    sys.modules["shapes_client"] = client = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(client)
    yield client
    for name in [name for name in sys.modules if name.partition(".")[0] == "shapes_client"]:
        del sys.modules[name]


def test_types_of_other_shapes(shapes: ModuleType) -> None:
    made = importlib.import_module("shapes_client.models")
    operation = importlib.import_module("shapes_client.api.shapes.shapes_get")

    assert typing.get_type_hints(made.MaybeShape) == {
        "kind": made.MaybeShapeKind | str | None,
        "corners": int,
        "other": made.Named | None,
        "sibling": made.MaybeNamed | None,
        "siblings": GenericAlias(list, (made.MaybeNamed | None,)) | None,
        "box": made.MaybeShapeBox | None,
        "extra": Any,
        "additional_properties": dict[str, Any],
    }
    assert typing.get_type_hints(made.MaybeShapeBox)["lid"] == made.MaybeShapeBoxLid | None
    assert typing.get_type_hints(operation.sync)["return"] == made.MaybeShape | None


@pytest.mark.parametrize(
    "shape",
    [
        None,
        {
            "kind": None,
            "corners": 4,
            "other": None,
            "sibling": None,
            "siblings": None,
            "box": None,
            "extra": None,
        },
        {
            "kind": "OVAL",
            "corners": 1,
            "other": {"name": "a"},
            "sibling": {"name": "b"},
            "siblings": [None, {"name": "c"}],
            "box": {"lid": {"shut": True}},
            "extra": [1],
        },
    ],
)
def test_nothing_is_lost_of_other_shapes(shapes: ModuleType, shape: Any) -> None:
    operation = importlib.import_module("shapes_client.api.shapes.shapes_get")
    client = shapes.Client(
        base_url="https://api.test",
        httpx_args={"transport": httpx.MockTransport(lambda _: httpx.Response(200, text=json.dumps(shape)))},
    )

    parsed = operation.sync_detailed("shape", client=client).parsed

    assert (parsed and parsed.to_dict()) == shape


class Reader(AuthenticatedClient):
    """Looks at what there is to be read, and hands out something of its own."""

    def read(self, parse: Any, response: httpx.Response) -> Any:
        return parse(client=self, response=response), response.status_code


def test_a_client_reads_the_answers() -> None:
    requests: list[httpx.Request] = []
    transport = answering(200, CUSTOMERS, requests).get_httpx_client()._transport
    client = Reader(base_url="https://api.test", token="sk_test", httpx_args={"transport": transport})

    read: Any = customers_list.sync(client=client)
    assert ([customer.name for customer in read[0]], read[1]) == (["Juan Pérez"], 200)


def test_a_client_closes_its_connections() -> None:
    with answering(200, CUSTOMERS, []) as client:
        assert customers_list.sync(client=client)
    assert client.get_httpx_client().is_closed
