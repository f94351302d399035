"""Times the language beside its peers, and says whether it is as fast as it is meant to be.

Run it as `scripts/bench`.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from rich.console import Console

from scripts.benchmarks import reading, report, targets, writing
from scripts.benchmarks.measuring import QUICK, THOROUGH, Benchmark, Effort, Result, measure
from scripts.benchmarks.npm_qs import Node

LATEST = Path(__file__).resolve().parents[2] / ".cache" / "bench" / "latest.json"

GROUPS: Sequence[Callable[[Node], list[Benchmark]]] = (
    writing.five,
    writing.many,
    reading.reading,
    reading.matching,
)
"""What is measured, in this order. The benchmarks of one group take turns with each other."""


def run(effort: Effort) -> list[Result]:
    """Measure all groups."""
    with Node(effort) as node:
        return [result for group in GROUPS for result in measure(group(node), effort)]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit status: 1 if `--check` was asked for and a target is missed."""
    parser = argparse.ArgumentParser("scripts/bench", description="Time the language beside its peers.")
    parser.add_argument("--quick", action="store_true", help="see that it runs; the numbers mean little")
    parser.add_argument("--check", action="store_true", help="exit with 1 if a target is missed")
    parser.add_argument(
        "--json", type=Path, default=LATEST, metavar="FILE", help="where to write the results"
    )
    chosen = parser.parse_args(arguments)

    effort = QUICK if chosen.quick else THOROUGH
    results = run(effort)
    outcomes = targets.outcomes({result.benchmark.name: result for result in results})
    report.show(Console(highlight=False), results, outcomes)
    chosen.json.parent.mkdir(parents=True, exist_ok=True)
    chosen.json.write_text(json.dumps(report.as_json(results, outcomes, effort), indent=2) + "\n")
    missed = chosen.check and not all(outcome.met for outcome in outcomes)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
