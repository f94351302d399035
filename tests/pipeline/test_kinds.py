"""Kind and severity of each change, over small documents that differ in one way."""

import tomllib
from pathlib import Path

import pytest
from pipeline.alterations import ALTERATIONS, AMONG_OTHERS, PLACES, SAME, Document
from pipeline.vendor import find

from scripts.pipeline.kinds import RULES

CATALOGUE = Path(__file__).with_name("data") / "oasdiff.toml"


def find_changes(before: Document, after: Document) -> list[tuple[str, bool]]:
    """Return the kind of each change, and whether it breaks code of users."""
    return [(each.kind, each.breaking) for each in find(before, after).report.changes]


def test_each_alteration_is_one_change() -> None:
    found = {name: find_changes(each.before, each.after) for name, each in ALTERATIONS.items()}
    expected = {name: [(each.kind, each.breaking)] for name, each in ALTERATIONS.items()}
    assert {name: each for name, each in found.items() if each != expected[name]} == {}


@pytest.mark.parametrize("name", AMONG_OTHERS)
def test_each_alteration_is_a_change_among_others(name: str) -> None:
    altered = AMONG_OTHERS[name]

    assert (altered.kind, altered.breaking) in find_changes(altered.before, altered.after)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("name", SAME)
def test_equal_schemas_are_no_change(name: str, place: str) -> None:
    make = PLACES[place][1]

    assert find_changes(*map(make, SAME[name])) == []


def test_each_rule_has_an_alteration() -> None:
    assert {each.kind for each in ALTERATIONS.values()} == RULES.keys()


def test_each_check_of_another_comparer_has_an_alteration_or_is_left_out() -> None:
    catalogue = tomllib.loads(CATALOGUE.read_text(encoding="utf-8"))

    assert catalogue["shown"].keys() <= ALTERATIONS.keys() | AMONG_OTHERS.keys()
    ids = [each for group in catalogue.values() for ids in group.values() for each in ids]
    assert len(ids) == len(set(ids)) == 516
