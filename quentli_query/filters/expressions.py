"""Filters and orders: immutable values that combine with `&`, `|` and `~`, and compile to strings."""

# The classes and functions of this module read each other's slots, because properties are slower.
# pyright: reportPrivateUsage=false

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Literal, NoReturn, Protocol, TextIO, TypeVar, cast

from attrs import Factory, define, field, frozen

from ..errors import FilterError, FilterTooLargeError, FilterTypeError, FilterValueError
from . import compiler
from .compiler import DEFAULT_LIMITS, DEFAULT_REMEDY, UNLIMITED, Limits, QueryStyle, Where
from .evaluator import get_value, match_value, require_record
from .evidence import Evidence, find_evidence
from .literals import TO_WIRE, Comparable, format_instant, format_source, shorten
from .operators import EQUALS, NOT_EQUALS, OPPOSITE, Operator

# The record type of a filter: `Filter[Customer]`.
R = TypeVar("R")
S = TypeVar("S")

# Deepest nesting allowed: more than servers read, less than Python's recursion limit.
MAX_LEVELS = 100

# Largest group that `&` or `|` builds by copying operands.
FLAT_UP_TO = 16

# Largest group that repr writes with `&` and `|`; a larger group is written as a call.
INFIX_UP_TO = 6

_BY_WEAKNESS = list(Evidence)


class VocabularyLike(Protocol):
    """A vocabulary. The class itself is in `vocabulary`, which imports this module."""

    _info: ClassVar[Any]


@frozen(cache_hash=True)
class FieldSpec:
    """The facts about a field that conditions and orders need. Each `Q.name` holds one.

    Attributes:
        resource: the list that has the field, `customers`.
        source: the Python expression for the field, `Q.phone_number`.
        attribute: the generated models' name for the field, `phone_number`.
        path: the keys on the wire, `("phoneNumber",)`; more than one for a field of a related record.
            `key` is the last of them, `parents` are those before it.
        bare: whether equality is written `field=value` and not `field[equals]=value`.
        flag: whether the API computes the field, and records don't contain it.
        exact: whether the field's text is one of a few known values, and is compared exactly.
    """

    resource: str = ""
    source: str = ""
    attribute: str = ""
    path: tuple[str, ...] = ("",)
    bare: bool = False
    flag: bool = False
    exact: bool = False
    parents: tuple[str, ...] = field(
        init=False, default=Factory(lambda self: self.path[:-1], takes_self=True)
    )
    key: str = field(init=False, default=Factory(lambda self: self.path[-1], takes_self=True))

    @property
    def name(self) -> str:
        """The name as behind `Q.`: `phone_number`, or `customer.phone_number` of a related record."""
        return self.source.partition(".")[2]


