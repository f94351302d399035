"""first, one, exists, count, and filters that are asked for in parts; for both kinds of client."""

from __future__ import annotations

import asyncio
import math
import re
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from quentli_query.client.lists.unions import split

from quentli_query import (
    NOTHING,
    AsyncQuentli,
    FilterTooLargeError,
    MultipleRecordsError,
    OrderNotHonoredError,
    PagingNotHonoredError,
    Q,
    Quentli,
    RecordNotFoundError,
    all_of,
    any_of,
)
from quentli_query.filters.compiler import UNLIMITED
from quentli_query.sandbox import ChangedFields, IgnoreParameter, Sandbox

Ask = Callable[[str], Any]


@pytest.fixture(params=["sync", "async"])
def ask(request: pytest.FixtureRequest, sandbox: Sandbox) -> Callable[..., Any]:
    """Calls a method of the customers' list, with either client."""
    return asking(request.param, sandbox)


def asking(kind: str, sandbox: Sandbox) -> Callable[..., Any]:
    def wait(method: str, *arguments: Any, **options: Any) -> Any:
        with Quentli(sandbox.api_key, base_url=sandbox.url) as quentli:
            outcome = getattr(quentli.customers, method)(*arguments, **options)
            return list(outcome) if hasattr(outcome, "__iter__") else outcome

    async def awaited(method: str, *arguments: Any, **options: Any) -> Any:
        async with AsyncQuentli(sandbox.api_key, base_url=sandbox.url) as quentli:
            outcome = getattr(quentli.customers, method)(*arguments, **options)
            outcome = outcome if hasattr(outcome, "__aiter__") else await outcome
            return [record async for record in outcome] if hasattr(outcome, "__aiter__") else outcome

    return wait if kind == "sync" else lambda *a, **o: asyncio.run(awaited(*a, **o))


def named(sandbox: Sandbox, text: str) -> list[dict[str, Any]]:
    return [record for record in sandbox.customers if text in record["name"].lower()]


def test_first(ask: Callable[..., Any], sandbox: Sandbox) -> None:
    assert ask("first").id == sandbox.customers[0]["id"]
    assert ask("first", order_by=Q.id.desc()).id == max(record["id"] for record in sandbox.customers)
    assert ask("first", Q.name.contains("ar"), order_by=Q.id.asc()).id == min(
        r["id"] for r in named(sandbox, "ar")
    )
    assert sandbox.requests[-1].take == 1
    assert ask("first", Q.name == "Nobody") is None
    assert ask("first", NOTHING) is None


def test_one(ask: Callable[..., Any], sandbox: Sandbox) -> None:
    wanted = sandbox.customers[5]
    assert ask("one", Q.id == wanted["id"]).username == wanted["username"]
    with pytest.raises(
        RecordNotFoundError, match=r"none of the customers matches Q.name.equals\('Nobody'\), where"
    ):
        ask("one", Q.name == "Nobody")
    found = [record["id"] for record in named(sandbox, "a")[:2]]
    with pytest.raises(
        MultipleRecordsError,
        match=rf"several of the customers match Q.name.contains\('a'\), .* the first are {' and '.join(found)}$",
    ):
        ask("one", Q.name.contains("a"))
    assert sandbox.requests[-1].take == 2
    with pytest.raises(MultipleRecordsError, match=r"several of the customers match, where"):
        ask("one")
    with pytest.raises(
        RecordNotFoundError, match=r"matches Q.name.equals\('x{40,50}\.\.\. \([0-9]+ characters\), "
    ):
        ask("one", Q.name == "x" * 500)


def test_exists(ask: Callable[..., Any]) -> None:
    assert ask("exists", Q.name.contains("a")) is True
    assert ask("exists", Q.name == "Nobody") is False
    assert ask("exists", NOTHING) is False


