"""Hooks of schemathesis: valid values of a list's `filter` and `orderBy`."""

from __future__ import annotations

from typing import Any

import schemathesis
from contract.served import format_of
from hypothesis.strategies import SearchStrategy
from support.strategies import filters, orders
from support.vocabularies import VOCABULARIES, compile_order_by

from quentli_query import EVERYTHING, NOTHING, Filter, FilterTooLargeError
from quentli_query.filters.vocabulary import Vocabulary


def _filters(vocabulary: Vocabulary) -> SearchStrategy[str]:
    return filters(vocabulary=vocabulary).filter(_is_sent).map(str)


def _is_sent(filter: Filter[Any]) -> bool:
    """Return whether a client sends the filter in one request."""
    try:
        return filter not in {NOTHING, EVERYTHING} and bool(str(filter))
    except FilterTooLargeError:
        return False


def _orders(resource: str, vocabulary: Vocabulary) -> SearchStrategy[str]:
    return orders(vocabulary).map(lambda listed: compile_order_by(listed, resource))


for resource, vocabulary in VOCABULARIES.items():
    schemathesis.openapi.format(format_of("filter", resource), _filters(vocabulary))
    schemathesis.openapi.format(format_of("orderBy", resource), _orders(resource, vocabulary))
