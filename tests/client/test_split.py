"""Large unions: sent in parts, merged into one list without duplicates and in order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from support.clients import Connect, RunSandbox, ids

from quentli_query import Limits, Q, all_of, any_of, errors
from quentli_query.sandbox import ChangedFields, IgnoreParameter, Sandbox

SHORT = Limits(url_bytes=1000)
"""Fits about ten ids, so that few ids make many parts."""


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(customers=120, seed=3) as running:
        yield running


@pytest.fixture
def customers(sandbox: Sandbox, connect_sync: Connect) -> Any:
    """The list of a client whose URLs are short."""
    return connect_sync(sandbox, limits=SHORT).customers


def absent(count: int) -> list[str]:
    return [f"cus_{number:020}" for number in range(count)]


def test_many_ids_are_asked_for_in_parts_that_fit_in_a_url(sandbox: Sandbox, connect_sync: Connect) -> None:
    wanted = set(ids(sandbox.customers[::2]))
    before = len(sandbox.requests)
    found = ids(connect_sync(sandbox).customers.list(Q.id.in_([*wanted, *absent(700)])))
    assert len(found) == len(set(found))
    assert set(found) == wanted
    asked = sandbox.requests[before:]
    assert 8 <= len(asked) <= 20
    assert all(7000 / 2 < len(request.query) + len("/v1/customers?") <= 8000 for request in asked)


@pytest.mark.parametrize(
    ("order_by", "key", "reverse"),
    [
        (Q.created_at.asc(), lambda c: c.created_at, False),
        ([Q.email_verified.desc(), Q.created_at.desc()], lambda c: (c.email_verified, c.created_at), True),
    ],
)
def test_parts_come_in_order(
    order_by: Any, key: Callable[[Any], Any], reverse: bool, sandbox: Sandbox, customers: Any
) -> None:
    found = list(customers.list(Q.id.in_(ids(sandbox.customers[:110])), order_by=order_by))
    assert sorted(ids(found)) == sorted(ids(sandbox.customers[:110]))
    assert list(map(key, found)) == sorted(map(key, found), reverse=reverse)


@pytest.mark.parametrize("order", [Q.archived_at.asc(), Q.archived_at.desc()])
def test_records_without_a_value_stand_where_the_server_puts_them(
    order: Any, sandbox: Sandbox, customers: Any
) -> None:
    some = ids(sandbox.customers[:110])
    whole = [customer.archived_at for customer in customers.list(order_by=order) if customer.id in set(some)]
    assert None in whole
    assert any(whole)
    assert [customer.archived_at for customer in customers.list(Q.id.in_(some), order_by=order)] == whole


def test_parts_are_paged_counted_and_limited_as_one_list(sandbox: Sandbox, customers: Any) -> None:
    filter_ = Q.id.in_(ids(sandbox.customers[:110]))
    oldest_first = Q.created_at.asc()
    page = customers.list(filter_, order_by=oldest_first, skip=10, take=30, limit=75)
    assert [len(each.data) for each in page.pages()] == [30, 30, 15]
    everything = ids(customers.list(filter_, order_by=oldest_first))
    assert ids(page) == everything[10:85]
    assert customers.count(filter_) == 110
    assert customers.exists(filter_)
    assert customers.first(filter_, order_by=oldest_first).id == everything[0]


def test_alternatives_inside_one_alternative_are_sent_in_parts(
    sandbox: Sandbox, connect_sync: Connect
) -> None:
    wanted, other = ids(sandbox.customers[:100]), sandbox.customers[110]["id"]
    union = (Q.id.in_([*wanted, *absent(700)]) & (Q.id != wanted[0])) | (Q.id == other)
    assert set(ids(connect_sync(sandbox).customers.list(union))) == {*wanted[1:], other}


def test_records_that_match_in_several_parts_come_once(sandbox: Sandbox, customers: Any) -> None:
    filter_ = any_of(*[Q.name.contains(letter * number) for number in range(1, 6) for letter in "aeiou"])
    found = ids(customers.list(filter_))
    assert len(found) == len(set(found)) > 100


def test_only_as_many_parts_are_asked_for_as_it_takes(sandbox: Sandbox, customers: Any) -> None:
    def requests_for(method: str, filter_: Any, **options: Any) -> list[Any]:
        before = len(sandbox.requests)
        getattr(customers, method)(filter_, **options)
        return list(sandbox.requests[before:])

    there = ids(sandbox.customers)
    first, last, none = (
        Q.id.in_(each) for each in ([*there, *absent(8)], [*absent(60), there[0]], absent(61))
    )
    for method, options in (("exists", {}), ("first", {}), ("list", {"limit": 1})):
        assert [request.take for request in requests_for(method, first, **options)] == [1]
        assert len(requests_for(method, none, **options)) == len(requests_for(method, last, **options)) == 8
    assert customers.first(last).id == there[0]
    assert customers.exists(last) is True
    assert customers.exists(none) is False
    assert len(requests_for("list", first, limit=20)) < 8


@pytest.mark.parametrize(
    ("filter_", "order_by", "message"),
    [
        (Q.id.not_in(absent(30)), None, "the limit of 1000"),
        (~Q.name.contains("x" * 9000), None, "the limit of 1000"),
        (Q.id.equals("x" * 9000) | Q.no_payments(), None, "the limit of 1000"),
        (Q.id.in_(absent(30)), Q.name.asc(), r"not ordered by Q.name.asc\(\): how the API orders text"),
    ],
)
def test_a_filter_that_cannot_be_split_is_refused(
    filter_: Any, order_by: Any, message: str, run_sandbox: RunSandbox, connect_sync: Connect
) -> None:
    # Not the shared one, which may still get requests that were begun before.
    sandbox = run_sandbox(customers=0)
    with pytest.raises(errors.FilterTooLargeError, match=message):
        connect_sync(sandbox, limits=SHORT).customers.list(filter_, order_by=order_by)
    assert not sandbox.requests


def test_a_server_that_ignores_skip_is_noticed(run_sandbox: RunSandbox, connect_sync: Connect) -> None:
    sandbox = run_sandbox(IgnoreParameter("skip"), customers=250)
    customers = connect_sync(sandbox).customers
    with pytest.raises(errors.PagingNotHonoredError, match="it seems to ignore skip"):
        customers.count()
    union = any_of(*[Q.name.contains("a" * number) for number in range(1, 200)])
    for filter_ in (None, union):
        with pytest.raises(errors.PagingNotHonoredError, match="it seems to ignore skip"):
            list(customers.list(filter_))
    assert len(sandbox.requests) < 60


@pytest.mark.parametrize(
    ("filter_", "limits", "told"),
    [
        (Q.id.in_(absent(1_100)), Limits(pairs=1), r"about 1,[0-9]{3} requests, .* slices, 3 or more,"),
        (Q.name.in_(absent(40)) & Q.username.in_(absent(40)), Limits(pairs=2), r"about 1,[0-9]{3} requests,"),
        (
            all_of(*[Q.name.contains(str(number)) | Q.no_payments() for number in range(24)]),
            Limits(pairs=24, list_items=50),
            "more than 1,000,000 requests",
        ),
    ],
)
def test_a_filter_that_takes_too_many_requests_is_refused_with_a_remedy(
    filter_: Any, limits: Limits, told: str, sandbox: Sandbox, connect_sync: Connect
) -> None:
    before = len(sandbox.requests)
    with pytest.raises(errors.FilterTooLargeError, match=rf"it would take {told}") as caught:
        connect_sync(sandbox, limits=limits).customers.list(filter_)
    assert "where at most 1,000 are made" in str(caught.value)
    assert "Limits(" not in str(caught.value)
    assert (caught.value.limit, caught.value.allowed) == ("requests", 1000)
    assert len(sandbox.requests) == before


@pytest.mark.parametrize(
    "count",
    [3_120, pytest.param(4_800, marks=pytest.mark.slow), pytest.param(50_000, marks=pytest.mark.exhaustive)],
)
def test_the_slices_that_the_error_asks_for_are_small_enough(
    count: int, sandbox: Sandbox, connect_sync: Connect
) -> None:
    customers = connect_sync(sandbox, limits=Limits(pairs=3)).customers
    with pytest.raises(errors.FilterTooLargeError) as caught:
        customers.list(Q.id.in_(absent(count)))
    said = re.search(r"slices, ([0-9]+) or more", str(caught.value))
    assert said is not None
    assert caught.value.actual / 500 <= int(said[1]) <= caught.value.actual / 500 + 1
    for slices in (int(said[1]), int(said[1]) + 1):
        # This error counts the requests without making them.
        with pytest.raises(errors.FilterTooLargeError, match=r"takes [0-9]{2,3} requests"):
            customers.with_raw_response.list(Q.id.in_(absent(count)[::slices]))


@pytest.mark.parametrize("change", [{"id": 5}, {"id": ["x"]}, {"createdAt": "2025-05-07T08:05:15.056"}])
def test_records_that_cannot_be_told_apart_or_ordered(
    change: dict[str, Any], run_sandbox: RunSandbox, connect_sync: Connect, sandbox: Sandbox
) -> None:
    record = sandbox.customers[0]
    changing = run_sandbox(ChangedFields(change), customers=[record])
    customers = connect_sync(changing, verify=False, limits=SHORT).customers
    union = Q.id.in_([record["id"], *absent(30)])
    with pytest.raises(errors.OrderNotHonoredError):
        list(customers.scan())
    if "id" in change:
        with pytest.raises(errors.OrderNotHonoredError, match="records cannot be told apart"):
            customers.list(union)
    else:
        assert len(customers.list(union, order_by=Q.created_at.asc()).data) == 1
