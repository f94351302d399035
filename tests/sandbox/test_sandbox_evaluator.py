"""What a where-object means, field by field and operator by operator."""

from __future__ import annotations

import math
import sys
from decimal import Decimal
from typing import Any

import pytest
import qs_codec

from quentli_query.sandbox.collection import Stored
from quentli_query.sandbox.customers import customer_schema
from quentli_query.sandbox.evaluator import Relation, Schema, compile_where
from quentli_query.sandbox.logic import Truth, all_of, any_of, none_of
from quentli_query.sandbox.ordering import compile_order
from quentli_query.sandbox.resources import RESOURCES

ANA: dict[str, Any] = {
    "id": "cus_ana",
    "name": "Ana Pérez",
    "email": "ana@example.com",
    "createdAt": "2025-01-10T12:00:00.000Z",
    "archivedAt": None,
    "emailVerified": True,
    "replyWithAssistant": None,
}
JOHN: dict[str, Any] = {
    "id": "cus_john",
    "name": "JOHN Smith",
    "email": None,
    "createdAt": "2024-01-10T12:00:00.000Z",
    "archivedAt": "2025-02-01T00:00:00.500Z",
    "emailVerified": False,
    "replyWithAssistant": False,
}
LUZ: dict[str, Any] = {
    "id": "cus_luz",
    "name": "Luz Ibáñez Johnson",
    "createdAt": "2025-01-10T12:00:00.000Z",
    "archivedAt": None,
    "emailVerified": False,
    "replyWithAssistant": True,
}
SCHEMA = customer_schema(frozenset({"cus_john"}))


def matching(where: Any) -> str:
    """Return who matches, in order, as one word; the faults, if there are any, fail the test."""
    condition = compile_where(where, SCHEMA)
    assert condition.issues == ()
    return " ".join(r["id"][4:] for r in (ANA, JOHN, LUZ) if condition.test(r) is Truth.YES)


