"""Filters: immutable values that combine with `&`, `|` and `~`, and know what they mean on the wire."""

# The classes and functions of this module see each other's slots: a property takes longer to read.
# pyright: reportPrivateUsage=false

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Literal, NoReturn, TextIO, TypeAlias, TypeVar, cast

from attrs import define, field, frozen

from ..errors import FilterError, FilterTooLargeError, FilterTypeError, FilterValueError
from .compiler import (
    DEFAULT_LIMITS,
    DEFAULT_REMEDY,
    PROBLEMS,
    UNLIMITED,
    Limits,
    Where,
    chunk_groups,
    measure,
    merge_condition,
    nest_value,
    overflow_count,
    stringify,
    too_large,
)
from .evaluator import value_in, value_matches
from .literals import TO_WIRE, Comparable, shorten, source
from .operators import EQUALS, NOT_EQUALS, OPPOSITE, Evidence, Operator

if TYPE_CHECKING:
    from .fields import Vocabulary


R = TypeVar("R")
"""The type of record that a filter is about: `Filter[Customer]`."""

MAX_LEVELS = 100
"""Far beyond what any server reads, and safely within what Python can walk recursively."""

_WEAKNESS = [Evidence.DOCUMENTED, Evidence.SEEN, Evidence.INFERRED]

FLAT_UP_TO = 16
"""How many operands an operator copies to keep a group flat."""

INFIX_UP_TO = 6
"""How many parts a repr joins with operators, before it writes a call that lists them."""


@frozen(cache_hash=True)
class FieldSpec:
    """What a condition needs to know of a field. Users write `Q.name`, which holds one of these.

    Attributes:
        resource: the list that has the field, `customers`.
        source: the Python expression for it, `Q.phone_number`.
        attribute: what the generated models call it, `phone_number`.
        path: the keys on the wire, `("phoneNumber",)`; more than one for a field of a related record.
            `key` is the last of them, `parents` are those before it.
        bare: whether equality is spelled `field=value` and not `field[equals]=value`.
        flag: whether the API computes it, so that no record shows its value.
        exact: whether its text is one of a few known values, and is compared to the letter.
        seen: names of the operators with which exactly this field was seen in use.
    """

    resource: str
    source: str
    attribute: str
    path: tuple[str, ...]
    bare: bool = False
    flag: bool = False
    exact: bool = False
    seen: frozenset[str] = frozenset()
    parents: tuple[str, ...] = field(init=False)
    key: str = field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "parents", self.path[:-1])
        object.__setattr__(self, "key", self.path[-1])


