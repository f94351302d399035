"""Fields: they have the operators that are legal on them, and refuse to be used as filters."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from support.vocabularies import NAMES

import quentli_query
from quentli_query import FilterTypeError

InvoiceQ: Any = quentli_query.InvoiceQ
PaymentQ: Any = quentli_query.PaymentQ
Q: Any = quentli_query.Q
"""Without their types: a type checker refuses much of what follows."""


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        ("Q.nmae", "Q has no field 'nmae'; did you mean Q.name?"),
        ("Q.zzz", "Q has no field 'zzz'; it has id, created_at, "),
        ("Q.metadata", "customers cannot be filtered by metadata: it is a list"),
        ("PaymentQ.customer.usrname", "PaymentQ.customer has no field 'usrname'; did you mean PaymentQ.customer.username?"),
        ("PaymentQ.customer.meta", "payments cannot be filtered by customer.meta: it is a map"),
        ("PaymentQ.customer.no_payments", "PaymentQ.customer has no field 'no_payments'"),
        ("Q.name.contians", "Q.name has no operator 'contians'; did you mean Q.name.contains?"),
        ("Q.name.gte", "Q.name has no operator 'gte'; "),
        ("Q.no_payments.equals", "Q.no_payments has no operator 'equals'; call it: Q.no_payments()"),
        ("PaymentQ.type.contains", "PaymentQ.type has no operator 'contains'; it has asc, desc, equals, in_, not_equals, not_in, values"),
        ("Q.archived_at.is_null", "Q.archived_at has no operator 'is_null': no spelling for null is known, and filter the records in Python: if record.archived_at is None"),
    ],
)  # fmt: skip
def test_a_missing_field_or_operator_is_reported_with_a_remedy(expression: str, message: str) -> None:
    with pytest.raises(AttributeError) as caught:
        eval(expression, NAMES)
    assert str(caught.value).startswith(message)


def test_errors_about_arguments_name_the_class_that_users_know() -> None:
    with pytest.raises(TypeError, match=r"^InstantField\.on\(\) missing .* 'tz'$"):
        Q.created_at.on("2025-01-10")


@pytest.mark.parametrize("compare", [lambda: Q.name >= 3, lambda: PaymentQ.type >= "CARD"])
def test_fields_without_order_do_not_compare(compare: Any) -> None:
    with pytest.raises(TypeError):
        compare()


@pytest.mark.parametrize(
    ("use", "message"),
    [
        (lambda: ~InvoiceQ.is_paid, "~: InvoiceQ.is_paid is a field and not a filter; write InvoiceQ.is_paid.is_true() or InvoiceQ.is_paid()"),
        (lambda: InvoiceQ.is_paid & InvoiceQ.is_paid(), "&: InvoiceQ.is_paid is a field and not a filter; write InvoiceQ.is_paid.is_true()"),
        (lambda: Q.no_payments | Q.name.equals("a"), "|: Q.no_payments is a field and not a filter; call it: Q.no_payments()"),
        (lambda: True & Q.name, "&: Q.name is a field and not a filter; make a filter of it"),
        (lambda: bool(Q.name), "Q.name is a field and has no truth value; make a filter of it with a method or a comparison: Q.name.equals(...)"),
        (lambda: bool(Q.email_verified), "Q.email_verified is a field and has no truth value; write Q.email_verified.is_true()"),
        (lambda: bool(Q.no_payments), "Q.no_payments is a field and has no truth value; call it: Q.no_payments()"),
        (lambda: Q.no_payments == True, "==: Q.no_payments is a field and not a filter; call it: Q.no_payments()"),  # noqa: E712
        (lambda: Q.no_payments != False, "!=: Q.no_payments is a field and not a filter; call it: Q.no_payments()"),  # noqa: E712
    ],
)  # fmt: skip
def test_a_field_is_no_filter(use: Any, message: str) -> None:
    with pytest.raises(FilterTypeError) as caught:
        use()
    assert str(caught.value).startswith(message)


def test_fields_are_keys_and_can_be_copied() -> None:
    assert len({Q.name, Q.name, Q.no_payments}) == 2
    assert repr(copy.deepcopy(Q.name)) == "Q.name"
    assert str(copy.copy(Q.name).equals("a")) == "name[equals]=a"
