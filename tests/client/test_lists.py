"""Lists against a sandbox over a real socket: the right customers, in the right order, page after page."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import Any

import pytest
from quentli_client.models import Customer

from quentli_query import (
    EVERYTHING,
    NOTHING,
    AsyncQuentli,
    Filter,
    FilterTypeError,
    PageTypeError,
    ParameterError,
    PaymentQ,
    Q,
    Quentli,
    QuentliError,
    any_of,
)
from quentli_query.filters.fields import TextField, Vocabulary
from quentli_query.sandbox import Sandbox

FROM = datetime(2024, 1, 1, tzinfo=UTC)
UNTIL = datetime(2025, 1, 1, tzinfo=UTC)


class OtherVocabulary(Vocabulary, resource="invoices", source="InvoiceQ"):
    number: TextField[Any] = TextField()


InvoiceQ = OtherVocabulary()


def created(record: Any) -> datetime:
    return datetime.fromisoformat(record["createdAt"])


@pytest.mark.parametrize(
    ("filter_", "holds"),
    [
        (None, lambda c, paid: True),
        (EVERYTHING, lambda c, paid: True),
        (Q.name.contains("ana"), lambda c, paid: "ana" in c["name"].lower()),
        (Q.no_payments(), lambda c, paid: not paid),
        (Q.name.contains("ar") | Q.no_payments(), lambda c, paid: "ar" in c["name"].lower() or not paid),
        (Q.name.contains("ar") & any_of(Q.no_payments()), lambda c, paid: "ar" in c["name"].lower() and not paid),
        (Q.created_at.between(FROM, UNTIL), lambda c, paid: FROM <= created(c) < UNTIL),
        (
            Q.email_verified.is_true() & ~Q.phone_number_verified.is_true(),
            lambda c, paid: c["emailVerified"] and not c["phoneNumberVerified"],
        ),
        (
            (Q.name.starts_with("M") | Q.name.starts_with("J")) & (Q.no_payments(False) | Q.created_at.lt(FROM)),
            lambda c, paid: c["name"].lower()[0] in "mj" and (paid or created(c) < FROM),
        ),
        (~Q.name.contains("a"), lambda c, paid: "a" not in c["name"].lower()),
        (
            ~Q.email.contains("gmail"),
            lambda c, paid: c["email"] is not None and "gmail" not in c["email"].lower(),
        ),
        (Q.name.contains("a&b=[c]"), lambda c, paid: False),
    ],
)  # fmt: skip
def test_a_filter_gives_the_same_as_a_comprehension(
    filter_: Filter[Customer] | None, holds: Any, quentli: Quentli, sandbox: Sandbox
) -> None:
    expected = [c["id"] for c in sandbox.customers if holds(c, c["id"] not in sandbox.without_payments)]
    assert [customer.id for customer in quentli.customers.list(filter_)] == expected


def test_equality_finds_each_customer(quentli: Quentli, sandbox: Sandbox) -> None:
    wanted = sandbox.customers[::60]
    for field, key in ((Q.id, "id"), (Q.username, "username"), (Q.name, "name")):
        found = quentli.customers.list(field.in_([record[key] for record in wanted]))
        assert {record["id"] for record in wanted} <= {customer.id for customer in found}
    assert [c.id for c in quentli.customers.list(Q.id == wanted[0]["id"])] == [wanted[0]["id"]]


def test_records_are_the_servers(quentli: Quentli, sandbox: Sandbox) -> None:
    for customer, record in zip(quentli.customers.list(), sandbox.customers, strict=True):
        assert isinstance(customer, Customer)
        assert customer.created_at == created(record)
        assert (customer.id, customer.name, customer.email) == (record["id"], record["name"], record["email"])


def test_the_order_is_the_one_asked_for(quentli: Quentli, sandbox: Sandbox) -> None:
    newest_first = [c.created_at for c in quentli.customers.list(order_by=Q.created_at.desc())]
    assert newest_first == sorted(map(created, sandbox.customers), reverse=True)
    both = quentli.customers.list(order_by=[Q.email_verified.desc(), Q.id.asc()])
    expected = sorted(sandbox.customers, key=lambda c: (not c["emailVerified"], c["id"]))
    assert [c.id for c in both] == [c["id"] for c in expected]


def test_the_server_receives_what_was_compiled(quentli: Quentli, sandbox: Sandbox) -> None:
    quentli.customers.list(Q.name.contains("Peña & [Co]"), order_by=Q.name.asc(), skip=3, take=7)
    asked = sandbox.requests[-1]
    assert (asked.method, asked.path) == ("GET", "/v1/customers")
    assert asked.filter == {"name": {"contains": "Peña & [Co]"}}
    assert asked.order_by == {"name": "asc"}
    assert (asked.skip, asked.take) == (3, 7)


def test_no_filter_and_no_order_send_no_parameter(quentli: Quentli, sandbox: Sandbox) -> None:
    quentli.customers.list(EVERYTHING, order_by=[])
    assert sandbox.requests[-1].query == "skip=0&take=100"


@pytest.mark.parametrize("take", [1, 7, 50, 100])
def test_iterating_goes_on_through_all_pages(take: int, quentli: Quentli, sandbox: Sandbox) -> None:
    before = len(sandbox.requests)
    page = quentli.customers.list(take=take, prefetch=0)
    assert len(page.data) == take
    assert [customer.id for customer in page] == [record["id"] for record in sandbox.customers]
    assert len(sandbox.requests) - before == 250 // take + 1


def test_pages_are_asked_for_lazily(quentli: Quentli, sandbox: Sandbox) -> None:
    before = len(sandbox.requests)
    customers = iter(quentli.customers.list(take=10, prefetch=0))
    for _ in range(10):
        next(customers)
    assert len(sandbox.requests) - before == 1
    next(customers)
    assert len(sandbox.requests) - before == 2


def test_page_by_page(quentli: Quentli, sandbox: Sandbox) -> None:
    page = quentli.customers.list(skip=30, take=100)
    sizes = [len(page.data)]
    while page.has_next_page():
        page = page.next_page()
        sizes.append(len(page.data))
    assert sizes == [100, 100, 20]
    assert page.data[-1].id == sandbox.customers[-1]["id"]
    with pytest.raises(QuentliError, match="this is the last page"):
        page.next_page()
    assert repr(page) == "<Page of 20 records, skip=230, take=100>"


def test_iterating_twice_gives_the_same(quentli: Quentli) -> None:
    page = quentli.customers.list(Q.no_payments(), take=20)
    assert [c.id for c in page] == [c.id for c in page]


def test_a_page_has_no_truth_value(sandbox: Sandbox, quentli: Quentli) -> None:
    async def awaited(filter_: Filter[Customer]) -> Any:
        async with AsyncQuentli(sandbox.api_key, base_url=sandbox.url) as client:
            return await client.customers.list(filter_)

    for filter_ in (Q.name == "Nobody", Q.name.contains("a"), NOTHING):
        for page in (quentli.customers.list(filter_), asyncio.run(awaited(filter_))):
            with pytest.raises(PageTypeError, match=r"Write `page.data` .* exists\(...\)") as caught:
                bool(page)
            assert isinstance(caught.value, TypeError)
            assert bool(page.data) is quentli.customers.exists(filter_)


def offered(thing: object) -> set[str]:
    """What an editor completes."""
    return {name for name in dir(thing) if not name.startswith("_")}


def test_lists_and_pages_tell_what_they_are_and_offer_nothing_internal(sandbox: Sandbox) -> None:
    asking = {"list", "first", "one", "exists", "count", "scan", "with_raw_response"}
    for kind in (Quentli, AsyncQuentli):
        client: Any = kind(sandbox.api_key, base_url=sandbox.url)
        assert repr(client.payments) == f"<payments of {sandbox.url}>"
        assert repr(client.payments.with_raw_response) == f"<payments of {sandbox.url}, with raw responses>"
        assert repr(client.webhook_events) == f"<webhook_events of {sandbox.url}>"
        assert offered(client.webhook_events) == asking
        assert offered(client.payments) == {*asking, "get"}
        assert offered(client.webhook_events.with_raw_response) == {"list"}
        assert offered(client.payments.with_raw_response) == {"list", "get"}
    with Quentli(sandbox.api_key, base_url=sandbox.url) as quentli:
        page = quentli.customers.list(take=1)
    assert offered(page) == {"data", "has_next_page", "next_page", "pages"}


@pytest.mark.parametrize("nothing", [NOTHING, any_of(), Q.id.in_([]), Q.name.contains("a") & NOTHING])
def test_nothing_is_answered_without_a_request(
    nothing: Filter[Any], quentli: Quentli, sandbox: Sandbox
) -> None:
    before = len(sandbox.requests)
    page = quentli.customers.list(nothing)
    assert page.data == []
    assert not page.has_next_page()
    assert list(page) == []
    assert len(sandbox.requests) == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"skip": -1}, "skip=-1: .* must not be negative"),
        ({"take": 0}, "take=0: the API puts 1 to 100 records on a page"),
        ({"take": 101}, "take=101: .* iterate over the page"),
        ({"take": 20.0}, "take has to be a whole number, and not 20.0"),
        ({"skip": True}, "skip has to be a whole number, and not True"),
        ({"filter": NOTHING, "take": 0}, "take=0"),
    ],
)
def test_parameters_out_of_range_are_refused(
    arguments: dict[str, Any], message: str, quentli: Quentli, sandbox: Sandbox
) -> None:
    before = len(sandbox.requests)
    with pytest.raises(ParameterError, match=message):
        quentli.customers.list(**arguments)
    assert len(sandbox.requests) == before


def test_only_filters_and_orders_of_customers_are_taken(quentli: Quentli, sandbox: Sandbox) -> None:
    before = len(sandbox.requests)
    wrong: Any
    for wrong, message in (
        (InvoiceQ.number == "1", "a filter of invoices; it cannot be given to a list of customers"),
        (
            "name[contains]=john",
            r"takes a filter such as Q.created_at.gte.*, and not 'name\[contains\]=john' \(str\); text becomes "
            r"a filter with parse_filter\(text\)$",
        ),
        (Q.name, r"and not Q.name \(TextField\); make a filter of it .*: Q.name.equals\(...\)$"),
        (Q.no_payments, r"and not Q.no_payments \(FlagField\); call it: Q.no_payments\(\)$"),
        (Q.email_verified, r"call it: Q.email_verified\(\)$"),
        (["x"], r"and not \['x'\] \(list\)$"),
    ):
        with pytest.raises(FilterTypeError, match=message):
            quentli.customers.list(wrong)
    with pytest.raises(FilterTypeError, match="it cannot order customers"):
        quentli.customers.list(order_by=InvoiceQ.number.asc())
    for wrong, message in (
        (
            "createdAt=desc",
            r"and not 'createdAt=desc' \(str\); text becomes orders with parse_order_by\(text\)$",
        ),
        (["createdAt=desc"], r"and not 'createdAt=desc' \(str\); text becomes orders"),
        (Q.created_at, r"say in which direction: Q.created_at.asc\(\) or Q.created_at.desc\(\)$"),
        (5, r"such as Q.created_at.desc\(\), or a list of them, and not 5 \(int\)$"),
    ):
        with pytest.raises(FilterTypeError, match=message):
            quentli.customers.list(order_by=wrong)
    with pytest.raises(FilterTypeError, match=r"parse_filter\(text, PaymentQ\)$"):
        quentli.payments.list("isCompleted=true")  # type: ignore[arg-type]
    with pytest.raises(FilterTypeError, match=r"call it: PaymentQ.is_completed\(\)$"):
        quentli.payments.list(PaymentQ.is_completed)  # type: ignore[arg-type]
    with pytest.raises(
        FilterTypeError, match=r"such as PaymentQ.created_at.desc\(\), .* parse_order_by\(text, PaymentQ\)$"
    ):
        quentli.payments.list(order_by="createdAt=desc")  # type: ignore[arg-type]
    assert len(sandbox.requests) == before
