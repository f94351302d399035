"""Meaning of filters, field by field and operator by operator, over HTTP."""

from __future__ import annotations

import math
import sys
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any, Final

import httpx
import pytest
from hypothesis import given, strategies as st
from quentli_resources.registry import MAX_TAKE
from sandbox.responses import issues_as_text
from support.asking import client_of, ids
from support.profiles import at_most

from quentli_query.sandbox import Sandbox

FIELDS = ("id", "name", "email", "createdAt", "archivedAt", "emailVerified", "replyWithAssistant")
ROWS: list[tuple[Any, ...]] = [
    ("ana", "Ana Pérez", "ana@example.com", "2025-01-10T12:00:00.000Z", None, True, None),
    ("john", "JOHN Smith", None, "2024-01-10T12:00:00.000Z", "2025-02-01T00:00:00.500Z", False, False),
    ("luz", "Luz Ibáñez Johnson", None, "2025-01-10T12:00:00.000Z", None, False, True),
]


@pytest.fixture(scope="module")
def client() -> Iterator[httpx.Client]:
    records = [dict(zip(FIELDS, row, strict=True)) for row in ROWS]
    # Null and absent are the same.
    del records[2]["email"]
    records[2]["secondaryPhoneNumber"] = ""
    records[1]["secondaryPhoneNumber"] = "STRASSE"
    records[0]["secondaryPhoneNumber"] = "a&b=c+d[e]"
    with Sandbox(records, without_payments=["john"]) as sandbox, client_of(sandbox) as running:
        yield running


def matching(client: httpx.Client, text: str) -> str:
    return " ".join(ids(client.get("/v1/customers", params={"filter": text})))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # No condition at all
        ("", "ana john luz"),
        # Text: case does not matter, accents do
        ("name=ana pérez", "ana"),
        ("name=ana perez", ""),
        ("secondaryPhoneNumber=straße", "john"),
        ("name[contains]=john", "john luz"),
        ("name[contains]=", "ana john luz"),
        ("name[contains]=%25", ""),
        ("name[startsWith]=john", "john"),
        ("name[endsWith]=SON", "luz"),
        ("name[endsWith]=john", ""),
        ("name[lte]=JOHN smith", "ana john"),
        ("name[in][]=ana pérez&name[in][]=john smith&name[in][]=x", "ana john"),
        ("name[notIn][]=ana pérez&name[notIn][]=x", "john luz"),
        ("name[not][not][contains]=john", "john luz"),
        # Instants compare as moments, whatever their spelling
        ("createdAt[gt]=2025-01-10T12:00:00.000Z", ""),
        ("createdAt[lte]=2025-01-10T12:00:00Z", "ana john luz"),
        ("createdAt=2025-01-10T06:00:00-06:00", "ana luz"),
        ("createdAt=2025-01-10T12:00:00.001Z", ""),
        ("createdAt[gt]=0001-01-01T00:00:00%2B14:00", "ana john luz"),
        ("createdAt[lt]=9999-12-31T23:59:59-14:00", "ana john luz"),
        ("createdAt[not][gt]=2024-06-01T00:00:00Z", "john"),
        # Booleans and computed flags
        ("emailVerified[equals]=false", "john luz"),
        ("noPayments=false", "ana luz"),
        ("NOT[noPayments]=true", "ana luz"),
        # Comparisons with null are never true, under NOT neither
        ("email[notIn][]=zzz", "ana"),
        ("NOT[email][in][]=zzz", "ana"),
        ("email[contains]=", "ana"),
        ("NOT[secondaryPhoneNumber][endsWith]=5", "ana john luz"),
        ("NOT[archivedAt][gte]=2026-01-01T00:00:00Z", "john"),
        ("replyWithAssistant[not]=true", "john"),
        # Groups
        ("AND[name][contains]=john&AND[emailVerified]=false", "john luz"),
        ("NOT[0][name][contains]=john&NOT[1][name][contains]=smith", "ana"),
        ("OR[0][AND][0][name][contains]=john&OR[0][AND][1][noPayments]=false", "luz"),
        # Siblings are ANDed, groups among them
        ("name[contains]=john&emailVerified=false&createdAt[gt]=2024-06-01T00:00:00Z", "luz"),
        # Encoded once more inside the filter; twenty alternatives are the most that qs reads as a list
        ("secondaryPhoneNumber=a%26b%3Dc%2Bd%5Be%5D", "ana"),
        ("&".join(f"OR[{n}][name]=x" for n in range(20)), ""),
    ],
)
def test_filter_of_customers(client: httpx.Client, text: str, expected: str) -> None:
    assert matching(client, text) == expected


