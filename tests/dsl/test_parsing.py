"""Strings and plain objects become filters again, and what is wrong with them is said with its place."""

from __future__ import annotations

from typing import Any

import pytest
import strategies
from conftest import ForAll
from hypothesis import assume

from quentli_query import (
    EVERYTHING,
    NOTHING,
    Filter,
    FilterParseError,
    FilterTooLargeError,
    FilterTypeError,
    OrderBy,
    Q,
    all_of,
    any_of,
    parse_filter,
    parse_order_by,
)
from quentli_query.dsl.fields import NumberField, TextField
from quentli_query.dsl.ordering import order_string
from quentli_query.dsl.vocabulary import Vocabulary


class OtherVocabulary(Vocabulary, resource="invoices", source="InvoiceQ"):
    number: TextField[Any] = TextField()
    total_amount: NumberField[Any] = NumberField()


InvoiceQ = OtherVocabulary()

CONSTANTS = {"EVERYTHING": EVERYTHING, "NOTHING": NOTHING}
VENDORS = "name[contains]=john&OR[0][noPayments]=true"


def compiled(filter_: Filter[Any]) -> str:
    """The string, or nothing of the test if there is none."""
    assume(filter_ != NOTHING)
    try:
        return str(filter_)
    except FilterTooLargeError:
        assume(False)
        raise


def test_what_is_written_is_read_back_as_the_same_object(for_all: ForAll) -> None:
    @for_all(strategies.filters())
    def check(filter_: Filter[Any]) -> None:
        text = compiled(filter_)
        again = parse_filter(text)
        assert again.to_where() == filter_.to_where()
        assert str(again) == text


def test_a_where_object_is_read_back_as_the_same_object(for_all: ForAll) -> None:
    @for_all(strategies.filters())
    def check(filter_: Filter[Any]) -> None:
        assume(filter_ != NOTHING)
        assert Filter.from_where(filter_.to_where()).to_where() == filter_.to_where()


def test_repr_is_read_back_as_the_same_filter(for_all: ForAll) -> None:
    @for_all(strategies.filters())
    def check(filter_: Filter[Any]) -> None:
        again = eval(repr(filter_), {"Q": Q, "all_of": all_of, "any_of": any_of, **CONSTANTS})
        assert again == filter_
        assert hash(again) == hash(filter_)
        assert ~~filter_ == filter_


def test_orders_are_read_back(for_all: ForAll) -> None:
    @for_all(strategies.orders())
    def check(orders: list[OrderBy[Any]]) -> None:
        assert parse_order_by(order_string(orders, "customers")) == orders


@pytest.mark.parametrize(
    "text",
    [
        VENDORS,
        "name%5Bcontains%5D=john&OR%5B0%5D%5BnoPayments%5D=true",
        "name%5Bcontains%5D%3Djohn%26OR%5B0%5D%5BnoPayments%5D%3Dtrue",
        f"filter={VENDORS}",
        f"/v1/customers?filter={VENDORS}",
        "filter=name%5Bcontains%5D%3Djohn%26OR%5B0%5D%5BnoPayments%5D%3Dtrue&take=20&orderBy=createdAt%3Ddesc",
        "https://api.quentli.com/v1/customers?skip=0&filter=name%5Bcontains%5D%3Djohn%26OR%5B0%5D%5BnoPayments%5D%3Dtrue",
    ],
)
def test_the_vendors_example_however_it_was_copied(text: str) -> None:
    assert parse_filter(text) == Q.name.contains("john") & any_of(Q.no_payments())


@pytest.mark.parametrize(
    ("text", "orders"),
    [
        ("createdAt=desc", [Q.created_at.desc()]),
        ("name=asc&createdAt=desc", [Q.name.asc(), Q.created_at.desc()]),
        ("orderBy=createdAt%3Ddesc&take=5", [Q.created_at.desc()]),
        ("https://api.quentli.com/v1/customers?orderBy=createdAt=desc", [Q.created_at.desc()]),
        ("", []),
    ],
)
def test_orders(text: str, orders: list[OrderBy[Any]]) -> None:
    assert parse_order_by(text) == orders


