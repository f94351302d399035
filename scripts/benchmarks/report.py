"""Results as tables for people, and as JSON for programs."""

from __future__ import annotations

import platform
from collections.abc import Iterable
from hashlib import sha256
from importlib.metadata import version
from typing import Any

from conformance.npm_qs import NEWEST
from rich import box
from rich.console import Console
from rich.table import Table

from scripts.benchmarks.measuring import Contestant, Result, Timing
from scripts.benchmarks.targets import Outcome

LEGEND = (
    "A call, in the best turn and in the median one; the latter also by the item (condition, alternative or "
    "record). Ratios are by the item, to the contestant with 1.00: the median over all rounds of the ratio "
    "within a round. While filters are timed, Python's garbage collector rests; Node's cannot."
)
PEERS = ("qs-codec", "pyairtable", "attrs", "httpx", "pydantic", "stripe", "openai")


def show_result(console: Console, result: Result) -> None:
    """Print the table of a benchmark."""
    console.print(_table(result))
    if result.benchmark.note:
        console.print(result.benchmark.note, style="dim")


def show_outcomes(console: Console, outcomes: Iterable[Outcome]) -> None:
    """Print the table of the targets, and how to read all the tables."""
    console.print(_targets(outcomes))
    console.print(LEGEND, style="dim")


def _table(result: Result) -> Table:
    benchmark = result.benchmark
    unit, item_unit = benchmark.unit, benchmark.item_unit or benchmark.unit
    table = Table(title=benchmark.name, box=box.SIMPLE_HEAD, title_justify="left")
    table.add_column("contestant", min_width=max(map(len, result.timings)))
    for heading in (f"best, {unit.name}", f"median, {unit.name}", f"an item, {item_unit.name}", "ratio"):
        table.add_column(heading, justify="right")
    for name, timing in result.timings.items():
        an_item = item_unit.written(timing.median / timing.contestant.per)
        measured = (unit.written(timing.best), unit.written(timing.median), an_item)
        style = "bold" if name == benchmark.reference else ""
        table.add_row(name, *measured, f"{result.ratio(name):.2f}", style=style)
    return table


def _targets(outcomes: Iterable[Outcome]) -> Table:
    table = Table("target", title="targets", box=box.SIMPLE_HEAD, title_justify="left")
    for heading in ("measured", "at most", ""):
        table.add_column(heading, justify="right")
    for outcome in outcomes:
        verdict = "[green]met[/]" if outcome.met else "[red]missed[/]"
        table.add_row(outcome.target.name, f"{outcome.ratio:.3f}", f"{outcome.target.at_most:.3f}", verdict)
    return table


def as_json(results: Iterable[Result], outcomes: Iterable[Outcome]) -> dict[str, Any]:
    """Everything that was measured, and with what. Times are in nanoseconds a call, memory is in bytes."""
    return {
        "machine": {"system": platform.platform(), "python": platform.python_version()},
        "versions": {**{name: version(name) for name in PEERS}, "npm qs": NEWEST},
        "benchmarks": {result.benchmark.name: _benchmark(result) for result in results},
        "targets": {outcome.target.name: _outcome(outcome) for outcome in outcomes},
    }


def _benchmark(result: Result) -> dict[str, Any]:
    return {
        "reference": result.benchmark.reference,
        "note": result.benchmark.note,
        "contestants": {
            name: {**_timing(timing), "ratio": result.ratio(name), **_output(timing.contestant)}
            for name, timing in result.timings.items()
        },
    }


def _timing(timing: Timing) -> dict[str, Any]:
    return {
        "best": timing.best,
        "median": timing.median,
        "items": timing.contestant.per,
        "calls_a_turn": timing.calls,
        "turns": len(timing.turns),
    }


def _output(contestant: Contestant) -> dict[str, Any]:
    if contestant.form is None:
        return {}
    return {"form": contestant.form, "sha256": sha256(contestant.output().encode()).hexdigest()}


def _outcome(outcome: Outcome) -> dict[str, Any]:
    return {"ratio": outcome.ratio, "at_most": outcome.target.at_most, "met": outcome.met}
