"""Scans over sockets: each record once, whatever comes and goes meanwhile."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import timedelta
from functools import cache
from typing import Any

import pytest
from support.clients import Connect, RunSandbox, ids

from quentli_query import PaymentQ, Q, errors
from quentli_query.sandbox import (
    Delay,
    ErrorStatus,
    Fault,
    IgnoreParameter,
    Microseconds,
    Sandbox,
    ShuffledTies,
    SingleOrder,
)

AN_INSTANT = "2024-05-05T12:00:00.000Z"
COUNT = 230
"""More than two pages of customers."""


@cache
def some_customers(count: int = COUNT) -> list[dict[str, Any]]:
    with Sandbox(customers=count, seed=11) as sandbox:
        return list(sandbox.customers)


def customers_created(instant_of: Callable[[int], str], count: int = COUNT) -> list[dict[str, Any]]:
    return [
        {**record, "createdAt": instant_of(number)} for number, record in enumerate(some_customers(count))
    ]


def clock(number: int) -> str:
    return f"2024-01-01T{number // 3600:02}:{number // 60 % 60:02}:{number % 60:02}.000Z"


class HiddenMicroseconds(Fault):
    """The digits behind the milliseconds are cut off in responses, though the server compares them."""

    def on_page(self, records: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [{**each, "createdAt": f"{each['createdAt'][:23]}Z"} for each in records]


SHAPES: dict[str, Callable[[int], str]] = {
    "instants of their own": clock,
    "many share an instant": lambda number: clock(number // 150),
    "all share one instant": lambda number: AN_INSTANT,
}


class Churn:
    """Creates and removes three customers before each answer.

    Attributes:
        staying: the ids of those who are there all the time.
    """

    def __init__(self, sandbox: Sandbox, instant_of: Callable[[int], str], seed: int) -> None:
        there = ids(sandbox.customers)
        self._chance = random.Random(seed)
        self._chance.shuffle(there)
        self._sandbox, self._instant_of, self._count = sandbox, instant_of, len(there)
        self._doomed, self.staying = there[::2], set(there[1::2])

    def change(self, _request: object) -> bool:
        for _ in range(min(3, len(self._doomed))):
            self._sandbox.remove(self._doomed.pop())
            self._sandbox.add(createdAt=self._instant_of(self._chance.randrange(self._count)))
        return False


CHURN = [
    (shape, seed, prefetch, faults)
    for shape in SHAPES
    for seed, (prefetch, faults) in enumerate(
        [(0, [SingleOrder()]), (4, [Microseconds()]), (16, [SingleOrder(), Microseconds()])]
    )
]


@pytest.mark.parametrize(("count", "take"), [(COUNT, 20), pytest.param(1_500, 100, marks=pytest.mark.slow)])
@pytest.mark.parametrize(("shape", "seed", "prefetch", "faults"), CHURN)
def test_a_scan_under_changes_at_each_request_loses_and_doubles_none(
    shape: str,
    seed: int,
    prefetch: int,
    faults: list[Any],
    count: int,
    take: int,
    run_sandbox: RunSandbox,
    connect_sync: Connect,
) -> None:
    instant_of = SHAPES[shape]
    sandbox = run_sandbox(customers=customers_created(instant_of, count))
    churn = Churn(sandbox, instant_of, seed)
    sandbox.misbehave(*faults, Delay(0, only=churn.change))
    scan = connect_sync(sandbox).customers.scan(take=take, prefetch=prefetch)
    scanned = ids(scan)
    assert churn.staying <= set(scanned)
    assert len(scanned) == len(set(scanned))


@pytest.mark.parametrize(
    ("fault", "error", "message"),
    [
        (IgnoreParameter("orderBy"), errors.OrderNotHonoredError, "it does not order by created_at as asked"),
        (ErrorStatus(400), errors.BadRequestError, "status 400"),
    ],
)
def test_a_server_that_does_not_order_or_refuses(
    fault: Any, error: type[Exception], message: str, run_sandbox: RunSandbox, connect_sync: Connect
) -> None:
    customers = connect_sync(run_sandbox(fault, customers=300)).customers
    with pytest.raises(error, match=message):
        list(customers.scan())


@pytest.mark.parametrize("count", [15, 250])
def test_a_server_that_ignores_skip_is_noticed_among_records_of_one_instant(
    count: int, run_sandbox: RunSandbox, connect: Connect
) -> None:
    customers = customers_created(lambda _: AN_INSTANT, count)
    sandbox = run_sandbox(customers=customers)
    # Without the error, the scan would never end.
    refusal = ErrorStatus(400, only=lambda _: len(sandbox.requests) > 30)
    sandbox.misbehave(IgnoreParameter("skip"), refusal)
    with pytest.raises(errors.PagingNotHonoredError, match="it seems to ignore skip"):
        list(connect(sandbox).customers.scan())


ORDERS = [Q.created_at.asc(), Q.created_at.desc(), [Q.updated_at.desc()], Q.updated_at.asc()]


@pytest.mark.parametrize("order_by", ORDERS, ids=str)
@pytest.mark.parametrize(
    "faults", [[], [Microseconds()], [Microseconds(), HiddenMicroseconds()]], ids=["ms", "µs", "hidden µs"]
)
def test_a_scan_goes_by_any_instant_in_either_direction(
    order_by: Any, faults: list[Any], run_sandbox: RunSandbox, connect_sync: Connect
) -> None:
    # With microseconds, several customers lie between two milliseconds.
    sandbox = run_sandbox(*faults, customers=customers_created(lambda number: clock(number // 40), 100))
    scanned = list(connect_sync(sandbox).customers.scan(order_by=order_by, take=20))
    (order,) = order_by if isinstance(order_by, list) else [order_by]
    instants = [getattr(customer, order.field.attribute) for customer in scanned]
    assert instants == sorted(instants, reverse=order.direction == "desc")
    assert sorted(customer.id for customer in scanned) == sorted(each["id"] for each in sandbox.customers)


def test_reshuffled_ties(run_sandbox: RunSandbox, connect_sync: Connect) -> None:
    few = run_sandbox(ShuffledTies(), SingleOrder(), customers=customers_created(lambda n: clock(n // 15)))
    scanned = ids(connect_sync(few).customers.scan(take=25))
    assert sorted(scanned) == sorted(record["id"] for record in few.customers)
    many = run_sandbox(ShuffledTies(), SingleOrder(), customers=customers_created(lambda _: AN_INSTANT))
    with pytest.raises(errors.OrderNotHonoredError, match="orders such records differently at each request"):
        list(connect_sync(many).customers.scan())


@pytest.mark.parametrize(
    ("filter_", "sent"),
    [
        (Q.created_at >= "2020-01-01T00:00:00Z", {"gte"}),
        (Q.created_at > AN_INSTANT, {"gt", "gte"}),
        (Q.created_at >= "2024-06-01T00:00:00Z", {"gte"}),
        (Q.created_at.between("2020-01-01T00:00:00Z", "2025-01-01T00:00:00Z"), {"gte"}),
    ],
)
def test_a_bound_of_the_filter_is_replaced_or_stays_but_never_doubled(
    filter_: Any, sent: set[str], run_sandbox: RunSandbox, connect_sync: Connect
) -> None:
    # Those of the instant itself don't satisfy `>`, whatever the scan asks for.
    customers = [{**each, "createdAt": AN_INSTANT} for each in some_customers()[:50]]
    customers += [{**each, "createdAt": "2024-07-01T00:00:00.000Z"} for each in some_customers()[50:150]]
    sandbox = run_sandbox(customers=customers)
    quentli = connect_sync(sandbox)
    expected = sorted(record["id"] for record in customers if filter_.matches(record))
    for order_by in (Q.created_at.asc(), Q.created_at.desc()):
        scan = quentli.customers.scan(filter_, order_by=order_by, take=20)
        assert sorted(each.id for each in scan) == expected
    filters: list[Any] = [request.filter for request in sandbox.requests]
    assert all(set(each) == {"createdAt"} for each in filters)  # no `AND`
    assert set().union(*(each["createdAt"] for each in filters)) == sent | {"lt"}


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"order_by": [Q.created_at.asc(), Q.id.asc()]}, errors.ParameterError, "a scan goes by one instant"),
        ({"order_by": Q.name.asc()}, errors.ParameterError, "such as Q.created_at.desc"),
        ({"order_by": PaymentQ.created_at.asc()}, errors.FilterTypeError, "it cannot order customers"),
        ({"filter": "name=john"}, errors.FilterTypeError, "takes a filter"),
        ({"filter": PaymentQ.is_completed()}, errors.FilterTypeError, "a filter of payments"),
        (
            {"filter": Q.id.in_(map(str, range(10**20, 10**20 + 500)))},
            errors.FilterTooLargeError,
            "the limit",
        ),
        ({"take": 1}, errors.ParameterError, "take=1: pages of a scan share a record"),
        ({"take": 101}, errors.ParameterError, "take=101"),
        ({"limit": 0}, errors.ParameterError, "limit=0"),
        ({"prefetch": -1}, errors.ParameterError, "prefetch=-1"),
        ({"lag": 5}, errors.ParameterError, "lag=5: it is a length of time, such as timedelta"),
        ({"lag": timedelta(-1)}, errors.ParameterError, "lag=.*: it is a length of time"),
        (
            {"after": 5},
            errors.ParameterError,
            "after=5: it is no cursor. Give the cursor of a scan as it was",
        ),
        ({"after": "x"}, errors.ParameterError, "after='x': it is no cursor"),
        ({"after": "W1tb" * 50_000}, errors.ParameterError, "after='W1tbW1tb.* it is no cursor"),
        ({"after": "WzIsMSwxLFtdXQ=="}, errors.ParameterError, "another version of the library made it"),
        ({"on_page": 5}, errors.ParameterError, "on_page=5"),
        ({"on_mismatch": "x"}, errors.ParameterError, "on_mismatch='x'"),
    ],
)
def test_wrong_arguments_are_refused_before_any_request(
    options: dict[str, Any], error: type[Exception], message: str, sandbox: Sandbox, connect: Connect
) -> None:
    before = len(sandbox.requests)
    with pytest.raises(error, match=message):
        connect(sandbox).customers.scan(**options)
    assert len(sandbox.requests) == before


def test_a_strict_client_refuses_the_bound_that_is_only_inferred(sandbox: Sandbox, connect: Connect) -> None:
    customers = connect(sandbox, strict=True).customers
    assert len(list(customers.scan())) == 250
    with pytest.raises(errors.UndocumentedFilterError, match=r"Q\.created_at\.lt"):
        customers.scan(order_by=Q.created_at.desc())
    for inferred in (~Q.name.contains("a"), Q.id.in_([f"cus_{number:020}" for number in range(21)])):
        with pytest.raises(errors.UndocumentedFilterError):
            customers.scan(inferred)


@pytest.mark.parametrize("limit", [1, 19, 20, 21, 249, 250, 251])
def test_a_scan_stops_at_its_limit(limit: int, sandbox: Sandbox, connect_sync: Connect) -> None:
    pages: list[Any] = []
    scan = connect_sync(sandbox).customers.scan(limit=limit, take=20, on_page=pages.append)
    by_creation = sorted(sandbox.customers, key=lambda record: (record["createdAt"], record["id"]))
    assert ids(scan) == ids(by_creation[:limit])
    assert sum(len(page.data) for page in pages) == min(limit, 250)


def test_a_scan_is_an_iterator_of_one_pass(sandbox: Sandbox, connect_sync: Connect) -> None:
    before = len(sandbox.requests)
    scan = connect_sync(sandbox).customers.scan(take=20, prefetch=8)
    assert len(sandbox.requests) == before
    for number, _ in enumerate(scan, 1):
        if number == 30:
            break
    assert len(list(scan)) == 220
    assert list(scan) == []


def test_closing_the_client_ends_its_scans(run_sandbox: RunSandbox, connect: Connect) -> None:
    quentli = connect(run_sandbox(customers=some_customers()))
    scan = quentli.with_options(verify=False).customers.scan(take=20)
    next(iter(scan))
    cursor = scan.cursor
    quentli.close()
    with pytest.raises(errors.ClientStateError, match="go on from its cursor with another"):
        next(iter(scan))
    assert scan.cursor == cursor