class Filter(Generic[R]):
    """A set of requirements on records of type `R`, to be given to a list.

    Made from the fields of a vocabulary (`Q.name.contains("john")`), combined with `&` (and), `|` (or) and
    `~` (not), or with `all_of` and `any_of`. Filters are immutable, hashable and comparable by value; they
    have no truth value.

    `str(filter)` is the string that the API expects, `repr(filter)` the Python source that builds the filter.
    """

    __slots__ = ()

    @property
    def resource(self) -> str | None:
        """The list that the filter is about, such as `customers`; None for `EVERYTHING` and `NOTHING`."""
        return None

    def __and__(self, other: Filter[R]) -> Filter[R]:
        return _combined(AllOf, self, other)

    def __or__(self, other: Filter[R]) -> Filter[R]:
        return _combined(AnyOf, self, other)

    def __invert__(self) -> Filter[R]:
        raise NotImplementedError

    def __bool__(self) -> NoReturn:
        raise FilterTypeError(
            "a filter has no truth value. Instead of `and`, `or`, `not` write `&`, `|`, `~`; instead of "
            "`a <= field < b` write `field.between(a, b)`; instead of `field in values` write "
            "`field.in_(values)`; to ask whether there is a filter at all, compare with None."
        )

    def to_where(self, limits: Limits = DEFAULT_LIMITS) -> Where:
        """The plain object that the filter means: dicts, lists, str, bool and int only.

        Alternatives beyond `limits.list_items` are nested into groups.

        Raises:
            FilterError: for `NOTHING`, which no object expresses.

        >>> from quentli_query import Q
        >>> (Q.name.contains("ana") & ~Q.no_payments()).to_where()
        {'name': {'contains': 'ana'}, 'noPayments': False}
        """
        where: Where = {}
        self._write(where, limits.list_items)
        return where

    def to_qs(self, limits: Limits = DEFAULT_LIMITS) -> str:
        """The string for the API's `filter` parameter; empty for `EVERYTHING` alone.

        Raises:
            FilterTooLargeError: if a server would not read back the same object.
            FilterError: for `NOTHING`, which no string expresses.
        """
        try:
            return stringify(self.to_where(limits), limits)
        except FilterTooLargeError as error:
            raise self._too_large(error, limits) from None

    def _too_large(self, error: FilterTooLargeError, limits: Limits) -> FilterTooLargeError:
        needs = measure(self.to_where(UNLIMITED))
        # The path and the other parameters stand in the URL as well.
        needs["url_bytes"] = -(-(needs["url_bytes"] + 500) // 1000) * 1000
        wider = {name: needed for name, needed in needs.items() if needed > getattr(limits, name)}
        longest = needs["list_items"]
        if error.limit != "depth" or longest <= limits.list_items or needs["depth"] > limits.depth:
            # It is not the nesting of a long list that makes it so deep.
            problem = PROBLEMS[error.limit].format(error.actual)
            return too_large(error.limit, error.actual, error.allowed, problem, suggest_remedy(self), wider)
        problem = (
            f"a list of {longest} has to be nested into groups of {limits.list_items} and is then "
            f"{error.actual} levels deep, where {limits.depth} are read; it is {longest} items long"
        )
        return too_large("list_items", longest, limits.list_items, problem, suggest_remedy(self), wider)

    def __str__(self) -> str:
        return self.to_qs()

    @classmethod
    def from_where(cls, where: Mapping[str, Any], vocabulary: Vocabulary | None = None) -> Filter[Any]:
        """The filter that a plain object means: what `to_where` gives, and other spellings of it.

        Args:
            where: the object. Values may be text, as read from a string, or bool.
            vocabulary: the fields that it may name; those of customers if None.

        Raises:
            FilterParseError: if it names an unknown field or operator, or a value that the field refuses.
            FilterTypeError: if `vocabulary` is none.

        >>> Filter.from_where({"name": {"contains": "ana"}, "noPayments": False})
        Q.name.contains('ana') & Q.no_payments(False)
        """
        from .parser import parse_where  # noqa: PLC0415 - above this module
        from .vocabularies.customers import Q  # noqa: PLC0415 - vocabularies and reading build filters, so they stand

        return parse_where(where, Q if vocabulary is None else vocabulary)

    def matches(self, record: object) -> bool | None:
        """Whether a record satisfies the filter, evaluated here and not by the API.

        Text is compared without case and accents, the values of enums to the letter, instants to the
        millisecond.

        Args:
            record: a generated model, such as `Customer`, or a dict in the API's form.

        Returns:
            True or False, or None where it cannot be known: for flags and related records, which no record
            shows, for a field that the record lacks, and where it hangs on how the API treats case, accents
            or null in a negated condition.

        >>> from quentli_query import Q
        >>> Q.name.contains("jose").matches({"name": "José Peña"})
        True
        >>> (Q.name.contains("ana") | Q.no_payments()).matches({"name": "José Peña"}) is None
        True
        """
        raise NotImplementedError

    def _first_failed(self, record: object) -> Filter[R] | None:
        """The smallest part of the filter that a record certainly fails, and the whole with it; None if none.

        Of alternatives that all fail, that is the whole group.
        """
        return self if self.matches(record) is False else None

    @property
    def evidence(self) -> Evidence:
        """How well the weakest spelling in the filter is known."""
        raise NotImplementedError

    def inferred(self) -> tuple[Filter[R], ...]:
        """The parts whose spelling is only inferred: conditions, and what has to stand in an `AND` list.

        >>> from quentli_query import Q
        >>> (Q.name.contains("ana") & ~Q.email.contains("example")).inferred()
        (~Q.email.contains('example'),)
        """
        raise NotImplementedError

    def explain(self, limits: Limits = DEFAULT_LIMITS, *, file: TextIO | None = None) -> None:
        """Print what the filter means: its tree, each condition's evidence, its string and how large it is.

        Args:
            limits: what to hold the size against.
            file: where to print; standard output if None.
        """
        from . import inspection  # noqa: PLC0415 - inspection takes filters apart, so it stands above

        print(inspection.as_text(self, limits), file=file)

    def _repr_html_(self) -> str:
        from . import inspection  # noqa: PLC0415

        return inspection.as_html(self)

    def _write(self, where: Where, list_items: int) -> None:
        raise NotImplementedError


@define(eq=False, repr=False)
class Condition(Filter[R]):
    """One field, one operator, one value.

    Its slots are private, with properties to read them: a frozen class of attrs takes twice as long to make.
    """

    _field: FieldSpec
    _operator: Operator
    _value: Comparable

    field = property(attrgetter("_field"), doc="The field that is compared.")
    operator = property(attrgetter("_operator"), doc="How it is compared.")
    value = property(attrgetter("_value"), doc="What it is compared with.")

    @property
    def resource(self) -> str:
        """The list that has the field, such as `customers`."""
        return self._field.resource

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Condition):
            return NotImplemented
        return (
            self._field.source == other._field.source
            and self._value == other._value
            and self._operator == other._operator
            and self._field == other._field
        )

    def __hash__(self) -> int:
        # Tells nearly all apart, and is quick: a group hashes all its parts when it is compiled.
        return hash(self._value)

    @property
    def evidence(self) -> Evidence:
        """How well the spelling of this condition is known."""
        field, operator = self._field, self._operator
        if operator.name in field.seen and not operator.negated:
            return Evidence.SEEN
        return Evidence.INFERRED if field.parents else operator.evidence

    def inferred(self) -> tuple[Filter[R], ...]:
        """This condition, if its spelling is only inferred."""
        return (self,) if self.evidence is Evidence.INFERRED else ()

    def matches(self, record: object) -> bool | None:
        """Whether the record's value satisfies the condition, as far as that can be known here."""
        field = self._field
        if field.flag or field.parents:
            return None
        actual = value_in(record, field.attribute, field.key)
        return value_matches(self._operator, self._value, actual, field.exact)

    def __invert__(self) -> Filter[R]:
        if isinstance(self.value, bool):
            return Condition(self.field, self.operator, not self.value)
        return Condition(self.field, OPPOSITE[self.operator], self.value)

    def _write(self, where: Where, list_items: int) -> None:
        field, operator = self._field, self._operator
        convert = TO_WIRE.get(type(self._value))
        value: Any = self._value if convert is None else convert(self._value)
        if operator.negated:
            merge_condition(where, (), "NOT", nest_value(field.path, operator.key, value))
        elif field.bare and operator.key == EQUALS.key:
            merge_condition(where, field.parents, field.key, value)
        elif field.parents or field.key in where:
            merge_condition(where, field.path, operator.key, value)
        else:  # what put would do as well, and more slowly
            where[field.key] = {operator.key: value}

    def __repr__(self) -> str:
        if self.field.flag:
            return f"{self.field.source}({'' if self.value else 'False'})"
        tilde = "~" if self.operator.negated else ""
        return f"{tilde}{self.field.source}.{self.operator.name}({source(self.value)})"


