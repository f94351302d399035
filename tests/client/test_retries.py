"""Retries: which requests, how often, after how long a wait."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from support.clients import Connect, RunSandbox, send
from support.constants import set_constant
from support.stub_server import closed_port, silent_server

from quentli_query import APIConnectionError, APIError, APITimeoutError, InternalServerError, RateLimitError
from quentli_query.client.http.gate import Gate, StopSignal
from quentli_query.sandbox import CutBody, Delay, DropConnection, ErrorStatus

TRANSIENT = [408, 429, 500, 502, 503, 504]
PERMANENT = [400, 401, 403, 404, 409, 418, 422, 501, 505, 520]


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The waits between attempts, in seconds. Nothing sleeps."""
    slept: list[float] = []
    monkeypatch.setattr(StopSignal, "wait", lambda _stop, seconds: slept.append(seconds))
    return slept


@pytest.mark.parametrize(
    "fault",
    [*(ErrorStatus(code, times=2) for code in TRANSIENT), DropConnection(times=2), CutBody(times=2)],
    ids=repr,
)
def test_transient_failures_are_retried(fault: Any, run_sandbox: RunSandbox, connect: Connect) -> None:
    sandbox = run_sandbox(fault)
    assert len(send(connect(sandbox)).json()) == 3
    assert len(sandbox.requests) == 3


@pytest.mark.parametrize(
    ("max_retries", "effort"), [(0, ""), (1, " (after 1 retry)"), (4, " (after 4 retries)")]
)
@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (ErrorStatus(503), InternalServerError),
        (ErrorStatus(429), RateLimitError),
        (DropConnection(), APIConnectionError),
        (CutBody(), APIConnectionError),
    ],
)
def test_lasting_failures_are_given_up_after_the_chosen_number_of_retries(
    fault: Any, kind: type[APIError], max_retries: int, effort: str, run_sandbox: RunSandbox, connect: Connect
) -> None:
    sandbox = run_sandbox(fault)
    with pytest.raises(kind) as caught:
        send(connect(sandbox, max_retries=max_retries))
    assert caught.value.retries == max_retries
    assert str(caught.value).endswith(effort)
    assert effort or "after" not in str(caught.value)
    assert len(sandbox.requests) == max_retries + 1


@pytest.mark.parametrize("code", PERMANENT)
def test_permanent_failures_are_not_retried(code: int, run_sandbox: RunSandbox, connect: Connect) -> None:
    sandbox = run_sandbox(ErrorStatus(code))
    with pytest.raises(APIError, match=f"status {code}") as caught:
        send(connect(sandbox))
    assert caught.value.retries == 0
    assert len(sandbox.requests) == 1


@pytest.mark.parametrize(
    ("method", "fault"),
    [
        *(("POST", fault) for fault in (ErrorStatus(429, retry_after=0), DropConnection(), Delay(0.5))),
        *((method, ErrorStatus(503)) for method in ("POST", "PUT", "PATCH", "DELETE")),
    ],
)
def test_writes_are_never_retried(method: str, fault: Any, run_sandbox: RunSandbox, connect: Connect) -> None:
    sandbox = run_sandbox(fault)
    with pytest.raises(APIError) as caught:
        send(connect(sandbox, timeout=0.2), method, content=b"{}")
    assert (caught.value.method, caught.value.retries) == (method, 0)
    assert [request.method for request in sandbox.requests] == [method]


@pytest.mark.parametrize(
    ("serve", "kind", "problem"),
    [
        (silent_server, APITimeoutError, r"in time \(ReadTimeout\) \(after 2 retries\)$"),
        (closed_port, APIConnectionError, "ConnectError: "),
    ],
)
def test_no_answer(serve: Any, kind: type[APIError], problem: str, connect: Connect) -> None:
    with (
        serve() as url,
        pytest.raises(APIConnectionError, match=rf"no answer from 127\.0\.0\.1.*{problem}") as caught,
    ):
        send(connect(url, timeout=0.03))
    assert (type(caught.value), caught.value.retries) == (kind, 2)


