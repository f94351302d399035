"""Filters that a server ignores, that a strict client refuses, or that are too large for a URL."""

from __future__ import annotations

from typing import Any

import pytest
from support.clients import Connect, RunSandbox, ids

from quentli_query import NOTHING, Filter, Limits, Q, errors
from quentli_query.sandbox import IgnoreFilter, Sandbox

M = Q.name.starts_with("M")
AR = Q.name.contains("ar")
NO_A = ~Q.name.contains("a")
M_OR_J = M | Q.name.starts_with("J")
BEFORE_2024 = Q.created_at < "2024-01-01T00:00:00Z"
NOBODY = Q.username == "nobody"


@pytest.mark.parametrize(
    ("ignored", "filter_", "condition", "evidence"),
    [
        ("name[startsWith]", M, M, "inferred"),
        ("name[contains]", AR & M, AR, "documented"),
        ("username", NOBODY, NOBODY, "documented"),
        ("NOT", NO_A, NO_A, "inferred"),
        ("OR", M_OR_J, M_OR_J, "inferred"),
        ("createdAt[lt]", BEFORE_2024, BEFORE_2024, "inferred"),
    ],
)
def test_ignored_conditions_are_noticed(
    ignored: str,
    filter_: Filter[Any],
    condition: Filter[Any],
    evidence: str,
    run_sandbox: RunSandbox,
    connect_sync: Connect,
) -> None:
    customers = connect_sync(run_sandbox(IgnoreFilter(ignored), customers=100, seed=7)).customers
    unchecked = list(customers.list(filter_, verify=False))
    wrong = [customer for customer in unchecked if filter_.matches(customer) is False]
    with pytest.raises(errors.FilterNotHonoredError) as caught:
        customers.list(filter_)
    assert caught.value.record_id == wrong[0].id
    assert caught.value.condition == condition
    assert caught.value.evidence == evidence
    for part in (wrong[0].id, repr(condition), evidence, "verify=False"):
        assert part in str(caught.value)


@pytest.mark.parametrize(
    "filter_", [Q.name.contains("maria"), Q.name == "maría josé", ~Q.email.contains("x"), Q.no_payments() | M]
)
def test_a_difference_that_a_server_may_make_is_no_error(
    filter_: Filter[Any], sandbox: Sandbox, run_sandbox: RunSandbox, connect_sync: Connect
) -> None:
    record = {**sandbox.customers[0], "id": "cus_1", "name": "MARÍA José", "email": None}
    faults = [IgnoreFilter("OR"), IgnoreFilter("name"), IgnoreFilter("NOT")]
    quentli = connect_sync(run_sandbox(*faults, customers=[record]))
    assert len(quentli.customers.list(filter_).data) == 1


def test_a_strict_client_refuses_inferred_conditions_only(sandbox: Sandbox, connect: Connect) -> None:
    customers = connect(sandbox, strict=True).customers
    before = len(sandbox.requests)
    for filter_, inferred in (
        (M, M),
        (Q.name.contains("a") & M, M),
        (NO_A, NO_A),
        (Q.name.contains("a") & Q.name.contains("b"), Q.name.contains("b")),
    ):
        with pytest.raises(errors.UndocumentedFilterError, match="strict=False") as caught:
            customers.list(filter_)
        assert caught.value.conditions == (inferred,)
        assert repr(inferred) in str(caught.value)
    assert len(sandbox.requests) == before
    there = ids(sandbox.customers[:3])
    known = (Q.id.in_(there), Q.username == "x", Q.created_at >= "2024-01-01T00:00:00Z", NOTHING, None)
    for documented in known:
        customers.list(documented)


def test_a_filter_too_long_for_a_url_is_not_sent(sandbox: Sandbox, connect: Connect) -> None:
    customers = connect(sandbox).customers
    before = len(sandbox.requests)
    for length in (7_950, 9_000, 100_000):
        with pytest.raises(
            errors.FilterTooLargeError, match=r"the limit of 8000.*Limits\(url_bytes="
        ) as caught:
            customers.list(Q.name.contains("x" * length))
        assert caught.value.limit == "url_bytes"
        assert caught.value.actual > length
    unwanted = Q.id.not_in([f"cus_{number:020}" for number in range(200)])
    remedy = r"bytes.*Ask without the 200 conditions on what Q\.id is not"
    with pytest.raises(errors.FilterTooLargeError, match=remedy) as caught:
        customers.list(unwanted)
    assert "in several lists" not in str(caught.value)
    assert len(sandbox.requests) == before
    customers.list(Q.name.contains("x" * 7_900))
    connect(sandbox, limits=Limits(url_bytes=9_000)).customers.list(Q.name.contains("x" * 8_500))


def test_a_limit_on_lists_is_taken_from_the_client(sandbox: Sandbox, connect: Connect) -> None:
    customers = connect(sandbox, limits=Limits(list_items=2, url_bytes=50_000)).customers
    there = ids(sandbox.customers[:4])
    assert ids(customers.list(Q.id.in_(there))) == there
    with pytest.raises(errors.FilterTooLargeError, match="a list of 5 has to be nested into groups of 2"):
        next(iter(customers.scan(Q.id.in_([*there, "a"]))))
