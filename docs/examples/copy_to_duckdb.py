"""Keep a copy of all customers in a DuckDB file. Each run goes on where the last one ended or was killed.

python copy_to_duckdb.py customers.duckdb

Needs QUENTLI_API_KEY, and: pip install 'quentli-query[arrow]' duckdb
"""

from __future__ import annotations

import sys
from datetime import timedelta
from itertools import islice

import duckdb
from quentli_client.models import Customer

from quentli_query import Q, Quentli
from quentli_query.tables import arrow

BATCH = 100


def prepare(database: duckdb.DuckDBPyConnection) -> None:
    """Create the tables. The columns are there before the first customer is."""
    database.register("empty", arrow([], Customer))
    database.execute("create table if not exists customers as from empty")
    database.execute("create table if not exists progress (cursor text)")


def store(database: duckdb.DuckDBPyConnection, customers: list[Customer], cursor: str | None) -> None:
    """Store customers and the cursor that covers them, together or not at all."""
    database.register("batch", arrow(customers, Customer))
    database.begin()
    database.execute("delete from customers where id in (select id from batch)")
    # A customer who changed while the batch was read is in it twice.
    last = "row_number() over (partition by id order by updated_at desc) = 1"
    database.execute(f"insert into customers from batch qualify {last}")
    database.execute("delete from progress")
    database.execute("insert into progress values (?)", [cursor])
    database.commit()


def main() -> None:
    with duckdb.connect(sys.argv[1]) as database, Quentli() as quentli:
        prepare(database)
        stored = database.execute("select cursor from progress").fetchone()
        changed = quentli.customers.scan(
            order_by=Q.updated_at.asc(), after=stored[0] if stored else None, lag=timedelta(minutes=5)
        )
        while batch := list(islice(changed, BATCH)):
            store(database, batch, changed.cursor)
        print(
            database.execute("select count(*) from customers").fetchall()[0][0], "customers in", sys.argv[1]
        )


if __name__ == "__main__":
    main()