class Filter(Generic[R]):
    """A filter on records of type `R`. Lists take it as an argument.

    Made from the fields of a vocabulary (`Q.name.contains("john")`), combined with `&` (and), `|` (or) and
    `~` (not), or with `all_of` and `any_of`. Filters are immutable, hashable and comparable by value; they
    have no truth value.

    `str(filter)` is the string that the API expects, `repr(filter)` the Python source that builds the filter.
    """

    __slots__ = ()

    @property
    def resource(self) -> str | None:
        """The list that the filter is for, such as `customers`; None for `EVERYTHING` and `NOTHING`."""
        raise NotImplementedError

    def __and__(self, other: Filter[R]) -> Filter[R]:
        return _combine(AllOf, self, other)

    def __or__(self, other: Filter[R]) -> Filter[R]:
        return _combine(AnyOf, self, other)

    def __invert__(self) -> Filter[R]:
        raise NotImplementedError

    if not TYPE_CHECKING:  # a type checker refuses the operands itself

        def __rand__(self, other: object) -> NoReturn:
            raise _build_operand_error(other, "&")

        def __ror__(self, other: object) -> NoReturn:
            raise _build_operand_error(other, "|")

    def __bool__(self) -> NoReturn:
        raise FilterTypeError(
            "a filter has no truth value. Instead of `and`, `or`, `not` write `&`, `|`, `~`; instead of "
            "`a <= field < b` write `field.between(a, b)`; instead of `field in values` write "
            "`field.in_(values)`; to ask whether there is a filter at all, compare with None."
        )

    def to_where(self, limits: Limits = DEFAULT_LIMITS) -> Where:
        """Return the filter as a where-object: dicts, lists, str, bool and int only.

        Args:
            limits: largest filter allowed. Alternatives beyond `limits.list_items` are nested into groups;
                nothing else is checked here.

        Raises:
            FilterError: for `NOTHING`, which has no where-object.

        >>> from quentli_query import Q
        >>> (Q.name.contains("ana") & ~Q.no_payments()).to_where()
        {'name': {'contains': 'ana'}, 'noPayments': False}
        """
        where: Where = {}
        self._write(where, limits.list_items)
        return where

    def to_qs(self, limits: Limits = DEFAULT_LIMITS, *, query_style: QueryStyle = "string") -> str:
        """Return the string for the API's `filter` parameter; empty for `EVERYTHING` alone.

        Args:
            limits: largest filter allowed.
            query_style: "string", or "nested" for parameters of a query, `filter[name][contains]=john`.

        Raises:
            FilterTooLargeError: if a server would not read back the same object.
            FilterValueError: if there is no such style.
            FilterError: for `NOTHING`, which has no string.

        >>> from quentli_query import Q
        >>> (Q.name.contains("ana") | Q.no_payments()).to_qs(query_style="nested")
        'filter[OR][0][name][contains]=ana&filter[OR][1][noPayments]=true'
        """
        try:
            return self._compile(limits, query_style)
        except FilterTooLargeError as error:
            where, remedy = self.to_where(UNLIMITED), suggest_remedy(self)
            raise compiler.add_advice(error, where, limits, remedy, query_style) from None

    __str__ = to_qs

    def _compile(self, limits: Limits, query_style: QueryStyle) -> str:
        return compiler.stringify(self.to_where(limits), limits, query_style)

    @classmethod
    def from_where(cls, where: Mapping[str, Any], vocabulary: VocabularyLike | None = None) -> Filter[Any]:
        """Build a filter from a where-object, in any known form.

        Args:
            where: the object. Values may be text, as read from a string, or bool.
            vocabulary: the fields that the object may name; those of customers if None.

        Raises:
            FilterParseError: if the object names an unknown field or operator, or a value that the field
                refuses.
            FilterTypeError: if `vocabulary` is not a vocabulary.

        >>> Filter.from_where({"name": {"contains": "ana"}, "noPayments": False})
        Q.name.contains('ana') & Q.no_payments(False)
        """
        from . import parser  # noqa: PLC0415 - the parser imports this module

        return parser.parse_where(where, vocabulary)

    def matches(self, record: Any) -> bool | None:
        """Evaluate the filter on a record in Python.

        Text is compared without case and accents, the values of enums exactly, instants to the millisecond.

        Args:
            record: a generated model, such as `Customer`, or a dict in the API's form.

        Returns:
            True or False. None where the answer cannot be known, which is so for flags and related records,
            which records don't contain, for a field that the record lacks, and where the answer depends on
            how the API treats case, accents or null in a negated condition.

        Raises:
            FilterTypeError: if `record` is no record, such as a list of records.

        >>> from quentli_query import Q
        >>> Q.name.contains("jose").matches({"name": "José Peña"})
        True
        >>> (Q.name.contains("ana") | Q.no_payments()).matches({"name": "José Peña"}) is None
        True
        """
        raise NotImplementedError

    @property
    def evidence(self) -> Evidence:
        """The weakest evidence in the filter."""
        raise NotImplementedError

    def fields(self) -> frozenset[str]:
        """Return the names of the fields that the filter uses, flags and fields of related records included.

        >>> from quentli_query import PaymentQ
        >>> sorted((PaymentQ.customer.username.equals("ana") & PaymentQ.is_completed()).fields())
        ['customer.username', 'is_completed']
        """
        raise NotImplementedError

    def inferred(self, limits: Limits = DEFAULT_LIMITS) -> tuple[Filter[R], ...]:
        """Return the parts whose syntax is only inferred.

        They are conditions, items of an `AND` list, and groups with more alternatives than `limits` allows in
        one list, which are nested.

        >>> from quentli_query import Q
        >>> (Q.name.contains("ana") & ~Q.email.contains("example")).inferred()
        (~Q.email.contains('example'),)
        """
        raise NotImplementedError

    def explain(
        self,
        limits: Limits = DEFAULT_LIMITS,
        *,
        query_style: QueryStyle = "string",
        file: TextIO | None = None,
    ) -> None:
        """Print the filter's tree, the evidence of each condition with its source, the string and its size.

        Args:
            limits: the limits that the size is compared with.
            query_style: the form of the string, as in `to_qs`. Nested parameters take one level more.
            file: the file to print to; standard output if None.

        Raises:
            FilterValueError: if there is no such style.
        """
        from . import inspection  # noqa: PLC0415 - inspection imports this module

        print(inspection.format_as_text(self, limits, query_style), file=file)

    def _repr_html_(self) -> str:
        from . import inspection  # noqa: PLC0415

        return inspection.format_as_html(self)

    def _write(self, where: Where, list_items: int) -> None:
        raise NotImplementedError


