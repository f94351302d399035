"""DEBUG logs: filters as they are written, bodies both ways, and no secrets."""

from __future__ import annotations

import json
import logging
import re
from typing import Any, Final

import pytest
from quentli_resources.registry import MAX_TAKE
from support.clients import Connect, send
from support.document import DOCUMENT, OPERATIONS, SCHEMAS
from support.examples import example
from support.stub_server import StubServer

from quentli_query import PaymentQ, Q

MARK: Final = "marked-secret"
TOLD_AS_SECRET: Final = re.compile("password|secret|token|one-time|card number|of the clabe", re.IGNORECASE)


@pytest.fixture
def lines(caplog: pytest.LogCaptureFixture) -> Any:
    """Returns the messages of this library so far."""
    caplog.set_level(logging.DEBUG)
    return lambda: [record.getMessage() for record in caplog.records if record.name == "quentli_query"]


def fill(schema: Any, name: str = "") -> Any:
    """Return a value for a schema in which all that the document calls secret is marked."""
    if "$ref" in schema:
        return fill(SCHEMAS[schema["$ref"].rpartition("/")[2]], name)
    if "anyOf" in schema:
        return fill({**schema["anyOf"][0], "description": schema.get("description", "")}, name)
    if "properties" in schema:
        return {key: fill(each, key) for key, each in schema["properties"].items()}
    if schema.get("type") == "array":
        return [fill(schema["items"])]
    secret = TOLD_AS_SECRET.search(f"{name} {schema.get('description', '')}")
    is_text = schema.get("type") == "string" and "format" not in schema
    return MARK if secret and is_text else f"plain {name}"


def body_of(described: Any) -> Any:
    schema = described.get("content", {}).get("application/json", {}).get("schema")
    return None if schema is None else fill(schema)


@pytest.mark.parametrize(("method", "path"), sorted(OPERATIONS))
def test_no_operation_logs_what_the_document_calls_secret(
    method: str, path: str, server: StubServer, connect_sync: Connect, lines: Any, caplog: Any
) -> None:
    operation = DOCUMENT["paths"][path][method.lower()]
    given, answered = body_of(operation.get("requestBody", {})), body_of(operation["responses"]["200"])
    server.answer(answered)
    send(connect_sync(server), method, re.sub("{.*?}", "id_1", path), json=given)
    assert MARK not in caplog.text
    asked, _, answers = lines()
    for body, line in ((given, asked), (answered, answers)):
        shown = json.loads(re.sub(f'"{MARK}.*?"', '"***"', json.dumps(body)))
        assert shown is None or "plain" not in json.dumps(shown) or "plain" in line, line


def test_the_document_calls_something_secret() -> None:
    bodies = [
        body_of(each)
        for method, path in OPERATIONS
        for operation in [DOCUMENT["paths"][path][method.lower()]]
        for each in (operation.get("requestBody", {}), operation["responses"]["200"])
    ]
    assert sum(MARK in json.dumps(body) for body in bodies) > 5


def test_a_filter_is_logged_as_python_and_as_text(server: StubServer, connect: Connect, lines: Any) -> None:
    quentli = connect(server)
    quentli.customers.list(Q.name.contains("María & Co") | Q.no_payments(), order_by=Q.created_at.desc())
    quentli.payments.list(PaymentQ.type == "CARD", take=5)
    send(quentli, params={"filter": "no[filter"})
    asked = [line for line in lines() if " asks: " in line]
    assert asked[0].endswith(
        "GET /v1/customers asks: {'filter': 'OR[0][name][contains]=Mar%C3%ADa%20%26%20Co&OR[1][noPayments]=true', "
        f"'skip': '0', 'take': '{MAX_TAKE}', 'orderBy': 'createdAt=desc'}}, "
        "in Python Q.name.contains('María & Co') | Q.no_payments()"
    )
    assert asked[1].endswith("'take': '5'}, in Python PaymentQ.type.equals('CARD')")
    assert asked[2].endswith("{'filter': 'no[filter'}")


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ({"accessToken": "a", "secret": {"x": 1}, "otp": 5, "cardDetail": {"last4": "1"}, "url": "u"},
         '{"accessToken": "***", "secret": "***", "otp": "***", "cardDetail": "***", "url": "***"}'),
        ({"password": None, "hasChangedPassword": True, "items": [{"csrf_token": "a", "name": "María"}]},
         '{"password": null, "hasChangedPassword": true, "items": [{"csrf_token": "***", "name": "María"}]}'),
        (b'{"secret": "cut of', "18 bytes that are not JSON"),
        (b"[" * 100_000, "100,000 bytes that are not JSON"),
        ("x" * 3000, f'"{"x" * 1999}... (3,002 bytes)'),
        (b"", "nothing"),
    ],
)  # fmt: skip
def test_bodies_are_logged_without_secrets(
    body: Any, shown: str, server: StubServer, connect_sync: Connect, lines: Any
) -> None:
    server.answer(body)
    send(connect_sync(server))
    assert lines()[-1] == f"GET /v1/customers answers: {shown}"


def test_the_body_of_a_call_is_logged_once(server: StubServer, connect: Connect, lines: Any) -> None:
    server.answer({"customer": example("Customer")})
    connect(server).customers.update("cus_1", name="Ana", otp="482913")
    asked = [line for line in lines() if " asks: " in line]
    assert asked == ['PATCH /v1/customers/cus_1 asks: {"input": {"otp": "***", "data": {"name": "Ana"}}}']
