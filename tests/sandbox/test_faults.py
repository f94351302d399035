"""Responses of a sandbox with faults, and the requests that meet them."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import httpx
import pytest
from sandbox.responses import measure
from support.asking import ask, client_of, complete, get, ids
from support.threads import beside

from quentli_query.sandbox import (
    CappedTake,
    ChangedFields,
    CutBody,
    Delay,
    DropConnection,
    ErrorStatus,
    Fault,
    Html,
    IgnoreFilter,
    IgnoreParameter,
    Microseconds,
    MissingFields,
    RateLimit,
    Sandbox,
    ShuffledTies,
    SlowOffset,
    TruncatedJson,
    UnescapedWildcards,
    WrongJson,
)

OWN = complete({"id": "a", "name": "Ana"}, {"id": "b", "name": "Beto"}, {"id": "c", "name": "Cira"})


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(OWN) as running:
        yield running


def respond(sandbox: Sandbox, *faults: Fault) -> httpx.Response:
    """Return the response to a request that meets the faults."""
    sandbox.misbehave(*faults)
    return ask(sandbox)


@pytest.fixture
def no_warnings(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fails the test if the server logs a warning or an error."""
    yield
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


def statuses(sandbox: Sandbox, count: int) -> list[int]:
    with client_of(sandbox) as client:
        return [client.get("/v1/customers").status_code for _ in range(count)]


# Answers


JSON, PAGE = "application/json", "text/html; charset=utf-8"


@pytest.mark.parametrize(
    ("faults", "status", "content_type", "body"),
    [
        ([ErrorStatus(500)], 500, JSON, b'{"error": {"message": "Internal Server Error"}}'),
        ([ErrorStatus(520)], 520, JSON, b'{"error": {"message": "Status 520"}}'),
        ([ErrorStatus(400, message="Nope")], 400, JSON, b'{"error": {"message": "Nope"}}'),
        ([ErrorStatus(502, body=b"\xff", content_type="text/html")], 502, "text/html", b"\xff"),
        ([ErrorStatus(502, body=b"")], 502, JSON, b""),
        ([WrongJson(None)], 200, JSON, b"null"),
        ([WrongJson(), TruncatedJson()], 200, JSON, b"{"),
        ([TruncatedJson()], 200, JSON, None),
        ([Html()], 200, PAGE, b"<!doctype html><title>Back soon</title><h1>We will be back soon</h1>"),
        ([Html("<p>¿Quién?")], 200, PAGE, "<p>¿Quién?".encode()),
        # In their order
        ([ErrorStatus(500), Html("abcd"), TruncatedJson()], 200, PAGE, b"ab"),
        ([Html("abcd"), ErrorStatus(500, body=b"abcd"), TruncatedJson()], 500, JSON, b"ab"),
    ],
)
def test_answer_is_an_error_or_has_another_body(
    sandbox: Sandbox, faults: list[Fault], status: int, content_type: str, body: bytes | None
) -> None:
    whole, response = respond(sandbox).content, respond(sandbox, *faults)
    assert (response.status_code, response.headers["content-type"]) == (status, content_type)
    assert response.content == (whole[: len(whole) // 2] if body is None else body)
    assert "retry-after" not in response.headers


NOON = datetime(2025, 1, 10, 12, 0, 0, 999, tzinfo=UTC)


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        (3, "3"),
        (0, "0"),
        ("soon", "soon"),
        (NOON, "Fri, 10 Jan 2025 12:00:00 GMT"),
        (NOON.astimezone(timezone(timedelta(hours=-6))), "Fri, 10 Jan 2025 12:00:00 GMT"),
    ],
)
def test_error_can_say_when_to_retry(sandbox: Sandbox, given: int | str | datetime, sent: str) -> None:
    assert respond(sandbox, ErrorStatus(503, retry_after=given)).headers["retry-after"] == sent


# Connections