def faults(where: Any) -> list[tuple[str, str]]:
    return [(".".join(map(str, i.path)), i.code) for i in compile_where(where, SCHEMA).issues]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # No condition at all
        ("", "ana john luz"),
        # Text: case does not matter, accents do
        ("name=ana pérez", "ana"),
        ("name=ana perez", ""),
        ("name=Ana", ""),
        ("name[equals]=JOHN SMITH", "john"),
        ("name[contains]=john", "john luz"),
        ("name[contains]=IBÁÑEZ", "luz"),
        ("name[contains]=ibanez", ""),
        ("name[contains]=", "ana john luz"),
        ("name[startsWith]=john", "john"),
        ("name[startsWith]=smith", ""),
        ("name[endsWith]=SON", "luz"),
        ("name[endsWith]=john", ""),
        ("name[lt]=JOHN smith", "ana"),
        ("name[lte]=JOHN smith", "ana john"),
        ("name[gt]=JOHN smith", "luz"),
        ("name[gte]=JOHN smith", "john luz"),
        ("name[in][]=ana pérez&name[in][]=john smith&name[in][]=x", "ana john"),
        ("name[notIn][]=ana pérez&name[notIn][]=x", "john luz"),
        ("name[not]=ana pérez", "john luz"),
        ("name[not][contains]=john", "ana"),
        ("name[not][not][contains]=john", "john luz"),
        # Two operators on one field are both meant
        ("name[contains]=john&name[startsWith]=luz", "luz"),
        # Instants compare as moments, whatever their spelling
        ("createdAt[gte]=2025-01-10T12:00:00.000Z", "ana luz"),
        ("createdAt[gt]=2025-01-10T12:00:00.000Z", ""),
        ("createdAt[lt]=2025-01-10T12:00:00.000Z", "john"),
        ("createdAt[lte]=2025-01-10T12:00:00Z", "ana john luz"),
        ("createdAt=2025-01-10T06:00:00-06:00", "ana luz"),
        ("createdAt=2025-01-10T12:00Z", "ana luz"),
        ("createdAt=2025-01-10T12:00:00.001Z", ""),
        ("createdAt=2025-01-10T13:00:00%2B01:00", "ana luz"),
        ("createdAt[gt]=0001-01-01T00:00:00%2B14:00", "ana john luz"),
        ("createdAt[lt]=9999-12-31T23:59:59-14:00", "ana john luz"),
        ("createdAt[in][]=2024-01-10T12:00:00Z", "john"),
        ("createdAt[notIn][]=2024-01-10T12:00:00Z", "ana luz"),
        ("createdAt[not]=2024-01-10T12:00:00Z", "ana luz"),
        ("createdAt[not][gt]=2024-06-01T00:00:00Z", "john"),
        # Booleans
        ("emailVerified=true", "ana"),
        ("emailVerified[equals]=false", "john luz"),
        ("emailVerified[not]=true", "john luz"),
        # Computed flags
        ("noPayments=true", "john"),
        ("noPayments=false", "ana luz"),
        ("NOT[noPayments]=true", "ana luz"),
        # Comparisons with null are never true, and not under NOT either
        ("email=ana@example.com", "ana"),
        ("email[not]=ana@example.com", ""),
        ("email[not][contains]=zzz", "ana"),
        ("email[notIn][]=zzz", "ana"),
        ("NOT[email]=zzz", "ana"),
        ("NOT[email][in][]=zzz", "ana"),
        ("NOT[NOT][email]=ana@example.com", "ana"),
        ("email[contains]=", "ana"),
        ("archivedAt[gte]=2000-01-01T00:00:00Z", "john"),
        ("NOT[archivedAt][gte]=2026-01-01T00:00:00Z", "john"),
        ("replyWithAssistant=true", "luz"),
        ("replyWithAssistant[not]=true", "john"),
        ("NOT[replyWithAssistant]=true", "john"),
        # Unknown beside something known
        ("OR[0][email][contains]=a&OR[1][noPayments]=true", "ana john"),
        ("NOT[OR][0][email]=zzz&NOT[OR][1][noPayments]=true", "ana"),
        ("NOT[AND][0][email]=zzz&NOT[AND][1][noPayments]=true", "ana luz"),
        # Groups
        ("OR[0][name][contains]=ana&OR[1][name][contains]=luz", "ana luz"),
        ("AND[0][name][contains]=john&AND[1][name][contains]=luz", "luz"),
        ("AND[name][contains]=john&AND[emailVerified]=false", "john luz"),
        ("NOT[0][name][contains]=john&NOT[1][name][contains]=smith", "ana"),
        ("NOT[name][contains]=john&NOT[emailVerified]=true", "ana john luz"),
        ("OR[0][AND][0][name][contains]=john&OR[0][AND][1][noPayments]=false", "luz"),
        # Siblings are ANDed, groups among them
        ("name[contains]=john&emailVerified=false&createdAt[gt]=2024-06-01T00:00:00Z", "luz"),
        ("name[contains]=john&OR[0][noPayments]=true", "john"),
        ("noPayments=false&NOT[name][startsWith]=ana", "luz"),
    ],
)
def test_a_filter_matches(text: str, expected: str) -> None:
    assert matching(qs_codec.decode(text)) == expected


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ({"OR": []}, ""),
        ({"NOT": {"OR": []}}, "ana john luz"),
        ({"AND": []}, "ana john luz"),
        ({"NOT": []}, "ana john luz"),
        ({"AND": {}}, "ana john luz"),
        ({"NOT": {}}, ""),
        ({"name": {}}, "ana john luz"),
        ({"name": {"in": []}}, ""),
        ({"name": {"notIn": []}}, "ana john luz"),
    ],
)
def test_empty_groups_mean_what_logic_says(where: Any, expected: str) -> None:
    """A query string cannot express these, but another decoder may."""
    assert matching(where) == expected


def test_twenty_alternatives_are_a_list_and_twenty_one_are_refused() -> None:
    twenty = "&".join(f"OR[{n}][name]=x" for n in range(20))
    assert matching(qs_codec.decode(twenty)) == ""
    one_more = qs_codec.decode(f"{twenty}&OR[20][name]=x")
    assert faults(one_more) == [("filter.OR", "invalid_type")]


