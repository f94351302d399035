"""How fast it all is meant to be: ratios between contestants of one run, and for memory what may be used."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from scripts.benchmarks import names
from scripts.benchmarks.measuring import Result, Timing

Contestant = tuple[str, str]
"""A benchmark's name and a contestant's."""

OURS = (names.FIVE, names.joined("quentli-query", names.BOTH))


@frozen
class Target:
    """One contestant is to take at most so many times as long as another of its group, by the item.

    Without a peer, it is to take at most so much itself, in its benchmark's unit.
    """

    name: str
    contestant: Contestant
    peer: Contestant | None
    at_most: float


@frozen
class Outcome:
    """What became of a target."""

    target: Target
    ratio: float

    @property
    def met(self) -> bool:
        """Whether the target is met."""
        return self.ratio <= self.target.at_most


def _scaling(way: str) -> Target:
    step = names.joined(way, names.BOTH)
    contestant, peer = (names.alternatives(400), step), (names.alternatives(100), step)
    return Target(f"{way}, an alternative among 400 / among 100", contestant, peer, 1.3)


def _matching(contestant: str) -> Target:
    return Target(
        f"{contestant} / {names.FROM_DICT}", (names.MATCH, contestant), (names.MATCH, names.FROM_DICT), 1 / 4
    )


def _listing(way: str, prefetch: int, times: int) -> Target:
    contestant, one_by_one = names.listed(way, prefetch), names.listed("sync", 0)
    return Target(
        f"all customers, {contestant} / one by one",
        (names.LIST, contestant),
        (names.LIST, one_by_one),
        1 / times,
    )


def _importing(operation: str) -> Target:
    contestant, peer = (names.OPERATION, operation), (names.OPERATION, names.HTTPX_AND_ATTRS)
    return Target(f"import of {operation} / {names.HTTPX_AND_ATTRS}", contestant, peer, 1.6)


def _growth(prefetch: int) -> Target:
    name = names.streamed(prefetch)
    return Target(f"growth in MiB, {name}", (names.GROW, name), None, 30)


TARGETS = (
    Target("five conditions, build and compile / npm qs", OURS, (names.FIVE, names.NPM), 3.5),
    Target("five conditions, build and compile / qs-codec", OURS, (names.FIVE, names.CODEC), 1 / 6),
    _scaling(names.IN),
    _scaling(names.CHAIN),
    _matching(names.MODEL),
    _matching(names.DICT),
    *(_listing(way, prefetch, times) for way in ("sync", "async") for prefetch, times in ((8, 6), (16, 10))),
    _growth(4),
    _growth(16),
    Target(
        "processor, a record / bare httpx and json",
        (names.PROCESS, names.CLIENT),
        (names.PROCESS, names.BARE),
        2,
    ),
    _importing(names.LIST_OPERATION),
    _importing(names.LARGEST_OPERATION),
)


def outcomes(results: Mapping[str, Result]) -> list[Outcome]:
    """What became of each target about these results, given by their benchmarks' names."""
    return [
        Outcome(target, _measured(target, results)) for target in TARGETS if target.contestant[0] in results
    ]


def _measured(target: Target, results: Mapping[str, Result]) -> float:
    timing = _timing(target.contestant, results)
    if target.peer is None:
        return timing.median / results[target.contestant[0]].benchmark.unit.size
    return timing.ratio(_timing(target.peer, results))


def _timing(contestant: Contestant, results: Mapping[str, Result]) -> Timing:
    benchmark, name = contestant
    return results[benchmark].timings[name]