Payment = dict[str, Any]

PAYMENTS: Final[dict[str, Callable[[Payment, dict[str, Any]], bool]]] = {
    # Numbers
    "amount=65000": lambda p, _: p["amount"] == 65000,
    "amount=6.5e4": lambda p, _: p["amount"] == 65000,
    "amount[gte]=65000": lambda p, _: p["amount"] >= 65000,
    "amount[lt]=65000.5": lambda p, _: p["amount"] <= 65000,
    "amount[in][]=65000&amount[in][]=98000": lambda p, _: p["amount"] in {65000, 98000},
    "amount[lt]=" + "9" * 60: lambda p, _: True,
    f"amount[lt]={int(sys.float_info.max)}": lambda p, _: True,
    f"amount[gt]={Decimal(repr(math.ulp(0))):f}": lambda p, _: True,
    "monthlyInstallments[not]=6": lambda p, _: p["monthlyInstallments"] not in {None, 6},
    "NOT[monthlyInstallments][gt]=6": lambda p, _: (p["monthlyInstallments"] or 9) <= 6,
    # Enums
    "status[notIn][]=COMPLETE": lambda p, _: p["status"] not in {None, "COMPLETE"},
    "OR[0][type]=CASH&OR[1][status]=REFUNDED": lambda p, _: p["type"] == "CASH" or p["status"] == "REFUNDED",
    # The relation takes everything that can be asked about a customer
    "customer[name][contains]=JOHN": lambda p, c: "john" in c["name"].lower(),
    "customer[createdAt][gte]=2024-01-01T00:00:00Z": lambda p, c: c["createdAt"] >= "2024",
    "customer[OR][0][name][contains]=john&customer[OR][1][emailVerified]=true": lambda p, c: (
        "john" in c["name"].lower() or c["emailVerified"]
    ),
    "customer[emailVerified]=true&amount=65000": lambda p, c: c["emailVerified"] and p["amount"] == 65000,
    "OR[0][customer][name][contains]=john&OR[1][amount]=65000": lambda p, c: (
        "john" in c["name"].lower() or p["amount"] == 65000
    ),
    "NOT[customer][emailVerified]=true": lambda p, c: not c["emailVerified"],
    "customer[email][not]=zzz": lambda p, c: c["email"] is not None,
}


def test_filter_of_payments(shared_sandbox: Sandbox, shared_client: httpx.Client) -> None:
    customers = {customer["id"]: customer for customer in shared_sandbox.customers}
    payments = [(each, customers[each["customerId"]]) for each in shared_sandbox.records("payments")]
    for text, holds in PAYMENTS.items():
        expected = [payment["id"] for payment, customer in payments if holds(payment, customer)]
        found = ids(shared_client.get("/v1/payments", params={"filter": text, "take": MAX_TAKE}))
        assert found == expected[:MAX_TAKE] != [], text


# Refused


