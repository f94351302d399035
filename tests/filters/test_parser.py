"""The parser: strings and plain objects become filters and orders, and a fault is reported with its place."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

import pytest
from quentli_client.models import PaymentType
from support.vocabularies import VOCABULARIES

from quentli_query import (
    EVERYTHING,
    NOTHING,
    Filter,
    FilterParseError,
    FilterTypeError,
    FilterValueError,
    OrderBy,
    PaymentQ,
    Q,
    TaxInvoiceQ,
    any_of,
    parse_filter,
    parse_order_by,
)

VENDORS = "name[contains]=john&OR[0][noPayments]=true"
JOHN = Q.name.contains("john") & any_of(Q.no_payments())

customer, amount, rate = PaymentQ.customer, PaymentQ.amount, TaxInvoiceQ.exchange_rate

SPELLINGS: list[tuple[str | dict[str, Any], Filter[Any]]] = [
    # The vendor's example, however it was copied.
    (VENDORS, JOHN),
    ("name%5Bcontains%5D=john&OR%5B0%5D%5BnoPayments%5D=true", JOHN),
    (quote(VENDORS), JOHN),
    (f"filter={VENDORS}", JOHN),
    (f"?{VENDORS}", JOHN),
    (f"filter={quote(VENDORS)}&take=20&orderBy=createdAt%3Ddesc", JOHN),
    (f"https://api.quentli.com/v1/customers?skip=0&filter={quote(VENDORS)}", JOHN),
    ("https://x.mx/proxy/v1/customers?filter=id=a", Q.id.equals("a")),
    ("", EVERYTHING),
    # A server keeps the line end, too.
    ("name=x\n", Q.name.equals("x\n")),
    ("name[contains]=what?&email[contains]=a", Q.name.contains("what?") & Q.email.contains("a")),
    ("/v1/customers?filter=id=what?", Q.id.equals("what?")),
    ("/v1/customers?filter=id%3Da#top", Q.id.equals("a")),
    ("/v1/customers?filter=id%3Da%23top", Q.id.equals("a#top")),
    ("id[equals]=a#top", Q.id.equals("a#top")),
    ("/v1/customers?filter=id%3Da&utm_source=mail", Q.id.equals("a")),
    ("/v1/customers?filter=id%253Da", Q.id.equals("a")),
    ("/v1/customers?filter[username][equals]=ana", Q.username.equals("ana")),
    ("filter%5Busername%5D%5Bequals%5D=ana%20maria&orderBy[name]=asc", Q.username.equals("ana maria")),
    ("filter[OR][0][name]=a&filter[OR][1][noPayments]=true", Q.name.equals("a") | Q.no_payments()),
    ("filter[id][in][]=a&filter[id][in][]=b", Q.id.in_(["a", "b"])),
    ("name[contains]=a]=b", Q.name.contains("a]=b")),
    # Codes in a value are those of the parameter, unless the key has brackets as in the vendor's examples.
    ("filter=name[contains]=a%26b", Q.name.contains("a&b")),
    ("filter=name=a%26id%3Db", Q.name.equals("a") & Q.id.equals("b")),
    ("name[contains]=a+b%2Bc%20d", Q.name.contains("a b+c d")),
    ("name[equals]=a%26OR%5B0%5D%5BnoPayments%5D%3Dtrue", Q.name.equals("a&OR[0][noPayments]=true")),
    ("name=", Q.name.equals("")),
    ("&name=a&&", Q.name.equals("a")),
    ("emailVerified=true", Q.email_verified.is_true()),
    ("emailVerified[not]=true", Q.email_verified.is_false()),
    ("createdAt[gte]=2025-01-01T00:00:00.000Z", Q.created_at.gte("2025-01-01T00:00:00Z")),
    ("id[in][0]=a&id[in][1]=b", Q.id.in_(["a", "b"])),
    ("id[notIn][0]=a&id[notIn][1]=b", Q.id.not_in(["a", "b"])),
    ("OR[0][AND][0][name][equals]=a", any_of(Q.name.equals("a"))),
    ("OR[1][name]=a&OR[0][name]=b", any_of(Q.name.equals("b"), Q.name.equals("a"))),
    ("AND[0][name]=a&AND[1][email]=b", Q.name.equals("a") & Q.email.equals("b")),
    ("NOT[name]=a&NOT[email]=b", ~(Q.name.equals("a") & Q.email.equals("b"))),
    ("NOT[0][name]=a&NOT[1][email]=b", ~Q.name.equals("a") & ~Q.email.equals("b")),
    ("NOT[NOT][name]=a", Q.name.equals("a")),
    ("exchangeRate[gte]=150000&exchangeRate[lt]=200000", rate.between(150000, 200000)),
    ("exchangeRate[lt]=-5", rate < -5),
    ("exchangeRate[in][0]=1&exchangeRate[in][1]=0.5", rate.in_([1, 0.5])),
    ("amount[gt]=-5", amount > -5),
    ("OR[0][amount][equals]=1&OR[1][amount][equals]=2", amount.in_([1, 2])),
    ("customer[username]=juan", customer.username.equals("juan")),
    ("customer[id][in][0]=a&customer[id][in][1]=b", customer.id.in_(["a", "b"])),
    ("customer[name]=a&customer[id]=b", customer.name.equals("a") & customer.id.equals("b")),
    ("customer[OR][0][name]=a&customer[OR][1][name]=b", customer.name.in_(["a", "b"])),
    ("NOT[customer][id]=a&NOT[isCompleted]=true", ~(customer.id.equals("a") & PaymentQ.is_completed())),
    ({}, EVERYTHING),
    ({"OR": []}, NOTHING),
    ({"AND": []}, EVERYTHING),
    ({"NOT": []}, EVERYTHING),
    ({"OR": ({"name": "a"}, {})}, EVERYTHING),
    ({"id": {"in": ["a", "b"]}}, Q.id.in_(["a", "b"])),
    ({"id": {"in": []}}, NOTHING),
    ({"noPayments": True}, Q.no_payments()),
    ({"noPayments": False}, Q.no_payments(False)),
    ({"noPayments": "false"}, Q.no_payments(False)),
    ({"emailVerified": {"equals": False}}, Q.email_verified.is_false()),
    ({"type": {"in": [PaymentType.CARD, "OXXO"]}}, PaymentQ.type.in_(["CARD", "OXXO"])),
    ({"amount": {"gte": 150000}}, amount >= 150000),
    ({"exchangeRate": {"lt": 0.5}}, rate < 0.5),
]


@pytest.mark.parametrize(("given", "filter_"), SPELLINGS)
def test_other_spellings_are_read(given: Any, filter_: Filter[Any]) -> None:
    read: Any = parse_filter if isinstance(given, str) else Filter.from_where
    # Without a vocabulary, customers are meant.
    further = () if filter_.resource in {"customers", None} else (VOCABULARIES[str(filter_.resource)],)
    assert read(given, *further) == filter_


@pytest.mark.parametrize(
    ("text", "orders"),
    [
        ("createdAt=desc", [Q.created_at.desc()]),
        ("name=asc&createdAt=desc", [Q.name.asc(), Q.created_at.desc()]),
        ("orderBy=createdAt%3Ddesc&take=5", [Q.created_at.desc()]),
        ("https://api.quentli.com/v1/customers?orderBy=createdAt=desc", [Q.created_at.desc()]),
        ("/v1/customers?orderBy[name]=asc&orderBy[createdAt]=desc", [Q.name.asc(), Q.created_at.desc()]),
        ("", []),
    ],
)
def test_orders_are_read(text: str, orders: list[OrderBy[Any]]) -> None:
    assert parse_order_by(text) == orders


NO_VALUE = "it has no value; write = and a value behind it"
NO_KEY = "it is not a key in the form name[operator], or the brackets do not match"
TWICE = "it is given more than once"
BESIDE = "it stands beside the parameter filter"
OTHER_KEY = "filter: a server reads another key here; encode the value"
UNCLEAR = "servers differ on where its value begins; write = in the value as %3D"
NO_FILTER = "the URL has no filter parameter"
NESTED = "fields or operators in brackets are expected here, and not "
NO_NAMES = "names of fields or operators are text, and not "
NO_CODE = "has a % that begins no character; write %25 for the sign itself"
ANOTHER_LIST = " (for another list, give its vocabulary, such as InvoiceQ, as the second argument)"
MINOR_UNITS = "cannot be used: an int is expected here; amounts are whole numbers in minor units: for 1,000."

# A message that begins with a colon is about the key of what is given.
FILTER_FAULTS = [
    ("OR[0][nmae]=b", f": customers have no field 'nmae'; did you mean 'name'?{ANOTHER_LIST}"),
    ("phone_number=1", ": customers have no field 'phone_number'; did you mean 'phoneNumber'?"),
    ("zzz=1", ": customers have no field 'zzz'; there are id, createdAt, updatedAt"),
    ("name[containz]=a", ": Q.name has no operator 'containz'; did you mean 'contains'?"),
    ("createdAt[contains]=a", ": Q.created_at has no operator 'contains'; there are equals, not, gt, lte, "),
    ("noPayments[equals]=1", ": Q.no_payments has no operator 'equals'; a flag is spelled noPayments=true"),
    ("noPayments=yes", ": true or false is expected here, and not 'yes'"),
    ("emailVerified[equals]=1", ": true or false is expected here, and not '1'"),
    ("createdAt[gte]=2025-01-01", ": Q.created_at.gte(): '2025-01-01' cannot be used: without a zone"),
    ("createdAt[gte]=soon", ": Q.created_at.gte(): 'soon' cannot be used: it is not an ISO 8601 instant"),
    ("createdAt[in][]=soon", "createdAt[in]: Q.created_at.equals(): 'soon' cannot be used: it is not an"),
    *((key, f": {NO_VALUE}") for key in ("name", "name[contains]", "name[contains")),
    *((f"{key}=a", f": {NO_KEY}") for key in ("name[contains", "name]contains[", "[name]")),
    ("=a", NO_KEY),
    ("name[contains]=a&name[contains]=b", f": {TWICE}"),
    ("name=a&name[contains]=b", f": {TWICE}"),
    ("&".join(["name=a"] * 25), f": {TWICE}"),
    ("name%5Bcontains%5D=a&name[contains]=b", f"name[contains]: {TWICE}"),
    ("OR[name]=a", "OR: numbered items are expected here, as in OR[0], and not {'name': 'a'}"),
    ("OR=a", ": numbered items are expected here, as in OR[0], and not 'a'"),
    ("OR[0]=a", f": {NESTED}'a'"),
    ("NOT=a", f": {NESTED}'a'"),
    ("id[in]=a", ": numbered items are expected here, as in id[in][0], and not 'a'"),
    ("OR[0][AND][0][OR][0][name]=a", ": servers read at most 5 levels of brackets"),
    ("OR[20][name]=a&OR[0][name]=b", "OR: servers read lists of at most 20 items, numbered from 0 to 19"),
    # A truncated copy must not come to mean every record.
    ("filter", f": {NO_VALUE}"),
    ("/v1/customers?filter&take=5", f"filter: {NO_VALUE}"),
    # What a server would read differently is refused.
    ("name[contains]=%E9", f"'%E9' {NO_CODE}"),
    ("name[contains]=100%", f"'100%' {NO_CODE}"),
    ("name%5=a", f"'name%5' {NO_CODE}"),
    ("/v1/customers?filter=name%3D%25E9", f"'%E9' {NO_CODE}"),
    ("name[contains]=john&filter=", f"name: {BESIDE}"),
    ("filter=&name=a", f"name: {BESIDE}"),
    ("/v1/customers?filter=id%3Da&OR[0][noPayments]=true", f"OR: {BESIDE}; encode & inside"),
    ("/v1/customers?filter=name[contains]=john", OTHER_KEY),
    # Some servers decode keys before they look for ]=, some after.
    ("name=a]=b", f": {UNCLEAR}"),
    ("name=a%5D=b", f": {UNCLEAR}"),
    ("/v1/customers?filter[id][in][]=a&[filter]=id%3Db", f"[filter]: {NO_KEY}"),
    ("/v1/customers?filter[\ud800]=a", r"'/v1/customers?filter[\ud800]=a' has a lone surrogate, which"),
    ("https://x.mx/#/v1/customers?filter=id%3Da", NO_FILTER),
    ("/v1/customers?filter]=id%3Da", NO_FILTER),
    ("https://api.quentli.com/v1/customers", NO_FILTER),
    ("/v1/customers?name[contains]=a", NO_FILTER),
    ("take=5&orderBy=createdAt%3Ddesc", "the query has no filter parameter"),
    ("/v1/customers?filter=id%3Da&filter=id%3Db", f"filter: {TWICE}"),
    ("/v1/customers?filter[id]=b&filter=id%3Da", f"filter: {TWICE}"),
    ("/v1/customers?filter[id]=a&filter[id]=b", f"id: {TWICE}"),
    ("filter[OR][0][AND][0][OR][name]=a", ": servers read at most 5 levels"),
    ("/v1/customers?filter=id%25253Da", "it is percent-encoded twice; decode it once"),
    ("/v1/customers/a?filter=id=a", "'/v1/customers/a' is not the path of a list; give its filter alone"),
    ("https://[::1/v1/customers?filter=id%3Da", "'https://[::1/v1/customers' is not an address"),
]

PAYMENT_FAULTS = [
    ("type=CRAD", ": PaymentQ.type.equals(): 'CRAD' cannot be used: did you mean 'CARD'?"),
    ("type[equals]=card", ": PaymentQ.type.equals(): 'card' cannot be used: did you mean 'CARD'?"),
    ("type[in][]=zzz", "type[in]: PaymentQ.type.equals(): 'zzz' cannot be used: the values are TRANSFER, "),
    ("type[contains]=CARD", ": PaymentQ.type has no operator 'contains'; there are equals, not, in, notIn"),
    ("amount[gt]=1,000", ": a whole number is expected here, and not '1,000'"),
    ("amount[gt]=1000.00", f": PaymentQ.amount.gt(): '1000.00' {MINOR_UNITS}"),
    (f"amount[gt]={'9' * 1001}", f": a whole number is expected here, and not '{'9' * 59}... ("),
    ("custmer[username]=a", "custmer: payments have no field 'custmer'; did you mean 'customer'?"),
    ("customer=a", f": {NESTED}'a'"),
    ("customer[usernme]=a", ": PaymentQ.customer has no field 'usernme'; did you mean 'username'?"),
    ("customer[username][gte]=a", ": PaymentQ.customer.username has no operator 'gte'"),
    ("customer[noPayments]=true", ": PaymentQ.customer has no field 'noPayments'"),
]

TAX_INVOICE_FAULTS = [
    *(
        (f"exchangeRate[gte]={wrong}", f": a number is expected here, and not {wrong!r}")
        for wrong in ("1e3", "NaN", "x", "", " 1", "\N{ARABIC-INDIC DIGIT ONE}")
    ),
    ("exchangeRate[in][]=x", "exchangeRate[in]: a number is expected here, and not 'x'"),
]

ORDER_FAULTS = [
    ("createdAt=DESC", ": asc or desc is expected here, and not 'DESC'"),
    ("createdAt[sort]=desc", "createdAt: asc or desc is expected here, and not {'sort': 'desc'}"),
    ("createdAt=asc&createdAt=desc", f": {TWICE}"),
    ("orderBy", f": {NO_VALUE}"),
    ("createdAt", f": {NO_VALUE}"),
    ("created=desc", ": customers have no field 'created'; did you mean 'createdAt'?"),
    ("OR=asc", ": customers have no field 'OR'; there are id, "),
    ("noPayments=asc", ": Q.no_payments is computed and cannot order a list"),
    ("https://api.quentli.com/v1/customers?filter=id=a", "the URL has no orderBy parameter"),
    ("?skip=0&take=5", "the query has no orderBy parameter"),
]

OBJECT_FAULTS: list[tuple[Any, str]] = [
    ([], f"{NESTED}[]"),
    (None, f"{NESTED}None"),
    ({"OR": {"0": {}}}, "OR: servers read lists of at most 20 items"),
    ({"name": {"in": [["a"]]}}, f"name[in]: {TWICE}"),
    ({"name": None}, "name: Q.name.equals(): None cannot be used: no spelling for null is known"),
    ({"noPayments": 1}, "noPayments: true or false is expected here, and not 1"),
    ({"emailVerified": 0}, "emailVerified: true or false is expected here, and not 0"),
    ({"name": 3}, "name: Q.name.equals(): 3 cannot be used: text is expected here."),
    ({3: 4}, f"{NO_NAMES}3"),
    ({"name": {3: 4}}, f"name: {NO_NAMES}3"),
    ({"OR": [{3: 4}]}, f"OR[0]: {NO_NAMES}3"),
]

FAULTS: list[tuple[Any, Any, Any, str]] = [
    *((parse_filter, None, *fault) for fault in FILTER_FAULTS),
    *((parse_filter, PaymentQ, *fault) for fault in PAYMENT_FAULTS),
    *((parse_filter, TaxInvoiceQ, *fault) for fault in TAX_INVOICE_FAULTS),
    *((parse_order_by, None, *fault) for fault in ORDER_FAULTS),
    (parse_order_by, PaymentQ, "customer[id]=asc", "customer: PaymentQ.customer is a related record"),
    *((Filter.from_where, None, *fault) for fault in OBJECT_FAULTS),
    (Filter.from_where, PaymentQ, {"amount": 9.0}, f"amount: PaymentQ.amount.equals(): 9.0 {MINOR_UNITS}"),
]


@pytest.mark.parametrize(("read", "vocabulary", "given", "start"), FAULTS)
def test_a_fault_is_reported_with_its_place(read: Any, vocabulary: Any, given: Any, start: str) -> None:
    start = given.partition("=")[0] + start if start.startswith(":") else start
    with pytest.raises(FilterParseError) as caught:
        read(given, vocabulary)
    assert str(caught.value).startswith(start)
    place, colon, _ = start.partition(": ")
    assert caught.value.path == (place if colon else "")


def test_the_hint_at_other_vocabularies_needs_the_default() -> None:
    with pytest.raises(FilterParseError, match="payments have no field 'isPaid'") as caught:
        parse_filter("isPaid=false", PaymentQ)
    assert ANOTHER_LIST not in str(caught.value)


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
    with pytest.raises(FilterParseError, match="^servers read at most 1000 pairs, and it has 1001$"):
        parse_filter("&".join([*pairs, "noPayments=true"]))


@pytest.mark.parametrize("thing", [None, 3, b"name=a", Q.name.contains("a")])
@pytest.mark.parametrize("read", [parse_filter, parse_order_by])
def test_only_text_is_read(read: Any, thing: Any) -> None:
    message = rf"^a string such as '.*' is expected, and not {re.escape(repr(thing))}$"
    with pytest.raises(FilterTypeError, match=message):
        read(thing)


@pytest.mark.parametrize(
    ("text", "vocabulary", "asked", "source"),
    [
        ("https://api.quentli.com/v1/invoices?filter=id%3Da&orderBy=id%3Dasc", Q, "invoices", "InvoiceQ"),
        ("http://[::1]:8080/v1/webhook-events/?filter=id=a", PaymentQ, "webhook_events", "WebhookEventQ"),
        ("https://api.quentli.com/v1/tax-invoices", Q, "tax_invoices", "TaxInvoiceQ"),
    ],
)
def test_the_url_of_another_list_is_refused(text: str, vocabulary: Any, asked: str, source: str) -> None:
    own = "customers" if vocabulary is Q else "payments"
    for read in (parse_filter, parse_order_by):
        with pytest.raises(FilterParseError) as caught:
            read(text, vocabulary)
        problem = f"the URL asks for {asked}, and {vocabulary!r} is for {own}"
        assert str(caught.value) == f"{problem}; read it with {read.__name__}(text, {source})"


@pytest.mark.parametrize(("resource", "vocabulary"), VOCABULARIES.items())
def test_each_list_has_its_own_url(resource: str, vocabulary: Any) -> None:
    url = f"/v1/{resource.replace('_', '-')}?filter=id%3Da&orderBy=id%3Dasc"
    assert parse_filter(url, vocabulary) == vocabulary.id.equals("a")
    assert parse_order_by(url, vocabulary) == [vocabulary.id.asc()]
    with pytest.raises(FilterParseError, match=rf"parse_filter\(text, {vocabulary!r}\)"):
        parse_filter(url, Q if vocabulary is PaymentQ else PaymentQ)
    # In a query string, such a field could be taken for a parameter.
    assert not {"filter", "order_by", "skip", "take"} & set(dir(vocabulary))


@pytest.mark.parametrize(
    ("thing", "suggested"),
    [("payments", "PaymentQ"), ("tax-invoices", "TaxInvoiceQ"), ("zzz", "PaymentQ"), (3, "PaymentQ")],
)
def test_only_vocabularies_are_vocabularies(thing: Any, suggested: str) -> None:
    message = re.escape(f"a vocabulary such as {suggested} is expected, and not {thing!r}")
    readers: list[Any] = [parse_filter, parse_order_by, Filter.from_where]
    for read in readers:
        with pytest.raises(FilterTypeError, match=f"^{message}$"):
            read("", thing)


def test_an_endless_object_is_refused() -> None:
    endless: dict[str, Any] = {}
    endless["NOT"] = endless
    with pytest.raises(FilterParseError, match="it is nested without end"):
        Filter.from_where(endless)


@pytest.mark.parametrize(
    ("filter_", "names"),
    [
        (EVERYTHING, set()),
        (NOTHING, set()),
        (Q.name.contains("a"), {"name"}),
        (~(Q.name == "a") & (Q.no_payments() | (Q.id == "a")), {"name", "no_payments", "id"}),
        ((customer.name == "a") | (PaymentQ.customer_id == "b"), {"customer.name", "customer_id"}),
    ],
)
def test_a_filter_names_its_fields(filter_: Filter[Any], names: set[str]) -> None:
    assert filter_.fields() == names


def test_only_the_allowed_fields_may_be_used() -> None:
    text = "customer[username]=a&OR[0][isCompleted]=true&OR[1][amount][gte]=5"
    used = {"customer.username", "is_completed", "amount"}
    assert parse_filter(text, PaymentQ, only=used).fields() == used
    assert parse_order_by("amount=asc", PaymentQ, only=used) == [PaymentQ.amount.asc()]


@pytest.mark.parametrize(
    ("read", "text", "only", "message"),
    [
        (parse_filter, "customer[name]=a", ["amount"], "customer[name]: 'name' is not allowed here; allowed: none"),
        (parse_filter, "OR[0][amount][gte]=5", ["type"], "OR[0][amount]: 'amount' is not allowed here; allowed: type"),
        (parse_order_by, "id=asc", ["is_completed"], "id: 'id' is not allowed here; allowed: isCompleted"),
        (parse_filter, "amuont=5", ["amount"], "amuont: payments have no field 'amuont'; did you mean 'amount'?"),
        (parse_filter, "zzz=5", ["amount"], "zzz: payments have no field 'zzz'; there are amount, customer, OR, AND, NOT"),
    ],
)  # fmt: skip
def test_other_fields_are_not_allowed(read: Any, text: str, only: list[str], message: str) -> None:
    with pytest.raises(FilterParseError) as caught:
        read(text, PaymentQ, only=only)
    assert (str(caught.value), caught.value.path) == (message, message.partition(": ")[0])


@pytest.mark.parametrize(
    ("only", "error", "message"),
    [
        (["createdAt"], FilterValueError, "only: Q has no field 'createdAt'; did you mean 'created_at'?"),
        ("name", FilterTypeError, "only: a list of names is expected, and not 'name'"),
        (Q.name, FilterTypeError, "only: a list of names is expected, and not Q.name"),
        ([["name"]], FilterValueError, "only: Q has no field ['name']"),
    ],
)
def test_what_is_allowed_has_to_exist(only: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=re.escape(message)):
        parse_filter("name=a", only=only)


def test_messages_cut_long_keys() -> None:
    with pytest.raises(FilterParseError, match=r"^(?s:.{,1000})$"):
        parse_filter(f"{'x' * 100_000}=1")
