"""Times the library beside its peers, and says whether it is as fast as it is meant to be.

Run it as `scripts/bench`.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from rich.console import Console

from scripts.benchmarks import report, targets
from scripts.benchmarks.groups import GROUPS, Surroundings, run
from scripts.benchmarks.measuring import Result

LATEST = Path(__file__).resolve().parents[2] / ".cache" / "bench" / "latest.json"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit status: 1 if `--check` was asked for and a target is missed."""
    chosen = _parser().parse_args(arguments)
    console = Console(highlight=False)
    results: list[Result] = []
    with ExitStack() as stack:
        around = Surroundings(stack, quick=chosen.quick)
        for group in [group for group in GROUPS if group in (chosen.groups or GROUPS)]:
            for result in run(group, around):
                report.show_result(console, result)
                results.append(result)
    outcomes = targets.outcomes({result.benchmark.name: result for result in results})
    report.show_outcomes(console, outcomes)
    chosen.json.parent.mkdir(parents=True, exist_ok=True)
    chosen.json.write_text(json.dumps(report.as_json(results, outcomes), indent=2) + "\n")
    missed = chosen.check and not all(outcome.met for outcome in outcomes)
    return 1 if missed else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("scripts/bench", description="Time the library beside its peers.")
    parser.add_argument(
        "groups", nargs="*", metavar="GROUP", type=_group, help=f"{', '.join(GROUPS)}; all when left out"
    )
    parser.add_argument("--quick", action="store_true", help="see that it runs; the numbers mean little")
    parser.add_argument("--check", action="store_true", help="exit with 1 if a target is missed")
    parser.add_argument(
        "--json", type=Path, default=LATEST, metavar="FILE", help="where to write the results"
    )
    return parser


def _group(name: str) -> str:
    if name not in GROUPS:
        raise argparse.ArgumentTypeError(f"{name!r} is none of {', '.join(GROUPS)}")
    return name


if __name__ == "__main__":
    sys.exit(main())
