"""Assumptions of the handwritten client that a new document no longer fits, each named."""

from collections.abc import Callable
from typing import Any

import pytest
from pipeline.vendor import MIXED, alter, find_in_mixed

from scripts.pipeline import report

Change = Callable[[Any], Any]


def change_parameter(index: int, **new: Any) -> Change:
    return lambda document: document["paths"]["/v1/discounts"]["get"]["parameters"][index].update(new)


def answer_with_page(new: Any) -> None:
    answer = new["paths"]["/v1/discounts"]["get"]["responses"]["200"]["content"]["application/json"]
    answer["schema"] = {"type": "object", "properties": {"items": answer["schema"]}}


def add_list(new: Any) -> None:
    """Add a list with pages of its own size."""
    path = alter(lambda _: None, MIXED)["paths"]["/v1/discounts"]["get"]
    path["operationId"] = "coupons_list"
    path["parameters"][2]["schema"]["maximum"] = 500
    new["paths"]["/v1/coupons"] = {"get": path}


def add_plain_list(new: Any) -> None:
    add_list(new)
    del new["paths"]["/v1/coupons"]["get"]["parameters"]


def ask_for_another_key(new: Any) -> None:
    scheme = {"type": "apiKey", "in": "header", "name": "X-Key"}
    new["components"]["securitySchemes"]["organizationApiKey"] = scheme


def offer_another_key(new: Any) -> None:
    new["components"]["securitySchemes"]["other"] = {"type": "apiKey", "in": "header", "name": "X-Key"}
    new["security"].append({"other": []})


BROKEN: list[tuple[Change, list[str]]] = [
    (lambda _: None, []),
    (lambda new: new["paths"].pop("/v1/discounts"), []),
    (offer_another_key, []),
    (add_plain_list, []),
    (change_parameter(2, schema={"type": "number", "minimum": 1, "maximum": 50, "default": 20}), []),
    (
        change_parameter(2, schema={"type": "number", "minimum": 5, "maximum": 100}),
        ["discounts_list(take) has minimum 5, was minimum 1"],
    ),
    (
        change_parameter(1, schema={"type": "number", "default": 0}),
        ["discounts_list(skip) has minimum none, was minimum 0"],
    ),
    (
        change_parameter(0, schema={"type": "string", "maxLength": 500}),
        ["discounts_list(filter) has maxLength 500, was maxLength none"],
    ),
    (change_parameter(3, name="sort"), ["discounts_list(orderBy) is gone"]),
    (change_parameter(0, **{"in": "header"}), ["discounts_list(filter) is in header, was in query"]),
    (answer_with_page, ["discounts_list -> 200 is DiscountsListResponse, was list of Discount"]),
    (add_list, []),
    (lambda new: new["servers"].pop(0), ["https://api.quentli.com is gone"]),
    (ask_for_another_key, ["the proof of who calls is apiKey header X-Key, was http bearer"]),
]


@pytest.mark.parametrize(("change", "expected"), BROKEN)
def test_each_broken_assumption_is_named(change: Change, expected: list[str]) -> None:
    lines = report.render(find_in_mixed(change)).splitlines()

    assert [line[4:].partition("  [")[0] for line in lines if line.startswith("  ~ ")] == expected
