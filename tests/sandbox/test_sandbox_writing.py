"""Creating and changing customers."""

from __future__ import annotations

import json
import threading
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from hypothesis import given, settings, strategies as st
from sandbox.document import DOCUMENT, answered, faults
from support.asking import client_of, ids

from quentli_query.sandbox import Sandbox

if TYPE_CHECKING:
    from collections.abc import Iterator

PATH = "/v1/customers"
ANA: dict[str, Any] = {
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
EVA: dict[str, Any] = {
    **ANA,
    "id": "eva",
    "name": "Eva",
    "username": "eva_1",
    "email": None,
    "phoneNumber": None,
}


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox([ANA, EVA]) as running:
        yield running


@pytest.fixture
def client(sandbox: Sandbox) -> Iterator[httpx.Client]:
    with client_of(sandbox) as open_client:
        yield open_client


@pytest.fixture(scope="module")
def any_client() -> Iterator[httpx.Client]:
    with Sandbox([ANA, EVA], keep_requests=0) as running, client_of(running) as open_client:
        yield open_client


def send(client: httpx.Client, method: str, path: str, body: object) -> httpx.Response:
    """The answer to a body, which unlike httpx's own may have halves of surrogate pairs, and be null."""
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


def issues(response: httpx.Response) -> list[tuple[str, str]]:
    assert response.status_code == 400, response.text
    for name in ("ValidationError", "UserError"):
        # What these documents of an error is in there; more of it may be.
        schema = DOCUMENT["components"]["schemas"][name]["properties"]["error"]["required"]
        assert response.json()["error"].keys() >= set(schema)
    return [
        (".".join(map(str, issue["path"])), issue["code"]) for issue in response.json()["error"]["issues"]
    ]


def is_now(text: str) -> bool:
    return abs(datetime.fromisoformat(text) - datetime.now(UTC)) < timedelta(minutes=1)


# Creating


def test_a_created_customer_is_there(sandbox: Sandbox, client: httpx.Client) -> None:
    answer = create(
        client,
        name="Luz Ibáñez",
        email="luz@example.com",
        phoneNumber="+525500000003",
        secondaryPhoneNumber=None,
        acceptedServiceAgreement=True,
        skipTaxInvoice=True,
        optedOutWhatsappAt="2025-01-10T06:00:00-06:00",
        metadata=[{"key": "group", "value": "2B"}],
    )
    assert faults(answered("post", PATH), answer.json()) == []
    created = customer(answer)
    assert created == {
        **created,
        "name": "Luz Ibáñez",
        "username": "luz_ibanez_003",
        "email": "luz@example.com",
        "phoneNumber": "+525500000003",
        "secondaryPhoneNumber": None,
        "acceptedServiceAgreement": True,
        "skipTaxInvoice": True,
        "emailVerified": False,
        "optedOutWhatsappAt": "2025-01-10T12:00:00.000Z",
        "organizationId": "org_mine",
        "metadata": [{"key": "group", "value": "2B"}],
        "meta": {"group": "2B"},
    }
    assert created["createdAt"] == created["updatedAt"]
    assert is_now(created["createdAt"])
    assert client.get(PATH).json() == [ANA, EVA, created] == list(sandbox.customers)
    assert client.get(f"{PATH}/{created['id']}").json() == created
    assert sandbox.requests[0].method == "POST"
    assert json.loads(sandbox.requests[0].body)["input"]["name"] == "Luz Ibáñez"


def test_a_name_is_enough(client: httpx.Client) -> None:
    created = customer(create(client, name="X"))
    assert faults({"$ref": "#/components/schemas/Customer"}, created) == []
    assert (created["email"], created["metadata"], created["meta"]) == (None, [], {})


def test_who_is_created_never_paid(sandbox: Sandbox, client: httpx.Client) -> None:
    created = customer(create(client, name="Luz"))
    assert ids(client.get(PATH, params={"filter": "noPayments=true"})) == [created["id"]]
    assert created["id"] in sandbox.without_payments
    assert ids(client.get("/v1/payments", params={"filter": f"customerId={created['id']}"})) == []


@pytest.mark.parametrize("username", [None, "absent"])
def test_a_username_is_made_up_where_there_is_none(client: httpx.Client, username: str | None) -> None:
    given = {} if username == "absent" else {"username": username}
    made = [
        customer(create(client, name=name, **given))["username"] for name in ("Ana", "Ana", "李", "a" * 500)
    ]
    assert made[:3] == ["ana_003", "ana_004", "cliente_005"]
    assert customer(create(client, name="Ana", username="ana_009"))["username"] == "ana_009"
    assert customer(create(client, name="Ana"))["username"] == "ana_008"
    assert customer(create(client, name="Ana"))["username"] == "ana_010"


def test_what_no_customer_shows_is_taken_and_not_kept(client: httpx.Client) -> None:
    created = customer(create(client, name="Luz", assigneeId="u_1", tags=["new"], loyalty="ORO"))
    assert not created.keys() & {"assigneeId", "tags", "loyalty"}
    data: dict[str, Any] = {
        "password": "secret",
        "tosIp": "127.0.0.1",
        "signature": "Luz",
        "tags": [],
        "assigneeId": None,
    }
    body = {"input": {"otp": "123456", "data": data}}
    changed = customer(client.patch(f"{PATH}/{created['id']}", json=body))
    assert changed == {**created, "updatedAt": changed["updatedAt"]}


def test_the_same_entry_twice_counts_once(client: httpx.Client) -> None:
    entries = [{"key": "a", "value": "1"}, {"key": "b", "value": "2"}, {"key": "a", "value": "3"}]
    created = customer(create(client, name="Luz", metadata=entries))
    assert created["meta"] == {"a": "3", "b": "2"}
    assert created["metadata"] == [{"key": "a", "value": "3"}, {"key": "b", "value": "2"}]


def test_created_customers_are_the_same_for_the_same_seed() -> None:
    def created(seed: int) -> list[str]:
        with Sandbox([ANA], seed=seed) as sandbox, client_of(sandbox) as client:
            return [customer(create(client, name=name))["id"] for name in ("Luz", "Eva")]

    assert created(1) == created(1) != created(2)


def test_creating_does_not_disturb_who_is_made_up() -> None:
    with Sandbox(customers=2, seed=3) as sandbox, client_of(sandbox) as client:
        customer(create(client, name="Luz"))
        assert sandbox.add()["id"] == Sandbox(customers=3, seed=3).customers[2]["id"]


# Changing


def test_a_changed_customer_is_changed(sandbox: Sandbox, client: httpx.Client) -> None:
    answer = update(
        client,
        "ana",
        name="Anita",
        username="anita",
        email=None,
        phoneNumber="+525500000009",
        secondaryPhoneNumber="x",
        acceptedServiceAgreement=True,
        skipTaxInvoice=False,
        hasChangedPassword=True,
        phoneNumberVerified=True,
        emailVerified=False,
        replyWithAssistant=None,
        optedOutWhatsappAt=None,
    )
    changed = customer(answer)
    assert changed == {
        **ANA,
        "updatedAt": changed["updatedAt"],
        "name": "Anita",
        "username": "anita",
        "email": None,
        "phoneNumber": "+525500000009",
        "secondaryPhoneNumber": "x",
        "acceptedServiceAgreement": True,
        "skipTaxInvoice": False,
        "hasChangedPassword": True,
        "phoneNumberVerified": True,
        "emailVerified": False,
        "replyWithAssistant": None,
        "optedOutWhatsappAt": None,
    }
    assert is_now(changed["updatedAt"])
    assert client.get(PATH).json() == [changed, EVA] == list(sandbox.customers)
    assert client.get(f"{PATH}/ana").json() == changed
    assert ids(client.get(PATH, params={"filter": "name=anita"})) == ["ana"]
    assert ids(client.get(PATH, params={"orderBy": "updatedAt=desc"})) == ["ana", "eva"]


def test_a_change_of_a_made_up_customer_has_the_shape_of_the_document() -> None:
    with Sandbox(customers=3) as sandbox, client_of(sandbox) as client:
        for before in sandbox.customers:
            answer = update(client, before["id"], name="Otra")
            assert faults(answered("patch", f"{PATH}/{{id}}"), answer.json()) == []
            assert customer(answer) == {**before, "name": "Otra", "updatedAt": customer(answer)["updatedAt"]}


def test_no_change_is_one_too(client: httpx.Client) -> None:
    changed = customer(update(client, "ana"))
    assert changed == {**ANA, "updatedAt": changed["updatedAt"]}
    assert changed["updatedAt"] > ANA["updatedAt"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"metadata": []}, {"group": "1A", "campus": "Mérida"}),
        ({"metadata": [{"key": "group", "value": "2B"}]}, {"group": "2B", "campus": "Mérida"}),
        ({"metadata": [{"key": "group", "value": None}]}, {"campus": "Mérida"}),
        ({"metadata": [{"key": "group"}]}, {"campus": "Mérida"}),
        ({"metadata": [{"key": "new", "value": ""}]}, {"group": "1A", "campus": "Mérida", "new": ""}),
        ({"meta": {}}, {"group": "1A", "campus": "Mérida"}),
        ({"meta": {"group": None, "new": "x"}}, {"campus": "Mérida", "new": "x"}),
        ({"meta": {"group": None, "campus": None}}, {}),
        ({"meta": {"nothing": None}}, {"group": "1A", "campus": "Mérida"}),
        (
            {"metadata": [{"key": "a", "value": "1"}], "meta": {"a": "2", "group": None}},
            {"campus": "Mérida", "a": "2"},
        ),
    ],
)
def test_own_data_is_merged_and_the_same_in_both_forms(
    client: httpx.Client, data: dict[str, Any], expected: dict[str, str]
) -> None:
    changed = customer(update(client, "ana", **data))
    assert changed["meta"] == expected
    assert {entry["key"]: entry["value"] for entry in changed["metadata"]} == expected
    assert len(changed["metadata"]) == len(expected)


