"""All operations of the API's document: lists, single records, and operations that are not served."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import pytest
from sandbox.responses import issues, list_all
from support.asking import client_of, ids
from support.document import (
    DOCUMENT,
    FILLED,
    LISTS,
    METHODS,
    OPERATIONS,
    RETRIEVABLE,
    field_type,
    record_fields,
    required_fields,
    response_schema,
    schema_errors,
)

from quentli_query.sandbox import ChangedFields, ErrorStatus, Sandbox, data

WRITTEN = {("POST", "/v1/customers"), ("PATCH", "/v1/customers/{id}")}
LISTED = {("GET", path) for path in LISTS.values()}
RETRIEVED = {("GET", f"{LISTS[name]}/{{id}}") for name in RETRIEVABLE}
NOT_SERVED = sorted(OPERATIONS - WRITTEN - LISTED - RETRIEVED)

CATALOG = Path(str(data.__file__)).with_name("catalog.toml").read_text("utf-8")

# No made-up record says that a reminder was sent, a payment method was created, or a record was updated.
UPDATES = {"INVOICE_UPDATED", "CUSTOMER_UPDATED", "CUSTOMER_ARCHIVED", "SUBSCRIPTION_UPDATED"}
UNSEEN_EVENTS = {*UPDATES, "PAYMENT_REMINDER_SENT", "PAYMENT_METHOD_CREATED"}

each_resource = pytest.mark.parametrize("name", FILLED)


# Lists


@each_resource
def test_list_has_documented_shape(shared_sandbox: Sandbox, shared_client: httpx.Client, name: str) -> None:
    records = list_all(shared_client, LISTS[name])
    assert records == list(shared_sandbox.records(name))
    assert len(records) > 10
    assert schema_errors(response_schema("get", LISTS[name]), records[:: len(records) // 50 or 1]) == []


@each_resource
def test_documented_fields_vary_and_enums_have_every_value(shared_sandbox: Sandbox, name: str) -> None:
    records = shared_sandbox.records(name)
    for field, schema in record_fields(name).items():
        values = {str(record[field]) for record in records if field in record}
        if not values:  # an optional field that the document has gained since the records were written
            assert field not in required_fields(name), field
            continue
        assert len(values) > 1 or field in {"organizationId", "oneOff"}, field
        known = {value for value in schema.get("enum", ()) if re.search(rf"\b{value}\b", CATALOG)}
        assert values | UNSEEN_EVENTS >= known, field


def sort_key(schema: dict[str, Any], value: Any) -> Any:
    """Return what a documented value is compared by."""
    kind = field_type(schema)
    if kind == "datetime":
        return datetime.fromisoformat(value)
    return value.casefold() if kind == "string" else value


@each_resource
def test_fields_compare_by_their_type(
    shared_sandbox: Sandbox, shared_client: httpx.Client, name: str
) -> None:
    def find(**params: str | int) -> list[str]:
        return ids(shared_client.get(LISTS[name], params=params))

    records = shared_sandbox.records(name)
    for field, schema in record_fields(name).items():
        if field_type(schema) is None:
            params = {"filter": f"{field}=x", "orderBy": f"{field}=asc"}
            refused = [(f"{each}.{field}", "unrecognized_keys") for each in params]
            assert issues(shared_client.get(LISTS[name], params=params)) == refused
            continue
        present = [record for record in records if record.get(field) is not None]
        keys = {record["id"]: sort_key(schema, record[field]) for record in present}
        absent = [record["id"] for record in records if record.get(field) is None]
        ordered = [*sorted(keys, key=keys.__getitem__), *absent]
        steps = [n for n, each in enumerate(ordered) if n == 0 or keys.get(each) != keys.get(ordered[n - 1])]
        for step in steps[:: len(steps) // 2 or 1]:
            page = find(orderBy=f"{field}=asc", skip=max(0, step - 1), take=3)
            assert page == ordered[max(0, step - 1) :][:3], field
        middle = [each[field] for each in present[len(present) // 2 :][:1]]
        for value in schema.get("enum", middle):
            wanted = sort_key(schema, value)
            equal = [each for each, key in keys.items() if key == wanted]
            others = [each for each, key in keys.items() if key != wanted]
            text = quote(str(value).lower() if isinstance(value, bool) else str(value))
            assert find(filter=f"{field}={text}", take=20) == equal[:20], field
            assert find(filter=f"{field}[not]={text}", take=20) == others[:20], field


@each_resource
def test_documented_example_and_invalid_parameters(shared_client: httpx.Client, name: str) -> None:
    parameters = DOCUMENT["paths"][LISTS[name]]["get"]["parameters"]
    examples = {each["name"]: each["example"] for each in parameters if each["name"] in {"filter", "orderBy"}}
    assert len(examples) == 2
    assert ids(shared_client.get(LISTS[name], params=examples))
    params = {"take": "0", "skip": "-1", "filter": "nothing=x", "orderBy": "nothing=asc", "page": "2"}
    response = shared_client.get(LISTS[name], params=params)
    assert len(issues(response)) == len(params)
    assert schema_errors(response_schema("get", "/v1/customers", "400"), response.json()) == []


def test_one_off_records_are_retrieved_only(shared_sandbox: Sandbox, shared_client: httpx.Client) -> None:
    for name in ("payment_concepts", "discounts"):
        assert not any(record["oneOff"] for record in shared_sandbox.records(name))
        assert ids(shared_client.get(LISTS[name], params={"filter": "oneOff=true"})) == []
    items = [item for invoice in shared_sandbox.records("invoices") for item in invoice["items"]]
    one_off = next(item["concept"] for item in items if item["concept"]["oneOff"])
    single = shared_client.get(f"/v1/payment-concepts/{one_off['id']}").json()
    assert single == {key: value for key, value in one_off.items() if key != "group"}


# Single records


@pytest.mark.parametrize("name", RETRIEVABLE)
def test_record_is_retrieved_by_id(shared_sandbox: Sandbox, shared_client: httpx.Client, name: str) -> None:
    path, records = LISTS[name], shared_sandbox.records(name)
    for record in records[:: max(1, len(records) // 10)]:
        response = shared_client.get(f"{path}/{record['id']}")
        assert schema_errors(response_schema("get", f"{path}/{{id}}"), response.json()) == []
        assert response.json() == (without_concepts(record) if name == "invoices" else record)


def without_concepts(invoice: dict[str, Any]) -> dict[str, Any]:
    items = [{key: value for key, value in item.items() if key != "concept"} for item in invoice["items"]]
    return {**invoice, "items": items}


@pytest.mark.parametrize(
    "identifier", ["x", "a%2Fb", "%00", "%", "%zz", "%ff", "..", "%2e%2e", "%0A", "a%3Fb", "ñ", "x" * 5000]
)
def test_unknown_id_is_not_found(shared_client: httpx.Client, identifier: str) -> None:
    for name in RETRIEVABLE:
        # The client itself resolves "..", to a path that does not exist.
        response = shared_client.get(f"{LISTS[name]}/{identifier}")
        assert response.status_code == 404
        assert schema_errors({"$ref": "#/components/schemas/UserError"}, response.json()) == []


def test_encoded_characters_belong_to_the_id() -> None:
    odd = ["a/b", "a%2Fb", "ñ", " ", "?", "#", "\n", "\x00", "payment-link"]
    with Sandbox([{"id": each} for each in odd]) as sandbox, client_of(sandbox) as client:
        for each in odd:
            assert client.get(f"/v1/customers/{quote(each, safe='')}").json()["id"] == each
        assert client.get("/v1/invoices/a%2Fpayment-link").status_code == 404
        assert client.get("/v1/invoices/a/payment-link").status_code == 501


@pytest.mark.parametrize("host", ["[", "a:b:c", "\xff", ""])
def test_no_host_breaks_the_server(shared_client: httpx.Client, host: str) -> None:
    response = shared_client.get("/v1/webhooks", headers={b"Host": host.encode("latin-1")})
    assert response.status_code == 200


# Operations that are not served


@pytest.mark.parametrize(("method", "path"), NOT_SERVED)
def test_unserved_operation_answers_501(shared_client: httpx.Client, method: str, path: str) -> None:
    address = path.replace("{", "").replace("}", "")
    response = shared_client.request(method, address)
    assert response.status_code == 501
    assert response.json()["error"]["message"] == (
        f"The sandbox does not serve {method} {path}; "
        "it serves the nine lists, single records, and creating and changing customers"
    )
    assert shared_client.request(method, address, headers={"Authorization": "x"}).status_code == 401


def test_undocumented_methods_are_not_allowed(shared_client: httpx.Client) -> None:
    for path, item in DOCUMENT["paths"].items():
        documented = {method.upper() for method in item.keys() & METHODS}
        for method in {"OPTIONS", *(method.upper() for method in METHODS)} - documented:
            address = path.replace("{", "").replace("}", "")
            response = shared_client.request(method, address, headers={"Authorization": ""})
            assert response.status_code == 405
            assert response.json() == {"error": {"message": "Method Not Allowed"}}
            allowed = set(response.headers["allow"].split(", "))
            assert allowed == documented | ({"HEAD"} if "GET" in documented else set())


# Faults


@each_resource
def test_faults_apply_to_every_resource(name: str) -> None:
    path, changed = LISTS[name], ChangedFields({"loyaltyTier": "ORO"}, at=0)
    with Sandbox(customers=5, faults=[changed]) as sandbox, client_of(sandbox) as client:
        first, *others = client.get(path).json()
        assert first == {**sandbox.records(name)[0], "loyaltyTier": "ORO"}
        assert not any("loyaltyTier" in other for other in others)
        if name in RETRIEVABLE:
            assert client.get(f"{path}/{first['id']}").json()["loyaltyTier"] == "ORO"
        sandbox.misbehave(ErrorStatus(503))
        for address in (path, f"{path}/x", f"{path}/x/y"):
            assert client.get(address).status_code == 503
