"""Records that don't match: wildcards of LIKE, and lists that drop such records instead of raising."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from support.clients import Connect, RunSandbox, ids

from quentli_query import Filter, FilterNotHonoredError, ParameterError, Q, any_of
from quentli_query.client.lists.verification import fits_pattern
from quentli_query.sandbox import IgnoreFilter, IgnoreParameter, Sandbox, UnescapedWildcards

NAMES = ["ana_g", "anaXg", "x ana_g", "Ána-G", "anag", "100% sure", "100 years", "bob"]
CUSTOMERS = [{"id": f"cus_{number}", "name": name} for number, name in enumerate(NAMES)]


def names(records: Any) -> list[str]:
    return [record.name for record in records]


@pytest.mark.parametrize(
    ("filter_", "fitting"),
    [
        (Q.name.contains("ana_g"), ["ana_g", "anaXg", "x ana_g", "Ána-G"]),
        (Q.name.starts_with("ANA_g"), ["ana_g", "anaXg", "Ána-G"]),
        (Q.name.ends_with("a_g"), ["ana_g", "anaXg", "x ana_g", "Ána-G"]),
        (Q.name == "ana_g", ["ana_g", "anaXg", "Ána-G"]),
        (Q.name.starts_with("100% "), ["100% sure", "100 years"]),
        (Q.name.contains("0%a"), ["100 years"]),
        (Q.name.contains("0% "), ["100% sure", "100 years"]),
        (Q.name.contains(r"na\_g"), ["ana_g", "x ana_g"]),
        (Q.name.starts_with("*") | Q.name.starts_with("[a]") | (Q.name == "?"), []),
        (Q.name.contains("a_") & ~Q.name.contains("b"), ["ana_g", "anaXg", "x ana_g", "Ána-G", "anag", "100 years"]),
        (Q.name.contains("_") & (Q.id == "cus_7"), ["bob"]),
        (Q.name.contains("%" * 40 + "z"), []),
    ],
)  # fmt: skip
def test_records_fit_texts_read_as_patterns(filter_: Filter[Any], fitting: list[str]) -> None:
    assert [record["name"] for record in CUSTOMERS if fits_pattern(filter_, record)] == fitting


@pytest.mark.parametrize(
    ("fault", "filter_", "reason"),
    [
        (UnescapedWildcards(), Q.name.contains("ana_g"), "read % and _ as wildcards, as SQL's LIKE does"),
        (UnescapedWildcards(), Q.name.starts_with("ana_") | Q.name.starts_with("b"), "read % and _ as wildcards"),
        (IgnoreParameter("filter"), Q.name.contains("ana_g"), "ignore that part of the filter or the whole"),
        (IgnoreFilter("name"), Q.name.contains("bo") & Q.id.contains("_"), "ignore that part of the filter. "),
    ],
)  # fmt: skip
def test_the_error_tells_wildcards_from_an_ignored_filter(
    fault: Any, filter_: Filter[Any], reason: str, run_sandbox: RunSandbox, connect_sync: Connect
) -> None:
    client = connect_sync(run_sandbox(fault, customers=CUSTOMERS))
    with pytest.raises(FilterNotHonoredError) as caught:
        client.customers.list(filter_)
    assert f"it seems to {reason}" in str(caught.value)
    assert "on_mismatch='drop' leaves such records out" in str(caught.value)


@pytest.fixture
def wild(run_sandbox: RunSandbox) -> Sandbox:
    sandbox: Sandbox = run_sandbox(UnescapedWildcards(), customers=CUSTOMERS)
    return sandbox


ANA = Q.name.contains("ana_g")
FOUND = ["ana_g", "x ana_g"]


def test_a_list_drops_counts_and_warns_once(
    wild: Sandbox, connect: Connect, caplog: pytest.LogCaptureFixture
) -> None:
    pages: list[Any] = []
    with caplog.at_level(logging.WARNING, "quentli_query"):
        page = connect(wild).customers.list(ANA, take=1, on_mismatch="drop", on_page=pages.append)
        for _ in range(2):  # going over it again counts nothing twice
            assert names(page) == FOUND
            assert page.dropped == 1
    assert [len(each.data) for each in pages[:4]] == [1, 0, 1, 0]
    assert caplog.messages == ["customers: records that don't match the filter by name are left out"]
    assert connect(wild).customers.list(Q.name == "bob").dropped == 0
    unverified = connect(wild).customers.list(ANA, verify=False, on_mismatch="drop")
    assert len(names(unverified)) == 3


def test_a_client_drops_in_all_its_lists(wild: Sandbox, connect_sync: Connect) -> None:
    customers = connect_sync(wild, on_mismatch="drop").customers
    x_or_dash = Q.name.starts_with("x_") | Q.name.starts_with("A__-")  # only others fit
    assert names(customers.scan(ANA)) == FOUND
    assert customers.count(ANA) == 2
    assert customers.first(ANA, order_by=Q.name.desc()).name == "x ana_g"
    assert customers.one(ANA & (Q.id != "cus_2")).name == "ana_g"
    assert not customers.exists(x_or_dash)
    assert names(customers.with_raw_response.list(ANA).parsed) == FOUND
    many = any_of(*(Q.name.contains(f"_na_{letter}") for letter in ["g", *map(str, range(500))]))
    assert names(customers.list(many, limit=3)) == []
    with pytest.raises(FilterNotHonoredError):
        customers.list(ANA, on_mismatch="raise")
    with pytest.raises(ParameterError, match="on_mismatch='ignore': it has to be 'raise' or 'drop'"):
        customers.list(ANA, on_mismatch="ignore")


def test_dropping_goes_on_where_whole_pages_are_dropped(
    run_sandbox: RunSandbox, connect_sync: Connect
) -> None:
    sandbox = run_sandbox(IgnoreFilter("name"), customers=60)
    customers = connect_sync(sandbox, on_mismatch="drop").customers
    meant = [record["id"] for record in sandbox.customers if Q.name.starts_with("M").matches(record)]
    page = customers.list(Q.name.starts_with("M"), take=2)
    assert ids(page) == meant
    assert page.dropped == 60 - len(meant)
    last = Q.name == sandbox.customers[-1]["name"]
    assert customers.first(last).name == sandbox.customers[-1]["name"]