@define(repr=False)
class Condition(Filter[R]):
    """One field, one operator, one value.

    The slots are private, with properties to read them: making an object of a frozen class takes more than
    twice as long.
    """

    _field: FieldSpec
    _operator: Operator
    _value: Comparable

    field = property(attrgetter("_field"), doc="The field that is compared.")
    operator = property(attrgetter("_operator"), doc="The comparison.")
    value = property(attrgetter("_value"), doc="The value that the field is compared with.")

    @property
    def resource(self) -> str:
        """The list that has the field, such as `customers`."""
        return self._field.resource

    def __hash__(self) -> int:
        # The value alone nearly always differs, and compiling a group hashes all its parts.
        return hash(self._value)

    @property
    def evidence(self) -> Evidence:
        """The evidence for the syntax of this condition."""
        return self._find_evidence()[0]

    @property
    def evidence_source(self) -> str:
        """An example, or the integration, that shows the syntax; empty if it is only inferred."""
        return self._find_evidence()[1]

    def _find_evidence(self) -> tuple[Evidence, str]:
        if self._operator.negated:
            return Evidence.INFERRED, ""
        return find_evidence(self._field.resource, self._field.path, self._get_key())

    def _get_key(self) -> str:
        """Return the operator's key on the wire; empty if it is written `field=value`."""
        return "" if self._field.bare and self._operator is EQUALS else self._operator.key

    def fields(self) -> frozenset[str]:
        """Return the name of the field, as behind `Q.`: `customer.username`."""
        return frozenset({self._field.name})

    def inferred(self, limits: Limits = DEFAULT_LIMITS) -> tuple[Filter[R], ...]:
        """Return this condition, if its syntax is only inferred."""
        return (self,) if self.evidence is Evidence.INFERRED else ()

    def matches(self, record: Any) -> bool | None:
        """Compare the record's value; None if the answer cannot be known here."""
        field = self._field
        if field.flag or field.parents:
            require_record(record)
            return None
        actual = get_value(record, field.attribute, field.key)
        return match_value(self._operator, self._value, actual, field.exact)

    def __invert__(self) -> Filter[R]:
        if isinstance(self._value, bool):
            return Condition(self._field, self._operator, not self._value)
        return Condition(self._field, OPPOSITE[self._operator], self._value)

    def _write(self, where: Where, list_items: int) -> None:
        field, key = self._field, self._get_key()
        value = TO_WIRE.get(type(self._value), format_instant)(self._value)
        if self._operator.negated:
            compiler.merge_condition(where, (), "NOT", compiler.nest_value((*field.path, key), value))
        elif key:
            compiler.merge_condition(where, field.path, key, value)
        else:
            compiler.merge_condition(where, field.parents, field.key, value)

    def _format_pair(self) -> str:
        """Return the condition as `key=value`, or "" if it needs more keys than its field and operator."""
        field, operator, value = self._field, self._operator, self._value
        if field.parents or operator.negated:
            return ""
        if isinstance(value, datetime):
            text = format_instant(value).replace(":", "%3A")  # nothing else in it has to be encoded
        else:
            text = compiler.encode_value(TO_WIRE[type(value)](value))
        key = field.key
        return f"{key}={text}" if field.bare and operator is EQUALS else f"{key}[{operator.key}]={text}"

    def __repr__(self) -> str:
        if self._field.flag:
            return f"{self._field.source}({'' if self._value else 'False'})"
        tilde = "~" if self._operator.negated else ""
        return f"{tilde}{self._field.source}.{self._operator.name}({format_source(self._value)})"


