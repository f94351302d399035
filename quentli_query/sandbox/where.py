"""Compiler from the query of a list request to SQL.

Where-objects mean what they mean for Prisma: siblings are joined by AND, `OR` takes a list, `AND` and `NOT` a
list or one object, and a bare value means `equals`. Nothing here is shared with the library's own language of
filters, so that the two can be compared.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import repeat
from typing import TYPE_CHECKING, Final

import attrs

from .column_types import BOOLEAN, INSTANT, WILDCARD_PARTS, ColumnType
from .resources import RESOURCES, Resource
from .responses import InvalidRequestError, Issue, Path, build_key_issue, build_type_issue

if TYPE_CHECKING:
    from .column_types import SqlValue
    from .query import Query, Where

# How each group joins its members and negates them, and whether it takes one object instead of a list.
_GROUPS: Final = {"AND": ("AND", "", True), "OR": ("OR", "", False), "NOT": ("OR", "NOT ", True)}
_LISTS: Final = {"in": "", "notIn": "NOT "}
_IF_EMPTY: Final = {"AND": "1", "OR": "0"}

# PostgreSQL takes null for greater than any value: last when ascending, first when descending.
_DIRECTIONS: Final = {"asc": "ASC NULLS LAST", "desc": "DESC NULLS FIRST"}

# Microseconds behind the milliseconds of a record's instants, where the server has them.
MICROSECONDS: Final = "(t._position * 137 % 1000)"


def compile_list(resource: Resource, query: Query) -> tuple[str, dict[str, SqlValue]]:
    """Compile the query of a list request to a SELECT statement and its parameters.

    The statement gives the position of each record on the page, and the microseconds behind its instants.

    Raises:
        InvalidRequestError: if anything is wrong with the query; the error lists all of it.
    """
    compiler, table = _Compiler(query), _Table(resource, "t")
    where = compiler.compile_where(query.where or {}, table, ("filter",))
    order = compiler.compile_order(query.order or {}, table)
    issues = (*query.issues, *compiler.issues)
    if issues:
        raise InvalidRequestError(issues)
    microseconds = MICROSECONDS if query.microseconds else "0"
    sql = (
        f'SELECT t._position, {microseconds} FROM "{resource.name}" AS t WHERE t._listed AND {where} '
        f"ORDER BY {order} LIMIT :take OFFSET :skip"
    )
    return sql, {**compiler.parameters, "take": query.take, "skip": query.skip}


@attrs.frozen
class _Table:
    """A table under its alias in the statement."""

    resource: Resource
    alias: str


@attrs.frozen
class _Column:
    """A column as it is written in the statement."""

    sql: str
    type: ColumnType


class _Compiler:
    def __init__(self, query: Query) -> None:
        self.issues: list[Issue] = []
        self.parameters: dict[str, SqlValue] = {}
        self._query = query

    def compile_where(self, where: Where, table: _Table, path: Path) -> str:
        if not isinstance(where, dict):
            return self._report(build_type_issue(path, "object", where))
        return _join("AND", [self._compile_entry(*each, table, (*path, each[0])) for each in where.items()])

    def _compile_entry(self, key: str, value: Where, table: _Table, path: Path) -> str:
        resource = table.resource
        if key in _GROUPS:
            return self._compile_group(key, value, table, path)
        if key in resource.flags:
            column = resource.flags[key]
            flag = _Column(f"{table.alias}.{column}" if column else "NULL", BOOLEAN)
            return self._compile_comparison(flag, "equals", value, path)
        if key in resource.columns:
            return self._compile_field(self._find_column(key, table), value, path)
        if key in resource.relations:
            customer = self.compile_where(value, _CUSTOMERS, path)
            return (
                f"EXISTS (SELECT 1 FROM customers AS c WHERE c._id = {table.alias}._customer AND {customer})"
            )
        return self._report(build_key_issue(path, "field"))

    def _compile_group(self, key: str, value: Where, table: _Table, path: Path) -> str:
        operator, negation, takes_one = _GROUPS[key]
        if isinstance(value, list):
            members = [self.compile_where(each, table, (*path, n)) for n, each in enumerate(value)]
        # A list too long for qs is an object with the indices as keys.
        elif takes_one and not (isinstance(value, dict) and any(map(str.isdecimal, value))):
            members = [self.compile_where(value, table, path)]
        else:
            return self._report(build_type_issue(path, "array", value))
        return negation + _join(operator, members)

    def _compile_field(self, column: _Column, value: Where, path: Path) -> str:
        if not isinstance(value, dict):
            return self._compile_comparison(column, "equals", value, path)
        return _join("AND", [self._compile_operation(column, *each, path) for each in value.items()])

    def _compile_operation(self, column: _Column, name: str, operand: Where, path: Path) -> str:
        path = (*path, name)
        if name == "not":
            return f"NOT {self._compile_field(column, operand, path)}"
        if name in _LISTS and column.type.takes_lists:
            return _LISTS[name] + self._compile_members(column, operand, path)
        if name in column.type.comparisons:
            return self._compile_comparison(column, name, operand, path)
        return self._report(build_key_issue(path, f"operator for {column.type.name} fields"))

    def _compile_members(self, column: _Column, operand: Where, path: Path) -> str:
        if not isinstance(operand, list):
            return self._report(build_type_issue(path, "array", operand))
        places = ((*path, number) for number in range(len(operand)))
        members = map(self._compile_comparison, repeat(column), repeat("equals"), operand, places)
        return _join("OR", list(members))

    def _compile_comparison(self, column: _Column, name: str, operand: Where, path: Path) -> str:
        if not isinstance(operand, str):
            return self._report(build_type_issue(path, column.type.name, operand))
        try:
            value = column.type.parse(operand)
        except ValueError as error:
            return self._report(Issue(path, f"invalid_{column.type.name}", f"{operand!r} is {error}"))
        parameter = f"p{len(self.parameters)}"
        self.parameters[parameter] = value
        comparisons = column.type.comparisons | (WILDCARD_PARTS if self._query.wildcards else {})
        return f"({comparisons[name].format(column=column.sql, value=f':{parameter}')})"

    def compile_order(self, order: Mapping[str, Where], table: _Table) -> str:
        keys = [self._compile_key(*each, table) for each in order.items()]
        seed = self._query.tie_seed
        # Remainders of a prime: another permutation for every seed.
        ties = "t._position" if seed is None else f"t._position * {seed} % 2147483647"
        return ", ".join([*keys, ties])

    def _compile_key(self, field: str, direction: Where, table: _Table) -> str:
        path = ("orderBy", field)
        if field not in table.resource.columns:
            return self._report(build_key_issue(path, "field"))
        if not isinstance(direction, str):
            return self._report(build_type_issue(path, "'asc' or 'desc'", direction))
        if direction not in _DIRECTIONS:
            message = f"Expected 'asc' or 'desc', received {direction!r}"
            return self._report(Issue(path, "invalid_enum_value", message))
        column = self._find_column(field, table).sql
        # No record is without an id, and without a word about null an index can have the order.
        return f"{column} {direction}" if field == "id" else f"{column} {_DIRECTIONS[direction]}"

    def _find_column(self, field: str, table: _Table) -> _Column:
        column_type, sql = table.resource.columns[field], f'{table.alias}."{field}"'
        precise = self._query.microseconds and column_type is INSTANT
        return _Column(f"({sql} + {MICROSECONDS})" if precise else sql, column_type)

    def _report(self, issue: Issue) -> str:
        self.issues.append(issue)
        return "NULL"


_CUSTOMERS = _Table(RESOURCES["customers"], "c")


def _join(operator: str, members: list[str]) -> str:
    return f"({f' {operator} '.join(members)})" if members else _IF_EMPTY[operator]
