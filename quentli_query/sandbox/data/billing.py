"""Made-up catalogs, and the bills of made-up customers."""

from __future__ import annotations

import functools
import json
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen
from dateutil.relativedelta import relativedelta

from ..clock import LAST_DAY, format_instant
from . import FIRST_DAY, VALUES, Randomness, RecordMaker

if TYPE_CHECKING:
    from collections.abc import Mapping

    from . import Organization

_Record = dict[str, Any]

_SUBSCRIPTIONS, _INVOICES, _PAYMENTS = VALUES["subscriptions"], VALUES["invoices"], VALUES["payments"]
_TAX_INVOICES, _WEBHOOKS = VALUES["tax_invoices"], VALUES["webhooks"]
_VALUE_ADDED_TAX: Final = 0.16

# The resources whose records belong to one customer each.
BILLS: Final = ("subscriptions", "invoices", "payments", "tax_invoices", "webhook_events")


@frozen
class Catalog:
    """The records of an organization that do not depend on its customers.

    Attributes:
        organization: the organization.
        records: the records by resource, one-off ones included.
        concepts: the concepts by what they are for: recurrent, single, dollars, one_off.
        event_types: the types of the events that each webhook receives, by the webhook's id.
    """

    organization: Organization
    records: Mapping[str, list[_Record]]
    concepts: Mapping[str, list[_Record]]
    event_types: Mapping[str, set[str]]


@frozen
class BilledCustomer:
    """A customer, as far as bills depend on it.

    Attributes:
        id: the customer's id.
        since: the customer's creation, in the time of records before their shift.
        organization: the id of the customer's organization.
        pays: True if the customer has a complete payment, False if there is no payment at all.
        shift: the time by which the caller will move all instants. Texts name the months after the shift.
    """

    id: str
    since: datetime
    organization: str
    pays: bool
    shift: timedelta


def load_catalog(seed: int, organization: Organization) -> Catalog:
    """Make up the catalog of an organization."""
    maker = _CatalogMaker(Randomness(f"{seed}/catalog"), organization=organization)
    concepts = {
        purpose: [maker.make("payment_concepts", each) for each in concepts]
        for purpose, concepts in VALUES["concepts"].items()
    }
    records = {
        "payment_concepts": [each for group in concepts.values() for each in group],
        "discounts": [maker.make("discounts", each) for each in VALUES["discounts"]],
        "webhooks": [maker.make_webhook(**each) for each in _WEBHOOKS["endpoints"]],
    }
    enabled = {each["id"]: {event["type"] for event in each["enabledEvents"]} for each in records["webhooks"]}
    return Catalog(organization, records, concepts, enabled)


def make_bills(customer: BilledCustomer, catalog: Catalog, seed: int) -> dict[str, list[_Record]]:
    """Make up the records of a customer by resource. They depend on nothing but the arguments."""
    return _BillMaker(customer, catalog, Randomness(f"{seed}/{customer.id}")).make()


class _CatalogMaker(RecordMaker):
    def make_webhook(self, events: list[str], **values: str) -> _Record:
        webhook = self.make("webhooks", values)
        shared = {
            "webhookId": webhook["id"],
            **dict.fromkeys(("createdAt", "updatedAt"), webhook["createdAt"]),
        }
        webhook["enabledEvents"] = [self.make("enabled_events", shared, {"type": event}) for event in events]
        return webhook

    def make(self, resource: str, *values: Mapping[str, Any]) -> _Record:
        created = self._random.between(FIRST_DAY - timedelta(days=200), FIRST_DAY)
        return self.make_record(resource, created, self._random.between(created, LAST_DAY), *values)


