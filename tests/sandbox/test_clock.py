"""Time of a sandbox, and where in time its made-up records lie."""

from __future__ import annotations

import json
import re
import time
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from sandbox.responses import list_all
from support.asking import client_of, complete
from support.document import FILLED

from quentli_query.sandbox import Sandbox

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
END = datetime(2025, 6, 30, tzinfo=UTC)
SHIFT = datetime(2026, 11, 22, tzinfo=UTC) - END
EARLIEST, LATEST = datetime(1970, 1, 1, tzinfo=UTC), datetime(2999, 12, 31, tzinfo=UTC)

STILL = Sandbox(customers=60)
MOVED = Sandbox(customers=60, now=NOON)

INSTANT = re.compile(r'"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)"')
# Texts name the months in which something is billed. The instants beside them say which.
NAMED_MONTH = re.compile(r', [a-z]+ de \d{4}"|"\d{4}-(\d\d|\d{4})"')

MONTHS = (
    *("enero", "febrero", "marzo", "abril", "mayo", "junio"),
    *("julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def split(record: dict[str, Any]) -> tuple[str, list[datetime]]:
    """Split a record into its text and its instants."""
    text = json.dumps(record, ensure_ascii=False)
    return NAMED_MONTH.sub("", INSTANT.sub("", text)), [at(each) for each in INSTANT.findall(text)]


@pytest.mark.parametrize("name", FILLED)
def test_now_moves_records_by_whole_days(name: str) -> None:
    for before, after in zip(STILL.records(name), MOVED.records(name), strict=True):
        text, moments = split(before)
        assert split(after) == (text, [moment + SHIFT for moment in moments])
    assert STILL.without_payments == MOVED.without_payments


@pytest.mark.parametrize("now", [None, NOON, EARLIEST, LATEST])
def test_records_end_just_before_now(now: datetime | None) -> None:
    created = [at(record["createdAt"]) for record in Sandbox(customers=60, now=now).records("invoices")]
    assert timedelta(0) <= (now or END) - max(created) < timedelta(days=1, hours=12)
    assert timedelta(days=365 * 4) < max(created) - min(created) < timedelta(days=365 * 5)


def test_texts_name_the_months_of_their_records() -> None:
    named = 0
    for invoice in MOVED.records("invoices"):
        created = at(invoice["createdAt"])
        for item in invoice["items"]:
            _, comma, month = item["description"].rpartition(", ")
            if comma and month != "junio":
                assert month == f"{MONTHS[created.month - 1]} de {created.year}"
                named += 1
        assert invoice.get("meta") in (None, {}, {"periodo": invoice["createdAt"][:7]})
    assert named > 100
    for subscription in MOVED.records("subscriptions"):
        if subscription.get("metadata"):
            year = at(subscription["firstCollectionDate"]).year
            assert subscription["metadata"] == {"ciclo": f"{year}-{year + 1}"}


def test_own_customers_are_not_moved() -> None:
    own = complete({"id": "a", "createdAt": "2026-11-01T00:00:00.000Z"}, {"id": "b"})
    with Sandbox(own, now=NOON) as sandbox, client_of(sandbox) as client:
        assert client.get("/v1/customers").json() == own
        found = list_all(client, "/v1/invoices", filter="customerId=a")
        assert found
        for invoice in found:
            assert own[0]["createdAt"] <= invoice["createdAt"] <= "2026-11-22T00:00:00.000Z"


@pytest.mark.parametrize("created", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"])
@pytest.mark.parametrize("now", [EARLIEST, LATEST])
def test_customers_of_any_age_have_records_at_any_time(created: str, now: datetime) -> None:
    sandbox = Sandbox([{"id": "a", "createdAt": created}], now=now)
    assert all(map(sandbox.records, FILLED))


def test_changes_have_the_time_and_the_time_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = 1000.0
    monkeypatch.setattr(time, "monotonic", lambda: seconds)
    sandbox = Sandbox(customers=0, now=NOON.astimezone(timezone(timedelta(hours=-6))))
    added = sandbox.add()
    assert added["createdAt"] == added["updatedAt"] == "2026-11-22T12:00:00.000Z"
    seconds += 90.25
    archived = sandbox.archive(added["id"])
    assert archived["createdAt"] == "2026-11-22T12:00:00.000Z"
    assert archived["archivedAt"] == archived["updatedAt"] == "2026-11-22T12:01:30.250Z"
