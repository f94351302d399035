"""Tables of what a page or a scan iterates over. Need the extra `arrow`."""

from __future__ import annotations

from abc import ABC, abstractmethod
from itertools import islice
from typing import TYPE_CHECKING, Any

from quentli_resources.registry import MAX_TAKE

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from ..registry import ResourceSpec


class _Source:
    __slots__ = ()

    _resource: ResourceSpec

    @property
    def model(self) -> Any:
        """Class of the records, such as `Customer`."""
        return self._resource.page_model

    def _make_writer(self) -> Any:
        from ...tables.arrow_writer import ArrowWriter  # noqa: PLC0415 - most programs make no table

        return ArrowWriter(self.model)


class ArrowSource(_Source, ABC):
    """Records that libraries with Arrow, such as polars, pandas, duckdb and pyarrow, read directly."""

    __slots__ = ()

    @abstractmethod
    def __iter__(self) -> Iterator[Any]: ...

    def _iterate_batches(self) -> Iterator[list[Any]]:
        records = iter(self)
        while batch := list(islice(records, MAX_TAKE)):
            yield batch

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


class AsyncArrowSource(_Source, ABC):
    """Async records that can be made a table."""

    __slots__ = ()

    @abstractmethod
    def __aiter__(self) -> AsyncIterator[Any]: ...

    async def to_arrow(self) -> Any:
        """Return a table of what iterating gives. See `ArrowSource.to_arrow`."""
        writer = self._make_writer()
        batches: list[Any] = []
        records: list[Any] = []
        async for record in self:
            records.append(record)
            if len(records) == MAX_TAKE:
                batches.append(writer.build_batch(records))
                records = []
        return writer.build_table([*batches, writer.build_batch(records)])