@pytest.mark.parametrize("group", ["AND", "NOT"])
def test_a_list_too_long_for_qs_is_not_taken_for_an_object(group: str) -> None:
    where = qs_codec.decode("&".join(f"{group}[{n}][name]=x" for n in range(21)))
    assert faults(where) == [(f"filter.{group}", "invalid_type")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nam=x", [("filter.nam", "unrecognized_keys")]),
        ("metadata[key]=x", [("filter.metadata", "unrecognized_keys")]),
        ("meta[studentId]=x", [("filter.meta", "unrecognized_keys")]),
        ("or[0][name]=x", [("filter.or", "unrecognized_keys")]),
        ("name[like]=x", [("filter.name.like", "unrecognized_keys")]),
        ("name[not][like]=x", [("filter.name.not.like", "unrecognized_keys")]),
        ("createdAt[contains]=2025", [("filter.createdAt.contains", "unrecognized_keys")]),
        ("emailVerified[gt]=true", [("filter.emailVerified.gt", "unrecognized_keys")]),
        ("emailVerified[in][]=true", [("filter.emailVerified.in", "unrecognized_keys")]),
        ("emailVerified=yes", [("filter.emailVerified", "invalid_boolean")]),
        ("emailVerified=TRUE", [("filter.emailVerified", "invalid_boolean")]),
        ("emailVerified=", [("filter.emailVerified", "invalid_boolean")]),
        ("noPayments=1", [("filter.noPayments", "invalid_boolean")]),
        ("noPayments[equals]=true", [("filter.noPayments", "invalid_type")]),
        ("createdAt=null", [("filter.createdAt", "invalid_datetime")]),
        ("createdAt[gte]=2025-01-10", [("filter.createdAt.gte", "invalid_datetime")]),
        ("createdAt[gte]=2025-01-10T12:00:00", [("filter.createdAt.gte", "invalid_datetime")]),
        ("createdAt[gte]=2025-13-10T12:00:00Z", [("filter.createdAt.gte", "invalid_datetime")]),
        ("createdAt[gte]=2025-W01-1T12:00:00Z", [("filter.createdAt.gte", "invalid_datetime")]),
        # A plus that nobody percent-encoded arrives as a space.
        ("createdAt=2025-01-10T12:00:00+00:00", [("filter.createdAt", "invalid_datetime")]),
        ("name=a&name=b", [("filter.name", "invalid_type")]),
        ("name[contains]=a&name[contains]=b", [("filter.name.contains", "invalid_type")]),
        ("name[in]=a", [("filter.name.in", "invalid_type")]),
        ("name[in][0][x]=a", [("filter.name.in.0", "invalid_type")]),
        (
            "createdAt[in][]=x&createdAt[in][]=2025-01-10T12:00:00Z",
            [("filter.createdAt.in.0", "invalid_datetime")],
        ),
        ("OR=x", [("filter.OR", "invalid_type")]),
        ("OR[name]=x", [("filter.OR", "invalid_type")]),
        ("OR[0]=x", [("filter.OR.0", "invalid_type")]),
        ("AND=x", [("filter.AND", "invalid_type")]),
        ("NOT=x", [("filter.NOT", "invalid_type")]),
        ("AND[OR][0][nam]=x", [("filter.AND.OR.0.nam", "unrecognized_keys")]),
        # Below five levels qs stops decoding brackets: the sixth arrives as a key with its brackets on.
        (
            "OR[0][AND][0][OR][0][name]=x",
            [("filter.OR.0.AND.0.OR.0.[name]", "unrecognized_keys")],
        ),
        # All faults, not only the first
        (
            "nam=x&OR[0][emailVerified]=2&OR[1][name][like]=y&NOT[createdAt]=z",
            [
                ("filter.nam", "unrecognized_keys"),
                ("filter.OR.0.emailVerified", "invalid_boolean"),
                ("filter.OR.1.name.like", "unrecognized_keys"),
                ("filter.NOT.createdAt", "invalid_datetime"),
            ],
        ),
    ],
)
def test_a_fault_is_named_by_its_place(text: str, expected: list[tuple[str, str]]) -> None:
    assert faults(qs_codec.decode(text)) == expected


@pytest.mark.parametrize("where", [["x"], "x"])
def test_a_filter_is_an_object(where: Any) -> None:
    assert faults(where) == [("filter", "invalid_type")]


@pytest.mark.parametrize("value", [None, 5, True])
def test_a_value_that_no_query_string_can_hold_is_refused(value: Any) -> None:
    assert faults({"name": value}) == [("filter.name", "invalid_type")]


def test_messages_say_what_was_expected() -> None:
    where = qs_codec.decode("nam=x&name[like]=x&createdAt=soon&OR[name]=x&emailVerified=1")
    assert [issue.message for issue in compile_where(where, SCHEMA).issues] == [
        "Unknown field: 'nam'",
        "Unknown operator for string fields: 'like'",
        "'soon' is not an ISO 8601 instant with a zone",
        "Expected array, received object",
        "'1' is not true or false",
    ]


# Other resources have other kinds of fields, and one a relation

