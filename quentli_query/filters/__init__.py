"""The filter language. Pure: it knows nothing of HTTP."""

from .compiler import Limits
from .expressions import EVERYTHING, NOTHING, Condition, Filter, OrderBy, all_of, any_of
from .operators import Evidence
from .parser import parse_filter, parse_order_by
from .vocabularies.customers import CustomerVocabulary, Q

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
