"""Parser for filters and orders: from the strings that the API takes, and from where-objects."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from decimal import Decimal
from functools import lru_cache
from importlib import import_module
from operator import invert
from typing import TYPE_CHECKING, Any, TypeGuard, TypeVar, overload
from urllib.parse import quote, unquote, unquote_plus, urlsplit

import qs_codec
from attrs import evolve, frozen
from quentli_resources.registry import LISTS

from ..errors import FilterError, FilterParseError, FilterTypeError, FilterValueError
from . import operators
from .compiler import DEFAULT_LIMITS
from .expressions import MAX_LEVELS, Filter, OrderBy, VocabularyLike, all_of, any_of
from .fields import BaseNumberField, BooleanField, Field, FlagField, OrderedField, WholeNumberField, get_spec
from .literals import shorten
from .suggest import suggest_name
from .vocabulary import Vocabulary, inspect

if TYPE_CHECKING:
    from quentli_client.models import Customer

R = TypeVar("R")

# The field's method for each operator's key on the wire.
_METHODS: Mapping[str, str] = {
    **{operator.key: operator.name for operator in operators.OPPOSITE},
    "in": "in_",
    "notIn": "not_in",
}

# The vocabulary's name for each list. Messages need only names, so the vocabularies are not imported.
_SOURCES: Mapping[str, str] = {name: entry["vocabulary"] for name, entry in LISTS.items()}
_DEFAULT = "Q"

_PARSERS = {"filter": "parse_filter", "orderBy": "parse_order_by"}
# The parameters of a list. No field of a record has one of these names.
_PARAMETERS = {"filter", "orderBy", "skip", "take"}

_ADDRESS = re.compile(r"https?://|/")
# A percent sign that begins no code.
_NOT_A_CODE = re.compile(r"%(?![0-9A-Fa-f]{2})")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BRACKET_CODE = re.compile("%5[BbDd]")
_KEY = re.compile(r"[^\[\]]+(\[[^\[\]]*\])*")
_NUMBER = re.compile(r"-?[0-9]{1,1000}(\.[0-9]{1,1000})?")
_NO_VALUE = "it has no value; write = and a value behind it"
_REPEATED = "it is given more than once"
_TRUTH: Mapping[object, bool] = {"true": True, "false": False, True: True, False: False}
_OTHER_LISTS = " (for another list, give its vocabulary, such as InvoiceQ, as the second argument)"


@overload
def parse_filter(
    text: str, vocabulary: None = None, *, only: Iterable[str] | None = None
) -> Filter[Customer]: ...


@overload
def parse_filter(text: str, vocabulary: Vocabulary[R], *, only: Iterable[str] | None = None) -> Filter[R]: ...


def parse_filter(
    text: str, vocabulary: Vocabulary | None = None, *, only: Iterable[str] | None = None
) -> Filter[Any]:
    """Parse a filter string.

    Args:
        text: a filter string; also a whole query or URL that has one as its `filter` parameter, in one piece
            or nested (`filter[name][contains]=john`). Nothing is stripped: as for a server, the line end of a
            line from a file belongs to its last value.
        vocabulary: the fields that the string may name; those of customers if None.
        only: names of the fields that the string may use, such as `customer.username`; any if None.

    Raises:
        FilterParseError: if the string is malformed, names a field that is unknown or not allowed, or an
            unknown operator; if it holds a value that the field does not take, or is larger than what a
            server reads; if a URL has no filter, or is that of another list than the vocabulary's.
        FilterTypeError: if `text` is not text, `vocabulary` not a vocabulary, or `only` no list.
        FilterValueError: if `only` names an unknown field.

    >>> parse_filter("name[contains]=john&OR[0][noPayments]=true")
    Q.name.contains('john') & any_of(Q.no_payments())
    >>> parse_filter("https://api.quentli.com/v1/customers?take=5&filter=name%5Bcontains%5D%3Djohn")
    Q.name.contains('john')
    """
    scope = _build_scope(vocabulary, only)
    return _parse_object(_decode(text, "filter", scope.vocabulary), "", scope)


@overload
def parse_order_by(
    text: str, vocabulary: None = None, *, only: Iterable[str] | None = None
) -> list[OrderBy[Customer]]: ...


@overload
def parse_order_by(
    text: str, vocabulary: Vocabulary[R], *, only: Iterable[str] | None = None
) -> list[OrderBy[R]]: ...


def parse_order_by(
    text: str, vocabulary: Vocabulary | None = None, *, only: Iterable[str] | None = None
) -> list[OrderBy[Any]]:
    """Parse an order string. The most significant order comes first.

    Args:
        text: an order string; also a whole query or URL that has one as its `orderBy` parameter, in one
            piece or nested (`orderBy[createdAt]=desc`).
        vocabulary: the fields that the string may name; those of customers if None.
        only: names of the fields that the string may use; any if None.

    Raises:
        FilterParseError: if the string is malformed, names a field that is unknown or not allowed, or an
            unknown direction; if a URL has no order, or is that of another list than the vocabulary's.
        FilterTypeError: if `text` is not text, `vocabulary` not a vocabulary, or `only` no list.
        FilterValueError: if `only` names an unknown field.

    >>> parse_order_by("name=asc&createdAt=desc")
    [Q.name.asc(), Q.created_at.desc()]
    """
    scope = _build_scope(vocabulary, only)
    pairs = _decode(text, "orderBy", scope.vocabulary)
    return [_parse_order(key, direction, scope) for key, direction in pairs.items()]


def parse_where(where: Mapping[str, Any], vocabulary: VocabularyLike | None = None) -> Filter[Any]:
    """Parse a where-object. Its fields are those of customers if `vocabulary` is None.

    Raises:
        FilterParseError: if the object names an unknown field or operator, or a value that the field does not
            take.
        FilterTypeError: if `vocabulary` is not a vocabulary.
    """
    return _parse_object(where, "", _build_scope(vocabulary, None))


@frozen
class _Scope:
    """The fields that may be named: those of a vocabulary, or only the allowed ones."""

    vocabulary: Vocabulary
    allowed: Sequence[str] | None = None

    def allows(self, field: Field[Any]) -> bool:
        """Return whether a field of the vocabulary may be named."""
        return self.allowed is None or get_spec(field).name in self.allowed


def _parse_object(where: object, path: str, scope: _Scope) -> Filter[Any]:
    members = _require_object(where, path).items()
    return all_of(*[_parse_member(key, value, _extend(path, key), scope) for key, value in members])


def _parse_member(key: str, value: object, path: str, scope: _Scope) -> Filter[Any]:
    if key in _GROUPS:
        return _parse_group(key, value, path, scope)
    relations = _index_relations(scope.vocabulary)
    if key in relations:
        return _parse_object(value, path, evolve(scope, vocabulary=relations[key]))
    field = _find_field(key, path, scope, *relations, *_GROUPS)
    if _is_object(value):
        members = _require_object(value, path).items()
        return all_of(*[_parse_condition(field, op, inner, _extend(path, op)) for op, inner in members])
    if isinstance(field, FlagField):
        return field(_parse_truth(value, path))
    return _parse_condition(field, operators.EQUALS.key, value, path)


def _parse_group(key: str, value: object, path: str, scope: _Scope) -> Filter[Any]:
    if key == "NOT" and not _is_list(value):
        return ~_parse_object(value, path, scope)
    items = enumerate(_require_list(value, path))
    return _GROUPS[key](*[_parse_object(item, _extend(path, str(n)), scope) for n, item in items])


_GROUPS: Mapping[str, Callable[..., Filter[Any]]] = {
    "OR": any_of,
    "AND": all_of,
    "NOT": lambda *filters: all_of(*map(invert, filters)),
}


def _parse_condition(field: Field[Any], key: str, value: object, path: str) -> Filter[Any]:
    build = getattr(field, _METHODS.get(key, ""), None)
    if build is None:
        raise _build_error(path, f"{field!r} has no operator {shorten(key)}; {_list_operators(field, key)}")
    if key in ("in", "notIn"):
        parsed: object = [_parse_value(field, item, path) for item in _require_list(value, path)]
    else:
        parsed = _parse_value(field, value, path)
    try:
        return build(parsed)  # type: ignore[no-any-return]
    except FilterError as error:
        raise _build_error(path, str(error)) from None


def _list_operators(field: Field[Any], key: str) -> str:
    if isinstance(field, FlagField):
        return f"a flag is spelled {get_spec(field).key}=true or =false"
    return _suggest(key, [name for name, method in _METHODS.items() if hasattr(field, method)])


def _parse_value(field: Field[Any], value: object, path: str) -> object:
    if _is_list(value):
        raise _build_error(path, _REPEATED)
    if isinstance(field, BooleanField):
        return _parse_truth(value, path)
    if not isinstance(field, BaseNumberField) or not isinstance(value, str):
        return value
    whole = isinstance(field, WholeNumberField)
    if not _NUMBER.fullmatch(value):
        raise _build_value_error("a whole number" if whole else "a number", value, path)
    if "." not in value:
        return int(value)
    return value if whole else Decimal(value)  # the field refuses text, with the unit of amounts


def _parse_truth(value: object, path: str) -> bool:
    if isinstance(value, str | bool) and value in _TRUTH:
        return _TRUTH[value]
    raise _build_value_error("true or false", value, path)


def _parse_order(key: str, direction: object, scope: _Scope) -> OrderBy[Any]:
    related = _index_relations(scope.vocabulary).get(key)
    if related is not None:
        problem = f"{related!r} is a related record, and no spelling for an order by one is known"
        raise _build_error(key, problem)
    field = _find_field(key, key, scope)
    if not isinstance(field, OrderedField):
        raise _build_error(key, f"{field!r} is computed and cannot order a list")
    if direction not in ("asc", "desc"):
        raise _build_value_error("asc or desc", direction, key)
    return field.asc() if direction == "asc" else field.desc()


def _find_field(key: str, path: str, scope: _Scope, *others: str) -> Field[Any]:
    by_key = _index_fields(scope.vocabulary)
    if key in by_key and scope.allows(by_key[key]):
        return by_key[key]
    allowed = [each for each, field in by_key.items() if scope.allows(field)]
    if key in by_key:
        raise _build_error(path, f"{key!r} is not allowed here; allowed: {', '.join(allowed) or 'none'}")
    info = inspect(scope.vocabulary)
    subject = f"{info.source} has" if info.path else f"{info.resource} have"
    hint = _suggest(key, [*allowed, *others])
    elsewhere = _OTHER_LISTS if info.source == _DEFAULT else ""
    raise _build_error(path, f"{subject} no field {shorten(key)}; {hint}{elsewhere}")


@lru_cache
def _index_fields(vocabulary: Vocabulary) -> Mapping[str, Field[Any]]:
    return {get_spec(field).key: field for field in inspect(vocabulary).fields.values()}


@lru_cache
def _index_relations(vocabulary: Vocabulary) -> Mapping[str, Vocabulary]:
    return {inspect(related).path[-1]: related for related in inspect(vocabulary).relations.values()}


def _is_object(value: object) -> TypeGuard[Mapping[str, object]]:
    return isinstance(value, Mapping)


def _is_list(value: object) -> TypeGuard[Sequence[object]]:
    return isinstance(value, list | tuple)


def _require_object(value: object, path: str) -> Mapping[str, object]:
    if not _is_object(value):
        raise _build_value_error("fields or operators in brackets", value, path, verb="are")
    if path.count("[") > MAX_LEVELS:
        raise _build_error("", "it is nested without end")
    for key in value:
        if not isinstance(key, str):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise _build_error(path, f"names of fields or operators are text, and not {shorten(key)}")
    return value


def _require_list(value: object, path: str) -> Sequence[object]:
    if _is_list(value):
        return value
    if _is_object(value) and value and all(str(key).isdigit() for key in value):
        most = DEFAULT_LIMITS.list_items
        problem = f"servers read lists of at most {most} items, numbered from 0 to {most - 1}"
        raise _build_error(path, problem)
    raise _build_error(path, f"numbered items are expected here, as in {path}[0], and not {shorten(value)}")


def _decode(text: str, parameter: str, vocabulary: Vocabulary) -> dict[str, Any]:
    if not isinstance(text, str):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise FilterTypeError(f"a string such as 'name[contains]=john' is expected, and not {shorten(text)}")
    if _SURROGATE.search(text):
        raise _build_error("", f"{shorten(text)} has a lone surrogate, which UTF-8 cannot carry")
    address, query = _split_address(text)
    _check_same_list(address, parameter, vocabulary)
    inner = _extract_parameter(address, query, parameter, vocabulary)
    pairs = [pair for pair in inner.split("&") if pair]
    if len(pairs) > DEFAULT_LIMITS.pairs:
        problem = f"servers read at most {DEFAULT_LIMITS.pairs} pairs, and it has {len(pairs)}"
        raise _build_error("", problem)
    for key, times in Counter(map(_require_key, pairs)).items():
        if times > 1 and not key.endswith("[]"):
            raise _build_error(key, _REPEATED)
    return qs_codec.decode(inner)


def _split_address(text: str) -> tuple[str, str]:
    """Split a URL or path from its query. The address is empty if `text` is only a query."""
    if "?" not in text.partition("=")[0]:
        return (text, "") if _ADDRESS.match(text) else ("", text)
    if text.startswith("?"):
        return "", text[1:]
    address, _, query = text.partition("#")[0].partition("?")
    return address or text, query


def _extract_parameter(address: str, query: str, name: str, vocabulary: Vocabulary) -> str:
    """Return the object that a server reads from a parameter, or all of `query` if it names no parameter."""
    pairs = [pair for pair in query.split("&") if pair]
    roots = [_find_root(pair) for pair in pairs]
    if not address and not _PARAMETERS.intersection(roots):
        return query if "=" in query else _decode_again(_unquote(query))
    alone = roots.count(name) == 1 == len(_PARAMETERS & {*roots})
    if not address and alone and query.startswith(f"{name}=") and _is_bare(pairs[0].partition("=")[2], query):
        return query.removeprefix(f"{name}=")  # the notation of the vendor's examples
    found = [pair for pair, root in zip(pairs, roots, strict=True) if root == name]
    if not found:
        raise _build_error("", f"the {'URL' if address else 'query'} has no {name} parameter")
    known = {*_index_fields(vocabulary), *_index_relations(vocabulary), *_GROUPS}
    for root in roots:
        if root in known:
            problem = f"it stands beside the parameter {name}; encode & inside the parameter as %26"
            raise _build_error(root, problem)
    return _read_nested(found) if _is_nested(found[0]) else _read_text(found, name)


def _is_bare(value: str, query: str) -> bool:
    """Return whether a parameter's value is a pair of an object. With codes, it may be a whole object."""
    return "]=" in _unquote_brackets(value) or ("=" in value and "%" not in query)


