"""Ask Quentli for exactly the records you mean.

Public names are loaded when they are first used, so that the language alone does not import httpx. Type
checkers read them in __init__.pyi.
"""

from __future__ import annotations

import importlib
from typing import Any

from quentli_resources.registry import VOCABULARIES

__version__ = "0.1.0"

_PUBLIC_NAMES = {
    ".client.clients": (
        "AsyncQuentli",
        "Quentli",
    ),
    ".client.lists.page": (
        "AsyncPage",
        "Page",
    ),
    ".client.lists.raw": ("RawResponse",),
    ".client.lists.scan": (
        "AsyncScan",
        "Scan",
    ),
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
        "InvalidInputError",
        "LastPageError",
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
    ".filters.compiler": ("Limits",),
    ".filters.evidence": ("Evidence",),
    ".filters.expressions": (
        "EVERYTHING",
        "Filter",
        "NOTHING",
        "OrderBy",
        "all_of",
        "any_of",
    ),
    ".filters.parser": (
        "parse_filter",
        "parse_order_by",
    ),
    "quentli_resources.vocabularies": VOCABULARIES,
    "quentli_client.types": ("UNSET",),
}
_MODULES = {name: module for module, names in _PUBLIC_NAMES.items() for name in names}
__all__ = ["__version__", *_MODULES]  # noqa: PLE0604  # pyright: ignore[reportUnsupportedDunderAll]


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(importlib.import_module(_MODULES[name], __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
