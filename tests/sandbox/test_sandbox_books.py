"""The made-up records of all resources: that they agree with each other."""

from __future__ import annotations

import itertools
import json
import threading
from collections import defaultdict
from datetime import datetime
from typing import Any

import pytest
from support.asking import ask, client_of, ids

from quentli_query.sandbox import Sandbox
from quentli_query.sandbox.resources import RESOURCES

SANDBOX = Sandbox()
Records = dict[str, dict[str, Any]]


def by_id(name: str) -> Records:
    return {record["id"]: record for record in SANDBOX.records(name)}


CUSTOMERS, INVOICES, PAYMENTS = by_id("customers"), by_id("invoices"), by_id("payments")
SUBSCRIPTIONS, TAX_INVOICES = by_id("subscriptions"), by_id("tax_invoices")
CONCEPTS, DISCOUNTS = by_id("payment_concepts"), by_id("discounts")
WEBHOOKS, EVENTS = by_id("webhooks"), by_id("webhook_events")
TOOK_PLACE = {"COMPLETE", "REFUNDED", "DISPUTED", "REVERTED"}


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize("name", RESOURCES)
def test_ids_are_unique_and_of_one_kind(name: str) -> None:
    found = [record["id"] for record in SANDBOX.records(name)]
    assert len(set(found)) == len(found)
    assert len({identifier.partition("_")[0] for identifier in found}) == 1


@pytest.mark.parametrize("name", RESOURCES)
def test_nothing_happened_before_creation_or_after_the_last_change(name: str) -> None:
    future = {"nextCollectionDate", "firstCollectionDate", "lastCollectionDate", "nextCallAt"}
    future |= {"dueDate", "expireDate", "expiresAt"}
    past = [f for f, kind in RESOURCES[name].columns.items() if kind.name == "datetime" and f not in future]
    for record in SANDBOX.records(name):
        moments = [at(record[field]) for field in past if record.get(field)]
        assert min(moments) == at(record["createdAt"])
        assert max(moments) == at(record["updatedAt"])


@pytest.mark.parametrize("name", RESOURCES)
def test_all_belongs_to_one_organization_and_to_its_customers(name: str) -> None:
    organization = next(iter(CUSTOMERS.values()))["organizationId"]
    for record in SANDBOX.records(name):
        assert record.get("organizationId", organization) == organization
        if "customerId" in record:
            assert record["customerId"] in CUSTOMERS
            assert at(record["createdAt"]) >= at(CUSTOMERS[record["customerId"]]["createdAt"])


@pytest.mark.parametrize("name", RESOURCES)
def test_amounts_are_whole(name: str) -> None:
    fees = (
        "amount",
        "totalAmount",
        "amountPaid",
        "amountOff",
        "processorFee",
        "processorFeeTax",
        "installmentsFee",
    )
    for record in SANDBOX.records(name):
        for field in fees:
            assert record.get(field) is None or type(record[field]) is int


def test_no_payments_is_true_of_exactly_those_without_payments() -> None:
    paying = {payment["customerId"] for payment in PAYMENTS.values()}
    assert CUSTOMERS.keys() - paying == SANDBOX.without_payments
    assert paying == {p["customerId"] for p in PAYMENTS.values() if p["status"] == "COMPLETE"}
    assert 20 < len(SANDBOX.without_payments) < 100


@pytest.mark.parametrize("flag", ["true", "false"])
def test_the_server_agrees_about_payments(flag: str) -> None:
    with SANDBOX as running:
        found = [
            i
            for skip in (0, 100, 200)
            for i in ids(ask(running, filter=f"noPayments={flag}", take=100, skip=skip))
        ]
    paying = {payment["customerId"] for payment in PAYMENTS.values()}
    assert set(found) == (CUSTOMERS.keys() - paying if flag == "true" else paying)


def test_an_invoice_is_the_sum_of_its_items() -> None:
    for invoice in INVOICES.values():
        amounts = [item["concept"]["amount"] * item["quantity"] for item in invoice["items"]]
        assert sum(amounts) == invoice["totalAmount"] > 0
        assert {item["concept"]["currency"] for item in invoice["items"]} == {invoice["currency"]}
        assert all(item["conceptId"] == item["concept"]["id"] for item in invoice["items"])
        assert at(invoice["dueDate"]) > at(invoice["createdAt"])
        if invoice["expireDate"]:
            assert invoice["expireDate"] > invoice["dueDate"]
    assert {invoice["currency"] for invoice in INVOICES.values()} == {"MXN", "USD"}