def test_count(ask: Callable[..., Any], sandbox: Sandbox) -> None:
    for filter_, expected in (
        (None, 250),
        (Q.name.contains("ar"), len(named(sandbox, "ar"))),
        (Q.name == "Nobody", 0),
    ):
        before = len(sandbox.requests)
        assert ask("count", filter_) == expected
        assert len(sandbox.requests) - before <= 2 * math.log2(max(1, expected)) + 2
    assert ask("count", NOTHING) == 0


@pytest.mark.parametrize("number", [0, 1, 2, 3, 4, 7, 8, 9, 31, 32, 33])
def test_count_is_exact_for_every_number(number: int) -> None:
    with Sandbox(customers=number) as sandbox, Quentli(sandbox.api_key, base_url=sandbox.url) as quentli:
        assert quentli.customers.count() == number
        assert len(sandbox.requests) <= (2 * math.log2(number) + 2 if number else 1)
        assert {request.take for request in sandbox.requests} == {1}


@pytest.fixture(scope="module")
def crowd() -> Any:
    with Sandbox(customers=360, seed=3) as running:
        yield running


@pytest.fixture(params=["sync", "async"])
def ask_crowd(request: pytest.FixtureRequest, crowd: Sandbox) -> Callable[..., Any]:
    return asking(request.param, crowd)


def test_five_thousand_ids_are_asked_for_in_parts(ask_crowd: Callable[..., Any], crowd: Sandbox) -> None:
    wanted = {record["id"] for record in crowd.customers[::2]}
    ids = [*wanted, *(f"cus_{number:020}" for number in range(4800))]
    before = len(crowd.requests)
    found = [customer.id for customer in ask_crowd("list", Q.id.in_(ids))]
    assert len(found) == len(set(found)) == 180
    assert set(found) == wanted
    asked = crowd.requests[before:]
    assert 20 < len(asked) < 200
    assert all(len(request.query) + len("/v1/customers?") <= 8000 for request in asked)


def test_parts_come_in_the_order_asked_for(ask_crowd: Callable[..., Any], crowd: Sandbox) -> None:
    records = crowd.customers[:350]
    filter_ = Q.id.in_([record["id"] for record in records])
    for order_by, key in (
        (Q.created_at.asc(), lambda r: r["createdAt"]),
        ([Q.email_verified.desc(), Q.created_at.desc()], lambda r: (r["emailVerified"], r["createdAt"])),
    ):
        found = [customer.id for customer in ask_crowd("list", filter_, order_by=order_by)]
        reverse = order_by != Q.created_at.asc()
        by_id = {record["id"]: record for record in records}
        keys = [key(by_id[each]) for each in found]
        assert keys == sorted(keys, reverse=reverse)
        assert len(found) == 350


def test_records_without_a_value_stand_where_the_server_puts_them(
    ask_crowd: Callable[..., Any], crowd: Sandbox
) -> None:
    ids = [record["id"] for record in crowd.customers[:350]]
    for order_by in (Q.archived_at.asc(), Q.archived_at.desc()):
        whole = [c for c in ask_crowd("list", order_by=order_by) if c.id in set(ids)]
        parts = ask_crowd("list", Q.id.in_(ids), order_by=order_by)
        assert [c.archived_at for c in parts] == [c.archived_at for c in whole]


def test_parts_are_paged_counted_and_limited_as_one_list(crowd: Sandbox) -> None:
    filter_ = Q.id.in_([record["id"] for record in crowd.customers[:350]])
    with Quentli(crowd.api_key, base_url=crowd.url) as quentli:
        page = quentli.customers.list(filter_, order_by=Q.created_at.asc(), skip=10, take=30, limit=75)
        assert [len(each.data) for each in page.pages()] == [30, 30, 15]
        everything = list(quentli.customers.list(filter_, order_by=Q.created_at.asc()))
        assert [c.id for c in page] == [c.id for c in everything][10:85]
        assert quentli.customers.count(filter_) == 350
        assert quentli.customers.exists(filter_)
        first = quentli.customers.first(filter_, order_by=Q.created_at.asc())
        assert first is not None
        assert first.created_at == everything[0].created_at


