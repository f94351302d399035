"""What was billed to a made-up customer, and what was paid. The same for the same seed and customer.

Each customer's records are drawn apart from everybody else's, so that they stay as they are whoever comes or
goes.
"""

from __future__ import annotations

import functools
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import attrs
from dateutil.relativedelta import relativedelta

from quentli_query.sandbox.drawing import LAST_DAY, Dice, Odds
from quentli_query.sandbox.instants import wire

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from quentli_query.sandbox.catalog import Billable, Catalog

_INTERVALS = {
    "DAY": relativedelta(days=1),
    "WEEK": relativedelta(weeks=1),
    "FORTNIGHT": relativedelta(days=15),
    "MONTH": relativedelta(months=1),
    "YEAR": relativedelta(years=1),
}
_MONTHS = (
    *("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre"),
    *("octubre", "noviembre", "diciembre"),
)
_REASONS = ("Cambio de escuela", "Motivos económicos", "Mudanza", "Duplicada", "Solicitud de la familia")

_SUBSCRIPTIONS = Odds({0: 20, 1: 70, 2: 10})
_SINGLE_INVOICES = Odds({0: 30, 1: 35, 2: 25, 3: 10})
_SUBSCRIPTION_STATUSES = Odds({"ACTIVE": 65, "CANCELED": 15, "COMPLETED": 10, "INACTIVE": 7, None: 3})
_GENERATION_MODES = Odds({"AUTO": 85, "MANUAL": 15})
_COLLECTION_METHODS = Odds({"AUTOMATIC": 45, "SEND_REMINDER": 45, "NONE": 10})
_METHODS_WITHOUT_SUBSCRIPTION = Odds({"SEND_REMINDER": 80, "NONE": 20})
# What a list of the API may leave out, it sometimes does, and sometimes it is null.
_PRESENCE = Odds({"present": 70, "null": 15, "absent": 15})
_PRESENCE_OF_CUSTOM = Odds({"absent": 3, "null": 1, "present": 2})
_KINDS = Odds({"single": 82, "one-off": 10, "dollars": 8})
_SIZES = Odds({1: 60, 2: 28, 3: 12})
_QUANTITIES = Odds({1: 85, 2: 10, 3: 5})
_PAYMENT_TYPES = Odds({"CARD": 45, "TRANSFER": 27, "OXXO": 10, "CASH": 8, "DIRECT_DEBIT": 6, "OTHER": 4})

# What becomes of an invoice, with a customer who pays and with one who does not.
_FATES = {
    True: Odds({"paid": 62, "partly": 6, "open": 23, "canceled": 9}),
    False: Odds({"open": 80, "canceled": 20}),
}
# What else becomes of payments.
_UNFINISHED = Odds({"INCOMPLETE": 45, "INITIATED": 20, "CANCELED": 30, None: 5})
_UNDOING = Odds({"REFUNDED": 60, "DISPUTED": 20, "REVERTED": 20})
_UNDONE = {"REFUNDED", "DISPUTED", "REVERTED"}
_TOOK_PLACE = {"COMPLETE", *_UNDONE}

_PROCESSORS: dict[str, tuple[str, ...]] = {
    "CARD": ("STRIPE", "KUSHKI", "FISERV", "SANTANDER"),
    "TRANSFER": ("QUENTLI", "TAPI"),
    "OXXO": ("STRIPE", "TAPI"),
    "DIRECT_DEBIT": ("QUENTLI",),
}
_BY_HAND = {"CASH", "OTHER"}
_VAT = 0.16


@attrs.frozen
class Holder:
    """A customer, as far as that decides what there is to bill.

    Attributes:
        id: The customer's id.
        since: When the customer was created, in the time in which records are drawn.
        organization: The id of the organization whose customer it is.
        pays: Whether there is a payment of this customer; if so there is one that is complete.
        shift: By how much later the records will lie than they are drawn: texts name months.
    """

    id: str
    since: datetime
    organization: str
    pays: bool
    shift: timedelta


@attrs.frozen
class Account:
    """What there is to bill to one customer, as the API writes it.

    Attributes:
        subscriptions: The subscriptions.
        invoices: The invoices, with the concepts of their items.
        payments: The payments.
    """

    subscriptions: tuple[dict[str, Any], ...]
    invoices: tuple[dict[str, Any], ...]
    payments: tuple[dict[str, Any], ...]


