"""Fields of a related record: a payment's customer."""

from __future__ import annotations

from typing import Any

import pytest

import quentli_query
from quentli_query import (
    Evidence,
    Filter,
    FilterParseError,
    FilterTooLargeError,
    FilterTypeError,
    Q,
    all_of,
    parse_filter,
    parse_order_by,
)
from quentli_query.filters.expressions import Condition, first_failed
from quentli_query.filters.fields import FlagField, inspect

PaymentQ: Any = quentli_query.PaymentQ
"""Without its types: much of what follows is what a type checker refuses."""

customer = PaymentQ.customer
juan = customer.username.equals("juan")


def test_its_fields_are_those_of_the_vocabulary_it_has_a_relation_to() -> None:
    kinds = {name: type(field) for name, field in inspect(Q).fields.items() if type(field) is not FlagField}
    assert {name: type(field) for name, field in inspect(customer).fields.items()} == kinds
    assert inspect(PaymentQ).relations == {"customer": customer}
    assert "customer" not in inspect(PaymentQ).fields
    assert set(dir(PaymentQ)) == {*inspect(PaymentQ).fields, "customer"}


def test_the_vocabulary_itself_is_as_it_was() -> None:
    assert str(Q.username == "juan") == "username=juan"
    assert repr(Q.username) == "Q.username"
    assert (Q.username == "juan").resource == "customers"


@pytest.mark.parametrize(
    ("filter_", "where"),
    [
        (juan, {"customer": {"username": {"equals": "juan"}}}),
        (~juan, {"customer": {"username": {"not": "juan"}}}),
        (~customer.name.contains("a"), {"NOT": {"customer": {"name": {"contains": "a"}}}}),
        (customer.email_verified(False), {"customer": {"emailVerified": {"equals": False}}}),
        # Conditions on one related record share its object, and on one field of it the field's.
        (
            customer.name.starts_with("a") & PaymentQ.is_completed() & customer.name.ends_with("b") & juan,
            {
                "customer": {"name": {"startsWith": "a", "endsWith": "b"}, "username": {"equals": "juan"}},
                "isCompleted": True,
            },
        ),
        # What is taken already goes into AND.
        (
            juan & (customer.username == "ana"),
            {
                "customer": {"username": {"equals": "juan"}},
                "AND": [{"customer": {"username": {"equals": "ana"}}}],
            },
        ),
        (
            juan | PaymentQ.is_completed(),
            {"OR": [{"customer": {"username": {"equals": "juan"}}}, {"isCompleted": True}]},
        ),
        (
            customer.username.in_(["a", "b"]),
            {"OR": [{"customer": {"username": {"equals": name}}} for name in "ab"]},
        ),
    ],
)
def test_conditions_are_nested_on_the_wire_and_read_back(filter_: Filter[Any], where: Any) -> None:
    assert filter_.to_where() == where
    assert filter_.resource == "payments"
    assert parse_filter(str(filter_), PaymentQ).to_where() == where
    assert Filter.from_where(where, PaymentQ).to_where() == where
    assert eval(repr(filter_), {"PaymentQ": PaymentQ}) == filter_


@pytest.mark.parametrize(
    ("text", "filter_"),
    [
        ("customer[username][equals]=juan", juan),
        ("customer[username]=juan", juan),
        ("customer[emailVerified]=true", customer.email_verified.is_true()),
        ("customer[id][in][0]=a&customer[id][in][1]=b", customer.id.in_(["a", "b"])),
        ("customer[name][contains]=a&customer[username]=juan", customer.name.contains("a") & juan),
        ("customer[OR][0][name]=a&customer[OR][1][name]=b", customer.name.in_(["a", "b"])),
        ("NOT[customer][username]=juan&NOT[isCompleted]=true", ~(juan & PaymentQ.is_completed())),
    ],
)
def test_other_spellings(text: str, filter_: Filter[Any]) -> None:
    assert parse_filter(text, PaymentQ) == filter_


def test_its_depth_counts() -> None:
    other = PaymentQ.type.equals("CARD")
    fits = (juan | other) & (PaymentQ.is_completed() | other)
    assert "OR[0][customer][username][equals]=juan" in str(fits)
    with pytest.raises(FilterTooLargeError) as caught:
        str((PaymentQ.is_completed() | other) & (juan | other))
    assert (caught.value.limit, caught.value.actual) == ("depth", 6)


def test_a_list_that_has_to_be_nested_is_one_level_too_deep() -> None:
    assert str(customer.username.in_(map(str, range(20)))).count("&") == 19
    with pytest.raises(FilterTooLargeError, match="a list of 21 has to be nested") as caught:
        str(customer.username.in_(map(str, range(21))))
    assert caught.value.limit == "list_items"


