"""Strings and plain objects become filters again, and what is wrong with them is said with its place."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from conftest import ForAll
from hypothesis import assume
from support import strategies
from support.vocabularies import NAMES, VOCABULARIES

from quentli_query import (
    EVERYTHING,
    NOTHING,
    DiscountQ,
    Filter,
    FilterParseError,
    FilterTooLargeError,
    FilterTypeError,
    OrderBy,
    PaymentQ,
    Q,
    all_of,
    any_of,
    parse_filter,
    parse_order_by,
)
from quentli_query.filters.expressions import compile_order_by
from quentli_query.filters.fields import NumberField, TextField, Vocabulary, inspect


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


each_vocabulary = pytest.mark.parametrize("vocabulary", [Q, DiscountQ, PaymentQ], ids=repr)
"""Between them they have fields of every kind."""


@each_vocabulary
def test_what_is_written_is_read_back_as_the_same_object(for_all: ForAll, vocabulary: Vocabulary) -> None:
    @for_all(strategies.filters(vocabulary=vocabulary), examples=300)
    def check(filter_: Filter[Any]) -> None:
        text = compiled(filter_)
        again = parse_filter(text, vocabulary)
        assert again.to_where() == filter_.to_where()
        assert str(again) == text


@each_vocabulary
def test_a_where_object_is_read_back_as_the_same_object(for_all: ForAll, vocabulary: Vocabulary) -> None:
    @for_all(strategies.filters(vocabulary=vocabulary), examples=300)
    def check(filter_: Filter[Any]) -> None:
        assume(filter_ != NOTHING)
        assert Filter.from_where(filter_.to_where(), vocabulary).to_where() == filter_.to_where()


@each_vocabulary
def test_repr_is_read_back_as_the_same_filter(for_all: ForAll, vocabulary: Vocabulary) -> None:
    names = {**NAMES, "all_of": all_of, "any_of": any_of, "Decimal": Decimal, **CONSTANTS}

    @for_all(strategies.filters(vocabulary=vocabulary), examples=300)
    def check(filter_: Filter[Any]) -> None:
        again = eval(repr(filter_), names)
        assert again == filter_
        assert hash(again) == hash(filter_)
        assert ~~filter_ == filter_


@each_vocabulary
def test_orders_are_read_back(for_all: ForAll, vocabulary: Vocabulary) -> None:
    @for_all(strategies.orders(vocabulary), examples=200)
    def check(orders: list[OrderBy[Any]]) -> None:
        assert parse_order_by(compile_order_by(orders, inspect(vocabulary).resource), vocabulary) == orders


@pytest.mark.parametrize(
    "text",
    [
        VENDORS,
        "name%5Bcontains%5D=john&OR%5B0%5D%5BnoPayments%5D=true",
        "name%5Bcontains%5D%3Djohn%26OR%5B0%5D%5BnoPayments%5D%3Dtrue",
        f"filter={VENDORS}",
        f"/v1/customers?filter={VENDORS}",
        f"?{VENDORS}",
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
        ("name[contains]=what?&email[contains]=a", Q.name.contains("what?") & Q.email.contains("a")),
        ("/v1/customers?filter=name[contains]=what?", Q.name.contains("what?")),
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
        ("OR[0][AND][0][name][equals]=a", any_of(Q.name.equals("a"))),
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
        ({"noPayments": False}, Q.no_payments(False)),
        ({"noPayments": "false"}, Q.no_payments(False)),
        ({"emailVerified": {"equals": False}}, Q.email_verified.is_false()),
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
        ("createdAt[in][0]=soon", "createdAt[in]", "'soon' cannot be used: it is not an ISO 8601 instant"),
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
        ("noPayments=true&noPayments=true", "noPayments", "it is given more than once"),
        ("&".join(["name=a"] * 25), "name", "it is given more than once"),
        ("&".join(["name[contains]=a"] * 25), "name[contains]", "it is given more than once"),
        ("name%5Bcontains%5D=a&name[contains]=b", "name[contains]", "it is given more than once"),
        # A copy that was cut off must not come to mean every record.
        ("filter", "filter", "it has no value"),
        ("/v1/customers?filter&take=5", "filter", "it has no value"),
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
    ("text", "message"),
    [
        ("name", "name: it has no value; write = and a value behind it"),
        ("name[contains", "name[contains: it has no value; write = and a value behind it"),
        (
            "name[contains=a",
            "name[contains: it is not a key in the form name[operator], or the brackets do not match",
        ),
        ("=a", "it is not a key in the form name[operator], or the brackets do not match"),
        ("name[contains]=a&name[contains]=b", "name[contains]: it is given more than once"),
        ("noPayments=yes", "noPayments: true or false is expected here, and not 'yes'"),
        ("OR=a", "OR: numbered items are expected here, as in OR[0], and not 'a'"),
        ("OR[0]=a", "OR[0]: fields or operators in brackets are expected here, and not 'a'"),
    ],
)
def test_a_fault_names_the_place_the_expectation_and_what_is_there(text: str, message: str) -> None:
    with pytest.raises(FilterParseError) as caught:
        parse_filter(text)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("text", "path", "message"),
    [
        ("createdAt=down", "createdAt", "asc or desc is expected here, and not 'down'"),
        ("createdAt=DESC", "createdAt", "asc or desc"),
        ("createdAt[sort]=desc", "createdAt", "asc or desc is expected here"),
        ("createdAt=asc&createdAt=desc", "createdAt", "it is given more than once"),
        ("orderBy", "orderBy", "it has no value"),
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
    ("where", "path"),
    [
        ([], ""),
        ("a", ""),
        (None, ""),
        ({"OR": {"0": {}}}, "OR"),
        ({"name": {"in": [["a"]]}}, "name[in]"),
        ({"name": None}, "name"),
        ({"name": 3}, "name"),
        ({3: 4}, ""),
        ({None: 1}, ""),
        ({"name": {3: 4}}, "name"),
        ({"OR": [{3: 4}]}, "OR[0]"),
    ],
)
def test_objects_that_are_none(where: Any, path: str) -> None:
    with pytest.raises(FilterParseError) as caught:
        Filter.from_where(where)
    assert caught.value.path == path


def test_a_thousand_pairs_are_read() -> None:
    pairs = [
        f"OR[{number}]{place}[{key}][{operator}]=a{number}{place}"
        for number in range(20)
        for place in ("", "[AND][0]")
        for key in ("id", "name", "username", "email", "phoneNumber")
        for operator in ("equals", "not", "contains", "startsWith", "endsWith")
    ]
    read: Any = parse_filter("&".join(pairs))
    assert [len(alternative.parts) for alternative in read.parts] == [50] * 20
    with pytest.raises(FilterParseError) as caught:
        parse_filter("&".join([*pairs, "noPayments=true"]))
    assert str(caught.value) == "servers read at most 1000 pairs, and it has 1001"
    assert caught.value.path == ""


@pytest.mark.parametrize("thing", [None, 3, b"name=a", Q.name.contains("a")])
def test_only_text_is_read(thing: Any) -> None:
    with pytest.raises(FilterTypeError, match="a string such as"):
        parse_filter(thing)
    with pytest.raises(FilterTypeError, match="a string such as"):
        parse_order_by(thing)


def test_the_message_says_what_stands_in_place_of_a_string() -> None:
    with pytest.raises(FilterTypeError) as caught:
        parse_filter(3)  # type: ignore[arg-type]
    assert str(caught.value) == "a string such as 'name[contains]=john' is expected, and not 3"


INVOICES = "https://api.quentli.com/v1/invoices?filter=isPaid%3Dfalse&orderBy=createdAt%3Ddesc"


@pytest.mark.parametrize(
    ("text", "vocabulary", "asked", "source"),
    [
        (INVOICES, Q, "invoices", "InvoiceQ"),
        ("/v1/payment-concepts?filter=id%3Da&orderBy=id%3Dasc", Q, "payment_concepts", "PaymentConceptQ"),
        ("http://127.0.0.1:8080/v1/webhook-events/?filter=id=a&orderBy=id=asc", PaymentQ, "webhook_events", "WebhookEventQ"),
        ("/v1/customers?filter=id=a", PaymentQ, "customers", "Q"),
        ("https://api.quentli.com/v1/tax-invoices", Q, "tax_invoices", "TaxInvoiceQ"),
    ],
)  # fmt: skip
def test_the_url_of_another_list_is_refused(text: str, vocabulary: Any, asked: str, source: str) -> None:
    for read in (parse_filter, parse_order_by):
        with pytest.raises(FilterParseError) as caught:
            read(text, vocabulary)
        assert str(caught.value) == (
            f"the URL asks for {asked}, and {vocabulary!r} is for {inspect(vocabulary).resource}; "
            f"read it with {read.__name__}(text, {source})"
        )
        assert caught.value.path == ""


def test_each_list_has_a_url_of_its_own() -> None:
    for resource, vocabulary in VOCABULARIES.items():
        url = f"/v1/{resource.replace('_', '-')}?filter=id%3Da&orderBy=id%3Dasc"
        assert str(parse_filter(url, vocabulary)) == "id[equals]=a"
        assert str(parse_order_by(url, vocabulary)[0]) == "id=asc"
        other: Vocabulary = PaymentQ if vocabulary is not PaymentQ else Q
        with pytest.raises(FilterParseError, match=rf"parse_filter\(text, {vocabulary!r}\)"):
            parse_filter(url, other)
    assert parse_filter("https://x.mx/v2/other?filter=id=a") == Q.id.equals("a")


@pytest.mark.parametrize(
    ("read", "text", "message"),
    [
        (parse_filter, "https://api.quentli.com/v1/customers?take=5", "the URL has no filter parameter"),
        (parse_filter, "https://api.quentli.com/v1/customers", "the URL has no filter parameter"),
        (parse_filter, "/v1/customers?name[contains]=a", "the URL has no filter parameter"),
        (parse_filter, "take=5&orderBy=createdAt%3Ddesc", "the query has no filter parameter"),
        (
            parse_order_by,
            "https://api.quentli.com/v1/customers?filter=id=a",
            "the URL has no orderBy parameter",
        ),
        (parse_order_by, "?skip=0&take=5", "the query has no orderBy parameter"),
    ],
)
def test_a_url_without_the_parameter_says_so(read: Any, text: str, message: str) -> None:
    with pytest.raises(FilterParseError) as caught:
        read(text)
    assert str(caught.value) == message


def test_no_field_is_called_like_a_parameter() -> None:
    for vocabulary in VOCABULARIES.values():
        assert not {"filter", "order_by", "skip", "take"} & set(dir(vocabulary))


@pytest.mark.parametrize(
    ("thing", "message"),
    [
        ("payments", "a vocabulary such as PaymentQ is expected, and not 'payments'"),
        ("tax-invoices", "a vocabulary such as TaxInvoiceQ is expected, and not 'tax-invoices'"),
        ("zzz", "a vocabulary such as PaymentQ is expected, and not 'zzz'"),
        ("", "a vocabulary such as PaymentQ is expected, and not ''"),
        (3, "a vocabulary such as PaymentQ is expected, and not 3"),
    ],
)
def test_what_is_no_vocabulary_is_refused(thing: Any, message: str) -> None:
    for read in (
        lambda: parse_filter("name=a", thing),
        lambda: parse_order_by("name=asc", thing),
        lambda: Filter.from_where({"name": "a"}, thing),
    ):
        with pytest.raises(FilterTypeError) as caught:
            read()
        assert str(caught.value) == message


def test_an_unknown_field_of_the_default_points_to_the_other_vocabularies() -> None:
    remedy = "for another list give its vocabulary, such as InvoiceQ, as the second argument"
    with pytest.raises(FilterParseError, match=f"customers have no field 'isPaid'.*; {remedy}$"):
        parse_filter("isPaid=false")
    with pytest.raises(FilterParseError, match="payments have no field 'isPaid'") as caught:
        parse_filter("isPaid=false", PaymentQ)
    assert remedy not in str(caught.value)


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
        with pytest.raises(FilterParseError) as caught:
            parse_filter(f"totalAmount[gte]={wrong}", InvoiceQ)
        assert str(caught.value) == f"totalAmount[gte]: a number is expected here, and not {wrong!r}"
        assert caught.value.path == "totalAmount[gte]"


def test_lists_of_numbers_are_read() -> None:
    amount = InvoiceQ.total_amount
    assert parse_filter("totalAmount[in][0]=1&totalAmount[in][1]=0.5", InvoiceQ) == amount.in_([1, 0.5])
    with pytest.raises(FilterParseError) as caught:
        parse_filter("totalAmount[in][0]=1&totalAmount[in][1]=x", InvoiceQ)
    assert caught.value.path == "totalAmount[in]"


def test_numbers_in_objects_are_taken_as_they_are() -> None:
    amount = InvoiceQ.total_amount
    for filter_ in (amount >= 150000, amount.in_([1, 2]), amount < Decimal("0.1")):
        assert Filter.from_where(filter_.to_where(), InvoiceQ) == filter_
    assert Filter.from_where({"totalAmount": {"lt": 0.5}}, InvoiceQ) == (amount < 0.5)
    with pytest.raises(FilterParseError, match="True cannot be used: a number is expected"):
        Filter.from_where({"totalAmount": {"lt": True}}, InvoiceQ)


def test_an_object_without_end_is_refused_and_not_a_crash() -> None:
    endless: dict[str, Any] = {}
    endless["NOT"] = endless
    with pytest.raises(FilterParseError, match="it is nested without end"):
        Filter.from_where(endless)