@define(eq=False, repr=False)
class Group(Filter[R]):
    """Several filters joined in one way. Operands of the same kind are parts of one flat group.

    `&` and `|` copy short groups only. A longer chain stays nested, in its first or last operand, until
    `parts` is read, so each step takes constant time.
    """

    _operands: tuple[Filter[R], ...]
    _levels: int
    _resource: str | None
    _parts: tuple[Filter[R], ...] | None = field(default=None, init=False)

    symbol: ClassVar[str]
    function: ClassVar[str]
    # The name of the group without parts.
    constant: ClassVar[str]
    # The result of one part that settles the group: False in AllOf, True in AnyOf.
    decisive: ClassVar[bool]

    @property
    def resource(self) -> str | None:
        """The list that all parts are for, such as `customers`; None if there are no parts."""
        return self._resource

    @property
    def parts(self) -> tuple[Filter[R], ...]:
        """The joined filters, in the order in which they were written, each once."""
        if self._parts is None:
            self._parts = tuple(dict.fromkeys(_flatten(type(self), self._operands)))
        return self._parts

    def __eq__(self, other: object) -> bool:
        return isinstance(other, type(self)) and self.parts == other.parts

    def __hash__(self) -> int:
        return hash((self.function, self.parts))

    def __reduce__(self) -> str | tuple[Any, ...]:
        return (_make_group, (type(self), self.parts)) if self.parts else self.constant

    @property
    def evidence(self) -> Evidence:
        """The weakest evidence in the group; `DOCUMENTED` if it has no parts."""
        if self.inferred():
            return Evidence.INFERRED
        found = (part.evidence for part in self.parts)
        return max(found, key=_BY_WEAKNESS.index, default=Evidence.DOCUMENTED)

    def fields(self) -> frozenset[str]:
        """Return the names of the fields of all parts."""
        return frozenset(name for part in self.parts for name in part.fields())

    def inferred(self, limits: Limits = DEFAULT_LIMITS) -> tuple[Filter[R], ...]:
        """Return the parts whose syntax is only inferred."""
        return tuple(found for part in self.parts for found in part.inferred(limits))

    def matches(self, record: Any) -> bool | None:
        """Evaluate parts until the result is certain; None if it stays unknown."""
        if not self.parts:
            require_record(record)
        verdict: bool | None = not self.decisive
        for part in self.parts:
            found = part.matches(record)
            if found is self.decisive:
                return found
            if found is None:
                verdict = None
        return verdict

    def __invert__(self) -> Filter[R]:
        kind = AnyOf if isinstance(self, AllOf) else AllOf
        return _make_group(kind, tuple(~part for part in self.parts))

    @property
    def _infix(self) -> bool:
        return 1 < len(self.parts) <= INFIX_UP_TO

    def __repr__(self) -> str:
        if not self.parts:
            return self.constant
        if not self._infix:
            return f"{self.function}({', '.join(map(repr, self.parts))})"
        return self.symbol.join(
            f"({part!r})" if isinstance(part, Group) and part._infix else repr(part) for part in self.parts
        )