def test_an_item_carries_its_concept() -> None:
    groups: dict[str, str] = {}
    for invoice in INVOICES.values():
        for item in invoice["items"]:
            concept = dict(item["concept"])
            group = concept.pop("group")
            assert concept["oneOff"] or CONCEPTS[concept["id"]] == concept
            assert (group and group["id"]) == concept["groupId"]
            if group:
                assert groups.setdefault(group["id"], group["name"]) == group["name"]
    assert len(groups) > 3


def test_a_paid_invoice_was_paid_with_a_complete_payment_of_its_customer() -> None:
    paid = [invoice for invoice in INVOICES.values() if invoice["isPaid"]]
    assert len(paid) > 200
    for invoice in paid:
        payment = PAYMENTS[invoice["paidWithId"]]
        assert payment["customerId"] == invoice["customerId"]
        assert payment["isCompleted"]
        assert payment["status"] == "COMPLETE"
        assert payment["amount"] == invoice["amountPaid"] == invoice["totalAmount"]
        assert payment["currency"] == invoice["currency"]
        assert payment["paymentTime"] == invoice["updatedAt"]
        assert (invoice["paidById"] is None) == (payment["type"] not in {"CASH", "OTHER"})
        assert invoice["canceledAt"] is None
    assert len({invoice["paidWithId"] for invoice in paid}) == len(paid)


def test_another_invoice_is_not() -> None:
    unpaid = [invoice for invoice in INVOICES.values() if not invoice["isPaid"]]
    partly = [invoice for invoice in unpaid if invoice["amountPaid"]]
    assert len(unpaid) > 100
    assert len(partly) > 5
    for invoice in unpaid:
        assert invoice["paidWithId"] is invoice["paidById"] is None
        assert invoice["amountPaid"] < invoice["totalAmount"]
        assert invoice["canceledAt"] is None or invoice["amountPaid"] == 0
    for invoice in partly:
        own = [p for p in PAYMENTS.values() if p["customerId"] == invoice["customerId"] and p["isCompleted"]]
        assert any(
            (p["amount"], p["paymentTime"]) == (invoice["amountPaid"], invoice["updatedAt"]) for p in own
        )


def test_what_invoices_were_paid_is_what_payments_paid() -> None:
    for customer in CUSTOMERS:
        own = [invoice for invoice in INVOICES.values() if invoice["customerId"] == customer]
        paid = sum(p["amount"] for p in PAYMENTS.values() if p["customerId"] == customer and p["isCompleted"])
        assert sum(invoice["amountPaid"] for invoice in own) <= paid


def test_a_payment_is_the_sum_of_its_items() -> None:
    for payment in PAYMENTS.values():
        assert sum(item["amount"] * item["quantity"] for item in payment["items"]) == payment["amount"] > 0
        assert {item["currency"] for item in payment["items"]} == {payment["currency"]}
        for item in payment["items"]:
            assert (item["concept"] and item["concept"]["id"]) == item["conceptId"]
    assert any(item["concept"] is None for payment in PAYMENTS.values() for item in payment["items"])


def test_a_payment_says_the_same_in_all_its_fields() -> None:
    for payment in PAYMENTS.values():
        assert payment["isCompleted"] == (payment["status"] == "COMPLETE")
        assert (payment["paymentTime"] is not None) == (payment["status"] in TOOK_PLACE)
        assert (payment["processorFee"] is None) == (payment["processorFeeTax"] is None)
        assert payment["processorFee"] is None or payment["processor"] is not None
        assert payment["processor"] is None or payment["type"] in {"CARD", "TRANSFER", "OXXO", "DIRECT_DEBIT"}
        assert payment["monthlyInstallments"] is None or payment["type"] == "CARD"
        assert (payment["monthlyInstallments"] is None) == (payment["installmentsFee"] is None)
        entries = {entry["key"]: entry["value"] for entry in payment.get("metadata") or ()}
        assert entries == (payment.get("meta") or {})
    assert {type(payment["status"]) for payment in PAYMENTS.values()} == {str, type(None)}


