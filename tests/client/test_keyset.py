"""The algorithm of scans, without sockets: no record is lost or doubled in random histories."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Any

import pytest
from support.changing_list import ChangingList, Record, scan

from quentli_query import OrderNotHonoredError
from quentli_query.client.lists.pagination import PageRequest


def draw_list(chance: random.Random, take: int) -> ChangingList:
    # A list that grows faster than it is read has no end.
    drawn = ChangingList(
        chance,
        step=chance.choice([137, 1000, 250_000]),
        instants=chance.choice([1, 5, 40, 1000]),
        shows_micros=chance.random() < 0.5,
        churn=chance.choice([0, 1, take // 4]),
        blows=chance.choice([0, 0, 0.05, 0.2]),
        cap=chance.choice([1000, 1000, 10]),
        descending=chance.random() < 0.5,
        by_id=chance.random() < 0.7,
    )
    drawn.fill(chance.choice([0, 5, 30, 60, 90]))
    return drawn


def draw_reshuffled_list(chance: random.Random) -> ChangingList:
    """Draw a list whose ties come in another order at each request, with fewer at an instant than on a page."""
    drawn = ChangingList(
        chance, 250_000, chance.choice([20, 60, 10_000]), churn=chance.choice([0, 1]), shuffled=True
    )
    drawn.fill(chance.choice([30, 100, 160]))
    if drawn.instants == 10_000:
        drawn.fill(20, chance.randrange(10_000))
    return drawn


def scan_at_random(server: ChangingList, take: int, after: str | None = None) -> Iterator[Any]:
    for each in scan(server, take, server.chance.choice([0, 1, 4, 8]), after):
        yield each
        assert server.requests < 5_000, "the scan never ends"


def check(server: ChangingList, take: int) -> None:
    there = {record.id for record in server.records}
    handed_out = Counter(record.id for record, _ in scan_at_random(server, take))
    assert not there - server.removed - handed_out.keys(), "lost"
    assert set(handed_out.values()) <= {1}, "doubled"


@pytest.mark.parametrize(
    "seeds",
    [
        range(3_000),
        pytest.param(range(3_000, 100_000), marks=pytest.mark.exhaustive),
    ],
)
def test_nothing_is_lost_or_doubled(seeds: range) -> None:
    for seed in seeds:
        chance = random.Random(seed)
        if chance.random() < 0.9:
            take = chance.choice([4, 7, 12, 20])
            check(draw_list(chance, take), take)
        else:
            check(draw_reshuffled_list(chance), chance.choice([24, 40]))


def test_more_reshuffled_ties_than_a_page_has_are_an_error() -> None:
    server = ChangingList(random.Random(1), 1000, 1, shuffled=True)
    server.fill(100)
    with pytest.raises(OrderNotHonoredError, match="a page came with 40 records of created_at 2024-01-01"):
        list(scan(server, 40, 4))


def test_scans_from_cursor_to_cursor_lose_and_double_nothing() -> None:
    for seed in range(60):
        server = draw_list(random.Random(seed), 12)
        there = {record.id for record in server.records}
        handed_out, after = Counter[str](), None
        for limit in (1, 10, 1, 30, None):
            for record, cursor in islice(scan_at_random(server, 12, after), limit):
                handed_out[record.id] += 1
                after = cursor.encode()
        assert not there - server.removed - handed_out.keys()
        assert set(handed_out.values()) <= {1}


def test_records_that_move_come_again_and_their_last_state_last() -> None:
    for seed in range(60):
        chance = random.Random(seed)
        server = ChangingList(chance, 1000, 0, churn=chance.choice([1, 3]), moves=True)
        server.fill(chance.choice([5, 30, 60]))
        there = {record.id for record in server.records}
        copy, after = dict[str, Any](), None
        for churn in (server.churn, 2, 0):
            server.churn = churn
            for record, cursor in scan_at_random(server, 20, after):
                copy[record.id] = record
                after = cursor.encode()
            assert there <= copy.keys()
        assert copy == {record.id: record for record in server.records}


class TurningList(ChangingList):
    """A list whose ties come in another order on pages that leave out records."""

    def answer(self, request: PageRequest) -> list[Record]:
        kept = self.records
        if request.skip:
            self.records = [*kept[-4:], *kept[:-4]]
        page = super().answer(request)
        self.records = kept
        return page


def test_few_shared_ties_are_no_proof() -> None:
    server = TurningList(random.Random(1), 1000, 0, by_id=False)
    for number in range(189):
        server.fill(1, number)
    # The second page ends with ten of these. The third one begins four records before, and has eight of the ten.
    server.fill(14, 189)
    assert len(list(scan(server, 100, 4))) == 203


def test_a_record_twice_on_a_page_is_no_order_of_ties() -> None:
    server = ChangingList(random.Random(1), 1000, 1)
    server.fill(150)
    twice = server.records[0]
    server.records += [twice] * 40
    with pytest.raises(OrderNotHonoredError, match="orders such records differently at each request"):
        list(scan(server, 40, 0))
