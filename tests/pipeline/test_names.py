"""Names of schemas: their words."""

import pytest

from scripts.pipeline.rewrites.locations import item, pascal


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