def _find_root(pair: str) -> str:
    """Return the name of the parameter that a server reads from a pair: `a` for `a[b]=` and for `[a][b]=`."""
    match = re.match(r"\[([^\[\]=]+)\]|[^\[=]*", _unquote_brackets(pair))
    assert match
    return _unquote(match[1] or match[0])


def _is_nested(pair: str) -> bool:
    return "[" in _unquote(pair.partition("=")[0])


def _read_nested(pairs: Sequence[str]) -> str:
    """Return the object of nested parameters, `filter[name][contains]=john`."""
    members: list[str] = []
    for pair in pairs:
        root, bracket, path = _require_key(pair).partition("[")
        if not bracket:
            raise _build_error(root, _REPEATED)
        first, _, rest = path.partition("]")
        members.append(f"{quote(first + rest, safe='[]')}={pair.partition('=')[2]}")
    return "&".join(members)


def _read_text(pairs: Sequence[str], name: str) -> str:
    """Return the object in one parameter, `filter=name%5Bcontains%5D%3Djohn`."""
    if len(pairs) > 1:
        raise _build_error(name, _REPEATED)
    key, equals, value = pairs[0].partition("=")
    if not equals:
        raise _build_error(key, _NO_VALUE)
    if "]=" in _unquote_brackets(value):
        raise _build_error(name, "a server reads another key here; encode the value, [ as %5B and = as %3D")
    return _decode_again(_unquote(value))


