"""What time it is in a sandbox, and where in time its made-up records lie."""

from __future__ import annotations

import json
import re
import time
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from dateutil.relativedelta import relativedelta
from support.asking import client_of, ids

from quentli_query import InvoiceQ, Quentli
from quentli_query.sandbox import Sandbox
from quentli_query.sandbox.resources import RESOURCES

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
END = datetime(2025, 6, 30, tzinfo=UTC)
SHIFT = datetime(2026, 11, 22, tzinfo=UTC) - END

STILL = Sandbox(customers=60)
MOVED = Sandbox(customers=60, now=NOON)

_INSTANT = re.compile(r'"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)"')
# Texts name the months in which something is billed; the instants beside them say which.
_NAMED = re.compile(r', [a-z]+ de \d{4}"|"\d{4}-(\d\d|\d{4})"')

_MONTHS = (
    *("enero", "febrero", "marzo", "abril", "mayo", "junio"),
    *("julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def split(record: dict[str, Any]) -> tuple[str, list[datetime]]:
    """A record without its instants, and these."""
    text = json.dumps(record, ensure_ascii=False)
    return _NAMED.sub("", _INSTANT.sub("", text)), [at(each) for each in _INSTANT.findall(text)]


@pytest.mark.parametrize("name", RESOURCES)
def test_another_time_has_the_same_records_whole_days_later(name: str) -> None:
    still, moved = (sandbox.records(name) for sandbox in (STILL, MOVED))
    assert len(still) == len(moved) > 0
    for before, after in zip(still, moved, strict=True):
        (text, moments), (text_after, moments_after) = split(before), split(after)
        assert text == text_after
        assert moments_after == [moment + SHIFT for moment in moments]
    assert STILL.without_payments == MOVED.without_payments


@pytest.mark.parametrize(
    "now", [None, NOON, datetime(1970, 1, 1, tzinfo=UTC), datetime(2999, 12, 31, tzinfo=UTC)]
)
def test_records_end_just_before_the_time(now: datetime | None) -> None:
    sandbox = Sandbox(now=now)
    created = [at(record["createdAt"]) for record in sandbox.records("invoices")]
    assert timedelta(0) <= (now or END) - max(created) < timedelta(days=1, hours=12)
    assert timedelta(days=365 * 4) < max(created) - min(created) < timedelta(days=365 * 5)


def test_texts_name_the_months_in_which_the_records_lie() -> None:
    named = 0
    for invoice in MOVED.records("invoices"):
        created = at(invoice["createdAt"])
        for item in invoice["items"]:
            _, comma, month = item["description"].rpartition(", ")
            if comma and month != "junio":
                assert month == f"{_MONTHS[created.month - 1]} de {created.year}"
                named += 1
        if invoice.get("meta"):
            assert invoice["meta"] == {"periodo": invoice["createdAt"][:7]}
    assert named > 100
    for subscription in MOVED.records("subscriptions"):
        if subscription.get("metadata"):
            year = at(subscription["firstCollectionDate"]).year
            assert subscription["metadata"] == {"ciclo": f"{year}-{year + 1}"}


def test_the_last_month_has_something() -> None:
    month_ago = NOON - relativedelta(months=1)
    with MOVED as sandbox, Quentli(sandbox.api_key, base_url=sandbox.url) as quentli:
        found = list(quentli.invoices.list(InvoiceQ.created_at.since(month_ago)))
    assert found
    assert all(month_ago <= invoice.created_at <= NOON for invoice in found)


def test_customers_of_ones_own_stay_where_they_are() -> None:
    own = [{"id": "a", "createdAt": "2026-11-01T00:00:00.000Z"}, {"id": "b"}]
    with Sandbox(own, now=NOON) as sandbox, client_of(sandbox) as client:
        assert client.get("/v1/customers").json() == own
        found = client.get("/v1/invoices", params={"filter": "customerId=a", "take": 100})
        assert ids(found)
        for invoice in found.json():
            assert own[0]["createdAt"] <= invoice["createdAt"] <= "2026-11-22T00:00:00.000Z"


@pytest.mark.parametrize("year", ["0001", "9999"])
@pytest.mark.parametrize("now", [datetime(1970, 1, 1, tzinfo=UTC), datetime(2999, 12, 31, tzinfo=UTC)])
def test_customers_of_any_age_can_be_billed_at_any_time(year: str, now: datetime) -> None:
    sandbox = Sandbox([{"id": "a", "createdAt": f"{year}-12-31T00:00:00.000Z"}], now=now)
    for name in RESOURCES:
        sandbox.records(name)


def test_what_is_done_is_done_at_the_time_and_it_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = 1000.0
    monkeypatch.setattr(time, "monotonic", lambda: seconds)
    sandbox = Sandbox(customers=0, now=NOON.astimezone(timezone(timedelta(hours=-6))))
    added = sandbox.add()
    assert added["createdAt"] == added["updatedAt"] == "2026-11-22T12:00:00.000Z"
    seconds += 90.25
    archived = sandbox.archive(added["id"])
    assert archived["createdAt"] == "2026-11-22T12:00:00.000Z"
    assert archived["archivedAt"] == archived["updatedAt"] == "2026-11-22T12:01:30.250Z"


def test_what_is_asked_for_is_done_at_the_time() -> None:
    with Sandbox(customers=0, now=NOON) as sandbox, client_of(sandbox) as client:
        created = client.post("/v1/customers", json={"input": {"name": "Ana"}}).json()["customer"]
        address = f"/v1/customers/{created['id']}"
        changed = client.patch(address, json={"input": {"data": {"name": "Eva"}}}).json()["customer"]
    assert NOON <= at(created["createdAt"]) <= at(changed["updatedAt"]) < NOON + timedelta(minutes=1)


@pytest.mark.parametrize(
    ("now", "message"),
    [
        (datetime(2026, 1, 31), "has no zone"),  # noqa: DTZ001
        (datetime.min.replace(tzinfo=UTC), "is not between the years 1970 and 2999"),
        (datetime(3000, 1, 1, tzinfo=UTC), "is not between the years 1970 and 2999"),
    ],
)
def test_a_time_that_is_none_is_refused(now: datetime, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Sandbox(customers=0, now=now)
