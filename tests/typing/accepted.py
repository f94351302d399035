# pyright: strict, reportUnusedFunction=false
"""Code that type checkers must accept, with the types that they must infer. Nothing in here is ever called."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import assert_type

from dateutil.relativedelta import relativedelta
from quentli_client import models
from quentli_client.api.customers import customers_create, customers_get_by_id, customers_list
from quentli_client.models import Customer
from quentli_client.types import UNSET
from quentli_resources.params import CreateInvoiceItemParams

from quentli_query import (
    EVERYTHING,
    NOTHING,
    AsyncPage,
    AsyncQuentli,
    DiscountQ,
    Filter,
    InvoiceQ,
    Limits,
    OrderBy,
    Page,
    PaymentConceptQ,
    PaymentQ,
    Q,
    Quentli,
    RawResponse,
    SubscriptionQ,
    TaxInvoiceQ,
    WebhookEventQ,
    WebhookQ,
    all_of,
    any_of,
    parse_filter,
    parse_order_by,
)
from quentli_query.filters.expressions import first_failed
from quentli_query.filters.fields import FlagField, InstantField, NumberField, TextField
from quentli_query.filters.vocabulary import Vocabulary

NOON = datetime(2025, 1, 10, 12, tzinfo=UTC)
DAY = date(2025, 1, 10)


class Robot:
    """Records of a resource that somebody else describes."""


class RobotVocabulary(Vocabulary[Robot], resource="robots", source="RobotQ"):
    """A vocabulary needs no more than its fields."""

    __slots__ = ()

    name: TextField[Robot] = TextField()
    built_at: InstantField[Robot] = InstantField()
    weight: NumberField[Robot] = NumberField()
    retired: FlagField[Robot] = FlagField()


RobotQ = RobotVocabulary()


class _UntypedVocabulary(Vocabulary, resource="robots", source="RobotQ"):
    __slots__ = ()

    name: TextField[Robot] = TextField()


def _text() -> None:
    assert_type(Q.name.contains("john"), Filter[Customer])
    assert_type(Q.name.starts_with("j") & Q.name.ends_with("n"), Filter[Customer])
    assert_type(Q.name == "John", Filter[Customer])
    assert_type(Q.name != "John", Filter[Customer])
    assert_type(Q.id.in_(["cus_1", "cus_2"]), Filter[Customer])
    assert_type(Q.id.in_(f"cus_{number}" for number in range(3)), Filter[Customer])
    assert_type(Q.id.not_in({"cus_1"}), Filter[Customer])


def _instants() -> None:
    assert_type(Q.created_at >= NOON, Filter[Customer])
    assert_type(Q.created_at < "2025-01-10T12:00:00Z", Filter[Customer])
    assert_type(NOON <= Q.created_at, Filter[Customer])
    assert_type(Q.created_at == NOON, Filter[Customer])
    assert_type(Q.created_at.in_([NOON, "2025-01-10T12:00:00Z"]), Filter[Customer])
    assert_type(Q.created_at.on(DAY, tz="America/Mexico_City"), Filter[Customer])
    assert_type(Q.created_at.on("2025-01-10", tz=UTC), Filter[Customer])
    assert_type(Q.created_at.between(DAY, NOON, tz=UTC), Filter[Customer])
    assert_type(Q.created_at.since(relativedelta(months=3)), Filter[Customer])
    assert_type(Q.created_at.since(relativedelta(months=3), "America/Mexico_City"), Filter[Customer])
    assert_type(Q.created_at.since(DAY, tz="America/Mexico_City"), Filter[Customer])
    assert_type(Q.created_at.since("2025-01-10T12:00:00Z"), Filter[Customer])
    assert_type(Q.created_at.between(NOON, "2025-01-10T13:00:00Z"), Filter[Customer])
    assert_type(Q.created_at.since(timedelta(hours=36), now=NOON), Filter[Customer])
    assert_type(Q.created_at.before(DAY, tz=UTC) | Q.created_at.after(NOON), Filter[Customer])


def _truths() -> None:
    assert_type(Q.email_verified.is_true(), Filter[Customer])
    assert_type(Q.email_verified == True, Filter[Customer])  # noqa: E712
    assert_type(Q.no_payments(), Filter[Customer])
    assert_type(Q.no_payments(False), Filter[Customer])


def _callable_booleans() -> None:
    assert_type(InvoiceQ.is_paid(), Filter[models.FullInvoice])
    assert_type(InvoiceQ.is_paid(False), Filter[models.FullInvoice])
    assert_type(InvoiceQ.is_paid.is_false(), Filter[models.FullInvoice])
    assert_type(Q.email_verified(), Filter[Customer])


def _enums(text: str, known: models.PaymentType) -> None:
    assert_type(PaymentQ.type.equals(models.PaymentType.CARD), Filter[models.PaymentWithItems])
    assert_type(PaymentQ.type.equals("CARD"), Filter[models.PaymentWithItems])
    assert_type(PaymentQ.type == models.PaymentType(text), Filter[models.PaymentWithItems])
    assert_type(PaymentQ.type == "CARD", Filter[models.PaymentWithItems])
    assert_type(PaymentQ.type.in_([known, "OXXO"]), Filter[models.PaymentWithItems])
    assert_type(PaymentQ.type.in_(("CARD", "OXXO")), Filter[models.PaymentWithItems])
    assert_type(PaymentQ.type != models.PaymentType.OXXO, Filter[models.PaymentWithItems])
    assert_type(
        PaymentQ.processor.in_([models.PaymentProcessor.STRIPE, "KUSHKI"]), Filter[models.PaymentWithItems]
    )
    assert_type(PaymentQ.processor.in_(models.PaymentProcessor), Filter[models.PaymentWithItems])
    assert_type(PaymentQ.processor.not_in({"TAPI"}), Filter[models.PaymentWithItems])
    assert_type(PaymentQ.status.desc(), OrderBy[models.PaymentWithItems])
    assert_type(PaymentQ.type.values, tuple[str, ...])


def _relations() -> None:
    assert_type(PaymentQ.customer.username.equals("juan"), Filter[models.PaymentWithItems])
    assert_type(PaymentQ.customer.created_at >= NOON, Filter[models.PaymentWithItems])
    assert_type(PaymentQ.customer.email_verified(), Filter[models.PaymentWithItems])
    assert_type(
        PaymentQ.customer.name.contains("a") & PaymentQ.is_completed(), Filter[models.PaymentWithItems]
    )


def _numbers() -> None:
    assert_type(RobotQ.weight >= 3, Filter[Robot])
    assert_type(RobotQ.weight < Decimal("2.5"), Filter[Robot])
    assert_type(RobotQ.weight.between(1, 2.5), Filter[Robot])
    assert_type(DiscountQ.percentage_off < 12.5, Filter[models.Discount])
    assert_type(InvoiceQ.total_amount >= 150000, Filter[models.FullInvoice])


def _combinations(robots: Filter[Robot]) -> None:
    john = Q.name.contains("john")
    assert_type(john & Q.no_payments() | ~john, Filter[Customer])
    assert_type(any_of(john, Q.no_payments()), Filter[Customer])
    assert_type(all_of(*[Q.name.contains(word) for word in ("ana", "maría")]), Filter[Customer])
    assert_type(any_of(robots, RobotQ.retired()), Filter[Robot])
    john &= Q.no_payments()
    assert_type(john, Filter[Customer])
    # Values, and usable as such.
    assert_type({john: 1, NOTHING: 2}[john], int)
    assert_type(john == NOTHING, bool)


def _neutral(robots: Filter[Robot]) -> None:
    john = Q.name.contains("john")
    assert_type(EVERYTHING & robots, Filter[Robot])
    assert_type(NOTHING | PaymentQ.is_completed(), Filter[models.PaymentWithItems])
    assert_type(~EVERYTHING & robots, Filter[Robot])
    customers: Filter[Customer] = EVERYTHING
    for word in ("ana", "maría"):
        customers &= Q.name.contains(word)
    none_yet: Filter[Robot] = any_of()
    none_yet |= robots
    assert_type(john & EVERYTHING, Filter[Customer])
    assert_type(john | NOTHING, Filter[Customer])
    both: Filter[Customer] = any_of(john, NOTHING)
    other_way_round: Filter[Customer] = EVERYTHING & john
    mixed: Filter[Robot] = all_of(robots, any_of(), EVERYTHING)
    del both, other_way_round, mixed


def _strings(limits: Limits) -> None:
    john = Q.name.contains("john")
    assert_type(str(john), str)
    assert_type(john.to_qs(limits), str)
    assert_type(john.inferred(), tuple[Filter[Customer], ...])
    assert_type(john.matches({"name": "John"}), bool | None)
    assert_type(first_failed(john, {"name": "John"}), Filter[Customer] | None)
    assert_type(parse_filter("name[contains]=john"), Filter[Customer])
    assert_type(parse_order_by("name=asc"), list[OrderBy[Customer]])
    assert_type(parse_filter("isCompleted=true", PaymentQ), Filter[models.PaymentWithItems])
    assert_type(
        parse_filter("isCompleted=true", PaymentQ, only=["is_completed"]), Filter[models.PaymentWithItems]
    )
    assert_type(
        parse_order_by("amount=asc", PaymentQ, only=("amount",)), list[OrderBy[models.PaymentWithItems]]
    )
    assert_type(john.fields(), frozenset[str])
    assert_type(parse_filter("name[contains]=r2", RobotQ), Filter[Robot])
    untyped: Filter[Robot] = parse_filter("name[contains]=r2", _UntypedVocabulary())
    del untyped


def _orders() -> None:
    assert_type(Q.created_at.desc(), OrderBy[Customer])
    assert_type(Q.email_verified.asc(), OrderBy[Customer])
    assert_type([Q.name.asc(), Q.created_at.desc()], list[OrderBy[Customer]])
    assert_type(RobotQ.weight.asc(), OrderBy[Robot])


def _lists(quentli: Quentli) -> None:
    page = quentli.customers.list(Q.no_payments(), order_by=Q.name.asc(), skip=10, take=50, verify=False)
    assert_type(page, Page[Customer])
    assert_type(page.next_page(), Page[Customer])
    assert_type(page.data, list[Customer])
    for customer in page:
        assert_type(customer, Customer)
        assert_type(customer.created_at, datetime)
        assert_type(customer.email, str | None)
    quentli.customers.list()
    quentli.customers.list(None)
    quentli.customers.list(EVERYTHING)
    quentli.customers.list(any_of())
    quentli.customers.list(Q.name.contains("john") & EVERYTHING)
    quentli.customers.list(parse_filter("name[contains]=john"), order_by=parse_order_by("name=asc"))
    quentli.customers.list(order_by=[Q.name.asc(), Q.created_at.desc()])
    quentli.customers.list(order_by=(Q.name.asc(), Q.created_at.desc()))


def _nine_lists(quentli: Quentli) -> None:
    assert_type(quentli.payment_concepts.list(PaymentConceptQ.active.is_true()), Page[models.PaymentConcept])
    assert_type(quentli.discounts.first(DiscountQ.active.is_true()), models.Discount | None)
    assert_type(quentli.invoices.list(InvoiceQ.is_paid(False)).data, list[models.FullInvoice])
    assert_type(quentli.tax_invoices.one(TaxInvoiceQ.status == "VALID"), models.TaxInvoice)
    assert_type(quentli.subscriptions.count(SubscriptionQ.is_active.is_true()), int)
    assert_type(quentli.webhooks.exists(WebhookQ.status == "ENABLED"), bool)
    assert_type(quentli.webhook_events.first(WebhookEventQ.status == "FAILED"), models.WebhookEvent | None)
    for payment in quentli.payments.list(PaymentQ.is_completed(), order_by=PaymentQ.created_at.desc()):
        assert_type(payment, models.PaymentWithItems)
        assert_type(payment.amount, int)
    for payment in quentli.payments.scan(PaymentQ.customer.username == "juan"):
        assert_type(payment, models.PaymentWithItems)
    assert_type(quentli.payments.with_raw_response.list(), RawResponse[list[models.PaymentWithItems]])


def _records_by_id(quentli: Quentli) -> None:
    assert_type(quentli.customers.get("cus_1"), Customer | None)
    assert_type(quentli.invoices.get("inv_1"), models.Invoice | None)
    assert_type(quentli.payments.get("pay_1"), models.PaymentWithItems | None)
    assert_type(quentli.invoices.with_raw_response.get("inv_1"), RawResponse[models.Invoice | None])


def _writes(quentli: Quentli) -> None:
    created = quentli.customers.create(name="Ana", email=None, metadata={"a": "b"}, tags=("new",))
    assert_type(created, models.CreateCustomerPayload)
    assert_type(created.customer, Customer)
    quentli.customers.create(name="Ana", username=UNSET, metadata=[{"key": "a", "value": "b"}])
    quentli.customers.update("cus_1", name="Ana", metadata={"a": None}, meta={"a": "b"}, otp="123")
    quentli.customers.update("cus_1", opted_out_whatsapp_at=NOON)
    quentli.customers.update("cus_1", opted_out_whatsapp_at="2025-01-10T12:00:00Z")
    assert_type(quentli.customers.get_payment_methods("cus_1"), list[models.PaymentMethod])
    quentli.customers.update_tax_profile(
        "cus_1", "tax_1", legal_name="ANA", tax_id="X", tax_system="605", zip="06000", default_usage="G03"
    )
    assert_type(quentli.payment_methods.delete("pm_1"), models.DeletePaymentMethodPayload)
    assert_type(quentli.webhook_events.retry("evt_1"), models.WebhookEvent)
    quentli.refunds.create(payment_id="pay_1", amount=100)
    quentli.subscriptions.cancel("sub_1")
    quentli.payments.send_receipt("pay_1", channels=["EMAIL", models.SendPaymentChannel.SMS])
    quentli.discounts.create(name="Ten", type="PERCENTAGE", percentage_off=Decimal("12.5"))
    quentli.payment_concepts.create(display_name="Piano", amount=45_000, tax_info={"tax_rate": 0.16})


def _nested_objects(quentli: Quentli, entry: CreateInvoiceItemParams) -> None:
    line = models.CreateInvoiceItemInput(concept_id="con_1")
    quentli.invoices.create(
        customer_id="cus_1",
        due_date=NOON,
        collection_method=models.CollectionMethod.AUTOMATIC,
        items=[{"concept": {"display_name": "Piano", "amount": 45_000, "currency": "MXN"}, "quantity": 2}],
    )
    quentli.invoices.create(
        customer_id="cus_1",
        due_date="2025-01-10T12:00:00Z",
        collection_method="SEND_REMINDER",
        items=[line, entry, {"concept_id": "con_1", "quantity": 2.5}],
    )


def _bodies_of_several_forms(quentli: Quentli) -> None:
    session = quentli.customer_portal_session.create(destination="home", customer_id="cus_1")
    assert_type(session, models.CreateCustomerPortalSessionPayload)
    quentli.customer_portal_session.create(
        destination="invoice-checkout", customer_id="cus_1", invoice_id="inv_1"
    )


async def _awaited(quentli: AsyncQuentli) -> None:
    assert_type(await quentli.payments.list(PaymentQ.is_completed()), AsyncPage[models.PaymentWithItems])
    assert_type(await quentli.invoices.get("inv_1"), models.Invoice | None)
    assert_type(await quentli.invoices.with_raw_response.get("inv_1"), RawResponse[models.Invoice | None])
    async for event in quentli.webhook_events.scan(WebhookEventQ.status == "FAILED"):
        assert_type(event, models.WebhookEvent)
    body = models.CreateCustomerArgs(models.CreateCustomerInput(name="Ana"))
    assert_type(await quentli.invoices.mark_paid("inv_1"), models.MarkInvoiceAsPaidPayload)
    assert_type(await quentli.customers.get_payment_methods("cus_1"), list[models.PaymentMethod])
    assert_type((await customers_create.asyncio(client=quentli.api, body=body)).customer, Customer)


def _everything_else(quentli: Quentli) -> None:
    body = models.CreateCustomerArgs(models.CreateCustomerInput(name="Ana"))
    assert_type(customers_create.sync(client=quentli.api, body=body).customer.name, str)
    assert_type(customers_list.sync(client=quentli.api), list[Customer])
    assert_type(customers_get_by_id.sync("cus_1", client=quentli.api), Customer | None)
    customers_create.sync(client=quentli.api.with_headers({"X-Request-Id": "r1"}), body=body)
    customers_create.sync(client=quentli.api.with_timeout(60), body=body)