PAID: dict[str, Any] = {
    "id": "pay_paid",
    "amount": 150000,
    "status": "COMPLETE",
    "type": "CARD",
    "isCompleted": True,
    "monthlyInstallments": None,
    "customerId": "cus_ana",
}
OPEN: dict[str, Any] = {
    "id": "pay_open",
    "amount": 99,
    "status": "INCOMPLETE",
    "type": None,
    "isCompleted": False,
    "monthlyInstallments": 3,
    "customerId": "cus_john",
}
LOST: dict[str, Any] = {"id": "pay_lost", "amount": 17.25, "status": None, "customerId": "cus_gone"}
OWNERS = {"cus_ana": ANA, "cus_john": JOHN}
PAYMENTS = Schema(
    RESOURCES["payments"].columns,
    relations={"customer": Relation(SCHEMA, lambda record: OWNERS.get(record["customerId"]))},
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Numbers
        ("amount=150000", "paid"),
        ("amount=150000.0", "paid"),
        ("amount=1.5e5", "paid"),
        ("amount[equals]=17.25", "lost"),
        ("amount[gt]=99", "paid"),
        ("amount[gte]=99", "paid open"),
        ("amount[lt]=99", "lost"),
        ("amount[lte]=99", "open lost"),
        ("amount[gt]=-1", "paid open lost"),
        ("amount[not]=99", "paid lost"),
        ("amount[in][]=99&amount[in][]=17.25", "open lost"),
        ("amount[notIn][]=99", "paid lost"),
        ("amount[lt]=" + "9" * 60, "paid open lost"),
        (f"amount[lt]={int(sys.float_info.max)}", "paid open lost"),
        (f"amount[gt]={Decimal(repr(math.ulp(0))):f}", "paid open lost"),
        ("monthlyInstallments[not]=6", "open"),
        ("NOT[monthlyInstallments][gt]=6", "open"),
        # Enums
        ("status=COMPLETE", "paid"),
        ("status[equals]=INCOMPLETE", "open"),
        ("status[not]=COMPLETE", "open"),
        ("status[in][]=COMPLETE&status[in][]=INCOMPLETE", "paid open"),
        ("status[notIn][]=COMPLETE", "open"),
        ("NOT[type]=CARD", ""),
        ("OR[0][type]=CARD&OR[1][status]=INCOMPLETE", "paid open"),
        # Flags
        ("isCompleted=true", "paid"),
        ("isCompleted=false", "open"),
        ("isCompleted[equals]=true", "paid"),
        # The relation: everything that can be asked of a customer
        ("customer[username]=x", ""),
        ("customer[name][contains]=JOHN", "open"),
        ("customer[emailVerified]=true", "paid"),
        ("customer[noPayments]=true", "open"),
        ("customer[createdAt][gte]=2025-01-01T00:00:00Z", "paid"),
        ("customer[OR][0][name]=ana pérez&customer[OR][1][id]=cus_john", "paid open"),
        ("customer[name][contains]=a&isCompleted=true", "paid"),
        ("OR[0][customer][name]=ana pérez&OR[1][amount]=99", "paid open"),
        ("NOT[customer][id]=cus_ana", "open lost"),
        ("customer[email][not]=zzz", "paid"),
    ],
)
def test_a_filter_of_payments_matches(text: str, expected: str) -> None:
    condition = compile_where(qs_codec.decode(text), PAYMENTS)
    assert condition.issues == ()
    found = [each["id"][4:] for each in (PAID, OPEN, LOST) if condition.test(each) is Truth.YES]
    assert " ".join(found) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("amount=many", [("filter.amount", "invalid_number")]),
        ("amount=", [("filter.amount", "invalid_number")]),
        ("amount=NaN", [("filter.amount", "invalid_number")]),
        ("amount=Infinity", [("filter.amount", "invalid_number")]),
        ("amount=1e999", [("filter.amount", "invalid_number")]),
        ("amount=1_0", [("filter.amount", "invalid_number")]),
        ("amount= 1", [("filter.amount", "invalid_number")]),
        ("amount=0x10", [("filter.amount", "invalid_number")]),
        ("amount=٢", [("filter.amount", "invalid_number")]),
        ("amount=" + "9" * 5000, [("filter.amount", "invalid_number")]),
        ("amount[contains]=1", [("filter.amount.contains", "unrecognized_keys")]),
        ("amount[in][]=x", [("filter.amount.in.0", "invalid_number")]),
        ("status=DONE", [("filter.status", "invalid_enum")]),
        ("status=complete", [("filter.status", "invalid_enum")]),
        ("status=", [("filter.status", "invalid_enum")]),
        ("status=null", [("filter.status", "invalid_enum")]),
        ("status[in][]=COMPLETE&status[in][]=DONE", [("filter.status.in.1", "invalid_enum")]),
        ("status[not]=DONE", [("filter.status.not", "invalid_enum")]),
        ("status[contains]=COMPLETE", [("filter.status.contains", "unrecognized_keys")]),
        ("status[gt]=COMPLETE", [("filter.status.gt", "unrecognized_keys")]),
        ("isCompleted=yes", [("filter.isCompleted", "invalid_boolean")]),
        ("customer=cus_ana", [("filter.customer", "invalid_type")]),
        ("customer[0][name]=x", [("filter.customer", "invalid_type")]),
        ("customer[nam]=x", [("filter.customer.nam", "unrecognized_keys")]),
        ("customer[name][like]=x", [("filter.customer.name.like", "unrecognized_keys")]),
        ("customer[customer][name]=x", [("filter.customer.customer", "unrecognized_keys")]),
        ("noPayments=true", [("filter.noPayments", "unrecognized_keys")]),
        ("items[0][amount]=1", [("filter.items", "unrecognized_keys")]),
    ],
)
def test_a_fault_in_a_filter_of_payments_is_named_by_its_place(
    text: str, expected: list[tuple[str, str]]
) -> None:
    found = compile_where(qs_codec.decode(text), PAYMENTS).issues
    assert [(".".join(map(str, issue.path)), issue.code) for issue in found] == expected