@define(eq=False, repr=False)
class Group(Filter[R]):
    """Several filters joined in one way. Operands of the same kind are parts of one flat group.

    Operators flatten only what is short. A long chain `a | b | c | ...` stays nested, in its first or last
    operand, until somebody looks at its parts: so that each of its steps takes a constant time.
    """

    _operands: tuple[Filter[R], ...]
    _levels: int
    _resource: str
    _parts: tuple[Filter[R], ...] | None = field(default=None, init=False)

    levels = property(
        attrgetter("_levels"), doc="How many groups lie within each other at the deepest place."
    )

    symbol: ClassVar[str]
    function: ClassVar[str]

    @property
    def resource(self) -> str:
        """The list that all parts are about, such as `customers`."""
        return self._resource

    @property
    def parts(self) -> tuple[Filter[R], ...]:
        """What is joined, in the order in which it was written, each part once."""
        if self._parts is None:
            kind, operands = type(self), self._operands
            nested_ = type(operands[0]) is kind or type(operands[-1]) is kind
            self._parts = tuple(dict.fromkeys(_flat(kind, operands) if nested_ else operands))
        return self._parts

    def __eq__(self, other: object) -> bool:
        return isinstance(other, type(self)) and self.parts == other.parts

    def __hash__(self) -> int:
        return hash((self.function, self.parts))

    def __reduce__(self) -> tuple[Any, ...]:
        return _group, (type(self), self.parts)

    @property
    def evidence(self) -> Evidence:
        """How well the weakest spelling in the group is known."""
        return (
            Evidence.INFERRED
            if self.inferred()
            else max((p.evidence for p in self.parts), key=_WEAKNESS.index)
        )

    def inferred(self) -> tuple[Filter[R], ...]:
        """The parts whose spelling is only inferred."""
        return tuple(found for part in self.parts for found in part.inferred())

    @property
    def _infix(self) -> bool:
        return 1 < len(self.parts) <= INFIX_UP_TO

    def __repr__(self) -> str:
        if self._infix:
            return self.symbol.join(
                f"({part!r})" if isinstance(part, Group) and part._infix else repr(part)
                for part in self.parts
            )
        return f"{self.function}({', '.join(map(repr, self.parts))})"


