"""Contains some shared types for properties"""

import datetime
from collections.abc import Iterator, Mapping, MutableMapping
from http import HTTPStatus
from reprlib import recursive_repr
from typing import IO, Any, BinaryIO, ClassVar, Generic, Literal, TypeVar

from attrs import define, fields


class Unset:
    """Type of `UNSET`, a field or argument that is left out. `UNSET` is its only instance."""

    _instance: ClassVar["Unset | None"] = None

    def __new__(cls) -> "Unset":
        if cls._instance is None:
            cls._instance = super().__new__(cls)
        return cls._instance

    def __repr__(self) -> str:
        return "UNSET"

    def __reduce__(self) -> str:
        # The name of the instance in this module, so that copies and pickles give the instance itself.
        return "UNSET"

    def __bool__(self) -> Literal[False]:
        return False


UNSET: Unset = Unset()

# The types that `httpx.Client(files=)` can accept, copied from that library.
FileContent = IO[bytes] | bytes | str
FileTypes = (
    # (filename, file (or bytes), content_type)
    tuple[str | None, FileContent, str | None]
    # (filename, file (or bytes), content_type, headers)
    | tuple[str | None, FileContent, str | None, Mapping[str, str]]
)
RequestFiles = list[tuple[str, FileTypes]]


@define
class File:
    """Contains information for file uploads"""

    payload: BinaryIO
    file_name: str | None = None
    mime_type: str | None = None

    def to_tuple(self) -> FileTypes:
        """Return a tuple representation that httpx will accept for multipart/form-data"""
        return self.file_name, self.payload, self.mime_type


SECRETS = frozenset({"otp", "password", "secret", "token"})


def is_secret(name: str) -> bool:
    """Return whether a field of this name, such as `refresh_token`, holds a secret, which is never shown."""
    return name.rpartition("_")[2] in SECRETS


class Record:
    """Base of all models. The repr leaves out unset fields, and hides secrets as '***'."""

    __slots__ = ()

    # Python would otherwise iterate with `record[0]`.
    __iter__ = None

    @recursive_repr()
    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={value!r}" for name, value in self.__rich_repr__())
        return f"{type(self).__name__}({shown})"

    def __rich_repr__(self) -> Iterator[tuple[str, Any]]:
        model: Any = type(self)
        for field in fields(model):
            value = getattr(self, field.name, UNSET)
            if isinstance(value, str) and is_secret(field.name):
                value = "***"
            if value is not UNSET and (value or field.name != "additional_properties"):
                yield field.name, value

    def to_row(self, flat: bool = False) -> dict[str, Any]:
        """Return the fields as a row of a table. See `quentli_query.tables.rows`."""
        from quentli_query.tables import rows  # not needed by programs that make no tables

        return next(rows([self], flat=flat))

    def _repr_html_(self) -> str:
        from quentli_query.tables.notebook import format_record

        return format_record(self)


def format_instant(value: datetime.datetime, field: str) -> str:
    """Format a datetime as the API does: `2025-01-10T12:00:00.000Z`

    Microseconds are written only if there are any.

    Args:
        value: A datetime with a zone.
        field: The attribute or parameter that has it, for messages.

    Raises:
        TypeError: If it is no datetime.
        ValueError: If it has no zone, or is out of range in UTC.
    """
    if not isinstance(value, datetime.datetime):
        raise TypeError(f"{field}: a datetime is needed, and this is a {type(value).__name__}")
    if value.utcoffset() is None:
        raise ValueError(
            f"{field}: a datetime without a zone; give it one, for example datetime(..., tzinfo=UTC)"
        )
    try:
        utc = value.astimezone(datetime.UTC).replace(tzinfo=None)
    except OverflowError:
        raise ValueError(
            f"{field}: {value} is out of range in UTC; give an instant in years 1 to 9999"
        ) from None
    return utc.isoformat(timespec="microseconds" if utc.microsecond % 1000 else "milliseconds") + "Z"


T = TypeVar("T")


@define
class Response(Generic[T]):
    """A response from an endpoint"""

    status_code: HTTPStatus
    content: bytes
    headers: MutableMapping[str, str]
    parsed: T | None


__all__ = ["UNSET", "File", "FileTypes", "Record", "RequestFiles", "Response", "Unset", "format_instant"]