def _decode_again(text: str) -> str:
    """Return a decoded object, or decode an encoded one."""
    if "=" in text or not text:
        return text
    decoded = _unquote(text)
    if decoded != text and "=" not in decoded and "=" in unquote_plus(decoded):
        raise _build_error("", "it is percent-encoded twice; decode it once")
    return decoded


def _unquote(text: str) -> str:
    """Decode a percent-encoded part of a query.

    Raises:
        FilterParseError: if a server would read other text.
    """
    with suppress(UnicodeError):
        if not _NOT_A_CODE.search(text):
            return unquote_plus(text, errors="strict")
    raise _build_error("", f"{shorten(text)} has a % that begins no character; write %25 for the sign itself")


def _unquote_brackets(text: str) -> str:
    return _BRACKET_CODE.sub(lambda code: unquote(code[0]), text)


def _check_same_list(address: str, parameter: str, vocabulary: Vocabulary) -> None:
    try:
        path = urlsplit(address).path.rstrip("/")
    except ValueError:
        raise _build_error("", f"{shorten(address)} is not an address") from None
    if not path:
        return
    asked = next((name for name, entry in LISTS.items() if path.endswith(entry["path"])), None)
    resource = inspect(vocabulary).resource
    if asked is None:
        raise _build_error("", f"{shorten(path)} is not the path of a list; give its {parameter} alone")
    if asked != resource:
        problem = f"the URL asks for {asked}, and {vocabulary!r} is for {resource}"
        raise _build_error("", f"{problem}; read it with {_PARSERS[parameter]}(text, {_SOURCES[asked]})")