def test_invoices_of_a_subscription_are_of_its_customer() -> None:
    of_subscriptions = [invoice for invoice in INVOICES.values() if invoice["subscriptionId"]]
    assert 100 < len(of_subscriptions) < len(INVOICES)
    for invoice in of_subscriptions:
        subscription = SUBSCRIPTIONS[invoice["subscriptionId"]]
        assert subscription["customerId"] == invoice["customerId"]
        assert subscription["collectionMethod"] == invoice["collectionMethod"]
        assert invoice["createdAt"] >= subscription["firstCollectionDate"]


def test_a_subscription_says_the_same_in_all_its_fields() -> None:
    for subscription in SUBSCRIPTIONS.values():
        status, coming = subscription["status"], subscription["nextCollectionDate"]
        assert subscription["isActive"] == (status == "ACTIVE") == (coming is not None)
        assert subscription["isCompleted"] == (status == "COMPLETED")
        assert (subscription["canceledAt"] is not None) == (status == "CANCELED")
        assert subscription["canceledAt"] or not subscription["customCancelReason"]
        last = subscription["lastCollectionDate"] or "9"
        assert subscription["createdAt"] <= subscription["firstCollectionDate"] <= last
        assert subscription["firstCollectionDate"] <= (coming or "9")
        assert (coming or "0") <= last
    active = [s["nextCollectionDate"] for s in SUBSCRIPTIONS.values() if s["isActive"]]
    assert min(active) > "2025-06-30"


def test_tax_invoices_are_of_what_was_paid() -> None:
    by_payment = {invoice["paidWithId"]: invoice["id"] for invoice in INVOICES.values()}
    for tax in TAX_INVOICES.values():
        assert tax["invoiceId"] or tax["paymentId"]
        if tax["paymentId"]:
            payment = PAYMENTS[tax["paymentId"]]
            assert payment["isCompleted"]
            assert not payment["skipTaxInvoice"]
            assert (tax["customerId"], tax["totalAmount"], tax["currency"]) == (
                payment["customerId"],
                payment["amount"],
                payment["currency"],
            )
            assert tax["createdAt"] >= payment["paymentTime"]
            assert tax["invoiceId"] in {None, by_payment.get(tax["paymentId"])}
        if tax["invoiceId"]:
            invoice = INVOICES[tax["invoiceId"]]
            assert invoice["isPaid"]
            assert (tax["customerId"], tax["totalAmount"]) == (invoice["customerId"], invoice["totalAmount"])
    assert {tax["invoiceId"] is None for tax in TAX_INVOICES.values()} == {True, False}
    assert {tax["paymentId"] is None for tax in TAX_INVOICES.values()} == {True, False}


def test_a_tax_invoice_says_the_same_in_all_its_fields() -> None:
    for tax in TAX_INVOICES.values():
        stamped = tax["status"] in {"VALID", "CANCELED", "PENDING_CANCELLATION"}
        for field in ("issueDate", "uuid", "verificationUrl", "folio", "pdfId", "xmlId"):
            assert (tax[field] is not None) == stamped
        assert (tax["failureReason"] is not None) == (tax["status"] == "FAILED")
        assert (tax["canceledAt"] is not None) == (tax["status"] == "CANCELED")
        assert (tax["cancelRequestedAt"] is not None) == (
            tax["status"] in {"CANCELED", "PENDING_CANCELLATION"}
        )
        assert (tax["exchangeRate"] is not None) == (tax["currency"] == "USD")
        assert (tax["createdByUserId"] is None) != (tax["createdByCustomerId"] is None)
        assert tax["paymentMethod"] in {None, tax["type"][-3:]}
    substituted = [tax for tax in TAX_INVOICES.values() if tax["substituteTaxInvoiceId"]]
    assert substituted
    for tax in substituted:
        other = TAX_INVOICES[tax["substituteTaxInvoiceId"]]
        assert (other["status"], other["uuid"]) == ("VALID", tax["cancellationSubstitution"])
        assert other["totalAmount"] == tax["totalAmount"]


