"""Timing several ways to do the same, in turns."""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from statistics import median
from time import perf_counter_ns
from typing import Any, Generic, Protocol, TypeVar

from attrs import field, frozen

from scripts.benchmarks.units import MICROSECONDS, Unit

T = TypeVar("T")

MILLISECOND = 1e6
"""In nanoseconds, the unit of every time here. Where it is memory that is measured, it is in bytes."""


class DisagreementError(Exception):
    """Two contestants that are to write the same do not."""


class Contestant(Protocol):
    """One way to do what a benchmark is about."""

    @property
    def name(self) -> str:
        """What the table calls it."""
        ...

    @property
    def per(self) -> int:
        """How many items (conditions, alternatives) one call deals with; times are compared per item."""
        ...

    @property
    def form(self) -> str | None:
        """The form of what it writes; all contestants of one form write the same. None for no text."""
        ...

    def output(self) -> str:
        """What a call writes."""
        ...

    def time(self, calls: int) -> float:
        """Nanoseconds that a call takes (or bytes, where it is about memory), as a mean over so many."""
        ...


@frozen
class PythonCall(Generic[T]):
    """A function of this process.

    Each call gets an input of its own, made before the clock starts: a filter that remembers what it was
    compiled to is not to win by being asked twice.
    """

    name: str
    run: Callable[[T], Any]
    prepare: Callable[[], T]
    per: int = 1
    form: str | None = None

    def output(self) -> str:
        """What a call gives."""
        return str(self.run(self.prepare()))

    def time(self, calls: int) -> float:
        """Nanoseconds that a call takes."""
        inputs = [self.prepare() for _ in range(calls)]
        # Keeps nothing, and adds less to a call than a loop does.
        consume: deque[Any] = deque(maxlen=0)
        start = perf_counter_ns()
        consume.extend(map(self.run, inputs))
        return (perf_counter_ns() - start) / calls


@frozen
class Benchmark:
    """Contestants that do the same.

    Attributes:
        name: what the table calls it.
        contestants: what to time.
        reference: the name of the contestant that the others are compared with.
        note: what a reader has to know to judge the numbers.
        unit: what to show a call in.
        item_unit: what to show an item in; the same if None.
    """

    name: str
    contestants: Sequence[Contestant]
    reference: str
    note: str = ""
    unit: Unit = MICROSECONDS
    item_unit: Unit | None = None


@frozen
class Effort:
    """How much time to spend.

    Attributes:
        rounds: how many times each contestant has its turn.
        batch: nanoseconds that a turn should take, at least.
        warm_up: nanoseconds that a contestant with a compiler of its own runs before its first turn.
        calls: how many calls a turn has, where one takes too long to find that out; `batch` decides if None.
        collecting: whether Python's garbage collector works meanwhile, as it would for users.
    """

    rounds: int
    batch: float = 0.0
    warm_up: float = 0.0
    calls: int | None = None
    collecting: bool = False


THOROUGH = Effort(rounds=40, batch=5 * MILLISECOND, warm_up=300 * MILLISECOND)
QUICK = Effort(rounds=2, batch=0.1 * MILLISECOND, warm_up=20 * MILLISECOND)
ONCE = Effort(rounds=1, calls=1, collecting=True)


@frozen
class Timing:
    """What the turns of one contestant took, in nanoseconds a call."""

    contestant: Contestant
    calls: int
    turns: list[float] = field(factory=list)

    @property
    def best(self) -> float:
        """The fastest turn: what other processes take away only ever adds."""
        return min(self.turns)

    @property
    def median(self) -> float:
        """The turn in the middle."""
        return median(self.turns)

    def ratio(self, other: Timing) -> float:
        """How many times as long as another contestant of the same group this one takes for an item.

        Taken in each round, and then the one in the middle: a machine that slows down for a while slows both
        down, whereas the best turns may be from different moments.
        """
        rounds = zip(self.turns, other.turns, strict=True)
        return median(mine / theirs for mine, theirs in rounds) * other.contestant.per / self.contestant.per


@frozen
class Result:
    """A benchmark and what its contestants took, in the benchmark's order."""

    benchmark: Benchmark
    timings: dict[str, Timing]

    def ratio(self, name: str) -> float:
        """How many times as long as the reference a contestant takes for an item."""
        return self.timings[name].ratio(self.timings[self.benchmark.reference])


def measure(benchmarks: Sequence[Benchmark], effort: Effort) -> list[Result]:
    """Time the contestants of all these benchmarks in turns, so that each round sees the same machine.

    Raises:
        DisagreementError: if contestants that should write the same do not.
    """
    for benchmark in benchmarks:
        _require_agreement(benchmark)
    with nullcontext() if effort.collecting else _collector_at_rest():
        results = [
            Result(
                benchmark, {each.name: Timing(each, _calls(each, effort)) for each in benchmark.contestants}
            )
            for benchmark in benchmarks
        ]
        timings = [timing for result in results for timing in result.timings.values()]
        for number in range(effort.rounds):
            _round(timings, first=number % len(timings))
    return results


def _round(timings: list[Timing], first: int) -> None:
    gc.collect()
    # Whoever comes first finds colder caches, so everybody does once.
    for timing in timings[first:] + timings[:first]:
        timing.turns.append(timing.contestant.time(timing.calls))


def _calls(contestant: Contestant, effort: Effort) -> int:
    if effort.calls is not None:
        return effort.calls
    contestant.time(1)
    return max(1, round(effort.batch / min(contestant.time(3) for _ in range(3))))


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    # A collection would hit whoever happens to have its turn. What exists already is frozen, so that the
    # collections between the rounds are short.
    gc.collect()
    gc.freeze()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.unfreeze()


def _require_agreement(benchmark: Benchmark) -> None:
    first: dict[str, tuple[str, str]] = {}
    for contestant in benchmark.contestants:
        if contestant.form is not None:
            output = contestant.output()
            name, expected = first.setdefault(contestant.form, (contestant.name, output))
            if output != expected:
                raise DisagreementError(
                    f"{benchmark.name}: {name} writes\n{expected}\nand {contestant.name}\n{output}"
                )