def _build_scope(given: object, only: Iterable[str] | None) -> _Scope:
    vocabulary = _choose_vocabulary(given)
    if only is None:
        return _Scope(vocabulary)
    if isinstance(only, str | bytes) or not isinstance(only, Iterable):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise FilterTypeError(f"only: a list of names is expected, and not {shorten(only)}")
    allowed, info = list(only), inspect(vocabulary)
    related = {f"{name}.{each}" for name, fields in info.relations.items() for each in inspect(fields).fields}
    for name in allowed:
        if not isinstance(name, str) or (name not in info.fields and name not in related):  # pyright: ignore[reportUnnecessaryIsInstance]
            known = [*info.fields, *sorted(related)]
            problem = f"{vocabulary!r} has no field {shorten(name)}; {_suggest(str(name), known)}"
            raise FilterValueError(f"only: {problem}")
    return _Scope(vocabulary, allowed)


def _choose_vocabulary(thing: object) -> Vocabulary:
    if thing is None:
        found: Vocabulary = getattr(import_module("quentli_resources.vocabularies"), _DEFAULT)
        return found
    if isinstance(thing, Vocabulary):
        return thing  # pyright: ignore[reportUnknownVariableType]
    meant = _SOURCES.get(thing.replace("-", "_")) if isinstance(thing, str) else None
    raise FilterTypeError(f"a vocabulary such as {meant or 'PaymentQ'} is expected, and not {shorten(thing)}")