@pytest.mark.parametrize(
    "own",
    [{}, {"metadata": None, "meta": None}, {"metadata": [{"key": "a", "value": "1"}]}, {"meta": {"a": "1"}}],
)
def test_own_data_may_have_one_form_or_none_before(own: dict[str, Any]) -> None:
    with Sandbox([{"id": "x", **own}]) as sandbox, client_of(sandbox) as client:
        changed = customer(update(client, "x", meta={"b": "2"}))
    assert changed["meta"] == ({"a": "1", "b": "2"} if any(own.values()) else {"b": "2"})


def test_a_change_keeps_the_place_and_who_paid(sandbox: Sandbox, client: httpx.Client) -> None:
    before = sandbox.records("payments")
    customer(update(client, "ana", name="Zoé"))
    assert ids(client.get(PATH)) == ["ana", "eva"]
    assert sandbox.without_payments == frozenset()
    assert sandbox.records("payments") == before
    where: dict[str, str | int] = {"filter": "customer[name]=Zoé", "take": 100}
    assert ids(client.get("/v1/payments", params=where)) == [
        p["id"] for p in before if p["customerId"] == "ana"
    ]


# Refused


@pytest.mark.parametrize("field", ["username", "email", "phoneNumber"])
def test_what_identifies_a_customer_cannot_be_shared(
    sandbox: Sandbox, client: httpx.Client, field: str
) -> None:
    for answer in (
        create(client, name="Luz", **{field: ANA[field]}),
        update(client, "eva", **{field: ANA[field]}),
    ):
        assert answer.status_code == 409
        assert answer.json() == {"error": {"message": f"There is a customer with this {field} already"}}
    assert list(sandbox.customers) == [ANA, EVA]
    assert customer(update(client, "ana", **{field: ANA[field]}))[field] == ANA[field]


