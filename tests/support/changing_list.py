"""A list that changes between requests, and a scan of it, without sockets."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from attrs import define, field, frozen

from quentli_query import EVERYTHING, Q
from quentli_query.client.lists.keyset import START, InstantKey, KeysetScan
from quentli_query.client.lists.pagination import Emit, PageLengths, PageRequest, Submit
from quentli_query.client.lists.scan import Cursor

BEGIN = datetime(2024, 1, 1, tzinfo=UTC)
BEGIN_MILLISECONDS = int(BEGIN.timestamp()) * 1000


@frozen(eq=False)
class Record:
    """A record with its id, its instant in microseconds, and the instant that the server shows."""

    id: str
    micros: int
    created_at: datetime

    @property
    def updated_at(self) -> datetime:
        """The instant by which records move."""
        return self.created_at


@define
class ChangingList:
    """A server's list, which changes at random before each answer.

    Attributes:
        chance: randomness.
        step: microseconds between two instants.
        instants: number of different instants; with `moves`, of those used so far.
        shows_micros: whether records show microseconds.
        churn: greatest number of creations, and of removals, before an answer.
        blows: probability that half of the records are removed before an answer.
        cap: the most records on a page.
        descending: whether the latest instants come first.
        by_id: whether ties are in the order of ids; otherwise in that of creation.
        shuffled: whether ties are in another order at each request.
        moves: whether records move behind all others instead of being removed, as by `updated_at`.
    """

    chance: random.Random
    step: int
    instants: int
    shows_micros: bool = False
    churn: int = 0
    blows: float = 0
    cap: int = 1000
    descending: bool = False
    by_id: bool = True
    shuffled: bool = False
    moves: bool = False
    records: list[Record] = field(factory=list)
    removed: set[str] = field(factory=set)
    requests: int = 0

    def fill(self, count: int, number: int | None = None) -> None:
        """Add records, all at the instant with this number if there is one."""
        for _ in range(count):
            self._add(f"{self.chance.getrandbits(64):016x}", number)

    def _add(self, name: str, number: int | None = None) -> None:
        self.instants += self.moves
        if number is None:
            number = self.instants if self.moves else self.chance.randrange(self.instants)
        micros = self.step * number
        shown = micros if self.shows_micros else micros // 1000 * 1000
        self.records.append(Record(name, micros, BEGIN + timedelta(microseconds=shown)))

    def _change(self) -> None:
        self.fill(self.chance.randint(0, self.churn))
        removals = self.chance.randint(0, self.churn)
        if self.chance.random() < self.blows:
            removals = len(self.records) // 2
        for _ in range(min(removals, len(self.records))):
            gone = self.records.pop(self.chance.randrange(len(self.records))).id
            if self.moves:
                self._add(gone)
            else:
                self.removed.add(gone)

    @property
    def key(self) -> InstantKey:
        """The key of a scan of the list."""
        field = Q.updated_at if self.moves else Q.created_at
        return InstantKey(field.desc() if self.descending else field.asc())

    def answer(self, request: PageRequest) -> list[Record]:
        """Return a page. The filter of the request is a key."""
        self.requests += 1
        self._change()
        first = float(request.filter or START)
        turn = -1 if self.descending else 1
        # Not by `InstantKey.of`, which takes longer than all the rest.
        matching = [
            each for each in self.records if turn * (BEGIN_MILLISECONDS + each.micros // 1000) >= first
        ]
        if self.shuffled:
            self.chance.shuffle(matching)
        elif self.by_id:
            matching.sort(key=lambda record: record.id)
        matching.sort(key=lambda record: -record.micros if self.descending else record.micros)
        page = matching[request.skip :][: min(request.take, self.cap)]
        request.lengths.note(len(page))
        return page


def scan(
    server: ChangingList, take: int, prefetch: int, after: str | None = None
) -> Iterator[tuple[Any, Cursor]]:
    """Yield the records of a scan, each with the cursor. Requests are answered in any order."""
    lengths = PageLengths()

    def build(place: float) -> PageRequest:
        return PageRequest(EVERYTHING, "" if place == START else f"{place}", "", 0, take, lengths=lengths)

    cursor = Cursor(server.key, ())
    after_key = cursor.restore(after, None)
    scanning = KeysetScan(build, server.key, after=after_key, prefetch=prefetch).run()
    requests: list[PageRequest] = []
    answers: dict[int, list[Record]] = {}
    outcome: Any = None
    while True:
        try:
            step = scanning.send(outcome)
        except StopIteration:
            return
        outcome = None
        if isinstance(step, Submit):
            outcome = len(requests)
            requests.append(step.request)
        elif isinstance(step, Emit):
            cursor.begin(step.result)
            for record in step.result:
                cursor.position += 1
                yield record, cursor
        else:
            answer_some(server, requests, answers, step.wait)
            outcome = answers[step.wait]


def answer_some(
    server: ChangingList, requests: list[PageRequest], answers: dict[int, list[Record]], wanted: int
) -> None:
    """Answer one request, and before it any of the others that wait."""
    waiting = [number for number in range(len(requests)) if number not in answers]
    early = server.chance.sample(waiting, server.chance.randint(0, len(waiting)))
    for number in (*early, wanted):
        if number not in answers:
            answers[number] = server.answer(requests[number])
