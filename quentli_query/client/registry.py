"""Table of the resources that have a list. Imports the code of a resource on first use.

A new resource also needs a vocabulary, an attribute in `clients`, and its names in `filters.parser` and in
the package's `__init__`.
"""

from __future__ import annotations

from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

if TYPE_CHECKING:
    from types import ModuleType

    from ..filters.vocabulary import Vocabulary


@frozen
class ResourceSpec:
    """One resource that has a list.

    Attributes:
        name: name of the list: the clients' attribute, and the module of the vocabulary.
        group: group of its operations in the generated client.
        vocabulary_name: name of its vocabulary.
        page_model_name: name of the generated class of the records on a page.
        record_model_name: name of the generated class of one record; None if the API has no operation for it.
    """

    name: str
    group: str
    vocabulary_name: str
    page_model_name: str
    record_model_name: str | None

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """Fields of the resource."""
        module = import_module(f"quentli_query.filters.vocabularies.{self.name}")
        vocabulary: Vocabulary = getattr(module, self.vocabulary_name)
        return vocabulary

    @cached_property
    def list_operation(self) -> ModuleType:
        """Generated module that describes the request for a page."""
        return import_module(f"quentli_client.api.{self.group}.{self.name}_list")

    @cached_property
    def get_operation(self) -> ModuleType:
        """Generated module that describes the request for one record."""
        return import_module(f"quentli_client.api.{self.group}.{self.name}_get_by_id")

    @cached_property
    def page_model(self) -> Any:
        """Generated class of the records on a page."""
        return getattr(import_module("quentli_client.models"), self.page_model_name)

    @cached_property
    def record_model(self) -> Any:
        """Generated class of one record."""
        return getattr(import_module("quentli_client.models"), self.record_model_name or self.page_model_name)


RESOURCES: Final = (
    ResourceSpec("customers", "customers", "Q", "Customer", "Customer"),
    ResourceSpec("payment_concepts", "catalog", "PaymentConceptQ", "PaymentConcept", "PaymentConcept"),
    ResourceSpec("discounts", "catalog", "DiscountQ", "Discount", "Discount"),
    ResourceSpec("invoices", "invoices", "InvoiceQ", "FullInvoice", "Invoice"),
    ResourceSpec("tax_invoices", "tax_invoices", "TaxInvoiceQ", "TaxInvoice", "TaxInvoice"),
    ResourceSpec("subscriptions", "subscriptions", "SubscriptionQ", "Subscription", "Subscription"),
    ResourceSpec("payments", "payments", "PaymentQ", "PaymentWithItems", "PaymentWithItems"),
    ResourceSpec("webhooks", "webhooks", "WebhookQ", "Webhook", "Webhook"),
    ResourceSpec("webhook_events", "webhooks", "WebhookEventQ", "WebhookEvent", None),
)


def find_resource(name: str) -> ResourceSpec | None:
    """Return the resource of that name; None if it has no list."""
    return next((spec for spec in RESOURCES if spec.name == name), None)
