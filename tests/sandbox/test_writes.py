"""Creating and updating customers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import httpx
import pytest
from sandbox.responses import is_now, issues, issues_as_text, list_all
from support.asking import client_of, complete, ids
from support.document import response_schema, schema_errors
from support.threads import beside

from quentli_query.sandbox import CutBody, DropConnection, ErrorStatus, Fault, RateLimit, Sandbox

PATH = "/v1/customers"
_ANA: dict[str, Any] = {
    "id": "ana",
    "name": "Ana",
    "username": "ana_1",
    "email": "ana@example.com",
    "phoneNumber": "+525500000001",
    "organizationId": "org_mine",
    "createdAt": "2025-01-10T12:00:00.000Z",
    "updatedAt": "2025-01-10T12:00:00.000Z",
    "metadata": [{"key": "group", "value": "1A"}, {"key": "campus", "value": "Mérida"}],
    "meta": {"group": "1A", "campus": "Mérida"},
}
_EVA = {**_ANA, "id": "eva", "name": "Eva", "username": "eva_1", "email": None, "phoneNumber": None}
ANA, EVA = complete(_ANA, _EVA)


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox([ANA, EVA]) as running:
        yield running


@pytest.fixture
def client(sandbox: Sandbox) -> Iterator[httpx.Client]:
    with client_of(sandbox) as open_client:
        yield open_client


def send(client: httpx.Client, method: str, path: str, body: object) -> httpx.Response:
    """Send a body which, unlike those of httpx, may be null and contain lone surrogates."""
    headers = {"Content-Type": "application/json"}
    return client.request(method, path, content=json.dumps(body), headers=headers)


def create(client: httpx.Client, **given: Any) -> httpx.Response:
    return send(client, "POST", PATH, {"input": given})


def update(client: httpx.Client, identifier: str, **data: Any) -> httpx.Response:
    return send(client, "PATCH", f"{PATH}/{identifier}", {"input": {"data": data}})


def customer(response: httpx.Response) -> dict[str, Any]:
    assert response.status_code == 200, response.text
    body: dict[str, Any] = response.json()
    assert body.keys() == {"customer"}
    found: dict[str, Any] = body["customer"]
    return found


# Creating


def test_created_customer_is_served(sandbox: Sandbox, client: httpx.Client) -> None:
    given: dict[str, Any] = {
        "name": "Luz Ibáñez",
        "email": "luz@example.com",
        "phoneNumber": "+525500000003",
        "secondaryPhoneNumber": None,
        "acceptedServiceAgreement": True,
        "skipTaxInvoice": True,
        "metadata": [{"key": "group", "value": "2B"}],
    }
    response = create(client, **given, optedOutWhatsappAt="2025-01-10T06:00:00-06:00")
    assert schema_errors(response_schema("post", PATH), response.json()) == []
    created = customer(response)
    assert created == {
        **created,
        **given,
        "username": "luz_ibanez_003",
        "emailVerified": False,
        "optedOutWhatsappAt": "2025-01-10T12:00:00.000Z",
        "organizationId": "org_mine",
        "meta": {"group": "2B"},
    }
    assert created["createdAt"] == created["updatedAt"]
    assert is_now(created["createdAt"])
    assert client.get(PATH).json() == [ANA, EVA, created] == list(sandbox.customers)
    assert client.get(f"{PATH}/{created['id']}").json() == created
    assert ids(client.get(PATH, params={"filter": "noPayments=true"})) == [created["id"]]
    assert sandbox.without_payments == {created["id"]}
    assert ids(client.get("/v1/payments", params={"filter": f"customerId={created['id']}"})) == []
    assert sandbox.requests[0].method == "POST"
    assert json.loads(sandbox.requests[0].body)["input"]["name"] == "Luz Ibáñez"


def test_name_is_enough(client: httpx.Client) -> None:
    created = customer(create(client, name="X"))
    assert schema_errors({"$ref": "#/components/schemas/Customer"}, created) == []
    assert (created["email"], created["metadata"], created["meta"]) == (None, [], {})


@pytest.mark.parametrize("given", [{}, {"username": None, "email": None, "phoneNumber": None}])
def test_missing_username_is_made_up(client: httpx.Client, given: dict[str, None]) -> None:
    names = ("Ana", "Ana", "李", "a" * 500)
    made = [customer(create(client, name=each, **given))["username"] for each in names]
    assert made[:3] == ["ana_003", "ana_004", "cliente_005"]
    assert customer(create(client, name="Ana", username="ana_009"))["username"] == "ana_009"
    assert customer(create(client, name="Ana"))["username"] == "ana_008"
    assert customer(create(client, name="Ana"))["username"] == "ana_010"


def test_write_only_and_unknown_fields_are_accepted_and_dropped(client: httpx.Client) -> None:
    # Documented for updates only.
    others = {"emailVerified": "yes", "replyWithAssistant": 5, "meta": 5}
    created = customer(create(client, name="Luz", assigneeId="u_1", tags=["new"], loyalty="ORO", **others))
    assert not created.keys() & {"assigneeId", "tags", "loyalty"}
    assert [created[key] for key in others] == [False, None, {}]
    data: dict[str, Any] = {"password": "x", "tosIp": "127.0.0.1", "signature": "Luz", "tags": []}
    body = {"input": {"otp": "123456", "more": 1, "data": {**data, "assigneeId": None, "more": 1}}, "more": 1}
    changed = customer(client.patch(f"{PATH}/{created['id']}", json=body))
    assert changed == {**created, "updatedAt": changed["updatedAt"]}


def test_last_of_duplicate_metadata_keys_counts(client: httpx.Client) -> None:
    entries = [{"key": "a", "value": "1"}, {"key": "b", "value": "2"}, {"key": "a", "value": "3"}]
    created = customer(create(client, name="Luz", metadata=entries))
    assert created["meta"] == {"a": "3", "b": "2"}
    assert created["metadata"] == [{"key": "a", "value": "3"}, {"key": "b", "value": "2"}]


def test_created_ids_are_those_of_the_seed() -> None:
    def created(seed: int) -> list[str]:
        with Sandbox(customers=2, seed=seed) as sandbox, client_of(sandbox) as client:
            made = [customer(create(client, name=name))["id"] for name in ("Luz", "Eva")]
            # The next made-up customer is the one that would have come without the created ones.
            assert sandbox.add()["id"] == Sandbox(customers=3, seed=seed).customers[2]["id"]
            return made

    assert created(1) == created(1) != created(2)


# Updating


def test_updated_customer_is_served(sandbox: Sandbox, client: httpx.Client) -> None:
    before = sandbox.records("payments")
    data = {
        "name": "Anita",
        "username": "anita",
        "email": None,
        "phoneNumber": None,
        "secondaryPhoneNumber": "x",
        "acceptedServiceAgreement": True,
        "skipTaxInvoice": False,
        "hasChangedPassword": True,
        "phoneNumberVerified": True,
        "emailVerified": False,
        "replyWithAssistant": None,
        "optedOutWhatsappAt": None,
    }
    response = update(client, "ana", **data)
    assert schema_errors(response_schema("patch", f"{PATH}/{{id}}"), response.json()) == []
    changed = customer(response)
    assert changed == {**ANA, **data, "updatedAt": changed["updatedAt"]}
    assert is_now(changed["updatedAt"])
    assert client.get(PATH).json() == [changed, EVA] == list(sandbox.customers)
    assert client.get(f"{PATH}/ana").json() == changed
    assert ids(client.get(PATH, params={"filter": "name=anita"})) == ["ana"]
    assert ids(client.get(PATH, params={"orderBy": "updatedAt=desc"})) == ["ana", "eva"]
    # The customer's payments stay, and know the new name.
    assert sandbox.without_payments == frozenset()
    assert sandbox.records("payments") == before
    paid = list_all(client, "/v1/payments", filter="customer[name]=Anita")
    assert paid == [each for each in before if each["customerId"] == "ana"]


GROUP, CAMPUS = {"group": "1A"}, {"campus": "Mérida"}


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"metadata": []}, GROUP | CAMPUS),
        ({"metadata": [{"key": "group", "value": "2B"}]}, {"group": "2B"} | CAMPUS),
        ({"metadata": [{"key": "group", "value": None}]}, CAMPUS),
        ({"metadata": [{"key": "group"}]}, CAMPUS),
        ({"metadata": [{"key": "new", "value": ""}]}, GROUP | CAMPUS | {"new": ""}),
        ({"meta": {"group": None, "new": "x", "nothing": None}}, CAMPUS | {"new": "x"}),
        ({"metadata": [{"key": "a"}], "meta": {"a": "2", "group": None}}, CAMPUS | {"a": "2"}),
    ],
)
def test_metadata_is_merged(client: httpx.Client, data: dict[str, Any], expected: dict[str, str]) -> None:
    changed = customer(update(client, "ana", **data))
    assert changed["meta"] == expected
    assert changed["metadata"] == [{"key": key, "value": value} for key, value in expected.items()]


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ({}, {"b": "2"}),
        ({"metadata": None, "meta": None}, {"b": "2"}),
        ({"meta": {"a": "1"}}, {"a": "1", "b": "2"}),
    ],
)
def test_metadata_is_merged_into_one_form_or_none(own: dict[str, Any], expected: dict[str, str]) -> None:
    with Sandbox([{"id": "x", **own}]) as sandbox, client_of(sandbox) as client:
        assert customer(update(client, "x", meta={"b": "2"}))["meta"] == expected


# Refused


@pytest.mark.parametrize(
    ("fault", "created"),
    [
        (ErrorStatus(499), []),
        (ErrorStatus(500), ["Luz", "Sol"]),
        (DropConnection(), ["Luz", "Sol"]),
        (DropConnection(after_write=False), []),
        (CutBody(), ["Luz", "Sol"]),
        (RateLimit(0.001), ["Luz"]),
    ],
)
def test_some_faults_keep_a_write_from_being_done(fault: Fault, created: list[str]) -> None:
    with Sandbox(customers=0, faults=[fault]) as sandbox, client_of(sandbox) as client:
        for name in ("Luz", "Sol"):
            with suppress(httpx.TransportError):
                create(client, name=name)
        assert [record["name"] for record in sandbox.customers] == created


@pytest.mark.parametrize("field", ["username", "email", "phoneNumber"])
def test_taken_identifying_field_conflicts(sandbox: Sandbox, client: httpx.Client, field: str) -> None:
    # Without case, as filters compare text.
    taken = {field: ANA[field].upper()}
    for response in (create(client, name="Luz", **taken), update(client, "eva", **taken)):
        assert response.status_code == 409
        assert response.json() == {"error": {"message": f"There is a customer with this {field} already"}}
    assert list(sandbox.customers) == [ANA, EVA]
    assert customer(update(client, "ana", **taken))[field] == taken[field]
    # Free again after an update, or with the customer gone.
    customer(update(client, "ana", **{field: "other@example.com"}))
    created = customer(create(client, name="Luz", **taken))
    sandbox.remove(created["id"])
    customer(create(client, name="Luz", **taken))


def test_unknown_customer_is_not_found_and_nothing_is_written_without_the_key(client: httpx.Client) -> None:
    response = update(client, "nobody", name="x")
    assert response.status_code == 404
    assert response.json() == {"error": {"message": "There is no customer with the id 'nobody'"}}
    assert client.get(f"{PATH}/nobody").json() == response.json()
    client.headers["Authorization"] = "Bearer sk_other"
    assert create(client, name="x").status_code == update(client, "ana").status_code == 401


# The code of the issue that each value of a field is refused with.
INVALID: dict[str, dict[Any, str]] = {
    "name": {"": "too_small", None: "invalid_type", 5: "invalid_type", "\ud800": "invalid_string"},
    "username": {"": "too_small"},
    "email": {**dict.fromkeys(("", "x", "a@b", "a@b.c\n", "a b@c.mx"), "invalid_string"), 1: "invalid_type"},
    "phoneNumber": {55: "invalid_type"},
    "acceptedServiceAgreement": {"true": "invalid_type"},
    "skipTaxInvoice": {None: "invalid_type", 1: "invalid_type"},
    "optedOutWhatsappAt": dict.fromkeys(("soon", "0001-01-01T00:00:00+14:00"), "invalid_datetime"),
    "tags": {"new": "invalid_type"},
}


@pytest.mark.parametrize("field", INVALID)
def test_invalid_value_is_refused(sandbox: Sandbox, client: httpx.Client, field: str) -> None:
    for value, code in INVALID[field].items():
        created = create(client, **{"name": "x", field: value})
        assert issues_as_text(created, "input.") == f"{field} {code}"
        assert issues_as_text(update(client, "ana", **{field: value}), "input.data.") == f"{field} {code}"
    assert list(sandbox.customers) == [ANA, EVA]


@pytest.mark.parametrize(
    ("given", "when_created", "when_changed"),
    [
        ({"username": None}, "", "username invalid_type"),
        ({"optedOutWhatsappAt": None}, "optedOutWhatsappAt invalid_datetime", ""),
        ({"password": None}, "", "password invalid_type"),
        ({"replyWithAssistant": "no"}, "", "replyWithAssistant invalid_type"),
        ({"emailVerified": None}, "", "emailVerified invalid_type"),
        ({"tags": [1]}, *["tags.0 invalid_type"] * 2),
        ({"metadata": {"a": "b"}}, *["metadata invalid_type"] * 2),
        ({"metadata": ["a"]}, *["metadata.0 invalid_type"] * 2),
        ({"metadata": [{"key": "", "value": "b"}]}, *["metadata.0.key too_small"] * 2),
        ({"metadata": [{"key": "a"}]}, "metadata.0.value invalid_type", ""),
        ({"metadata": [{"key": "a", "value": None}]}, "metadata.0.value invalid_type", ""),
        ({"metadata": [{"value": "x"}]}, *["metadata.0.key invalid_type"] * 2),
        ({"metadata": [{"key": "x", "value": 1}]}, *["metadata.0.value invalid_type"] * 2),
        ({"meta": None}, "", "meta invalid_type"),
        ({"meta": {"a": 1, "\ud800": "x"}}, "", "meta.a invalid_type, meta.\ud800 invalid_string"),
    ],
)
def test_creating_and_changing_have_rules_of_their_own(
    client: httpx.Client, given: dict[str, Any], when_created: str, when_changed: str
) -> None:
    for response, prefix, expected in (
        (create(client, **{"name": "x", **given}), "input.", when_created),
        (update(client, "ana", **given), "input.data.", when_changed),
    ):
        assert (issues_as_text(response, prefix) if expected else response.status_code) == (expected or 200)


@pytest.mark.parametrize(
    ("method", "path", "body", "expected"),
    [
        ("POST", PATH, {"input": {"name": "x"}, "\ud800": 1}, "\ud800 unrecognized_keys"),
        ("POST", PATH, {"input": {}}, "name invalid_type"),
        ("POST", PATH, {}, "input invalid_type"),
        ("POST", PATH, {"input": None}, "input invalid_type"),
        ("POST", PATH, [], " invalid_type"),
        ("PATCH", f"{PATH}/ana", {"input": {}}, "data invalid_type"),
    ],
)
def test_odd_shape_is_refused(client: httpx.Client, method: str, path: str, body: Any, expected: str) -> None:
    assert issues_as_text(send(client, method, path, body), "input.") == expected


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b'{"input": {"name": NaN}}',
        b'{"input": {"name": "\xff"}}',
        '{"input": {"name": "x"}}'.encode("utf-16"),
        b'\xef\xbb\xbf{"input": {"name": "x"}}',
        b'{"input": ' + b"9" * 10_000 + b"}",
        b"[" * 100_000,
        b'{"input": {"name": "x"}} x',
    ],
)
def test_invalid_json_is_refused(client: httpx.Client, body: bytes) -> None:
    headers = {"Content-Type": "application/json"}
    for method, path in (("POST", PATH), ("PATCH", f"{PATH}/ana")):
        assert issues(client.request(method, path, content=body, headers=headers)) == [("", "invalid_body")]


@pytest.mark.parametrize(
    ("content_type", "status"),
    [
        *((each, 400) for each in ("", "text/plain", "application/jsonx")),
        *((each, 200) for each in ("application/json; charset=utf-8", "Application/JSON")),
    ],
)
def test_only_json_is_read(client: httpx.Client, content_type: str, status: int) -> None:
    headers = {"Content-Type": content_type} if content_type else {}
    response = client.post(PATH, content='{"input": {"name": "é"}}'.encode(), headers=headers)
    assert response.status_code == status
    assert status == 200 or issues(response) == [("", "invalid_body")]


# At the same time


def test_concurrent_creates_share_no_username(sandbox: Sandbox) -> None:
    statuses: list[int] = []
    names = [f"luz_{n}" for n in range(5)]

    def create_all() -> None:
        with client_of(sandbox) as own:
            statuses.extend(create(own, name="Luz", username=name).status_code for name in names)

    with beside(*[create_all] * 4):
        for _ in range(50):
            sandbox.remove(sandbox.add({"id": "passing"})["id"])
    assert sorted(statuses) == [200] * 5 + [409] * 15
    assert sorted(each["username"] for each in sandbox.customers if each["name"] == "Luz") == names
