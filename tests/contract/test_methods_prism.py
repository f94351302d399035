"""Every operation of the document, called through its method and answered by Prism."""

from __future__ import annotations

import asyncio
import inspect
import json
import re
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from attrs import frozen
from contract.operations import OPERATIONS, Operation
from contract.test_prism import parse_instants
from support import document
from support.vocabularies import VOCABULARIES

from quentli_query import AsyncQuentli, Quentli, parse_filter, parse_order_by

_WRAPPERS = {"input", "data"}
_FREE_KEYS = {"meta"}


def in_snake_case(value: Any) -> Any:
    """Return an example as users write it. Keys that users choose stay as they are."""
    if isinstance(value, list):
        return [in_snake_case(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        re.sub("([A-Z])", r"_\1", key).lower(): item if key in _FREE_KEYS else in_snake_case(item)
        for key, item in value.items()
    }


def unwrap(body: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of a body and of the objects under its wrappers."""
    fields: dict[str, Any] = {}
    for key, value in body.items():
        is_wrapper = key in _WRAPPERS or [*body] == ["taxInfo"]
        fields |= unwrap(value) if is_wrapper else {key: value}
    return fields


@frozen
class Call:
    """A call of an operation's method with the examples of the document."""

    resource: str
    verb: str
    ids: tuple[str, ...]
    keywords: dict[str, Any]

    def start(self, quentli: Any) -> Any:
        """Return the result, or what has to be awaited for it."""
        return getattr(getattr(quentli, self.resource), self.verb)(*self.ids, **self.keywords)


def call_of(operation: Operation) -> Call:
    """Return the call of an operation."""
    resource = operation.path.split("/")[2].replace("-", "_")
    verb = operation.name.removeprefix(f"{resource}_").replace("get_by_id", "get")
    parameters = dict(operation.parameters)
    if verb == "list":
        fields = next(each for name, each in VOCABULARIES.items() if name == resource)
        filter_ = parse_filter(parameters["filter_"], fields)
        order = parse_order_by(parameters["order_by"], fields)
        page = {"order_by": order, "skip": parameters["skip"], "take": parameters["take"], "verify": False}
        return Call(resource, verb, (), {"filter": filter_, **page})
    return Call(resource, verb, tuple(parameters.values()), in_snake_case(unwrap(operation.body or {})))


def data_of(result: Any) -> Any:
    """Return the records of a page; any other result is itself."""
    return getattr(result, "data", result) if hasattr(result, "has_next_page") else result


@pytest.fixture(scope="session")
def sent() -> list[httpx.Request]:
    return []


@pytest.fixture(scope="session")
def recorded(prism_url: str, sent: list[httpx.Request]) -> Iterator[Quentli]:
    """A client of Prism whose requests are recorded."""

    def record(request: httpx.Request) -> None:
        request.read()
        sent.append(request)

    with (
        httpx.Client(event_hooks={"request": [record]}) as http_client,
        Quentli("sk_test", base_url=prism_url, max_retries=0, http_client=http_client) as quentli,
    ):
        yield quentli


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.name)
def test_method_sends_and_returns_what_the_generated_function_does(
    operation: Operation, recorded: Quentli, sent: list[httpx.Request]
) -> None:
    result = data_of(call_of(operation).start(recorded))
    request = sent[-1]
    assert result == operation.module.sync(client=recorded.api, **operation.arguments())
    expected = sent[-1]
    assert (request.method, request.url.path) == (expected.method, expected.url.path)
    body = json.loads(request.content) if request.content else None
    assert parse_instants(body) == parse_instants(operation.body)


def test_methods_awaited(prism_url: str, prism: Quentli) -> None:
    async def call_all() -> list[Any]:
        async with AsyncQuentli("sk_test", base_url=prism_url, max_retries=0) as quentli:
            return [data_of(await call_of(operation).start(quentli)) for operation in OPERATIONS]

    results = asyncio.run(call_all())
    assert results == [data_of(call_of(operation).start(prism)) for operation in OPERATIONS]


def test_docstrings_name_the_endpoint_and_every_argument(prism: Quentli) -> None:
    documented = []
    for operation in OPERATIONS:
        call = call_of(operation)
        method = getattr(getattr(prism, call.resource), call.verb)
        text = inspect.getdoc(method) or ""
        if f"Endpoint: `{operation.method.upper()} {operation.path}`." in text:
            documented.append(operation)
            for name in inspect.signature(method).parameters:
                assert re.search(rf"^    {name}: \S", text, re.MULTILINE), (operation, name)
    # Lists and records by id have docstrings of their own.
    assert len(documented) == len(document.OPERATIONS) - len(document.LISTS) - len(document.RETRIEVABLE)
