"""Vocabularies of the lists, each in a module of its own that is imported when it is first used."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .customers import CustomerQ as CustomerQ
    from .customers import Q as Q
    from .discounts import DiscountQ as DiscountQ
    from .invoices import InvoiceQ as InvoiceQ
    from .payment_concepts import PaymentConceptQ as PaymentConceptQ
    from .payments import PaymentQ as PaymentQ
    from .subscriptions import SubscriptionQ as SubscriptionQ
    from .tax_invoices import TaxInvoiceQ as TaxInvoiceQ
    from .webhook_events import WebhookEventQ as WebhookEventQ
    from .webhooks import WebhookQ as WebhookQ

_MODULES: dict[str, str] = {
    "Q": ".customers",
    "CustomerQ": ".customers",
    "PaymentConceptQ": ".payment_concepts",
    "DiscountQ": ".discounts",
    "InvoiceQ": ".invoices",
    "TaxInvoiceQ": ".tax_invoices",
    "SubscriptionQ": ".subscriptions",
    "PaymentQ": ".payments",
    "WebhookQ": ".webhooks",
    "WebhookEventQ": ".webhook_events",
}

__all__: list[str] = [
    "CustomerQ",
    "DiscountQ",
    "InvoiceQ",
    "PaymentConceptQ",
    "PaymentQ",
    "Q",
    "SubscriptionQ",
    "TaxInvoiceQ",
    "WebhookEventQ",
    "WebhookQ",
]

# A type checker would take a module with this function for one that has any name.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        """Import a vocabulary when it is first used."""
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        found = globals()[name] = getattr(import_module(_MODULES[name], __name__), name)
        return found


def __dir__() -> list[str]:
    return __all__