class AllOf(Group[R]):
    """A group in which every part has to hold."""

    __slots__ = ()

    symbol = " & "
    function = "all_of"
    constant = "EVERYTHING"
    decisive = False

    def __repr__(self) -> str:
        # A group of one exists only as the opposite of `any_of(x)`: `all_of(x)` is x itself.
        return f"~{~self!r}" if len(self.parts) == 1 else super().__repr__()

    def inferred(self, limits: Limits = DEFAULT_LIMITS) -> tuple[Filter[R], ...]:
        """Return the parts whose syntax is only inferred, and those that need an `AND` list."""
        where: Where = {}
        found: list[Filter[R]] = []
        for part in self.parts:
            before = len(compiler.list_overflow(where))
            part._write(where, sys.maxsize)
            overflows = len(compiler.list_overflow(where)) > before
            found.extend((part,) if overflows else part.inferred(limits))
        return tuple(found)

    def _compile(self, limits: Limits, query_style: QueryStyle) -> str:
        # Fast path: conditions on different fields need no where-object.
        conditions = [part for part in self._operands if isinstance(part, Condition)]
        pairs = {condition._field.key: condition._format_pair() for condition in conditions}
        is_plain = len(pairs) == len(self._operands) <= limits.pairs and all(pairs.values())
        if is_plain and query_style == "string":
            return "&".join(pairs.values())
        return super()._compile(limits, query_style)

    def _write(self, where: Where, list_items: int) -> None:
        for part in self.parts:
            part._write(where, list_items)
        if "AND" in where:  # it comes last, so that parsing and compiling give the same object again
            overflow = compiler.list_overflow(where)
            del where["AND"]
            where["AND"] = compiler.chunk_groups(overflow, "AND", list_items)


class AnyOf(Group[R]):
    """A group in which at least one part has to hold. A group of one is still written as an `OR` list."""

    __slots__ = ()

    symbol = " | "
    function = "any_of"
    constant = "NOTHING"
    decisive = True

    def inferred(self, limits: Limits = DEFAULT_LIMITS) -> tuple[Filter[R], ...]:
        """Return the parts whose syntax is only inferred; the group itself if it has to be nested."""
        nested = len(self._list_alternatives()) > limits.list_items
        return (self,) if nested else super().inferred(limits)

    def _write(self, where: Where, list_items: int) -> None:
        if not self.parts:
            raise FilterError(
                "NOTHING matches no record, and no filter string says so: an empty one would ask for every "
                "record. A list answers it without a request; elsewhere, test for `filter == NOTHING` first."
            )
        alternatives: list[Where] = []
        for part in self._list_alternatives():
            alternatives.append({})
            part._write(alternatives[-1], list_items)
        compiler.merge_condition(where, (), "OR", compiler.chunk_groups(alternatives, "OR", list_items))

    def _list_alternatives(self) -> tuple[Filter[R], ...]:
        """Return the parts. Replace `~any_of(~x)` with `x`."""
        if AllOf not in map(type, self.parts):
            return self.parts
        meant = [
            part.parts[0] if isinstance(part, AllOf) and len(part.parts) == 1 else part for part in self.parts
        ]
        flat = tuple(dict.fromkeys(_flatten(AnyOf, meant)))
        return flat if flat == self.parts else AnyOf(flat, self._levels, self._resource)._list_alternatives()


if TYPE_CHECKING:

    class Constant(Filter[Any]):
        """A filter for any records. What it makes with another filter is for the records of that."""

        def __and__(self, other: Filter[S]) -> Filter[S]: ...

        def __or__(self, other: Filter[S]) -> Filter[S]: ...

        def __invert__(self) -> Constant: ...


EVERYTHING: Constant = cast("Any", AllOf((), 1, None))
"""A filter that holds for every record: `all_of()`."""

NOTHING: Constant = cast("Any", AnyOf((), 1, None))
"""A filter that holds for no record: `any_of()` and `field.in_([])`. It never reaches the server."""

_CONSTANTS: dict[type[Group[Any]], Filter[Any]] = {AllOf: EVERYTHING, AnyOf: NOTHING}


def all_of(*filters: Filter[R]) -> Filter[R]:
    """Join filters that all have to hold; `EVERYTHING` if there are none.

    Raises:
        FilterTypeError: if an argument is not a filter, or they are about different resources.

    >>> from quentli_query import Q, all_of
    >>> all_of(Q.name.contains("ana"), Q.no_payments())
    Q.name.contains('ana') & Q.no_payments()
    >>> all_of()
    EVERYTHING
    """
    return _join(AllOf, filters)


