"""Every operation of the document, called through its method and its generated function, and answered by Prism.

Prism refuses requests that the document does not allow, and takes its responses from the document.
"""

from __future__ import annotations

import asyncio
import inspect
import json
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from http import HTTPStatus
from itertools import islice
from typing import Any

import httpx
import pytest
from attrs import frozen
from contract.operations import OPERATIONS, Operation, each_operation
from openapi_schema_validator import OAS31Validator, oas31_format_checker
from quentli_client.types import Response
from support import document
from support.vocabularies import VOCABULARIES

from quentli_query import AsyncQuentli, Quentli, errors, parse_filter, parse_order_by

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
        filter_ = parse_filter(parameters["filter_"], VOCABULARIES[resource])
        order = parse_order_by(parameters["order_by"], VOCABULARIES[resource])
        page = {"order_by": order, "skip": parameters["skip"], "take": parameters["take"], "verify": False}
        return Call(resource, verb, (), {"filter": filter_, **page})
    return Call(resource, verb, tuple(parameters.values()), in_snake_case(unwrap(operation.body or {})))


def data_of(result: Any) -> Any:
    """Return the records of a page; any other result is itself."""
    return result.data if hasattr(result, "has_next_page") else result


def call(operation: Operation, quentli: Quentli, **headers: str) -> Response[Any]:
    api = quentli.api.with_headers(headers)
    response: Response[Any] = operation.module.sync_detailed(client=api, **operation.arguments())
    return response


@frozen
class InvalidBody:
    """A stand-in for a generated model."""

    sent: Any

    def to_dict(self) -> Any:
        return self.sent


def make_up(operation: Operation, quentli: Quentli) -> Iterator[Response[Any]]:
    """Yield responses that Prism makes up, the same ones each time. Objects have undocumented keys, too."""
    for seed in range(10_000):
        # Prism makes up numbers without regard to exclusive bounds, and then refuses to answer with them.
        with suppress(errors.InternalServerError):
            yield call(operation, quentli, Prefer=f"dynamic=true, seed={seed}")


def to_json(value: Any) -> Any:
    """Return a parsed response as JSON again."""
    if isinstance(value, list):
        return [to_json(item) for item in value]
    return value if value is None else value.to_dict()


def parse_instants(value: Any) -> Any:
    """Return JSON with its instants as datetimes, since 12:00Z and 12:00+00:00 are the same."""
    if isinstance(value, dict):
        return {key: parse_instants(item) for key, item in value.items()}
    if isinstance(value, list):
        return [parse_instants(item) for item in value]
    try:
        return datetime.fromisoformat(value) if isinstance(value, str) and "T" in value else value
    except ValueError:
        return value


def assert_parsed(operation: Operation, response: Response[Any]) -> None:
    """Assert that a response is parsed, and that nothing of it is lost. Only values of the right types are written."""
    assert response.status_code == HTTPStatus.OK
    written = to_json(response.parsed)
    assert parse_instants(written) == parse_instants(json.loads(response.content))
    OAS31Validator(operation.response, format_checker=oas31_format_checker).validate(written)


@each_operation
def test_method_sends_and_returns_what_the_generated_function_does(
    operation: Operation, prism_url: str
) -> None:
    sent: list[httpx.Request] = []
    with (
        httpx.Client(event_hooks={"request": [httpx.Request.read, sent.append]}) as http_client,
        Quentli("sk_test", base_url=prism_url, max_retries=0, http_client=http_client) as quentli,
    ):
        result = data_of(call_of(operation).start(quentli))
        response = call(operation, quentli)
    request, expected = sent
    assert_parsed(operation, response)
    assert result == response.parsed
    assert (request.method, request.url.path) == (expected.method, expected.url.path)
    body = json.loads(request.content) if request.content else None
    assert parse_instants(body) == parse_instants(operation.body)


def test_methods_and_generated_functions_awaited(prism_url: str) -> None:
    async def call_all() -> None:
        async with AsyncQuentli("sk_test", base_url=prism_url, max_retries=0) as quentli:
            for operation in OPERATIONS:
                function, arguments = operation.module.asyncio_detailed, operation.arguments()
                response = await function(client=quentli.api, **arguments)
                assert_parsed(operation, response)
                assert data_of(await call_of(operation).start(quentli)) == response.parsed

    asyncio.run(call_all())


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


@pytest.mark.parametrize(
    "count", [pytest.param(20, marks=pytest.mark.slow), pytest.param(200, marks=pytest.mark.exhaustive)]
)
@each_operation
def test_any_response_of_an_operation(operation: Operation, count: int, inventive_prism: Quentli) -> None:
    for response in islice(make_up(operation, inventive_prism), count):
        assert_parsed(operation, response)


@each_operation
def test_documented_errors(operation: Operation, prism: Quentli) -> None:
    assert operation.failures
    for status in operation.failures:
        with pytest.raises(errors.APIStatusError) as caught:
            call(operation, prism, Prefer=f"code={status}")
        assert caught.value.status == status


@pytest.mark.parametrize(
    "operation", [each for each in OPERATIONS if each.body is not None], ids=lambda operation: operation.name
)
def test_invalid_body_is_refused(operation: Operation, prism: Quentli) -> None:
    invalid = {**operation.arguments(), "body": InvalidBody({**operation.body, "input": 0})}
    # Prism answers with a documented error where there is one for that, and else with one of its own.
    with pytest.raises(
        errors.BadRequestError if 400 in operation.failures else errors.UnprocessableEntityError
    ):
        operation.module.sync_detailed(client=prism.api, **invalid)