@pytest.mark.parametrize(
    ("retry_after", "low", "high"),
    [
        (7, 7, 7),
        (timedelta(seconds=9), 7, 9),
        # The server doesn't say.
        *((odd, 0, 0) for odd in (0, timedelta(seconds=-9), "soon", "-5", "1e9", "Fri, 99 Jan 2025")),
        ("Fri, 10 Jan 99999999999999 12:00:00 GMT", 0, 0),
    ],
)
@pytest.mark.parametrize("code", [429, 503])
def test_the_server_may_say_how_long_to_hold_back_all_requests(
    code: int,
    retry_after: Any,
    low: float,
    high: float,
    run_sandbox: RunSandbox,
    connect_sync: Connect,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pauses: list[float] = []
    monkeypatch.setattr(Gate, "refuse", lambda _gate, _ticket, seconds, _now: pauses.append(seconds))
    if isinstance(retry_after, timedelta):
        retry_after += datetime.now(UTC)
    sandbox = run_sandbox(ErrorStatus(code, retry_after=retry_after, times=2))
    assert len(send(connect_sync(sandbox)).json()) == 3
    is_readable = isinstance(retry_after, (int, datetime))
    assert len(pauses) == (2 if code == 429 or is_readable else 0)
    assert all(low <= pause <= high for pause in pauses)


def test_other_failures_hold_back_only_their_own_retry(
    waits: list[float], run_sandbox: RunSandbox, connect_sync: Connect
) -> None:
    send(connect_sync(run_sandbox(ErrorStatus(502, retry_after=7, times=2))))
    assert waits == [7, 7]


@pytest.mark.parametrize("code", [429, 500, 503])
@pytest.mark.parametrize(
    "retry_after", [31, "9" * 400, datetime(2999, 1, 1, tzinfo=UTC), "Fri, 31 Dec 9999 23:59:59 GMT"]
)
def test_a_longer_wait_than_half_a_minute_ends_the_call_at_once(
    code: int, retry_after: Any, run_sandbox: RunSandbox, connect_sync: Connect
) -> None:
    sandbox = run_sandbox(ErrorStatus(code, retry_after=retry_after, times=1))
    quentli = connect_sync(sandbox)
    with pytest.raises(APIError, match=f"status {code}") as caught:
        send(quentli)
    assert caught.value.retries == 0
    send(quentli)  # is not held back


def test_a_longer_wait_than_the_time_left_ends_the_call_at_once(
    run_sandbox: RunSandbox, connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_constant(monkeypatch, "BUDGET_SECONDS", 5)
    with pytest.raises(RateLimitError) as caught:
        send(connect(run_sandbox(ErrorStatus(429, retry_after=6))))
    assert (caught.value.retries, caught.value.retry_after) == (0, 6)


def test_the_backoff_doubles_and_is_spread_over_its_whole_length(
    waits: list[float], run_sandbox: RunSandbox, connect_sync: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_constant(monkeypatch, "BACKOFF_SECONDS", 1000)
    set_constant(monkeypatch, "LONGEST_WAIT_SECONDS", 1e6)
    set_constant(monkeypatch, "BUDGET_SECONDS", 1e9)
    ranges: list[tuple[float, float]] = []

    def half_way(low: float, high: float) -> float:
        ranges.append((low, high))
        return (low + high) / 2

    monkeypatch.setattr("httpx_retries.retry.random.uniform", half_way)
    send(connect_sync(run_sandbox(ErrorStatus(503, times=3)), max_retries=3))
    assert waits == [1000, 2000, 4000]
    assert ranges == [(0, 1)] * 3


def test_nothing_is_retried_once_the_time_is_over(
    run_sandbox: RunSandbox, connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_constant(monkeypatch, "BUDGET_SECONDS", 0.4)
    quentli = connect(run_sandbox(Delay(0.25), ErrorStatus(503)), max_retries=1000)
    began = time.monotonic()
    with pytest.raises(InternalServerError) as caught:
        send(quentli)
    assert 1 <= caught.value.retries < 5
    assert time.monotonic() - began < 2


def test_with_options_changes_the_retries_of_one_client(run_sandbox: RunSandbox, connect: Connect) -> None:
    quentli = connect(run_sandbox(ErrorStatus(503)), max_retries=3)
    for client, retries in ((quentli.with_options(max_retries=0), 0), (quentli, 3)):
        with pytest.raises(InternalServerError) as caught:
            send(client)
        assert caught.value.retries == retries