def _require_key(pair: str) -> str:
    key, equals, value = pair.partition("=")
    key = _unquote(key)
    _unquote(value)
    if not equals:
        raise _build_error(key, _NO_VALUE)
    if not pair.startswith("]", pair.index("=") - 1) and "]=" in _unquote_brackets(value):
        # Some servers look for ]= before they decode it, some after.
        raise _build_error(key, "servers differ on where its value begins; write = in the value as %3D")
    if not _KEY.fullmatch(key):
        raise _build_error(key, "it is not a key in the form name[operator], or the brackets do not match")
    if key.count("[") > DEFAULT_LIMITS.depth:
        raise _build_error(key, f"servers read at most {DEFAULT_LIMITS.depth} levels of brackets")
    return key


def _extend(path: str, key: str) -> str:
    return f"{path}[{key}]" if path else key


def _suggest(word: str, names: Sequence[str]) -> str:
    near = suggest_name(word, names)
    return f"did you mean {near!r}?" if near else f"there are {', '.join(names)}"


def _build_value_error(expected: str, value: object, path: str, verb: str = "is") -> FilterParseError:
    return _build_error(path, f"{expected} {verb} expected here, and not {shorten(value)}")


def _build_error(path: str, problem: str) -> FilterParseError:
    place = f"{path if len(path) <= 200 else f'{path[:200]}...'}: " if path else ""
    return FilterParseError(f"{place}{problem}", path=path)
