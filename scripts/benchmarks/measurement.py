"""Measurement of several contestants in turns."""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from statistics import median
from time import perf_counter_ns
from typing import TypeVar

from attrs import field, frozen

from scripts.benchmarks.units import MICROSECONDS, MILLISECONDS, Unit

T = TypeVar("T")


class OutputMismatchError(Exception):
    """Two contestants should write the same text and do not."""


@frozen
class Output:
    """Text that a contestant writes. Contestants with the same form must write the same text."""

    form: str
    text: str


@frozen
class Contestant:
    """One implementation among those that a benchmark compares.

    Attributes:
        name: its row in the table.
        time: function that takes a number of calls and returns the nanoseconds (in a benchmark of memory: the
            bytes) of one call.
        items: number of items (conditions, alternatives, records) in one call. Ratios compare time per item.
        output: text that one call writes; None if there is no text to compare.
    """

    name: str
    time: Callable[[int], float]
    items: int = 1
    output: Output | None = None


def create_contestant(
    name: str, run: Callable[[T], object], prepare: Callable[[], T], items: int = 1, form: str | None = None
) -> Contestant:
    """Return a contestant that calls a function of this process.

    Each call has its own input from `prepare`, created before the clock starts. Otherwise later calls would
    measure the cache of a filter that is compiled already.
    """

    def time(calls: int) -> float:
        inputs = [prepare() for _ in range(calls)]
        # The deque keeps nothing, and it adds less to a call than a loop.
        consume: deque[object] = deque(maxlen=0)
        start = perf_counter_ns()
        consume.extend(map(run, inputs))
        return (perf_counter_ns() - start) / calls

    output = None if form is None else Output(form, str(run(prepare())))
    return Contestant(name, time, items, output)


@frozen
class Benchmark:
    """Contestants that do the same work.

    Attributes:
        name: title of the table.
        contestants: rows of the table, in order.
        reference: name of the contestant with ratio 1.
        note: remark below the table, read after the measurement.
        unit: unit of one call.
        item_unit: unit of one item; `unit` if None.
        losses: records lost and doubled in each turn, by contestant, read after the measurement.
    """

    name: str
    contestants: Sequence[Contestant]
    reference: str
    note: object = ""
    unit: Unit = MICROSECONDS
    item_unit: Unit | None = None
    losses: Mapping[str, Sequence[tuple[int, int]]] = field(factory=dict)


@frozen
class Effort:
    """Amount of time to spend on a benchmark.

    Attributes:
        rounds: turns of each contestant.
        turn_time: minimum duration of a turn in nanoseconds; it decides the number of calls.
        warm_up: duration of a batch in nanoseconds. Node runs batches until its best no longer falls.
        calls: fixed number of calls in a turn, for slow contestants; `turn_time` decides if None.
        gc_enabled: True if Python's garbage collector runs during the measurement, as in a user's program.
    """

    rounds: int
    turn_time: float = 0.0
    warm_up: float = 0.0
    calls: int | None = None
    gc_enabled: bool = False


THOROUGH = Effort(rounds=40, turn_time=5 * MILLISECONDS.size, warm_up=100 * MILLISECONDS.size)
QUICK = Effort(rounds=2, turn_time=0.1 * MILLISECONDS.size, warm_up=2 * MILLISECONDS.size)
ONCE = Effort(rounds=1, calls=1, gc_enabled=True)


@frozen
class Timing:
    """Turns of one contestant, in nanoseconds per call."""

    contestant: Contestant
    calls: int
    turns: list[float] = field(factory=list)

    @property
    def best(self) -> float:
        """The fastest turn. Other processes can only slow a turn down."""
        return min(self.turns)

    @property
    def median(self) -> float:
        """The median turn."""
        return median(self.turns)

    def compute_ratio(self, other: Timing) -> float:
        """Return the time per item, divided by the time per item of `other`.

        This is the median of the ratios within each round: a slow phase of the machine affects both
        contestants of a round, but the best turns may come from different moments.
        """
        rounds = zip(self.turns, other.turns, strict=True)
        ratio = median(mine / theirs for mine, theirs in rounds)
        return ratio * other.contestant.items / self.contestant.items


@frozen
class Result:
    """A benchmark and the timings of its contestants, in the benchmark's order."""

    benchmark: Benchmark
    timings: dict[str, Timing]

    def compute_ratio(self, name: str) -> float:
        """Return the time per item of a contestant, divided by that of the reference."""
        return self.timings[name].compute_ratio(self.timings[self.benchmark.reference])


def measure(benchmarks: Sequence[Benchmark], effort: Effort) -> list[Result]:
    """Time the contestants of all `benchmarks` in turns, so that each round sees the same machine.

    Raises:
        OutputMismatchError: if two contestants with the same form write different texts.
    """
    for benchmark in benchmarks:
        _check_outputs(benchmark)
    with nullcontext() if effort.gc_enabled else _pause_gc():
        results = [
            Result(each, {one.name: Timing(one, _choose_calls(one, effort)) for one in each.contestants})
            for each in benchmarks
        ]
        timings = [timing for result in results for timing in result.timings.values()]
        for number in range(effort.rounds):
            _run_round(timings, first=number % len(timings))
    return results


def _run_round(timings: list[Timing], first: int) -> None:
    gc.collect()
    # The first contestant finds colder caches, so the first place rotates.
    for timing in timings[first:] + timings[:first]:
        timing.turns.append(timing.contestant.time(timing.calls))


def _choose_calls(contestant: Contestant, effort: Effort) -> int:
    if effort.calls is not None:
        return effort.calls
    contestant.time(1)
    return max(1, round(effort.turn_time / min(contestant.time(3) for _ in range(3))))


@contextmanager
def _pause_gc() -> Iterator[None]:
    # A collection would hit an arbitrary contestant. Existing objects are frozen, so that the collections
    # between the rounds are short.
    gc.collect()
    gc.freeze()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.unfreeze()


def _check_outputs(benchmark: Benchmark) -> None:
    first: dict[str, tuple[str, str]] = {}
    for contestant in benchmark.contestants:
        if output := contestant.output:
            name, expected = first.setdefault(output.form, (contestant.name, output.text))
            if output.text != expected:
                difference = f"{name} writes\n{expected}\nand {contestant.name} writes\n{output.text}"
                raise OutputMismatchError(f"{benchmark.name}: {difference}")
