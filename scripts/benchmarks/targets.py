"""Performance targets: limits for ratios between contestants of one run, and for memory."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from attrs import frozen

from scripts.benchmarks import names
from scripts.benchmarks.measurement import Result, Timing

ContestantKey: TypeAlias = tuple[str, str]
"""The names of a benchmark and of one of its contestants."""


@frozen
class Target:
    """A limit for the time per item of a contestant, as a multiple of the time per item of a peer.

    Without a peer, the limit is absolute, in the unit of the benchmark.
    """

    name: str
    contestant: ContestantKey
    peer: ContestantKey | None
    limit: float


@frozen
class Outcome:
    """A target and the measured value."""

    target: Target
    measured: float

    @property
    def met(self) -> bool:
        """True if the measured value is within the limit."""
        return self.measured <= self.target.limit


def _limit_writing(way: str, peer: str, limit: float) -> Target:
    contestant = names.format_step(way, names.BUILD_AND_COMPILE)
    name = f"five conditions, {contestant} / {peer}"
    return Target(name, (names.WRITE_FIVE, contestant), (names.WRITE_FIVE, peer), limit)


def _limit_scaling(way: str) -> Target:
    step = names.format_step(way, names.BUILD_AND_COMPILE)
    contestant, peer = (names.format_alternatives(400), step), (names.format_alternatives(100), step)
    return Target(f"{way}, one alternative of 400 / one of 100", contestant, peer, 1.3)


def _limit_matching(contestant: str) -> Target:
    name = f"{contestant} / {names.FROM_DICT}"
    return Target(name, (names.MATCH_FIVE, contestant), (names.MATCH_FIVE, names.FROM_DICT), 1 / 4)


def _limit_listing(client: str, prefetch: int, speedup: int) -> Target:
    contestant, sequential = names.format_list(client, prefetch), names.format_list("sync", 0)
    name = f"all customers, {contestant} / one by one"
    return Target(name, (names.LIST_ALL, contestant), (names.LIST_ALL, sequential), 1 / speedup)


def _limit_growth(prefetch: int) -> Target:
    name = names.format_loop(prefetch)
    return Target(f"growth in MiB, {name}", (names.MEMORY_GROWTH, name), None, 30)


def _limit_import(benchmark: str, contestant: str, peer: str, limit: float) -> Target:
    return Target(f"import of {contestant} / {peer}", (benchmark, contestant), (benchmark, peer), limit)


def _limit_scanning(prefetch: int, limit: float) -> Target:
    scan, peer = (names.format_read(method, prefetch) for method in (names.SCAN, names.LIST))
    return Target(f"{scan} / {peer}", (names.SCAN_ALL, scan), (names.SCAN_ALL, peer), limit)


TARGETS = (
    _limit_writing(names.QUENTLI_QUERY, names.NPM_QS, 3.3),
    _limit_writing(names.INSTANT_AS_TEXT, names.NPM_QS, 3.8),
    _limit_writing(names.QUENTLI_QUERY, names.QS_CODEC_ENCODE, 1 / 6),
    _limit_scaling(names.IN),
    _limit_scaling(names.OR_CHAIN),
    _limit_matching(names.MATCH_MODEL),
    _limit_matching(names.MATCH_DICT),
    _limit_listing("sync", 8, 6),
    _limit_listing("sync", 16, 10),
    _limit_listing("async", 8, 6),
    _limit_listing("async", 16, 10),
    _limit_scanning(8, 1.2),
    _limit_scanning(16, 1.15),
    Target(
        "scan with costly offsets, one record of all / one of a tenth",
        (names.OFFSETS, names.format_depth(names.SCAN, 3)),
        (names.OFFSETS, names.format_depth(names.SCAN, 0)),
        1.2,
    ),
    Target(
        f"{names.TO_ARROW} / {names.ITERATE}",
        (names.TABLES, names.TO_ARROW),
        (names.TABLES, names.ITERATE),
        1.5,
    ),
    _limit_growth(4),
    _limit_growth(16),
    Target(f"growth in MiB, {names.MAKE_TABLE}", (names.MEMORY_GROWTH, names.MAKE_TABLE), None, 20),
    Target(
        f"CPU time per record / {names.HTTPX_AND_JSON}",
        (names.CPU_TIME, names.QUENTLI_QUERY),
        (names.CPU_TIME, names.HTTPX_AND_JSON),
        2,
    ),
    _limit_import(names.IMPORT_LANGUAGE, names.LANGUAGE, names.ATTRS, 1.7),
    _limit_import(names.IMPORT_LIBRARY, names.QUENTLI_QUERY, names.HTTPX, 1.3),
    _limit_import(names.IMPORT_LIBRARY, names.QUENTLI_QUERY, names.STRIPE, 1),
    _limit_import(names.IMPORT_OPERATION, names.LIST_OPERATION, names.HTTPX_AND_ATTRS, 1.6),
    _limit_import(names.IMPORT_OPERATION, names.LARGEST_OPERATION, names.HTTPX_AND_ATTRS, 1.6),
)


def evaluate_targets(results: Mapping[str, Result]) -> list[Outcome]:
    """Return the outcome of each target whose benchmark is in `results`, a mapping by benchmark name."""
    return [
        Outcome(target, _compute_value(target, results))
        for target in TARGETS
        if target.contestant[0] in results
    ]


def _compute_value(target: Target, results: Mapping[str, Result]) -> float:
    timing = _find_timing(target.contestant, results)
    if target.peer is None:
        return timing.median / results[target.contestant[0]].benchmark.unit.size
    return timing.compute_ratio(_find_timing(target.peer, results))


def _find_timing(contestant: ContestantKey, results: Mapping[str, Result]) -> Timing:
    benchmark, name = contestant
    return results[benchmark].timings[name]