@pytest.mark.parametrize(
    ("text", "filter_"),
    [
        ("", EVERYTHING),
        ("name[contains]=what?", Q.name.contains("what?")),
        ("name[contains]=a+b%2Bc%20d", Q.name.contains("a b+c d")),
        ("name[contains]=a=b", Q.name.contains("a=b")),
        ("name[equals]=a%26OR%5B0%5D%5BnoPayments%5D%3Dtrue", Q.name.equals("a&OR[0][noPayments]=true")),
        ("name=Ana", Q.name.equals("Ana")),
        ("name=", Q.name.equals("")),
        ("username[equals]=ana", Q.username.equals("ana")),
        ("username=ana", Q.username.equals("ana")),
        ("emailVerified=true", Q.email_verified.is_true()),
        ("emailVerified[not]=true", Q.email_verified.is_false()),
        ("id[in][0]=a&id[in][1]=b", Q.id.in_(["a", "b"])),
        ("id[in][]=a&id[in][]=b", Q.id.in_(["a", "b"])),
        ("id[notIn][0]=a&id[notIn][1]=b", Q.id.not_in(["a", "b"])),
        ("OR[1][name]=a&OR[0][name]=b", any_of(Q.name.equals("b"), Q.name.equals("a"))),
        ("AND[0][name]=a&AND[1][email]=b", Q.name.equals("a") & Q.email.equals("b")),
        ("NOT[name]=a&NOT[email]=b", ~(Q.name.equals("a") & Q.email.equals("b"))),
        ("NOT[0][name]=a&NOT[1][email]=b", ~Q.name.equals("a") & ~Q.email.equals("b")),
        ("NOT[NOT][name]=a", Q.name.equals("a")),
        ("createdAt[gte]=2025-01-01T00:00:00.000Z", Q.created_at.gte("2025-01-01T00:00:00Z")),
        ("&name=a&&", Q.name.equals("a")),
    ],
)
def test_other_spellings(text: str, filter_: Filter[Any]) -> None:
    assert parse_filter(text) == filter_


@pytest.mark.parametrize(
    ("where", "filter_"),
    [
        ({}, EVERYTHING),
        ({"OR": []}, NOTHING),
        ({"AND": []}, EVERYTHING),
        ({"NOT": []}, EVERYTHING),
        ({"id": {"in": ["a", "b"]}}, Q.id.in_(["a", "b"])),
        ({"id": {"in": []}}, NOTHING),
        ({"noPayments": True}, Q.no_payments()),
        ({"noPayments": "false"}, Q.no_payments(False)),
        ({"OR": ({"name": "a"}, {})}, EVERYTHING),
    ],
)
def test_plain_objects(where: dict[str, Any], filter_: Filter[Any]) -> None:
    assert Filter.from_where(where) == filter_


@pytest.mark.parametrize(
    ("text", "path", "message"),
    [
        (
            "OR[0][name]=a&OR[1][nmae]=b",
            "OR[1][nmae]",
            "customers have no field 'nmae'; did you mean 'name'?",
        ),
        ("phone_number=1", "phone_number", "did you mean 'phoneNumber'?"),
        ("zzz=1", "zzz", "there are id, createdAt, updatedAt"),
        ("or[0][name]=a", "or", "customers have no field 'or'"),
        ("meta[studentId]=1", "meta", "customers have no field 'meta'"),
        ("name[containz]=a", "name[containz]", "Q.name has no operator 'containz'; did you mean 'contains'?"),
        (
            "createdAt[contains]=a",
            "createdAt[contains]",
            "there are equals, not, gt, lte, gte, lt, in, notIn",
        ),
        ("name[gte]=a", "name[gte]", "Q.name has no operator 'gte'"),
        ("emailVerified[in][0]=true", "emailVerified[in]", "Q.email_verified has no operator 'in'"),
        ("noPayments[equals]=true", "noPayments[equals]", "a flag is spelled noPayments=true or =false"),
        ("noPayments=yes", "noPayments", "true or false is expected here, and not 'yes'"),
        ("emailVerified[equals]=1", "emailVerified[equals]", "true or false is expected here, and not '1'"),
        ("createdAt[gte]=2025-01-01", "createdAt[gte]", "without a zone it is not an instant"),
        ("createdAt[gte]=soon", "createdAt[gte]", "'soon' cannot be used: it is not an ISO 8601 instant"),
        ("name", "name", "it has no value; write = and a value behind it"),
        ("name[contains]", "name[contains]", "it has no value"),
        ("name[contains=a", "name[contains", "the brackets do not match"),
        ("name]contains[=a", "name]contains[", "the brackets do not match"),
        ("=a", "", "it is not a key"),
        ("[name]=a", "[name]", "it is not a key"),
        ("name[contains]=a&name[contains]=b", "name[contains]", "it is given more than once"),
        ("name=a&name[contains]=b", "name", "it is given more than once"),
        (
            "noPayments=true&noPayments=true",
            "noPayments",
            "true or false is expected here, and not ['true', 'true']",
        ),
        ("OR[name]=a", "OR", "numbered items are expected here, as in OR[0]"),
        ("OR=a", "OR", "numbered items are expected here"),
        ("OR[0]=a", "OR[0]", "fields or operators in brackets are expected here, and not 'a'"),
        ("AND[name]=a", "AND", "numbered items are expected here"),
        ("NOT=a", "NOT", "fields or operators in brackets are expected here"),
        ("NOT[0][nmae]=a", "NOT[0][nmae]", "did you mean 'name'?"),
        ("id[in]=a", "id[in]", "numbered items are expected here, as in id[in][0]"),
        (
            "OR[0][AND][0][OR][0][name]=a",
            "OR[0][AND][0][OR][0][name]",
            "servers read at most 5 levels of brackets",
        ),
        (
            "OR[20][name]=a&OR[0][name]=b",
            "OR",
            "servers read lists of at most 20 items, numbered from 0 to 19",
        ),
    ],
)
def test_faults_are_said_with_their_place(text: str, path: str, message: str) -> None:
    with pytest.raises(FilterParseError) as caught:
        parse_filter(text)
    assert caught.value.path == path
    assert message in str(caught.value)
    assert str(caught.value).startswith(path)


