"""The examples of the vendor's reference: they come out byte for byte, and are read back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest
from support.vocabularies import VOCABULARIES

from quentli_query import (
    DiscountQ,
    Evidence,
    Filter,
    InvoiceQ,
    OrderBy,
    PaymentConceptQ,
    PaymentQ,
    Q,
    SubscriptionQ,
    TaxInvoiceQ,
    WebhookEventQ,
    WebhookQ,
    any_of,
    parse_filter,
    parse_order_by,
)
from quentli_query.filters.expressions import compile_order_by

if TYPE_CHECKING:
    from conformance.npm_qs import Qs

NEW_YEAR = "2025-01-01T00:00:00.000Z"

FILTERS: dict[str, tuple[Filter[Any], str]] = {
    "customers": (
        Q.name.contains("john") & any_of(Q.no_payments()),
        "name[contains]=john&OR[0][noPayments]=true",
    ),
    "payment_concepts": (PaymentConceptQ.active.is_true(), "active[equals]=true"),
    "discounts": (DiscountQ.active(), "active[equals]=true"),
    "invoices": (
        InvoiceQ.is_paid(False) & (InvoiceQ.due_date >= NEW_YEAR),
        f"isPaid=false&dueDate[gte]={NEW_YEAR}",
    ),
    "tax_invoices": (
        (TaxInvoiceQ.status == "VALID") & (TaxInvoiceQ.created_at >= NEW_YEAR),
        f"status=VALID&createdAt[gte]={NEW_YEAR}",
    ),
    "subscriptions": (SubscriptionQ.is_active.is_true(), "isActive[equals]=true"),
    "payments": (PaymentQ.is_completed() & (PaymentQ.type == "CARD"), "isCompleted=true&type[equals]=CARD"),
    "webhooks": (WebhookQ.status == "ENABLED", "status=ENABLED"),
    "webhook_events": (
        (WebhookEventQ.status == "FAILED") & (WebhookEventQ.type == "PAYMENT_COMPLETED"),
        "status=FAILED&type[equals]=PAYMENT_COMPLETED",
    ),
}

ORDERS: dict[str, OrderBy[Any]] = {
    "customers": Q.created_at.desc(),
    "payment_concepts": PaymentConceptQ.created_at.desc(),
    "discounts": DiscountQ.created_at.desc(),
    "invoices": InvoiceQ.created_at.desc(),
    "tax_invoices": TaxInvoiceQ.created_at.desc(),
    "subscriptions": SubscriptionQ.created_at.desc(),
    "payments": PaymentQ.created_at.desc(),
    "webhooks": WebhookQ.created_at.desc(),
    "webhook_events": WebhookEventQ.created_at.desc(),
}


def test_there_is_one_for_each_list() -> None:
    assert list(FILTERS) == list(ORDERS) == list(VOCABULARIES)


@pytest.mark.parametrize("resource", FILTERS)
def test_an_expression_gives_the_example(resource: str, qs: Qs) -> None:
    filter_, example = FILTERS[resource]
    # The reference prints values as they are; on the wire their colons are encoded, as qs does it.
    assert str(filter_) == qs.stringify(qs.parse(example)) == qs.stringify(filter_.to_where())
    assert unquote(str(filter_)) == example
    assert filter_.resource == resource


@pytest.mark.parametrize("resource", FILTERS)
def test_the_example_gives_the_expression(resource: str) -> None:
    filter_, example = FILTERS[resource]
    assert parse_filter(example, VOCABULARIES[resource]) == filter_
    assert parse_filter(str(filter_), VOCABULARIES[resource]) == filter_
    assert Filter.from_where(filter_.to_where(), VOCABULARIES[resource]) == filter_


@pytest.mark.parametrize("resource", FILTERS)
def test_nothing_in_an_example_is_inferred(resource: str) -> None:
    filter_, _ = FILTERS[resource]
    assert filter_.inferred() == ()
    assert filter_.evidence is Evidence.DOCUMENTED


@pytest.mark.parametrize("resource", ORDERS)
def test_the_example_of_an_order(resource: str) -> None:
    assert compile_order_by(ORDERS[resource], resource) == "createdAt=desc"
    assert parse_order_by("createdAt=desc", VOCABULARIES[resource]) == [ORDERS[resource]]


@pytest.mark.parametrize(
    ("filter_", "text"),
    [
        # Bare where that is documented or seen, of exactly that field.
        (InvoiceQ.is_paid.is_true(), "isPaid=true"),
        (PaymentQ.is_completed == False, "isCompleted=false"),  # noqa: E712
        (TaxInvoiceQ.status.equals("DRAFT"), "status=DRAFT"),
        (WebhookQ.status.equals("BROKEN"), "status=BROKEN"),
        (WebhookEventQ.status.equals("PENDING"), "status=PENDING"),
        (Q.username.equals("juan"), "username=juan"),
        # With the operator elsewhere, and with every other operator.
        (PaymentQ.status.equals("INCOMPLETE"), "status[equals]=INCOMPLETE"),
        (SubscriptionQ.status.equals("ACTIVE"), "status[equals]=ACTIVE"),
        (SubscriptionQ.is_completed(), "isCompleted[equals]=true"),
        (TaxInvoiceQ.type.equals("TAX_RECEIPT"), "type[equals]=TAX_RECEIPT"),
        (DiscountQ.type.equals("FIXED"), "type[equals]=FIXED"),
        (PaymentQ.customer.username.equals("juan"), "customer[username][equals]=juan"),
        (TaxInvoiceQ.status.not_equals("VALID"), "status[not]=VALID"),
        (TaxInvoiceQ.status.in_(["VALID", "DRAFT"]), "OR[0][status]=VALID&OR[1][status]=DRAFT"),
        # What shares a key with a bare value goes into AND, whichever comes first.
        (
            (TaxInvoiceQ.status == "VALID") & (TaxInvoiceQ.status != "DRAFT"),
            "status=VALID&AND[0][status][not]=DRAFT",
        ),
        (
            (TaxInvoiceQ.status != "DRAFT") & (TaxInvoiceQ.status == "VALID"),
            "status[not]=DRAFT&AND[0][status]=VALID",
        ),
        (InvoiceQ.is_paid() & InvoiceQ.is_paid(False), "isPaid=true&AND[0][isPaid]=false"),
        (InvoiceQ.total_amount.between(100, 200), "totalAmount[gte]=100&totalAmount[lt]=200"),
        (DiscountQ.percentage_off == 12.5, "percentageOff[equals]=12.5"),
    ],
    ids=repr,
)
def test_the_spelling_of_equality_and_what_stands_beside_it(filter_: Filter[Any], text: str, qs: Qs) -> None:
    assert str(filter_) == text == qs.stringify(filter_.to_where())
    assert parse_filter(text, VOCABULARIES[str(filter_.resource)]) == filter_
