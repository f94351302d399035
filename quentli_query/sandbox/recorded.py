"""What the sandbox remembers of a request."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from quentli_query.sandbox.faults import Fault


@attrs.frozen
class RecordedRequest:
    """A request that came in.

    Attributes:
        method: The HTTP method.
        path: The path, without the query.
        query: The query as it was received, percent-encoded and without the ``?``.
        filter: The where-object in ``filter``, decoded; None without one.
        order_by: The object in ``orderBy``, decoded; None without one.
        skip: How many records were to be passed over, 0 when left out; None if that could not be read.
        take: How many records were asked for at most, 20 when left out; None if that could not be read.
        status: The HTTP status of the answer; None if it was to be none.
        faults: The faults that the answer was given, in the order in which they were applied.
        body: The body as it was received; empty for GET and HEAD.
    """

    method: str
    path: str
    query: str
    filter: dict[str, Any] | None
    order_by: dict[str, Any] | None
    skip: int | None
    take: int | None
    status: int | None
    faults: tuple[Fault, ...] = ()
    body: bytes = b""
