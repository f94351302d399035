"""A server that returns fewer records than asked for, and still has more: lists go on, at little cost for others."""

from __future__ import annotations

import pytest
from quentli_resources.registry import MAX_TAKE
from support.clients import Connect, RunSandbox, ids

from quentli_query import Q
from quentli_query.sandbox import CappedTake

EVERYBODY = Q.created_at >= "2000-01-01T00:00:00Z"


CAP = MAX_TAKE // 2


@pytest.mark.parametrize("number", [CAP, CAP + 1, MAX_TAKE + 20])
@pytest.mark.parametrize("prefetch", [0, 4])
def test_every_record_comes_from_a_server_that_caps_take(
    number: int, prefetch: int, run_sandbox: RunSandbox, connect_sync: Connect
) -> None:
    sandbox = run_sandbox(CappedTake(CAP), customers=number)
    there = ids(sandbox.customers)
    for filter_ in (None, EVERYBODY):
        customers = connect_sync(sandbox).customers
        assert ids(customers.list(filter_, prefetch=prefetch)) == there
        assert sorted(each.id for each in customers.scan(filter_, prefetch=prefetch)) == sorted(there)
        assert customers.count(filter_) == number
    limited = ids(customers.list(limit=CAP + 25, prefetch=prefetch))
    assert limited == there[: CAP + 25]


def test_parts_of_a_filter_go_on_past_a_cap(run_sandbox: RunSandbox, connect_sync: Connect) -> None:
    sandbox = run_sandbox(CappedTake(10), customers=120)
    there = ids(sandbox.customers)
    absent = [f"cus_{number:020}" for number in range(100)]
    assert sorted(
        each.id for each in connect_sync(sandbox).customers.list(Q.id.in_(there + absent))
    ) == sorted(there)


@pytest.mark.parametrize(
    ("number", "requests"),
    [(0, 1), (5, 1), (9, 1), (11, 1), (CAP + 13, 1), (10, 2), (CAP, 2), (CAP + 35, 2), (MAX_TAKE, 2)],
)
def test_only_a_page_that_could_be_a_cap_takes_one_more_request(
    number: int, requests: int, run_sandbox: RunSandbox, connect_sync: Connect
) -> None:
    sandbox = run_sandbox(customers=number)
    for sent, method in enumerate(("list", "scan")):
        records = getattr(connect_sync(sandbox).customers, method)(prefetch=1)
        assert len(list(records)) == number
        assert len(sandbox.requests) - sent * requests == requests


def test_no_request_confirms_what_is_known(run_sandbox: RunSandbox, connect_sync: Connect) -> None:
    sandbox = run_sandbox(customers=CAP + 10)
    customers = connect_sync(sandbox).customers
    assert len(list(customers.list())) == CAP + 10
    there = ids(sandbox.customers)
    before = len(sandbox.requests)
    # This client had a longer page of this list.
    assert len(list(customers.list(Q.id.in_(there[:CAP])))) == CAP
    assert customers.first() is not None
    assert customers.one(Q.id == there[0]).id == there[0]
    assert customers.exists(Q.id.in_(there[:15]))
    assert len(list(connect_sync(sandbox).customers.list(limit=CAP))) == CAP
    assert len(list(connect_sync(sandbox).customers.scan(limit=CAP))) == CAP
    assert len(sandbox.requests) - before == 6


def test_creations_between_two_requests_are_not_taken_for_a_server_that_ignores_skip(
    run_sandbox: RunSandbox, connect_sync: Connect
) -> None:
    sandbox = run_sandbox(customers=5)
    page = connect_sync(sandbox).customers.list(take=1, order_by=Q.created_at.desc(), prefetch=0)
    found = list[str]()
    for number, customer in enumerate(page):
        found.append(customer.id)
        if number < 3:
            sandbox.add(name="New", createdAt=f"2026-01-0{number + 1}T00:00:00.000Z")
    assert len(found) == 8
    assert len(set(found)) == 5