def test_requirements_beside_the_alternatives_go_with_each_part(crowd: Sandbox) -> None:
    ids = [record["id"] for record in crowd.customers[:350]]
    filter_ = Q.name.contains("ar") & Q.id.in_(ids) & (Q.email_verified.is_true() | Q.no_payments())
    with Quentli(crowd.api_key, base_url=crowd.url) as quentli:
        found = {customer.id for customer in quentli.customers.list(filter_)}
    assert found == {
        record["id"]
        for record in crowd.customers[:350]
        if "ar" in record["name"].lower()
        and (record["emailVerified"] or record["id"] in crowd.without_payments)
    }


def test_records_that_match_in_several_parts_come_once(crowd: Sandbox) -> None:
    filter_ = any_of(*[Q.name.contains(letter * number) for number in range(1, 60) for letter in "aeiou"])
    with Quentli(crowd.api_key, base_url=crowd.url) as quentli:
        found = [customer.id for customer in quentli.customers.list(filter_)]
    assert len(found) == len(set(found)) > 340


def test_what_cannot_be_split_is_refused_before_any_request(crowd: Sandbox) -> None:
    ids = [record["id"] for record in crowd.customers[:350]]
    before = len(crowd.requests)
    with Quentli(crowd.api_key, base_url=crowd.url) as quentli:
        for filter_ in (
            Q.id.not_in(ids),
            ~Q.name.contains("x" * 9000),
            Q.id.equals("x" * 9000) | Q.no_payments(),
        ):
            with pytest.raises(FilterTooLargeError):
                quentli.customers.list(filter_)
        with pytest.raises(
            FilterTooLargeError, match=r"not ordered by Q.name.asc\(\): how the API orders text"
        ):
            quentli.customers.list(Q.id.in_(ids), order_by=Q.name.asc())
    assert len(crowd.requests) == before


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_a_server_that_ignores_skip_is_noticed(kind: str) -> None:
    with Sandbox(customers=250, faults=[IgnoreParameter("skip")]) as sandbox:
        ask = asking(kind, sandbox)
        for method in ("count", "list"):
            with pytest.raises(PagingNotHonoredError, match="it seems to ignore skip"):
                ask(method)
        with pytest.raises(PagingNotHonoredError):
            ask("list", any_of(*[Q.name.contains("a" * number) for number in range(1, 400)]))
        assert len(sandbox.requests) < 60


def numbered(count: int) -> list[str]:
    return [f"cus_{number:020}" for number in range(count)]


@pytest.mark.parametrize(
    ("filter_", "told"),
    [
        (Q.id.in_(numbered(70_000)), r"about 1,[0-9]{3} requests, .* slices, 3 or more,"),
        (Q.id.in_(numbered(3000)) & Q.username.in_(numbered(3000)), r"about [0-9]{1,3},[0-9]{3} requests,"),
    ],
)
def test_what_takes_too_many_requests_is_refused_with_a_remedy(
    filter_: Any, told: str, crowd: Sandbox
) -> None:
    before = len(crowd.requests)
    with (
        Quentli(crowd.api_key, base_url=crowd.url) as quentli,
        pytest.raises(FilterTooLargeError, match=rf"it would take {told}") as caught,
    ):
        quentli.customers.list(filter_)
    assert "where at most 1,000 are made" in str(caught.value)
    assert "Limits(" not in str(caught.value)
    assert (caught.value.limit, caught.value.allowed) == ("requests", 1000)
    assert len(crowd.requests) == before


def of_fifty(filter_: Any) -> str:
    """Takes filters with up to fifty conditions."""
    needed = str(filter_.to_where(UNLIMITED)).count("'id'")
    if needed > 50:
        raise FilterTooLargeError("too large", limit="pairs", allowed=50, actual=needed)
    return ""


@pytest.mark.parametrize("count", [52_000, 80_000])
def test_the_slices_that_an_error_asks_for_are_small_enough(count: int) -> None:
    with pytest.raises(FilterTooLargeError) as caught:
        split(Q.id.in_(numbered(count)), of_fifty)
    said = re.search(r"slices, ([0-9]+) or more", str(caught.value))
    assert said is not None
    assert caught.value.actual / 500 <= int(said[1]) <= caught.value.actual / 500 + 1
    for slices in (int(said[1]), int(said[1]) + 1):
        assert len(split(Q.id.in_(numbered(count)[::slices]), of_fifty)) <= 1000


