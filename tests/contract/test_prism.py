"""Every operation of the document, called through its generated function and answered by Prism.

Prism refuses requests that the document does not allow, and takes its responses from the document.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from http import HTTPStatus
from itertools import islice
from typing import Any

import pytest
from attrs import frozen
from contract.operations import OPERATIONS, Operation
from openapi_schema_validator import OAS31Validator, oas31_format_checker
from quentli_client.types import Response

from quentli_query import AsyncQuentli, Quentli, errors

each_operation = pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.name)


def call(operation: Operation, quentli: Quentli, **headers: str) -> Response[Any]:
    api = quentli.api.with_headers(headers)
    response: Response[Any] = operation.module.sync_detailed(client=api, **operation.arguments())
    return response


async def call_all(url: str) -> list[Response[Any]]:
    async with AsyncQuentli("sk_test", base_url=url, max_retries=0) as quentli:
        calls = (
            operation.module.asyncio_detailed(client=quentli.api, **operation.arguments())
            for operation in OPERATIONS
        )
        return list(await asyncio.gather(*calls))


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
def test_operation(operation: Operation, prism: Quentli) -> None:
    assert_parsed(operation, call(operation, prism))


def test_operations_awaited(prism_url: str) -> None:
    for operation, response in zip(OPERATIONS, asyncio.run(call_all(prism_url)), strict=True):
        assert_parsed(operation, response)


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
