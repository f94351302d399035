"""A server that ignores a part of the filter: wrong customers come out unless they are checked."""

from __future__ import annotations

from typing import Any

import pytest

from quentli_query import (
    NOTHING,
    Filter,
    FilterNotHonoredError,
    FilterTooLargeError,
    Limits,
    Q,
    Quentli,
    UndocumentedFilterError,
)
from quentli_query.sandbox import IgnoreFilter, Sandbox

M = Q.name.starts_with("M")


def wrong(filter_: Filter[Any], customers: Any) -> list[Any]:
    return [customer for customer in customers if filter_.matches(customer) is False]


@pytest.mark.parametrize(
    ("ignored", "filter_", "condition", "evidence"),
    [
        ("name[startsWith]", M, M, "inferred"),
        ("name[contains]", Q.name.contains("ar") & M, Q.name.contains("ar"), "documented"),
        ("username", Q.username == "nobody", Q.username == "nobody", "seen"),
        ("NOT", ~Q.name.contains("a"), ~Q.name.contains("a"), "inferred"),
        ("OR", M | Q.name.starts_with("J"), M | Q.name.starts_with("J"), "inferred"),
        (
            "createdAt[lt]",
            Q.created_at < "2024-01-01T00:00:00Z",
            Q.created_at < "2024-01-01T00:00:00Z",
            "inferred",
        ),
    ],
)
def test_ignored_parts_are_noticed(
    ignored: str, filter_: Filter[Any], condition: Filter[Any], evidence: str
) -> None:
    with (
        Sandbox(customers=250, seed=7, faults=[IgnoreFilter(ignored)]) as sandbox,
        Quentli(sandbox.api_key, base_url=sandbox.url) as quentli,
    ):
        unchecked = list(quentli.customers.list(filter_, verify=False))
        assert wrong(filter_, unchecked)
        with pytest.raises(FilterNotHonoredError) as caught:
            quentli.customers.list(filter_)
        assert caught.value.record_id == wrong(filter_, unchecked)[0].id
        assert caught.value.condition == condition
        assert caught.value.evidence == evidence
        for part in (str(caught.value.record_id), repr(condition), evidence, "verify=False"):
            assert part in str(caught.value)


def test_nothing_of_the_page_is_handed_out_but_what_came_before_is(sandbox: Sandbox) -> None:
    few = [record for record in sandbox.customers if M.matches(record)]
    other = next(record for record in sandbox.customers if M.matches(record) is False)
    with (
        Sandbox(
            customers=[*few[:7], other, *few[7:10]], faults=[IgnoreFilter("name[startsWith]")]
        ) as ignoring,
        Quentli(ignoring.api_key, base_url=ignoring.url) as quentli,
    ):
        seen = []
        with pytest.raises(FilterNotHonoredError):
            for customer in quentli.customers.list(M, take=5):
                seen.append(customer.id)  # noqa: PERF401 - what was handed out before the error counts
        assert seen == [record["id"] for record in few[:5]]


def test_a_client_can_leave_the_check_out() -> None:
    with (
        Sandbox(customers=50, faults=[IgnoreFilter("name[startsWith]")]) as sandbox,
        Quentli(sandbox.api_key, base_url=sandbox.url, verify=False) as quentli,
    ):
        assert len(list(quentli.customers.list(M))) == 50
        with pytest.raises(FilterNotHonoredError):
            quentli.customers.list(M, verify=True)


def test_what_a_server_may_see_differently_is_no_error() -> None:
    ana = {"id": "cus_1", "name": "MARÍA José", "email": None}
    with Sandbox(customers=1) as sandbox:
        record = {**sandbox.customers[0], **ana}
    with (
        Sandbox(
            customers=[record], faults=[IgnoreFilter("OR"), IgnoreFilter("name"), IgnoreFilter("NOT")]
        ) as sandbox,
        Quentli(sandbox.api_key, base_url=sandbox.url) as quentli,
    ):
        for filter_ in (
            Q.name.contains("maria"),
            Q.name == "maría josé",
            ~Q.email.contains("x"),
            Q.no_payments() | M,
        ):
            assert len(quentli.customers.list(filter_).data) == 1


def test_a_strict_client_refuses_what_is_inferred(sandbox: Sandbox) -> None:
    before = len(sandbox.requests)
    with Quentli(sandbox.api_key, base_url=sandbox.url, strict=True) as quentli:
        for filter_, inferred in (
            (M, (M,)),
            (Q.name.contains("a") & M, (M,)),
            (~Q.name.contains("a"), (~Q.name.contains("a"),)),
            (Q.name.contains("a") & Q.name.contains("b"), (Q.name.contains("b"),)),
        ):
            with pytest.raises(UndocumentedFilterError, match="strict=False") as caught:
                quentli.customers.list(filter_)
            assert caught.value.conditions == inferred
            assert repr(inferred[0]) in str(caught.value)
        assert len(sandbox.requests) == before


def test_a_strict_client_sends_what_is_documented_or_seen(sandbox: Sandbox) -> None:
    with Quentli(sandbox.api_key, base_url=sandbox.url, strict=True) as quentli:
        ids = [record["id"] for record in sandbox.customers[:3]]
        for filter_ in (
            Q.id.in_(ids),
            Q.username == "x",
            Q.created_at >= "2024-01-01T00:00:00Z",
            NOTHING,
            None,
        ):
            quentli.customers.list(filter_)


def test_a_url_that_is_too_long_is_not_sent(sandbox: Sandbox) -> None:
    before = len(sandbox.requests)
    with Quentli(sandbox.api_key, base_url=sandbox.url) as quentli:
        for length in (7_950, 9_000, 100_000):
            with pytest.raises(FilterTooLargeError, match=r"the limit of 8000.*Limits\(url_bytes=") as caught:
                quentli.customers.list(Q.name.contains("x" * length))
            assert caught.value.limit == "url_bytes"
            assert caught.value.actual > length
        assert len(sandbox.requests) == before
        quentli.customers.list(Q.name.contains("x" * 7_900))
    with Quentli(sandbox.api_key, base_url=sandbox.url, limits=Limits(url_bytes=9_000)) as quentli:
        quentli.customers.list(Q.name.contains("x" * 8_500))


def test_a_wider_limit_sends_wider_lists(sandbox: Sandbox) -> None:
    with Quentli(
        sandbox.api_key, base_url=sandbox.url, limits=Limits(list_items=2, url_bytes=50_000)
    ) as quentli:
        ids = [record["id"] for record in sandbox.customers[:4]]
        assert [customer.id for customer in quentli.customers.list(Q.id.in_(ids))] == ids
        with pytest.raises(FilterTooLargeError, match="a list of 5 has to be nested into groups of 2"):
            next(quentli.customers.scan(Q.id.in_([*ids, "a"])))
