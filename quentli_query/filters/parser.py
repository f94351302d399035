"""Reading filters and orders: from the strings that the API takes, and from plain where-objects."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any, TypeGuard
from urllib.parse import unquote_plus

import qs_codec

from ..errors import FilterError, FilterParseError, FilterTypeError
from . import operators
from .compiler import DEFAULT_LIMITS
from .expressions import MAX_LEVELS, Filter, OrderBy, all_of, any_of
from .fields import (
    BooleanField,
    Field,
    FlagField,
    NumberField,
    OrderedField,
    Vocabulary,
    WholeNumberField,
    inspect,
    spec_of,
)
from .literals import shorten
from .suggest import suggest_name
from .vocabularies.customers import Q

_METHODS: Mapping[str, str] = {
    **{operator.key: operator.name for operator in operators.OPPOSITE},
    "in": "in_",
    "notIn": "not_in",
}
"""What each operator's key on the wire is called in Python."""

_SOURCES: Mapping[str, str] = {
    "customers": "Q",
    "payment_concepts": "PaymentConceptQ",
    "discounts": "DiscountQ",
    "invoices": "InvoiceQ",
    "tax_invoices": "TaxInvoiceQ",
    "subscriptions": "SubscriptionQ",
    "payments": "PaymentQ",
    "webhooks": "WebhookQ",
    "webhook_events": "WebhookEventQ",
}
"""What the vocabulary of each list is called. They are not imported for a message's sake."""

_TRUTH: Mapping[object, bool] = {"true": True, "false": False, True: True, False: False}


def parse_filter(text: str, vocabulary: Vocabulary = Q) -> Filter[Any]:
    """The filter that a string means.

    Args:
        text: a filter string; also a whole query or URL that has one as its `filter` parameter.
        vocabulary: the fields that it may name.

    Raises:
        FilterParseError: if the string is malformed, names an unknown field or operator, holds a value that
            the field does not take, or is larger than what a server reads; if a URL has no filter, or is that
            of another list than the vocabulary's.
        FilterTypeError: if `text` is no text, or `vocabulary` no vocabulary.

    >>> parse_filter("name[contains]=john&OR[0][noPayments]=true")
    Q.name.contains('john') & any_of(Q.no_payments())
    >>> parse_filter("https://api.quentli.com/v1/customers?take=5&filter=name%5Bcontains%5D%3Djohn")
    Q.name.contains('john')
    """
    return parse_where(_decoded(text, "filter", vocabulary), vocabulary)


def parse_order_by(text: str, vocabulary: Vocabulary = Q) -> list[OrderBy[Any]]:
    """The orders that a string means, the most significant first.

    Args:
        text: an order string; also a whole query or URL that has one as its `orderBy` parameter.
        vocabulary: the fields that it may name.

    Raises:
        FilterParseError: if the string is malformed, names an unknown field, or a direction that is none; if
            a URL has no order, or is that of another list than the vocabulary's.
        FilterTypeError: if `text` is no text, or `vocabulary` no vocabulary.

    >>> parse_order_by("name=asc&createdAt=desc")
    [Q.name.asc(), Q.created_at.desc()]
    """
    pairs = _decoded(text, "orderBy", vocabulary)
    return [_order(key, direction, vocabulary) for key, direction in pairs.items()]


def parse_where(where: Mapping[str, Any], vocabulary: Vocabulary) -> Filter[Any]:
    """The filter that a where-object means.

    Raises:
        FilterParseError: if it names an unknown field or operator, or a value that the field does not take.
        FilterTypeError: if `vocabulary` is none.
    """
    _require_vocabulary(vocabulary)
    return _all(where, "", vocabulary)


def _all(where: object, path: str, vocabulary: Vocabulary) -> Filter[Any]:
    members = _object(where, path)
    return all_of(*[_member(key, value, _below(path, key), vocabulary) for key, value in members.items()])


def _member(key: str, value: object, path: str, vocabulary: Vocabulary) -> Filter[Any]:
    read_group = _GROUPS.get(key)
    if read_group is not None:
        return read_group(value, path, vocabulary)
    related = _relations_by_key(vocabulary).get(key)
    if related is not None:
        return _all(value, path, related)
    field = _field(key, path, vocabulary)
    if _is_object(value):
        members = _object(value, path)
        return all_of(*[_condition(field, op, inner, _below(path, op)) for op, inner in members.items()])
    if isinstance(field, FlagField):
        return field(_truth(value, path))
    return _condition(field, operators.EQUALS.key, value, path)


def _or(value: object, path: str, vocabulary: Vocabulary) -> Filter[Any]:
    return any_of(*_each(value, path, vocabulary))


def _and(value: object, path: str, vocabulary: Vocabulary) -> Filter[Any]:
    return all_of(*_each(value, path, vocabulary))