def listed(client: httpx.Client, path: str, text: str) -> str:
    return issues_as_text(client.get(path, params={"filter": text}), "filter.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nam=x", "nam unrecognized_keys"),
        ("[]=x", "0 unrecognized_keys"),
        ("name[like]=x", "name.like unrecognized_keys"),
        ("emailVerified[in][]=true", "emailVerified.in unrecognized_keys"),
        ("noPayments[equals]=true", "noPayments invalid_type"),
        ("name=a&name=b", "name invalid_type"),
        ("name[contains]=a&name[contains]=b", "name.contains invalid_type"),
        ("name[in]=a", "name.in invalid_type"),
        ("name[in][0][x]=a", "name.in.0 invalid_type"),
        ("createdAt[in][]=x&createdAt[in][]=2025-01-10T12:00:00Z", "createdAt.in.0 invalid_datetime"),
        ("OR[name]=x", "OR invalid_type"),
        ("OR[0]=x", "OR.0 invalid_type"),
        ("NOT=x", "NOT invalid_type"),
        ("AND[OR][0][nam]=x", "AND.OR.0.nam unrecognized_keys"),
        # The twenty-first alternative makes the list an object
        *(
            ("&".join(f"{g}[{n}][name]=x" for n in range(21)), f"{g} invalid_type")
            for g in ("OR", "AND", "NOT")
        ),
        # Below five levels qs leaves brackets as they are
        ("OR[0][AND][0][OR][0][name]=x", "OR.0.AND.0.OR.0.[name] unrecognized_keys"),
        # Past a thousand pairs qs drops the rest: no word of the unknown field
        ("&".join([*(f"name[equals]=x{n}" for n in range(1000)), "nam=x"]), "name.equals invalid_type"),
        # All issues, not only the first one
        (
            "nam=x&OR[0][emailVerified]=2&OR[1][name][like]=y&NOT[createdAt]=z",
            "nam unrecognized_keys, OR.0.emailVerified invalid_boolean, "
            "OR.1.name.like unrecognized_keys, NOT.createdAt invalid_datetime",
        ),
    ],
)
def test_invalid_filter_of_customers(client: httpx.Client, text: str, expected: str) -> None:
    assert listed(client, "/v1/customers", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("amount[contains]=1", "amount.contains unrecognized_keys"),
        ("amount[in][]=x", "amount.in.0 invalid_number"),
        ("status[not]=DONE", "status.not invalid_enum"),
        ("status[contains]=COMPLETE", "status.contains unrecognized_keys"),
        ("status[gt]=COMPLETE", "status.gt unrecognized_keys"),
        ("customer[0][name]=x", "customer invalid_type"),
        ("customer[nam]=x", "customer.nam unrecognized_keys"),
        ("noPayments=true", "noPayments unrecognized_keys"),
    ],
)
def test_invalid_filter_of_payments(client: httpx.Client, text: str, expected: str) -> None:
    assert listed(client, "/v1/payments", text) == expected


@pytest.mark.parametrize(
    ("field", "code", "values"),
    [
        ("isCompleted", "invalid_boolean", ["yes", "TRUE", "1", ""]),
        ("status", "invalid_enum", ["DONE", "complete", "null", ""]),
        ("amount", "invalid_number", ["many", "", "NaN", "Infinity", "1e999"]),
        ("amount", "invalid_number", ["1_0", " 1", "0x10", "٢", "9" * 5000]),
        ("createdAt", "invalid_datetime", ["null", "2025-01-10", "2025-01-10T12:00:00"]),
        ("createdAt", "invalid_datetime", ["2025-13-10T12:00:00Z", "2025-W01-1T12:00:00Z"]),
        # A plus that is not percent-encoded is a space.
        ("createdAt", "invalid_datetime", ["2025-01-10T12:00:00+00:00"]),
    ],
)
def test_invalid_values(client: httpx.Client, field: str, code: str, values: list[str]) -> None:
    for value in values:
        assert listed(client, "/v1/payments", f"{field}={value}") == f"{field} {code}", value


def test_issues_have_the_shape_of_the_api(client: httpx.Client) -> None:
    message = "Unknown field: 'nam'"
    issue = {"path": ["filter", "OR", 0, "nam"], "message": message, "code": "unrecognized_keys"}
    expected = {"error": {"message": "The request is invalid", "issues": [issue]}}
    assert client.get("/v1/customers", params={"filter": "OR[0][nam]=x"}).json() == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("createdAt[like]=x", "Unknown operator for datetime fields: 'like'"),
        ("createdAt=soon", "'soon' is not an ISO 8601 instant with a zone"),
        ("OR[name]=x", "Expected array, received object"),
        ("isCompleted=1", "'1' is not true or false"),
        (
            "status=DONE",
            "'DONE' is not one of INCOMPLETE, COMPLETE, CANCELED, INITIATED, REFUNDED, DISPUTED, REVERTED",
        ),
    ],
)
def test_issues_say_what_was_expected(client: httpx.Client, text: str, message: str) -> None:
    (issue,) = client.get("/v1/payments", params={"filter": text}).json()["error"]["issues"]
    assert issue["message"] == message


WORDS = ["OR", "AND", "NOT", "name", "createdAt", "in", "not", "x", "true"]
SIGNS = [*"[]0&=%", "21", "%5"]
JOINED_PIECES = st.lists(st.sampled_from([*WORDS, *SIGNS]), max_size=30).map("".join)


@at_most(100)
@given(text=JOINED_PIECES | st.text(st.characters(exclude_categories=["Cs"])))
def test_no_filter_and_no_order_breaks_the_server(client: httpx.Client, text: str) -> None:
    for parameter in ("filter", "orderBy"):
        assert client.get("/v1/customers", params={parameter: text}).status_code in {200, 400}
