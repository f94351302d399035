"""Ask Quentli for exactly the records you mean.

The names below are loaded when they are first used, so that the language alone does not pay for HTTP.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .client import AsyncPage, AsyncQuentli, Page, Quentli, RawResponse
    from .errors import (
        APIConnectionError,
        APIError,
        APIStatusError,
        APITimeoutError,
        AuthenticationError,
        BadRequestError,
        ClientStateError,
        ConfigurationError,
        ConflictError,
        FilterError,
        FilterNotHonoredError,
        FilterParseError,
        FilterTooLargeError,
        FilterTypeError,
        FilterValueError,
        InternalServerError,
        MultipleRecordsError,
        NotFoundError,
        OrderNotHonoredError,
        PageTypeError,
        PagingNotHonoredError,
        ParameterError,
        PermissionDeniedError,
        QuentliError,
        RateLimitError,
        RecordNotFoundError,
        ResponseError,
        UndocumentedFilterError,
        UnprocessableEntityError,
    )
    from .filters import (
        EVERYTHING,
        NOTHING,
        Evidence,
        Filter,
        Limits,
        OrderBy,
        all_of,
        any_of,
        parse_filter,
        parse_order_by,
    )
    from .filters.vocabularies.customers import CustomerQ, Q
    from .filters.vocabularies.discounts import DiscountQ
    from .filters.vocabularies.invoices import InvoiceQ
    from .filters.vocabularies.payment_concepts import PaymentConceptQ
    from .filters.vocabularies.payments import PaymentQ
    from .filters.vocabularies.subscriptions import SubscriptionQ
    from .filters.vocabularies.tax_invoices import TaxInvoiceQ
    from .filters.vocabularies.webhook_events import WebhookEventQ
    from .filters.vocabularies.webhooks import WebhookQ

__version__ = "0.1.0"
__all__ = [
    "EVERYTHING",
    "NOTHING",
    "APIConnectionError",
    "APIError",
    "APIStatusError",
    "APITimeoutError",
    "AsyncPage",
    "AsyncQuentli",
    "AuthenticationError",
    "BadRequestError",
    "ClientStateError",
    "ConfigurationError",
    "ConflictError",
    "CustomerQ",
    "DiscountQ",
    "Evidence",
    "Filter",
    "FilterError",
    "FilterNotHonoredError",
    "FilterParseError",
    "FilterTooLargeError",
    "FilterTypeError",
    "FilterValueError",
    "InternalServerError",
    "InvoiceQ",
    "Limits",
    "MultipleRecordsError",
    "NotFoundError",
    "OrderBy",
    "OrderNotHonoredError",
    "Page",
    "PageTypeError",
    "PagingNotHonoredError",
    "ParameterError",
    "PaymentConceptQ",
    "PaymentQ",
    "PermissionDeniedError",
    "Q",
    "Quentli",
    "QuentliError",
    "RateLimitError",
    "RawResponse",
    "RecordNotFoundError",
    "ResponseError",
    "SubscriptionQ",
    "TaxInvoiceQ",
    "UndocumentedFilterError",
    "UnprocessableEntityError",
    "WebhookEventQ",
    "WebhookQ",
    "__version__",
    "all_of",
    "any_of",
    "parse_filter",
    "parse_order_by",
]

_HOMES = {
    ".client": ("AsyncPage", "AsyncQuentli", "Page", "Quentli", "RawResponse"),
    ".filters": (
        "EVERYTHING",
        "Evidence",
        "Filter",
        "Limits",
        "NOTHING",
        "OrderBy",
        "all_of",
        "any_of",
        "parse_filter",
        "parse_order_by",
    ),
    ".filters.vocabularies.customers": (
        "CustomerQ",
        "Q",
    ),
    ".filters.vocabularies.discounts": ("DiscountQ",),
    ".filters.vocabularies.invoices": ("InvoiceQ",),
    ".filters.vocabularies.payment_concepts": ("PaymentConceptQ",),
    ".filters.vocabularies.payments": ("PaymentQ",),
    ".filters.vocabularies.subscriptions": ("SubscriptionQ",),
    ".filters.vocabularies.tax_invoices": ("TaxInvoiceQ",),
    ".filters.vocabularies.webhook_events": ("WebhookEventQ",),
    ".filters.vocabularies.webhooks": ("WebhookQ",),
    ".errors": (
        "APIConnectionError",
        "APIError",
        "APIStatusError",
        "APITimeoutError",
        "AuthenticationError",
        "BadRequestError",
        "ClientStateError",
        "ConfigurationError",
        "ConflictError",
        "FilterError",
        "FilterNotHonoredError",
        "FilterParseError",
        "FilterTooLargeError",
        "FilterTypeError",
        "FilterValueError",
        "InternalServerError",
        "MultipleRecordsError",
        "NotFoundError",
        "OrderNotHonoredError",
        "PageTypeError",
        "PagingNotHonoredError",
        "ParameterError",
        "PermissionDeniedError",
        "QuentliError",
        "RateLimitError",
        "RecordNotFoundError",
        "ResponseError",
        "UndocumentedFilterError",
        "UnprocessableEntityError",
    ),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(importlib.import_module(_HOME_OF[name], __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