@pytest.mark.parametrize(
    ("text", "path", "message"),
    [
        ("createdAt=down", "createdAt", "asc or desc is expected here, and not 'down'"),
        ("createdAt=DESC", "createdAt", "asc or desc"),
        ("createdAt[sort]=desc", "createdAt", "asc or desc is expected here"),
        ("createdAt=asc&createdAt=desc", "createdAt", "asc or desc is expected here"),
        ("created=desc", "created", "did you mean 'createdAt'?"),
        ("noPayments=asc", "noPayments", "Q.no_payments is computed and cannot order a list"),
        ("createdAt", "createdAt", "it has no value"),
    ],
)
def test_faults_in_orders(text: str, path: str, message: str) -> None:
    with pytest.raises(FilterParseError) as caught:
        parse_order_by(text)
    assert caught.value.path == path
    assert message in str(caught.value)


@pytest.mark.parametrize(
    "where", [[], "a", None, {"OR": {"0": {}}}, {"name": {"in": [["a"]]}}, {"name": None}, {"name": 3}]
)
def test_objects_that_are_none(where: Any) -> None:
    with pytest.raises(FilterParseError):
        Filter.from_where(where)


def test_too_many_pairs() -> None:
    with pytest.raises(FilterParseError, match="servers read at most 1000 pairs, and it has 1001"):
        parse_filter("&".join(["name=a"] * 1001))


@pytest.mark.parametrize("thing", [None, 3, b"name=a", Q.name.contains("a")])
def test_only_text_is_read(thing: Any) -> None:
    with pytest.raises(FilterTypeError, match="a string such as"):
        parse_filter(thing)
    with pytest.raises(FilterTypeError, match="a string such as"):
        parse_order_by(thing)


def test_another_vocabulary() -> None:
    assert parse_filter("number=1", InvoiceQ) == InvoiceQ.number.equals("1")
    assert parse_order_by("totalAmount=asc", InvoiceQ) == [InvoiceQ.total_amount.asc()]
    assert Filter.from_where({"number": "1"}, InvoiceQ) == InvoiceQ.number.equals("1")
    with pytest.raises(FilterParseError, match="customers have no field 'number'"):
        parse_filter("number=1")


def test_numbers_are_read() -> None:
    for text in (
        "totalAmount[gte]=150000&totalAmount[lt]=200000",
        "totalAmount[equals]=0.1",
        "totalAmount[lt]=-5",
    ):
        assert str(parse_filter(text, InvoiceQ)) == text
    for wrong in ("1e3", "NaN", "x", "", " 1", "\N{ARABIC-INDIC DIGIT ONE}"):
        with pytest.raises(FilterParseError, match="a number is expected here") as caught:
            parse_filter(f"totalAmount[gte]={wrong}", InvoiceQ)
        assert caught.value.path == "totalAmount[gte]"