def test_an_unknown_value_of_an_enum_is_told_the_known_ones() -> None:
    (issue,) = compile_where({"status": "DONE"}, PAYMENTS).issues
    assert issue.message == (
        "'DONE' is not one of INCOMPLETE, COMPLETE, CANCELED, INITIATED, REFUNDED, DISPUTED, REVERTED"
    )


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("amount=asc", "lost open paid"),
        ("amount=desc", "paid open lost"),
        # As they are declared, not as they are spelled, and null behind.
        ("status=asc", "open paid lost"),
        ("status=desc", "lost paid open"),
        ("isCompleted=asc", "open paid lost"),
    ],
)
def test_records_are_ordered_by_the_kind_of_the_field(order: str, expected: str) -> None:
    ordering = compile_order(qs_codec.decode(order), PAYMENTS)
    assert ordering.issues == ()
    records = [Stored(each) for each in (PAID, OPEN, LOST)]
    assert " ".join(stored.record["id"][4:] for stored in ordering.sort(records)) == expected


@pytest.mark.parametrize("order", ["customer=asc", "items=asc", "noPayments=asc"])
def test_what_is_no_column_orders_nothing(order: str) -> None:
    (issue,) = compile_order(qs_codec.decode(order), PAYMENTS).issues
    assert issue.code == "unrecognized_keys"


@pytest.mark.parametrize(
    ("first", "second", "conjunction", "disjunction"),
    [
        (Truth.YES, Truth.YES, Truth.YES, Truth.YES),
        (Truth.YES, Truth.UNKNOWN, Truth.UNKNOWN, Truth.YES),
        (Truth.YES, Truth.NO, Truth.NO, Truth.YES),
        (Truth.UNKNOWN, Truth.UNKNOWN, Truth.UNKNOWN, Truth.UNKNOWN),
        (Truth.UNKNOWN, Truth.NO, Truth.NO, Truth.UNKNOWN),
        (Truth.NO, Truth.NO, Truth.NO, Truth.NO),
    ],
)
def test_the_logic_is_that_of_sql(
    first: Truth, second: Truth, conjunction: Truth, disjunction: Truth
) -> None:
    where: dict[Truth, Any] = {Truth.YES: {"AND": []}, Truth.NO: {"OR": []}, Truth.UNKNOWN: {"email": "x"}}
    for pair in ((first, second), (second, first)):
        parts = [compile_where(where[truth], SCHEMA) for truth in pair]
        assert all_of(parts).test(JOHN) is conjunction
        assert any_of(parts).test(JOHN) is disjunction
        assert none_of(parts).test(JOHN) is Truth(-disjunction)


def test_a_comparison_takes_few_steps() -> None:
    """Long filters are asked about every record: counted, as time would depend on the machine."""
    where: Any = {"OR": [{"OR": [{"id": {"equals": f"x{a}-{b}"}} for b in range(20)]} for a in range(4)]}
    test = compile_where(where, SCHEMA).test
    steps = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal steps
        steps += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        truth = test(ANA)
    finally:
        sys.setprofile(before)
    assert truth is Truth.NO
    assert 80 < steps < 80 * 8


def test_alternatives_behind_one_that_holds_are_not_asked() -> None:
    asked: list[str] = []

    def flag(name: str) -> Any:
        def value(record: Any) -> Any:
            asked.append(name)
            return record[name]

        return value

    schema = Schema({}, {name: flag(name) for name in ("a", "b", "c")})
    record = {"a": False, "b": True, "c": False}
    each: Any = [{name: "true"} for name in record]
    assert compile_where({"OR": each}, schema).test(record) is Truth.YES
    assert compile_where({"AND": each}, schema).test(record) is Truth.NO
    assert asked == ["a", "b", "a"]
