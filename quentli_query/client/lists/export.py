"""Tables of what a page or a scan iterates over. Need the extra `arrow`."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Iterator
from typing import Any


class _Source(ABC):
    __slots__ = ()

    @property
    @abstractmethod
    def model(self) -> Any:
        """Class of the records, such as `Customer`."""

    def _make_writer(self) -> Any:
        from ...tables.arrow_writer import ArrowWriter  # noqa: PLC0415 - most programs make no table

        return ArrowWriter(self.model)


class ArrowSource(_Source):
    """Records that libraries with Arrow, such as polars, pandas, duckdb and pyarrow, read directly."""

    __slots__ = ()

    @abstractmethod
    def __iter__(self) -> Iterator[Any]: ...

    @abstractmethod
    def _iterate_batches(self) -> Iterator[list[Any]]: ...

    def to_arrow(self) -> Any:
        """Return a table of what iterating gives. See `quentli_query.tables.arrow`.

        Raises what iterating raises; ModuleNotFoundError if pyarrow is not installed.
        """
        from ...tables import arrow  # noqa: PLC0415 - most programs make no table

        return arrow(self, self.model)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Return what iterating gives, page by page, as an Arrow C stream.

        An error while iterating becomes one of the library that reads the stream, with the text of ours.
        """
        return self._make_writer().open_reader(self._iterate_batches()).__arrow_c_stream__(requested_schema)


class AsyncArrowSource(_Source):
    """Async records that can be made a table."""

    __slots__ = ()

    @abstractmethod
    def _iterate_batches(self) -> AsyncIterator[list[Any]]: ...

    async def to_arrow(self) -> Any:
        """Return a table of what iterating gives. See `ArrowSource.to_arrow`."""
        writer = self._make_writer()
        return writer.build_table([writer.build_batch(records) async for records in self._iterate_batches()])
