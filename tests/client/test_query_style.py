"""The two styles of a query: one string for the filter, or nested parameters."""

from __future__ import annotations

from typing import Any

import pytest
from quentli_resources.registry import MAX_TAKE
from support.clients import Connect, RunSandbox, ids

from quentli_query import EVERYTHING, Filter, Limits, Q, any_of, errors
from quentli_query.sandbox import IgnoreFilter, IgnoreQueryStyle, Sandbox

M = Q.name.starts_with("M")
AR = Q.name.contains("ar")
OLD = Q.created_at < "2023-01-01T00:00:00Z"

PARAMETERS = {
    "string": "filter=OR%5B0%5D%5Bname%5D%5BstartsWith%5D%3Da%252Bb%2526c%26OR%5B1%5D%5BnoPayments%5D%3Dtrue"
    "&skip=0&take=5&orderBy=name%3Dasc%26createdAt%3Ddesc",
    "nested": "filter%5BOR%5D%5B0%5D%5Bname%5D%5BstartsWith%5D=a%2Bb%26c&filter%5BOR%5D%5B1%5D%5BnoPayments%5D=true"
    "&orderBy%5Bname%5D=asc&orderBy%5BcreatedAt%5D=desc&skip=0&take=5",
}


@pytest.mark.parametrize("style", PARAMETERS)
def test_the_server_reads_the_same_from_both_styles(style: str, sandbox: Sandbox, connect: Connect) -> None:
    customers = connect(sandbox, query_style=style).customers
    customers.list(
        Q.name.starts_with("a+b&c") | Q.no_payments(), order_by=[Q.name.asc(), Q.created_at.desc()], take=5
    )
    received = sandbox.requests[-1]
    assert (received.method, received.path, received.query) == ("GET", "/v1/customers", PARAMETERS[style])
    assert received.filter == {"OR": [{"name": {"startsWith": "a+b&c"}}, {"noPayments": "true"}]}
    assert received.order_by == {"name": "asc", "createdAt": "desc"}
    customers.list(EVERYTHING, order_by=[])
    assert sandbox.requests[-1].query == f"skip=0&take={MAX_TAKE}"


@pytest.mark.parametrize(("style", "other"), [("string", "nested"), ("nested", "string")])
@pytest.mark.parametrize("filter_", [M, M & AR, M | AR, M & Q.no_payments(), M & (AR | Q.no_payments())])
def test_a_whole_filter_ignored_hints_at_the_other_style(
    style: Any, other: str, filter_: Filter[Any], run_sandbox: RunSandbox, connect_sync: Connect
) -> None:
    client = connect_sync(run_sandbox(IgnoreQueryStyle(style), customers=100), query_style=style)
    with pytest.raises(errors.FilterNotHonoredError, match=rf"or the whole of it: .* query_style='{other}'"):
        client.customers.list(filter_)
    assert client.with_options(query_style=other).customers.exists(filter_ | OLD)


def test_a_part_ignored_does_not(run_sandbox: RunSandbox, connect: Connect) -> None:
    customers = connect(run_sandbox(IgnoreFilter("startsWith"), customers=100)).customers
    with pytest.raises(errors.FilterNotHonoredError, match="that part of the filter. No record") as caught:
        customers.list(M & AR)
    assert caught.value.condition == M


def test_nested_alternatives_are_asked_for_in_parts_of_twenty(sandbox: Sandbox, connect: Connect) -> None:
    client = connect(sandbox, query_style="nested")
    there = ids(sandbox.customers[:50])
    before = len(sandbox.requests)
    assert ids(client.customers.list(Q.id.in_(there))) == there
    # The parts are asked for at the same time.
    assert sorted(len((each.filter or {})["OR"]) for each in sandbox.requests[before:]) == [12, 12, 13, 13]


def test_nested_parameters_share_the_pairs_with_the_page_and_the_order(
    sandbox: Sandbox, connect: Connect
) -> None:
    limits = Limits(pairs=60)
    ten = [AR & Q.email.contains(str(number)) for number in range(5)]
    connect(sandbox, query_style="nested", limits=limits).customers.list(any_of(*ten))
    eleven = Q.email.contains("x") & any_of(*ten)
    with pytest.raises(errors.FilterTooLargeError, match="61 .*pairs, with 50 for the page and the order"):
        connect(sandbox, query_style="nested", limits=limits).customers.scan(eleven)
    connect(sandbox, limits=limits).customers.list(eleven)


def test_explain_counts_the_level_that_nested_parameters_add(capsys: pytest.CaptureFixture[str]) -> None:
    for style, shown in (("string", "OR[0]"), ("nested", "filter[OR][0]")):
        (M | AR).explain(query_style=style)  # type: ignore[arg-type]
        printed = capsys.readouterr().out
        assert f"  {shown}[name][startsWith]=M&{shown[:-3]}[1][name][contains]=ar\n" in printed
        assert f"depth       {shown.count('[') + 2} of 5\n" in printed
    with pytest.raises(
        errors.FilterValueError, match="query_style='Nested': it has to be 'string' or 'nested'"
    ):
        M.explain(query_style="Nested")  # type: ignore[arg-type]
