"""Keep a copy of all customers in an SQLite file. Each run goes on where the last one ended or was killed.

python copy_to_sqlite.py customers.sqlite

Each run asks for what changed since the run before. Records that the API removes stay in the copy.
Needs QUENTLI_API_KEY.
"""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from datetime import datetime, timedelta
from itertools import islice

from quentli_client.models import Customer

from quentli_query import Q, Quentli
from quentli_query.tables import columns, rows

BATCH = 100
NAMES = columns(Customer, flat=True)
INSERT = f"insert or replace into customers values ({', '.join('?' * len(NAMES))})"


def open_database(path: str) -> sqlite3.Connection:
    sqlite3.register_adapter(datetime, datetime.isoformat)
    database = sqlite3.connect(path)
    database.execute(f"create table if not exists customers ({', '.join(NAMES)}, primary key (id))")
    database.execute("create table if not exists progress (cursor)")
    return database


def main() -> None:
    with closing(open_database(sys.argv[1])) as database, Quentli() as quentli:
        stored = database.execute("select cursor from progress").fetchone()
        # The lag reads a little again, for changes that the server showed late.
        changed = quentli.customers.scan(
            order_by=Q.updated_at.asc(), after=stored[0] if stored else None, lag=timedelta(minutes=5)
        )
        reading = rows(changed, Customer, flat=True)
        while batch := [tuple(row.values()) for row in islice(reading, BATCH)]:
            # The records and the cursor that covers them are stored together, or not at all.
            with database:
                database.executemany(INSERT, batch)
                database.execute("delete from progress")
                database.execute("insert into progress values (?)", [changed.cursor])
        print(database.execute("select count(*) from customers").fetchone()[0], "customers in", sys.argv[1])


if __name__ == "__main__":
    main()
