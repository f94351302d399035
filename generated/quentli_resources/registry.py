"""Registry of the API's lists. Data only."""

from typing import Final, TypedDict


class ListEntry(TypedDict):
    """One resource that has a list."""

    name: str
    noun: str
    path: str
    vocabulary: str
    page_model: str
    list_operation: str
    get_operation: str | None
    record_model: str | None
    flags: tuple[str, ...]
    relations: tuple[str, ...]


LISTS: Final[dict[str, ListEntry]] = {
    "customers": {
        "name": "customers",
        "noun": "customer",
        "path": "/v1/customers",
        "vocabulary": "Q",
        "page_model": "Customer",
        "list_operation": "quentli_client.api.customers.customers_list",
        "get_operation": "quentli_client.api.customers.customers_get_by_id",
        "record_model": "Customer",
        "flags": ("noPayments",),
        "relations": (),
    },
    "payment_concepts": {
        "name": "payment_concepts",
        "noun": "payment concept",
        "path": "/v1/payment-concepts",
        "vocabulary": "PaymentConceptQ",
        "page_model": "PaymentConcept",
        "list_operation": "quentli_client.api.catalog.payment_concepts_list",
        "get_operation": "quentli_client.api.catalog.payment_concepts_get_by_id",
        "record_model": "PaymentConcept",
        "flags": (),
        "relations": (),
    },
    "discounts": {
        "name": "discounts",
        "noun": "discount",
        "path": "/v1/discounts",
        "vocabulary": "DiscountQ",
        "page_model": "Discount",
        "list_operation": "quentli_client.api.catalog.discounts_list",
        "get_operation": "quentli_client.api.catalog.discounts_get_by_id",
        "record_model": "Discount",
        "flags": (),
        "relations": (),
    },
    "invoices": {
        "name": "invoices",
        "noun": "invoice",
        "path": "/v1/invoices",
        "vocabulary": "InvoiceQ",
        "page_model": "FullInvoice",
        "list_operation": "quentli_client.api.invoices.invoices_list",
        "get_operation": "quentli_client.api.invoices.invoices_get_by_id",
        "record_model": "Invoice",
        "flags": (),
        "relations": (),
    },
    "tax_invoices": {
        "name": "tax_invoices",
        "noun": "tax invoice",
        "path": "/v1/tax-invoices",
        "vocabulary": "TaxInvoiceQ",
        "page_model": "TaxInvoice",
        "list_operation": "quentli_client.api.tax_invoices.tax_invoices_list",
        "get_operation": "quentli_client.api.tax_invoices.tax_invoices_get_by_id",
        "record_model": "TaxInvoice",
        "flags": (),
        "relations": (),
    },
    "subscriptions": {
        "name": "subscriptions",
        "noun": "subscription",
        "path": "/v1/subscriptions",
        "vocabulary": "SubscriptionQ",
        "page_model": "Subscription",
        "list_operation": "quentli_client.api.subscriptions.subscriptions_list",
        "get_operation": "quentli_client.api.subscriptions.subscriptions_get_by_id",
        "record_model": "Subscription",
        "flags": (),
        "relations": (),
    },
    "payments": {
        "name": "payments",
        "noun": "payment",
        "path": "/v1/payments",
        "vocabulary": "PaymentQ",
        "page_model": "PaymentWithItems",
        "list_operation": "quentli_client.api.payments.payments_list",
        "get_operation": "quentli_client.api.payments.payments_get_by_id",
        "record_model": "PaymentWithItems",
        "flags": (),
        "relations": ("customer",),
    },
    "webhooks": {
        "name": "webhooks",
        "noun": "webhook",
        "path": "/v1/webhooks",
        "vocabulary": "WebhookQ",
        "page_model": "Webhook",
        "list_operation": "quentli_client.api.webhooks.webhooks_list",
        "get_operation": "quentli_client.api.webhooks.webhooks_get_by_id",
        "record_model": "Webhook",
        "flags": (),
        "relations": (),
    },
    "webhook_events": {
        "name": "webhook_events",
        "noun": "webhook event",
        "path": "/v1/webhook-events",
        "vocabulary": "WebhookEventQ",
        "page_model": "WebhookEvent",
        "list_operation": "quentli_client.api.webhooks.webhook_events_list",
        "get_operation": None,
        "record_model": None,
        "flags": (),
        "relations": (),
    },
}
"""The resources that have a list, by name."""

MAX_TAKE: Final = 100
"""Largest number of records on a page that every list allows."""

DEFAULT_TAKE: Final = 20
"""Number of records on a page where a request gives none."""

OPERATIONS: Final[dict[str, tuple[str, ...]]] = {
    "/v1/customers": ("GET", "POST"),
    "/v1/customers/{id}": ("GET", "PATCH"),
    "/v1/customers/{customerId}/payment_methods": ("GET",),
    "/v1/customers/{customerId}/tax-profiles": ("POST",),
    "/v1/customers/{customerId}/tax-profiles/{id}": ("PATCH", "DELETE"),
    "/v1/payment-concepts": ("GET", "POST"),
    "/v1/payment-concepts/{id}": ("GET", "PATCH"),
    "/v1/discounts": ("GET", "POST"),
    "/v1/discounts/{id}": ("GET", "PATCH", "DELETE"),
    "/v1/invoices": ("GET", "POST"),
    "/v1/invoices/{id}": ("GET", "PATCH", "DELETE"),
    "/v1/invoices/{id}/payment-link": ("GET",),
    "/v1/invoices/{id}/try-payment": ("POST",),
    "/v1/invoices/{id}/mark-paid": ("POST",),
    "/v1/invoices/{id}/payments/apply": ("POST",),
    "/v1/invoices/{id}/reminders": ("POST",),
    "/v1/tax-invoices": ("GET", "POST"),
    "/v1/tax-invoices/{id}": ("GET",),
    "/v1/tax-invoices/{id}/cancel": ("POST",),
    "/v1/subscriptions": ("GET", "POST"),
    "/v1/subscriptions/{id}": ("GET", "PATCH", "DELETE"),
    "/v1/payment-methods/{id}": ("DELETE",),
    "/v1/payments": ("GET", "POST"),
    "/v1/payments/{id}": ("GET",),
    "/v1/payments/{id}/receipt": ("POST",),
    "/v1/payment-sessions": ("POST",),
    "/v1/payment-sessions/{id}": ("GET",),
    "/v1/setup-sessions": ("POST",),
    "/v1/refunds": ("POST",),
    "/v1/auth-links": ("POST",),
    "/v1/customer-portal-session": ("POST",),
    "/v1/webhooks": ("GET", "POST"),
    "/v1/webhooks/{id}": ("GET", "PATCH", "DELETE"),
    "/v1/webhook-events": ("GET",),
    "/v1/webhook-events/{id}/retry": ("POST",),
}
"""The methods of each path."""

VOCABULARIES: Final = (
    "Q",
    "CustomerQ",
    "PaymentConceptQ",
    "DiscountQ",
    "InvoiceQ",
    "TaxInvoiceQ",
    "SubscriptionQ",
    "PaymentQ",
    "WebhookQ",
    "WebhookEventQ",
)
"""The names of the vocabularies."""
