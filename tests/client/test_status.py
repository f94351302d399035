"""Error statuses: the class of the error, and what it tells."""

from __future__ import annotations

from typing import Any

import pytest
from support.clients import Connect
from support.stub_server import KEY, StubServer

from quentli_query import (
    APIStatusError,
    AuthenticationError,
    BadRequestError,
    ConflictError,
    InternalServerError,
    NotFoundError,
    PermissionDeniedError,
    QuentliError,
    RateLimitError,
    UnprocessableEntityError,
)


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, BadRequestError),
        (401, AuthenticationError),
        (403, PermissionDeniedError),
        (404, NotFoundError),
        (409, ConflictError),
        (422, UnprocessableEntityError),
        (429, RateLimitError),
        (500, InternalServerError),
        (503, InternalServerError),
        (520, InternalServerError),
        (418, APIStatusError),
        (302, APIStatusError),
    ],
)
def test_each_status_has_its_error(
    status: int, kind: type[APIStatusError], server: StubServer, connect: Connect
) -> None:
    server.answer({"error": {"message": "Something is off"}}, status, Location=server.url)
    with pytest.raises(
        APIStatusError, match=rf"GET /v1/customers: status {status}: Something is off"
    ) as caught:
        connect(server).customers.list()
    assert type(caught.value) is kind
    assert isinstance(caught.value, QuentliError)
    assert (caught.value.status, caught.value.vendor_message) == (status, "Something is off")
    assert (caught.value.method, caught.value.path) == ("GET", "/v1/customers")
    assert len(server.heads) == caught.value.retries + 1
    assert KEY not in repr(caught.value) + str(caught.value)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>Bad Gateway</html>",
        b"[]",
        b'{"error": "text"}',
        b'{"error": {"message": 3}}',
        b"\xff",
        b"[" * 100_000,
    ],
)
def test_an_error_without_the_vendors_message_is_told_by_its_status(
    body: bytes, server: StubServer, connect_sync: Connect
) -> None:
    server.answer(body, 502)
    with pytest.raises(InternalServerError, match="status 502: Bad Gateway") as caught:
        connect_sync(server).customers.list()
    assert caught.value.vendor_message is None
    assert caught.value.body == body.decode(errors="replace")[:2000]


def test_an_unregistered_status_is_told_as_such(server: StubServer, connect_sync: Connect) -> None:
    server.answer(b"x" * 10_000, 599)
    with pytest.raises(InternalServerError, match="not a registered status") as caught:
        connect_sync(server).customers.list()
    assert len(caught.value.body) == 2000


@pytest.mark.parametrize(
    ("issues", "known", "text"),
    [
        (
            [{"path": ["filter", "nmae"], "message": "Unknown field", "code": "x"}, {"code": "bare"}, "odd"],
            ({"path": ["filter", "nmae"], "message": "Unknown field", "code": "x"}, {"code": "bare"}),
            r"Invalid query; filter.nmae: Unknown field; \{'code': 'bare'\}$",
        ),
        (None, (), "Invalid query$"),
        ({}, (), "Invalid query$"),
        ("text", (), "Invalid query$"),
    ],
)
def test_a_bad_request_tells_its_issues(
    issues: Any, known: tuple[Any, ...], text: str, server: StubServer, connect_sync: Connect
) -> None:
    server.answer({"error": {"message": "Invalid query", "issues": issues}}, 400)
    with pytest.raises(BadRequestError, match=text) as caught:
        connect_sync(server).customers.list()
    assert caught.value.issues == known
