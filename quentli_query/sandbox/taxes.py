"""The tax invoices of what a made-up customer paid. The same for the same seed and customer."""

from __future__ import annotations

import itertools
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from quentli_query.sandbox.billing import end_of
from quentli_query.sandbox.drawing import Dice, Odds
from quentli_query.sandbox.instants import wire

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from quentli_query.sandbox.billing import Account, Holder
    from quentli_query.sandbox.catalog import Catalog

# How it is invoiced: in one piece when it is paid, or first the debt and then the receipt of the payment.
_WAYS = Odds({"none": 45, "at once": 40, "in parts": 15})
_STATUSES = Odds(
    {
        "VALID": 74,
        "CANCELED": 8,
        "FAILED": 7,
        "PENDING": 5,
        "DRAFT": 3,
        "PENDING_CANCELLATION": 3,
    }
)
_STAMPED = {"VALID", "CANCELED", "PENDING_CANCELLATION"}
_UNDER_CANCELLATION = {"CANCELED": "accepted", "PENDING_CANCELLATION": "pending"}

# The codes of Mexico's tax administration, SAT.
_FORMS = {"CASH": "01", "TRANSFER": "03", "CARD": "04", "OXXO": "01", "DIRECT_DEBIT": "03", "OTHER": "99"}
_USAGES = ("D10", "G03", "S01")
_WITHOUT_RELATION = "02"
_SUBSTITUTED = "01"

_FAILURES = (
    "UNKNOWN",
    "RFC_DOMICILE_MISMATCH",
    "RFC_LEGAL_NAME_MISMATCH",
    "CFDI_USAGE_MISMATCH",
    "ISSUE_DATE_OUT_OF_RANGE",
)


def make_tax_invoices(
    holder: Holder, account: Account, catalog: Catalog, seed: int
) -> tuple[dict[str, Any], ...]:
    """Return the tax invoices of a customer, given what was paid."""
    return tuple(_TaxMaker(holder, account, catalog, Dice(f"{seed}/{holder.id}/taxes")).make())


class _TaxMaker:
    def __init__(self, holder: Holder, account: Account, catalog: Catalog, dice: Dice) -> None:
        self._holder = holder
        self._account = account
        self._catalog = catalog
        self._dice = dice
        self._end = end_of(holder)
        self._folios = itertools.count(dice.whole(1, 90_000))

    def make(self) -> Iterator[dict[str, Any]]:
        invoices = {invoice["paidWithId"]: invoice["id"] for invoice in self._account.invoices}
        for payment in self._account.payments:
            if payment["isCompleted"] and not payment["skipTaxInvoice"]:
                yield from self._of(payment, invoices.get(payment["id"]))

    def _of(self, payment: Mapping[str, Any], invoice: str | None) -> Iterator[dict[str, Any]]:
        way = self._dice.weighted(_WAYS)
        if way == "in parts" and invoice:
            yield self._tax_invoice(payment, "TAX_INVOICE_PPD", invoice, None)
            yield self._tax_invoice(payment, "TAX_RECEIPT", None, payment["id"])
        elif way != "none":
            yield from self._at_once(payment, invoice)

    def _at_once(self, payment: Mapping[str, Any], invoice: str | None) -> Iterator[dict[str, Any]]:
        first = self._tax_invoice(payment, "TAX_INVOICE_PUE", invoice, payment["id"])
        if first["status"] == "CANCELED" and self._dice.chance(0.5):
            second = self._tax_invoice(payment, "TAX_INVOICE_PUE", invoice, payment["id"], "VALID")
            first["cancellationMotive"] = _SUBSTITUTED
            first["cancellationSubstitution"] = second["uuid"]
            first["substituteTaxInvoiceId"] = second["id"]
            yield second
        yield first

    def _tax_invoice(
        self,
        payment: Mapping[str, Any],
        kind: str,
        invoice: str | None,
        paid_with: str | None,
        status: str | None = None,
    ) -> dict[str, Any]:
        status = status or self._dice.weighted(_STATUSES)
        paid = datetime.fromisoformat(payment["paymentTime"])
        created = self._dice.between(paid, paid + timedelta(hours=2))
        receipt, dollars = kind == "TAX_RECEIPT", payment["currency"] == "USD"
        return {
            "id": self._dice.quick_identifier("txi_"),
            "createdAt": wire(created),
            "updatedAt": wire(created),
            **self._stamp(created, status),
            "invoiceId": invoice,
            "paymentId": paid_with,
            "status": status,
            "failureReason": self._dice.choice(_FAILURES) if status == "FAILED" else None,
            "satType": "P" if receipt else "I",
            "customerId": self._holder.id,
            "type": kind,
            "paymentForm": "99" if kind == "TAX_INVOICE_PPD" else _FORMS.get(payment["type"], "99"),
            "paymentMethod": None if receipt else kind[-3:],
            "usage": "CP01" if receipt else self._dice.choice(_USAGES),
            "currency": payment["currency"],
            "exchangeRate": self._dice.whole(1650, 2050) / 100 if dollars else None,
            "totalAmount": payment["amount"],
            **self._author(),
            "organizationId": self._holder.organization,
            "substituteTaxInvoiceId": None,
            **self._cancellation(created, status),
        }

    def _stamp(self, created: datetime, status: str) -> dict[str, Any]:
        stamped = status in _STAMPED
        uuid = self._dice.uuid() if stamped else None
        return {
            "issueDate": wire(created) if stamped else None,
            "uuid": uuid,
            "verificationUrl": f"https://sat.example.com/verificar?id={uuid}" if stamped else None,
            "folio": str(next(self._folios)) if stamped else None,
            "pdfId": self._dice.quick_identifier("file_") if stamped else None,
            "xmlId": self._dice.quick_identifier("file_") if stamped else None,
        }

    def _author(self) -> dict[str, Any]:
        by_staff = self._dice.chance(0.3)
        return {
            "createdByUserId": self._dice.choice(self._catalog.organization.staff) if by_staff else None,
            "createdByCustomerId": None if by_staff else self._holder.id,
        }

    def _cancellation(self, created: datetime, status: str) -> dict[str, Any]:
        if status not in _UNDER_CANCELLATION:
            names = ("cancellationStatus", "cancellationMotive", "cancelRequestedAt", "canceledAt")
            return dict.fromkeys((*names, "canceledById", "cancellationSubstitution"))
        asked = self._dice.between(created, max(created, self._end))
        done = asked + timedelta(hours=self._dice.whole(0, 72)) if status == "CANCELED" else None
        return {
            "updatedAt": wire(done or asked),
            "cancellationStatus": _UNDER_CANCELLATION[status],
            "cancellationMotive": _WITHOUT_RELATION,
            "cancelRequestedAt": wire(asked),
            "canceledAt": wire(done) if done else None,
            "canceledById": self._dice.choice((*self._catalog.organization.staff, None)),
            "cancellationSubstitution": None,
        }
