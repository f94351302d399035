"""What the parser accepts of hostile queries, qs reads alike."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from decimal import Decimal
from random import Random
from typing import Any

import pytest
from conformance.npm_qs import Qs, as_read
from dateutil.parser import isoparse
from support.hostile_queries import write_query

from quentli_query import (
    EVERYTHING,
    FilterParseError,
    InvoiceQ,
    PaymentQ,
    Q,
    TaxInvoiceQ,
    parse_filter,
    parse_order_by,
)
from quentli_query.filters.fields import (
    BaseNumberField,
    BooleanField,
    Field,
    FlagField,
    InstantField,
    get_spec,
)
from quentli_query.filters.vocabulary import Vocabulary, inspect

VOCABULARIES = (Q, PaymentQ, TaxInvoiceQ, InvoiceQ)
OPPOSITE_GROUPS = {"AND": "OR", "OR": "AND"}
OPPOSITES = {"not": "equals", "lt": "gte", "lte": "gt"}


def group(kind: str, parts: list[Any]) -> Any:
    """Return a group in a normal form: flat, without duplicates, neutral parts or a single part."""
    flat = frozenset(inner for part in parts for inner in (part[1] if part[0] == kind else frozenset([part])))
    absorbing = (OPPOSITE_GROUPS[kind], frozenset[Any]())
    if absorbing in flat:
        return absorbing
    return next(iter(flat)) if len(flat) == 1 else (kind, flat)


def normalize(where: Any, vocabulary: Vocabulary, *, holds: bool = True) -> Any:
    """Return the meaning of a where-object whose values are text, in a form that is equal for equal meanings."""
    parts = [normalize_member(key, value, vocabulary, holds=holds) for key, value in where.items()]
    return group("AND" if holds else "OR", parts)


def normalize_member(key: str, value: Any, vocabulary: Vocabulary, *, holds: bool) -> Any:
    if key in ("OR", "AND"):
        kind = key if holds else OPPOSITE_GROUPS[key]
        return group(kind, [normalize(item, vocabulary, holds=holds) for item in value])
    if key == "NOT":
        items = value if isinstance(value, list) else [value]
        parts = [normalize(each, vocabulary, holds=not holds) for each in items]
        return group("AND" if holds else "OR", parts)
    info = inspect(vocabulary)
    related = [each for each in info.relations.values() if inspect(each).path[-1] == key]
    if related:
        return normalize(value, related[0], holds=holds)
    field = next(each for each in info.fields.values() if get_spec(each).key == key)
    conditions = value if isinstance(value, dict) else {"equals": value}
    parts = [normalize_condition(field, *each, holds=holds) for each in conditions.items()]
    return group("AND" if holds else "OR", parts)


def normalize_condition(field: Field[Any], operator: str, value: Any, *, holds: bool) -> Any:
    if operator in ("in", "notIn"):
        holds = holds == (operator == "in")
        parts = [normalize_condition(field, "equals", item, holds=holds) for item in value]
        return group("OR" if holds else "AND", parts)
    if isinstance(field, BooleanField | FlagField):
        holds, value = holds == (value == "true"), "true"
    elif isinstance(field, BaseNumberField):
        value = Decimal(value)
    elif isinstance(field, InstantField):
        value = milliseconds(value, up=operator in ("gte", "lt"))
    if operator in OPPOSITES:
        operator, holds = OPPOSITES[operator], not holds
    return (get_spec(field).path, operator, value, holds)


def milliseconds(text: str, *, up: bool) -> int:
    """Return an instant in milliseconds, rounded as a bound has to be."""
    moment = isoparse(text)
    whole = int(moment.replace(microsecond=0).timestamp()) * 1000 + moment.microsecond // 1000
    return whole + (up and re.search(r"[.,]\d{3}\d*[1-9]", text) is not None)


def parse_hostile(
    parse: Callable[..., Any], parameter: str, count: int
) -> tuple[list[str], list[Vocabulary], list[Any]]:
    """Return the accepted ones of random queries, with their vocabularies and with what was parsed."""
    random = Random(12)
    accepted: list[tuple[str, Vocabulary, Any]] = []
    for _ in range(count):
        vocabulary = random.choice(VOCABULARIES)
        text = write_query(random, vocabulary, parameter)
        with suppress(FilterParseError):
            accepted.append((text, vocabulary, parse(text, vocabulary)))
    # A fuzz that accepts nothing would prove nothing.
    assert sum(parsed not in (EVERYTHING, []) for _, _, parsed in accepted) > count / 3
    texts, vocabularies, parsed = map(list, zip(*accepted, strict=True))
    return texts, vocabularies, parsed


MORE = pytest.param(10_000, marks=pytest.mark.slow), pytest.param(50_000, marks=pytest.mark.exhaustive)
COUNTS = pytest.mark.parametrize("count", [1_000, *MORE])


@COUNTS
def test_qs_reads_what_an_accepted_filter_says(qs: Qs, count: int) -> None:
    texts, vocabularies, filters = parse_hostile(parse_filter, "filter", count)
    reads = qs.read_all(texts, "filter")
    for text, vocabulary, filter_, read in zip(texts, vocabularies, filters, reads, strict=True):
        said = normalize(as_read(filter_.to_where()), vocabulary)
        assert [normalize(each, vocabulary) for each in read] == [said, said], text


@COUNTS
def test_qs_reads_what_an_accepted_order_says(qs: Qs, count: int) -> None:
    texts, _, orders = parse_hostile(parse_order_by, "orderBy", count)
    for text, order, read in zip(texts, orders, qs.read_all(texts, "orderBy"), strict=True):
        said = [(by.field.key, by.direction) for by in order]
        assert [list(each.items()) for each in read] == [said, said], text
