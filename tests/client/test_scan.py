"""A scan loses and doubles no record, whatever comes and goes meanwhile; a list by offset does both."""

from __future__ import annotations

import asyncio
import random
import threading
import time
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

import pytest

from quentli_query import (
    EVERYTHING,
    NOTHING,
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


def made(count: int, instant: Callable[[int], str] | None = None) -> list[dict[str, Any]]:
    with Sandbox(customers=count, seed=11) as sandbox:
        return [
            {**record, **({"createdAt": instant(number)} if instant else {})}
            for number, record in enumerate(sandbox.customers)
        ]


def clock(number: int) -> str:
    return f"2024-01-01T{number // 3600:02}:{number // 60 % 60:02}:{number % 60:02}.000Z"


@pytest.fixture
def quentli_of() -> Iterator[Callable[[Sandbox], Quentli]]:
    clients: list[Quentli] = []

    def make(sandbox: Sandbox) -> Quentli:
        clients.append(Quentli(sandbox.api_key, base_url=sandbox.url))
        return clients[-1]

    yield make
    for client in clients:
        client.close()


SHAPES = {
    "instants of their own": clock,
    "many share an instant": lambda number: clock(number // 150),
    "all share one instant": lambda number: AN_INSTANT,
    "an instant fills pages to the record": lambda number: clock(number // 100),
    "as the sandbox makes them": None,
}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("faults", [[], [SingleOrder()]], ids=["two orders", "a single order"])
def test_a_scan_gives_everything_once(shape: str, faults: list[Any], quentli_of: Any) -> None:
    with Sandbox(customers=made(730, SHAPES[shape]), faults=faults) as sandbox:
        scanned = [customer.id for customer in quentli_of(sandbox).customers.scan()]
        assert sorted(scanned) == sorted(record["id"] for record in sandbox.customers)


def test_a_scan_awaited(sandbox: Sandbox) -> None:
    async def scanned() -> list[str]:
        async with AsyncQuentli(sandbox.api_key, base_url=sandbox.url) as quentli:
            return [customer.id async for customer in quentli.customers.scan(Q.name.contains("ar"))]

    assert sorted(asyncio.run(scanned())) == sorted(
        record["id"] for record in sandbox.customers if "ar" in record["name"].lower()
    )


@pytest.mark.parametrize(
    "filter_",
    [
        EVERYTHING,
        Q.name.contains("ar"),
        Q.name.contains("ar") | Q.no_payments(),
        Q.created_at >= "2022-01-01T00:00:00Z",
        (Q.created_at > "2022-01-01T00:00:00Z")
        & (Q.created_at < "2025-01-01T00:00:00Z")
        & Q.name.contains("a"),
        Q.created_at < "2022-01-01T00:00:00Z",
    ],
)
def test_a_scan_with_a_filter(filter_: Any, sandbox: Sandbox, quentli: Quentli) -> None:
    scanned = [customer.id for customer in quentli.customers.scan(filter_)]
    assert sorted(scanned) == sorted(customer.id for customer in quentli.customers.list(filter_))


def test_a_scan_of_nothing_asks_nothing(sandbox: Sandbox, quentli: Quentli) -> None:
    before = len(sandbox.requests)
    assert list(quentli.customers.scan(NOTHING)) == []
    assert len(sandbox.requests) == before


@pytest.mark.parametrize("kind", [Quentli, AsyncQuentli])
def test_a_scan_is_checked_when_it_is_called_and_asks_when_it_is_iterated(
    kind: type[Quentli | AsyncQuentli], sandbox: Sandbox
) -> None:
    before = len(sandbox.requests)
    customers: Any = kind(sandbox.api_key, base_url=sandbox.url, strict=True).customers
    for wrong, error in (
        ("name=john", FilterTypeError),
        (PaymentQ.is_completed(), FilterTypeError),
        (~Q.name.contains("a"), UndocumentedFilterError),
        (Q.id.in_([f"cus_{number:020}" for number in range(500)]), FilterTooLargeError),
    ):
        with pytest.raises(error):
            customers.scan(wrong)
    customers.scan()
    assert len(sandbox.requests) == before


def test_the_users_own_lower_bound_is_replaced_and_not_doubled(sandbox: Sandbox, quentli: Quentli) -> None:
    before = len(sandbox.requests)
    list(quentli.customers.scan(Q.created_at > "2020-01-01T00:00:00Z"))
    filters = [request.filter for request in sandbox.requests[before:]]
    assert len(filters) > 1
    assert all(set(filter_) == {"createdAt"} and len(filter_["createdAt"]) == 1 for filter_ in filters)  # type: ignore[arg-type, index]


@pytest.mark.parametrize("shape", ["instants of their own", "many share an instant", "all share one instant"])
@pytest.mark.parametrize("seed", range(3))
def test_a_scan_under_changes_loses_and_doubles_none_and_a_list_by_offset_does(
    shape: str, seed: int, quentli_of: Any
) -> None:
    def walked(walk: Callable[[Quentli], Any]) -> tuple[set[str], list[str]]:
        """What stayed all the time, and what was handed out."""
        chance = random.Random(seed)
        with Sandbox(customers=made(900, SHAPES[shape])) as sandbox:
            there = [record["id"] for record in sandbox.customers]
            chance.shuffle(there)
            doomed, handed_out = there[:500], []
            for number, customer in enumerate(walk(quentli_of(sandbox))):
                handed_out.append(customer.id)
                if doomed:
                    sandbox.remove(doomed.pop())
                    sandbox.add(
                        createdAt=chance.choice([clock(number), clock(chance.randrange(900)), AN_INSTANT])
                    )
            assert not doomed
            return set(there[500:]), handed_out

    stayed, scanned = walked(lambda quentli: quentli.customers.scan())
    assert stayed <= set(scanned)
    assert len(scanned) == len(set(scanned))

    stayed, listed = walked(lambda quentli: quentli.customers.list(order_by=Q.created_at.asc(), prefetch=0))
    assert not stayed <= set(listed) or len(listed) != len(set(listed))


def test_a_scan_goes_back_when_what_it_had_seen_is_gone(quentli_of: Any) -> None:
    with Sandbox(customers=made(500, lambda number: AN_INSTANT)) as sandbox:
        customers = quentli_of(sandbox).customers.scan()
        begun = [customer.id for customer in islice(customers, 150)]
        for gone in begun[:150]:
            sandbox.remove(gone)
        rest = [customer.id for customer in customers]
        assert set(rest) >= {record["id"] for record in sandbox.customers} - set(begun)
        assert len(begun + rest) == len({*begun, *rest})


def test_a_server_that_does_not_order_is_noticed(quentli_of: Any) -> None:
    with (
        Sandbox(customers=300, faults=[IgnoreParameter("orderBy")]) as sandbox,
        pytest.raises(OrderNotHonoredError, match="it does not order by creation as asked"),
    ):
        list(quentli_of(sandbox).customers.scan())


def test_a_refusal_for_another_reason_is_passed_on(quentli_of: Any) -> None:
    with Sandbox(customers=300, faults=[ErrorStatus(400)]) as sandbox, pytest.raises(BadRequestError):
        list(quentli_of(sandbox).customers.scan())


def test_a_scan_while_another_thread_changes_everything(quentli_of: Any) -> None:
    with Sandbox(customers=made(900, SHAPES["many share an instant"]), faults=[Delay(0.005)]) as sandbox:
        there = [record["id"] for record in sandbox.customers]
        random.Random(5).shuffle(there)

        def change() -> None:
            for gone in there[:500]:
                sandbox.remove(gone)
                sandbox.add(createdAt=clock(3))
                time.sleep(0.0002)

        changing = threading.Thread(target=change)
        changing.start()
        scanned = [customer.id for customer in quentli_of(sandbox).customers.scan()]
        changing.join()
    assert set(there[500:]) <= set(scanned)
    assert len(scanned) == len(set(scanned))