def any_of(*filters: Filter[R]) -> Filter[R]:
    """Join filters of which at least one has to hold; `NOTHING` if there are none.

    `any_of(x)` means x, and is written as a list of one alternative, as in the vendor's example.

    Raises:
        FilterTypeError: if an argument is not a filter, or they are about different resources.

    >>> from quentli_query import Q, any_of
    >>> print(Q.name.contains("john") & any_of(Q.no_payments()))
    name[contains]=john&OR[0][noPayments]=true
    >>> any_of()
    NOTHING
    """
    return _join(AnyOf, filters)


def compile_filter(filter_: Filter[R], limits: Limits, query_style: QueryStyle = "string") -> str:
    """Return what `to_qs` returns. The error for a filter that is too large gives no advice, which is slow.

    Raises:
        FilterTooLargeError: as `to_qs`, without advice.
    """
    # Each alternative takes a pair or more, and there may be a million.
    alternatives = len(filter_.parts) if isinstance(filter_, AnyOf) else 1
    if alternatives > limits.pairs:
        raise compiler.build_size_error("pairs", f"{alternatives} alternatives", alternatives, limits.pairs)
    return filter_._compile(limits, query_style)


def first_failed(filter_: Filter[R], record: object) -> Filter[R] | None:
    """Return the smallest part of a filter that a record certainly fails; None if the record may satisfy it.

    If all alternatives fail, return the whole group.
    """
    if filter_.matches(record) is not False:
        return None
    if not isinstance(filter_, Group) or (isinstance(filter_, AnyOf) and len(filter_.parts) != 1):
        return filter_
    return next(failed for part in filter_.parts if (failed := first_failed(part, record)) is not None)


def suggest_remedy(filter_: Filter[Any]) -> str:
    """Return advice on a filter that is too large.

    Several smaller lists together match any of their filters. That is wrong where all conditions must hold,
    as in `not_in`.
    """
    parts = filter_.parts if isinstance(filter_, AllOf) else ()
    negative = Counter(
        part._field.source
        for part in parts
        if isinstance(part, Condition) and (part._operator is NOT_EQUALS or part._operator.negated)
    )
    for source, times in negative.most_common(1):
        if times > 1:
            conditions = f"the {times} conditions on what {source} is not"
            return f"Ask without {conditions}, and drop those records in Python"
    return DEFAULT_REMEDY


def _combine(kind: type[Group[R]], left: Filter[R], right: Filter[R]) -> Filter[R]:
    # Fast path: a condition, or a short group, and another condition.
    if isinstance(right, Condition):
        resource = right._field.resource
        if isinstance(left, Condition) and left._field.resource == resource:
            return left if left == right else kind((left, right), 1, resource)
        if isinstance(left, kind) and left._resource == resource and len(left._operands) < FLAT_UP_TO:
            return kind((*left._operands, right), left._levels, resource)
    if not isinstance(right, Filter):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise _build_operand_error(right, kind.symbol.strip())
    neutral = _CONSTANTS[kind]
    if left is neutral or right is neutral:
        return right if left is neutral else left
    return left if type(left) is not kind and left == right else _join(kind, (left, right))


def _join(kind: type[Group[R]], filters: Sequence[Filter[R]]) -> Filter[R]:
    for position, operand in enumerate(filters, 1):
        if not isinstance(operand, Filter):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise _build_operand_error(operand, f"argument {position} of {kind.function}()")
    neutral, absorbing = (EVERYTHING, NOTHING) if kind is AllOf else (NOTHING, EVERYTHING)
    if absorbing in filters:
        return absorbing
    operands = tuple(operand for operand in filters if operand is not neutral)
    first, *others = operands or (neutral,)
    # The parts of a long chain of `&` would take too long to compare at each step.
    if kind is AllOf and (not others or (type(first) is not AllOf and all(each == first for each in others))):
        return first
    return _make_group(kind, operands)


