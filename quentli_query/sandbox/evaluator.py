"""Reads a where-object, as it comes out of qs, into a condition on records.

Prisma's meaning: siblings are ANDed, ``OR`` takes a list, ``AND`` and ``NOT`` a list or one object, a bare
value means ``equals``. This shares nothing with the library's own language of filters, so that the two can be
held against each other.
"""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from quentli_query.sandbox.issues import Issue, Path, unknown_key, wrong_type
from quentli_query.sandbox.kinds import BOOLEAN, Kind
from quentli_query.sandbox.logic import Condition, Record, Truth, all_of, any_of, faulty, none_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

Where: TypeAlias = "str | list[Where] | dict[str, Where]"


@attrs.frozen
class Schema:
    """What can be asked of the records of one resource.

    Attributes:
        columns: The fields that can be filtered and ordered by, with their types.
        flags: The computed ones, which no record carries and which are true or false of every record.
        relations: Other records that can be asked about through one of these.
    """

    columns: Mapping[str, Kind]
    flags: Mapping[str, Callable[[Record], bool]] = attrs.field(factory=dict[str, "Callable[[Record], bool]"])
    relations: Mapping[str, Relation] = attrs.field(factory=dict[str, "Relation"])


@attrs.frozen
class Relation:
    """The way from a record to one of another resource.

    Attributes:
        schema: What can be asked of the other one.
        of: Returns the other one; None if there is none.
    """

    schema: Schema
    of: Callable[[Record], Record | None]


def compile_where(where: Where, schema: Schema, path: Path = ("filter",)) -> Condition:
    """Return the condition that a where-object stands for, with all the faults in it.

    Args:
        where: The decoded object.
        schema: What the object may speak of.
        path: Where in the request it stands, for the issues.
    """
    if not isinstance(where, dict):
        return faulty(wrong_type(path, "object", where))
    return all_of(_entry(key, value, schema, (*path, key)) for key, value in where.items())


def _entry(key: str, value: Where, schema: Schema, path: Path) -> Condition:
    if key in _GROUPS:
        return _group(_GROUPS[key], value, schema, path)
    if key in schema.flags:
        return _compare(_Asked(schema.flags[key], BOOLEAN), "equals", value, path)
    if key in schema.columns:
        return _field(_Asked(operator.methodcaller("get", key), schema.columns[key]), value, path)
    if key in schema.relations:
        return _related(schema.relations[key], value, path)
    return faulty(unknown_key(path, "field"))


@attrs.frozen
class _Group:
    combine: Callable[[Iterable[Condition]], Condition]
    takes_one: bool


_GROUPS = {"AND": _Group(all_of, True), "OR": _Group(any_of, False), "NOT": _Group(none_of, True)}


def _group(group: _Group, value: Where, schema: Schema, path: Path) -> Condition:
    if isinstance(value, list):
        return group.combine(compile_where(member, schema, (*path, n)) for n, member in enumerate(value))
    if not group.takes_one or _is_spilled_list(value):
        return faulty(wrong_type(path, "array", value))
    return group.combine([compile_where(value, schema, path)])


def _is_spilled_list(value: Where) -> bool:
    """Return whether this was a list too long for qs, which makes it an object with the indices as keys."""
    return isinstance(value, dict) and any(key.isdecimal() for key in value)


def _related(relation: Relation, value: Where, path: Path) -> Condition:
    condition = compile_where(value, relation.schema, path)

    def test(record: Record) -> Truth:
        other = relation.of(record)
        # A condition on a record that is not there does not hold, whatever it is.
        return Truth.NO if other is None else condition.test(other)

    return Condition(test, condition.issues)


@attrs.frozen
class _Asked:
    """What is asked about: how a record's value is found, as on the wire, and the type that it has."""

    find: Callable[[Record], Any]
    kind: Kind


def _field(asked: _Asked, value: Where, path: Path) -> Condition:
    if isinstance(value, dict):
        return all_of(_operation(asked, name, operand, (*path, name)) for name, operand in value.items())
    return _compare(asked, "equals", value, path)


def _operation(asked: _Asked, name: str, operand: Where, path: Path) -> Condition:
    if name == "not":
        return none_of([_field(asked, operand, path)])
    if name in _LISTS and asked.kind.lists:
        return _members(_LISTS[name], asked, operand, path)
    if name in asked.kind.comparisons:
        return _compare(asked, name, operand, path)
    return faulty(unknown_key(path, f"operator for {asked.kind.name} fields"))


_LISTS = {"in": any_of, "notIn": none_of}


def _members(
    combine: Callable[[Iterable[Condition]], Condition], asked: _Asked, operand: Where, path: Path
) -> Condition:
    if not isinstance(operand, list):
        return faulty(wrong_type(path, "array", operand))
    return combine(_compare(asked, "equals", item, (*path, n)) for n, item in enumerate(operand))


def _compare(asked: _Asked, comparison: str, operand: Where, path: Path) -> Condition:
    kind = asked.kind
    if not isinstance(operand, str):
        return faulty(wrong_type(path, kind.name, operand))
    try:
        wanted = kind.parse(operand)
    except ValueError as error:
        return faulty(Issue(path, f"invalid_{kind.name}", f"{operand!r} is {error}"))
    return Condition(_comparison(asked.find, kind.read, kind.comparisons[comparison], wanted))


def _comparison(
    find: Callable[[Record], Any],
    read: Callable[[Any], Any],
    holds: Callable[[Any, Any], bool],
    wanted: Any,
) -> Callable[[Record], Truth]:
    # Asked most of all: of every record, once for every alternative. The names are closer than attributes.
    yes, no, unknown = Truth.YES, Truth.NO, Truth.UNKNOWN

    def test(record: Record) -> Truth:
        value = find(record)
        if value is None:
            return unknown
        return yes if holds(read(value), wanted) else no

    return test