def test_a_webhook_is_told_only_what_it_asked_for() -> None:
    asked = {
        webhook["id"]: {each["type"] for each in webhook["enabledEvents"]} for webhook in WEBHOOKS.values()
    }
    for event in EVENTS.values():
        webhook = WEBHOOKS[event["webhookId"]]
        assert event["type"] in asked[webhook["id"]]
        assert webhook["status"] != "DELETED"
        assert event["createdAt"] >= webhook["createdAt"]
        waits = event["status"] in {"PENDING", "RETRYING"}
        assert waits or event.get("nextCallAt") is None
    connections = defaultdict(set)
    for event in EVENTS.values():
        connections[event["webhookId"]].add(event["connectionId"])
    assert {len(found) for found in connections.values()} == {1}
    assert len(connections) > 5


def test_an_event_tells_of_records_that_are_there() -> None:
    kinds: dict[str, Records] = {
        "CUSTOMER": CUSTOMERS,
        "INVOICE": INVOICES,
        "PAYMENT": PAYMENTS,
        "SUBSCRIPTION": SUBSCRIPTIONS,
    }
    told: set[str] = set()
    for event in EVENTS.values():
        payload = json.loads(event["payload"])
        kind = event["type"].partition("_")[0]
        told.add(kind)
        thing = kinds[kind][payload["id"]]
        assert payload == {name: thing[name] for name in payload}
        assert payload.get("customerId") in ({None} if kind == "CUSTOMER" else CUSTOMERS)
        assert thing["createdAt"] <= event["createdAt"]
        if event["type"] == "PAYMENT_COMPLETED":
            assert thing["status"] == "COMPLETE"
        if event["type"].startswith("INVOICE_PAID"):
            assert thing["isPaid"]
    assert told == kinds.keys()


def test_deleted_webhooks_and_discounts_say_so() -> None:
    for webhook in WEBHOOKS.values():
        deleted = webhook["status"] == "DELETED"
        assert (webhook["deletedAt"] is not None) == (webhook["deletedById"] is not None) == deleted
        assert all(each["webhookId"] == webhook["id"] for each in webhook["enabledEvents"])
    for discount in DISCOUNTS.values():
        assert not (discount["deletedAt"] and discount["active"])
        fixed = discount["type"] == "FIXED"
        assert (discount["amountOff"] is not None, discount["percentageOff"] is not None) == (
            fixed,
            not fixed,
        )


def test_concepts_recur_where_they_say_so() -> None:
    for concept in CONCEPTS.values():
        assert (concept["recurrentDetailId"] is None) == (concept.get("recurrentDetail") is None)
        assert concept["archivedAt"] is None or not concept["active"]


# The same, other ones, and as many as there are customers


@pytest.mark.parametrize("name", RESOURCES)
def test_the_same_seed_gives_the_same_records(name: str) -> None:
    again = Sandbox()
    # In another order of asking, too.
    again.records("webhook_events")
    assert again.records(name) == SANDBOX.records(name)


@pytest.mark.parametrize("name", RESOURCES)
def test_another_seed_gives_others(name: str) -> None:
    other = {record["id"] for record in Sandbox(seed=8).records(name)}
    assert other
    assert not other & {record["id"] for record in SANDBOX.records(name)}


@pytest.mark.parametrize("name", RESOURCES)
def test_fewer_customers_have_the_same_records(name: str) -> None:
    few = Sandbox(customers=40)
    own = {customer["id"] for customer in few.customers}
    mine = [r for r in SANDBOX.records(name) if r.get("customerId", next(iter(own))) in own]
    if name == "webhook_events":
        mine = [r for r in mine if own & set(json.loads(r["payload"]).values())]
    if name == "customers":
        mine = mine[:40]
    assert list(few.records(name)) == mine


def test_more_customers_have_more_records() -> None:
    for name in ("invoices", "payments", "subscriptions", "tax_invoices", "webhook_events"):
        assert len(Sandbox(customers=0).records(name)) == 0
        assert len(Sandbox(customers=1000).records(name)) > 3 * len(SANDBOX.records(name))