def test_a_number_of_requests_beyond_telling_is_not_told() -> None:
    def refused(filter_: Any) -> str:
        raise FilterTooLargeError("too large", limit="depth", allowed=1, actual=2)

    filter_ = all_of(*[Q.name.contains(str(number)) | Q.no_payments() for number in range(1010)])
    with pytest.raises(FilterTooLargeError, match="would take more than 1,000,000 requests"):
        split(filter_, refused)


def requests_for(crowd: Sandbox, ask: Callable[[], Any]) -> list[Any]:
    before = len(crowd.requests)
    ask()
    return list(crowd.requests[before:])


def test_parts_are_asked_for_until_there_is_enough(ask_crowd: Callable[..., Any], crowd: Sandbox) -> None:
    there = [record["id"] for record in crowd.customers]
    absent = numbered(700)
    first, last, none = Q.id.in_([*there, *absent]), Q.id.in_([*absent, there[0]]), Q.id.in_(absent)
    for method, options in (("exists", {}), ("first", {}), ("list", {"limit": 1})):
        asked = requests_for(crowd, partial(ask_crowd, method, first, **options))
        assert [request.take for request in asked] == [1]
        parts = len(requests_for(crowd, partial(ask_crowd, method, none, **options)))
        assert parts == 8
        assert len(requests_for(crowd, partial(ask_crowd, method, last, **options))) == parts
    assert ask_crowd("first", last).id == there[0]
    assert ask_crowd("exists", last) is True
    assert ask_crowd("exists", none) is False
    assert len(requests_for(crowd, partial(ask_crowd, "list", first, limit=60))) < 6


def test_a_limit_on_parts_hands_out_as_many_and_none_twice(
    ask_crowd: Callable[..., Any], crowd: Sandbox
) -> None:
    filter_ = Q.id.in_([record["id"] for record in crowd.customers])
    found = [[c.id for c in ask_crowd("list", filter_, skip=skip, limit=130)] for skip in (0, 130, 260)]
    assert list(map(len, found)) == [130, 130, 100]
    assert len({each for page in found for each in page}) == 360
    ordered = ask_crowd("list", filter_, order_by=Q.created_at.desc(), limit=5)
    newest = sorted(crowd.customers, key=lambda record: record["createdAt"], reverse=True)
    assert [c.id for c in ordered] == [record["id"] for record in newest[:5]]


def test_records_that_cannot_be_told_apart_or_ordered_are_said_so(crowd: Sandbox) -> None:
    record = crowd.customers[0]
    ids = Q.id.in_([record["id"], *(f"cus_{number:020}" for number in range(300))])
    for change in ({"id": 5}, {"id": ["x"]}, {"createdAt": "2025-05-07T08:05:15.056"}):
        fault = ChangedFields(change)
        with (
            Sandbox(customers=[record], faults=[fault]) as sandbox,
            Quentli(sandbox.api_key, base_url=sandbox.url, verify=False) as quentli,
        ):
            with pytest.raises(OrderNotHonoredError):
                list(quentli.customers.scan())
            if "id" in change:
                with pytest.raises(OrderNotHonoredError, match="records cannot be told apart"):
                    quentli.customers.list(ids)
            else:
                assert len(quentli.customers.list(ids, order_by=Q.created_at.asc()).data) == 1


def test_a_url_too_long_for_what_is_not_wanted_is_not_advised_to_be_asked_in_parts(quentli: Quentli) -> None:
    unwanted = Q.id.not_in([f"cus_{number:020}" for number in range(200)])
    with pytest.raises(
        FilterTooLargeError, match=r"bytes.*Ask without the 200 conditions on what Q\.id is not"
    ) as caught:
        quentli.customers.list(unwanted)
    assert "in several lists" not in str(caught.value)
