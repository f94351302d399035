"""Scans, sync and async: iterators over a changing list that give each record once, and their cursors."""

from __future__ import annotations

import base64
import json
import math
from contextlib import aclosing, closing
from datetime import timedelta
from hashlib import sha256
from itertools import takewhile
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

from attrs import define, field, frozen

from ...errors import ClientStateError, ParameterError
from ...filters.literals import shorten
from .export import ArrowSource, AsyncArrowSource
from .keyset import START, InstantKey

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Generator

    from ..registry import ResourceSpec
    from .executor import TaskExecutor, ThreadExecutor
    from .pagination import Algorithm
    from .progress import Observe

R = TypeVar("R")

_VERSION = 1
_MILLISECOND = timedelta(milliseconds=1)


@define(eq=False)
class Cursor:
    """The place behind the last record handed out, for another process to go on from.

    Attributes:
        key: the key of the scan.
        question: what the scan asks for. The text of a cursor has only its digest.
        place: the key of the last record before the page; `START` before the first one.
        ids: the ids of the records handed out at that key.
        page: the records that are being handed out.
        position: how many of them have been.
    """

    key: InstantKey
    question: tuple[object, ...]
    place: float = START
    ids: set[str] = field(factory=set[str])
    page: list[Any] = field(factory=list[Any])
    position: int = 0

    def begin(self, page: list[Any]) -> None:
        """Move behind the records handed out, and to the beginning of a page."""
        records = self.page[: self.position]
        self.page, self.position = page, 0
        # Records that are read again move nothing.
        if records and (place := self.key.of(records[-1])) >= self.place:
            ids = {each.id for each in takewhile(lambda each: self.key.of(each) == place, reversed(records))}
            self.place, self.ids = place, ids if place > self.place else self.ids | ids

    def encode(self) -> str | None:
        """Return the cursor as text; None before the first record."""
        self.begin(self.page[self.position :])
        if self.place == START:
            return None
        content = [_VERSION, self._digest(), self.place, sorted(self.ids)]
        return base64.urlsafe_b64encode(json.dumps(content, separators=(",", ":")).encode()).decode()

    def restore(self, text: str | None, lag: timedelta | None) -> tuple[float, set[str]]:
        """Move to the place of a cursor, and return the place to read from and the ids to leave out there.

        Raises:
            ParameterError: if the text is no cursor, or one of another scan, or the lag is no length of time.
        """
        if text is not None:
            self.place, self.ids = self._decode(text)
        if lag is None:
            return self.place, self.ids
        if not isinstance(lag, timedelta) or lag < timedelta():  # pyright: ignore[reportUnnecessaryIsInstance]
            raise ParameterError(f"lag={shorten(lag)}: it is a length of time, such as timedelta(minutes=5)")
        return self.place - math.ceil(lag / _MILLISECOND), set()

    def _digest(self) -> str:
        return sha256("\n".join(map(repr, self.question)).encode()).hexdigest()[:16]

    def _decode(self, text: str) -> tuple[int, set[str]]:
        try:
            version, question, place, ids = json.loads(base64.urlsafe_b64decode(text))
            found = int(place), set(map(str, ids))
        except (TypeError, ValueError, OverflowError, RecursionError):
            version, question, found = None, None, (0, set[str]())
        if version != _VERSION:
            problem = "it is no cursor" if version is None else "another version of the library made it"
            raise ParameterError(f"after={shorten(text)}: {problem}. Give the cursor of a scan as it was")
        if question != self._digest():
            raise ParameterError(
                f"after={shorten(text)}: the cursor is of a scan of another list, filter or order. Give the "
                f"filter and order_by of that scan, or leave out after to begin anew"
            )
        return found


@frozen(repr=False, eq=False)
class ScanPage(Generic[R]):
    """Records that a scan is about to hand out, for `on_page`."""

    data: list[R]


class _BaseScan(Generic[R]):
    def __init__(
        self, records: Generator[R] | AsyncGenerator[R], cursor: Cursor, resource: ResourceSpec
    ) -> None:
        self._records: Any = records
        self._cursor, self._resource = cursor, resource
        self._is_aborted = False

    @property
    def cursor(self) -> str | None:
        """The place behind the last record handed out, for `scan(after=...)`; None before the first record.

        Opaque text. Store it after you have stored the record. It holds a version, a digest of the filter and
        the order, the last instant, and the ids of the records that were handed out at that instant.
        """
        return self._cursor.encode()

    def _build_closed_error(self) -> ClientStateError:
        return ClientStateError("the client of this scan was closed; go on from its cursor with another")


class Scan(_BaseScan[R], ArrowSource):
    """An iterator over the records of a list, each once. It goes through them one time.

    It requests pages until its end, until it or its client is closed, or until nothing refers to it.

    >>> from quentli_query import Quentli
    >>> from quentli_query.sandbox import Sandbox
    >>> with Sandbox(customers=3) as sandbox, Quentli(sandbox.api_key, base_url=sandbox.url) as quentli:
    ...     first = quentli.customers.scan()
    ...     seen = [next(first).id]
    ...     seen += [customer.id for customer in quentli.customers.scan(after=first.cursor)]
    ...     len(seen), len(set(seen))
    (3, 3)
    """

    _records: Generator[R]

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> R:
        if self._is_aborted:
            raise self._build_closed_error()
        record = next(self._records)
        self._cursor.position += 1
        return record

    def close(self) -> None:
        """End the scan, without waiting for its requests. The cursor stays."""
        self._records.close()

    def abort(self) -> None:
        """End the scan because its client is closed, so that it can't be taken for complete."""
        self._is_aborted = True
        self.close()


class AsyncScan(_BaseScan[R], AsyncArrowSource):
    """An async iterator over the records of a list, each once. See `Scan`."""

    _records: AsyncGenerator[R]

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> R:
        if self._is_aborted:
            raise self._build_closed_error()
        record = await anext(self._records)
        self._cursor.position += 1
        return record

    async def aclose(self) -> None:
        """End the scan, and cancel its requests. The cursor stays."""
        await self._records.aclose()

    async def abort(self) -> None:
        """End the scan because its client is closed. See `Scan.abort`."""
        self._is_aborted = True
        await self.aclose()


# These don't refer to the scan: in a circle, the garbage collector would end them, in any thread.


def iterate_records(
    executor: ThreadExecutor[R], algorithm: Algorithm[None], cursor: Cursor, observe: Observe
) -> Generator[R]:
    """Carry out a scan, yield its records, and move its cursor page by page."""
    with observe() as notify, closing(executor.iterate(algorithm)) as pages:
        for emitted in pages:
            page = ScanPage(emitted.request.drop_mismatches(emitted.result))
            notify(page)
            cursor.begin(page.data)
            yield from page.data


async def iterate_records_async(
    executor: TaskExecutor[R], algorithm: Algorithm[None], cursor: Cursor, observe: Observe
) -> AsyncGenerator[R]:
    """Carry out a scan. See `iterate_records`."""
    with observe() as notify:
        async with aclosing(executor.iterate(algorithm)) as pages:
            async for emitted in pages:
                page = ScanPage(emitted.request.drop_mismatches(emitted.result))
                notify(page)
                cursor.begin(page.data)
                for record in page.data:
                    yield record
