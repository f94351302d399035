"""Evidence for filters: what the API's reference and public integrations show. Data only."""

from typing import Final

EVIDENCE: Final[dict[tuple[str, str, str], tuple[str, str]]] = {
    ("customers", "email", "contains"): ("seen", "a public integration"),
    ("customers", "username", "equals"): ("seen", "a public integration"),
    ("payments", "status", "equals"): ("seen", "a public integration"),
    ("payments", "customer.username", "equals"): ("seen", "a public integration"),
    ("customers", "name", "contains"): ("documented", "name[contains]=john"),
    ("customers", "noPayments", ""): ("documented", "OR[0][noPayments]=true"),
    ("payment_concepts", "active", "equals"): ("documented", "active[equals]=true"),
    ("discounts", "active", "equals"): ("documented", "active[equals]=true"),
    ("invoices", "isPaid", ""): ("documented", "isPaid=false"),
    ("invoices", "dueDate", "gte"): ("documented", "dueDate[gte]=2025-01-01T00:00:00.000Z"),
    ("tax_invoices", "status", ""): ("documented", "status=VALID"),
    ("tax_invoices", "createdAt", "gte"): ("documented", "createdAt[gte]=2025-01-01T00:00:00.000Z"),
    ("subscriptions", "isActive", "equals"): ("documented", "isActive[equals]=true"),
    ("payments", "isCompleted", ""): ("documented", "isCompleted=true"),
    ("payments", "type", "equals"): ("documented", "type[equals]=CARD"),
    ("webhooks", "status", ""): ("documented", "status=ENABLED"),
    ("webhook_events", "status", ""): ("documented", "status=FAILED"),
    ("webhook_events", "type", "equals"): ("documented", "type[equals]=PAYMENT_COMPLETED"),
}
"""The evidence (`documented` or `seen`) and its source, by list, field and operator, as the API spells them.

The operator of `field=value` is empty.
"""
