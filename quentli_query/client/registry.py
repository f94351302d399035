"""The resources that have a list: a table, and what is behind each row once it is used."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, cast

from attrs import frozen

if TYPE_CHECKING:
    from types import ModuleType

    from ..filters.fields import Vocabulary


@frozen
class Resource:
    """One resource that has a list. Its code is imported when it is asked for, and not before.

    Attributes:
        name: of the list, which is also the clients' attribute for it and the vocabulary's module.
        group: of its operations in the generated client.
        source: what its vocabulary is called.
        listed: the generated class of the records on a page.
        single: the generated class of a record that is asked for by id; None if the API does not answer one.
    """

    name: str
    group: str
    source: str
    listed: str
    single: str | None

    @property
    def path(self) -> str:
        """Where its list is."""
        return f"/v1/{self.name.replace('_', '-')}"

    @property
    def vocabulary(self) -> Vocabulary:
        """Its fields."""
        module = import_module(f"quentli_query.filters.vocabularies.{self.name}")
        return cast("Vocabulary", getattr(module, self.source))

    @property
    def listing(self) -> ModuleType:
        """The generated module that asks for a page."""
        return import_module(f"quentli_client.api.{self.group}.{self.name}_list")

    @property
    def getting(self) -> ModuleType:
        """The generated module that asks for one record by id."""
        return import_module(f"quentli_client.api.{self.group}.{self.name}_get_by_id")

    @property
    def model(self) -> type:
        """The generated class of the records on a page."""
        return _model(self.listed)

    @property
    def single_model(self) -> type:
        """The generated class of a record that is asked for by id."""
        return _model(self.single or self.listed)


def _model(name: str) -> type:
    models: Any = import_module("quentli_client.models")
    return cast("type", getattr(models, name))


RESOURCES: Final = (
    Resource("customers", "customers", "Q", "Customer", "Customer"),
    Resource("payment_concepts", "catalog", "PaymentConceptQ", "PaymentConcept", "PaymentConcept"),
    Resource("discounts", "catalog", "DiscountQ", "Discount", "Discount"),
    Resource("invoices", "invoices", "InvoiceQ", "FullInvoice", "Invoice"),
    Resource("tax_invoices", "tax_invoices", "TaxInvoiceQ", "TaxInvoice", "TaxInvoice"),
    Resource("subscriptions", "subscriptions", "SubscriptionQ", "Subscription", "Subscription"),
    Resource("payments", "payments", "PaymentQ", "PaymentWithItems", "PaymentWithItems"),
    Resource("webhooks", "webhooks", "WebhookQ", "Webhook", "Webhook"),
    Resource("webhook_events", "webhooks", "WebhookEventQ", "WebhookEvent", None),
)
