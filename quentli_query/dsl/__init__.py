"""The filter language. Pure: it knows nothing of HTTP."""

from .customers import CustomerVocabulary, Q
from .evidence import Evidence
from .filters import EVERYTHING, NOTHING, Condition, Filter, all_of, any_of
from .ordering import OrderBy
from .parsing import parse_filter, parse_order_by
from .qs import Limits

__all__ = [
    "EVERYTHING",
    "NOTHING",
    "Condition",
    "CustomerVocabulary",
    "Evidence",
    "Filter",
    "Limits",
    "OrderBy",
    "Q",
    "all_of",
    "any_of",
    "parse_filter",
    "parse_order_by",
]
