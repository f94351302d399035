"""A sandbox that misbehaves: what a client gets to see of each fault, and which requests meet it."""

from __future__ import annotations

import asyncio
import json
import logging
import threading
import time
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from support.asking import NO_TLS, ask, client_of, get, ids

from quentli_query import APIConnectionError, InternalServerError, Quentli, RateLimitError, ResponseError
from quentli_query.sandbox import (
    ChangedFields,
    CutBody,
    Delay,
    DropConnection,
    ErrorStatus,
    Fault,
    Html,
    IgnoreFilter,
    MissingFields,
    RecordedRequest,
    Sandbox,
    TruncatedJson,
    WrongJson,
)

if TYPE_CHECKING:
    from collections.abc import Callable

OWN = [{"id": "a", "name": "Ana"}, {"id": "b", "name": "Beto"}, {"id": "c", "name": "Cira"}]


def answer_with(*faults: Fault) -> httpx.Response:
    with Sandbox(OWN, faults=faults) as sandbox:
        return ask(sandbox)


def statuses(sandbox: Sandbox, count: int, **params: str | int) -> list[int]:
    return [ask(sandbox, **params).status_code for _ in range(count)]


# Errors


@pytest.mark.parametrize(
    ("code", "message"),
    [(500, "Internal Server Error"), (429, "Too Many Requests"), (520, "Status 520"), (599, "Status 599")],
)
def test_an_error_has_the_body_of_the_api(code: int, message: str) -> None:
    answer = answer_with(ErrorStatus(code))
    assert answer.status_code == code
    assert answer.headers["content-type"] == "application/json"
    assert "retry-after" not in answer.headers
    assert answer.json() == {"error": {"message": message}}


def test_an_error_can_say_something_else() -> None:
    assert answer_with(ErrorStatus(400, message="Nope")).json() == {"error": {"message": "Nope"}}


@pytest.mark.parametrize("body", [b"", b"<h1>Bad gateway</h1>", b"\xff\x00"])
def test_an_error_can_have_any_body(body: bytes) -> None:
    answer = answer_with(ErrorStatus(502, body=body, content_type="text/html"))
    assert (answer.status_code, answer.content) == (502, body)
    assert answer.headers["content-type"] == "text/html"


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
def test_an_error_can_say_when_to_try_again(given: int | str | datetime, sent: str) -> None:
    assert answer_with(ErrorStatus(503, retry_after=given)).headers["retry-after"] == sent


@pytest.mark.parametrize("code", [200, 399, 600])
def test_an_error_has_the_status_of_one(code: int) -> None:
    with pytest.raises(ValueError, match="code"):
        ErrorStatus(code)


# Connections


def test_a_dropped_connection_gives_no_byte(caplog: pytest.LogCaptureFixture) -> None:
    with Sandbox(OWN, faults=[DropConnection()]) as sandbox:
        with pytest.raises(httpx.RemoteProtocolError, match="without sending a response"):
            ask(sandbox)
        (recorded,) = sandbox.requests
    assert (recorded.status, recorded.faults) == (None, (DropConnection(),))
    assert [record.levelname for record in caplog.records if record.levelno >= logging.WARNING] == []


