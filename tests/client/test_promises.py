"""What generated functions make, with `quentli.api`, of answers that were not promised."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import pytest
from quentli_client.api.customers import customers_create, customers_get_by_id, customers_list
from quentli_client.models import CreateCustomerArgs, CreateCustomerInput
from support.answering import Answering
from support.examples import example
from support.operations import KEY, OPERATIONS, ways

from quentli_query import (
    AsyncQuentli,
    Quentli,
    ResponseError,
)

BODY = CreateCustomerArgs(CreateCustomerInput(name="Ana"))


@pytest.fixture
def quentli(answering: Answering) -> Iterator[Quentli]:
    with Quentli(KEY, base_url=answering.url) as client:
        yield client


CUSTOMER = example("Customer")
RECORD = f"record {CUSTOMER['id']}"
LACKING = {key: value for key, value in CUSTOMER.items() if key != "name"}


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (b"", "it is not JSON: Expecting value at character 0"),
        (b"<html>", r"it is not JSON: .* \(it says that it is text/html\)"),
        (b"[" * 100_000, "it is nested too deep"),
        (b"{}", "its customer is missing"),
        (b"null", "it is null"),
        (b"[]", "it is an array"),
        (b"[3]", "it is an array"),
        (b"3", "it is a number"),
        (b'{"customer": 3}', "its customer cannot be read"),
        (json.dumps({"customer": LACKING}).encode(), f"{RECORD}: its name is missing"),
        (json.dumps({"customer": {**CUSTOMER, "createdAt": "yesterday"}}).encode(), f"{RECORD}: its createdAt cannot be read"),
        (json.dumps({"customer": {**CUSTOMER, "archivedAt": "yesterday"}}).encode(), f"{RECORD}: its archivedAt cannot be read"),
        (json.dumps({"customer": {**CUSTOMER, "meta": []}}).encode(), f"{RECORD}: its meta cannot be read"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("detailed", [False, True])
def test_an_answer_that_was_not_promised(
    body: bytes, problem: str, detailed: bool, quentli: Quentli, answering: Answering
) -> None:
    answering.body = body
    answering.headers = {"Content-Type": "text/html"}
    create: Callable[..., Any] = customers_create.sync_detailed if detailed else customers_create.sync
    with pytest.raises(ResponseError, match=f"cannot be read as what was promised: ({problem})") as caught:
        create(client=quentli.api, body=BODY)
    assert (caught.value.method, caught.value.path, caught.value.status) == ("POST", "/v1/customers", 200)
    assert caught.value.body == body.decode()[:2000]
    assert len(answering.heads) == 1


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (json.dumps(LACKING).encode(), f"{RECORD}: its name is missing"),
        (b"[]", "it is an array"),
        (b'"text"', "it is a string"),
        (b"true", "it is a truth value"),
        (json.dumps({**CUSTOMER, "optedInWhatsappAt": "never"}).encode(), f"{RECORD}: its optedInWhatsappAt cannot be read"),
    ],
)  # fmt: skip
def test_a_record_that_may_be_null_is_held_to_its_promise_too(
    body: bytes, problem: str, quentli: Quentli, answering: Answering
) -> None:
    answering.body = body
    with pytest.raises(ResponseError, match=f"GET /v1/customers/cus_1: .* promised: .*({problem})"):
        customers_get_by_id.sync("cus_1", client=quentli.api)


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (b"{}", "it is an object"),
        (b'{"a": 1}', "it is an object"),
        (b'""', "it is a string"),
        (b'"text"', "it is a string"),
        (b"3", "it is a number"),
        (b"null", "it is null"),
        (b"[3]", "an item of it is a number, and not an object"),
        (b'[["id"]]', "an item of it is an array, and not an object"),
        (json.dumps([CUSTOMER, LACKING]).encode(), f"{RECORD}: its name is missing"),
        (json.dumps([CUSTOMER, {**CUSTOMER, "archivedAt": "never"}]).encode(), f"{RECORD}: its archivedAt cannot be read"),
    ],
)  # fmt: skip
def test_a_list_is_held_to_its_promise_too(body: bytes, problem: str, answering: Answering) -> None:
    answering.body = body

    async def ask() -> None:
        async with AsyncQuentli(KEY, base_url=answering.url) as quentli:
            await customers_list.asyncio(client=quentli.api)

    with pytest.raises(ResponseError, match=f"GET /v1/customers: .* promised: .*{problem}"):
        asyncio.run(ask())


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda module: module.__name__.rpartition(".")[2])
def test_a_success_that_was_not_promised(operation: ModuleType, answering: Answering) -> None:
    answering.status, answering.body = 202, b"{}"
    for ask in ways(operation, answering.url):
        with pytest.raises(ResponseError, match="status 202 came"):
            ask()


def test_what_was_promised_is_handed_on(quentli: Quentli, answering: Answering) -> None:
    answering.body = json.dumps({"customer": CUSTOMER}).encode()
    created = customers_create.sync(client=quentli.api, body=BODY)
    assert created.customer.name == CUSTOMER["name"]
    answering.body = json.dumps([CUSTOMER]).encode()
    answer = customers_list.sync_detailed(client=quentli.api)
    assert isinstance(answer.parsed, list)
    assert answer.parsed[0].id == CUSTOMER["id"]
