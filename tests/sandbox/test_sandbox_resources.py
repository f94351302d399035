"""All lists, all single records, and what is not served: each operation of the API's document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import httpx
import pytest
from hypothesis import given, settings, strategies as st
from sandbox.document import DOCUMENT, METHODS, answered, faults, operations, resolved
from support.asking import client_of, ids

from quentli_query.sandbox import ChangedFields, ErrorStatus, Fault, Sandbox
from quentli_query.sandbox.operations import OPERATIONS
from quentli_query.sandbox.resources import RESOURCES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quentli_query.sandbox.collection import Page

NAMES = list(RESOURCES)
SINGLE = [name for name, resource in RESOURCES.items() if resource.has_single]
WRITTEN = {("POST", "/v1/customers"), ("PATCH", "/v1/customers/{id}")}
LISTED = {("GET", resource.path) for resource in RESOURCES.values()}
GOTTEN = {("GET", f"{RESOURCES[name].path}/{{id}}") for name in SINGLE}
NOT_SERVED = sorted(operations() - WRITTEN - LISTED - GOTTEN)


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as running:
        yield running


@pytest.fixture(scope="module")
def client(sandbox: Sandbox) -> Iterator[httpx.Client]:
    with client_of(sandbox) as open_client:
        yield open_client


# The tables against the document


def test_the_operations_are_those_of_the_document() -> None:
    assert {(method, path) for path, methods in OPERATIONS.items() for method in methods} == operations()
    assert sum(map(len, OPERATIONS.values())) == 54


def test_the_resources_are_the_lists_of_the_document() -> None:
    takes = [
        path
        for path, item in DOCUMENT["paths"].items()
        if any(parameter["name"] == "take" for parameter in item.get("get", {}).get("parameters", ()))
    ]
    assert sorted(resource.path for resource in RESOURCES.values()) == sorted(takes)
    for resource in RESOURCES.values():
        assert resource.has_single == (f"{resource.path}/{{id}}" in DOCUMENT["paths"])


def documented_kind(schema: dict[str, Any]) -> str | tuple[str, ...] | None:
    """What a field is; None for one that is not a single value."""
    branches = [schema, *schema.get("anyOf", ())]
    if any(branch.get("format") == "date-time" for branch in branches):
        return "datetime"
    if "enum" in schema:
        return tuple(value for value in schema["enum"] if value is not None)
    kinds = {"string": "string", "boolean": "boolean", "number": "number", "integer": "number"}
    return kinds.get(schema.get("type", ""))


@pytest.mark.parametrize("name", NAMES)
def test_the_columns_are_the_single_values_of_the_document(name: str) -> None:
    resource = RESOURCES[name]
    items = resolved(answered("get", resource.path))["items"]
    documented = {field: documented_kind(schema) for field, schema in resolved(items)["properties"].items()}
    for field, kind in documented.items():
        column = resource.columns.get(field)
        if isinstance(kind, tuple):
            assert column is not None
            assert [column.parse(value) for value in kind] == list(range(len(kind)))
        else:
            assert (column and column.name) == kind, field
    assert resource.columns.keys() <= documented.keys()


# Lists


def everything(client: httpx.Client, path: str, **params: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    while True:
        page = client.get(path, params={**params, "take": 100, "skip": len(found)})
        assert page.status_code == 200, page.text
        found.extend(page.json())
        if len(page.json()) < 100:
            return found


@pytest.mark.parametrize("name", NAMES)
def test_a_list_answers_the_records_in_the_shape_of_the_document(
    sandbox: Sandbox, client: httpx.Client, name: str
) -> None:
    records = everything(client, RESOURCES[name].path)
    assert records == list(sandbox.records(name))
    assert len(records) > 10
    assert faults(answered("get", RESOURCES[name].path), records) == []


@pytest.mark.parametrize("name", NAMES)
def test_every_documented_field_is_there_and_varies(sandbox: Sandbox, name: str) -> None:
    items = resolved(answered("get", RESOURCES[name].path))["items"]
    records = sandbox.records(name)
    same = {"organizationId", "oneOff"}
    for field in resolved(items)["properties"].keys() - same:
        assert len({str(record.get(field)) for record in records}) > 1, field


@pytest.mark.parametrize("name", NAMES)
def test_every_value_of_an_enum_occurs(name: str) -> None:
    sandbox = Sandbox(customers=600)
    for field, kind in RESOURCES[name].columns.items():
        if kind.name == "enum":
            seen = {record.get(field) for record in sandbox.records(name)} - {None}
            values = resolved(resolved(answered("get", RESOURCES[name].path))["items"])["properties"][field][
                "enum"
            ]
            never = UNSEEN if field == "type" and name == "webhook_events" else set()
            assert seen == set(values) - {None} - never, field


# What happens to a payment reminder, a payment method or by an update, no record tells.
UNSEEN = {
    "INVOICE_UPDATED",
    "PAYMENT_REMINDER_SENT",
    "CUSTOMER_UPDATED",
    "CUSTOMER_ARCHIVED",
    "SUBSCRIPTION_UPDATED",
    "PAYMENT_METHOD_CREATED",
}


@pytest.mark.parametrize("name", NAMES)
def test_a_list_takes_every_column_to_order_and_to_filter_by(
    sandbox: Sandbox, client: httpx.Client, name: str
) -> None:
    resource, records = RESOURCES[name], sandbox.records(name)
    for field, kind in resource.columns.items():
        present = [record for record in records if record.get(field) is not None]
        if not present:
            continue
        by_value = sorted(present, key=lambda record: kind.read(record[field]))
        first = [record["id"] for record in by_value[:5]]
        ordered = client.get(resource.path, params={"orderBy": f"{field}=asc", "take": len(first)})
        assert ids(ordered) == first
        value = by_value[len(by_value) // 2][field]
        text = quote(str(value).lower() if isinstance(value, bool) else str(value), safe="")
        # Of text the case does not matter, of nothing else is there any.
        same = [record["id"] for record in records if str(record.get(field)).lower() == str(value).lower()]
        assert same
        found = everything(client, resource.path, filter=f"{field}={text}")
        assert [record["id"] for record in found] == same
        assert len(everything(client, resource.path, filter=f"{field}[not]={text}")) == len(present) - len(
            same
        )


@pytest.mark.parametrize("name", NAMES)
def test_the_example_of_the_document_is_understood(client: httpx.Client, name: str) -> None:
    path = RESOURCES[name].path
    examples = {
        each["name"]: each["example"]
        for each in DOCUMENT["paths"][path]["get"]["parameters"]
        if "example" in each
    }
    found = ids(client.get(path, params={"filter": examples["filter"], "orderBy": examples["orderBy"]}))
    assert found


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "params",
    [
        {"take": "abc"},
        {"take": "0"},
        {"take": "101"},
        {"take": "1e1"},
        {"take": ["1", "2"]},
        {"skip": "-1"},
        {"skip": "9" * 400},
        {"filter": "nothing=x"},
        {"filter": "createdAt=soon"},
        {"filter": ["id=a", "id=b"]},
        {"orderBy": "nothing=asc"},
        {"page": "2"},
    ],
)
def test_every_list_is_as_strict(client: httpx.Client, name: str, params: dict[str, Any]) -> None:
    answer = client.get(RESOURCES[name].path, params=params)
    assert answer.status_code == 400
    assert faults(answered("get", "/v1/customers", "400"), answer.json()) == []


def test_one_off_concepts_and_discounts_are_in_no_list_but_are_there(
    sandbox: Sandbox, client: httpx.Client
) -> None:
    for name in ("payment_concepts", "discounts"):
        assert not any(record["oneOff"] for record in sandbox.records(name))
        assert ids(client.get(RESOURCES[name].path, params={"filter": "oneOff=true"})) == []
    items = [item for invoice in sandbox.records("invoices") for item in invoice["items"]]
    one_off = next(item["concept"] for item in items if item["concept"]["oneOff"])
    single = client.get(f"/v1/payment-concepts/{one_off['id']}").json()
    assert single == {key: value for key, value in one_off.items() if key != "group"}


def test_the_customer_of_a_payment_can_be_asked_about(sandbox: Sandbox, client: httpx.Client) -> None:
    payments = sandbox.records("payments")
    customer = next(
        each for each in sandbox.customers if sum(p["customerId"] == each["id"] for p in payments) > 1
    )
    expected = [payment["id"] for payment in payments if payment["customerId"] == customer["id"]]
    where = f"customer[username][equals]={customer['username']}"
    assert ids(client.get("/v1/payments", params={"filter": where, "take": 100})) == expected
    complete = [p["id"] for p in payments if p["id"] in expected and p["status"] == "COMPLETE"]
    both = f"{where}&status[equals]=COMPLETE"
    assert ids(client.get("/v1/payments", params={"filter": both, "take": 100})) == complete


# Single records


@pytest.mark.parametrize("name", SINGLE)
def test_a_record_can_be_asked_for_by_its_id(sandbox: Sandbox, client: httpx.Client, name: str) -> None:
    path = RESOURCES[name].path
    for record in sandbox.records(name)[:: max(1, len(sandbox.records(name)) // 20)]:
        answer = client.get(f"{path}/{record['id']}")
        assert answer.status_code == 200
        assert faults(answered("get", f"{path}/{{id}}"), answer.json()) == []
        assert answer.json() == (without_concepts(record) if name == "invoices" else record)


def without_concepts(invoice: dict[str, Any]) -> dict[str, Any]:
    items = [{key: value for key, value in item.items() if key != "concept"} for item in invoice["items"]]
    return {**invoice, "items": items}


@pytest.mark.parametrize("name", SINGLE)
@pytest.mark.parametrize(
    "identifier", ["x", "a%2Fb", "%00", "%", "%zz", "%ff", "..", "%2e%2e", "%0A", "a%3Fb", "ñ", "x" * 5000]
)
def test_an_unknown_id_is_not_found(client: httpx.Client, name: str, identifier: str) -> None:
    answer = client.get(f"{RESOURCES[name].path}/{identifier}")
    # The client itself takes steps upwards, to the path of nothing.
    assert answer.status_code == 404
    assert faults({"$ref": "#/components/schemas/UserError"}, answer.json()) == []


def test_what_is_encoded_in_an_id_is_a_part_of_it() -> None:
    odd = ["a/b", "a%2Fb", "ñ", " ", "?", "#", "\n", "\x00", "..", "payment-link"]
    with Sandbox([{"id": each} for each in odd]) as sandbox, client_of(sandbox) as client:
        for each in odd:
            if each != "..":
                answer = client.get(f"/v1/customers/{quote(each, safe='')}")
                assert answer.json() == {"id": each}
        assert client.get("/v1/invoices/a%2Fpayment-link").status_code == 404
        assert client.get("/v1/invoices/a/payment-link").status_code == 501


@settings(max_examples=100, deadline=None)
# The client itself takes a step of these, instead of sending them.
@given(st.binary(min_size=1, max_size=12).filter(lambda identifier: identifier not in {b".", b".."}))
def test_no_id_breaks_the_server(client: httpx.Client, identifier: bytes) -> None:
    for path in ("/v1/customers", "/v1/invoices"):
        assert client.get(f"{path}/{quote(identifier, safe='')}").status_code == 404


@pytest.mark.parametrize("host", ["[", "a:b:c", "\xff", ""])
def test_no_host_breaks_the_server(client: httpx.Client, host: str) -> None:
    answer = client.get("/v1/webhooks", headers={b"Host": host.encode("latin-1")})
    assert answer.status_code == 200


# Not served


@pytest.mark.parametrize(("method", "path"), NOT_SERVED)
def test_what_is_not_served_says_so(client: httpx.Client, method: str, path: str) -> None:
    address = path.replace("{", "").replace("}", "")
    answer = client.request(method, address)
    assert answer.status_code == 501
    assert answer.json()["error"]["message"] == (
        f"The sandbox does not serve {method} {path}; "
        "it serves the nine lists, single records, and creating and changing customers"
    )
    assert client.request(method, address, headers={"Authorization": "Bearer x"}).status_code == 401


def test_other_methods_are_not_allowed(client: httpx.Client) -> None:
    for path, item in DOCUMENT["paths"].items():
        address = path.replace("{", "").replace("}", "")
        documented = {method.upper() for method in item.keys() & METHODS}
        for method in {method.upper() for method in METHODS} - documented:
            answer = client.request(method, address, headers={"Authorization": ""})
            assert answer.status_code == 405
            allowed = set(answer.headers["allow"].split(", "))
            assert allowed == documented | ({"HEAD"} if "GET" in documented else set())


# Faults


@pytest.mark.parametrize("name", NAMES)
def test_faults_strike_everywhere(name: str) -> None:
    path = RESOURCES[name].path
    strange = ChangedFields({"loyaltyTier": "ORO"}, at=0)
    with Sandbox(customers=5, faults=[strange]) as sandbox, client_of(sandbox) as client:
        first, *others = client.get(path).json()
        assert first == {**sandbox.records(name)[0], "loyaltyTier": "ORO"}
        assert not any("loyaltyTier" in other for other in others)
        if name in SINGLE:
            assert client.get(f"{path}/{first['id']}").json()["loyaltyTier"] == "ORO"
        sandbox.misbehave(ErrorStatus(503))
        for address in (path, f"{path}/x", f"{path}/x/y"):
            assert client.get(address).status_code == 503


def test_a_record_that_a_fault_takes_away_is_null() -> None:
    class Lost(Fault):
        def on_page(self, page: Page) -> Page:
            return []

    with Sandbox(customers=1, faults=[Lost()]) as sandbox, client_of(sandbox) as client:
        assert client.get(f"/v1/customers/{sandbox.customers[0]['id']}").json() is None
        body = {"input": {"name": "Ana"}}
        assert client.post("/v1/customers", json=body).json() == {"customer": None}
