"""What users of the generated client rely on: its types, and that its models lose nothing."""

import asyncio
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
from quentli_client.api.customers import customers_create, customers_get_by_id, customers_list
from quentli_client.api.invoices import invoices_mark_paid
from quentli_client.errors import UnexpectedStatus
from quentli_client.models import (
    CreateCustomerArgs,
    CreateCustomerInput,
    Customer,
    CustomerMeta,
    CustomerMetadataItem,
    MarkInvoiceAsPaidArgs,
    MarkInvoiceAsPaidInput,
    UserError,
    ValidationError,
)
from quentli_client.types import Unset

from scripts.pipeline.__main__ import main

INSTANT = datetime(2026, 1, 31, 12, tzinfo=UTC)
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
        return httpx.Response(status, text=json.dumps(body))

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


FAILURES = [(400, UserError), (401, UserError), (403, UserError), (202, None), (404, None), (500, None)]


@pytest.mark.parametrize(("status", "model"), [*FAILURES, (520, None), (299, None)])
def test_the_short_functions_raise_what_is_no_success(status: int, model: type | None) -> None:
    body = CreateCustomerArgs(CreateCustomerInput(name="Ana"))
    client = answering(status, {"error": {"message": "Not yours"}}, [])
    with pytest.raises(UnexpectedStatus, match=rf"{status}\s+Response content:\s.*Not yours") as caught:
        customers_create.sync(client=client, body=body)
    with pytest.raises(UnexpectedStatus) as awaited:
        asyncio.run(customers_create.asyncio(client=client, body=body))

    assert caught.value.status_code == awaited.value.status_code == status
    assert json.loads(caught.value.content) == {"error": {"message": "Not yours"}}
    assert caught.value.content == awaited.value.content


@pytest.mark.parametrize(("status", "model"), FAILURES)
def test_the_detailed_functions_tell_everything(status: int, model: type | None) -> None:
    body = CreateCustomerArgs(CreateCustomerInput(name="Ana"))
    client = answering(status, {"error": {"message": "Not yours"}}, [])
    for answer in (
        customers_create.sync_detailed(client=client, body=body),
        asyncio.run(customers_create.asyncio_detailed(client=client, body=body)),
    ):
        assert (answer.status_code, type(answer.parsed)) == (status, model or type(None))
        assert json.loads(answer.content) == {"error": {"message": "Not yours"}}


def test_the_short_functions_return_the_answer_itself() -> None:
    created = customers_create.sync(
        client=answering(200, {"customer": CUSTOMERS[0]}, []),
        body=CreateCustomerArgs(CreateCustomerInput(name="Ana")),
    )
    (customer,) = asyncio.run(customers_list.asyncio(client=answering(200, CUSTOMERS, [])))

    assert (created.customer.name, customer.name) == ("Juan Pérez", "Juan Pérez")
    assert customers_get_by_id.sync("cus", client=answering(200, None, [])) is None


def test_what_the_functions_say_of_themselves() -> None:
    always = "errors.UnexpectedStatus: If the server returns another status code than that of success."
    for short in (customers_create.sync, customers_create.asyncio):
        said = inspect.getdoc(short) or ""
        assert always in said
        assert said.endswith("Returns:\n    CreateCustomerPayload")
    for detailed in (customers_create.sync_detailed, customers_create.asyncio_detailed):
        said = inspect.getdoc(detailed) or ""
        assert "undocumented status code and Client.raise_on_unexpected_status is True" in said
        assert said.endswith("Response[CreateCustomerPayload | UserError]")


def test_an_instant_without_a_zone_is_not_sent() -> None:
    requests: list[httpx.Request] = []
    client = answering(200, {}, requests)
    body = MarkInvoiceAsPaidArgs(MarkInvoiceAsPaidInput(payment_time=datetime(2026, 1, 31)))  # noqa: DTZ001
    for ask in (invoices_mark_paid.sync, invoices_mark_paid.sync_detailed):
        with pytest.raises(ValueError, match="^payment_time: a datetime without a zone"):
            ask("inv", client=client, body=body)
    for wait in (invoices_mark_paid.asyncio, invoices_mark_paid.asyncio_detailed):
        with pytest.raises(ValueError, match="^payment_time: a datetime without a zone"):
            asyncio.run(wait("inv", client=client, body=body))
    assert requests == []


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


def drawing(shapes: ModuleType, status: int, body: Any, requests: list[httpx.Request]) -> Any:
    def answer(request: httpx.Request) -> httpx.Response:
        requests.append(request)
        return httpx.Response(status, json=body)

    return shapes.Client(base_url="https://api.test", httpx_args={"transport": httpx.MockTransport(answer)})


def test_every_documented_success_is_promised(shapes: ModuleType) -> None:
    made = importlib.import_module("shapes_client.models")
    unexpected = importlib.import_module("shapes_client.errors").UnexpectedStatus
    draw = importlib.import_module("shapes_client.api.shapes.shapes_draw")
    named = GenericAlias(list, (made.Named,))

    assert typing.get_type_hints(draw.sync)["return"] == made.Named | named
    assert typing.get_args(typing.get_type_hints(draw.sync_detailed)["return"]) == (
        made.Named | made.Refusal | named,
    )
    for status, body in ((200, {"name": "a"}), (203, [{"name": "b"}, {"name": "c"}])):
        client = drawing(shapes, status, body, [])
        for found in (
            draw.sync("s", INSTANT, client=client),
            draw.sync_detailed("s", INSTANT, client=client).parsed,
        ):
            written = [each.to_dict() for each in found] if isinstance(found, list) else found.to_dict()
            assert written == body
    with pytest.raises(unexpected):
        draw.sync("s", INSTANT, client=drawing(shapes, 400, {"reason": "no"}, []))


def test_a_default_is_promised_where_no_success_is(shapes: ModuleType) -> None:
    made = importlib.import_module("shapes_client.models")
    unexpected = importlib.import_module("shapes_client.errors").UnexpectedStatus
    drop = importlib.import_module("shapes_client.api.shapes.shapes_drop")
    refuse = importlib.import_module("shapes_client.api.shapes.shapes_refuse")

    assert typing.get_type_hints(drop.sync)["return"] is made.Named
    assert drop.sync("s", INSTANT, client=drawing(shapes, 201, {"name": "a"}, [])).name == "a"
    failing = drawing(shapes, 500, {"name": "a"}, [])
    assert drop.sync_detailed("s", INSTANT, client=failing).parsed.name == "a"
    with pytest.raises(unexpected):
        drop.sync("s", INSTANT, client=failing)
    assert not hasattr(refuse, "sync")
    assert not hasattr(refuse, "asyncio")
    refused = refuse.sync_detailed("s", INSTANT, client=drawing(shapes, 400, {"reason": "no"}, []))
    assert refused.parsed.reason == "no"


def test_instants_in_parameters(shapes: ModuleType) -> None:
    draw = importlib.import_module("shapes_client.api.shapes.shapes_draw")
    requests: list[httpx.Request] = []
    client = drawing(shapes, 200, {"name": "a"}, requests)
    draw.sync("s", INSTANT, client=client, until=INSTANT)
    written = "2026-01-31T12:00:00+00:00"

    (request,) = requests
    assert request.url.path == f"/v1/shapes/s/since/{written}"
    assert dict(request.url.params) == {"until": written}
    naive = INSTANT.replace(tzinfo=None)
    given: dict[str, Any] = {"instant": INSTANT}
    for name in ("instant", "until"):
        with pytest.raises(ValueError, match=f"^{name}: a datetime without a zone"):
            draw.sync("s", client=client, **{**given, name: naive})
    assert len(requests) == 1


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