def _not(value: object, path: str, vocabulary: Vocabulary) -> Filter[Any]:
    if _is_list(value):
        return all_of(*[~part for part in _each(value, path, vocabulary)])
    return ~_all(value, path, vocabulary)


_GROUPS: Mapping[str, Callable[[object, str, Vocabulary], Filter[Any]]] = {
    "OR": _or,
    "AND": _and,
    "NOT": _not,
}


def _each(value: object, path: str, vocabulary: Vocabulary) -> list[Filter[Any]]:
    items = _list(value, path)
    return [_all(item, _below(path, str(index)), vocabulary) for index, item in enumerate(items)]


def _condition(field: Field[Any], key: str, value: object, path: str) -> Filter[Any]:
    build = getattr(field, _METHODS.get(key, ""), None)
    if build is None:
        raise _fault(path, f"{field!r} has no operator {key!r}; {_legal(field, key)}")
    if key in ("in", "notIn"):
        return _built(path, build, [_value(field, item, path) for item in _list(value, path)])
    return _built(path, build, _value(field, value, path))


def _legal(field: Field[Any], key: str) -> str:
    if isinstance(field, FlagField):
        return f"a flag is spelled {spec_of(field).key}=true or =false"
    return _known(key, [name for name, method in _METHODS.items() if hasattr(field, method)])


def _built(path: str, build: Callable[[Any], Filter[Any]], value: object) -> Filter[Any]:
    try:
        return build(value)
    except FilterError as error:
        raise _fault(path, str(error)) from None


def _value(field: Field[Any], value: object, path: str) -> object:
    if _is_list(value):
        raise _fault(path, "it is given more than once")
    read = _READERS.get(type(field))
    return value if read is None else read(value, path)


def _number(value: object, path: str) -> object:
    if not isinstance(value, str):
        return value
    if not _DIGITS.fullmatch(value):
        raise _fault(path, f"a number is expected here, and not {shorten(value)}")
    return Decimal(value)


def _whole_number(value: object, path: str) -> object:
    if isinstance(value, str) and not _DIGITS.fullmatch(value):
        raise _fault(path, f"a whole number is expected here, and not {shorten(value)}")
    # What has a fraction is left as it is: the field refuses it, and says in which unit amounts are.
    return int(value) if isinstance(value, str) and _WHOLE.fullmatch(value) else value


def _truth(value: object, path: str) -> bool:
    if isinstance(value, str | bool) and value in _TRUTH:
        return _TRUTH[value]
    raise _fault(path, f"true or false is expected here, and not {shorten(value)}")


_DIGITS = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_WHOLE = re.compile(r"-?[0-9]{1,1000}")
_READERS: Mapping[type, Callable[[object, str], object]] = {
    BooleanField: _truth,
    NumberField: _number,
    WholeNumberField: _whole_number,
}
"""What turns the text of a string into the values of a field, where they are not text themselves."""


def _order(key: str, direction: object, vocabulary: Vocabulary) -> OrderBy[Any]:
    related = _relations_by_key(vocabulary).get(key)
    if related is not None:
        raise _fault(key, f"{related!r} is a related record, and no spelling for an order by one is known")
    field = _field(key, key, vocabulary)
    if not isinstance(field, OrderedField):
        raise _fault(key, f"{field!r} is computed and cannot order a list")
    if direction == "asc":
        return field.asc()
    if direction == "desc":
        return field.desc()
    raise _fault(key, f"asc or desc is expected here, and not {shorten(direction)}")


def _field(key: str, path: str, vocabulary: Vocabulary) -> Field[Any]:
    by_key = _fields_by_key(vocabulary)
    if key not in by_key:
        above = inspect(vocabulary).path
        subject = f"{vocabulary!r} has" if above else f"{inspect(vocabulary).resource} have"
        names = [*by_key, *_relations_by_key(vocabulary), *_GROUPS]
        elsewhere = _ELSEWHERE if vocabulary is Q else ""
        raise _fault(path, f"{subject} no field {key!r}; {_known(key, names)}{elsewhere}")
    return by_key[key]


_ELSEWHERE = "; for another list give its vocabulary, such as InvoiceQ, as the second argument"


@lru_cache
def _fields_by_key(vocabulary: Vocabulary) -> Mapping[str, Field[Any]]:
    return {spec_of(field).key: field for field in inspect(vocabulary).fields.values()}


@lru_cache
def _relations_by_key(vocabulary: Vocabulary) -> Mapping[str, Vocabulary]:
    return {inspect(related).path[-1]: related for related in inspect(vocabulary).relations.values()}


def _is_object(value: object) -> TypeGuard[Mapping[str, object]]:
    return isinstance(value, Mapping)


def _is_list(value: object) -> TypeGuard[Sequence[object]]:
    return isinstance(value, list | tuple)


def _object(value: object, path: str) -> Mapping[str, object]:
    if _is_object(value):
        if path.count("[") > MAX_LEVELS:
            raise _fault("", "it is nested without end")
        _require_text_keys(value, path)
        return value
    raise _fault(path, f"fields or operators in brackets are expected here, and not {shorten(value)}")


