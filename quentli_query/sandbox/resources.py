"""Resources of the API, and the paths of its operations."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final, TypeAlias
from urllib.parse import unquote

import attrs
from quentli_resources.registry import LISTS, OPERATIONS, ListEntry

from .column_types import ColumnType, find_type

Record: TypeAlias = "Mapping[str, Any]"


@attrs.frozen
class Resource:
    """A resource of the API that has a list.

    Attributes:
        name: its name, and that of its table.
        path: the path of its list. A record is one level below, by its id.
        record_name: the name of one record in messages.
        columns: the fields that can be filtered and ordered by.
        flags: the columns of fields that the API computes and no record has, such as `noPayments`; empty
            where the sandbox can't compute the field, which is null then.
        relations: the fields through which a filter reaches the customer of a record.
        retrievable: whether a single record can be asked for.
    """

    name: str
    path: str
    record_name: str
    columns: Mapping[str, ColumnType]
    flags: Mapping[str, str] = attrs.field(factory=dict[str, str])
    relations: tuple[str, ...] = ()
    retrievable: bool = True

    def encode(self, record: Record) -> dict[str, Any]:
        """Return the values in all columns.

        Raises:
            ValueError: if a value is not of its column's type.
        """
        return {name: self._encode_value(name, record.get(name)) for name in self.columns}

    def _encode_value(self, name: str, value: object) -> object:
        try:
            return None if value is None else self.columns[name].encode(value)
        except ValueError as error:
            raise ValueError(f"{name}={value!r} is {error}") from None


def _build_resource(entry: ListEntry) -> Resource:
    name = entry["name"]
    return Resource(
        name,
        entry["path"],
        entry["noun"],
        {key: find_type(values) for key, values in entry["columns"].items()},
        {flag: _FLAGS.get((name, flag), "") for flag in entry["flags"]},
        entry["relations"],
        retrievable=entry["get_operation"] is not None,
    )


# The columns of the flags that the sandbox computes.
_FLAGS: Final = {("customers", "noPayments"): "_never_paid"}

RESOURCES: Final = {name: _build_resource(entry) for name, entry in LISTS.items()}

_PATTERNS: Final = {path: re.compile(re.sub(r"{(\w+)}", r"(?P<\1>[^/]+)", path)) for path in OPERATIONS}


def find_path(raw_path: str) -> tuple[str, dict[str, str]] | None:
    """Return the path of `OPERATIONS` for a request, and the values in its braces; None for other paths.

    >>> find_path("/v1/customers/a%2Fb")
    ('/v1/customers/{id}', {'id': 'a/b'})

    Args:
        raw_path: the path of the request, percent-encoded. An encoded slash is part of a segment.
    """
    for path, pattern in _PATTERNS.items():
        match = pattern.fullmatch(raw_path)
        if match:
            return path, {name: unquote(value) for name, value in match.groupdict().items()}
    return None
