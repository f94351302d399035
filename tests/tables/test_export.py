"""Pages and scans as tables, in the libraries that people use."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from support.resources import Resource, every_resource

from quentli_query import AsyncQuentli, PaymentQ, Q, Quentli
from quentli_query.sandbox import Sandbox
from quentli_query.tables import arrow, columns

pyarrow = pytest.importorskip("pyarrow", reason="the data libraries are not installed")
NOBODY = Q.name == "Nobody"


READERS: dict[str, Callable[[Any, Any], Any]] = {
    "polars": lambda polars, source: polars.DataFrame(source).to_arrow(),
    "pandas": lambda pandas, source: pyarrow.Table.from_pandas(pandas.DataFrame.from_arrow(source)),
    "duckdb": lambda duckdb, source: duckdb.sql("from source").to_arrow_table(),
    "pyarrow": lambda _, source: pyarrow.table(source),
}


@pytest.mark.parametrize("library", READERS)
@pytest.mark.parametrize(("filter_", "number"), [(None, 250), (NOBODY, 0)], ids=["all", "none"])
def test_libraries_read_pages_and_scans(library: str, filter_: Any, number: int, quentli: Quentli) -> None:
    module, customers = pytest.importorskip(library), quentli.customers
    for source in (customers.list(filter_), customers.scan(filter_), customers.list(filter_).to_arrow()):
        table = READERS[library](module, source)
        assert (table.column_names, table.num_rows) == (columns(customers.list(filter_)), number)


@every_resource
def test_tables_of_every_list(resource: Resource, quentli: Quentli) -> None:
    listed = getattr(quentli, resource.name)
    records = list(listed.list())
    table = arrow(records, resource.listed)
    assert listed.list().to_arrow() == table
    assert listed.scan().to_arrow().sort_by("id") == table.sort_by("id")


def test_a_batch_is_a_page_and_pages_make_no_record_twice(quentli: Quentli) -> None:
    page = quentli.customers.list(take=40)
    batches = [batch.num_rows for batch in pyarrow.RecordBatchReader.from_stream(page)]
    assert batches == [40] * 6 + [10]
    parts = [arrow(each.data) for each in page.pages()]
    assert pyarrow.concat_tables(parts) == page.to_arrow() == arrow(page)


def test_parquet_keeps_types(quentli: Quentli, tmp_path: Any) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    table = quentli.payments.list(PaymentQ.is_completed.is_true()).to_arrow()
    parquet.write_table(table, tmp_path / "payments.parquet")
    assert parquet.read_table(tmp_path / "payments.parquet") == table
    assert str(table.schema.field("created_at").type) == "timestamp[ms, tz=UTC]"
    assert str(table.schema.field("amount").type) == "int64"


def test_async_pages_and_scans(sandbox: Sandbox, quentli: Quentli) -> None:
    async def read() -> list[Any]:
        async with AsyncQuentli(base_url=sandbox.url, api_key=sandbox.api_key) as client:
            page = await client.customers.list()
            return [await source.to_arrow() for source in (page, client.customers.scan())]

    by_page, by_scan = asyncio.run(read())
    assert by_page == quentli.customers.list().to_arrow()
    assert by_scan == quentli.customers.scan().to_arrow()


def test_a_scan_made_a_table_has_a_cursor_behind_its_last_record(quentli: Quentli) -> None:
    scan = quentli.customers.scan()
    table = scan.to_arrow()
    assert table.num_rows == 250
    assert quentli.customers.scan(after=scan.cursor).to_arrow().num_rows == 0
