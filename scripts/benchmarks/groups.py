"""Groups of benchmarks that the command line can select."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from functools import cached_property
from typing import TypeAlias

from attrs import evolve

from scripts.benchmarks import cpu_time, filters, imports, memory, pagination, scans, tables
from scripts.benchmarks.measurement import ONCE, QUICK, THOROUGH, Benchmark, Effort, Result, measure
from scripts.benchmarks.qs_timer import QsTimer
from scripts.benchmarks.sandboxes import Sandboxes, start_sandboxes
from scripts.benchmarks.scan_sandbox import CHURN, OFFSETS, PROMPT, ScanServer, start_scan_sandbox

CUSTOMERS, LATENCY = 22_582, 0.1
DEEP_CUSTOMERS = 200_000
QUICK_CUSTOMERS, QUICK_LATENCY = 210, 0.001


class Environment:
    """Processes that benchmarks use. Each starts on first use.

    Args:
        stack: exit stack that ends the processes.
        quick: True to run everything with little effort, for a test.
    """

    def __init__(self, stack: ExitStack, *, quick: bool) -> None:
        self._stack = stack
        self._quick = quick

    def adjust_effort(self, effort: Effort) -> Effort:
        """Return `effort`, or a smaller one in a quick run."""
        if not self._quick:
            return effort
        return QUICK if effort.calls is None else ONCE

    @cached_property
    def node(self) -> QsTimer:
        """The Node process."""
        return self._stack.enter_context(QsTimer(self.adjust_effort(THOROUGH)))

    @cached_property
    def sandboxes(self) -> Sandboxes:
        """The sandboxes."""
        size = (QUICK_CUSTOMERS, QUICK_LATENCY) if self._quick else (CUSTOMERS, LATENCY)
        return self._stack.enter_context(start_sandboxes(*size))

    @cached_property
    def churning(self) -> ScanServer:
        """The sandbox whose customers come and go."""
        size = (QUICK_CUSTOMERS, QUICK_LATENCY) if self._quick else (CUSTOMERS, LATENCY)
        return self._stack.enter_context(start_scan_sandbox(CHURN, *size))

    @cached_property
    def prompt(self) -> ScanServer:
        """The sandbox that answers at once, to any filter and order."""
        customers = QUICK_CUSTOMERS if self._quick else CUSTOMERS
        return self._stack.enter_context(start_scan_sandbox(PROMPT, customers, 0))

    @cached_property
    def deep(self) -> ScanServer:
        """The sandbox with costly offsets."""
        size = (QUICK_CUSTOMERS, QUICK_LATENCY) if self._quick else (DEEP_CUSTOMERS, LATENCY)
        return self._stack.enter_context(start_scan_sandbox(OFFSETS, *size))


Batch: TypeAlias = tuple[Callable[[Environment], list[Benchmark]], Effort]
"""Benchmarks that are measured in the same rounds, and the effort to spend."""

GROUPS: Mapping[str, Sequence[Batch]] = {
    "writing": [
        (lambda env: [filters.create_write_benchmark(env.node)], THOROUGH),
        (
            lambda env: [filters.create_alternatives_benchmark(env.node, count) for count in filters.COUNTS],
            THOROUGH,
        ),
    ],
    "reading": [
        (lambda _: [filters.create_parse_benchmark()], THOROUGH),
        (lambda _: [filters.create_match_benchmark()], THOROUGH),
    ],
    "listing": [
        (lambda env: [pagination.create_list_benchmark(env.sandboxes)], ONCE),
        (lambda env: [pagination.create_first_record_benchmark(env.sandboxes)], evolve(ONCE, rounds=10)),
    ],
    "scanning": [
        (lambda env: [scans.create_scan_benchmark(env.sandboxes)], evolve(ONCE, rounds=5)),
        (lambda env: [scans.create_churn_benchmark(env.churning)], evolve(ONCE, rounds=5)),
        (lambda env: [scans.create_count_benchmark(env.sandboxes)], evolve(ONCE, rounds=5)),
    ],
    "offsets": [(lambda env: [scans.create_offset_benchmark(env.deep)], ONCE)],
    "tables": [(lambda env: [tables.create_table_benchmark(env.prompt.server)], evolve(ONCE, rounds=5))],
    "memory": [(lambda env: [memory.create_memory_benchmark(env.sandboxes)], evolve(ONCE, rounds=3))],
    "records": [(lambda env: [cpu_time.create_cpu_time_benchmark(env.sandboxes)], evolve(ONCE, rounds=5))],
    "imports": [(lambda _: imports.create_import_benchmarks(), evolve(ONCE, rounds=10))],
}
"""The groups, in the order of the report."""


def run_group(group: str, environment: Environment) -> Iterator[Result]:
    """Measure one group. Yield each result at once, because some take minutes."""
    for create_benchmarks, effort in GROUPS[group]:
        yield from measure(create_benchmarks(environment), environment.adjust_effort(effort))
