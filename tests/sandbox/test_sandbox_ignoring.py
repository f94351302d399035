"""Servers that ignore a part of what they are asked, and answer all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import qs_codec
from hypothesis import given, settings, strategies as st
from support.asking import ask, client_of, ids

from quentli_query import FilterNotHonoredError, Q, Quentli, any_of
from quentli_query.sandbox import Fault, IgnoreFilter, IgnoreParameter, Sandbox, SingleOrder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from quentli_client.models import Customer

    from quentli_query import Filter


# What is ignored, in a filter


@pytest.fixture(scope="module")
def honest() -> Iterator[Sandbox]:
    with Sandbox() as running:
        yield running


EVERYWHERE = "name[contains]=a&name[startsWith]=j&createdAt[lt]=2024-01-01T00:00:00Z&noPayments=true"
IN_GROUPS = "name[contains]=o&OR[0][name][startsWith]=j&OR[1][noPayments]=true"


@pytest.mark.parametrize(
    ("part", "asked", "understood"),
    [
        (
            "name[startsWith]",
            EVERYWHERE,
            "name[contains]=a&createdAt[lt]=2024-01-01T00:00:00Z&noPayments=true",
        ),
        ("startsWith", EVERYWHERE, "name[contains]=a&createdAt[lt]=2024-01-01T00:00:00Z&noPayments=true"),
        ("createdAt[lt]", EVERYWHERE, "name[contains]=a&name[startsWith]=j&noPayments=true"),
        ("noPayments", EVERYWHERE, "name[contains]=a&name[startsWith]=j&createdAt[lt]=2024-01-01T00:00:00Z"),
        ("name", EVERYWHERE, "createdAt[lt]=2024-01-01T00:00:00Z&noPayments=true"),
        ("name", "name[contains]=john", ""),
        # In groups, at any depth
        ("name[startsWith]", IN_GROUPS, "name[contains]=o&OR[0][noPayments]=true"),
        ("OR", IN_GROUPS, "name[contains]=o"),
        ("OR[noPayments]", IN_GROUPS, "name[contains]=o&OR[0][name][startsWith]=j"),
        (
            "OR[noPayments]",
            "noPayments=true&OR[0][name][contains]=o",
            "noPayments=true&OR[0][name][contains]=o",
        ),
        ("name[contains]", IN_GROUPS, "OR[0][name][startsWith]=j&OR[1][noPayments]=true"),
        ("noPayments", "OR[0][AND][0][noPayments]=true&OR[0][AND][1][name][contains]=j", "name[contains]=j"),
        # A NOT without its condition is no condition
        ("NOT", "NOT[name][contains]=a&noPayments=false", "noPayments=false"),
        ("name[contains]", "NOT[name][contains]=a&noPayments=false", "noPayments=false"),
        ("NOT[name]", "NOT[0][name][contains]=a&name[contains]=o", "name[contains]=o"),
        # Operators with lists, and negated ones
        ("name[in]", "name[in][]=x&noPayments=true", "noPayments=true"),
        ("not", "name[not][contains]=a&noPayments=true", "noPayments=true"),
        ("name[contains]", "name[not][contains]=a", "name[not][contains]=a"),
        # As it is spelled
        ("emailVerified[equals]", "emailVerified=true", "emailVerified=true"),
        ("emailVerified[equals]", "emailVerified[equals]=true", ""),
        # An empty value is a value
        ("name[startsWith]", "name[contains]=&name[startsWith]=j", "name[contains]="),
        # What would be refused is not even looked at
        ("nickname", "nickname=x&noPayments=true", "noPayments=true"),
        ("like", "name[like]=x&noPayments=true", "noPayments=true"),
        # By a function
        (lambda path, value: value == "x", "name=x&noPayments=true", "noPayments=true"),
        (lambda path, value: path == ("OR", 1), IN_GROUPS, "name[contains]=o&name[startsWith]=j"),
        (
            lambda path, value: path[0] == "name",
            IN_GROUPS,
            "OR[0][name][startsWith]=j&OR[1][noPayments]=true",
        ),
    ],
)
def test_an_ignored_condition_is_as_good_as_not_written(
    part: str | Callable[..., bool], asked: str, understood: str, honest: Sandbox
) -> None:
    expected = ids(ask(honest, filter=understood, take=100))
    with Sandbox(faults=[IgnoreFilter(part)]) as sandbox:
        assert ids(ask(sandbox, filter=asked, take=100)) == expected
        assert sandbox.requests[0].filter == qs_codec.decode(asked)
        assert sandbox.requests[0].faults == (IgnoreFilter(part),)
    if asked != understood:
        assert ask(honest, filter=asked, take=100).text != ask(honest, filter=understood, take=100).text


CONDITIONS = {
    "name[contains]": ["a", "john", "z"],
    "name[startsWith]": ["j", "m"],
    "createdAt[lt]": ["2024-01-01T00:00:00Z"],
    "createdAt[gte]": ["2023-01-01T00:00:00Z"],
    "noPayments": ["true", "false"],
    "emailVerified[equals]": ["true"],
}
SHAPES = ["{}", "NOT[{}]", "OR[0][{}]", "OR[1][{}]", "AND[0][NOT][{}]", "AND[1][OR][0][{}]"]


def spelled(shape: str, key: str) -> str:
    return shape.format(key.replace("[", "][", 1).removesuffix("]")) if shape != "{}" else key


ENTRIES = st.tuples(st.sampled_from(SHAPES), st.sampled_from(sorted(CONDITIONS)), st.integers(0, 2))
KEYED = st.dictionaries(ENTRIES.map(lambda entry: entry[:2]), st.integers(0, 2), min_size=1, max_size=6)


def written(entries: dict[tuple[str, str], int]) -> str:
    return "&".join(
        f"{spelled(shape, key)}={CONDITIONS[key][value % len(CONDITIONS[key])]}"
        for (shape, key), value in entries.items()
    )


@pytest.mark.parametrize("part", sorted(CONDITIONS))
def test_the_answer_is_that_to_the_filter_without_the_condition(part: str, honest: Sandbox) -> None:
    with Sandbox(faults=[IgnoreFilter(part)]) as deaf, client_of(honest) as client:

        def answer(sandbox: Sandbox, text: str) -> Any:
            return client.get(f"{sandbox.url}/v1/customers", params={"filter": text, "take": 100}).json()

        @settings(max_examples=40, deadline=None)
        @given(KEYED)
        def check(entries: dict[tuple[str, str], int]) -> None:
            rest = {place: value for place, value in entries.items() if place[1] != part}
            assert answer(deaf, written(entries)) == answer(honest, written(rest))

        check()


@pytest.mark.parametrize("part", ["", "name[", "name]", "[name]", "name[a]b", "name[[a]]"])
def test_a_part_is_spelled_as_in_a_filter(part: str) -> None:
    with pytest.raises(ValueError, match="is not of the form"):
        IgnoreFilter(part)


@pytest.mark.parametrize(
    ("part", "filter_"),
    [
        ("startsWith", Q.name.starts_with("J")),
        ("createdAt[lt]", Q.created_at < "2024-01-01T00:00:00Z"),
        ("NOT", ~Q.name.contains("a")),
        ("OR", any_of(Q.name.contains("john"), Q.name.contains("maría"))),
    ],
)
def test_our_client_notices(part: str, filter_: Filter[Customer]) -> None:
    with (
        Sandbox(faults=[IgnoreFilter(part)]) as sandbox,
        Quentli(sandbox.api_key, base_url=sandbox.url) as quentli,
        pytest.raises(FilterNotHonoredError),
    ):
        quentli.customers.list(filter_)


# What is ignored, of the other parameters


@pytest.mark.parametrize(
    ("fault", "asked", "understood"),
    [
        (IgnoreParameter("take"), {"take": 50, "skip": 10}, {"skip": 10}),
        (IgnoreParameter("take"), {"take": 500}, {}),
        (IgnoreParameter("skip"), {"take": 50, "skip": 10}, {"take": 50}),
        (IgnoreParameter("filter"), {"filter": "name[contains]=john"}, {}),
        (IgnoreParameter("orderBy"), {"orderBy": "name=asc", "take": 3}, {"take": 3}),
    ],
)
def test_an_ignored_parameter_is_as_good_as_left_out(
    fault: Fault, asked: dict[str, Any], understood: dict[str, Any], honest: Sandbox
) -> None:
    with Sandbox(faults=[fault]) as sandbox:
        assert ids(ask(sandbox, **asked)) == ids(ask(honest, **understood))


def test_what_is_wrong_with_the_other_parameters_still_counts() -> None:
    with Sandbox(faults=[IgnoreParameter("take")]) as sandbox:
        answer = ask(sandbox, take="x", skip="y")
    assert [issue["path"] for issue in answer.json()["error"]["issues"]] == [["skip"]]
    assert (sandbox.requests[0].take, sandbox.requests[0].skip) == (None, None)


def test_only_parameters_of_the_api_can_be_ignored() -> None:
    with pytest.raises(ValueError, match="'page'"):
        IgnoreParameter("page")  # type: ignore[arg-type]


def test_a_server_may_take_one_order_only(honest: Sandbox) -> None:
    with Sandbox(faults=[SingleOrder()]) as sandbox:
        refused = ask(sandbox, orderBy="name=asc&createdAt=desc")
        assert ids(ask(sandbox, orderBy="name=asc")) == ids(ask(honest, orderBy="name=asc"))
        assert ids(ask(sandbox)) == ids(ask(honest))
    assert refused.status_code == 400
    assert refused.json()["error"]["issues"] == [
        {"path": ["orderBy"], "message": "Expected one key to order by, received 2", "code": "too_big"}
    ]
