"""Scans lose and double no record, whatever comes and goes meanwhile; lists by offset do both."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from functools import cache
from itertools import islice
from typing import Any

import pytest
from support.clients import Connect, RunSandbox
from support.threads import beside

from quentli_query import (
    EVERYTHING,
    AsyncQuentli,
    BadRequestError,
    FilterTooLargeError,
    FilterTypeError,
    OrderNotHonoredError,
    PaymentQ,
    Q,
    Quentli,
    UndocumentedFilterError,
)
from quentli_query.sandbox import Delay, ErrorStatus, IgnoreParameter, Sandbox, SingleOrder

AN_INSTANT = "2024-05-05T12:00:00.000Z"


@cache
def some_customers(count: int) -> list[dict[str, Any]]:
    with Sandbox(customers=count, seed=11) as sandbox:
        return list(sandbox.customers)


def customers_created(instant_of: Callable[[int], str] | None, count: int) -> list[dict[str, Any]]:
    records = some_customers(count)
    if instant_of is None:
        return records
    return [{**record, "createdAt": instant_of(number)} for number, record in enumerate(records)]


def clock(number: int) -> str:
    return f"2024-01-01T{number // 3600:02}:{number // 60 % 60:02}:{number % 60:02}.000Z"


SHAPES = {
    "instants of their own": clock,
    "many share an instant": lambda number: clock(number // 150),
    "all share one instant": lambda number: AN_INSTANT,
    "an instant fills pages to the record": lambda number: clock(number // 100),
    "as the sandbox makes them": None,
}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("faults", [[], [SingleOrder()]], ids=["two orders", "a single order"])
def test_a_scan_gives_everything_once(
    shape: str, faults: list[Any], run_sandbox: RunSandbox, connect: Connect
) -> None:
    sandbox = run_sandbox(*faults, customers=customers_created(SHAPES[shape], 430))
    scanned = [customer.id for customer in connect(sandbox).customers.scan()]
    assert sorted(scanned) == sorted(record["id"] for record in sandbox.customers)


@pytest.mark.parametrize(
    "filter_",
    [
        EVERYTHING,
        Q.name.contains("ar"),
        Q.name.contains("ar") | Q.no_payments(),
        Q.created_at >= "2022-01-01T00:00:00Z",
        Q.created_at.between("2022-01-01T00:00:00.001Z", "2025-01-01T00:00:00Z") & Q.name.contains("a"),
        Q.created_at < "2022-01-01T00:00:00Z",
    ],
)
def test_a_scan_finds_what_a_list_finds(filter_: Any, sandbox: Sandbox, connect: Connect) -> None:
    customers = connect(sandbox).customers
    scanned = [customer.id for customer in customers.scan(filter_)]
    assert sorted(scanned) == sorted(customer.id for customer in customers.list(filter_)) != []


@pytest.mark.parametrize("kind", [Quentli, AsyncQuentli])
def test_a_scan_is_checked_when_it_is_called_and_asks_when_it_is_iterated(
    kind: type[Quentli | AsyncQuentli], sandbox: Sandbox
) -> None:
    before = len(sandbox.requests)
    quentli: Any = kind(sandbox.api_key, base_url=sandbox.url)
    for wrong, strict, error in (
        ("name=john", True, FilterTypeError),
        (PaymentQ.is_completed(), True, FilterTypeError),
        (~Q.name.contains("a"), True, UndocumentedFilterError),
        (Q.id.in_([f"cus_{number:020}" for number in range(21)]), True, UndocumentedFilterError),
        (Q.id.in_([f"cus_{number:020}" for number in range(500)]), False, FilterTooLargeError),
    ):
        with pytest.raises(error):
            quentli.with_options(strict=strict).customers.scan(wrong)
    quentli.customers.scan()
    assert len(sandbox.requests) == before


def test_the_users_lower_bound_is_replaced_and_not_doubled(sandbox: Sandbox, quentli: Quentli) -> None:
    before = len(sandbox.requests)
    list(quentli.customers.scan(Q.created_at > "2020-01-01T00:00:00Z"))
    filters: list[Any] = [request.filter for request in sandbox.requests[before:]]
    assert len(filters) > 1
    assert all(set(filter_) == {"createdAt"} and len(filter_["createdAt"]) == 1 for filter_ in filters)


def walk_under_changes(
    walk: Callable[[Quentli], Any], seed: int, sandbox: Sandbox, quentli: Quentli
) -> tuple[set[str], list[str]]:
    """Return the ids of the records that were there all the time, and of those that were handed out."""
    chance = random.Random(seed)
    there = [record["id"] for record in sandbox.customers]
    chance.shuffle(there)
    doomed, stayed, handed_out = there[:200], set(there[200:]), []
    for number, customer in enumerate(walk(quentli)):
        handed_out.append(customer.id)
        if doomed:
            sandbox.remove(doomed.pop())
            sandbox.add(createdAt=chance.choice([clock(number), clock(chance.randrange(400)), AN_INSTANT]))
    assert not doomed
    return stayed, handed_out


@pytest.mark.parametrize("shape", ["instants of their own", "many share an instant", "all share one instant"])
@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(1, 10))])
def test_a_scan_under_changes_loses_and_doubles_none_and_a_list_by_offset_does(
    shape: str, seed: int, run_sandbox: RunSandbox, connect_sync: Connect
) -> None:
    sandbox = run_sandbox(customers=customers_created(SHAPES[shape], 430))
    stayed, scanned = walk_under_changes(lambda q: q.customers.scan(), seed, sandbox, connect_sync(sandbox))
    assert stayed <= set(scanned)
    assert len(scanned) == len(set(scanned))

    sandbox = run_sandbox(customers=customers_created(SHAPES[shape], 430))
    stayed, listed = walk_under_changes(
        lambda q: q.customers.list(order_by=Q.created_at.asc(), prefetch=0),
        seed,
        sandbox,
        connect_sync(sandbox),
    )
    assert not stayed <= set(listed) or len(listed) != len(set(listed))


@pytest.mark.parametrize(
    ("count", "seen", "gone"),
    [
        pytest.param(430, 150, 150, id="all that it has seen"),
        pytest.param(250, 199, 160, id="so many of the ties that a page becomes empty"),
    ],
)
def test_a_scan_goes_on_when_records_are_gone(
    count: int, seen: int, gone: int, run_sandbox: RunSandbox, connect: Connect
) -> None:
    sandbox = run_sandbox(customers=customers_created(lambda number: AN_INSTANT, count))
    customers = iter(connect(sandbox).customers.scan())
    begun = [customer.id for customer in islice(customers, seen)]
    for each in begun[:gone]:
        sandbox.remove(each)
    rest = [customer.id for customer in customers]
    assert set(rest) >= {record["id"] for record in sandbox.customers} - set(begun)
    assert len(begun + rest) == len({*begun, *rest})


@pytest.mark.parametrize(
    ("fault", "error", "message"),
    [
        (IgnoreParameter("orderBy"), OrderNotHonoredError, "it does not order by created_at as asked"),
        (ErrorStatus(400), BadRequestError, "status 400"),
    ],
)
def test_a_server_that_does_not_order_or_refuses(
    fault: Any, error: type[Exception], message: str, run_sandbox: RunSandbox, connect: Connect
) -> None:
    customers = connect(run_sandbox(fault, customers=300)).customers
    with pytest.raises(error, match=message):
        list(customers.scan())


def test_a_scan_while_another_thread_changes_everything(run_sandbox: RunSandbox, connect: Connect) -> None:
    shared = customers_created(SHAPES["many share an instant"], 430)
    sandbox = run_sandbox(Delay(0.005), customers=shared)
    there = [record["id"] for record in sandbox.customers]
    random.Random(5).shuffle(there)

    def change() -> None:
        for gone in there[:250]:
            sandbox.remove(gone)
            sandbox.add(createdAt=clock(3))
            time.sleep(0.0002)

    with beside(change):
        scanned = [customer.id for customer in connect(sandbox).customers.scan()]
    assert set(there[250:]) <= set(scanned)
    assert len(scanned) == len(set(scanned))
