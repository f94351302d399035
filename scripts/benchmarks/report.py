"""Results as tables and as JSON."""

from __future__ import annotations

import platform
from collections.abc import Iterable, Sequence
from hashlib import sha256
from importlib.metadata import version
from typing import Any

from conformance.npm_qs import NEWEST
from rich import box
from rich.console import Console
from rich.table import Table

from scripts.benchmarks.measurement import Output, Result, Timing
from scripts.benchmarks.targets import Outcome

LEGEND = (
    "Best and median: one call, in the best and the median turn. Per item: the median turn, divided by the "
    "number of conditions, alternatives or records. Ratio: the time per item, divided by that of the "
    "contestant with 1.00; the median of the ratios within each round. Python's garbage collector is paused "
    "while filters are timed; Node's cannot be paused."
)
PEERS = ("qs-codec", "pyairtable", "attrs", "httpx", "pydantic", "stripe", "openai")


def print_result(console: Console, result: Result) -> None:
    """Print the table of a benchmark."""
    console.print(_build_result_table(result))
    if result.benchmark.note:
        console.print(str(result.benchmark.note), style="dim")


def print_outcomes(console: Console, outcomes: Iterable[Outcome]) -> None:
    """Print the table of the targets, and the legend of all tables."""
    console.print(_build_target_table(outcomes))
    console.print(LEGEND, style="dim")


def _build_result_table(result: Result) -> Table:
    benchmark = result.benchmark
    unit, item_unit = benchmark.unit, benchmark.item_unit or benchmark.unit
    table = Table(title=benchmark.name, box=box.SIMPLE_HEAD, title_justify="left")
    table.add_column("contestant", min_width=max(map(len, result.timings)))
    for heading in (f"best, {unit.name}", f"median, {unit.name}", f"per item, {item_unit.name}", "ratio"):
        table.add_column(heading, justify="right")
    for name, timing in result.timings.items():
        per_item = item_unit.format(timing.median / timing.contestant.items)
        cells = (unit.format(timing.best), unit.format(timing.median), per_item)
        style = "bold" if name == benchmark.reference else ""
        table.add_row(name, *cells, f"{result.compute_ratio(name):.2f}", style=style)
    return table


def _build_target_table(outcomes: Iterable[Outcome]) -> Table:
    table = Table("target", title="targets", box=box.SIMPLE_HEAD, title_justify="left")
    for heading in ("measured", "at most", ""):
        table.add_column(heading, justify="right")
    for outcome in outcomes:
        verdict = "[green]met[/]" if outcome.met else "[red]missed[/]"
        table.add_row(outcome.target.name, f"{outcome.measured:.3f}", f"{outcome.target.limit:.3f}", verdict)
    return table


def build_json(results: Iterable[Result], outcomes: Iterable[Outcome]) -> dict[str, Any]:
    """Return all measurements and versions. Times are in nanoseconds per call, memory is in bytes."""
    return {
        "machine": {"system": platform.platform(), "python": platform.python_version()},
        "versions": {**{name: version(name) for name in PEERS}, "npm qs": NEWEST},
        "benchmarks": {result.benchmark.name: _describe_result(result) for result in results},
        "targets": {outcome.target.name: _describe_outcome(outcome) for outcome in outcomes},
    }


def _describe_result(result: Result) -> dict[str, Any]:
    return {
        "reference": result.benchmark.reference,
        "note": str(result.benchmark.note),
        "contestants": {
            name: {
                **_describe_timing(timing),
                "ratio": result.compute_ratio(name),
                **_describe_output(timing.contestant.output),
                **_describe_losses(result.benchmark.losses.get(name, ())),
            }
            for name, timing in result.timings.items()
        },
    }


def _describe_timing(timing: Timing) -> dict[str, Any]:
    return {
        "best": timing.best,
        "median": timing.median,
        "items": timing.contestant.items,
        "calls_a_turn": timing.calls,
        "turns": len(timing.turns),
    }


def _describe_output(output: Output | None) -> dict[str, Any]:
    if output is None:
        return {}
    return {"form": output.form, "sha256": sha256(output.text.encode()).hexdigest()}


def _describe_losses(losses: Sequence[tuple[int, int]]) -> dict[str, Any]:
    return (
        {"lost": [lost for lost, _ in losses], "doubled": [doubled for _, doubled in losses]}
        if losses
        else {}
    )


def _describe_outcome(outcome: Outcome) -> dict[str, Any]:
    return {"ratio": outcome.measured, "at_most": outcome.target.limit, "met": outcome.met}
