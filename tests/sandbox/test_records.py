"""Made-up records: realistic values, and agreement between the records of all resources."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable
from typing import Any, TypeAlias

import httpx
import pytest
from sandbox.responses import list_all
from support.asking import client_of, ids
from support.document import FILLED, field_type, record_fields

from quentli_query.sandbox import Sandbox

Record: TypeAlias = dict[str, Any]
Data: TypeAlias = dict[str, dict[str, Record]]
"""The records of each resource by id."""

CATALOG = {"payment_concepts", "discounts", "webhooks"}

# Dates that may lie behind the last change of a record.
FUTURE = {"nextCollectionDate", "firstCollectionDate", "lastCollectionDate", "nextCallAt"}
FUTURE |= {"dueDate", "expireDate", "expiresAt"}

INSTANT = r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"

each_resource = pytest.mark.parametrize("name", FILLED)


@pytest.fixture(scope="session")
def data(shared_sandbox: Sandbox) -> Data:
    return {name: {record["id"]: record for record in shared_sandbox.records(name)} for name in FILLED}


# All resources


@each_resource
def test_ids_organizations_and_amounts_are_sound(shared_sandbox: Sandbox, data: Data, name: str) -> None:
    assert len(data[name]) == len(shared_sandbox.records(name))
    assert len({identifier.partition("_")[0] for identifier in data[name]}) == 1
    organization = shared_sandbox.customers[0]["organizationId"]
    assert {record.get("organizationId", organization) for record in data[name].values()} == {organization}
    for field in ("amount", "totalAmount", "amountPaid", "amountOff", "processorFee", "installmentsFee"):
        assert {type(record.get(field)) for record in data[name].values()} <= {int, type(None)}


@each_resource
def test_instants_lie_between_creation_and_last_change(data: Data, name: str) -> None:
    instants = {field for field, schema in record_fields(name).items() if field_type(schema) == "datetime"}
    for record in data[name].values():
        moments = [record[field] for field in instants - FUTURE if record.get(field)]
        assert (min(moments), max(moments)) == (record["createdAt"], record["updatedAt"])
        if "customerId" in record:
            assert record["createdAt"] >= data["customers"][record["customerId"]]["createdAt"]


TOOK_PLACE = {"COMPLETE", "REFUNDED", "DISPUTED", "REVERTED"}
STAMPED = {"VALID", "CANCELED", "PENDING_CANCELLATION"}
OF_STAMPED = ("issueDate", "uuid", "verificationUrl", "folio", "pdfId", "xmlId")
GIVEN: dict[tuple[str, str], Callable[[Record], bool]] = {
    ("customers", "archivedById"): lambda r: r["archivedAt"] is not None,
    ("payments", "paymentTime"): lambda r: r["status"] in TOOK_PLACE,
    ("payments", "processorFeeTax"): lambda r: r["processorFee"] is not None,
    ("payments", "installmentsFee"): lambda r: r["monthlyInstallments"] is not None,
    ("subscriptions", "nextCollectionDate"): lambda r: r["status"] == "ACTIVE",
    ("subscriptions", "canceledAt"): lambda r: r["status"] == "CANCELED",
    **{("tax_invoices", field): lambda r: r["status"] in STAMPED for field in OF_STAMPED},
    ("tax_invoices", "failureReason"): lambda r: r["status"] == "FAILED",
    ("tax_invoices", "canceledAt"): lambda r: r["status"] == "CANCELED",
    ("tax_invoices", "cancelRequestedAt"): lambda r: r["status"] in STAMPED - {"VALID"},
    ("tax_invoices", "exchangeRate"): lambda r: r["currency"] == "USD",
    ("tax_invoices", "createdByUserId"): lambda r: r["createdByCustomerId"] is None,
    **{("webhooks", field): lambda r: r["status"] == "DELETED" for field in ("deletedAt", "deletedById")},
    ("discounts", "amountOff"): lambda r: r["type"] == "FIXED",
    ("discounts", "percentageOff"): lambda r: r["type"] != "FIXED",
    ("payment_concepts", "recurrentDetail"): lambda r: r["recurrentDetailId"] is not None,
}


@pytest.mark.parametrize(("name", "field"), GIVEN)
def test_field_is_null_by_the_state_of_the_record(data: Data, name: str, field: str) -> None:
    for record in data[name].values():
        assert (record.get(field) is not None) == GIVEN[name, field](record), record


NEVER: dict[tuple[str, str], Callable[[Record], bool]] = {
    ("customers", "verified without an email"): lambda r: r["emailVerified"] and not r["email"],
    ("payments", "installments without a card"): lambda r: r["monthlyInstallments"] and r["type"] != "CARD",
    ("payments", "completed otherwise"): lambda r: r["isCompleted"] != (r["status"] == "COMPLETE"),
    ("subscriptions", "active otherwise"): lambda r: r["isActive"] != (r["status"] == "ACTIVE"),
    ("subscriptions", "completed otherwise"): lambda r: r["isCompleted"] != (r["status"] == "COMPLETED"),
    ("subscriptions", "a reason without an end"): lambda r: r["customCancelReason"] and not r["canceledAt"],
    ("payment_concepts", "archived and active"): lambda r: r["archivedAt"] and r["active"],
    ("invoices", "due before its creation"): lambda r: r["dueDate"] <= r["createdAt"],
    ("invoices", "expired before it is due"): lambda r: (r["expireDate"] or "9") <= r["dueDate"],
}


@pytest.mark.parametrize(("name", "what"), NEVER)
def test_record_agrees_with_itself(data: Data, name: str, what: str) -> None:
    assert [record for record in data[name].values() if NEVER[name, what](record)] == []


def test_dates_of_subscriptions_are_in_order(data: Data) -> None:
    for each in data["subscriptions"].values():
        first, coming, last = (each[f"{name}CollectionDate"] for name in ("first", "next", "last"))
        assert each["createdAt"] <= first <= (coming or last or "9") <= (last or "9")
        assert coming is None or coming > "2025-06-30"


def test_substitute_of_a_tax_invoice_is_valid(data: Data) -> None:
    taxes = data["tax_invoices"]
    substituted = [tax for tax in taxes.values() if tax["substituteTaxInvoiceId"]]
    assert substituted
    for tax in substituted:
        other = taxes[tax["substituteTaxInvoiceId"]]
        assert (other["status"], other["uuid"]) == ("VALID", tax["cancellationSubstitution"])
        assert other["totalAmount"] == tax["totalAmount"]


# Customers


@pytest.mark.parametrize(
    ("field", "pattern"),
    [
        ("id", r"cus_[a-z0-9]{20}"),
        ("organizationId", r"org_[a-z0-9]{20}"),
        ("archivedById", r"u_[a-z0-9]{20}"),
        ("username", r"[a-z]+(_[a-z]+)*_\d{3}"),
        ("email", r"[a-z.]+\d+@example\.(com|net|org)"),
        ("phoneNumber", r"\+52\d{10}"),
        ("secondaryPhoneNumber", r"\+52\d{10}"),
        *((field, INSTANT) for field in record_fields("customers") if field.endswith("At")),
    ],
)
def test_values_look_like_those_of_the_api(data: Data, field: str, pattern: str) -> None:
    values = [customer[field] for customer in data["customers"].values() if customer[field] is not None]
    assert values
    assert [value for value in values if not re.fullmatch(pattern, value)] == []


def test_identifying_values_are_unique() -> None:
    customers = Sandbox(700, seed=1).customers
    for field in ("id", "username", "email", "secondaryPhoneNumber"):
        values = [customer[field] for customer in customers if customer[field]]
        assert len(set(values)) == len(values) > 100


def test_awkward_values_occur(data: Data) -> None:
    names = [customer["name"] for customer in data["customers"].values()]
    assert any("%" in name for name in names)
    assert any("_" in name for name in names)
    assert any(name.endswith(" ") for name in names)
    assert any(not unicodedata.is_normalized("NFC", name) for name in names)
    phones = [each["phoneNumber"] for each in data["customers"].values() if each["phoneNumber"]]
    assert 0 < len(phones) - len(set(phones)) < 100
    for name in ("customers", "invoices", "payments"):
        for field in ("createdAt", "updatedAt"):
            instants = [record[field] for record in data[name].values()]
            assert 0.02 < sum(each.endswith(".000Z") for each in instants) / len(instants) < 0.3


@pytest.mark.parametrize("name", ["customers", "payments"])
def test_metadata_has_the_same_entries_in_both_forms(data: Data, name: str) -> None:
    for record in data[name].values():
        entries = {entry["key"]: entry["value"] for entry in record.get("metadata") or ()}
        assert entries == (record.get("meta") or {})
    forms = {type(record.get("meta", "absent")) for record in data[name].values()}
    assert {dict, type(None)} <= forms
    assert name == "payments" or str in forms


def test_creation_is_spread_over_years_unsorted_and_some_share_the_instant(data: Data) -> None:
    created = [customer["createdAt"] for customer in data["customers"].values()]
    assert len({text[:4] for text in created}) >= 4
    assert Counter(created).most_common(1)[0][1] > 5
    assert created not in (sorted(created), sorted(created, reverse=True))


def test_names_are_mexican_with_a_john_among_them(shared_sandbox: Sandbox) -> None:
    names = {customer["id"]: customer["name"] for customer in shared_sandbox.customers}
    assert sum(not name.isascii() for name in names.values()) > 50
    assert sum(name.isupper() for name in names.values()) > 2
    johns = {identifier for identifier, name in names.items() if "john" in name.lower()}
    assert johns & shared_sandbox.without_payments, "the documented example must find somebody"
    assert johns - shared_sandbox.without_payments, "and must have somebody to leave out"


def test_no_payments_is_exact(shared_sandbox: Sandbox, shared_client: httpx.Client, data: Data) -> None:
    paying = {payment["customerId"] for payment in data["payments"].values()}
    assert data["customers"].keys() - paying == shared_sandbox.without_payments
    assert paying == {p["customerId"] for p in data["payments"].values() if p["status"] == "COMPLETE"}
    assert 20 < len(shared_sandbox.without_payments) < 100
    for flag, expected in (("true", shared_sandbox.without_payments), ("false", paying)):
        assert {each["id"] for each in list_all(shared_client, filter=f"noPayments={flag}")} == expected


# Billing


def test_invoices_agree_with_items_and_concepts(data: Data) -> None:
    groups: dict[str, str] = {}
    for invoice in data["invoices"].values():
        amounts = [item["concept"]["amount"] * item["quantity"] for item in invoice["items"]]
        assert sum(amounts) == invoice["totalAmount"] > 0
        for item in invoice["items"]:
            concept = dict(item["concept"])
            group = concept.pop("group")
            assert concept["oneOff"] or data["payment_concepts"][concept["id"]] == concept
            assert (item["conceptId"], invoice["currency"]) == (concept["id"], concept["currency"])
            assert (group and group["id"]) == concept["groupId"]
            if group:
                assert groups.setdefault(group["id"], group["name"]) == group["name"]
    assert len(groups) > 3
    assert {invoice["currency"] for invoice in data["invoices"].values()} == {"MXN", "USD"}


def test_paid_invoices_have_a_complete_payment_of_their_customer(data: Data) -> None:
    paid = [invoice for invoice in data["invoices"].values() if invoice["isPaid"]]
    for invoice in paid:
        payment = data["payments"][invoice["paidWithId"]]
        assert payment["status"] == "COMPLETE"
        assert payment["amount"] == invoice["amountPaid"] == invoice["totalAmount"]
        assert payment["paymentTime"] == invoice["updatedAt"]
        for field in ("customerId", "currency"):
            assert payment[field] == invoice[field]
        assert (invoice["paidById"] is None) == (payment["type"] not in {"CASH", "OTHER"})
        assert invoice["canceledAt"] is None
    assert len({invoice["paidWithId"] for invoice in paid}) == len(paid) > 200


def test_unpaid_invoices_have_part_payments_at_most(data: Data) -> None:
    completed = defaultdict(set)
    for payment in data["payments"].values():
        if payment["isCompleted"]:
            completed[payment["customerId"]].add((payment["amount"], payment["paymentTime"]))
    unpaid = [invoice for invoice in data["invoices"].values() if not invoice["isPaid"]]
    partly = [invoice for invoice in unpaid if invoice["amountPaid"]]
    assert len(unpaid) > 100
    assert len(partly) > 5
    for invoice in unpaid:
        assert invoice["paidWithId"] is invoice["paidById"] is None
        assert invoice["amountPaid"] < invoice["totalAmount"]
        assert invoice["canceledAt"] is None or invoice["amountPaid"] == 0
    for invoice in partly:
        assert (invoice["amountPaid"], invoice["updatedAt"]) in completed[invoice["customerId"]]


def test_payments_agree_with_their_items(data: Data) -> None:
    payments = data["payments"].values()
    for payment in payments:
        assert sum(item["amount"] * item["quantity"] for item in payment["items"]) == payment["amount"] > 0
        assert {item["currency"] for item in payment["items"]} == {payment["currency"]}
        for item in payment["items"]:
            assert (item["concept"] and item["concept"]["id"]) == item["conceptId"]
    assert any(item["concept"] is None for payment in payments for item in payment["items"])
    assert None in {payment["status"] for payment in payments}


def test_invoices_agree_with_subscriptions(data: Data) -> None:
    subscribed = [invoice for invoice in data["invoices"].values() if invoice["subscriptionId"]]
    assert 100 < len(subscribed) < len(data["invoices"])
    for invoice in subscribed:
        subscription = data["subscriptions"][invoice["subscriptionId"]]
        for field in ("customerId", "collectionMethod"):
            assert subscription[field] == invoice[field]
        assert invoice["createdAt"] >= subscription["firstCollectionDate"]


def test_tax_invoices_agree_with_payments_and_invoices(data: Data) -> None:
    by_payment = {invoice["paidWithId"]: invoice["id"] for invoice in data["invoices"].values()}
    seen = set()
    for tax in data["tax_invoices"].values():
        seen.add((tax["invoiceId"] is None, tax["paymentId"] is None))
        if tax["paymentId"]:
            payment = data["payments"][tax["paymentId"]]
            assert payment["isCompleted"]
            assert not payment["skipTaxInvoice"]
            assert (tax["customerId"], tax["currency"]) == (payment["customerId"], payment["currency"])
            assert tax["totalAmount"] == payment["amount"]
            assert tax["createdAt"] >= payment["paymentTime"]
            assert tax["invoiceId"] in {None, by_payment.get(tax["paymentId"])}
        if tax["invoiceId"]:
            invoice = data["invoices"][tax["invoiceId"]]
            assert invoice["isPaid"]
            assert (tax["customerId"], tax["totalAmount"]) == (invoice["customerId"], invoice["totalAmount"])
    assert seen == {(False, False), (False, True), (True, False)}


def test_webhook_events_agree_with_their_webhooks(data: Data) -> None:
    connections = defaultdict(set)
    for event in data["webhook_events"].values():
        webhook = data["webhooks"][event["webhookId"]]
        connections[webhook["id"]].add(event["connectionId"])
        assert event["type"] in {each["type"] for each in webhook["enabledEvents"]}
        assert webhook["status"] != "DELETED"
        assert event["createdAt"] >= webhook["createdAt"]
        assert event["status"] in {"PENDING", "RETRYING"} or event.get("nextCallAt") is None
    assert {len(found) for found in connections.values()} == {1}
    assert len(connections) > 5


def test_webhook_events_agree_with_their_records(data: Data) -> None:
    kinds = set()
    for event in data["webhook_events"].values():
        payload = json.loads(event["payload"])
        kind = event["type"].partition("_")[0]
        kinds.add(kind)
        record = data[f"{kind.lower()}s"][payload["id"]]
        assert payload == {name: record[name] for name in payload}
        assert payload.get("customerId") in ({None} if kind == "CUSTOMER" else data["customers"])
        assert record["createdAt"] <= event["createdAt"]
        assert event["type"] != "PAYMENT_COMPLETED" or record["status"] == "COMPLETE"
        assert not event["type"].startswith("INVOICE_PAID") or record["isPaid"]
    assert kinds == {"CUSTOMER", "INVOICE", "PAYMENT", "SUBSCRIPTION"}


# Seeds and numbers of customers


def test_seed_decides_the_records() -> None:
    first, again, other = Sandbox(20), Sandbox(20), Sandbox(20, seed=8)
    records = {name: first.records(name) for name in FILLED}
    # Asked for in another order, too.
    for name in reversed(FILLED):
        assert again.records(name) == records[name]
        others = {record["id"] for record in other.records(name)}
        assert others
        assert not others & {record["id"] for record in records[name]}
    assert again.without_payments == first.without_payments
    assert [each["name"] for each in other.customers] != [each["name"] for each in again.customers]


def test_fewer_customers_have_the_same_records(shared_sandbox: Sandbox) -> None:
    few, none = Sandbox(customers=40), Sandbox(customers=0)
    own = {customer["id"] for customer in few.customers}

    def is_kept(name: str, record: Record) -> bool:
        if name == "webhook_events":
            return bool(own & set(json.loads(record["payload"]).values()))
        customer = record["id"] if name == "customers" else record.get("customerId")
        return customer is None or customer in own

    for name in FILLED:
        kept = [record for record in shared_sandbox.records(name) if is_kept(name, record)]
        assert list(few.records(name)) == kept
        assert name in CATALOG or none.records(name) == ()
    assert few.without_payments == shared_sandbox.without_payments & own


def test_unknown_resource_is_refused(shared_sandbox: Sandbox) -> None:
    with pytest.raises(ValueError, match="no resource 'refunds', but: customers, payment_concepts, "):
        shared_sandbox.records("refunds")


# Own customers, and customers that come and go


def test_own_customers_have_records_of_their_time_and_organization() -> None:
    own = [{"id": "a", "organizationId": "org_mine"}, {"id": "b", "createdAt": "2030-01-01T00:00:00+14:00"}]
    sandbox = Sandbox(own, without_payments=["a"])
    payments = sandbox.records("payments")
    assert {payment["customerId"] for payment in payments} == {"b"}
    assert min(payment["createdAt"] for payment in payments) >= "2029-12-31T10:00:00.000Z"
    for name in FILLED.keys() - {"customers"}:
        assert {record.get("organizationId", "org_mine") for record in sandbox.records(name)} == {"org_mine"}


def test_added_customer_brings_records_and_takes_them_along() -> None:
    with Sandbox(customers=5) as sandbox, client_of(sandbox) as client:

        def paid(where: str) -> list[str]:
            return ids(client.get("/v1/payments", params={"filter": where}))

        before = sandbox.records("payments")
        added, never = sandbox.add(), sandbox.add(without_payments=True)
        payments = paid(f"customerId={added['id']}")
        assert payments
        assert paid(f"customer[name]={added['name']}") == payments
        assert paid(f"customerId={never['id']}") == []
        assert sandbox.records("payments")[: len(before)] == before
        assert client.get(f"/v1/payments/{payments[0]}").status_code == 200
        sandbox.archive(added["id"])
        assert paid("customer[archivedAt][gt]=2025-07-01T00:00:00Z") == payments
        sandbox.remove(added["id"])
        assert sandbox.records("payments") == before
        assert client.get(f"/v1/payments/{payments[0]}").status_code == 404