def _make_group(kind: type[Group[R]], operands: tuple[Filter[R], ...]) -> Filter[R]:
    if not operands:
        return _CONSTANTS[kind]
    resource, levels = operands[0].resource, 1
    for operand in operands:
        if operand.resource != resource:
            raise FilterTypeError(
                f"a filter of {operand.resource} ({operand!r}) cannot be combined with one of {resource}: "
                f"each list has a filter of its own"
            )
        if isinstance(operand, Group):
            levels = max(levels, operand._levels + (type(operand) is not kind))
    if levels > MAX_LEVELS:
        problem = f"the filter nests more than {MAX_LEVELS} groups within each other; no server reads that"
        raise FilterTooLargeError(problem, limit="depth", allowed=MAX_LEVELS, actual=levels)
    return kind(operands, levels, resource)


def _flatten(kind: type[Group[R]], operands: Sequence[Filter[R]]) -> list[Filter[R]]:
    """Replace groups of the same kind with their operands. Not recursive: a chain may be thousands deep."""
    flat: list[Filter[R]] = []
    waiting = list(reversed(operands))
    while waiting:
        operand = waiting.pop()
        if isinstance(operand, kind):
            waiting.extend(reversed(operand._operands))
        else:
            flat.append(operand)
    return flat


def _build_operand_error(thing: object, place: str) -> FilterTypeError:
    hint = ""
    if isinstance(thing, bool) and place in ("&", "|"):
        hint = f"; a comparison beside {place} needs parentheses: (field == {thing}) {place} filter"
    return FilterTypeError(
        f"{place}: a filter is expected here, such as Q.name.contains('john'), and not "
        f"{shorten(thing)} ({type(thing).__name__}){hint}"
    )


Direction = Literal["asc", "desc"]


@frozen(repr=False)
class OrderBy(Generic[R]):
    """One field to order by, in one direction. Made by `Q.created_at.desc()`.

    The API does not document where it puts records without a value.

    >>> from quentli_query import Q
    >>> str(Q.created_at.desc())
    'createdAt=desc'
    """

    field: FieldSpec
    direction: Direction

    @property
    def resource(self) -> str:
        """The list that has the field, such as `customers`."""
        return self.field.resource

    def __str__(self) -> str:
        return f"{self.field.key}={self.direction}"

    def __repr__(self) -> str:
        return f"{self.field.source}.{self.direction}()"


Order = OrderBy[R] | Sequence[OrderBy[R]]
"""One order, or several, the most significant first."""


def validate_orders(order_by: Order[R] | None, resource: str, vocabulary: str = "Q") -> list[OrderBy[R]]:
    """Return the orders as a list, the most significant first; empty for None.

    Args:
        order_by: one order, several or none.
        resource: the list that is to be ordered.
        vocabulary: the name of its vocabulary, for messages.

    Raises:
        FilterTypeError: if something is not an order of `resource`.
        FilterValueError: if a field occurs twice.
    """
    several = hasattr(order_by, "__iter__") and not isinstance(order_by, str)
    orders: list[Any] = list(cast("Any", order_by)) if several else [order_by] if order_by is not None else []
    seen: set[FieldSpec] = set()
    for order in orders:
        if not isinstance(order, OrderBy):
            raise _build_order_error(order, vocabulary)
        if order.field.resource != resource:
            raise FilterTypeError(f"{order!r} orders {order.resource}; it cannot order {resource}")
        if order.field in seen:
            raise FilterValueError(f"order_by names {order.field.source} twice; only the first would count")
        seen.add(order.field)
    return orders


def _build_order_error(thing: object, vocabulary: str) -> FilterTypeError:
    hint = ""
    if isinstance(thing, str):
        second = "" if vocabulary == "Q" else f", {vocabulary}"
        hint = f"; text becomes orders with parse_order_by(text{second})"
    elif hasattr(thing, "desc"):
        hint = f"; say in which direction: {thing!r}.asc() or {thing!r}.desc()"
    return FilterTypeError(
        f"order_by: an order is expected here, such as {vocabulary}.created_at.desc(), or a list of "
        f"them, and not {shorten(thing)} ({type(thing).__name__}){hint}"
    )
