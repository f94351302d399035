"""Many requests to a server that fails in many ways: a list or scan is complete, or tells what went wrong."""

from __future__ import annotations

import asyncio
import logging
import random
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import count, islice
from typing import Any

import pytest
from attrs import define, evolve, field, frozen
from quentli_client.models import Customer
from quentli_resources.registry import MAX_TAKE

from quentli_query import AsyncQuentli, Filter, Q, Quentli, QuentliError
from quentli_query.sandbox import (
    CutBody,
    Delay,
    DropConnection,
    ErrorStatus,
    Html,
    Sandbox,
    TruncatedJson,
    WrongJson,
)

LOGGER = logging.getLogger(__name__)
"""Shows the figures beyond the verdict: `pytest --log-cli-level=INFO`."""

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

TAKES = (MAX_TAKE, MAX_TAKE - 10, MAX_TAKE // 2)
PREFETCHES = (0, 1, 4, 16)
THREADS = 5
COMPLETE = "complete"


@frozen
class Listing:
    """A list or scan to iterate over. No two have the same filter, so a request seen twice is a retry."""

    filter: Filter[Customer]
    take: int
    prefetch: int
    scans: bool

    def start(self, quentli: Any) -> Any:
        """Return the scan, or the first page of the list; with the async client, that has to be awaited."""
        method = quentli.customers.scan if self.scans else quentli.customers.list
        return method(self.filter, take=self.take, prefetch=self.prefetch)


def listings(seed: int) -> Iterator[Listing]:
    """Yield lists and scans of all customers without end."""
    chance = random.Random(seed)
    some_day = datetime(2100, 1, 1, tzinfo=UTC)
    for number in count():
        filter_ = Q.created_at < some_day + timedelta(seconds=number)
        yield Listing(filter_, chance.choice(TAKES), chance.choice(PREFETCHES), chance.random() < 0.5)


@define
class Soak:
    """Iterates over lists and scans, and counts how they end."""

    sandbox: Sandbox
    expected: list[Customer]
    options: dict[str, Any]
    endings: Counter[str] = field(factory=Counter)

    @contextmanager
    def noting(self, listing: Listing) -> Iterator[list[Customer]]:
        """Yield a list for the records; compare those before an error with all there are, and count the ending."""
        seen: list[Customer] = []
        ending, expected = COMPLETE, self.expected
        if listing.scans:
            expected = sorted(expected, key=lambda customer: (customer.created_at, customer.id))
        try:
            yield seen
        except QuentliError as error:
            ending, expected = type(error).__name__, expected[: len(seen)]
        assert seen == expected
        self.endings[ending] += 1

    def list(self, quentli: Quentli, listing: Listing) -> None:
        """Iterate over one list or scan."""
        with self.noting(listing) as seen:
            for customer in listing.start(quentli):
                seen.append(customer)

    async def list_async(self, quentli: AsyncQuentli, listing: Listing) -> None:
        """Iterate over one list or scan."""
        with self.noting(listing) as seen:
            started = listing.start(quentli)
            async for customer in started if listing.scans else await started:
                seen.append(customer)

    @property
    def requests(self) -> int:
        """Count the requests so far."""
        return len(self.sandbox.requests)

    @property
    def retries(self) -> int:
        """Count the repeated requests."""
        return self.requests - len({request.query for request in self.sandbox.requests})


def in_tasks(soak: Soak, enough: int, seed: int) -> None:
    async def main() -> None:
        endless = listings(seed)
        async with AsyncQuentli(soak.sandbox.api_key, base_url=soak.sandbox.url, **soak.options) as quentli:
            while soak.requests < enough:
                await asyncio.gather(*(soak.list_async(quentli, each) for each in islice(endless, THREADS)))

    asyncio.run(main())


def in_threads(soak: Soak, enough: int, seed: int) -> None:
    endless = listings(seed)
    with (
        Quentli(soak.sandbox.api_key, base_url=soak.sandbox.url, **soak.options) as quentli,
        ThreadPoolExecutor(THREADS) as pool,
    ):
        while soak.requests < enough:
            # Going through the outcomes raises what went wrong in a thread.
            list(pool.map(soak.list, [quentli] * THREADS, islice(endless, THREADS)))


@pytest.mark.parametrize("max_retries", [0, 3])
@pytest.mark.parametrize("way", [in_tasks, in_threads], ids=lambda way: way.__name__)
@pytest.mark.parametrize(
    "enough",
    [30, pytest.param(300, marks=pytest.mark.slow), pytest.param(2000, marks=pytest.mark.exhaustive)],
)
def test_a_list_is_complete_or_tells_what_went_wrong(
    enough: int,
    way: Callable[[Soak, int, int], None],
    max_retries: int,
) -> None:
    each = 1 - (1 - FAULTY) ** (1 / len(FAULTS))
    faults = [evolve(fault, probability=each) for fault in FAULTS]
    with Sandbox(customers=250, seed=7, faults=faults) as sandbox:
        expected = [Customer.from_dict(record) for record in sandbox.customers]
        soak = Soak(sandbox, expected, {"max_retries": max_retries})
        way(soak, enough, 7)
        faulty = sum(bool(request.faults) for request in sandbox.requests)
    figures = {"requests": soak.requests, "faulty": faulty, "retries": soak.retries, **soak.endings}
    LOGGER.info("%s, up to %d retries: %s", way.__name__, max_retries, figures)
    assert faulty
    # In a short run none might be, with bad luck: the order in which requests come in decides.
    assert soak.endings[COMPLETE] or enough < 2000
    assert bool(soak.retries) is bool(max_retries)
