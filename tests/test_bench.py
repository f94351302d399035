"""Tests of the benchmarks: they run, and their contestants do equal work. Speeds differ by machine and are not tested."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from attrs import evolve

from scripts.benchmarks import names
from scripts.benchmarks.__main__ import main
from scripts.benchmarks.measurement import (
    QUICK,
    Benchmark,
    Contestant,
    OutputMismatchError,
    Result,
    Timing,
    create_contestant,
    measure,
)
from scripts.benchmarks.pictures import PICTURES
from scripts.benchmarks.targets import TARGETS, Outcome, evaluate_targets
from scripts.benchmarks.units import MEBIBYTES

ROOT = Path(__file__).parents[1]
DOCS, PUBLISHED = ROOT / "docs", ROOT / "scripts" / "benchmarks" / "published.json"


@pytest.fixture(scope="module")
def benchmarks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Run all benchmarks quickly, and return the results in the JSON file."""
    pytest.importorskip("polars")
    file: Path = tmp_path_factory.mktemp("bench") / "new" / "quick.json"
    assert main(["--quick", "--json", str(file), "--pictures", str(file.parent.parent)]) == 0
    assert {each.name for each in file.parent.parent.glob("*.svg")} == set(PICTURES)
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))["benchmarks"]
    return found


@pytest.mark.slow
def test_every_contestant_is_timed(benchmarks: dict[str, Any]) -> None:
    measured = {(name, each) for name, found in benchmarks.items() for each in found["contestants"]}
    assert {side for target in TARGETS for side in (target.contestant, target.peer) if side} <= measured
    for benchmark in benchmarks.values():
        contestants = benchmark["contestants"]
        assert all(each[time] > 0 for each in contestants.values() for time in ("best", "median", "ratio"))
        assert contestants[benchmark["reference"]]["ratio"] == 1


@pytest.mark.parametrize("name", PICTURES)
def test_picture_is_drawn_from_the_published_results(name: str, tmp_path: Path) -> None:
    assert main(["--from", str(PUBLISHED), "--pictures", str(tmp_path)]) == 0
    assert (tmp_path / name).read_text("utf-8") == (DOCS / name).read_text("utf-8")


def test_picture_shows_the_numbers_as_text() -> None:
    drawn = ElementTree.parse(DOCS / "listing.svg").iter("{http://www.w3.org/2000/svg}text")
    shown = [each.text for each in drawn if "y" in each.attrib]
    numbers = [each for each in shown if each and re.fullmatch(r"[0-9.]+", each)]
    published = json.loads(PUBLISHED.read_text("utf-8"))["benchmarks"]
    one_by_one = published[names.LIST_ALL]["contestants"][names.format_list("sync", 0)]
    lost = published[names.SCAN_CHURN]["contestants"][names.format_read(names.LIST, 16)]["lost"]
    assert len(numbers) == 6
    assert (numbers[0], numbers[4]) == (f"{one_by_one['median'] / 1e9:.1f}", str(sorted(lost)[2]))


def create_writer(name: str, text: str) -> Contestant:
    return create_contestant(name, lambda _: text, lambda: None, form="text")


def test_contestants_with_different_output_are_not_compared() -> None:
    writers = [create_writer("a", "hello"), create_writer("b", "goodbye")]
    with pytest.raises(OutputMismatchError, match=r"greeting: a writes\nhello\nand b writes\ngoodbye"):
        measure([Benchmark("greeting", writers, "a")], QUICK)


def test_each_call_has_its_own_input() -> None:
    taken: list[object] = []
    create_contestant("", taken.append, object).time(5)
    assert len(set(map(id, taken))) == 5


def create_timing(turns: list[float], items: int = 1) -> Timing:
    return Timing(Contestant("", lambda _: 0, items), 1, turns)


def test_ratio_is_the_median_of_rounds_per_item() -> None:
    # The machine is ten times as slow in the second round, and one turn of the third round is disturbed.
    assert create_timing([2, 20, 90]).compute_ratio(create_timing([1, 10, 1])) == 2
    assert create_timing([400, 400], items=400).compute_ratio(create_timing([50, 50], items=100)) == 2


def test_target_without_a_peer_has_the_unit_of_its_benchmark() -> None:
    absolute = [target for target in TARGETS if target.contestant[0] == names.MEMORY_GROWTH]
    growth = {target.contestant[1]: create_timing([7 * 2**20]) for target in absolute}
    found = Result(Benchmark(names.MEMORY_GROWTH, [], names.KEEP_ALL, unit=MEBIBYTES), growth)
    assert evaluate_targets({names.MEMORY_GROWTH: found}) == [Outcome(target, 7) for target in absolute]


def test_groups_are_chosen_by_name(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["listnig"])
    assert "'listnig' is not one of writing, reading, listing" in capsys.readouterr().err


@pytest.mark.parametrize(("limit", "status"), [(0.0, 1), (1e9, 0)])
def test_check_exits_with_1_if_a_target_is_missed(
    limit: float, status: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    targets = [evolve(target, limit=limit) for target in TARGETS]
    monkeypatch.setattr("scripts.benchmarks.targets.TARGETS", targets)
    file = tmp_path / "results.json"
    assert main(["reading", "--quick", "--check", "--json", str(file)]) == status
    measured = json.loads(file.read_text(encoding="utf-8"))["benchmarks"]
    assert measured.keys() == {names.PARSE_FIVE, names.MATCH_FIVE}
