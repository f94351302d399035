"""The made-up customers: what they have to be like for demos and tests to be worth something."""

from __future__ import annotations

import re
from collections import Counter
from datetime import datetime
from typing import Any

import pytest

from quentli_query.sandbox.records import make_customers

FIELDS = {
    *("id", "createdAt", "updatedAt", "name", "username", "email", "phoneNumber", "organizationId"),
    *("secondaryPhoneNumber", "archivedAt", "archivedById", "acceptedServiceAgreement", "skipTaxInvoice"),
    *("emailVerified", "phoneNumberVerified", "hasChangedPassword", "signatureAcceptedAt"),
    *(
        "optedOutWhatsappAt",
        "optedInWhatsappAt",
        "startedWhatsappAt",
        "replyWithAssistant",
        "metadata",
        "meta",
    ),
}
OPTIONAL = {"metadata", "meta"}
INSTANTS = {field for field in FIELDS if field.endswith("At")}

MADE = make_customers(250, seed=7)
CUSTOMERS = MADE.records


def column(field: str) -> list[Any]:
    return [customer.get(field) for customer in CUSTOMERS]


def present(field: str) -> list[Any]:
    return [value for value in column(field) if value is not None]


def test_customers_have_the_fields_of_the_api() -> None:
    assert set().union(*CUSTOMERS) == FIELDS
    assert all(customer.keys() >= FIELDS - OPTIONAL for customer in CUSTOMERS)
    assert len(FIELDS) == 23


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
        *((field, r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z") for field in sorted(INSTANTS)),
    ],
)
def test_values_look_like_those_of_the_api(field: str, pattern: str) -> None:
    assert present(field)
    assert [value for value in present(field) if not re.fullmatch(pattern, value)] == []


@pytest.mark.parametrize("field", ["id", "username", "email", "phoneNumber", "secondaryPhoneNumber"])
def test_what_identifies_a_customer_is_unique(field: str) -> None:
    many = [customer[field] for customer in make_customers(3000, seed=1).records if customer[field]]
    assert len(set(many)) == len(many) > 400


def test_phone_numbers_are_unique_across_both_fields() -> None:
    phones = present("phoneNumber") + present("secondaryPhoneNumber")
    assert len(set(phones)) == len(phones)


@pytest.mark.parametrize(
    "field",
    sorted(FIELDS - {"id", "createdAt", "updatedAt", "name", "username", "organizationId"}),
)
def test_fields_vary(field: str) -> None:
    counts = Counter(map(str, column(field)))
    assert len(counts) > 1
    assert counts.most_common(1)[0][1] < 240


@pytest.mark.parametrize("flag", ["emailVerified", "phoneNumberVerified"])
def test_only_what_is_there_is_verified(flag: str) -> None:
    field = flag.removesuffix("Verified")
    field = {"email": "email", "phoneNumber": "phoneNumber"}[field]
    without = [customer[flag] for customer in CUSTOMERS if customer[field] is None]
    assert without
    assert not any(without)


def test_creation_is_spread_over_years_and_some_share_the_instant() -> None:
    years = {text[:4] for text in column("createdAt")}
    assert len(years) >= 4
    assert Counter(column("createdAt")).most_common(1)[0][1] > 5


def test_customers_are_not_sorted_by_creation() -> None:
    created = column("createdAt")
    assert created != sorted(created)
    assert created != sorted(created, reverse=True)


def test_nothing_happened_before_creation_or_after_the_last_change() -> None:
    for customer in CUSTOMERS:
        moments = [datetime.fromisoformat(customer[field]) for field in INSTANTS if customer[field]]
        assert min(moments) == datetime.fromisoformat(customer["createdAt"])
        assert max(moments) == datetime.fromisoformat(customer["updatedAt"])


def test_archived_customers_were_archived_by_somebody() -> None:
    assert all((c["archivedAt"] is None) == (c["archivedById"] is None) for c in CUSTOMERS)


def test_names_are_mexican_with_a_john_among_them() -> None:
    names: list[str] = column("name")
    assert sum(not name.isascii() for name in names) > 50
    assert sum(name.isupper() for name in names) > 2
    johns = {c["id"] for c in CUSTOMERS if "john" in c["name"].lower()}
    assert johns & MADE.without_payments, "the documented example must find somebody"
    assert johns - MADE.without_payments, "and must have somebody to leave out"


def test_the_metadata_map_says_what_the_list_says() -> None:
    for customer in CUSTOMERS:
        entries = {entry["key"]: entry["value"] for entry in customer.get("metadata") or ()}
        assert entries == (customer.get("meta") or {})
    assert {"studentId"} < set().union(*(present("meta")))
    assert any("meta" not in customer for customer in CUSTOMERS)
    assert any(customer.get("meta", "absent") is None for customer in CUSTOMERS)


def test_some_have_no_payments() -> None:
    assert MADE.without_payments < {customer["id"] for customer in CUSTOMERS}
    assert 20 < len(MADE.without_payments) < 100


def test_the_same_seed_gives_the_same_customers() -> None:
    assert make_customers(250, seed=7) == MADE


def test_another_seed_gives_others() -> None:
    other = make_customers(250, seed=8)
    assert not {c["id"] for c in other.records} & {c["id"] for c in CUSTOMERS}
    assert [c["name"] for c in other.records] != column("name")


def test_fewer_customers_are_the_first_of_more() -> None:
    few = make_customers(40, seed=7)
    assert few.records == CUSTOMERS[:40]
    assert few.without_payments == MADE.without_payments & {c["id"] for c in few.records}


def test_there_can_be_none_but_not_fewer() -> None:
    assert make_customers(0, seed=7).records == ()
    with pytest.raises(ValueError, match="-1 customers"):
        make_customers(-1, seed=7)
