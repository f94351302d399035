"""Responses of a sandbox with faults, and the requests that meet them."""

from __future__ import annotations

import json
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
    RecordedRequest,
    Sandbox,
    ShuffledTies,
    SlowOffset,
    TruncatedJson,
    UnescapedWildcards,
    WrongJson,
)
from quentli_query.sandbox.faults import ActiveFaults

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


# Errors


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        (ErrorStatus(500), "Internal Server Error"),
        (ErrorStatus(429), "Too Many Requests"),
        (ErrorStatus(520), "Status 520"),
        (ErrorStatus(599), "Status 599"),
        (ErrorStatus(400, message="Nope"), "Nope"),
    ],
)
def test_error_has_the_body_of_the_api(sandbox: Sandbox, fault: ErrorStatus, message: str) -> None:
    response = respond(sandbox, fault)
    assert response.status_code == fault.code
    assert response.headers["content-type"] == "application/json"
    assert "retry-after" not in response.headers
    assert response.json() == {"error": {"message": message}}


@pytest.mark.parametrize("body", [b"", b"<h1>Bad gateway</h1>", b"\xff\x00"])
def test_error_can_have_any_body(sandbox: Sandbox, body: bytes) -> None:
    response = respond(sandbox, ErrorStatus(502, body=body, content_type="text/html"))
    assert (response.status_code, response.content) == (502, body)
    assert response.headers["content-type"] == "text/html"


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        (3, "3"),
        (0, "0"),
        ("soon", "soon"),
        (datetime(2025, 1, 10, 12, 0, 0, 999, tzinfo=UTC), "Fri, 10 Jan 2025 12:00:00 GMT"),
        (datetime(2025, 1, 10, 6, tzinfo=timezone(timedelta(hours=-6))), "Fri, 10 Jan 2025 12:00:00 GMT"),
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
def test_stopping_does_not_wait_for_a_client_that_gave_up() -> None:
    with Sandbox(OWN, faults=[Delay(60)]) as sandbox:
        with pytest.raises(httpx.ReadTimeout):
            get(sandbox, "/v1/customers", timeout=0.2)
        assert sandbox.requests[0].faults == (Delay(60),)
        assert measure(sandbox.stop) < 1.5


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


# Bodies