class AllOf(Group[R]):
    """Every part has to hold."""

    __slots__ = ()

    symbol = " & "
    function = "all_of"

    def __invert__(self) -> Filter[R]:
        return _group(AnyOf, tuple(~part for part in self.parts))

    def __repr__(self) -> str:
        # A group of one exists only as the opposite of `any_of(x)`: `all_of(x)` is x itself.
        return super().__repr__() if len(self.parts) > 1 else f"~{~self!r}"

    def matches(self, record: object) -> bool | None:
        """False if one part is; True if all are; else None."""
        verdict: bool | None = True
        for part in self.parts:
            found = part.matches(record)
            if found is False:
                return False
            verdict = verdict and found
        return verdict

    def _first_failed(self, record: object) -> Filter[R] | None:
        """The first part that the record certainly fails."""
        return next((unmet for part in self.parts if (unmet := part._first_failed(record)) is not None), None)

    def inferred(self) -> tuple[Filter[R], ...]:
        """The parts whose spelling is only inferred: also what has to stand in an `AND` list."""
        where: Where = {}
        found: list[Filter[R]] = []
        for part in self.parts:
            before = overflow_count(where)
            part._write(where, sys.maxsize)
            found.extend(part.inferred() if overflow_count(where) == before else (part,))
        return tuple(found)

    def _write(self, where: Where, list_items: int) -> None:
        for part in self.parts:
            part._write(where, list_items)
        overflow = where.pop("AND", None)
        if isinstance(
            overflow, list
        ):  # last, so that reading the string puts the same conditions aside again
            where["AND"] = chunk_groups(overflow, "AND", list_items)


class AnyOf(Group[R]):
    """At least one part has to hold. A group of one is its part, and keeps its place in an `OR` list."""

    __slots__ = ()

    symbol = " | "
    function = "any_of"

    def __invert__(self) -> Filter[R]:
        return _group(AllOf, tuple(~part for part in self.parts))

    def matches(self, record: object) -> bool | None:
        """True if one part is; False if all are; else None."""
        verdict: bool | None = False
        for part in self.parts:
            found = part.matches(record)
            if found is True:
                return True
            verdict = verdict if found is False else None
        return verdict

    def _first_failed(self, record: object) -> Filter[R] | None:
        """The whole group, or its one part, if the record certainly fails it."""
        return self.parts[0]._first_failed(record) if len(self.parts) == 1 else super()._first_failed(record)

    def _alternatives(self) -> Sequence[Filter[R]]:
        """The parts; where a double negation left `~any_of(~x)`, what that means: x."""
        if not any(isinstance(part, AllOf) and len(part.parts) == 1 for part in self.parts):
            return self.parts
        meant = [
            part.parts[0] if isinstance(part, AllOf) and len(part.parts) == 1 else part for part in self.parts
        ]
        return AnyOf(tuple(_flat(AnyOf, meant)), self._levels, self._resource)._alternatives()

    def _write(self, where: Where, list_items: int) -> None:
        alternatives: list[Where] = []
        for part in self._alternatives():
            alternative: Where = {}
            part._write(alternative, list_items)
            alternatives.append(alternative)
        merge_condition(where, (), "OR", chunk_groups(alternatives, "OR", list_items))


@frozen(repr=False)
class Constant(Filter[Any]):
    """A filter that holds for every record, or for none."""

    name: str

    @property
    def evidence(self) -> Evidence:
        """Documented: to leave the filter out, or not to ask at all."""
        return Evidence.DOCUMENTED

    def inferred(self) -> tuple[Filter[Any], ...]:
        """Nothing: it has no spelling."""
        return ()

    def matches(self, record: object) -> bool:
        """True for every record, or False for every one."""
        return self is EVERYTHING

    def __invert__(self) -> Filter[Any]:
        return NOTHING if self is EVERYTHING else EVERYTHING

    def _write(self, where: Where, list_items: int) -> None:
        if self is NOTHING:
            raise FilterError(
                "NOTHING matches no record, and no filter string says so: an empty one would ask for every "
                "record. A list answers it without a request; elsewhere, test for `filter == NOTHING` first."
            )

    def __reduce__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        return self.name


