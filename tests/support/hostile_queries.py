"""Random queries for the parser: valid ones in every spelling, and what is left of them after hostile edits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote, quote_plus, unquote

from quentli_resources.registry import LISTS
from support.strategies import HOSTILE_TEXTS, fields

from quentli_query.filters.fields import (
    BaseNumberField,
    BooleanField,
    EnumField,
    Field,
    FlagField,
    InstantField,
    OrderedField,
    TextField,
    get_spec,
)
from quentli_query.filters.vocabulary import inspect

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

    from quentli_query.filters.vocabulary import Vocabulary

    Pair = tuple[tuple[str, ...], str]

_NUMBERS: Final = (
    *("0", "5", "-5", "-0", "007", "-007", "1.0", "1.50", "0.5", "00.5", "150000", "9" * 30, "9" * 1001),
    *("+5", " 5", "5 ", "5\n", "1.", ".5", "1e3", "1E-3", "0x10", "1_000", "1,000", "1.2.3", "--1", "-"),
    *("NaN", "Infinity", "٣", "\uff15", "½", "", "null", "true"),
)
_INSTANTS: Final = (
    *("2025-01-10T12:00:00Z", "2025-01-10T12:00:00.123Z", "2025-01-10T06:00:00-06:00", "20250110T120000Z"),
    *("2025-01-10T12:00:00.1234567Z", "2025-01-10T13:00:00+01:00", "2025-01-10T24:00:00Z"),
    *("2025-W02-5T12:00Z", "2025-01-10", "2025-01-10T12:00:00", "2025-01-10t12:00:00z"),
    *("2025-02-30T00:00:00Z", "0001-01-01T00:00Z", "2025-01-10T23:59:60Z", "9999-12-31T23:59:59.9999Z"),
    *("٢٠٢٥-01-10T12:00:00Z", "1736510400"),
)
_TEXTS: Final = ("a", "ana", "john", "Ana María", "a+b", "50%", "a&b=c", "cus_1", "#1", "é😎", *HOSTILE_TEXTS)
_TRUTHS: Final = ("true", "false", "true", "false", "True", "1", "")
_LISTS: Final = ("in", "notIn")
_EQUALITY: Final = ("", "equals", "not")
_RANGE: Final = (*_EQUALITY, "gt", "gte", "lt", "lte", *_LISTS)
# The operators and the values of each kind of field.
_KINDS: Final[dict[type[Field[Any]], tuple[tuple[str, ...], tuple[str, ...]]]] = {
    TextField: ((*_EQUALITY, "contains", "startsWith", "endsWith", *_LISTS), _TEXTS),
    EnumField: ((*_EQUALITY, *_LISTS), ("", "CARD", "card")),
    InstantField: (_RANGE, _INSTANTS),
    BaseNumberField: (_RANGE, _NUMBERS),
    BooleanField: (_EQUALITY, _TRUTHS),
    FlagField: (("",), _TRUTHS),
}
_GROUPS: Final = (
    *((), (), (), (), ("OR", "N"), ("OR", "N"), ("AND", "N"), ("NOT",), ("NOT", "N"), ("OR", "N", "NOT")),
    *(("AND", "N"), ("NOT", "NOT"), ("OR", "N"), ("OR", "N", "AND", "N")),
)

_PIECES: Final = (
    *("%", "%zz", "%5", "%E9", "%C3%A9", "%c3", "%00", "%ED%A0%80", "%F0%9F%98%8E", "%25", "%2525"),
    *("%EF%BB%BF", "%5B", "%5d", "%5D%3D", "%26", "%3D", "%23", "%3F", "%2B", "%2C", "%0A", "%", "+", "&"),
    *("&&", "=", "==", "#", "#top", "?", "/", ".", ",", ";", "&amp;", "[", "]", "[]", "[][]", "]=", "[0]"),
    *("[1]", "[19]", "[20]", "[21]", "[-1]", "[00]", "[1.5]", "[1e1]", "[99999999999999999999]", "[0][0]"),
    *("[a][b][c][d][e][f]", "[equals]", "[contains]", "[in]", "[in][]", "OR[0]", "NOT", "&OR[0][id]=a"),
    *("&id=a", "&id[in][]=b", "id=", "&OR[]=", "&[]=a", "&=a", "&[filter]=id%3Da", "[filter]=id%3Da"),
    "&[filter][id]=a",
    *("&AND[0][]=a", "&OR[0][id][]=a", "&id[equals]=x&id=y", "&OR[1][id]=b", "filter", "filter="),
    *("filter=&", "&filter=", "&filter[id]=a", "&filter[]=id%3Da", "&filter%5Bid%5D=a", "&filter"),
    *("&take=5", "take=5&", "&skip[]=1", "&orderBy=id%3Dasc", "orderBy[id]=asc", "&orderBy=", "&utm=mail"),
    *("__proto__", "[__proto__]", "&__proto__[id]=a", "constructor", "[toString]=x", "&hasOwnProperty=a"),
    *("utf8=✓&", "utf8=%26%2310003%3B&", "&#9786;", "\0", "\r\n", "\n", "\t", " ", "\x7f", "\x85", "\u2028"),
    *("\ufeff", "é", "😎", "\ud800", "\udc00", "\u202e", "٣", "\uff15", "\uff3b", "\uff1d", "\uff06"),
    *("\uff0541", "http://", "//", "/v1/customers?filter=", "/v1/customers?"),
    "https://api.quentli.com/v1/customers?filter=",
    *_NUMBERS,
)


def write_query(random: Random, vocabulary: Vocabulary, parameter: str) -> str:
    """Return a query with a filter or an order, in one of the forms in which people copy it. Half are edited."""
    pairs = _draw_filter(random, vocabulary) if parameter == "filter" else _draw_orders(random, vocabulary)
    text = _draw_form(random, pairs, vocabulary, parameter)
    for _ in range(random.choice((0, 0, 0, 0, 0, 1, 1, 2, 3, 6))):
        text = random.choice(_EDITS)(random, text, random.randint(0, len(text)))
    return text


def _draw_filter(random: Random, vocabulary: Vocabulary) -> list[Pair]:
    pairs: list[Pair] = []
    for number in range(random.choice((0, 1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 20))):
        group = tuple(str(number) if key == "N" else key for key in random.choice(_GROUPS))
        pairs += _draw_condition(random, group, vocabulary)
    return pairs


def _draw_condition(random: Random, group: tuple[str, ...], vocabulary: Vocabulary) -> Sequence[Pair]:
    kind = random.choice([each for each in _KINDS if fields(vocabulary, each)])
    field, (operators, values) = random.choice(fields(vocabulary, kind)), _KINDS[kind]
    # A list in a deep group would be too deep.
    operator = random.choice([each for each in operators if len(group) < 2 or each not in _LISTS])
    if random.random() < 0.8:  # usual values
        values = field.values if isinstance(field, EnumField) else values[:3]
    path = (*group, *get_spec(field).path, *filter(None, [operator]))
    if operator not in _LISTS:
        return [(path, random.choice(values))]
    indexed, size = random.random() < 0.5, random.choice((1, 1, 2, 2, 2, 3, 3, 20, 21))
    return [((*path, str(n) if indexed else ""), random.choice(values)) for n in range(size)]


def _draw_orders(random: Random, vocabulary: Vocabulary) -> list[Pair]:
    keys = [get_spec(field).path for field in fields(vocabulary, OrderedField)]
    own = [path for path in keys if len(path) == 1]
    chosen = random.sample(random.choice((own, own, own, keys)), random.choice((1, 1, 2, 3)))
    return [(path, random.choice((*(("asc", "desc") * 5), "ASC"))) for path in chosen]


def _write_pairs(random: Random, pairs: Sequence[Pair], root: str = "") -> str:
    opening, closing = random.choice((("[", "]"), ("[", "]"), ("%5B", "%5D"), ("%5b", "%5d")))
    encode = random.choice(_VALUE_ENCODINGS)
    members: list[str] = []
    for path, value in pairs:
        first, *rest = (root, *path) if root else path
        key = first + "".join(f"{opening}{key}{closing}" for key in rest)
        members.append(f"{key}={encode(value)}")
    return "&".join(members)


def _encode_all(text: str) -> str:
    return quote(text, safe="", errors="replace")


_VALUE_ENCODINGS: Final[tuple[Callable[[str], str], ...]] = (
    _encode_all,
    quote_plus,
    lambda text: text.replace("%", "%25").replace("&", "%26").replace("+", "%2B").replace("#", "%23"),
    str,
)


def _draw_form(random: Random, pairs: Sequence[Pair], vocabulary: Vocabulary, parameter: str) -> str:
    nested = random.random() < 0.3
    plain = _write_pairs(random, pairs, parameter if nested else "")
    if not nested and random.random() < 0.4:
        return random.choice(("", "", "?")) + plain
    if not nested and random.random() < 0.3:
        return random.choice((f"{parameter}={plain}", _encode_all(plain), _encode_all(_encode_all(plain))))
    asked = plain if nested else f"{parameter}={random.choice((_encode_all, quote))(plain)}"
    other = "orderBy=id%3Dasc" if parameter == "filter" else "filter=id%3Da"
    query = "&".join([*random.choice(((), ("take=5",), ("skip=0", other))), asked])
    query += random.choice(("", "", f"&{other}", "&take=5", "&utm_source=mail", "&"))
    path = LISTS[inspect(vocabulary).resource]["path"]
    address = random.choice(("", "?", f"{path}?", f"https://api.quentli.com{path}?", f"{path}/?"))
    return address + query + (random.choice(("", "", "#top", "#a=b&c")) if "/" in address else "")


def _insert(random: Random, text: str, place: int) -> str:
    return text[:place] + random.choice(_PIECES) + text[place:]


# Each is given a place in the text.
_EDITS: Final[tuple[Callable[[Random, str, int], str], ...]] = (
    _insert,
    _insert,
    _insert,
    # Delete some of it.
    lambda random, text, place: text[:place] + text[place + random.choice((1, 1, 2, 3, 10, 1000)) :],
    # Repeat a pair, or shuffle all.
    lambda random, text, _: f"{text}&{random.choice(text.split('&'))}",
    lambda random, text, _: "&".join(random.sample(text.split("&"), text.count("&") + 1)),
    # Encode a character, or decode the rest.
    lambda _, text, place: text[:place] + _encode_all(text[place : place + 1]) + text[place + 1 :],
    lambda _, text, place: text[:place] + unquote(text[place:]),
    # Write another number.
    lambda random, text, _: text.replace(random.choice("01259"), random.choice(_NUMBERS), 1),
)