def _require_text_keys(value: Mapping[Any, object], path: str) -> None:
    for key in value:
        if not isinstance(key, str):
            raise _fault(path, f"names of fields or operators are text, and not {shorten(key)}")


def _list(value: object, path: str) -> Sequence[object]:
    if _is_list(value):
        return value
    if _is_object(value) and value and all(str(key).isdigit() for key in value):
        most = DEFAULT_LIMITS.list_items
        raise _fault(path, f"servers read lists of at most {most} items, numbered from 0 to {most - 1}")
    raise _fault(path, f"numbered items are expected here, as in {path}[0], and not {shorten(value)}")


def _decoded(text: str, parameter: str, vocabulary: Vocabulary) -> dict[str, Any]:
    _require_text(text)
    _require_vocabulary(vocabulary)
    _require_same_list(text, parameter, vocabulary)
    inner = _parameter(text, parameter)
    pairs = [pair for pair in inner.split("&") if pair]
    if len(pairs) > DEFAULT_LIMITS.pairs:
        raise _fault("", f"servers read at most {DEFAULT_LIMITS.pairs} pairs, and it has {len(pairs)}")
    keys = [_well_formed_key(pair) for pair in pairs]
    for key, times in Counter(keys).items():
        if times > 1 and not key.endswith("[]"):
            raise _fault(key, "it is given more than once")
    return qs_codec.decode(inner)


def _parameter(text: str, name: str) -> str:
    """The value of a parameter, if `text` is a query or a URL that has it; else `text` itself."""
    address, query = _address_and_query(text)
    names = {pair.partition("=")[0].partition("[")[0] for pair in query.split("&")}
    if (address or names & _PARAMETERS) and name not in names:
        raise _fault("", f"the {'URL' if address else 'query'} has no {name} parameter")
    for pair in query.split("&"):
        key, equals, value = pair.partition("=")
        if key == name and equals and "=" not in value:
            return unquote_plus(value)
    if query.startswith(
        f"{name}="
    ):  # as documentation prints it: not encoded, so all that follows belongs to it
        return query.removeprefix(f"{name}=")
    return query if "=" in query else unquote_plus(query)


_PARAMETERS = {"filter", "orderBy", "skip", "take"}
"""What a list takes. No field of a record has one of these names."""


def _address_and_query(text: str) -> tuple[str, str]:
    """A URL's or path's part before the question mark, empty if `text` is none, and what remains."""
    if "?" in text.partition("=")[0]:
        address, _, query = text.partition("?")
        return address, query
    return (text, "") if _ADDRESS.match(text) else ("", text)


_ADDRESS = re.compile(r"https?://|/")


def _require_same_list(text: str, parameter: str, vocabulary: Vocabulary) -> None:
    asked = _address_and_query(text)[0].rstrip("/").rpartition("/")[2].replace("-", "_")
    if asked in _SOURCES and asked != inspect(vocabulary).resource:
        reader = {"filter": "parse_filter", "orderBy": "parse_order_by"}[parameter]
        raise _fault(
            "",
            f"the URL asks for {asked}, and {vocabulary!r} is for {inspect(vocabulary).resource}; read it "
            f"with {reader}(text, {_SOURCES[asked]})",
        )


def _require_vocabulary(thing: object) -> None:
    if not isinstance(thing, Vocabulary):
        meant = _SOURCES.get(thing.replace("-", "_")) if isinstance(thing, str) else None
        raise FilterTypeError(
            f"a vocabulary such as {meant or 'PaymentQ'} is expected, and not {shorten(thing)}"
        )


def _require_text(text: object) -> None:
    if not isinstance(text, str):
        raise FilterTypeError(f"a string such as 'name[contains]=john' is expected, and not {shorten(text)}")


def _well_formed_key(pair: str) -> str:
    key, equals, _ = pair.partition("=")
    key = unquote_plus(key)
    if not equals:
        raise _fault(key, "it has no value; write = and a value behind it")
    if not _KEY.fullmatch(key):
        raise _fault(key, "it is not a key in the form name[operator], or the brackets do not match")
    if key.count("[") > DEFAULT_LIMITS.depth:
        raise _fault(key, f"servers read at most {DEFAULT_LIMITS.depth} levels of brackets")
    return key


_KEY = re.compile(r"[^\[\]]+(\[[^\[\]]*\])*")


def _below(path: str, key: str) -> str:
    return f"{path}[{key}]" if path else key


def _known(word: str, names: Sequence[str]) -> str:
    near = suggest_name(word, names)
    return f"did you mean {near!r}?" if near else f"there are {', '.join(names)}"


def _fault(path: str, problem: str) -> FilterParseError:
    place = f"{path}: " if path else ""
    return FilterParseError(f"{place}{problem}", path=path)