def test_a_cut_body_is_shorter_than_promised(caplog: pytest.LogCaptureFixture) -> None:
    whole = answer_with().content
    with Sandbox(OWN, faults=[CutBody()]) as sandbox, client_of(sandbox) as client:
        received: list[bytes] = []
        with client.stream("GET", "/v1/customers") as answer:
            assert (answer.status_code, answer.headers["content-length"]) == (200, str(len(whole)))
            with pytest.raises(httpx.RemoteProtocolError, match=r"received \d+ bytes, expected"):
                received.extend(answer.iter_raw())
        assert sandbox.requests[0].status == 200
    assert b"".join(received) == whole[: len(whole) // 2] != b""
    assert [record.levelname for record in caplog.records if record.levelno >= logging.WARNING] == []


@pytest.mark.parametrize("fault", [DropConnection(times=1), CutBody(times=1)])
def test_the_next_request_is_answered(fault: Fault) -> None:
    with Sandbox(OWN, faults=[fault]) as sandbox, client_of(sandbox) as client:
        with pytest.raises(httpx.RemoteProtocolError):
            client.get("/v1/customers")
        assert ids(client.get("/v1/customers")) == ["a", "b", "c"]


def test_a_head_request_can_be_dropped_too() -> None:
    with (
        Sandbox(OWN, faults=[DropConnection()]) as sandbox,
        client_of(sandbox) as client,
        pytest.raises(httpx.RemoteProtocolError),
    ):
        client.head("/v1/customers")


# Delays


def test_a_delay_comes_before_the_first_byte() -> None:
    with Sandbox(OWN, faults=[Delay(0.2), Delay(0.1, only={1})]) as sandbox, client_of(sandbox) as client:
        durations = []
        for _ in range(2):
            start = time.perf_counter()
            with client.stream("GET", "/v1/customers") as answer:
                durations.append(time.perf_counter() - start)
                assert answer.read()
    assert durations[0] >= 0.3
    assert 0.2 <= durations[1] < durations[0]


def test_requests_are_delayed_at_the_same_time() -> None:
    async def burst(sandbox: Sandbox) -> None:
        headers = {"Authorization": f"Bearer {sandbox.api_key}"}
        async with httpx.AsyncClient(base_url=sandbox.url, headers=headers, verify=NO_TLS) as client:
            await asyncio.gather(*(client.get("/v1/customers") for _ in range(10)))

    with Sandbox(OWN, faults=[Delay(0.3)]) as sandbox:
        start = time.perf_counter()
        asyncio.run(burst(sandbox))
        assert 0.3 <= time.perf_counter() - start < 2.5


def test_nobody_waits_for_a_client_that_has_gone(caplog: pytest.LogCaptureFixture) -> None:
    with Sandbox(OWN, faults=[Delay(60)]) as sandbox:
        with pytest.raises(httpx.ReadTimeout):
            get(sandbox, "/v1/customers", timeout=0.2)
        assert sandbox.requests[0].faults == (Delay(60),)
        start = time.perf_counter()
    assert time.perf_counter() - start < 1.5
    assert [record.levelname for record in caplog.records if record.levelno >= logging.WARNING] == []


def test_a_client_that_waits_does_not_keep_the_sandbox_from_stopping(
    caplog: pytest.LogCaptureFixture,
) -> None:
    failures = []

    def wait(sandbox: Sandbox) -> None:
        with pytest.raises(httpx.RemoteProtocolError) as caught:
            get(sandbox, "/v1/customers", timeout=60)
        failures.append(caught.value)

    with Sandbox(OWN, faults=[Delay(60)]) as sandbox:
        waiting = threading.Thread(target=wait, args=(sandbox,))
        waiting.start()
        while not sandbox.requests:
            time.sleep(0.01)
        start = time.perf_counter()
    assert time.perf_counter() - start < 1.5
    waiting.join(timeout=10)
    assert len(failures) == 1
    assert [record.levelname for record in caplog.records if record.levelno >= logging.WARNING] == []


def test_no_delay_is_negative() -> None:
    with pytest.raises(ValueError, match="seconds"):
        Delay(-1)


# Bodies


def test_truncated_json_is_complete_http() -> None:
    whole, cut = answer_with(), answer_with(TruncatedJson())
    assert (cut.status_code, cut.headers["content-type"]) == (200, "application/json")
    assert cut.content == whole.content[: len(whole.content) // 2]
    with pytest.raises(json.JSONDecodeError):
        cut.json()


def test_even_an_empty_list_can_be_truncated() -> None:
    with Sandbox([], faults=[TruncatedJson()]) as sandbox:
        assert ask(sandbox).content == b"["


@pytest.mark.parametrize("value", [None, 5, "x", {"data": []}, [[]], [None]])
def test_wrong_json_is_sound(value: Any) -> None:
    answer = answer_with(WrongJson(value))
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/json")
    assert answer.json() == value


def test_wrong_json_is_an_empty_object_if_nothing_is_said() -> None:
    assert answer_with(WrongJson()).content == b"{}"


def test_html_is_an_answer_without_an_error() -> None:
    answer = answer_with(Html())
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert answer.text.startswith("<!doctype html>")
    assert answer_with(Html("<p>¿Quién?")).text == "<p>¿Quién?"


# Records


@pytest.mark.parametrize("fields", ["name", ["name"], ("name", "email")])
def test_fields_can_be_missing(fields: Any) -> None:
    assert answer_with(MissingFields(fields)).json() == [{"id": "a"}, {"id": "b"}, {"id": "c"}]
    assert answer_with(MissingFields(fields, at=1)).json() == [OWN[0], {"id": "b"}, OWN[2]]


def test_fields_can_have_other_values() -> None:
    new = {"loyaltyTier": "ORO", "name": None}
    assert answer_with(ChangedFields(new)).json() == [{**record, **new} for record in OWN]
    unreadable = {"createdAt": "yesterday"}
    assert answer_with(ChangedFields(unreadable, at=2)).json() == [*OWN[:2], {**OWN[2], **unreadable}]


def test_a_record_that_is_not_on_the_page_is_left_alone() -> None:
    assert answer_with(ChangedFields({"name": "x"}, at=3)).json() == OWN


def test_only_answers_change_and_not_the_records() -> None:
    with Sandbox(OWN, faults=[ChangedFields({"name": "Zoé"}, times=1)]) as sandbox:
        assert ids(ask(sandbox, filter="name=Ana")) == ["a"]
        assert sandbox.customers[0]["name"] == "Ana"
        assert ask(sandbox).json() == OWN


@pytest.mark.parametrize("wrong", [float("nan"), float("inf")])
def test_values_are_json(wrong: float) -> None:
    for make in (WrongJson, lambda value: ChangedFields({"x": value})):
        with pytest.raises(ValueError, match="JSON"):
            make(wrong)
        with pytest.raises(TypeError, match="JSON"):
            make(object())


# Several faults


def test_faults_are_applied_in_their_order() -> None:
    assert answer_with(Html("abcd"), ErrorStatus(500), TruncatedJson()).status_code == 500
    assert answer_with(ErrorStatus(500), Html("abcd"), TruncatedJson()).text == "ab"
    assert answer_with(MissingFields("name"), ChangedFields({"name": 1}, at=0)).json()[0]["name"] == 1
    assert "name" not in answer_with(ChangedFields({"name": 1}), MissingFields("name")).json()[0]


def test_a_request_tells_which_faults_it_met() -> None:
    first, second = ErrorStatus(500, only={1}), IgnoreFilter("name")
    with Sandbox(OWN, faults=[first, second]) as sandbox:
        statuses(sandbox, 2)
        sandbox.misbehave()
        statuses(sandbox, 1)
    assert [each.faults for each in sandbox.requests] == [(first, second), (second,), ()]


def test_a_fault_on_its_own_does_nothing() -> None:
    with Sandbox(OWN, faults=[Fault()]) as sandbox:
        assert ask(sandbox).json() == OWN
        assert sandbox.requests[0].faults == (Fault(),)


# Which requests


@pytest.mark.parametrize(
    ("limits", "expected"),
    [
        ({}, "xxxxxx"),
        ({"only": {2, 5}}, ".x..x."),
        ({"only": range(1, 4)}, "xxx..."),
        ({"only": [6, 7]}, ".....x"),
        ({"only": ()}, "......"),
        ({"times": 2}, "xx...."),
        ({"times": 2, "only": {1, 3, 4}}, "x.x..."),
        ({"times": 9}, "xxxxxx"),
        ({"probability": 0.0}, "......"),
        ({"probability": 1.0}, "xxxxxx"),
    ],
)
def test_faults_come_where_they_are_told_to(limits: dict[str, Any], expected: str) -> None:
    with Sandbox(OWN, faults=[ErrorStatus(500, **limits)]) as sandbox:
        assert statuses(sandbox, 6) == [500 if each == "x" else 200 for each in expected]


@pytest.mark.parametrize(
    ("only", "expected"),
    [
        (lambda request: request.skip == 1, [200, 500, 200, 200]),
        (lambda request: request.filter == {"name": "Ana"}, [200, 200, 500, 200]),
        (lambda request: request.order_by is not None, [200, 200, 200, 500]),
        (lambda request: (request.method, request.path) != ("GET", "/v1/customers"), [200] * 4),
        (lambda request: request.status is None and not request.faults, [500] * 4),
    ],
)
def test_a_function_can_say_which_requests(
    only: Callable[[RecordedRequest], bool], expected: list[int]
) -> None:
    with Sandbox(OWN, faults=[ErrorStatus(500, only=only)]) as sandbox:
        asked: list[dict[str, Any]] = [{}, {"skip": 1}, {"filter": "name=Ana"}, {"orderBy": "name=asc"}]
        assert [ask(sandbox, **params).status_code for params in asked] == expected


def test_every_request_counts_also_those_that_are_refused() -> None:
    with Sandbox(OWN, faults=[ErrorStatus(500, only={3, 4})]) as sandbox:
        asked = [get(sandbox, path) for path in ("/nowhere", "/v1/customers", "/nowhere", "/v1/customers")]
    assert [each.status_code for each in asked] == [404, 200, 500, 500]


def test_a_request_that_is_spared_does_not_count_as_one_of_the_times() -> None:
    with Sandbox(OWN, seed=1, faults=[ErrorStatus(500, probability=0.5, times=3)]) as sandbox:
        seen = statuses(sandbox, 30)
    assert seen.count(500) == 3
    assert seen[:3] != [500] * 3


def test_probabilities_are_those_of_the_seed() -> None:
    def drawn(seed: int, *before: Fault) -> list[int]:
        fault = ErrorStatus(500, probability=0.3)
        with Sandbox(OWN, seed=seed, faults=[fault, *before]) as sandbox, client_of(sandbox) as client:
            return [client.get("/v1/customers").status_code for _ in range(200)]

    first = drawn(7)
    assert 30 < first.count(500) < 90
    assert drawn(7) == first
    assert drawn(8) != first
    assert drawn(7, Delay(0, probability=0.5)) == first


def test_faults_with_the_same_probability_are_independent() -> None:
    faults = [Delay(0, probability=0.5), Delay(0.0, probability=0.5)]
    with Sandbox(OWN, faults=faults) as sandbox, client_of(sandbox) as client:
        for _ in range(60):
            client.get("/v1/customers")
        assert {len(each.faults) for each in sandbox.requests} == {0, 1, 2}


@pytest.mark.parametrize("limits", [{"probability": -0.1}, {"probability": 1.1}, {"times": 0}])
def test_limits_are_possible_ones(limits: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=next(iter(limits))):
        Delay(1, **limits)


def test_faults_can_change_while_it_serves() -> None:
    with Sandbox(OWN, faults=[ErrorStatus(500)]) as sandbox:
        assert statuses(sandbox, 1) == [500]
        sandbox.misbehave(ErrorStatus(503, only={1}), ErrorStatus(502, only={2}))
        assert statuses(sandbox, 3) == [503, 502, 200]
        sandbox.misbehave()
        assert statuses(sandbox, 1) == [200]


# What our client makes of it


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (ErrorStatus(500), InternalServerError),
        (ErrorStatus(520, body=b"<h1>?</h1>"), InternalServerError),
        (ErrorStatus(429, retry_after=0), RateLimitError),
        (DropConnection(), APIConnectionError),
        (CutBody(), APIConnectionError),
        (TruncatedJson(), ResponseError),
        (WrongJson(), ResponseError),
        (WrongJson([5]), ResponseError),
        (Html(), ResponseError),
        (MissingFields("id"), ResponseError),
        (ChangedFields({"createdAt": "yesterday"}, at=3), ResponseError),
    ],
)
def test_our_client_names_the_fault(fault: Fault, error: type[Exception]) -> None:
    with Sandbox(5, faults=[fault]) as sandbox, Quentli(sandbox.api_key, base_url=sandbox.url) as quentli:
        with pytest.raises(error):
            quentli.customers.list()
        sandbox.misbehave()
        assert len(quentli.customers.list().data) == 5


def test_our_client_lives_with_fields_that_it_does_not_know() -> None:
    faults = [ChangedFields({"loyaltyTier": "PLATINUM"})]
    with Sandbox(5, faults=faults) as sandbox, Quentli(sandbox.api_key, base_url=sandbox.url) as quentli:
        assert [each.id for each in quentli.customers.list()] == [each["id"] for each in sandbox.customers]
