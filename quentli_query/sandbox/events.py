"""What webhooks were told about a made-up customer. The same for the same seed and customer."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from quentli_query.sandbox.drawing import Dice, Odds
from quentli_query.sandbox.instants import wire

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from quentli_query.sandbox.billing import Account, Holder
    from quentli_query.sandbox.catalog import Catalog, Webhook

# Of every event that a webhook was told of, some are still kept.
_KEPT = 0.4

_STATUSES = {
    "ENABLED": Odds({"SUCCESSFUL": 84, "FAILED": 8, "RETRYING": 5, "PENDING": 3}),
    "BROKEN": Odds({"SUCCESSFUL": 30, "FAILED": 60, "RETRYING": 10, "PENDING": 0}),
    "DISABLED": Odds({"SUCCESSFUL": 80, "FAILED": 20, "RETRYING": 0, "PENDING": 0}),
}
_TO_BE_CALLED = {"PENDING", "RETRYING"}

# Which field of a record tells when it happened; where it is null, it did not.
_INVOICE_EVENTS = {"INVOICE_CREATED": "createdAt", "INVOICE_CANCELED": "canceledAt"}
_SUBSCRIPTION_EVENTS = {"SUBSCRIPTION_CREATED": "createdAt", "SUBSCRIPTION_CANCELED": "canceledAt"}
_PAYMENT_EVENTS = {"PAYMENT_CREATED": "createdAt"}
_BY_STATUS = {
    "COMPLETE": ("PAYMENT_COMPLETED", "PAYMENT_ATTEMPT_SUCCEEDED"),
    "REFUNDED": ("PAYMENT_REFUNDED",),
    "INCOMPLETE": ("PAYMENT_ATTEMPT_FAILED",),
}


def make_events(holder: Holder, account: Account, catalog: Catalog, seed: int) -> tuple[dict[str, Any], ...]:
    """Return what webhooks were told about a customer, given what was billed and paid."""
    dice = Dice(f"{seed}/{holder.id}/events")
    kept = [happened for happened in _happened(holder, account) if dice.chance(_KEPT)]
    return tuple(
        _event(dice, dice.choice(listening), *happened)
        for happened in kept
        if (listening := catalog.listening(happened[0], happened[1]))
    )


_Happened = tuple[str, datetime, "Mapping[str, Any]"]

# What of a record is told.
_TOLD = ("id", "customerId", "amount", "totalAmount", "currency")


def _happened(holder: Holder, account: Account) -> Iterator[_Happened]:
    """Yield all events: the type, the moment, and the record that it was about."""
    yield "CUSTOMER_CREATED", holder.since, {"id": holder.id}
    for subscription in account.subscriptions:
        yield from _told(subscription, _SUBSCRIPTION_EVENTS)
    for invoice in account.invoices:
        yield from _told(invoice, _INVOICE_EVENTS | _paid(invoice))
    for payment in account.payments:
        after = dict.fromkeys(_BY_STATUS.get(payment["status"], ()), "updatedAt")
        yield from _told(payment, _PAYMENT_EVENTS | after)


def _paid(invoice: Mapping[str, Any]) -> dict[str, str]:
    if not invoice["isPaid"]:
        return {}
    return {"INVOICE_PAID_OTHER" if invoice["paidById"] else "INVOICE_PAID": "updatedAt"}


def _told(record: Mapping[str, Any], events: Mapping[str, str]) -> Iterator[_Happened]:
    for event, field in events.items():
        if record[field]:
            yield event, datetime.fromisoformat(record[field]), record


def _event(
    dice: Dice, webhook: Webhook, event: str, moment: datetime, about: Mapping[str, Any]
) -> dict[str, Any]:
    status = dice.weighted(_STATUSES[webhook.record["status"]])
    called = moment + timedelta(seconds=dice.whole(1, 90))
    again = called + timedelta(minutes=dice.choice((1, 5, 30, 120)))
    return {
        "id": dice.quick_identifier("whe_"),
        "createdAt": wire(moment),
        "updatedAt": wire(called),
        "webhookId": webhook.record["id"],
        "type": event,
        "status": status,
        "payload": json.dumps({name: about[name] for name in _TOLD if name in about}),
        **({"nextCallAt": wire(again) if status in _TO_BE_CALLED else None} if dice.chance(0.9) else {}),
        "connectionId": webhook.connection,
    }
