"""A program that copies the customers of a sandbox into SQLite, and goes on where it was killed."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from datetime import timedelta

from quentli_query import Q, Quentli


def main(url: str, api_key: str, database: str) -> None:
    """Copy until nothing is new. Print a line for each customer."""
    with closing(sqlite3.connect(database)) as copy, Quentli(api_key, base_url=url) as quentli:
        copy.execute("CREATE TABLE IF NOT EXISTS customers (id PRIMARY KEY, name)")
        copy.execute("CREATE TABLE IF NOT EXISTS cursors (id PRIMARY KEY, cursor)")
        (after,) = copy.execute("SELECT max(cursor) FROM cursors").fetchone()
        scan = quentli.customers.scan(
            order_by=Q.updated_at.asc(), after=after, lag=timedelta(seconds=2), take=20, prefetch=8
        )
        for customer in scan:
            with copy:
                copy.execute("REPLACE INTO customers VALUES (?, ?)", (customer.id, customer.name))
                copy.execute("REPLACE INTO cursors VALUES (1, ?)", (scan.cursor,))
            print(customer.id, flush=True)  # noqa: T201 - tells how far the copy is


if __name__ == "__main__":
    main(*sys.argv[1:])