def make_account(holder: Holder, catalog: Catalog, seed: int) -> Account:
    """Return what there is to bill to a customer."""
    return _AccountMaker(holder, catalog, Dice(f"{seed}/{holder.id}")).make()


def end_of(holder: Holder) -> datetime:
    """Return when the records of a customer end: not before they begin."""
    return max(LAST_DAY, holder.since)


def _steps(concept: Billable) -> tuple[relativedelta, ...]:
    detail = concept.record["recurrentDetail"]
    return _multiples(detail["collectionInterval"], detail["chargeEach"])


# Kept: there are few, and making them takes longer than all else that is made here.
@functools.cache
def _multiples(interval: str, each: int) -> tuple[relativedelta, ...]:
    return tuple(_INTERVALS[interval] * (each * number) for number in range(10))


class _AccountMaker:
    def __init__(self, holder: Holder, catalog: Catalog, dice: Dice) -> None:
        self._holder = holder
        self._catalog = catalog
        self._dice = dice
        self._end = end_of(holder)
        self._invoices: list[dict[str, Any]] = []
        self._payments: list[dict[str, Any]] = []

    def make(self) -> Account:
        subscriptions = [self._subscription() for _ in range(self._dice.weighted(_SUBSCRIPTIONS))]
        for _ in range(self._dice.weighted(_SINGLE_INVOICES)):
            self._invoice(self._moment(), self._basket(), None)
        if self._holder.pays:
            self._direct_payments()
        return Account(tuple(subscriptions), tuple(self._invoices), tuple(self._payments))

    def _moment(self) -> datetime:
        return self._dice.between(self._holder.since, self._end)

    # Subscriptions

    def _subscription(self) -> dict[str, Any]:
        concept = self._dice.choice(self._catalog.recurrent)
        status = self._dice.weighted(_SUBSCRIPTION_STATUSES)
        active, completed = status == "ACTIVE", status == "COMPLETED"
        count = self._dice.whole(1, 6)
        # An active one began so late that it need not have been collected more often than that.
        steps = _steps(concept)
        earliest = self._end - steps[count] if active else self._holder.since
        created = self._dice.between(max(earliest, self._holder.since), self._end)
        first = self._dice.between(created, created + timedelta(days=10))
        dates = [first + step for step in steps[: count + 4]]
        past = [date for date in dates[: count + 1] if date <= self._end]
        ended = self._dice.between(max([created, *past]), self._end) if status == "CANCELED" else None
        last = max([first, *past]) if completed else self._dice.choice((dates[-1], None, None))
        method = self._dice.weighted(_COLLECTION_METHODS)
        record = {
            "id": self._dice.quick_identifier("sub_"),
            "createdAt": wire(created),
            "updatedAt": wire(ended or max([created, *past])),
            "description": concept.record["displayName"] if self._dice.chance(0.8) else None,
            "customerId": self._holder.id,
            "status": status,
            "collectionMethod": method,
            "paymentMethodId": self._dice.quick_identifier("pm_") if method == "AUTOMATIC" else None,
            "taxProfileId": self._dice.quick_identifier("tax_") if self._dice.chance(0.3) else None,
            "nextCollectionDate": wire(dates[len(past)]) if active else None,
            "firstCollectionDate": wire(first),
            "lastCollectionDate": wire(last) if last else None,
            "generationMode": self._dice.weighted(_GENERATION_MODES),
            **self._optional("metadata", {"ciclo": f"{self._laid(first).year}-{self._laid(first).year + 1}"}),
            "onlyAutomaticCollection": method == "AUTOMATIC" and self._dice.chance(0.3),
            **self._ending(ended),
            "isActive": active,
            "isCompleted": completed,
        }
        for date in past:
            self._invoice(date, [(concept, 1)], record)
        return record

    def _ending(self, ended: datetime | None) -> dict[str, Any]:
        if ended is None:
            return dict.fromkeys(("customCancelReason", "canceledAt", "canceledById"))
        return {
            "customCancelReason": self._dice.choice((*_REASONS, None)),
            "canceledAt": wire(ended),
            "canceledById": self._dice.choice((*self._catalog.organization.staff, None)),
        }

    # Invoices

    def _basket(self) -> list[tuple[Billable, int]]:
        kinds = {
            "single": self._catalog.single,
            "one-off": self._catalog.one_off,
            "dollars": self._catalog.dollars,
        }
        chosen = kinds[self._dice.weighted(_KINDS)]
        concepts = self._dice.several(chosen, self._dice.weighted(_SIZES))
        return [(concept, self._dice.weighted(_QUANTITIES)) for concept in concepts]

    def _invoice(
        self,
        created: datetime,
        basket: Sequence[tuple[Billable, int]],
        subscription: Mapping[str, Any] | None,
    ) -> None:
        due = created + timedelta(days=self._dice.whole(3, 15))
        total = sum(concept.record["amount"] * quantity for concept, quantity in basket)
        record: dict[str, Any] = {
            "id": self._dice.quick_identifier("inv_"),
            "createdAt": wire(created),
            "updatedAt": wire(created),
            "customerId": self._holder.id,
            "subscriptionId": subscription and subscription["id"],
            "collectionMethod": subscription["collectionMethod"]
            if subscription
            else self._dice.weighted(_METHODS_WITHOUT_SUBSCRIPTION),
            "totalAmount": total,
            "currency": basket[0][0].record["currency"],
            "dueDate": wire(due),
            "expireDate": wire(due + timedelta(days=30)) if self._dice.chance(0.3) else None,
            "organizationId": self._holder.organization,
            "isPaid": False,
            "paidById": None,
            "amountPaid": 0,
            "beneficiaryId": self._dice.quick_identifier("ben_") if self._dice.chance(0.05) else None,
            "allowOfftimePayment": self._dice.chance(0.8),
            "paidWithId": None,
            "canceledAt": None,
            "canceledById": None,
            "items": [self._invoice_item(*each, created) for each in basket],
            **self._optional("meta", {"periodo": f"{self._laid(created):%Y-%m}"}),
        }
        later = self._dice.between(created, max(created, min(due + timedelta(days=20), self._end)))
        fate = self._dice.weighted(_FATES[self._holder.pays])
        fates = {
            "paid": self._paid,
            "partly": self._partly,
            "open": self._open,
            "canceled": self._canceled,
        }
        record.update(fates[fate](record, basket, later))
        self._invoices.append(record)

    def _invoice_item(self, concept: Billable, quantity: int, created: datetime) -> dict[str, Any]:
        return {
            "id": self._dice.quick_identifier("itm_"),
            "description": self._described(concept, created),
            "conceptId": concept.record["id"],
            "quantity": quantity,
            "concept": concept.in_invoice,
        }

    def _paid(
        self, invoice: Mapping[str, Any], basket: Iterable[tuple[Billable, int]], later: datetime
    ) -> dict[str, Any]:
        items = [
            self._payment_item(*each, description=item["description"])
            for each, item in zip(basket, invoice["items"], strict=True)
        ]
        payment = self._payment(later, items, "COMPLETE", invoice["currency"])
        by_hand = payment["type"] in _BY_HAND
        return {
            "updatedAt": payment["paymentTime"],
            "isPaid": True,
            "paidById": self._dice.choice(self._catalog.organization.staff) if by_hand else None,
            "amountPaid": payment["amount"],
            "paidWithId": payment["id"],
        }

    def _partly(self, invoice: Mapping[str, Any], _basket: object, later: datetime) -> dict[str, Any]:
        item = {
            "description": "Abono a cuenta",
            "amount": invoice["totalAmount"] // self._dice.whole(2, 4),
            "currency": invoice["currency"],
            "quantity": 1,
            "conceptId": None,
            "concept": None,
        }
        payment = self._payment(later, [item], "COMPLETE", invoice["currency"])
        return {"updatedAt": payment["paymentTime"], "amountPaid": payment["amount"]}

    def _open(
        self, invoice: Mapping[str, Any], basket: Iterable[tuple[Billable, int]], later: datetime
    ) -> dict[str, Any]:
        if self._holder.pays and self._dice.chance(0.4):
            items = [self._payment_item(*each) for each in basket]
            self._payment(later, items, self._dice.weighted(_UNFINISHED), invoice["currency"])
        return {}

    def _canceled(self, _invoice: object, _basket: object, later: datetime) -> dict[str, Any]:
        moment = wire(later)
        by = self._dice.choice((*self._catalog.organization.staff, None))
        return {"updatedAt": moment, "canceledAt": moment, "canceledById": by}

    # Payments

    def _direct_payments(self) -> None:
        """Make payments that no invoice asked for; one at least, if the customer paid nothing else."""
        if self._dice.chance(0.12):
            self._direct_payment(self._dice.weighted(_UNDOING))
        complete = any(payment["isCompleted"] for payment in self._payments)
        if not complete or self._dice.chance(0.1):
            self._direct_payment("COMPLETE")

    def _direct_payment(self, status: str) -> None:
        basket = self._basket()
        items = [self._payment_item(*each) for each in basket]
        self._payment(self._moment(), items, status, items[0]["currency"])

    def _payment(
        self, created: datetime, items: list[dict[str, Any]], status: str | None, currency: str
    ) -> dict[str, Any]:
        kind = self._dice.weighted(_PAYMENT_TYPES)
        chosen = status != "INITIATED" or self._dice.chance(0.5)
        paid = wire(self._dice.between(created, created + timedelta(minutes=5)))
        took_place, undone = status in _TOOK_PLACE, status in _UNDONE
        amount = sum(item["amount"] * item["quantity"] for item in items)
        processor = self._dice.choice(_PROCESSORS[kind]) if chosen and kind in _PROCESSORS else None
        record = {
            "id": self._dice.quick_identifier("pay_"),
            "createdAt": wire(created),
            "updatedAt": wire(created + timedelta(days=self._dice.whole(1, 20))) if undone else paid,
            "amount": amount,
            "currency": currency,
            "description": items[0]["description"] if self._dice.chance(0.7) else None,
            "type": kind if chosen else None,
            "status": status,
            "isCompleted": status == "COMPLETE",
            "paymentTime": paid if took_place else None,
            "customerId": self._holder.id,
            "paymentIntentId": self._dice.quick_identifier("pi_") if processor == "STRIPE" else None,
            **self._method(kind),
            "organizationId": self._holder.organization,
            "skipTaxInvoice": self._dice.chance(0.15),
            "processor": processor,
            **self._fees(amount, kind, charged=took_place and processor is not None),
            "externalPaymentTypeId": self._dice.quick_identifier("ept_") if kind == "OTHER" else None,
            "sessionId": self._dice.quick_identifier("ps_") if processor and self._dice.chance(0.5) else None,
            **self._custom(),
            "items": items,
        }
        self._payments.append(record)
        return record

    def _payment_item(
        self, concept: Billable, quantity: int, description: str | None = None
    ) -> dict[str, Any]:
        return {
            "description": description or concept.record["displayName"],
            "amount": concept.record["amount"],
            "currency": concept.record["currency"],
            "quantity": quantity,
            "conceptId": concept.record["id"],
            "concept": concept.in_payment,
        }

    def _method(self, kind: str) -> dict[str, Any]:
        if kind in {"CARD", "DIRECT_DEBIT"}:
            return {"paymentMethodId": self._dice.quick_identifier("pm_")}
        return self._dice.choice(({}, {"paymentMethodId": None}))

    def _fees(self, amount: int, kind: str, *, charged: bool) -> dict[str, Any]:
        split = kind == "CARD" and charged and self._dice.chance(0.15)
        fee = round(amount * 0.036) + 300 if charged else None
        extra = round(amount * 0.05) if split else None
        return {
            "monthlyInstallments": self._dice.choice((3, 6, 9, 12)) if split else None,
            "processorFee": fee,
            "processorFeeTax": fee and round(fee * _VAT),
            "installmentsFee": extra,
            "installmentsFeeTax": extra and round(extra * _VAT),
        }

    def _custom(self) -> dict[str, Any]:
        kept = {"reference": f"{self._dice.whole(10**9, 10**10 - 1)}", "channel": "portal"}
        entries = [{"key": key, "value": value} for key, value in kept.items()]
        shapes: dict[str, dict[str, Any]] = {
            "absent": {},
            "null": {"metadata": None, "meta": None},
            "present": {"metadata": entries, "meta": kept},
        }
        return shapes[self._dice.weighted(_PRESENCE_OF_CUSTOM)]

    def _optional(self, key: str, value: object) -> dict[str, Any]:
        """Return an entry as the API may write it: there mostly, and now and then null or left out."""
        shapes: dict[str, dict[str, Any]] = {"present": {key: value}, "null": {key: None}, "absent": {}}
        return shapes[self._dice.weighted(_PRESENCE)]

    def _described(self, concept: Billable, moment: datetime) -> str:
        name: str = concept.record["displayName"]
        laid = self._laid(moment)
        return f"{name}, {_MONTHS[laid.month - 1]} de {laid.year}" if self._dice.chance(0.7) else name

    def _laid(self, moment: datetime) -> datetime:
        return moment + self._holder.shift
