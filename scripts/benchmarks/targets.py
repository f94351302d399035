"""How fast the language is meant to be, as ratios between contestants of one run."""

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
    """One contestant is to take at most so many times as long as another of its group, by the item."""

    name: str
    contestant: Contestant
    peer: Contestant
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


TARGETS = (
    Target("five conditions, build and compile / npm qs", OURS, (names.FIVE, names.NPM), 3.5),
    Target("five conditions, build and compile / qs-codec", OURS, (names.FIVE, names.CODEC), 1 / 6),
    _scaling(names.IN),
    _scaling(names.CHAIN),
    _matching(names.MODEL),
    _matching(names.DICT),
)


def outcomes(results: Mapping[str, Result]) -> list[Outcome]:
    """What became of each target, given the results by their benchmarks' names."""

    def timing(contestant: Contestant) -> Timing:
        benchmark, name = contestant
        return results[benchmark].timings[name]

    return [Outcome(target, timing(target.contestant).ratio(timing(target.peer))) for target in TARGETS]
