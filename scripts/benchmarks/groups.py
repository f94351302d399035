"""What can be measured, in groups that can be chosen one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from attrs import evolve

from scripts.benchmarks import imports, listing, memory, reading, records, writing
from scripts.benchmarks.measuring import ONCE, QUICK, THOROUGH, Benchmark, Effort, Result, measure
from scripts.benchmarks.npm_qs import Node
from scripts.benchmarks.sandboxes import Sandboxes

if TYPE_CHECKING:
    from contextlib import ExitStack

CUSTOMERS, LATENCY = 22_582, 0.1
FEW_CUSTOMERS, SHORT_LATENCY = 210, 0.001


class Surroundings:
    """What benchmarks need around them. It is started when it is first asked for.

    Args:
        quick: whether it is only to be seen that everything runs.
        stack: ends what was started.
    """

    def __init__(self, stack: ExitStack, *, quick: bool) -> None:
        self._stack = stack
        self._quick = quick

    def effort(self, thorough: Effort) -> Effort:
        """How much time to spend, where it would be so much if it were not to be quick."""
        if not self._quick:
            return thorough
        return QUICK if thorough.calls is None else ONCE

    @cached_property
    def node(self) -> Node:
        """A Node process."""
        return self._stack.enter_context(Node(self.effort(THOROUGH)))

    @cached_property
    def sandboxes(self) -> Sandboxes:
        """Servers."""
        size = (FEW_CUSTOMERS, SHORT_LATENCY) if self._quick else (CUSTOMERS, LATENCY)
        return self._stack.enter_context(Sandboxes(*size))


Part: TypeAlias = tuple[Callable[[Surroundings], list[Benchmark]], Effort]
"""Benchmarks whose contestants take turns with each other, and how much time they are given."""

GROUPS: Mapping[str, Sequence[Part]] = {
    "writing": [
        (lambda around: writing.five(around.node), THOROUGH),
        (lambda around: writing.many(around.node), THOROUGH),
    ],
    "reading": [
        (lambda _: reading.reading(), THOROUGH),
        (lambda _: reading.matching(), THOROUGH),
    ],
    "listing": [
        (lambda around: listing.everything(around.sandboxes), ONCE),
        (lambda around: listing.first(around.sandboxes), evolve(ONCE, rounds=10)),
    ],
    "memory": [(lambda around: memory.streaming(around.sandboxes), evolve(ONCE, rounds=3))],
    "records": [(lambda around: records.records(around.sandboxes), evolve(ONCE, rounds=5))],
    "imports": [(lambda _: imports.imports(), evolve(ONCE, rounds=10))],
}
"""In this order."""


def run(group: str, around: Surroundings) -> Iterator[Result]:
    """Measure one group; each result comes as soon as it is there, as some take minutes."""
    for benchmarks, effort in GROUPS[group]:
        yield from measure(benchmarks(around), around.effort(effort))