def test_nothing_is_made_up_before_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise AssertionError("made up too early")

    monkeypatch.setattr("quentli_query.sandbox.books.make_account", fail)
    monkeypatch.setattr("quentli_query.sandbox.books.make_catalog", fail)
    with Sandbox(customers=20) as sandbox:
        assert len(ids(ask(sandbox, filter="noPayments=false"))) > 10
        sandbox.add()
        assert sandbox.records("customers") == sandbox.customers
        with pytest.raises(AssertionError, match="too early"):
            sandbox.records("payments")


def test_a_resource_that_is_not_there_is_named() -> None:
    with pytest.raises(ValueError, match="no resource 'refunds', but: customers, payment_concepts, "):
        SANDBOX.records("refunds")


# Customers of one's own, and customers that come and go


def test_customers_of_ones_own_have_records_too() -> None:
    mine = [
        {"id": "a", "organizationId": "org_mine"},
        {"id": "b", "createdAt": "2030-01-01T00:00:00+14:00"},
        {"id": "c", "createdAt": "0001-01-01T00:00:00+14:00"},
        {"id": "d", "createdAt": "9999-12-31T23:59:59-14:00"},
    ]
    sandbox = Sandbox(mine, without_payments=["a"])
    payments = sandbox.records("payments")
    assert {payment["customerId"] for payment in payments} == {"b", "c", "d"}
    assert {payment["organizationId"] for payment in payments} == {"org_mine"}
    assert min(p["createdAt"] for p in payments if p["customerId"] == "b") >= "2029-12-31T10:00:00.000Z"
    for name in RESOURCES:
        assert sandbox.records(name)
        assert {r.get("organizationId", "org_mine") for r in sandbox.records(name)[1:]} <= {
            "org_mine"
        } or name == "customers"


def test_a_customer_who_comes_brings_records_and_takes_them_along() -> None:
    with Sandbox(customers=5) as sandbox, client_of(sandbox) as client:
        before = sandbox.records("payments")
        added = sandbox.add()
        never = sandbox.add(without_payments=True)
        where = f"customerId={added['id']}"
        mine = ids(client.get("/v1/payments", params={"filter": where}))
        assert mine
        assert ids(client.get("/v1/payments", params={"filter": f"customer[name]={added['name']}"})) == mine
        assert ids(client.get("/v1/payments", params={"filter": f"customerId={never['id']}"})) == []
        assert sandbox.records("payments")[: len(before)] == before
        assert client.get(f"/v1/payments/{mine[0]}").status_code == 200
        sandbox.remove(added["id"])
        assert sandbox.records("payments") == before
        assert client.get(f"/v1/payments/{mine[0]}").status_code == 404


def test_a_change_of_the_customer_shows_in_the_relation() -> None:
    with Sandbox([{"id": "a", "name": "Ana"}]) as sandbox, client_of(sandbox) as client:
        archived = {"filter": "customer[archivedAt][gt]=2000-01-01T00:00:00Z"}
        before = client.get("/v1/payments").json()
        assert before
        assert client.get("/v1/payments", params=archived).json() == []
        sandbox.archive("a")
        assert client.get("/v1/payments", params=archived).json() == before


def test_records_can_be_asked_for_from_many_threads_while_customers_change() -> None:
    sandbox = Sandbox(customers=20)
    wrong: list[object] = []
    enough = threading.Event()

    def look() -> None:
        while not enough.is_set():
            for name in ("payments", "invoices"):
                before = sandbox.customers
                owners = {record["customerId"] for record in sandbox.records(name)}
                known = {c["id"] for c in (*before, *sandbox.customers)}
                if not owners <= known:
                    wrong.append(owners - known)

    threads = [threading.Thread(target=look) for _ in range(3)]
    for thread in threads:
        thread.start()
    for number in itertools.islice(itertools.count(), 30):
        sandbox.remove(
            sandbox.add({"id": f"new{number}"})["id"] if number % 2 else sandbox.customers[0]["id"]
        )
        sandbox.add()
    enough.set()
    for thread in threads:
        thread.join()
    assert wrong == []
    paying = {payment["customerId"] for payment in sandbox.records("payments")}
    assert paying == {c["id"] for c in sandbox.customers} - sandbox.without_payments
