"""Assumptions of the handwritten client that a new document no longer fits, each named."""

from collections.abc import Callable
from typing import Any

import pytest
from pipeline.described import described
from pipeline.vendor import MIXED, alter, find
from support.document import LISTS

from scripts.pipeline import report
from scripts.pipeline.assumptions import find_broken
from scripts.pipeline.resources.model import read_resources
from scripts.pipeline.rewrites import rewrite
from scripts.pipeline.schema_types import Reader

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


LIST = "quentli.discounts.list()"
BROKEN: list[tuple[Change, list[str]]] = [
    (lambda _: None, []),
    (lambda new: new["paths"].pop("/v1/discounts"), []),
    (offer_another_key, []),
    (add_plain_list, []),
    (
        change_parameter(2, schema={"type": "number", "minimum": 1, "maximum": 50, "default": 20}),
        [],
    ),
    (
        change_parameter(2, schema={"type": "number", "minimum": 5, "maximum": 100}),
        [f"{LIST} assumes take with minimum 1; the document says 5"],
    ),
    (
        change_parameter(1, schema={"type": "number", "default": 0}),
        [f"{LIST} assumes skip with minimum 0; the document says none"],
    ),
    (
        change_parameter(0, schema={"type": "string", "maxLength": 500}),
        [f"{LIST} assumes filter with maxLength none; the document says 500"],
    ),
    (
        change_parameter(3, name="sort"),
        [f"{LIST} sends orderBy in the query, which is no parameter there"],
    ),
    (
        change_parameter(0, **{"in": "header"}),
        [f"{LIST} sends filter in the query, which is no parameter there"],
    ),
    (answer_with_page, [f"{LIST} assumes a list of records; the operation answers with something else"]),
    (add_list, []),
    (
        lambda new: new["servers"].pop(0),
        ["Quentli() calls https://api.quentli.com, which is no server of the document"],
    ),
    (
        ask_for_another_key,
        ["Quentli() sends the key as http bearer; the document asks for apiKey header X-Key"],
    ),
]


@pytest.mark.parametrize(("change", "expected"), BROKEN)
def test_each_broken_assumption_is_named(change: Change, expected: list[str]) -> None:
    readers = (Reader(rewrite(document)) for document in (MIXED, alter(change, MIXED)))

    assert find_broken(*readers) == expected


def test_the_present_document_fits() -> None:
    present = Reader(described())

    assert [each.list.path for each in read_resources(present) if each.list] == [*LISTS.values()]
    assert find_broken(present, present) == []


def test_they_have_a_section_of_the_report() -> None:
    new = alter(ask_for_another_key, MIXED)

    lines = report.render(find(MIXED, new)).splitlines()
    assert lines[-2:] == [
        "What the client assumes and the document no longer says:",
        "  ~ Quentli() sends the key as http bearer; the document asks for apiKey header X-Key",
    ]
