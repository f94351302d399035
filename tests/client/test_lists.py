"""Lists of customers against a sandbox over a real socket: records, pages, and what is refused before sending."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from quentli_resources.registry import MAX_TAKE
from support.clients import Connect, ids

from quentli_query import NOTHING, AsyncQuentli, Filter, InvoiceQ, Q, Quentli, any_of, errors
from quentli_query.sandbox import Sandbox


@pytest.mark.parametrize("take", [7, MAX_TAKE])
def test_iterating_goes_through_all_pages(take: int, sandbox: Sandbox, connect: Connect) -> None:
    before = len(sandbox.requests)
    page = connect(sandbox).customers.list(take=take, prefetch=0)
    assert len(page.data) == take
    customers = iter(page)
    for _ in range(take):
        next(customers)
    assert len(sandbox.requests) - before == 1
    next(customers)
    assert len(sandbox.requests) - before == 2
    there = ids(sandbox.customers)
    assert ids(customers) == there[take + 1 :]
    assert len(sandbox.requests) - before == 250 // take + 1
    assert ids(page) == there


def test_page_by_page(sandbox: Sandbox, connect: Connect) -> None:
    page = connect(sandbox).customers.list(skip=30, take=40)
    sizes = [len(page.data)]
    while page.has_next_page():
        page = page.next_page()
        sizes.append(len(page.data))
    assert sizes == [40] * 5 + [20]
    assert page.data[-1].id == sandbox.customers[-1]["id"]
    with pytest.raises(errors.LastPageError, match="this is the last page"):
        page.next_page()
    assert repr(page).endswith("Page of 20 records, skip=230, take=40>")


def test_a_limit_counts_from_where_the_list_begins(sandbox: Sandbox, connect: Connect) -> None:
    page = connect(sandbox).customers.list(skip=10, take=5, limit=12)
    assert [len(each.data) for each in page.pages()] == [5, 5, 2]
    assert ids(page) == ids(sandbox.customers[10:22])
    assert page.next_page().next_page().has_next_page() is False


def test_a_page_has_no_truth_value(sandbox: Sandbox, connect: Connect) -> None:
    customers = connect(sandbox).customers
    for filter_ in (Q.name == "Nobody", Q.name.contains("a"), NOTHING):
        page = customers.list(filter_)
        with pytest.raises(errors.PageTypeError, match=r"Write `page.data` .* exists\(...\)") as caught:
            bool(page)
        assert isinstance(caught.value, TypeError)
        assert bool(page.data) is customers.exists(filter_)


def offered(thing: object) -> set[str]:
    """Return what an editor completes."""
    return {name for name in dir(thing) if not name.startswith("_")}


@pytest.mark.parametrize("kind", [Quentli, AsyncQuentli])
def test_lists_and_pages_offer_nothing_internal(kind: Any, sandbox: Sandbox, quentli: Quentli) -> None:
    asking = {"list", "first", "one", "exists", "count", "scan", "with_raw_response"}
    client = kind(sandbox.api_key, base_url=sandbox.url)
    assert repr(client.payments) == f"<payments of {sandbox.url}>"
    assert repr(client.payments.with_raw_response) == f"<payments of {sandbox.url}, with raw responses>"
    assert repr(client.webhook_events) == f"<webhook_events of {sandbox.url}>"
    assert offered(client.webhook_events) == {*asking, "retry"}
    assert offered(client.payments) == {*asking, "get", "create", "send_receipt"}
    assert offered(client.webhook_events.with_raw_response) == {"list"}
    assert offered(client.payments.with_raw_response) == {"list", "get"}
    turning = {"data", "dropped", "has_next_page", "next_page", "pages"}
    assert offered(quentli.customers.list(take=1)) == {*turning, "model", "to_arrow"}


@pytest.mark.parametrize("nothing", [NOTHING, any_of(), Q.id.in_([]), Q.name.contains("a") & NOTHING])
def test_nothing_is_answered_without_a_request(
    nothing: Filter[Any], sandbox: Sandbox, connect: Connect
) -> None:
    customers = connect(sandbox).customers
    before = len(sandbox.requests)
    page = customers.list(nothing)
    assert page.data == list(page) == list(customers.scan(nothing)) == []
    assert not page.has_next_page()
    assert customers.first(nothing) is None
    assert customers.exists(nothing) is False
    assert customers.count(nothing) == 0
    assert len(sandbox.requests) == before


def test_one(sandbox: Sandbox, connect: Connect) -> None:
    customers = connect(sandbox).customers
    wanted = sandbox.customers[5]
    assert customers.one(Q.id == wanted["id"]).username == wanted["username"]
    with_a = [record["id"] for record in sandbox.customers if "a" in record["name"].lower()]
    found = " and ".join(with_a[:2])
    several = rf"several of the customers match Q.name.contains\('a'\), .* the first are {found}$"
    none = r"none of the customers matches Q.name.equals"
    for filter_, error, message in (
        (Q.name == "Nobody", errors.RecordNotFoundError, rf"{none}\('Nobody'\), where"),
        (
            Q.name == "x" * 500,
            errors.RecordNotFoundError,
            rf"{none}\('x{{40,50}}\.\.\. \([0-9]+ characters\), ",
        ),
        (Q.name.contains("a"), errors.MultipleRecordsError, several),
        (None, errors.MultipleRecordsError, "several of the customers match, where"),
    ):
        with pytest.raises(error, match=message):
            customers.one(filter_)
        assert sandbox.requests[-1].take == 2


TEXT = r"text becomes a filter with parse_filter\(text\)$"
A_FILTER = "takes a filter such as Q.created_at.gte"
ORDERS_TEXT = r"and not 'createdAt=desc' \(str\); text becomes orders"


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ({"skip": -1}, errors.ParameterError, "skip=-1: .* must not be negative"),
        ({"take": 0}, errors.ParameterError, f"take=0: the API puts 1 to {MAX_TAKE} records on a page"),
        ({"take": MAX_TAKE + 1}, errors.ParameterError, rf"take={MAX_TAKE + 1}: .* iterate over the page"),
        ({"take": 20.0}, errors.ParameterError, "take has to be a whole number, and not 20.0"),
        ({"skip": True}, errors.ParameterError, "skip has to be a whole number, and not True"),
        ({"filter": NOTHING, "take": 0}, errors.ParameterError, "take=0"),
        ({"limit": 0}, errors.ParameterError, "limit=0: it is the most records to hand out"),
        ({"limit": 2.5}, errors.ParameterError, "limit has to be a whole number"),
        ({"prefetch": -1}, errors.ParameterError, "prefetch=-1: it counts pages to ask for ahead"),
        ({"prefetch": 65}, errors.ParameterError, "prefetch=65: it counts pages to ask for ahead, at the same time; 0 to 64"),
        ({"on_page": 5}, errors.ParameterError, "on_page=5: it is called with each page"),
        ({"on_page": asyncio.sleep}, errors.ParameterError, "on_page=.*: it is not awaited; give a plain function"),
        ({"progress": "x"}, errors.ParameterError, "progress='x': it has to be True or False"),
        ({"verify": "no"}, errors.ParameterError, "verify='no': it has to be True or False"),
        ({"verify": 0, "filter": NOTHING}, errors.ParameterError, "verify=0: it has to be True or False"),
        ({"filter": "name[contains]=john"}, errors.FilterTypeError, rf"{A_FILTER}.*, and not 'name\[contains\]=john' \(str\); {TEXT}"),
        ({"filter": InvoiceQ.id == "1"}, errors.FilterTypeError, "a filter of invoices; it cannot be given to a list of customers"),
        ({"filter": Q.name}, errors.FilterTypeError, r"and not Q.name \(TextField\); make a filter of it .*: Q.name.equals\(...\)$"),
        ({"filter": Q.no_payments}, errors.FilterTypeError, r"and not Q.no_payments \(FlagField\); call it: Q.no_payments\(\)$"),
        ({"filter": Q.email_verified}, errors.FilterTypeError, r"call it: Q.email_verified\(\)$"),
        ({"filter": ["x"]}, errors.FilterTypeError, r"and not \['x'\] \(list\)$"),
        ({"order_by": InvoiceQ.id.asc()}, errors.FilterTypeError, "it cannot order customers"),
        ({"order_by": "createdAt=desc"}, errors.FilterTypeError, rf"{ORDERS_TEXT} with parse_order_by\(text\)$"),
        ({"order_by": ["createdAt=desc"]}, errors.FilterTypeError, ORDERS_TEXT),
        ({"order_by": Q.created_at}, errors.FilterTypeError, r"say in which direction: Q.created_at.asc\(\) or Q.created_at.desc\(\)$"),
        ({"order_by": 5}, errors.FilterTypeError, r"such as Q.created_at.desc\(\), or a list of them, and not 5 \(int\)$"),
    ],
)  # fmt: skip
def test_wrong_arguments_are_refused_before_any_request(
    arguments: dict[str, Any], error: type[Exception], message: str, sandbox: Sandbox, connect: Connect
) -> None:
    customers = connect(sandbox).customers
    methods = [customers.list]
    if "verify" in arguments:
        methods += [customers.scan, customers.with_raw_response.list]
    before = len(sandbox.requests)
    for method in methods:
        with pytest.raises(error, match=message):
            method(**arguments)
    assert len(sandbox.requests) == before