def test_truncated_json_is_complete_http(sandbox: Sandbox) -> None:
    whole, cut = respond(sandbox), respond(sandbox, TruncatedJson())
    assert (cut.status_code, cut.headers["content-type"]) == (200, "application/json")
    assert cut.content == whole.content[: len(whole.content) // 2]
    with pytest.raises(json.JSONDecodeError):
        cut.json()
    assert respond(sandbox, WrongJson(), TruncatedJson()).content == b"{"


@pytest.mark.parametrize("value", [None, 5, "x", {"data": []}, [[]], [None]])
def test_wrong_json_is_valid_json(sandbox: Sandbox, value: Any) -> None:
    response = respond(sandbox, WrongJson(value))
    assert (response.status_code, response.headers["content-type"]) == (200, "application/json")
    assert response.json() == value


def test_html_has_status_200(sandbox: Sandbox) -> None:
    response = respond(sandbox, Html())
    assert (response.status_code, response.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert response.text.startswith("<!doctype html>")
    assert respond(sandbox, Html("<p>¿Quién?")).text == "<p>¿Quién?"


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


def test_page_without_a_fault_in_it_stays_as_it_is(sandbox: Sandbox) -> None:
    page = [b'{"id": "a", "total": 1.0}', b"no JSON"]
    assert ActiveFaults((Delay(1), IgnoreFilter("name"))).on_page(page) is page


# Queries


@pytest.mark.parametrize(
    ("condition", "found"),
    [
        ("name[contains]=%25", ["a", "b", "c"]),
        ("name[startsWith]=_n", ["a"]),
        ("name[endsWith]=%25t_", ["b"]),
        ("name[contains]=R", ["c"]),
        ("name[equals]=%25", []),
        ("name=Cir_", []),
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
    sandbox.misbehave(SlowOffset(0.2))
    assert measure(lambda: ask(sandbox, skip=2_000)) >= 0.4 > measure(lambda: ask(sandbox, skip=0))
    assert measure(lambda: ask(sandbox, skip=1_000)) >= 0.2
    sandbox.misbehave(SlowOffset(0.2), SlowOffset(0.1), Delay(0.1))
    assert measure(lambda: ask(sandbox, skip=1_000)) >= 0.4
    assert ask(sandbox, skip="x").status_code == 400


# Several faults


def test_faults_are_applied_in_their_order(sandbox: Sandbox) -> None:
    assert respond(sandbox, Html("abcd"), ErrorStatus(500), TruncatedJson()).status_code == 500
    assert respond(sandbox, ErrorStatus(500), Html("abcd"), TruncatedJson()).text == "ab"
    assert respond(sandbox, MissingFields("name"), ChangedFields({"name": 1}, at=0)).json()[0]["name"] == 1
    assert "name" not in respond(sandbox, ChangedFields({"name": 1}), MissingFields("name")).json()[0]


def test_recorded_request_lists_its_faults() -> None:
    first, second, without_effect = ErrorStatus(500, only={1}), IgnoreFilter("name"), Fault()
    with Sandbox(OWN, faults=[first, second, without_effect]) as sandbox:
        assert statuses(sandbox, 2) == [500, 200]
        sandbox.misbehave()
        assert statuses(sandbox, 1) == [200]
    assert [each.faults for each in sandbox.requests] == [
        (first, second, without_effect),
        (second, without_effect),
        (),
    ]


# Which requests


@pytest.mark.parametrize(
    ("limits", "expected"),
    [
        ({}, "xxxxxx"),
        ({"only": {2, 5}}, ".x..x."),
        ({"only": range(1, 4)}, "xxx..."),
        ({"only": ()}, "......"),
        ({"times": 2}, "xx...."),
        ({"times": 2, "only": {1, 3, 4}}, "x.x..."),
        ({"probability": 0.0}, "......"),
        ({"probability": 1.0}, "xxxxxx"),
    ],
)
def test_limits_choose_requests(sandbox: Sandbox, limits: dict[str, Any], expected: str) -> None:
    sandbox.misbehave(ErrorStatus(500, **limits))
    assert statuses(sandbox, 6) == [500 if each == "x" else 200 for each in expected]


@pytest.mark.parametrize(
    ("only", "expected"),
    [
        (lambda request: request.skip == 1, ".x.."),
        (lambda request: request.filter == {"name": "Ana"}, "..x."),
        (lambda request: request.order_by is not None, "...x"),
        (lambda request: (request.method, request.path) != ("GET", "/v1/customers"), "...."),
        (lambda request: request.status is None and not request.faults, "xxxx"),
    ],
)
def test_function_chooses_requests(
    sandbox: Sandbox, only: Callable[[RecordedRequest], bool], expected: str
) -> None:
    sandbox.misbehave(ErrorStatus(500, only=only))
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


def test_requests_beyond_a_rate_are_refused(sandbox: Sandbox) -> None:
    sandbox.misbehave(RateLimit(0.001, burst=2, retry_after=9))
    responses = [ask(sandbox) for _ in range(3)]
    assert [response.status_code for response in responses] == [200, 200, 429]
    assert responses[-1].headers["retry-after"] == "9"


def test_tokens_of_a_rate_come_back(sandbox: Sandbox) -> None:
    sandbox.misbehave(RateLimit(100))
    ask(sandbox)
    time.sleep(0.05)
    assert ask(sandbox).status_code == 200


def test_probabilities_are_those_of_the_seed() -> None:
    def drawn(seed: int, *more: Fault) -> list[int]:
        with Sandbox(OWN, seed=seed, faults=[ErrorStatus(500, probability=0.3), *more]) as sandbox:
            return statuses(sandbox, 100)

    first = drawn(7)
    assert 15 < first.count(500) < 45
    assert drawn(7) == first
    assert drawn(8) != first
    assert drawn(7, Delay(0, probability=0.5)) == first


def test_equal_probabilities_are_independent(sandbox: Sandbox) -> None:
    sandbox.misbehave(Delay(0, probability=0.5), Delay(0.0, probability=0.5))
    statuses(sandbox, 60)
    assert {len(each.faults) for each in sandbox.requests[-60:]} == {0, 1, 2}


# Refused

MISSPELLED = ("", "name[", "name]", "[name]", "name[a]b", "name[[a]]")


@pytest.mark.parametrize(
    ("make", "error", "message"),
    [
        *((lambda code=code: ErrorStatus(code), ValueError, "code") for code in (200, 399, 600)),
        (lambda: Delay(-1), ValueError, "seconds"),
        (lambda: Delay(1, probability=-0.1), ValueError, "probability"),
        (lambda: Delay(1, probability=1.1), ValueError, "probability"),
        (lambda: Delay(1, times=0), ValueError, "times"),
        (lambda: WrongJson(float("nan")), ValueError, "JSON"),
        (lambda: WrongJson(object()), TypeError, "JSON"),
        (lambda: ChangedFields({"x": float("inf")}), ValueError, "JSON"),
        (lambda: ChangedFields({"x": "\ud800"}), ValueError, "surrogates"),
        (lambda: CappedTake(0), ValueError, "at_most"),
        (lambda: SlowOffset(-0.1), ValueError, "seconds"),
        (lambda: RateLimit(0), ValueError, "per_second"),
        (lambda: RateLimit(5, burst=0), ValueError, "burst"),
        (lambda: SlowOffset(float("nan")), ValueError, "seconds"),
        (lambda: ShuffledTies(times=0), ValueError, "times"),
        *((lambda part=part: IgnoreFilter(part), ValueError, "is not of the form") for part in MISSPELLED),
        (lambda: IgnoreParameter("page"), ValueError, "'page'"),  # type: ignore[arg-type]
    ],
)
def test_invalid_faults_are_refused(make: Callable[[], Fault], error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        make()
