# ruff: noqa
# pyright: strict, reportUnusedExpression=false, reportUnusedFunction=false, reportUnusedVariable=false
"""Code that type checkers must refuse, on exactly the marked lines.

`# refused`: by both. `# refused: mypy`, `# refused: pyright`: by that checker alone. Nothing in here is ever called.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum

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
from quentli_query.filters.fields import FlagField, NumberField, TextField
from quentli_query.filters.vocabulary import Vocabulary


class Robot:
    pass


class RobotVocabulary(Vocabulary[Robot], resource="robots", source="RobotQ"):
    __slots__ = ()

    name: TextField[Robot] = TextField()
    weight: NumberField[Robot] = NumberField()
    retired: FlagField[Robot] = FlagField()


RobotQ = RobotVocabulary()

NOON = datetime(2025, 1, 10, 12, tzinfo=UTC)
JOHN = Q.name.contains("john")
R2 = RobotQ.name.contains("r2")


def unknown_names(quentli: Quentli) -> None:
    Q.nmae  # refused
    Q.nmae.contains("john")  # refused
    RobotQ.created_at  # refused
    Q.name.contians("john")  # refused
    quentli.customer  # refused
    [customer.nmae for customer in quentli.customers.list()]  # refused


def operators_of_other_kinds() -> None:
    Q.created_at.contains("2025")  # refused
    Q.email_verified.contains("true")  # refused
    Q.no_payments.contains("john")  # refused
    RobotQ.weight.contains("3")  # refused
    Q.name >= "john"  # refused
    Q.name < "john"  # refused
    Q.name.gte("john")  # refused
    Q.email_verified > False  # refused
    Q.email_verified.in_([True])  # refused
    Q.no_payments == True  # refused
    Q.no_payments.equals(True)  # refused
    Q.no_payments.is_true()  # refused
    Q.no_payments.asc()  # refused
    Q.name.since("2025-01-10T12:00:00Z")  # refused


def values_of_other_types(quentli: Quentli) -> None:
    Q.name.contains(3)  # refused
    Q.name.contains(None)  # refused
    Q.name.in_([3])  # refused
    Q.name.in_(3)  # refused
    Q.name >= 3  # refused
    Q.created_at >= 3  # refused
    Q.created_at >= date(2025, 1, 10)  # refused
    Q.created_at.in_([3])  # refused
    Q.created_at.on("2025-01-10")  # refused
    Q.created_at.between(NOON)  # refused
    Q.created_at.since(3)  # refused
    Q.created_at.since(date(2025, 1, 10))  # refused
    Q.created_at.before(date(2025, 1, 10))  # refused
    Q.created_at.after(date(2025, 1, 10))  # refused
    Q.created_at.between(date(2025, 1, 10), NOON)  # refused
    Q.email_verified.equals("true")  # refused
    Q.no_payments("yes")  # refused
    RobotQ.weight >= "3"  # refused
    RobotQ.weight.equals(NOON)  # refused
    PaymentQ.amount > 1000.50  # refused
    PaymentQ.amount.gte(Decimal("1000.00"))  # refused
    PaymentQ.amount.in_([100050, 1000.5])  # refused
    PaymentQ.amount.between(0, 1000.5)  # refused
    PaymentQ.amount >= "1000"  # refused
    # A comparison with `==` of things that do not go together is always a bool, as far as a checker knows.
    quentli.customers.list(Q.name == 3)  # refused
    quentli.customers.list(Q.name != None)  # refused
    JOHN & (Q.created_at == 3)  # refused
    JOHN & (Q.email_verified == "true")  # refused


class Color(Enum):
    CARD = 1


def enums(quentli: Quentli) -> None:
    PaymentQ.type.equals(3)  # refused
    PaymentQ.type.equals(None)  # refused
    PaymentQ.type.equals(Color.CARD)  # refused
    PaymentQ.type.in_([3])  # refused
    PaymentQ.type.in_(3)  # refused
    PaymentQ.type.contains("CARD")  # refused
    PaymentQ.type.starts_with("CARD")  # refused
    PaymentQ.type >= "CARD"  # refused
    PaymentQ.type.gt("CARD")  # refused
    PaymentQ.type()  # refused
    card: Filter[PaymentWithItems] = PaymentQ.type == 3  # refused
    other: Filter[PaymentWithItems] = PaymentQ.type == Color.CARD  # refused
    PaymentQ.type.equals(PaymentStatus.COMPLETE)  # refused
    PaymentQ.type.equals("CRAD")  # refused
    PaymentQ.type.in_(["CARD", "CRAD"])  # refused
    PaymentQ.type.not_in([PaymentStatus.COMPLETE])  # refused
    PaymentQ.type.equals(str("CARD"))  # refused
    # A bare comparison is a bool, as far as a checker knows; a list refuses it.
    PaymentQ.type == "CRAD"
    quentli.payments.list(PaymentQ.type == "CRAD")  # refused
    quentli.payments.list(PaymentQ.type != PaymentStatus.COMPLETE)  # refused
    PaymentQ.is_completed() & (PaymentQ.type == "CRAD")  # refused


def callable_booleans() -> None:
    InvoiceQ.is_paid("yes")  # refused
    InvoiceQ.is_paid() & InvoiceQ.is_paid  # refused
    unpaid: Filter[PaymentWithItems] = InvoiceQ.is_paid(False)  # refused


def relations(quentli: Quentli) -> None:
    PaymentQ.customer.usrname  # refused
    PaymentQ.custmer  # refused
    PaymentQ.customer.no_payments()  # refused
    PaymentQ.customer.metadata  # refused
    PaymentQ.customer.username.equals(3)  # refused
    PaymentQ.customer.username.gte("juan")  # refused
    PaymentQ.customer.equals("juan")  # refused
    PaymentQ.customer & PaymentQ.is_completed()  # refused
    PaymentQ.is_completed() & PaymentQ.customer  # refused
    PaymentQ.customer.username.equals("juan") & JOHN  # refused
    customers: Filter[Customer] = PaymentQ.customer.username.equals("juan")  # refused
    juan: Filter[PaymentWithItems] = PaymentQ.customer == "juan"  # refused
    PaymentQ.customer.username.asc()  # refused
    PaymentQ.customer.created_at.desc()  # refused
    PaymentQ.customer.email_verified.asc()  # refused
    quentli.payments.list(order_by=PaymentQ.customer.name.desc())  # refused


def what_is_not_a_filter(quentli: Quentli) -> None:
    JOHN | Q.no_payments  # refused
    Q.no_payments | JOHN  # refused
    JOHN & Q.email_verified  # refused
    ~Q.no_payments  # refused
    JOHN & "name=john"  # refused
    JOHN | True  # refused
    any_of(JOHN, Q.no_payments)  # refused
    all_of([JOHN, JOHN])  # refused
    quentli.customers.list(Q.no_payments)  # refused
    quentli.customers.list("name[contains]=john")  # refused
    quentli.customers.list({"name": {"contains": "john"}})  # refused
    quentli.customers.list(Q)  # refused


def other_resources(quentli: Quentli) -> None:
    quentli.customers.list(R2)  # refused
    quentli.customers.list(any_of(R2))  # refused
    quentli.customers.list(any_of(R2, EVERYTHING))  # refused
    quentli.customers.list(JOHN, order_by=RobotQ.name.asc())  # refused
    quentli.customers.list(order_by=[Q.name.asc(), RobotQ.name.asc()])  # refused
    JOHN & R2  # refused
    R2 | JOHN  # refused
    any_of(JOHN, R2)  # refused
    all_of(R2, ~JOHN)  # refused
    customers: Filter[Customer] = R2  # refused
    robots: Filter[Robot] = Q.no_payments()  # refused
    order: OrderBy[Robot] = Q.name.asc()  # refused
    of_customers: Filter[Customer] = EVERYTHING & PaymentQ.is_completed()  # refused
    quentli.customers.list(EVERYTHING & PaymentQ.is_completed())  # refused
    quentli.customers.list(NOTHING | PaymentQ.is_completed())  # refused
    quentli.payments.list(parse_filter("name[contains]=john"))  # refused
    quentli.customers.list(parse_filter("isCompleted=true", PaymentQ))  # refused
    quentli.customers.list(order_by=parse_order_by("amount=asc", PaymentQ))  # refused
    parse_filter("name[contains]=john", "customers")  # refused
    parse_filter("name[contains]=john", Q, only=3)  # refused
    john: Filter[Robot] = parse_filter("name[contains]=john", RobotQ)
    john = parse_filter("name[contains]=john", Q)  # refused
    page: Page[Robot] = quentli.customers.list(JOHN)  # refused
    quentli.payments.list(JOHN)  # refused
    quentli.customers.list(PaymentQ.is_completed())  # refused
    quentli.invoices.scan(PaymentQ.is_completed())  # refused
    quentli.webhooks.list(order_by=WebhookEventQ.created_at.desc())  # refused
    event: WebhookEvent = quentli.webhooks.one()  # refused


def records_by_id(quentli: Quentli) -> None:
    quentli.webhook_events.get("evt_1")  # refused
    quentli.webhook_events.with_raw_response.get("evt_1")  # refused
    quentli.customers.get()  # refused
    quentli.customers.get(5)  # refused
    quentli.customers.get("cus_1").name  # refused
    invoice: FullInvoice | None = quentli.invoices.get("inv_1")  # refused


def writes(quentli: Quentli) -> None:
    quentli.customers.create()  # refused
    quentli.customers.create("Ana")  # refused
    quentli.customers.create(nmae="Ana")  # refused
    quentli.customers.create(name=None)  # refused
    quentli.customers.create(name="Ana", metadata="a")  # refused
    quentli.customers.create(name="Ana", metadata={"a": None})  # refused
    quentli.customers.update(name="Ana")  # refused
    quentli.customers.update(id="cus_1", name="Ana")  # refused
    quentli.customers.update("cus_1", email_verified="yes")  # refused
    quentli.customers.update("cus_1", opted_out_whatsapp_at=3)  # refused
    quentli.payments.send_receipt("pay_1", channels=["EMIAL"])  # refused
    quentli.discounts.create(name="Ten", type="PERCENT")  # refused
    quentli.refunds.create(payment_id="pay_1", amount=100.5)  # refused
    quentli.refunds.list()  # refused
    quentli.refunds.get("ref_1")  # refused
    quentli.customers.create(name="Ana").name  # refused


def nested_objects(quentli: Quentli) -> None:
    quentli.payment_concepts.create(display_name="a", amount=1, tax_info={"taxRate": 0.16})  # refused
    quentli.payment_concepts.create(display_name="a", amount=1, tax_info={"tax_rate": "0.16"})  # refused
    quentli.payment_concepts.update("con_1", recurrent_detail={"charge_each": 1})  # refused
    quentli.subscriptions.update("sub_1", items=[{"concept_id": "con_1"}])  # refused
    quentli.subscriptions.update("sub_1", items={"concept_id": "con_1", "quantity": 1})  # refused


def bodies_of_several_forms(quentli: Quentli) -> None:
    quentli.customer_portal_session.create(customer_id="cus_1")  # refused
    quentli.customer_portal_session.create(destination="hom", customer_id="cus_1")  # refused
    quentli.customer_portal_session.create(destination="invoice-checkout", customer_id="cus_1")  # refused


def orders(quentli: Quentli) -> None:
    quentli.customers.list(order_by="createdAt=desc")  # refused
    quentli.customers.list(order_by=["createdAt=desc"])  # refused
    quentli.customers.list(order_by=Q.name)  # refused
    quentli.customers.list(order_by=JOHN)  # refused
    quentli.customers.list(JOHN, Q.name.asc())  # refused
    quentli.customers.list(Q.name.asc())  # refused
    Q.name.asc().desc()  # refused


def other_parameters(quentli: Quentli) -> None:
    quentli.customers.list(take="50")  # refused
    quentli.customers.list(limits=50)  # refused
    quentli.customers.list(JOHN).total  # refused
    Quentli(3)  # refused
    Quentli(environment="prod")  # refused


def a_filter_is_a_value() -> None:
    JOHN.evidence = None  # refused
    JOHN < JOHN  # refused
    len(JOHN)  # refused
    number: int = JOHN  # refused
    text: str = JOHN  # refused


# A filter has no truth value. To mypy, asking for it never returns, and it says so of what would follow.


def as_a_bool(flag: bool) -> bool:
    flag = JOHN  # refused
    return JOHN  # refused


def as_a_test() -> None:
    if JOHN:  # refused: pyright
        print("found")  # refused: mypy


def as_a_negated_test() -> None:
    if not JOHN:  # refused: pyright
        print("not found")  # refused: mypy


def negated(quentli: Quentli) -> None:
    quentli.customers.list(not JOHN)  # refused


def with_and(quentli: Quentli) -> None:
    quentli.customers.list(JOHN and Q.no_payments())  # refused: mypy


def with_or(quentli: Quentli) -> None:
    quentli.customers.list(JOHN or Q.no_payments())  # refused: mypy


def a_field_as_a_test() -> None:
    if Q.email_verified:  # refused: pyright
        print("verified")  # refused: mypy


def an_uncalled_flag_as_a_test() -> None:
    while Q.no_payments:  # refused: pyright
        print("none")  # refused: mypy


def a_page_as_a_test(quentli: Quentli) -> None:
    if quentli.customers.list(JOHN):  # refused: pyright
        print("found")  # refused: mypy


def options_of_a_client(quentli: Quentli, awaited: AsyncQuentli) -> None:
    quentli.with_options(timeut=3)  # refused
    quentli.with_options(verify="no")  # refused
    awaited.with_options(api_key="sk_1")  # refused