@pytest.mark.usefixtures("no_warnings")
def test_dropped_connection_sends_no_byte() -> None:
    drop = DropConnection(times=2)
    with Sandbox(OWN, faults=[drop]) as sandbox, client_of(sandbox) as client:
        for method in ("GET", "HEAD"):
            with pytest.raises(httpx.RemoteProtocolError, match="without sending a response"):
                client.request(method, "/v1/customers")
        assert ids(client.get("/v1/customers")) == ["a", "b", "c"]
    assert [(each.status, each.faults) for each in sandbox.requests] == [*[(None, (drop,))] * 2, (200, ())]


@pytest.mark.usefixtures("no_warnings")
def test_cut_body_is_shorter_than_promised(sandbox: Sandbox) -> None:
    whole = respond(sandbox).content
    with Sandbox(OWN, faults=[CutBody(times=1)]) as sandbox, client_of(sandbox) as client:
        received: list[bytes] = []
        with client.stream("GET", "/v1/customers") as response:
            assert (response.status_code, response.headers["content-length"]) == (200, str(len(whole)))
            with pytest.raises(httpx.RemoteProtocolError, match=r"received \d+ bytes, expected"):
                received.extend(response.iter_raw())
        assert sandbox.requests[0].status == 200
        assert client.get("/v1/customers").content == whole
    assert b"".join(received) == whole[: len(whole) // 2] != b""


# Delays


def test_delays_come_before_the_first_byte_and_add_up() -> None:
    with Sandbox(OWN, faults=[Delay(0.1), Delay(0.1, only={1})]) as sandbox, client_of(sandbox) as client:
        durations = []
        for _ in range(2):
            start = time.perf_counter()
            with client.stream("GET", "/v1/customers") as response:
                durations.append(time.perf_counter() - start)
                assert response.read()
    assert durations[0] >= 0.2
    assert durations[1] >= 0.1


@pytest.mark.usefixtures("no_warnings")
def test_stopping_does_not_wait_for_a_client_that_waits() -> None:
    failures: list[Exception] = []

    def wait() -> None:
        with pytest.raises(httpx.RemoteProtocolError) as caught:
            get(slow, "/v1/customers", timeout=60)
        failures.append(caught.value)

    with Sandbox(OWN, faults=[Delay(60)]) as slow, beside(wait):
        while not slow.requests:
            time.sleep(0.01)
        assert measure(slow.stop) < 1.5
    assert len(failures) == 1


# Records


@pytest.mark.parametrize("fields", ["name", ["name"], ("name", "email")])
def test_fields_are_missing(sandbox: Sandbox, fields: Any) -> None:
    left = [{key: record[key] for key in record if key not in fields} for record in OWN]
    assert respond(sandbox, MissingFields(fields)).json() == left != OWN
    assert respond(sandbox, MissingFields(fields, at=1)).json() == [OWN[0], left[1], OWN[2]]


def test_fields_have_other_values_in_responses_only(sandbox: Sandbox) -> None:
    new = {"loyaltyTier": "ORO", "name": None}
    assert respond(sandbox, ChangedFields(new)).json() == [{**record, **new} for record in OWN]
    assert respond(sandbox, ChangedFields(new, at=2)).json() == [*OWN[:2], {**OWN[2], **new}]
    assert respond(sandbox, ChangedFields(new, at=3)).json() == OWN
    assert list(sandbox.customers) == OWN
    sandbox.misbehave(ChangedFields({"name": "Zoé"}))
    assert ask(sandbox, filter="name=Ana").json() == [{**OWN[0], "name": "Zoé"}]


class Twice(Fault):
    """A fault of a test's own."""

    def on_page(self, records: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [record | {"name": "¿Quién?"} for record in records] * 2


def test_fault_of_ones_own_changes_the_page(sandbox: Sandbox) -> None:
    response = respond(sandbox, Twice(), MissingFields("name", at=0))
    assert [each.get("name") for each in response.json()] == [None, *["¿Quién?"] * 5]
    assert ids(response) == [*"abcabc"]
    assert "¿Quién?" in response.text


# Queries


@pytest.mark.parametrize(
    ("condition", "found"),
    [
        ("name[contains]=%25", ["a", "b", "c"]),
        ("name[startsWith]=_n", ["a"]),
        ("name[endsWith]=%25t_", ["b"]),
        ("name[equals]=%25", []),
    ],
)
def test_wildcards_are_not_escaped(sandbox: Sandbox, condition: str, found: list[str]) -> None:
    sandbox.misbehave(UnescapedWildcards())
    assert ids(ask(sandbox, filter=condition)) == found


def test_page_is_smaller_than_asked_for(sandbox: Sandbox) -> None:
    sandbox.misbehave(CappedTake(2))
    assert ids(ask(sandbox)) == ids(ask(sandbox, take=3)) == ["a", "b"]
    assert ids(ask(sandbox, take=1)) == ["a"]
    assert ids(ask(sandbox, take=20, skip=2)) == ["c"]
    assert sandbox.requests[-1].take == 20
    assert ask(sandbox, take="x").status_code == 400
    sandbox.misbehave(CappedTake(2), IgnoreParameter("take"))
    assert ids(ask(sandbox, take=1)) == ["a", "b", "c"]


def test_equal_records_come_in_another_order_at_every_request() -> None:
    noon, first = "2025-01-10T12:00:00.000Z", "2025-01-09T12:00:00.000Z"
    equal = [{"id": f"c{n}", "name": "Ana", "createdAt": noon} for n in range(10)]
    with Sandbox([*equal, {"id": "first", "name": "Ana", "createdAt": first}]) as sandbox:

        def count_orders(order: str) -> int:
            pages = [ids(ask(sandbox, orderBy=order)) for _ in range(5)]
            for page in pages:
                assert page[0] == "first"
                assert sorted(page[1:]) == [f"c{n}" for n in range(10)]
            return len(set(map(tuple, pages)))

        assert count_orders("createdAt=asc") == 1
        sandbox.misbehave(ShuffledTies())
        assert count_orders("createdAt=asc") > 1
        assert count_orders("name=asc&createdAt=asc") > 1
        assert count_orders("createdAt=asc&id=asc") == 1


def test_instants_have_microseconds() -> None:
    noon = "2025-01-10T12:00:00.000"
    with Sandbox([{**each, "createdAt": f"{noon}Z"} for each in OWN], faults=[Microseconds()]) as sandbox:
        records = ask(sandbox).json()
        assert len({record["createdAt"] for record in records}) == 3
        assert records == ask(sandbox).json()
        for record in records:
            created = record["createdAt"]
            assert (created[:-4], len(created)) == (noon, len(f"{noon}000Z"))
            for operator, found in {"gte": [record["id"]], "gt": [], "equals": [record["id"]]}.items():
                condition = f"createdAt[{operator}]={created}&id={record['id']}"
                assert ids(ask(sandbox, filter=condition)) == found
        latest = sorted(records, key=lambda record: record["createdAt"], reverse=True)
        assert ask(sandbox, orderBy="createdAt=desc").json() == latest
        sandbox.misbehave()
        assert {record["createdAt"] for record in ask(sandbox).json()} == {f"{noon}Z"}


def test_skipped_records_take_time(sandbox: Sandbox) -> None:
    sandbox.misbehave(SlowOffset(0.1))
    assert measure(lambda: ask(sandbox, skip=2_000)) >= 0.2 > measure(lambda: ask(sandbox, skip=0))
    sandbox.misbehave(SlowOffset(0.1), SlowOffset(0.1), Delay(0.1))
    assert measure(lambda: ask(sandbox, skip=1_000)) >= 0.3
    assert ask(sandbox, skip="x").status_code == 400


# Which requests


@pytest.mark.parametrize(
    ("limits", "expected"),
    [
        ({}, "xxxx"),
        ({"only": {2, 4}}, ".x.x"),
        ({"only": ()}, "...."),
        ({"times": 2}, "xx.."),
        ({"times": 2, "only": {1, 3, 4}}, "x.x."),
        ({"probability": 0.0}, "...."),
        ({"only": lambda request: request.skip == 1}, ".x.."),
        ({"only": lambda request: request.filter == {"name": "Ana"}}, "..x."),
        ({"only": lambda request: request.order_by is not None}, "...x"),
        ({"only": lambda request: (request.method, request.path) != ("GET", "/v1/customers")}, "...."),
        ({"only": lambda request: request.status is None and not request.faults}, "xxxx"),
    ],
)
def test_limits_choose_requests(sandbox: Sandbox, limits: dict[str, Any], expected: str) -> None:
    sandbox.misbehave(ErrorStatus(500, **limits))
    asked: list[dict[str, Any]] = [{}, {"skip": 1}, {"filter": "name=Ana"}, {"orderBy": "name=asc"}]
    seen = [ask(sandbox, **params).status_code for params in asked]
    assert seen == [500 if each == "x" else 200 for each in expected]


def test_refused_requests_count_and_spared_ones_do_not(sandbox: Sandbox) -> None:
    sandbox.misbehave(ErrorStatus(500, only={3, 4}))
    asked = [get(sandbox, path) for path in ("/nowhere", "/v1/customers", "/nowhere", "/v1/customers")]
    assert [each.status_code for each in asked] == [404, 200, 500, 500]
    sandbox.misbehave(ErrorStatus(500, probability=0.5, times=3))
    seen = statuses(sandbox, 30)
    assert seen.count(500) == 3
    assert seen[:3] != [500] * 3


def test_requests_beyond_a_rate_are_refused_until_tokens_come_back(sandbox: Sandbox) -> None:
    limit = RateLimit(5, burst=2, retry_after=9)
    for _ in range(2):
        sandbox.misbehave(limit)
        responses = [ask(sandbox) for _ in range(3)]
        assert [response.status_code for response in responses] == [200, 200, 429]
    assert responses[-1].headers["retry-after"] == "9"
    time.sleep(0.3)
    assert ask(sandbox).status_code == 200


def test_probabilities_are_those_of_the_seed_and_independent() -> None:
    def draw(seed: int, *more: Fault) -> list[tuple[int, ...]]:
        """Return the numbers of the faults of each request."""
        faults = [Delay(0, probability=0.3), *more]
        with Sandbox(OWN, seed=seed, faults=faults) as sandbox:
            statuses(sandbox, 60)
            return [tuple(map(faults.index, each.faults)) for each in sandbox.requests]

    first = draw(7)
    assert 8 < first.count((0,)) < 30
    assert draw(7) == first
    assert draw(8) != first
    both = draw(7, ErrorStatus(500, probability=0.3))
    assert [each[:1] if 0 in each else () for each in both] == first
    assert set(both) == {(), (0,), (1,), (0, 1)}


# Refused


@pytest.mark.parametrize(
    ("make", "values", "message"),
    [
        (ErrorStatus, [200, 399, 600], "code"),
        (Delay, [-1], "seconds"),
        (SlowOffset, [-0.1, float("nan")], "seconds"),
        (lambda value: Delay(1, probability=value), [-0.1, 1.1], "probability"),
        (lambda value: Delay(1, times=value), [0], "times"),
        (WrongJson, [float("nan"), object()], "JSON"),
        (ChangedFields, [{"x": float("inf")}], "JSON"),
        (ChangedFields, [{"x": "\ud800"}], "surrogates"),
        (CappedTake, [0], "at_most"),
        (RateLimit, [0], "per_second"),
        (lambda value: RateLimit(5, burst=value), [0], "burst"),
        (IgnoreFilter, ["", "name[", "name]", "[name]", "name[a]b", "name[[a]]"], "is not of the form"),
        (IgnoreParameter, ["page"], "'page'"),
    ],
)
def test_invalid_faults_are_refused(make: Callable[[Any], Fault], values: list[Any], message: str) -> None:
    for value in values:
        with pytest.raises((ValueError, TypeError), match=message):
            make(value)
