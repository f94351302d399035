"""Names of schemas: their words, and names that are taken."""

import pytest

from scripts.pipeline.rewrites.names import item, number_repeated, pascal


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("subscription-home", "SubscriptionHome"),
        ("customers_get_by_id", "CustomersGetById"),
        ("URLOfPage2", "URLOfPage2"),
        ("a\N{LATIN SMALL LETTER N WITH TILDE}o", "AO"),
    ],
)
def test_words(name: str, expected: str) -> None:
    assert pascal(name) == expected


def test_the_item_of_a_list() -> None:
    lists = ["discounts", "taxes", "entries", "addresses", "batches", "metadata", "status", "access", ""]
    items = "discount, tax, entry, address, batch, metadata item, status item, access item, item"

    assert ", ".join(map(item, lists)) == items


@pytest.mark.parametrize(
    ("names", "taken", "expected"),
    [
        (["A", "B"], [], ["A", "B"]),
        (["A", "A", "A"], [], ["A", "A2", "A3"]),
        (["A", "a"], ["A2"], ["A", "a3"]),
        (["A"], ["a", "A2", "A3", "A4"], ["A5"]),
    ],
)
def test_a_number_follows_a_name_that_is_taken(
    names: list[str], taken: list[str], expected: list[str]
) -> None:
    assert [*number_repeated(dict(enumerate(names)), taken).values()] == expected