def test_null_can_be_shared(client: httpx.Client) -> None:
    customer(create(client, name="Luz", email=None, phoneNumber=None))
    customer(update(client, "ana", email=None, phoneNumber=None))


def test_what_is_free_again_can_be_taken(sandbox: Sandbox, client: httpx.Client) -> None:
    customer(update(client, "ana", email="other@example.com"))
    assert customer(create(client, name="Luz", email=ANA["email"]))["email"] == ANA["email"]
    sandbox.remove("ana")
    assert customer(create(client, name="Luz", username="ana_1"))["username"] == "ana_1"


def test_who_is_not_there_cannot_be_changed(client: httpx.Client) -> None:
    answer = update(client, "nobody", name="x")
    assert answer.status_code == 404
    assert answer.json() == {"error": {"message": "There is no customer with the id 'nobody'"}}
    assert client.get(f"{PATH}/nobody").json() == answer.json()


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, [("input.name", "invalid_type")]),
        ({"name": ""}, [("input.name", "too_small")]),
        ({"name": None}, [("input.name", "invalid_type")]),
        ({"name": 5}, [("input.name", "invalid_type")]),
        ({"name": "x", "username": ""}, [("input.username", "too_small")]),
        ({"name": "x", "email": "x"}, [("input.email", "invalid_string")]),
        ({"name": "x", "email": "a@b"}, [("input.email", "invalid_string")]),
        ({"name": "x", "email": "a@b.c\n"}, [("input.email", "invalid_string")]),
        ({"name": "x", "email": "a b@c.mx"}, [("input.email", "invalid_string")]),
        ({"name": "x", "email": ""}, [("input.email", "invalid_string")]),
        ({"name": "x", "email": 1}, [("input.email", "invalid_type")]),
        ({"name": "x", "phoneNumber": 55}, [("input.phoneNumber", "invalid_type")]),
        (
            {"name": "x", "acceptedServiceAgreement": "true"},
            [("input.acceptedServiceAgreement", "invalid_type")],
        ),
        ({"name": "x", "skipTaxInvoice": None}, [("input.skipTaxInvoice", "invalid_type")]),
        ({"name": "x", "skipTaxInvoice": 1}, [("input.skipTaxInvoice", "invalid_type")]),
        ({"name": "x", "optedOutWhatsappAt": None}, [("input.optedOutWhatsappAt", "invalid_datetime")]),
        ({"name": "x", "optedOutWhatsappAt": "soon"}, [("input.optedOutWhatsappAt", "invalid_datetime")]),
        (
            {"name": "x", "optedOutWhatsappAt": "0001-01-01T00:00:00+14:00"},
            [("input.optedOutWhatsappAt", "invalid_datetime")],
        ),
        ({"name": "x", "metadata": None}, [("input.metadata", "invalid_type")]),
        ({"name": "x", "metadata": {"a": "b"}}, [("input.metadata", "invalid_type")]),
        ({"name": "x", "metadata": ["a"]}, [("input.metadata.0", "invalid_type")]),
        (
            {"name": "x", "metadata": [{"key": "a", "value": "b"}, {"key": ""}]},
            [("input.metadata.1.value", "invalid_type"), ("input.metadata.1.key", "too_small")],
        ),
        (
            {"name": "x", "metadata": [{"key": "a", "value": None}]},
            [("input.metadata.0.value", "invalid_type")],
        ),
        ({"name": "x", "tags": "new"}, [("input.tags", "invalid_type")]),
        ({"name": "x", "tags": [1]}, [("input.tags.0", "invalid_type")]),
        ({"name": "\ud800"}, [("input.name", "invalid_string")]),
    ],
)
def test_a_faulty_new_customer_is_refused(
    sandbox: Sandbox, client: httpx.Client, given: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    assert issues(create(client, **given)) == expected
    assert list(sandbox.customers) == [ANA, EVA]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"name": ""}, [("input.data.name", "too_small")]),
        ({"name": None}, [("input.data.name", "invalid_type")]),
        ({"username": None}, [("input.data.username", "invalid_type")]),
        ({"email": "x"}, [("input.data.email", "invalid_string")]),
        ({"password": None}, [("input.data.password", "invalid_type")]),
        ({"optedOutWhatsappAt": "2025-01-10"}, [("input.data.optedOutWhatsappAt", "invalid_datetime")]),
        ({"replyWithAssistant": "no"}, [("input.data.replyWithAssistant", "invalid_type")]),
        ({"emailVerified": None}, [("input.data.emailVerified", "invalid_type")]),
        ({"metadata": [{"value": "x"}]}, [("input.data.metadata.0.key", "invalid_type")]),
        ({"metadata": [{"key": "x", "value": 1}]}, [("input.data.metadata.0.value", "invalid_type")]),
        ({"meta": None}, [("input.data.meta", "invalid_type")]),
        ({"meta": []}, [("input.data.meta", "invalid_type")]),
        (
            {"meta": {"a": 1, "\ud800": "x"}},
            [("input.data.meta.a", "invalid_type"), ("input.data.meta.\ud800", "invalid_string")],
        ),
    ],
)
def test_a_faulty_change_is_refused(
    sandbox: Sandbox, client: httpx.Client, data: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    assert issues(update(client, "ana", **data)) == expected
    assert list(sandbox.customers) == [ANA, EVA]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"input": {"name": "x"}, "more": 1}, [("more", "unrecognized_keys")]),
        ({"input": {"name": "x"}, "\ud800": 1}, [("\ud800", "unrecognized_keys")]),
        ({}, [("input", "invalid_type")]),
        ({"input": None}, [("input", "invalid_type")]),
        ({"input": []}, [("input", "invalid_type")]),
        ([], [("", "invalid_type")]),
        (None, [("", "invalid_type")]),
        ("x", [("", "invalid_type")]),
        (5, [("", "invalid_type")]),
    ],
)
def test_a_body_of_another_shape_is_refused(
    client: httpx.Client, body: Any, expected: list[tuple[str, str]]
) -> None:
    assert issues(send(client, "POST", PATH, body)) == expected


