"""Many requests to a server that fails in many ways: a list or scan is complete, or tells what went wrong."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import pytest
from attrs import evolve
from quentli_resources.registry import MAX_TAKE
from support.clients import Connect, RunSandbox

from quentli_query import Q, QuentliError
from quentli_query.sandbox import (
    CutBody,
    Delay,
    DropConnection,
    ErrorStatus,
    Html,
    TruncatedJson,
    WrongJson,
)

FAULTS = (
    ErrorStatus(500, retry_after=0),
    ErrorStatus(503, retry_after=0),
    ErrorStatus(429, retry_after=0),
    DropConnection(),
    CutBody(),
    TruncatedJson(),
    Html(),
    WrongJson(),
    Delay(0.01),
)
FAULTY = 0.3
"""The share of requests that meet a fault. Some meet more than one."""

SOME_DAY = datetime(2100, 1, 1, tzinfo=UTC)
BY_CREATION = [Q.created_at.asc(), Q.id.asc()]


def start(quentli: Any, number: int) -> Any:
    """Begin a list or scan of all customers. No two have the same filter, so a request seen twice is a retry."""
    chance = random.Random(number)
    options = {
        "filter": Q.created_at < SOME_DAY + timedelta(seconds=number),
        "take": chance.choice([MAX_TAKE, MAX_TAKE - 10, MAX_TAKE // 2]),
        "prefetch": chance.choice([0, 1, 4, 16]),
    }
    if chance.random() < 0.5:
        return quentli.customers.scan(**options)
    return quentli.customers.list(**options, order_by=BY_CREATION)


def read(quentli: Any, number: int) -> tuple[list[str], bool]:
    """Return the ids of a list as far as it came, and whether it came to its end."""
    seen: list[str] = []
    try:
        for customer in start(quentli, number):
            seen.append(customer.id)  # noqa: PERF401 - what came before an error counts
    except QuentliError:
        return seen, False
    return seen, True


@pytest.mark.parametrize("max_retries", [0, 3])
@pytest.mark.parametrize(
    "enough",
    [30, pytest.param(150, marks=pytest.mark.slow), pytest.param(2000, marks=pytest.mark.exhaustive)],
)
def test_a_list_is_complete_or_tells_what_went_wrong(
    enough: int, max_retries: int, run_sandbox: RunSandbox, connect: Connect
) -> None:
    each = 1 - (1 - FAULTY) ** (1 / len(FAULTS))
    sandbox = run_sandbox(*(evolve(fault, probability=each) for fault in FAULTS), customers=250, seed=7)
    quentli, numbers = connect(sandbox, max_retries=max_retries), count()
    by_creation = sorted(sandbox.customers, key=lambda record: (record["createdAt"], record["id"]))
    expected = [record["id"] for record in by_creation]
    ended = 0
    while len(sandbox.requests) < enough:
        seen, is_complete = read(quentli, next(numbers))
        assert seen == (expected if is_complete else expected[: len(seen)])
        ended += is_complete
    assert any(request.faults for request in sandbox.requests)
    # In a short run none might be complete, with bad luck: the order in which requests come in decides.
    assert ended or enough < 2000
    retries = len(sandbox.requests) - len({request.query for request in sandbox.requests})
    assert bool(retries) is bool(max_retries)