def test_only_what_was_seen_is_more_than_inferred() -> None:
    assert juan.evidence is Evidence.SEEN
    for condition in (
        ~juan,
        customer.username.contains("a"),
        customer.name.equals("a"),
        customer.email.contains("a"),
        customer.created_at.gte("2025-01-01T00Z"),
        customer.email_verified.is_true(),
    ):
        assert isinstance(condition, Condition)
        assert condition.evidence is Evidence.INFERRED
        assert condition.inferred() == (condition,)


def test_no_record_shows_its_customer() -> None:
    for record in (
        {"username": "juan"},
        {"customer": {"username": "juan"}},
        {"customer": {"username": "ana"}},
        {},
    ):
        assert juan.matches(record) is None
        assert (~juan).matches(record) is None
        assert first_failed(juan, record) is None
    assert (juan & PaymentQ.is_completed()).matches({"isCompleted": False}) is False
    assert (juan & PaymentQ.is_completed()).matches({"isCompleted": True}) is None


def test_it_does_not_order() -> None:
    for order in (customer.username.asc, customer.created_at.desc, customer.email_verified.asc):
        with pytest.raises(
            FilterTypeError, match=r"PaymentQ.customer.\w+ cannot order payments: .* related record"
        ):
            order()
    with pytest.raises(FilterParseError, match="customer: PaymentQ.customer is a related record") as caught:
        parse_order_by("customer[username]=asc", PaymentQ)
    assert caught.value.path == "customer"


@pytest.mark.parametrize(
    "use",
    [
        lambda: customer == "juan",
        lambda: customer != "juan",
        lambda: customer == None,  # noqa: E711
        lambda: bool(customer),
    ],
)
def test_it_is_no_field_itself(use: Any) -> None:
    with pytest.raises(
        FilterTypeError,
        match=r"PaymentQ.customer .*: it is a vocabulary, not a field; write PaymentQ.customer_id, or one of its "
        r"fields: PaymentQ.customer.id, ",
    ):
        use()
    assert repr(PaymentQ.customer_id) == "PaymentQ.customer_id"


def test_vocabularies_are_equal_to_themselves_alone() -> None:
    assert customer in (Q, PaymentQ, customer)
    assert Q != PaymentQ
    assert len({Q, PaymentQ, customer, PaymentQ}) == 3
    with pytest.raises(FilterTypeError, match=r"Q has no truth value: .* write one of its fields: Q.id, "):
        bool(Q)


def test_resources_do_not_mix() -> None:
    with pytest.raises(
        FilterTypeError, match="a filter of customers .* cannot be combined with one of payments"
    ):
        juan & Q.username.equals("juan")
    assert all_of(juan, PaymentQ.is_completed()).resource == "payments"


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        ("PaymentQ.custmer", "PaymentQ has no field 'custmer'; did you mean PaymentQ.customer?"),
        (
            "PaymentQ.customer.usrname",
            "PaymentQ.customer has no field 'usrname'; did you mean PaymentQ.customer.username?",
        ),
        ("PaymentQ.customer.meta", "payments cannot be filtered by customer.meta: it is a map"),
        ("PaymentQ.customer.no_payments", "PaymentQ.customer has no field 'no_payments'"),
        (
            "PaymentQ.customer.username.contians",
            "username has no operator 'contians'; did you mean PaymentQ.customer.username.contains?",
        ),
    ],
)
def test_unknown_names(expression: str, message: str) -> None:
    with pytest.raises(AttributeError) as caught:
        eval(expression)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("text", "path", "message"),
    [
        (
            "customer[usernme]=a",
            "customer[usernme]",
            "PaymentQ.customer has no field 'usernme'; did you mean 'username'?",
        ),
        ("custmer[username]=a", "custmer", "payments have no field 'custmer'; did you mean 'customer'?"),
        ("customer=a", "customer", "fields or operators in brackets are expected here, and not 'a'"),
        (
            "customer[username][gte]=a",
            "customer[username][gte]",
            "PaymentQ.customer.username has no operator 'gte'",
        ),
        ("customer[customer][username]=a", "customer[customer]", "PaymentQ.customer has no field 'customer'"),
        ("customer[noPayments]=true", "customer[noPayments]", "PaymentQ.customer has no field 'noPayments'"),
    ],
)
def test_faults_are_said_with_their_place(text: str, path: str, message: str) -> None:
    with pytest.raises(FilterParseError) as caught:
        parse_filter(text, PaymentQ)
    assert caught.value.path == path
    assert message in str(caught.value)
