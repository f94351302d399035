"""Scans go on from a cursor. docs/examples are killed on the way, in test_examples."""

from __future__ import annotations

import base64
import json
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

import pytest
from support.clients import Connect, RunSandbox, ids

from quentli_query import NOTHING, ParameterError, Q, Quentli
from quentli_query.sandbox import Sandbox

ANA = Q.name.contains("a")


def clock(number: int) -> str:
    return f"2024-01-01T00:{number // 60:02}:{number % 60:02}.000Z"


@pytest.fixture
def tied(run_sandbox: RunSandbox) -> Sandbox:
    """A sandbox in which seven customers share each instant."""
    customers = [{"name": f"Ana {number}", "createdAt": clock(number // 7)} for number in range(150)]
    sandbox: Sandbox = run_sandbox(customers=customers)
    return sandbox


@pytest.mark.parametrize("order_by", [None, Q.created_at.desc()], ids=str)
def test_a_scan_goes_on_behind_each_record(order_by: Any, tied: Sandbox, connect_sync: Connect) -> None:
    customers = connect_sync(tied).customers
    expected = ids(customers.scan(ANA, order_by=order_by))
    assert len(expected) == 150
    found, after = list[str](), None
    for size in (1, 2, 5, 20, 30, 200):
        scan = customers.scan(ANA, order_by=order_by, after=after, take=20)
        assert scan.cursor == after
        found += ids(islice(scan, size))
        after = scan.cursor
    assert found == expected
    nothing_new = customers.scan(ANA, order_by=order_by, after=after)
    assert list(nothing_new) == []
    assert nothing_new.cursor == after


def test_a_cursor_holds_no_filter_and_the_ids_of_one_instant(tied: Sandbox) -> None:
    with Quentli(tied.api_key, base_url=tied.url) as client:
        scan = client.customers.scan(ANA)
        before = scan.cursor
        there = ids(islice(scan, 10))
    assert before is None
    version, question, instant, held = json.loads(base64.urlsafe_b64decode(scan.cursor or ""))
    assert (version, len(question)) == (1, 16)
    assert instant == datetime.fromisoformat(clock(1)).timestamp() * 1000
    assert held == sorted(there[7:])


@pytest.mark.parametrize(
    ("name", "filter_", "order_by"),
    [
        ("customers", None, None),
        ("customers", Q.name.contains("b"), None),
        ("customers", NOTHING, None),
        ("customers", ANA, Q.created_at.desc()),
        ("customers", ANA, Q.updated_at.asc()),
        ("payments", None, None),
    ],
)
def test_a_cursor_of_another_scan_is_refused(
    name: str, filter_: Any, order_by: Any, sandbox: Sandbox, connect_sync: Connect
) -> None:
    quentli = connect_sync(sandbox)
    scan = quentli.customers.scan(ANA, limit=1)
    assert len(list(scan)) == 1
    with pytest.raises(ParameterError, match="a scan of another list, filter or order") as caught:
        getattr(quentli, name).scan(filter_, order_by=order_by, after=scan.cursor)
    assert "contains" not in str(caught.value)
    quentli.customers.scan(ANA, order_by=[Q.created_at.asc()], after=scan.cursor)


def test_a_lag_reads_again_and_the_cursor_never_goes_back(tied: Sandbox, connect_sync: Connect) -> None:
    customers = connect_sync(tied).customers
    scan = customers.scan(limit=100)
    *_, last = (customer.created_at for customer in scan)
    late = tied.add(createdAt=clock(12))["id"]
    assert late not in ids(customers.scan(after=scan.cursor))
    again = customers.scan(after=scan.cursor, lag=timedelta(seconds=2.5))
    cursors = list[Any]()
    found = list[Any]()
    for customer in again:
        found.append(customer)
        cursors.append(again.cursor)
    assert found[0].created_at == last - timedelta(seconds=2)
    assert late in ids(found)
    assert cursors[:15] == [scan.cursor] * 15
    assert len(set(cursors[20:])) > 40
    assert len(list(customers.scan(lag=timedelta(days=1)))) == 151


def test_a_lag_before_the_year_one_reads_everything(run_sandbox: RunSandbox, connect_sync: Connect) -> None:
    edges = ["0001-01-01T00:00:00.000Z", "2024-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z"]
    customers = connect_sync(run_sandbox(customers=[{"createdAt": edge} for edge in edges])).customers
    for order_by in (Q.created_at.asc(), Q.created_at.desc()):
        scan = customers.scan(order_by=order_by, limit=2)
        assert len(list(scan)) == 2
        lagging = customers.scan(order_by=order_by, after=scan.cursor, lag=timedelta(days=3_650_000))
        assert len(list(lagging)) == 3