EVERYTHING: Filter[Any] = Constant("EVERYTHING")
"""Holds for every record; what `all_of()` is."""

NOTHING: Filter[Any] = Constant("NOTHING")
"""Holds for no record; what `any_of()` and `field.in_([])` are. It never reaches the server."""

_NEUTRAL: dict[type[Group[Any]], Filter[Any]] = {AllOf: EVERYTHING, AnyOf: NOTHING}
_DECISIVE: dict[type[Group[Any]], Filter[Any]] = {AllOf: NOTHING, AnyOf: EVERYTHING}


def all_of(*filters: Filter[R]) -> Filter[R]:
    """What holds where all of `filters` hold; `EVERYTHING` if there are none.

    Raises:
        FilterTypeError: if an argument is not a filter, or they are about different resources.

    >>> from quentli_query import Q, all_of
    >>> all_of(Q.name.contains("ana"), Q.no_payments())
    Q.name.contains('ana') & Q.no_payments()
    >>> all_of()
    EVERYTHING
    """
    joined = _joined(AllOf, filters)
    return filters[0] if len(filters) == 1 else joined


def any_of(*filters: Filter[R]) -> Filter[R]:
    """What holds where at least one of `filters` holds; `NOTHING` if there are none.

    `any_of(x)` means x, and is written as a list of one alternative, as the vendor's example has it.

    Raises:
        FilterTypeError: if an argument is not a filter, or they are about different resources.

    >>> from quentli_query import Q, any_of
    >>> print(Q.name.contains("john") & any_of(Q.no_payments()))
    name[contains]=john&OR[0][noPayments]=true
    >>> any_of()
    NOTHING
    """
    return _joined(AnyOf, filters)


def first_failed(filter_: Filter[R], record: object) -> Filter[R] | None:
    """Return the smallest part of a filter that a record certainly fails; None if the record may satisfy it.

    Of alternatives that all fail, that is the whole group.
    """
    return filter_._first_failed(record)


def suggest_remedy(filter_: Filter[Any]) -> str:
    """What to do about a filter that is too large.

    What several lists find together satisfies one of their filters. For requirements such as those of
    `not_in` that would be the wrong records.
    """
    parts = filter_.parts if isinstance(filter_, AllOf) else ()
    unwanted = Counter(
        part._field.source
        for part in parts
        if isinstance(part, Condition) and (part._operator is NOT_EQUALS or part._operator.negated)
    )
    for source_, times in unwanted.most_common(1):
        if times > 1:
            conditions = f"the {times} conditions on what {source_} is not"
            return f"Ask without {conditions}, and drop those records in Python"
    return DEFAULT_REMEDY


def _combined(kind: type[Group[R]], left: Filter[R], right: Filter[R]) -> Filter[R]:
    if isinstance(right, Condition):
        resource = right._field.resource
        if isinstance(left, kind) and left._resource == resource:  # nearly every step of a chain
            operands = left._operands
            if len(operands) < FLAT_UP_TO and type(operands[-1]) is not kind:
                return kind((*operands, right), left._levels, resource)
            return kind((left, right), left._levels, resource)
        if isinstance(left, Condition) and left._field.resource == resource:
            return left if left == right else kind((left, right), 1, resource)
    elif not isinstance(right, Filter):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise _not_a_filter(right, kind.symbol.strip())
    if isinstance(left, Constant) or isinstance(right, Constant):
        constant, other = (left, right) if isinstance(left, Constant) else (right, left)
        return other if constant is _NEUTRAL[kind] else constant
    return left if type(left) is not kind and left == right else _group(kind, (left, right))


def _joined(kind: type[Group[R]], filters: tuple[Filter[R], ...]) -> Filter[R]:
    for position, operand in enumerate(filters, 1):
        if not isinstance(operand, Filter):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise _not_a_filter(operand, f"argument {position} of {kind.function}()")
    neutral, decisive = _NEUTRAL[kind], _DECISIVE[kind]
    if decisive in filters:
        return decisive
    operands = [operand for operand in filters if operand is not neutral]
    return _group(kind, tuple(_flat(kind, operands))) if operands else neutral


