"""Counting takes few round trips, and is right at some moment while records come and go."""

from __future__ import annotations

import random
from types import SimpleNamespace
from typing import Any

import pytest
from attrs import define, field
from support.clients import Connect, RunSandbox

from quentli_query import EVERYTHING, BadRequestError, PagingNotHonoredError, Q
from quentli_query.client.lists.count import count
from quentli_query.client.lists.pagination import PageRequest, Submit
from quentli_query.sandbox import CappedTake


@define
class Server:
    """A list of numbered records without sockets.

    Attributes:
        length: number of records.
        cap: the most records on a page.
        max_skip: the largest offset.
        refuses: whether larger offsets are refused; otherwise they are taken for the largest.
        churn: greatest number of records that come or go at the front between two answers.
        chance: randomness.
    """

    length: int
    cap: int = 100
    max_skip: float = 1e9
    refuses: bool = True
    churn: int = 0
    chance: random.Random = field(factory=random.Random)
    lengths: list[int] = field(factory=list)
    requests: int = 0
    round_trips: int = 0

    def answer(self, request: PageRequest) -> list[Any]:
        self.length += self.chance.randint(-self.churn, self.churn)
        self.lengths.append(self.length)
        if self.refuses and request.skip > self.max_skip:
            raise BadRequestError("", status=400, method="GET", path="", vendor_message=None, body="")
        skip = min(request.skip, int(self.max_skip))
        places = range(max(0, self.length - skip), 0, -1)[: min(request.take, self.cap)]
        page = [SimpleNamespace(id=f"{place}") for place in places]
        request.lengths.note(len(page))
        return page

    def count(self) -> int:
        algorithm = count(PageRequest(EVERYTHING, "", "", 0, 100))
        step: Any = next(algorithm)
        submitted = False
        while isinstance(step, Submit) or hasattr(step, "wait"):
            if isinstance(step, Submit):
                self.requests += 1
                submitted = True
                step = algorithm.send(step.request)
                continue
            self.round_trips += submitted
            submitted = False
            try:
                found = self.answer(step.wait)
            except BadRequestError as error:
                step = algorithm.throw(error)
            else:
                step = algorithm.send(found)
        result: int = step.result
        return result


@pytest.mark.parametrize(
    ("length", "round_trips", "requests"),
    [(0, 1, 1), (1, 1, 1), (63, 1, 1), (100, 2, 11), (250, 2, 11), (22_582, 5, 33), (400_000, 6, 45)],
)
def test_few_round_trips(length: int, round_trips: int, requests: int) -> None:
    server = Server(length)
    assert server.count() == length
    assert server.round_trips <= round_trips
    assert server.requests <= requests


def test_no_slower_than_reading_the_list() -> None:
    for length in [*range(100, 2_000, 17), *range(100, 5_000, 100), 10_000, 30_000, 123_456]:
        server = Server(length)
        assert server.count() == length
        # The pages behind the first one, four at a time.
        assert server.round_trips <= 1 + -(-(length // 100) // 4)


@pytest.mark.parametrize(("cap", "length"), [(50, 50), (50, 51), (50, 500), (10, 10), (20, 3_333)])
def test_a_cap_on_take(cap: int, length: int) -> None:
    assert Server(length, cap=cap).count() == length


@pytest.mark.parametrize("refuses", [True, False])
def test_a_cap_on_skip(refuses: bool) -> None:
    assert Server(9_000, max_skip=10_000, refuses=refuses).count() == 9_000
    message = "refuses to skip 10,[01]" if refuses else "seems to ignore skip, or to limit it"
    with pytest.raises(PagingNotHonoredError, match=message):
        Server(25_000, max_skip=10_000, refuses=refuses).count()


def test_the_number_was_right_at_some_moment() -> None:
    for seed in range(500):
        chance = random.Random(seed)
        server = Server(chance.choice([80, 101, 150, 499, 1_000, 3_000]), churn=3, chance=chance)
        number = server.count()
        assert min(server.lengths) - 100 <= number <= max(server.lengths) + 100


@pytest.mark.parametrize("number", [0, 63, 334])
def test_over_sockets(number: int, run_sandbox: RunSandbox, connect_sync: Connect) -> None:
    sandbox = run_sandbox(CappedTake(50), customers=number)
    assert connect_sync(sandbox).customers.count() == number
    assert connect_sync(sandbox).customers.count(Q.name == "Nobody") == 0