def test_a_change_may_have_more_than_is_known(client: httpx.Client) -> None:
    body = {"input": {"data": {"name": "x", "more": 1}, "more": 1}, "more": 1}
    changed = customer(client.patch(f"{PATH}/ana", json=body))
    assert changed["name"] == "x"
    assert "more" not in changed
    assert issues(client.patch(f"{PATH}/ana", json={"input": {}})) == [("input.data", "invalid_type")]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"{'input': 1}",
        b'{"input": {"name": NaN}}',
        b'{"input": {"name": Infinity}}',
        b'{"input": {"name": "\xff"}}',
        '{"input": {"name": "x"}}'.encode("utf-16"),
        b'\xef\xbb\xbf{"input": {"name": "x"}}',
        b'{"input": ' + b"9" * 10_000 + b"}",
        b"[" * 100_000,
        b'{"input": {"name": "x"}} x',
    ],
)
def test_what_is_no_json_is_refused(client: httpx.Client, body: bytes) -> None:
    headers = {"Content-Type": "application/json"}
    for method, path in (("POST", PATH), ("PATCH", f"{PATH}/ana")):
        assert issues(client.request(method, path, content=body, headers=headers)) == [("", "invalid_body")]


@pytest.mark.parametrize(
    "content_type", ["", "text/plain", "application/x-www-form-urlencoded", "application/jsonx"]
)
def test_another_content_type_is_refused(client: httpx.Client, content_type: str) -> None:
    headers = {"Content-Type": content_type} if content_type else {}
    answer = client.post(PATH, content=b'{"input": {"name": "x"}}', headers=headers)
    assert issues(answer) == [("", "invalid_body")]