def _group(kind: type[Group[R]], operands: tuple[Filter[R], ...]) -> Group[R]:
    resource = str(operands[0].resource)
    levels = 1
    for operand in operands:
        if operand.resource != resource:
            raise _mixed(operand, resource)
        if isinstance(operand, Group):
            levels = max(levels, operand._levels + (type(operand) is not kind))
    if levels > MAX_LEVELS:
        raise FilterTooLargeError(
            f"the filter nests more than {MAX_LEVELS} groups within each other; no server reads that",
            limit="depth",
            allowed=MAX_LEVELS,
            actual=levels,
        )
    return kind(operands, levels, resource)


def _flat(kind: type[Group[R]], operands: Sequence[Filter[R]]) -> list[Filter[R]]:
    """The operands, and in the place of those of the same kind theirs, however deep."""
    flat: list[Filter[R]] = []
    waiting = list(reversed(operands))
    while waiting:
        operand = waiting.pop()
        if isinstance(operand, kind):
            waiting.extend(reversed(operand._operands))
        else:
            flat.append(operand)
    return flat


def _mixed(other: Filter[Any], resource: str) -> FilterTypeError:
    return FilterTypeError(
        f"a filter of {other.resource} ({other!r}) cannot be combined with one of {resource}: "
        f"each list has a filter of its own"
    )


def _not_a_filter(thing: object, place: str) -> FilterTypeError:
    return FilterTypeError(
        f"{place}: a filter is expected here, such as Q.name.contains('john'), and not "
        f"{shorten(thing)} ({type(thing).__name__})"
    )


Direction = Literal["asc", "desc"]


@frozen(repr=False)
class OrderBy(Generic[R]):
    """One field to order by, in one direction. Made by `Q.created_at.desc()`.

    Where the API puts records without a value is not known.

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
        return stringify(nest_value(self.field.parents, self.field.key, self.direction))

    def __repr__(self) -> str:
        return f"{self.field.source}.{self.direction}()"


Order: TypeAlias = OrderBy[R] | Sequence[OrderBy[R]]
"""What a list can be ordered by: one order, or several, the most significant first."""


def validate_orders(order_by: Order[R] | None, resource: str, vocabulary: str = "Q") -> list[OrderBy[R]]:
    """The orders, the most significant first; none for None.

    Args:
        order_by: one order, several or none.
        resource: what is to be ordered.
        vocabulary: what its vocabulary is called, for messages.

    Raises:
        FilterTypeError: if something is not an order of `resource`.
        FilterValueError: if a field occurs twice.
    """
    orders = [] if order_by is None else _listed(order_by)
    for order in orders:
        _require_order(order, vocabulary)
        if order.resource != resource:
            raise FilterTypeError(f"{order!r} orders {order.resource}; it cannot order {resource}")
    fields = [order.field for order in orders]
    for place, spec in enumerate(fields):
        if spec in fields[:place]:
            raise FilterValueError(f"order_by names {spec.source} twice; only its first place would count")
    return orders


def compile_order_by(order_by: Order[R] | None, resource: str) -> str:
    """The string for the API's `orderBy` parameter; empty for None. Raises what `validate_orders` raises.

    >>> from quentli_query import Q
    >>> compile_order_by([Q.name.asc(), Q.created_at.desc()], "customers")
    'name=asc&createdAt=desc'
    """
    return "&".join(map(str, validate_orders(order_by, resource)))


def _listed(order_by: Any) -> list[OrderBy[Any]]:
    if isinstance(order_by, str) or not hasattr(order_by, "__iter__"):
        return [cast("OrderBy[Any]", order_by)]
    return list(order_by)


def _require_order(thing: object, vocabulary: str) -> None:
    if not isinstance(thing, OrderBy):
        raise FilterTypeError(
            f"order_by: an order is expected here, such as {vocabulary}.created_at.desc(), or a list of "
            f"them, and not {shorten(thing)} ({type(thing).__name__}){_hint(thing, vocabulary)}"
        )


def _hint(thing: object, vocabulary: str) -> str:
    if isinstance(thing, str):
        return (
            f"; text becomes orders with parse_order_by(text{'' if vocabulary == 'Q' else f', {vocabulary}'})"
        )
    return f"; say in which direction: {thing!r}.asc() or {thing!r}.desc()" if hasattr(thing, "desc") else ""