class _BillMaker(RecordMaker):
    def __init__(self, customer: BilledCustomer, catalog: Catalog, randomness: Randomness) -> None:
        super().__init__(randomness, customer=customer, organization=catalog.organization)
        self._customer = customer
        self._catalog = catalog
        self._end = max(LAST_DAY, customer.since)
        self._bills: dict[str, list[_Record]] = {name: [] for name in BILLS}

    def make(self) -> dict[str, list[_Record]]:
        self._notify("CUSTOMER_CREATED", self._customer.since, {"id": self._customer.id})
        for _ in range(self._random.choice((0, 1, 1, 1, 1, 2))):
            self._subscribe()
        for _ in range(self._random.choice((0, 0, 1, 1, 2))):
            created = self._random.between(self._customer.since, self._end)
            self._charge(created, self._make_items(created), {})
        if self._customer.pays and not any(payment["isCompleted"] for payment in self._bills["payments"]):
            created = self._random.between(self._customer.since, self._end)
            self._pay(created, _list_paid_items(self._make_items(created)), "COMPLETE")
        self._declare_payments()
        return self._bills

    def _add(self, resource: str, created: datetime, updated: datetime, *values: _Record) -> _Record:
        record = self.make_record(resource, created, updated, *values)
        self._bills[resource].append(record)
        return record

    # Subscriptions

    def _subscribe(self) -> None:
        concept = self._random.choice(self._catalog.concepts["recurrent"])
        status = self._random.weighted(_SUBSCRIPTIONS["statuses"]) or None
        created, dates = self._make_dates(concept["recurrentDetail"], status)
        past = [date for date in dates[:-1] if date <= self._end]
        updated = self._random.between(past[-1], self._end) if status == "CANCELED" else past[-1]
        year = (dates[0] + self._customer.shift).year
        end = past[-1] if status == "COMPLETED" else dates[-1]
        first, last, coming = map(format_instant, (dates[0], end, dates[len(past)]))
        subscription = self._add(
            "subscriptions",
            created,
            updated,
            {"description": self._random.maybe(0.8, concept["displayName"]), "status": status},
            {"firstCollectionDate": first, "lastCollectionDate": self._random.maybe(0.3, last)},
            {"nextCollectionDate": coming if status == "ACTIVE" else None},
            {"metadata": self._random.maybe(0.7, {"ciclo": f"{year}-{year + 1}"})},
        )
        self._notify("SUBSCRIPTION_CREATED", created, subscription)
        if status == "CANCELED":
            self._notify("SUBSCRIPTION_CANCELED", updated, subscription)
        shared = {"subscriptionId": subscription["id"], "collectionMethod": subscription["collectionMethod"]}
        for date in past:
            self._charge(date, [self._make_item(concept, 1, date)], shared)

    def _make_dates(self, recurrence: _Record, status: str | None) -> tuple[datetime, list[datetime]]:
        """Return when a subscription was made, and the dates of its charges. At least one is past."""
        steps = _list_steps(recurrence["collectionInterval"], recurrence["chargeEach"])
        count = self._random.randint(1, 5)
        # Subscriptions begin soon after the customer's creation, active ones so late that they go on.
        since, until = self._customer.since, min(self._customer.since + timedelta(days=120), self._end)
        if status == "ACTIVE":
            since, until = max(self._end - steps[count], since), self._end
        created = self._random.between(since, until)
        first = self._random.between(created, min(created + timedelta(days=10), self._end))
        return created, [first + step for step in steps[: count + 2]]

    # Invoices

    def _make_items(self, created: datetime) -> list[_Record]:
        concepts = self._catalog.concepts[self._random.weighted(_INVOICES["concepts"])]
        chosen = self._random.sample(concepts, self._random.choice((1, 1, 2)))
        return [self._make_item(concept, self._random.choice((1, 1, 1, 2)), created) for concept in chosen]

    def _make_item(self, concept: _Record, quantity: int, created: datetime) -> _Record:
        billed, name = created + self._customer.shift, concept["displayName"]
        month = f"{name}, {_INVOICES['months'][billed.month - 1]} de {billed.year}"
        return {
            "id": self._random.identifier("itm_"),
            "description": self._random.maybe(0.7, month) or name,
            "conceptId": concept["id"],
            "quantity": quantity,
            "concept": {**concept, "group": VALUES["groups"].get(concept["groupId"])},
        }

    def _charge(self, created: datetime, items: list[_Record], shared: _Record) -> None:
        due = created + timedelta(days=self._random.randint(3, 15))
        expiry = due + timedelta(days=30) if self._random.chance(0.3) else None
        total = sum(item["concept"]["amount"] * item["quantity"] for item in items)
        invoice = self._add(
            "invoices",
            created,
            created,
            {"items": items, "totalAmount": total},
            {"dueDate": format_instant(due), "expireDate": expiry and format_instant(expiry)},
            {"meta": self._random.maybe(0.7, {"periodo": str(created + self._customer.shift)[:7]})},
            shared,
        )
        self._notify("INVOICE_CREATED", created, invoice)
        latest = max(created, min(due + timedelta(days=20), self._end))
        self._settle(invoice, self._random.between(created, latest))

    def _settle(self, invoice: _Record, moment: datetime) -> None:
        outcomes = _INVOICES["outcomes" if self._customer.pays else "outcomes_without_payments"]
        outcome = self._random.weighted(outcomes)
        if outcome == "canceled":
            employee = self._random.choice(self._catalog.organization.staff)
            canceled = format_instant(moment)
            invoice.update(updatedAt=canceled, canceledAt=canceled, canceledById=employee)
            self._notify("INVOICE_CANCELED", moment, invoice)
        elif outcome == "partly_paid":
            part = {"amount": invoice["totalAmount"] // 3, "currency": invoice["currency"], "quantity": 1}
            item = {**part, "description": "Abono a cuenta", "conceptId": None, "concept": None}
            self._note_payment(invoice, self._pay(moment, [item], "COMPLETE"))
        elif outcome != "open":
            items = _list_paid_items(invoice["items"])
            self._note_payment(invoice, self._pay(moment, items, outcome or None))

    def _note_payment(self, invoice: _Record, payment: _Record) -> None:
        if payment["isCompleted"]:
            invoice.update(updatedAt=payment["paymentTime"], amountPaid=payment["amount"])
        if invoice["amountPaid"] == invoice["totalAmount"]:
            employee = self._random.choice(self._catalog.organization.staff)
            paid_by = None if payment["processor"] else employee
            invoice.update(isPaid=True, paidById=paid_by, paidWithId=payment["id"])
            paid = datetime.fromisoformat(payment["paymentTime"])
            self._notify("INVOICE_PAID_OTHER" if paid_by else "INVOICE_PAID", paid, invoice)

    # Payments

    def _pay(self, created: datetime, items: list[_Record], status: str | None) -> _Record:
        later = timedelta(minutes=5) if status == "COMPLETE" else timedelta(days=20)
        updated = self._random.between(created, created + later)
        amount = sum(item["amount"] * item["quantity"] for item in items)
        values = {"items": items, "amount": amount, "status": status}
        payment = self._add("payments", created, updated, values)
        for name, (reason, share) in _PAYMENTS["fees"].items():
            if payment["paymentTime"] and payment[reason]:
                fee = round(amount * share)
                payment.update({name: fee, f"{name}Tax": round(fee * _VALUE_ADDED_TAX)})
        self._notify("PAYMENT_CREATED", created, payment)
        for event in _PAYMENTS["events"].get(status, ()):
            self._notify(event, updated, payment)
        return payment

    # Tax invoices

    def _declare_payments(self) -> None:
        invoices = {invoice["paidWithId"]: invoice["id"] for invoice in self._bills["invoices"]}
        for payment in self._bills["payments"]:
            if payment["isCompleted"] and not payment["skipTaxInvoice"]:
                invoice = invoices.get(payment["id"])
                types = _TAX_INVOICES["types" if invoice else "types_without_invoice"]
                for kind in self._random.choice(types):
                    self._declare(payment, invoice, kind, self._random.weighted(_TAX_INVOICES["statuses"]))

    def _declare(self, payment: _Record, invoice: str | None, kind: str, status: str) -> _Record:
        paid = datetime.fromisoformat(payment["paymentTime"])
        created = self._random.between(paid, paid + timedelta(hours=2))
        declared = self._add(
            "tax_invoices",
            created,
            self._random.between(created, max(created, self._end)),
            {"invoiceId": invoice, "paymentId": payment["id"], "status": status, "type": kind},
            {"currency": payment["currency"], "totalAmount": payment["amount"]},
            {"paymentForm": _TAX_INVOICES["forms"][payment["type"]]},
        )
        if status == "CANCELED" and self._random.chance(0.5):
            other = self._declare(payment, invoice, kind, "VALID")
            declared.update(cancellationMotive="01", cancellationSubstitution=other["uuid"])
            declared["substituteTaxInvoiceId"] = other["id"]
        return declared

    # Webhook events

    def _notify(self, event: str, moment: datetime, record: _Record) -> None:
        webhook = self._random.choice(self._catalog.records["webhooks"])
        if event not in self._catalog.event_types[webhook["id"]]:
            return
        status = self._random.weighted(_WEBHOOKS["deliveries"][webhook["status"]])
        called = moment + timedelta(seconds=self._random.randint(1, 90))
        again = format_instant(called + timedelta(minutes=30)) if status in {"PENDING", "RETRYING"} else None
        payload = json.dumps({name: record[name] for name in _WEBHOOKS["payload"] if name in record})
        values = {"webhookId": webhook["id"], "type": event, "status": status, "payload": payload}
        connection = webhook["id"].replace("wh_", "cnn_")
        self._add("webhook_events", moment, called, values, {"nextCallAt": again, "connectionId": connection})


@functools.cache
def _list_steps(interval: str, count: int) -> list[relativedelta]:
    # Cached, because relativedelta is slow.
    step = relativedelta(**_SUBSCRIPTIONS["steps"][interval]) * count
    return [step * number for number in range(8)]


def _list_paid_items(items: list[_Record]) -> list[_Record]:
    return [_make_paid_item(item, item["concept"]) for item in items]


def _make_paid_item(item: _Record, concept: _Record) -> _Record:
    paid = {name: item[name] for name in ("description", "quantity", "conceptId")}
    brief = {name: concept[name] for name in _PAYMENTS["concept_fields"]}
    return {**paid, "amount": concept["amount"], "currency": concept["currency"], "concept": brief}