@pytest.mark.parametrize("content_type", ["application/json; charset=utf-8", "Application/JSON"])
def test_a_content_type_may_be_spelled_in_several_ways(client: httpx.Client, content_type: str) -> None:
    headers = {"Content-Type": content_type}
    customer(client.post(PATH, content='{"input": {"name": "é"}}'.encode(), headers=headers))


def test_without_the_key_nothing_is_changed(sandbox: Sandbox, client: httpx.Client) -> None:
    headers = {"Authorization": "Bearer sk_other"}
    body = {"input": {"name": "x", "data": {}}}
    assert client.post(PATH, json=body, headers=headers).status_code == 401
    assert client.patch(f"{PATH}/ana", json=body, headers=headers).status_code == 401
    assert list(sandbox.customers) == [ANA, EVA]


_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters()),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
_FIELDS = ["name", "username", "email", "metadata", "meta", "optedOutWhatsappAt", "tags", "skipTaxInvoice"]


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from(_FIELDS), _JSON))
def test_no_body_breaks_the_server(any_client: httpx.Client, given_: dict[str, Any]) -> None:
    create_answer = send(any_client, "POST", PATH, {"input": given_})
    update_answer = send(any_client, "PATCH", f"{PATH}/ana", {"input": {"data": given_}})
    assert {create_answer.status_code, update_answer.status_code} <= {200, 400, 409}


# At the same time


def test_of_many_who_want_one_username_one_gets_it(sandbox: Sandbox) -> None:
    statuses: list[int] = []

    def want() -> None:
        with client_of(sandbox) as own:
            statuses.extend(create(own, name="Luz", username=f"luz_{n}").status_code for n in range(5))

    threads = [threading.Thread(target=want) for _ in range(4)]
    for thread in threads:
        thread.start()
    for _ in range(50):
        sandbox.remove(sandbox.add({"id": "passing"})["id"])
    for thread in threads:
        thread.join()
    assert sorted(statuses) == [200] * 5 + [409] * 15
    assert sorted(c["username"] for c in sandbox.customers if c["name"] == "Luz") == [
        f"luz_{n}" for n in range(5)
    ]
