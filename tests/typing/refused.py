# ruff: noqa
# pyright: strict, reportUnusedExpression=false, reportUnusedFunction=false, reportUnusedVariable=false
# pyright: reportUnnecessaryTypeIgnoreComment=true
"""Code that type checkers must refuse, on exactly the marked lines. Nothing in here is ever called.

`# type: ignore` marks the lines that mypy refuses, `# pyright: ignore` those that pyright refuses. Where one of them
accepts such a line, it complains of the needless mark.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

from quentli_client.models import Customer, FullInvoice, PaymentStatus, PaymentWithItems, WebhookEvent

from quentli_query import (
    EVERYTHING,
    NOTHING,
    AsyncQuentli,
    Filter,
    InvoiceQ,
    OrderBy,
    Page,
    PaymentQ,
    Q,
    Quentli,
    WebhookEventQ,
    all_of,
    any_of,
    parse_filter,
    parse_order_by,
)


NOON = datetime(2025, 1, 10, 12, tzinfo=UTC)
JOHN = Q.name.contains("john")
COMPLETED = PaymentQ.is_completed()


def unknown_names(quentli: Quentli) -> None:
    Q.nmae.contains("john")  # type: ignore  # pyright: ignore
    Q.name.contians("john")  # type: ignore  # pyright: ignore
    quentli.customer  # type: ignore  # pyright: ignore
    [customer.nmae for customer in quentli.customers.list()]  # type: ignore  # pyright: ignore


def operators_of_other_kinds() -> None:
    Q.created_at.contains("2025")  # type: ignore  # pyright: ignore
    Q.no_payments.contains("john")  # type: ignore  # pyright: ignore
    PaymentQ.amount.contains("3")  # type: ignore  # pyright: ignore
    Q.name >= "john"  # type: ignore  # pyright: ignore
    Q.name.gte("john")  # type: ignore  # pyright: ignore
    Q.email_verified > False  # type: ignore  # pyright: ignore
    Q.email_verified.in_([True])  # type: ignore  # pyright: ignore
    Q.no_payments == True  # type: ignore  # pyright: ignore
    Q.no_payments.is_true()  # type: ignore  # pyright: ignore
    Q.no_payments.asc()  # type: ignore  # pyright: ignore
    Q.name.since("2025-01-10T12:00:00Z")  # type: ignore  # pyright: ignore


def values_of_other_types(quentli: Quentli) -> None:
    Q.name.contains(3)  # type: ignore  # pyright: ignore
    Q.name.in_([3])  # type: ignore  # pyright: ignore
    Q.created_at >= 3  # type: ignore  # pyright: ignore
    Q.created_at >= date(2025, 1, 10)  # type: ignore  # pyright: ignore
    Q.created_at.in_([3])  # type: ignore  # pyright: ignore
    Q.created_at.on("2025-01-10")  # type: ignore  # pyright: ignore
    Q.created_at.between(NOON)  # type: ignore  # pyright: ignore
    Q.created_at.since(3)  # type: ignore  # pyright: ignore
    Q.created_at.since(date(2025, 1, 10))  # type: ignore  # pyright: ignore
    Q.created_at.before(date(2025, 1, 10))  # type: ignore  # pyright: ignore
    Q.created_at.after(date(2025, 1, 10))  # type: ignore  # pyright: ignore
    Q.created_at.between(date(2025, 1, 10), NOON)  # type: ignore  # pyright: ignore
    Q.email_verified.equals("true")  # type: ignore  # pyright: ignore
    Q.no_payments("yes")  # type: ignore  # pyright: ignore
    PaymentQ.amount >= "3"  # type: ignore  # pyright: ignore
    PaymentQ.amount > 1000.50  # type: ignore  # pyright: ignore
    PaymentQ.amount.gte(Decimal("1000.00"))  # type: ignore  # pyright: ignore
    PaymentQ.amount.in_([100050, 1000.5])  # type: ignore  # pyright: ignore
    PaymentQ.amount.between(0, 1000.5)  # type: ignore  # pyright: ignore
    # A comparison with `==` of things that do not go together is always a bool, as far as a checker knows.
    quentli.customers.list(Q.name == 3)  # type: ignore  # pyright: ignore
    quentli.customers.list(Q.name != None)  # type: ignore  # pyright: ignore
    JOHN & (Q.email_verified == "true")  # type: ignore  # pyright: ignore


def enums(quentli: Quentli) -> None:
    PaymentQ.type.contains("CARD")  # type: ignore  # pyright: ignore
    PaymentQ.type >= "CARD"  # type: ignore  # pyright: ignore
    PaymentQ.type()  # type: ignore  # pyright: ignore
    card: Filter[PaymentWithItems] = PaymentQ.type == 3  # type: ignore  # pyright: ignore
    PaymentQ.type.equals(PaymentStatus.COMPLETE)  # type: ignore  # pyright: ignore
    PaymentQ.type.equals("CRAD")  # type: ignore  # pyright: ignore
    PaymentQ.type.in_(["CARD", "CRAD"])  # type: ignore  # pyright: ignore
    PaymentQ.type.equals(str("CARD"))  # type: ignore  # pyright: ignore
    # A bare comparison is a bool, as far as a checker knows; a list refuses it.
    PaymentQ.type == "CRAD"
    quentli.payments.list(PaymentQ.type == "CRAD")  # type: ignore  # pyright: ignore
    quentli.payments.list(PaymentQ.type != PaymentStatus.COMPLETE)  # type: ignore  # pyright: ignore
    PaymentQ.is_completed() & (PaymentQ.type == "CRAD")  # type: ignore  # pyright: ignore


def callable_booleans() -> None:
    InvoiceQ.is_paid("yes")  # type: ignore  # pyright: ignore
    InvoiceQ.is_paid() & InvoiceQ.is_paid  # type: ignore  # pyright: ignore
    unpaid: Filter[PaymentWithItems] = InvoiceQ.is_paid(False)  # type: ignore  # pyright: ignore


def relations(quentli: Quentli) -> None:
    PaymentQ.customer.usrname  # type: ignore  # pyright: ignore
    PaymentQ.customer.no_payments()  # type: ignore  # pyright: ignore
    PaymentQ.customer.metadata  # type: ignore  # pyright: ignore
    PaymentQ.customer.equals("juan")  # type: ignore  # pyright: ignore
    PaymentQ.customer & PaymentQ.is_completed()  # type: ignore  # pyright: ignore
    PaymentQ.customer.username.equals("juan") & JOHN  # type: ignore  # pyright: ignore
    customers: Filter[Customer] = PaymentQ.customer.username.equals("juan")  # type: ignore  # pyright: ignore
    juan: Filter[PaymentWithItems] = PaymentQ.customer == "juan"  # type: ignore  # pyright: ignore
    PaymentQ.customer.username.asc()  # type: ignore  # pyright: ignore
    quentli.payments.list(order_by=PaymentQ.customer.name.desc())  # type: ignore  # pyright: ignore


def what_is_not_a_filter(quentli: Quentli) -> None:
    JOHN | Q.no_payments  # type: ignore  # pyright: ignore
    ~Q.no_payments  # type: ignore  # pyright: ignore
    JOHN & "name=john"  # type: ignore  # pyright: ignore
    JOHN | True  # type: ignore  # pyright: ignore
    any_of(JOHN, Q.no_payments)  # type: ignore  # pyright: ignore
    all_of([JOHN, JOHN])  # type: ignore  # pyright: ignore
    quentli.customers.list(Q.no_payments)  # type: ignore  # pyright: ignore
    quentli.customers.list("name[contains]=john")  # type: ignore  # pyright: ignore


def other_resources(quentli: Quentli) -> None:
    quentli.customers.list(COMPLETED)  # type: ignore  # pyright: ignore
    quentli.customers.list(any_of(COMPLETED, EVERYTHING))  # type: ignore  # pyright: ignore
    quentli.customers.list(JOHN, order_by=PaymentQ.amount.asc())  # type: ignore  # pyright: ignore
    quentli.customers.list(order_by=[Q.name.asc(), PaymentQ.amount.asc()])  # type: ignore  # pyright: ignore
    JOHN & COMPLETED  # type: ignore  # pyright: ignore
    any_of(JOHN, COMPLETED)  # type: ignore  # pyright: ignore
    all_of(COMPLETED, ~JOHN)  # type: ignore  # pyright: ignore
    customers: Filter[Customer] = COMPLETED  # type: ignore  # pyright: ignore
    order: OrderBy[PaymentWithItems] = Q.name.asc()  # type: ignore  # pyright: ignore
    quentli.customers.list(NOTHING | COMPLETED)  # type: ignore  # pyright: ignore
    quentli.payments.list(parse_filter("name[contains]=john"))  # type: ignore  # pyright: ignore
    quentli.customers.list(parse_filter("isCompleted=true", PaymentQ))  # type: ignore  # pyright: ignore
    quentli.customers.list(order_by=parse_order_by("amount=asc", PaymentQ))  # type: ignore  # pyright: ignore
    parse_filter("name[contains]=john", "customers")  # type: ignore  # pyright: ignore
    parse_filter("name[contains]=john", Q, only=3)  # type: ignore  # pyright: ignore
    john: Filter[PaymentWithItems] = parse_filter("isCompleted=true", PaymentQ)
    john = parse_filter("name[contains]=john", Q)  # type: ignore  # pyright: ignore
    page: Page[PaymentWithItems] = quentli.customers.list(JOHN)  # type: ignore  # pyright: ignore
    quentli.invoices.scan(PaymentQ.is_completed())  # type: ignore  # pyright: ignore
    quentli.webhooks.list(order_by=WebhookEventQ.created_at.desc())  # type: ignore  # pyright: ignore
    event: WebhookEvent = quentli.webhooks.one()  # type: ignore  # pyright: ignore


def records_by_id(quentli: Quentli) -> None:
    quentli.webhook_events.get("evt_1")  # type: ignore  # pyright: ignore
    quentli.customers.get(5)  # type: ignore  # pyright: ignore
    quentli.customers.get("cus_1").name  # type: ignore  # pyright: ignore
    invoice: FullInvoice | None = quentli.invoices.get("inv_1")  # type: ignore  # pyright: ignore


def writes(quentli: Quentli) -> None:
    quentli.customers.create()  # type: ignore  # pyright: ignore
    quentli.customers.create("Ana")  # type: ignore  # pyright: ignore
    quentli.customers.create(nmae="Ana")  # type: ignore  # pyright: ignore
    quentli.customers.create(name=None)  # type: ignore  # pyright: ignore
    quentli.customers.create(name="Ana", metadata="a")  # type: ignore  # pyright: ignore
    quentli.customers.create(name="Ana", metadata={"a": None})  # type: ignore  # pyright: ignore
    quentli.customers.update(name="Ana")  # type: ignore  # pyright: ignore
    quentli.customers.update(id="cus_1", name="Ana")  # type: ignore  # pyright: ignore
    quentli.customers.update("cus_1", email_verified="yes")  # type: ignore  # pyright: ignore
    quentli.customers.update("cus_1", opted_out_whatsapp_at=3)  # type: ignore  # pyright: ignore
    quentli.payments.send_receipt("pay_1", channels=["EMIAL"])  # type: ignore  # pyright: ignore
    quentli.discounts.create(name="Ten", type="PERCENT")  # type: ignore  # pyright: ignore
    quentli.refunds.create(payment_id="pay_1", amount=100.5)  # type: ignore  # pyright: ignore
    quentli.refunds.list()  # type: ignore  # pyright: ignore
    quentli.customers.create(name="Ana").name  # type: ignore  # pyright: ignore


def nested_objects(quentli: Quentli) -> None:
    quentli.payment_concepts.create(display_name="a", amount=1, tax_info={"taxRate": 0.16})  # type: ignore  # pyright: ignore
    quentli.payment_concepts.create(display_name="a", amount=1, tax_info={"tax_rate": "0.16"})  # type: ignore  # pyright: ignore
    quentli.payment_concepts.update("con_1", recurrent_detail={"charge_each": 1})  # type: ignore  # pyright: ignore
    quentli.subscriptions.update("sub_1", items=[{"concept_id": "con_1"}])  # type: ignore  # pyright: ignore
    quentli.subscriptions.update("sub_1", items={"concept_id": "con_1", "quantity": 1})  # type: ignore  # pyright: ignore


def bodies_of_several_forms(quentli: Quentli) -> None:
    quentli.customer_portal_session.create(customer_id="cus_1")  # type: ignore  # pyright: ignore
    quentli.customer_portal_session.create(destination="hom", customer_id="cus_1")  # type: ignore  # pyright: ignore
    quentli.customer_portal_session.create(destination="invoice-checkout", customer_id="cus_1")  # type: ignore  # pyright: ignore


def orders(quentli: Quentli) -> None:
    quentli.customers.list(order_by="createdAt=desc")  # type: ignore  # pyright: ignore
    quentli.customers.list(order_by=Q.name)  # type: ignore  # pyright: ignore
    quentli.customers.list(order_by=JOHN)  # type: ignore  # pyright: ignore
    quentli.customers.list(JOHN, Q.name.asc())  # type: ignore  # pyright: ignore
    Q.name.asc().desc()  # type: ignore  # pyright: ignore


def other_parameters(quentli: Quentli) -> None:
    quentli.customers.list(take="50")  # type: ignore  # pyright: ignore
    quentli.customers.list(limits=50)  # type: ignore  # pyright: ignore
    quentli.customers.list(JOHN).total  # type: ignore  # pyright: ignore
    Quentli(3)  # type: ignore  # pyright: ignore
    Quentli(environment="prod")  # type: ignore  # pyright: ignore


def a_filter_is_a_value() -> None:
    JOHN.evidence = None  # type: ignore  # pyright: ignore
    JOHN < JOHN  # type: ignore  # pyright: ignore
    len(JOHN)  # type: ignore  # pyright: ignore
    number: int = JOHN  # type: ignore  # pyright: ignore
    text: str = JOHN  # type: ignore  # pyright: ignore


# A filter has no truth value. To mypy, asking for it never returns, and it says so of what would follow.


def as_a_bool(flag: bool) -> bool:
    flag = JOHN  # type: ignore  # pyright: ignore
    return JOHN  # type: ignore  # pyright: ignore


def as_a_test() -> None:
    if JOHN:  # pyright: ignore
        print("found")  # type: ignore


def negated(quentli: Quentli) -> None:
    quentli.customers.list(not JOHN)  # type: ignore  # pyright: ignore


def with_and(quentli: Quentli) -> None:
    quentli.customers.list(JOHN and Q.no_payments())  # type: ignore


def with_or(quentli: Quentli) -> None:
    quentli.customers.list(JOHN or Q.no_payments())  # type: ignore


def a_field_as_a_test() -> None:
    if Q.email_verified:  # pyright: ignore
        print("verified")  # type: ignore


def an_uncalled_flag_as_a_test() -> None:
    while Q.no_payments:  # pyright: ignore
        print("none")  # type: ignore


def a_page_as_a_test(quentli: Quentli) -> None:
    if quentli.customers.list(JOHN):  # pyright: ignore
        print("found")  # type: ignore


def options_of_a_client(quentli: Quentli, awaited: AsyncQuentli) -> None:
    quentli.with_options(timeut=3)  # type: ignore  # pyright: ignore
    quentli.with_options(verify="no")  # type: ignore  # pyright: ignore
    awaited.with_options(api_key="sk_1")  # type: ignore  # pyright: ignore
