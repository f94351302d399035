"""The resources of the API as attributes, which `Quentli` and `AsyncQuentli` inherit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from .methods.auth_links import AsyncAuthLinks, AuthLinks
    from .methods.customer_portal_session import AsyncCustomerPortalSession, CustomerPortalSession
    from .methods.customers import AsyncCustomers, Customers
    from .methods.discounts import AsyncDiscounts, Discounts
    from .methods.invoices import AsyncInvoices, Invoices
    from .methods.payment_concepts import AsyncPaymentConcepts, PaymentConcepts
    from .methods.payment_methods import AsyncPaymentMethods, PaymentMethods
    from .methods.payment_sessions import AsyncPaymentSessions, PaymentSessions
    from .methods.payments import AsyncPayments, Payments
    from .methods.refunds import AsyncRefunds, Refunds
    from .methods.setup_sessions import AsyncSetupSessions, SetupSessions
    from .methods.subscriptions import AsyncSubscriptions, Subscriptions
    from .methods.tax_invoices import AsyncTaxInvoices, TaxInvoices
    from .methods.webhook_events import AsyncWebhookEvents, WebhookEvents
    from .methods.webhooks import AsyncWebhooks, Webhooks

T = TypeVar("T")


class _Opener:
    def _open_resource(self, name: str, resource: Callable[..., T]) -> T:
        raise NotImplementedError


class Attributes(_Opener):
    """Resources of a sync client. Each is imported when it is first used."""

    @cached_property
    def customers(self) -> Customers:
        """People and companies that the organization bills."""
        from .methods.customers import Customers

        return self._open_resource("customers", Customers)

    @cached_property
    def payment_concepts(self) -> PaymentConcepts:
        """Billable concepts of the catalog, without those created for a single invoice."""
        from .methods.payment_concepts import PaymentConcepts

        return self._open_resource("payment_concepts", PaymentConcepts)

    @cached_property
    def discounts(self) -> Discounts:
        """Discounts of the catalog, without those created for a single invoice."""
        from .methods.discounts import Discounts

        return self._open_resource("discounts", Discounts)

    @cached_property
    def invoices(self) -> Invoices:
        """Requests for payment. The list returns their items with concepts."""
        from .methods.invoices import Invoices

        return self._open_resource("invoices", Invoices)

    @cached_property
    def tax_invoices(self) -> TaxInvoices:
        """Invoices for the tax authority (CFDI)."""
        from .methods.tax_invoices import TaxInvoices

        return self._open_resource("tax_invoices", TaxInvoices)

    @cached_property
    def subscriptions(self) -> Subscriptions:
        """Agreements by which customers are invoiced again and again."""
        from .methods.subscriptions import Subscriptions

        return self._open_resource("subscriptions", Subscriptions)

    @cached_property
    def payment_methods(self) -> PaymentMethods:
        """Cards and bank accounts that customers have saved for later charges."""
        from .methods.payment_methods import PaymentMethods

        return self._open_resource("payment_methods", PaymentMethods)

    @cached_property
    def payments(self) -> Payments:
        """Payments and payment attempts, with any outcome."""
        from .methods.payments import Payments

        return self._open_resource("payments", Payments)

    @cached_property
    def payment_sessions(self) -> PaymentSessions:
        """Hosted pages on which a customer pays."""
        from .methods.payment_sessions import PaymentSessions

        return self._open_resource("payment_sessions", PaymentSessions)

    @cached_property
    def setup_sessions(self) -> SetupSessions:
        """Hosted pages on which a customer saves a payment method."""
        from .methods.setup_sessions import SetupSessions

        return self._open_resource("setup_sessions", SetupSessions)

    @cached_property
    def refunds(self) -> Refunds:
        """Money given back to customers, in whole or in part."""
        from .methods.refunds import Refunds

        return self._open_resource("refunds", Refunds)

    @cached_property
    def auth_links(self) -> AuthLinks:
        """Links that take a customer into the portal without a password."""
        from .methods.auth_links import AuthLinks

        return self._open_resource("auth_links", AuthLinks)

    @cached_property
    def customer_portal_session(self) -> CustomerPortalSession:
        """Links that take a customer into the portal without a password."""
        from .methods.customer_portal_session import CustomerPortalSession

        return self._open_resource("customer_portal_session", CustomerPortalSession)

    @cached_property
    def webhooks(self) -> Webhooks:
        """Addresses that the API notifies of events."""
        from .methods.webhooks import Webhooks

        return self._open_resource("webhooks", Webhooks)

    @cached_property
    def webhook_events(self) -> WebhookEvents:
        """Notifications sent to webhooks, and failed ones. No operation returns a single one."""
        from .methods.webhook_events import WebhookEvents

        return self._open_resource("webhook_events", WebhookEvents)


class AsyncAttributes(_Opener):
    """Resources of an async client. Each is imported when it is first used."""

    @cached_property
    def customers(self) -> AsyncCustomers:
        """People and companies that the organization bills."""
        from .methods.customers import AsyncCustomers

        return self._open_resource("customers", AsyncCustomers)

    @cached_property
    def payment_concepts(self) -> AsyncPaymentConcepts:
        """Billable concepts of the catalog, without those created for a single invoice."""
        from .methods.payment_concepts import AsyncPaymentConcepts

        return self._open_resource("payment_concepts", AsyncPaymentConcepts)

    @cached_property
    def discounts(self) -> AsyncDiscounts:
        """Discounts of the catalog, without those created for a single invoice."""
        from .methods.discounts import AsyncDiscounts

        return self._open_resource("discounts", AsyncDiscounts)

    @cached_property
    def invoices(self) -> AsyncInvoices:
        """Requests for payment. The list returns their items with concepts."""
        from .methods.invoices import AsyncInvoices

        return self._open_resource("invoices", AsyncInvoices)

    @cached_property
    def tax_invoices(self) -> AsyncTaxInvoices:
        """Invoices for the tax authority (CFDI)."""
        from .methods.tax_invoices import AsyncTaxInvoices

        return self._open_resource("tax_invoices", AsyncTaxInvoices)

    @cached_property
    def subscriptions(self) -> AsyncSubscriptions:
        """Agreements by which customers are invoiced again and again."""
        from .methods.subscriptions import AsyncSubscriptions

        return self._open_resource("subscriptions", AsyncSubscriptions)

    @cached_property
    def payment_methods(self) -> AsyncPaymentMethods:
        """Cards and bank accounts that customers have saved for later charges."""
        from .methods.payment_methods import AsyncPaymentMethods

        return self._open_resource("payment_methods", AsyncPaymentMethods)

    @cached_property
    def payments(self) -> AsyncPayments:
        """Payments and payment attempts, with any outcome."""
        from .methods.payments import AsyncPayments

        return self._open_resource("payments", AsyncPayments)

    @cached_property
    def payment_sessions(self) -> AsyncPaymentSessions:
        """Hosted pages on which a customer pays."""
        from .methods.payment_sessions import AsyncPaymentSessions

        return self._open_resource("payment_sessions", AsyncPaymentSessions)

    @cached_property
    def setup_sessions(self) -> AsyncSetupSessions:
        """Hosted pages on which a customer saves a payment method."""
        from .methods.setup_sessions import AsyncSetupSessions

        return self._open_resource("setup_sessions", AsyncSetupSessions)

    @cached_property
    def refunds(self) -> AsyncRefunds:
        """Money given back to customers, in whole or in part."""
        from .methods.refunds import AsyncRefunds

        return self._open_resource("refunds", AsyncRefunds)

    @cached_property
    def auth_links(self) -> AsyncAuthLinks:
        """Links that take a customer into the portal without a password."""
        from .methods.auth_links import AsyncAuthLinks

        return self._open_resource("auth_links", AsyncAuthLinks)

    @cached_property
    def customer_portal_session(self) -> AsyncCustomerPortalSession:
        """Links that take a customer into the portal without a password."""
        from .methods.customer_portal_session import AsyncCustomerPortalSession

        return self._open_resource("customer_portal_session", AsyncCustomerPortalSession)

    @cached_property
    def webhooks(self) -> AsyncWebhooks:
        """Addresses that the API notifies of events."""
        from .methods.webhooks import AsyncWebhooks

        return self._open_resource("webhooks", AsyncWebhooks)

    @cached_property
    def webhook_events(self) -> AsyncWebhookEvents:
        """Notifications sent to webhooks, and failed ones. No operation returns a single one."""
        from .methods.webhook_events import AsyncWebhookEvents

        return self._open_resource("webhook_events", AsyncWebhookEvents)
