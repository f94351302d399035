"""The gate: requests of one client keep to what the server says about its limits."""

from __future__ import annotations

import sys
import time
from typing import Any

import pytest
from support.clients import Connect, RunSandbox, ids, send
from support.constants import set_constant

from quentli_query import RateLimitError
from quentli_query.client.http.gate import (
    FIRST_INTERVAL,
    LONGEST_INTERVAL,
    RECHECK_SECONDS,
    Gate,
    StopSignal,
    Ticket,
)
from quentli_query.sandbox import ErrorStatus, RateLimit


def enter(gate: Gate, count: int, now: float) -> list[Ticket]:
    """Let attempts begin, the oldest call first."""
    tickets = [Ticket(number) for number in range(count)]
    for ticket in tickets:
        gate.admit(ticket, now)
    return [ticket for ticket in tickets if ticket.entered == now]


def refuse_all(gate: Gate, tickets: list[Ticket], seconds: float, now: float) -> None:
    for ticket in tickets:
        gate.refuse(ticket, seconds, now)
        gate.leave(ticket, now)


def test_a_refusal_closes_the_gate_for_all_with_jitter() -> None:
    gate = Gate()
    refuse_all(gate, enter(gate, 1, now=0), 8, now=0)
    assert 8 <= gate.admit(Ticket(0), now=0) <= 8 * 1.2
    assert gate.admit(Ticket(0), now=10) in (0, RECHECK_SECONDS)


def test_a_burst_of_refusals_halves_the_requests_in_flight_once_and_successes_restore_them() -> None:
    gate = Gate()
    refuse_all(gate, enter(gate, 16, now=0), 1, now=0.5)

    def count_admitted(now: float) -> int:
        tickets = [Ticket(number) for number in range(40)]
        for step in range(40):
            for ticket in tickets:
                if ticket.entered < 0:
                    gate.admit(ticket, now + step)
        for ticket in tickets:
            gate.leave(ticket, now + 40)
        return sum(ticket.entered > 0 for ticket in tickets)

    assert count_admitted(now=10) == 8
    for _ in range(50):
        gate.leave(Ticket(), 50, accepted=True)
    assert 8 < count_admitted(now=60) < 16


def test_the_oldest_call_goes_first_and_is_woken() -> None:
    gate = Gate()
    (running,) = enter(gate, 1, now=0)
    gate.refuse(running, 5, now=0)
    woken: list[str] = []
    young, old = Ticket(2, wake=lambda: woken.append("young")), Ticket(1, wake=lambda: woken.append("old"))
    assert gate.admit(young, now=1) == RECHECK_SECONDS
    assert gate.admit(old, now=1) == RECHECK_SECONDS
    gate.leave(running, now=1)
    assert woken == ["old"]
    assert gate.admit(young, now=20) == RECHECK_SECONDS
    assert gate.admit(old, now=20) == 0


@pytest.mark.parametrize(
    ("accepted", "seconds", "interval"),
    [(5, 1.0, 0.2), (0, 1.0, 2 * FIRST_INTERVAL), (1, 50, LONGEST_INTERVAL)],
)
def test_the_interval_is_learned_from_what_the_server_accepted(
    accepted: int, seconds: float, interval: float
) -> None:
    gate = Gate()
    refuse_all(gate, enter(gate, 1, now=0), 0.1, now=1)
    ticket = Ticket(0)
    for now in (1, 1.5):
        gate.admit(ticket, now)
    for _ in range(accepted):
        gate.leave(Ticket(), 1.5, accepted=True)
    refuse_all(gate, [ticket], 0.1, now=1 + seconds)
    assert gate._interval == pytest.approx(interval)


def test_time_in_which_nobody_asks_teaches_nothing() -> None:
    gate = Gate()
    refuse_all(gate, enter(gate, 1, now=0), 0.1, now=0)
    (ticket,) = enter(gate, 1, now=1000)
    gate.leave(Ticket(), 1000.1, accepted=True)
    refuse_all(gate, [ticket], 0.1, now=1000.2)
    assert gate._interval == pytest.approx(0.2)


@pytest.mark.parametrize(
    ("customers", "rate", "retry_after"),
    [(800, 20.0, None), pytest.param(2000, 5.0, 1, marks=pytest.mark.slow)],
)
def test_a_list_is_complete_in_spite_of_a_rate_limit(
    customers: int,
    rate: float,
    retry_after: int | None,
    run_sandbox: RunSandbox,
    connect: Connect,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    set_constant(monkeypatch, "PAUSE_SECONDS", 0.25)
    sandbox = run_sandbox(RateLimit(rate, burst=5, retry_after=retry_after), customers=customers)
    found = list(connect(sandbox).customers.list(take=customers // 20, prefetch=16))
    assert ids(found) == ids(sandbox.customers)
    assert sum(request.status == 429 for request in sandbox.requests) <= 30


def test_another_client_is_not_slowed_down(run_sandbox: RunSandbox, connect_sync: Connect) -> None:
    limited = connect_sync(run_sandbox(ErrorStatus(429, retry_after=20, times=1)), max_retries=0)
    other = connect_sync(run_sandbox())
    with pytest.raises(RateLimitError):
        send(limited)
    began = time.monotonic()
    for _ in range(5):
        send(other)
    assert time.monotonic() - began < 4


def test_copies_and_writes_wait_at_the_same_gate(run_sandbox: RunSandbox, connect: Connect) -> None:
    sandbox = run_sandbox(ErrorStatus(429, retry_after=1, times=1))
    quentli = connect(sandbox, max_retries=0)
    with pytest.raises(RateLimitError):
        send(quentli)
    began = time.monotonic()
    send(
        quentli.with_options(strict=True), "POST", json={"input": {"name": "Ana", "email": "ana@example.com"}}
    )
    assert time.monotonic() - began > 0.9
    assert len(sandbox.requests) == 2


def test_requests_are_spaced_evenly(run_sandbox: RunSandbox, connect: Connect) -> None:
    sent: list[float] = []

    def note(_request: Any) -> bool:
        sent.append(time.monotonic())
        return False

    quentli = connect(run_sandbox(ErrorStatus(503, only=note), customers=100), max_requests_per_second=50)
    assert len(list(quentli.with_options(strict=True).customers.list(take=10, prefetch=8))) == 100
    assert (sent[-1] - sent[0]) / (len(sent) - 1) >= 0.019


def test_a_signal_is_set_while_threads_derive_others() -> None:
    stop = StopSignal()
    derived = [stop.derive(), stop.derive()]
    sys.setprofile(lambda *_: derived.append(stop.derive()))  # as a thread may between any two calls
    try:
        stop.set()
    finally:
        sys.setprofile(None)
    assert len(derived) > 2
    assert all(signal.is_set for signal in derived)
