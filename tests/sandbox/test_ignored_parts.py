"""Faults with which a server ignores a part of a request and answers all the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
import qs_codec
from quentli_resources.registry import MAX_TAKE
from support.asking import ask, client_of, ids

from quentli_query.sandbox import (
    Fault,
    IgnoreFilter,
    IgnoreParameter,
    IgnoreQueryStyle,
    LongLists,
    Sandbox,
    SingleOrder,
)

ALL = "name[contains]=a&name[startsWith]=j&createdAt[lt]=2024-01-01T00:00:00Z&noPayments=true"
IN_GROUPS = "name[contains]=o&OR[0][name][startsWith]=j&OR[1][noPayments]=true"


Find = Callable[..., list[str]]


@pytest.fixture(scope="module")
def faulty() -> Iterator[Sandbox]:
    with Sandbox() as running:
        yield running


@pytest.fixture(scope="module")
def find_with(faulty: Sandbox) -> Iterator[Find]:
    """Return the ids that a server with a fault finds."""
    with client_of(faulty) as client:

        def find(fault: Fault, **params: str | int) -> list[str]:
            faulty.misbehave(fault)
            return ids(client.get("/v1/customers", params={"take": MAX_TAKE, **params}))

        yield find


@pytest.fixture(scope="module")
def find(shared_client: httpx.Client) -> Find:
    """Return the ids that a server without faults finds."""
    return lambda **params: ids(shared_client.get("/v1/customers", params={"take": MAX_TAKE, **params}))


@pytest.mark.parametrize(
    ("part", "asked", "understood"),
    [
        ("startsWith", ALL, "name[contains]=a&createdAt[lt]=2024-01-01T00:00:00Z&noPayments=true"),
        ("name", ALL, "createdAt[lt]=2024-01-01T00:00:00Z&noPayments=true"),
        ("name", "name[contains]=john", ""),
        # In groups, at any depth
        ("OR", IN_GROUPS, "name[contains]=o"),
        ("OR[noPayments]", IN_GROUPS, "name[contains]=o&OR[0][name][startsWith]=j"),
        ("OR[noPayments]", "noPayments=true&OR[0][name][lt]=o", "noPayments=true&OR[0][name][lt]=o"),
        ("noPayments", "OR[0][AND][0][noPayments]=true&OR[0][AND][1][name][contains]=j", "name[contains]=j"),
        # A NOT without its condition is no condition
        ("NOT", "NOT[name][contains]=a&noPayments=false", "noPayments=false"),
        ("name[contains]", "NOT[name][contains]=a&noPayments=false", "noPayments=false"),
        ("NOT[name]", "NOT[0][name][contains]=a&name[contains]=o", "name[contains]=o"),
        # Operators with lists, and negated ones
        ("name[in]", "name[in][]=x&noPayments=true", "noPayments=true"),
        ("not", "name[not][contains]=a&noPayments=true", "noPayments=true"),
        ("name[contains]", "name[not][contains]=a", "name[not][contains]=a"),
        # As spelled
        ("emailVerified[equals]", "emailVerified=true", "emailVerified=true"),
        ("emailVerified[equals]", "emailVerified[equals]=true", ""),
        # An empty value is a value
        ("name[startsWith]", "name[contains]=&name[startsWith]=j", "name[contains]="),
        ("name", "noPayments=true&email[contains]=", "noPayments=true&email[contains]="),
        # Parts that would be refused are not looked at
        ("nickname", "nickname=x&noPayments=true", "noPayments=true"),
        ("like", "name[like]=x&noPayments=true", "noPayments=true"),
        # By a function
        (lambda path, value: value == "x", "name=x&noPayments=true", "noPayments=true"),
        (lambda path, value: path == ("OR", 1), IN_GROUPS, "name[contains]=o&name[startsWith]=j"),
    ],
)
def test_ignored_condition_counts_as_not_written(
    faulty: Sandbox, find_with: Find, find: Find, part: Any, asked: str, understood: str
) -> None:
    assert find_with(IgnoreFilter(part), filter=asked) == find(filter=understood)
    recorded = faulty.requests[-1]
    assert (recorded.filter, recorded.faults) == (qs_codec.decode(asked), (IgnoreFilter(part),))


@pytest.mark.parametrize(
    ("fault", "asked", "understood"),
    [
        (IgnoreParameter("take"), {"take": 50, "skip": 10}, {"take": 20, "skip": 10}),
        (IgnoreParameter("take"), {"take": 500}, {"take": 20}),
        (IgnoreParameter("skip"), {"take": 50, "skip": 10}, {"take": 50}),
        (IgnoreParameter("filter"), {"filter": "name[contains]=john"}, {}),
        (IgnoreParameter("orderBy"), {"orderBy": "name=asc", "take": 3}, {"take": 3}),
        (IgnoreQueryStyle("string"), {"filter": "id=x", "orderBy[name]": "asc"}, {"orderBy": "name=asc"}),
        (
            IgnoreQueryStyle("nested"),
            {"filter": "name[lt]=j", "orderBy[id]": "asc"},
            {"filter": "name[lt]=j"},
        ),
        (SingleOrder(), {"orderBy": "name=asc"}, {"orderBy": "name=asc"}),
        (SingleOrder(), {}, {}),
    ],
)
def test_ignored_parameter_counts_as_left_out(
    find_with: Find, find: Find, fault: Fault, asked: dict[str, Any], understood: dict[str, Any]
) -> None:
    assert find_with(fault, **asked) == find(**understood)


def test_long_lists_can_be_read(find_with: Find, find: Find, shared_client: httpx.Client) -> None:
    wanted = find()[:30]
    asked = "&".join(f"OR[{place}][id]={each}" for place, each in enumerate(wanted))
    assert shared_client.get("/v1/customers", params={"filter": asked}).status_code == 400
    assert find_with(LongLists(), filter=asked) == wanted


@pytest.mark.parametrize(
    ("fault", "params", "message"),
    [
        (IgnoreParameter("take"), {"take": "x", "skip": "y"}, "Expected a whole number, received 'y'"),
        (SingleOrder(), {"orderBy": "name=asc&id=asc"}, "Expected one key to order by, received 2"),
    ],
)
def test_the_rest_is_checked(faulty: Sandbox, fault: Fault, params: dict[str, str], message: str) -> None:
    faulty.misbehave(fault)
    response = ask(faulty, **params)
    assert [each["message"] for each in response.json()["error"]["issues"]] == [message]
