"""Error statuses: the class of the error, and what it tells."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest
from support.clients import Connect
from support.stub_server import KEY, StubServer

from quentli_query import errors


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, errors.BadRequestError),
        (401, errors.AuthenticationError),
        (403, errors.PermissionDeniedError),
        (404, errors.NotFoundError),
        (409, errors.ConflictError),
        (422, errors.UnprocessableEntityError),
        (429, errors.RateLimitError),
        *((status, errors.InternalServerError) for status in (500, 503, 520)),
        *((status, errors.APIStatusError) for status in (418, 302)),
    ],
)
def test_each_status_has_its_error(
    status: int, kind: type[errors.APIStatusError], server: StubServer, connect: Connect
) -> None:
    server.answer({"error": {"message": "Something is off"}}, status, Location=server.url)
    with pytest.raises(
        errors.APIStatusError, match=rf"GET /v1/customers: status {status}: Something is off"
    ) as caught:
        connect(server).customers.list()
    assert type(caught.value) is kind
    assert isinstance(caught.value, errors.QuentliError)
    assert (caught.value.status, caught.value.vendor_message) == (status, "Something is off")
    assert (caught.value.method, caught.value.path) == ("GET", "/v1/customers")
    assert len(server.heads) == caught.value.retries + 1
    assert KEY not in repr(caught.value) + str(caught.value)


@pytest.mark.parametrize(
    "body",
    [b"", b"<html>", b"[]", b'{"error": "text"}', b'{"error": {"message": 3}}', b"\xff", b"[" * 100_000],
)
def test_an_error_without_the_vendors_message_is_told_by_its_status(
    body: bytes, server: StubServer, connect_sync: Connect
) -> None:
    server.answer(body, 502)
    with pytest.raises(errors.InternalServerError, match="status 502: Bad Gateway") as caught:
        connect_sync(server).customers.list()
    assert caught.value.vendor_message is None
    assert caught.value.body == body.decode(errors="replace")[:2000]


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
    with pytest.raises(errors.BadRequestError, match=text) as caught:
        connect_sync(server).customers.list()
    assert caught.value.issues == known


@pytest.mark.parametrize(
    ("headers", "request_id"),
    [
        ({"X_Request_Id": "req_1"}, "req_1"),
        ({"request_id": "req_2", "Cf_Ray": "ray"}, "req_2"),
        ({"X_Amzn_RequestId": "aws"}, "aws"),
        ({}, None),
    ],
)
@pytest.mark.parametrize("status", [200, 500])
def test_an_error_has_the_headers_and_the_request_id(
    status: int, headers: dict[str, str], request_id: str | None, server: StubServer, connect_sync: Connect
) -> None:
    server.answer(b"x", status, X_Other=f"echo {KEY}", Set_Cookie="session=1", **headers)
    with pytest.raises(errors.APIError) as caught:
        connect_sync(server, max_retries=0).customers.list()
    assert caught.value.request_id == request_id
    assert caught.value.headers["x-other"] == caught.value.headers["X-Other"] == "echo [key]"
    assert "set-cookie" not in caught.value.headers
    assert KEY not in repr(vars(caught.value))


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("7", 7),
        ("0", 0),
        (datetime.now(UTC) + timedelta(hours=1), pytest.approx(3600, abs=1200)),
        ("Wed, 21 Oct 2015 07:28:00 GMT", 0),
        *((odd, None) for odd in ("soon", "9" * 400, "")),
    ],
    ids=str,
)
def test_an_error_tells_how_long_to_wait(
    header: Any, seconds: Any, server: StubServer, connect_sync: Connect
) -> None:
    written = header if isinstance(header, str) else format_datetime(header, usegmt=True)
    server.answer(status=429, Retry_After=written)
    with pytest.raises(errors.RateLimitError) as caught:
        connect_sync(server, max_retries=0).customers.list()
    assert caught.value.retry_after == seconds


@pytest.mark.parametrize(
    ("location", "told"),
    [
        ("https://user:pw@other.example/a?filter=private#x", "https://other.example/a"),
        ("/v2/customers?filter=private", "http://127.0.0.1:[0-9]+/v2/customers"),
        ("http://a:b:c/", "an invalid URL"),
        ("\xe9://", r"http://127.0.0.1:[0-9]+/v1/\S+"),
        (f"https://other.example/{KEY}", r"https://other.example/\[key\]"),
    ],
)
def test_a_redirect_tells_where_to(
    location: str, told: str, server: StubServer, connect_sync: Connect
) -> None:
    server.answer(status=307, Location=location)
    with pytest.raises(
        errors.APIStatusError, match=f"307: Temporary Redirect, to {told}; redirects are not fol"
    ) as caught:
        connect_sync(server).customers.list()
    assert re.fullmatch(told, caught.value.headers["Location"])
    assert "private" not in repr((caught.value, vars(caught.value)))


@pytest.mark.parametrize("kind", [errors.FilterError, errors.ParameterError, errors.ConfigurationError])
def test_what_the_caller_got_wrong_has_a_base_of_its_own(kind: type[Exception]) -> None:
    assert issubclass(kind, errors.InvalidInputError)
    assert not issubclass(errors.InvalidInputError, errors.APIError)
