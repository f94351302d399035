"""Scans, sync and async: iterators over a changing list that give each record once."""

from __future__ import annotations

from contextlib import aclosing, closing
from typing import TYPE_CHECKING, Generic, Self, TypeVar

from attrs import frozen

from .verification import drop_mismatches

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Generator

    from .cursor import Cursor
    from .executor import TaskExecutor, ThreadExecutor
    from .pagination import Algorithm
    from .progress import Observe

R = TypeVar("R")


@frozen(repr=False, eq=False)
class ScanPage(Generic[R]):
    """Records that a scan is about to hand out, for `on_page`."""

    data: list[R]


class _BaseScan(Generic[R]):
    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor

    @property
    def cursor(self) -> str | None:
        """The place behind the last record handed out, for `scan(after=...)`; None before the first record.

        Opaque text. Store it after you have stored the record. It holds a digest of the filter and the order,
        and the ids of the records that were handed out at the last instant.
        """
        return self._cursor.encode()


class Scan(_BaseScan[R]):
    """An iterator over the records of a list, each once. It goes through them one time.

    Leaving the loop early leaves requests running until the scan is closed, or nothing refers to it.
    """

    def __init__(
        self, executor: ThreadExecutor[R], algorithm: Algorithm[None], cursor: Cursor, observe: Observe
    ) -> None:
        super().__init__(cursor)
        self._records = self._iterate(executor, algorithm, observe)

    def _iterate(
        self, executor: ThreadExecutor[R], algorithm: Algorithm[None], observe: Observe
    ) -> Generator[R]:
        with observe() as notify, closing(executor.iterate(algorithm)) as pages:
            for emitted in pages:
                page = ScanPage(drop_mismatches(emitted.result, emitted.request))
                notify(page)
                yield from page.data

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> R:
        record = next(self._records)
        self._cursor.advance(record)
        return record

    def close(self) -> None:
        """End the scan, and wait for its requests. The cursor stays."""
        self._records.close()


class AsyncScan(_BaseScan[R]):
    """An async iterator over the records of a list, each once. See `Scan`."""

    def __init__(
        self, executor: TaskExecutor[R], algorithm: Algorithm[None], cursor: Cursor, observe: Observe
    ) -> None:
        super().__init__(cursor)
        self._records = self._iterate(executor, algorithm, observe)

    async def _iterate(
        self, executor: TaskExecutor[R], algorithm: Algorithm[None], observe: Observe
    ) -> AsyncGenerator[R]:
        with observe() as notify:
            async with aclosing(executor.iterate(algorithm)) as pages:
                async for emitted in pages:
                    page = ScanPage(drop_mismatches(emitted.result, emitted.request))
                    notify(page)
                    for record in page.data:
                        yield record

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> R:
        record = await anext(self._records)
        self._cursor.advance(record)
        return record

    async def aclose(self) -> None:
        """End the scan, and cancel its requests. The cursor stays."""
        await self._records.aclose()
