"""The command line of the benchmarks: `scripts/bench`."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from rich.console import Console

from scripts.benchmarks.groups import GROUPS, Environment, run_group
from scripts.benchmarks.measurement import Result
from scripts.benchmarks.pictures import draw_pictures
from scripts.benchmarks.report import build_json, print_outcomes, print_result
from scripts.benchmarks.targets import evaluate_targets

LATEST = Path(__file__).resolve().parents[2] / ".cache" / "bench" / "latest.json"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line. Return the exit status: 1 if a target is missed and `--check` was given."""
    options = _create_parser().parse_args(arguments)
    if options.drawn_from is None:
        report, missed = _measure(options)
    else:
        report, missed = json.loads(options.drawn_from.read_text(encoding="utf-8")), False
    if options.pictures is not None:
        draw_pictures(report["benchmarks"], options.pictures)
    return 1 if options.check and missed else 0


def _measure(options: argparse.Namespace) -> tuple[dict[str, Any], bool]:
    """Run the groups. Return what the file for the results has, and whether a target is missed."""
    console = Console(highlight=False)
    results: list[Result] = []
    with ExitStack() as stack:
        environment = Environment(stack, quick=options.quick)
        for group in [group for group in GROUPS if group in (options.groups or GROUPS)]:
            for result in run_group(group, environment):
                print_result(console, result)
                results.append(result)
    outcomes = evaluate_targets({result.benchmark.name: result for result in results})
    print_outcomes(console, outcomes)
    options.json.parent.mkdir(parents=True, exist_ok=True)
    built = build_json(results, outcomes)
    options.json.write_text(json.dumps(built, indent=2) + "\n")
    return built, not all(outcome.met for outcome in outcomes)


def _create_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "scripts/bench", description="Compare the speed and memory use of the library with its peers."
    )
    parser.add_argument(
        "groups", nargs="*", metavar="GROUP", type=_parse_group, help=f"{', '.join(GROUPS)}; default: all"
    )
    parser.add_argument(
        "--quick", action="store_true", help="check that everything runs; the numbers mean little"
    )
    parser.add_argument("--check", action="store_true", help="exit with 1 if a target is missed")
    parser.add_argument("--json", type=Path, default=LATEST, metavar="FILE", help="file for the results")
    parser.add_argument(
        "--pictures",
        type=Path,
        metavar="FOLDER",
        help="draw listing.svg and scan.svg, if all for them is there",
    )
    parser.add_argument(
        "--from",
        type=Path,
        metavar="FILE",
        dest="drawn_from",
        help="draw the results in FILE; measure nothing",
    )
    return parser


def _parse_group(name: str) -> str:
    if name not in GROUPS:
        raise argparse.ArgumentTypeError(f"{name!r} is not one of {', '.join(GROUPS)}")
    return name


if __name__ == "__main__":
    sys.exit(main())
