"""Every exception of the library, so that one `except QuentliError` catches all of them."""

from __future__ import annotations


class QuentliError(Exception):
    """The base of everything that this library raises on purpose."""


class FilterError(QuentliError):
    """A filter or an order cannot be used as it stands. Raised before any request is made."""


class FilterTypeError(FilterError, TypeError):
    """Something that is not a filter of this resource stands where one is expected."""


class FilterValueError(FilterError, ValueError):
    """A value cannot be compared with its field: wrong type, no zone, not finite, null."""


class FilterTooLargeError(FilterError):
    """A filter is larger than what a server reads back as it was written.

    Attributes:
        limit: the name of the limit, as in `Limits`: `list_items`, `depth`, `pairs` or `url_bytes`.
        allowed: the largest value that the limit allows.
        actual: what the filter needs.
    """

    def __init__(self, message: str, *, limit: str, allowed: int, actual: int) -> None:
        super().__init__(message)
        self.limit = limit
        self.allowed = allowed
        self.actual = actual
