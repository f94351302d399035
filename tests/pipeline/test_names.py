"""Names of schemas: their words, and the choice between several claims to a name."""

import pytest

from scripts.pipeline.rewrites.names import grant, item, words


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("subscription-home", ["subscription", "home"]),
        ("customers_get_by_id", ["customers", "get", "by", "id"]),
        ("URLOfPage2", ["URL", "Of", "Page", "2"]),
        ("año", ["a", "o"]),
    ],
)
def test_words(name: str, expected: list[str]) -> None:
    assert words(name) == expected


def test_the_item_of_a_list() -> None:
    lists = ["discounts", "taxes", "entries", "addresses", "batches", "metadata", "status", "access", ""]
    items = "discount, tax, entry, address, batch, metadata item, status item, access item, item"

    assert ", ".join(map(item, lists)) == items


@pytest.mark.parametrize(
    ("claims", "taken", "expected"),
    [
        ({1: ["A"], 2: ["B"]}, [], {1: "A", 2: "B"}),
        ({1: ["A", "B"], 2: ["A", "C"]}, [], {1: "A", 2: "C"}),
        ({1: ["A"], 2: ["A"], 3: ["A"]}, [], {1: "A", 2: "A2", 3: "A3"}),
        ({1: ["A"], 2: ["a"]}, ["A2"], {1: "A", 2: "a3"}),
        ({1: ["A", "B"]}, ["A"], {1: "B"}),
        ({1: ["A"]}, ["a", "A2", "A3", "A4"], {1: "A5"}),
    ],
)
def test_a_name_goes_to_one_claim(
    claims: dict[int, list[str]], taken: list[str], expected: dict[int, str]
) -> None:
    assert grant(claims, taken) == expected
