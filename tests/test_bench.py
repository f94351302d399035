"""The benchmarks run, and compare equal work. No test holds speeds, since machines differ."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

from scripts.benchmarks import names
from scripts.benchmarks.__main__ import main
from scripts.benchmarks.measuring import (
    QUICK,
    Benchmark,
    DisagreementError,
    PythonCall,
    Result,
    Timing,
    measure,
)
from scripts.benchmarks.sandboxes import Server
from scripts.benchmarks.targets import TARGETS, Outcome, outcomes
from scripts.benchmarks.units import MEBIBYTES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

STEPS = (names.BUILD, names.COMPILE, names.BOTH)
PEERS = {names.NPM, names.CODEC, *(names.joined(names.AIRTABLE, step) for step in STEPS)}
COUNTS = (20, 100, 400)


def steps(*contestants: str) -> set[str]:
    return {names.joined(way, step) for way in contestants for step in STEPS}


LISTED = {names.listed(way, prefetch) for way in ("sync", "async") for prefetch in (0, 8, 16)}
PROCESSING = {names.BARE, names.PYDANTIC, names.CLIENT, names.CLIENT_FILTERING, names.CLIENT_TRUSTING}

CONTESTANTS = {
    names.FIVE: steps("quentli-query") | PEERS,
    **{names.alternatives(count): steps(names.IN, names.CHAIN) | PEERS for count in COUNTS},
    names.READ: {"quentli-query: parse_filter", names.DECODE},
    names.MATCH: {names.MODEL, names.DICT, names.FROM_DICT},
    names.LIST: LISTED,
    names.FIRST: LISTED,
    names.GROW: {names.KEPT, *map(names.streamed, (4, 16))},
    names.PROCESS: PROCESSING,
    names.IMPORT: {names.OURS, names.HTTPX, names.STRIPE, names.OPENAI},
    names.OPERATION: {names.LIST_OPERATION, names.LARGEST_OPERATION, names.HTTPX_AND_ATTRS},
}


@pytest.fixture(scope="module")
def benchmarks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The results that a quick run writes."""
    file: Path = tmp_path_factory.mktemp("bench") / "new" / "quick.json"
    assert main(["--quick", "--json", str(file)]) == 0
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))["benchmarks"]
    return found


@pytest.mark.slow
def test_every_contestant_is_timed(benchmarks: dict[str, Any]) -> None:
    assert {name: set(each["contestants"]) for name, each in benchmarks.items()} == CONTESTANTS
    for benchmark in benchmarks.values():
        for contestant in benchmark["contestants"].values():
            assert all(contestant[time] > 0 for time in ("best", "median", "ratio"))
        assert benchmark["contestants"][benchmark["reference"]]["ratio"] == 1


@pytest.mark.slow
@pytest.mark.parametrize("name", [names.FIVE, *map(names.alternatives, COUNTS)])
def test_contestants_write_the_same_filter_string(benchmarks: dict[str, Any], name: str) -> None:
    written: defaultdict[str, set[str]] = defaultdict(set)
    writers: dict[str, set[str]] = defaultdict(set)
    for contestant, found in benchmarks[name]["contestants"].items():
        if "form" in found:
            written[found["form"]].add(found["sha256"])
            writers[found["form"]].add(contestant)
    assert {form: len(texts) for form, texts in written.items()} == {"qs string": 1, "Airtable formula": 1}
    assert {names.NPM, names.CODEC} < writers["qs string"]


def writer(name: str, text: str) -> PythonCall[None]:
    return PythonCall(name, lambda _: text, lambda: None, form="text")


def test_contestants_with_different_output_are_not_compared() -> None:
    with pytest.raises(DisagreementError, match=r"greeting: a writes\nhello\nand b\ngoodbye"):
        measure([Benchmark("greeting", [writer("a", "hello"), writer("b", "goodbye")], "a")], QUICK)


def test_each_call_has_its_own_input() -> None:
    inputs: list[object] = []
    taken: list[object] = []

    def prepare() -> object:
        inputs.append(object())
        return inputs[-1]

    PythonCall("", taken.append, prepare).time(5)
    assert taken == inputs
    assert len(set(map(id, taken))) == 5


def timing(turns: Iterable[float], per: int = 1) -> Timing:
    return Timing(evolve(writer("", ""), per=per), 1, list(turns))


def test_ratio_is_the_median_of_rounds_per_item() -> None:
    # The machine is ten times as slow in the second round, and something hits one turn of the third.
    assert timing([2, 20, 90]).ratio(timing([1, 10, 1])) == 2
    assert timing([400, 400], per=400).ratio(timing([50, 50], per=100)) == 2


@pytest.mark.parametrize(("ratio", "met"), [(0.1, True), (3.5, True), (3.6, False)])
def test_target_is_met_up_to_its_limit(ratio: float, met: bool) -> None:
    assert Outcome(evolve(TARGETS[0], at_most=3.5), ratio).met is met


def test_target_without_a_peer_has_the_unit_of_its_benchmark() -> None:
    absolute = [target for target in TARGETS if target.contestant[0] == names.GROW]
    growth = {target.contestant[1]: timing([7 * 2**20]) for target in absolute}
    found = Result(Benchmark(names.GROW, [], names.KEPT, unit=MEBIBYTES), growth)
    assert outcomes({names.GROW: found}) == [Outcome(target, 7) for target in absolute]


def test_groups_are_chosen_by_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "results.json"
    assert main(["reading", "--quick", "--json", str(file)]) == 0
    assert set(json.loads(file.read_text(encoding="utf-8"))["benchmarks"]) == {names.READ, names.MATCH}
    with pytest.raises(SystemExit, match="2"):
        main(["listnig"])
    assert "'listnig' is none of writing, reading, listing" in capsys.readouterr().err


def test_every_target_has_measured_contestants() -> None:
    measured = {(benchmark, name) for benchmark, contestants in CONTESTANTS.items() for name in contestants}
    assert {side for target in TARGETS for side in (target.contestant, target.peer) if side} <= measured


def test_missing_records_fail_the_benchmark() -> None:
    with pytest.raises(LookupError, match="9 of 10 customers came"):
        Server("", "", 10).require_all(9)


@pytest.mark.parametrize(("ratio", "status"), [(0.0, 1), (1e9, 0)])
def test_check_exits_with_1_if_a_target_is_missed(
    ratio: float, status: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lenient_or_not = [evolve(target, at_most=ratio) for target in TARGETS]
    monkeypatch.setattr("scripts.benchmarks.targets.TARGETS", lenient_or_not)
    assert main(["reading", "--quick", "--check", "--json", str(tmp_path / "results.json")]) == status
