"""Records in SQLite: a table for each resource, with a column for each field that filters and orders use."""

from __future__ import annotations

import contextlib
import re
import sqlite3
import threading
import weakref
import zlib
from typing import TYPE_CHECKING, Any, Final

from .resources import RESOURCES, Resource
from .responses import dump_json
from .where import compile_list

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Mapping, Sequence

    from .query import Query
    from .resources import Record

# Of every record: its place in the order of creation, its id and JSON as sent, whether its list has it, and
# the id of its customer. Of customers also: whether they never paid, and whether their bills exist already.
_OWN_COLUMNS: Final = (
    "_position INTEGER PRIMARY KEY AUTOINCREMENT, _id BLOB UNIQUE NOT NULL, _json BLOB NOT NULL, "
    "_listed INTEGER NOT NULL, _customer BLOB, _never_paid INTEGER NOT NULL, _billed INTEGER NOT NULL"
)
# Lists are nearly always ordered by one of these. An index has all that it takes to skip records.
_INDEXED: Final = (
    "_position, _customer",
    '"createdAt", _position',
    '"createdAt" DESC, _position',
    '"createdAt", "id", _position',
)

UNIQUE: Final = ("username", "email", "phoneNumber")
"""The fields that no two customers of an organization may share."""

_END_OF_INSTANT: Final = re.compile(rb'(?<=:\d\d\.\d{3})Z"')


def _build_schema() -> str:
    # One row, with what must be known of the records when the database is opened again.
    statements = ["CREATE TABLE facts (json TEXT NOT NULL)"]
    for name, resource in RESOURCES.items():
        columns = ", ".join(f'"{column}"' for column in resource.columns)
        statements.append(f'CREATE TABLE "{name}" ({_OWN_COLUMNS}, {columns})')
        statements.append(f'CREATE INDEX "{name}_customer" ON "{name}" (_customer)')
        statements.extend(
            f'CREATE INDEX "{name}_{number}" ON "{name}" ({columns}) WHERE _listed'
            for number, columns in enumerate(_INDEXED)
        )
    # Every customer that is created or changed is compared with all others by these.
    statements.extend(f'CREATE INDEX "customers_{field}" ON customers ("{field}")' for field in UNIQUE)
    # Every request for bills asks for these, of which there are mostly none.
    statements.append("CREATE INDEX customers_unbilled ON customers (_position) WHERE NOT _billed")
    return ";\n".join(statements)


_SCHEMA: Final = _build_schema()
_VERSION: Final = zlib.crc32(_SCHEMA.encode()) & 0x7FFFFFFF


class Store:
    """A database of records. All of it may be used from any thread.

    Args:
        database: the path of a file that keeps the records, created if there is none. In memory if None.

    Raises:
        ValueError: if the file cannot be opened, is no database, or one of another version.
    """

    def __init__(self, database: str | None = None) -> None:
        self._lock = threading.RLock()
        try:
            self._connection = sqlite3.connect(
                database or ":memory:", isolation_level=None, check_same_thread=False
            )
            weakref.finalize(self, self._connection.close)
            self._prepare_schema()
            self._connection.execute("PRAGMA journal_mode = WAL")
        # The file may be fine: another process may write to it, or the disk be full.
        except sqlite3.OperationalError as error:
            raise ValueError(f"database={database!r} cannot be used: {error}") from error
        except sqlite3.DatabaseError as error:
            raise ValueError(f"{database} is not a database of a sandbox: {error}") from error

    def _prepare_schema(self) -> None:
        with self.transaction():
            (version,) = self._connection.execute("PRAGMA user_version").fetchone()
            if not self._connection.execute("SELECT 1 FROM sqlite_master").fetchone():
                for statement in (*_SCHEMA.split(";\n"), f"PRAGMA user_version = {_VERSION}"):
                    self._connection.execute(statement)
            elif version != _VERSION:
                raise ValueError(
                    "the database is of another version of the sandbox, or of another program: "
                    "name another file"
                )

    @contextlib.contextmanager
    def transaction(self) -> Generator[None]:
        """Do all or nothing of the block, at one moment. A transaction in a transaction is part of it."""
        with self._lock:
            if self._connection.in_transaction:
                yield
                return
            with self._connection:  # commits, or rolls back after an error
                self._connection.execute("BEGIN IMMEDIATE")
                yield

    def insert(
        self, name: str, records: Iterable[Record], *, customer: str | None = None, never_paid: bool = False
    ) -> list[bytes]:
        """Add records of a resource behind all others, and return their JSON.

        Args:
            name: the resource.
            records: the records in the form of the API.
            customer: the id of the customer whose records these are.
            never_paid: whether the record is a customer who never paid.

        Raises:
            ValueError: if a record has no id or the id of another one, a value that is not of its field's
                type, or one that JSON cannot express.
            TypeError: if JSON cannot express the type of a value.
        """
        resource = RESOURCES[name]
        own = {"_customer": customer and customer.encode(), "_never_paid": never_paid, "_billed": False}
        rows: list[dict[str, Any]] = [{**_build_row(resource, record), **own} for record in records]
        with self.transaction():
            for row in rows:
                self._insert_row(resource, row)
        return [row["_json"] for row in rows]

    def _insert_row(self, resource: Resource, row: Mapping[str, Any]) -> None:
        columns = ", ".join(f'"{column}"' for column in row)
        try:
            self._connection.execute(
                f'INSERT INTO "{resource.name}" ({columns}) VALUES ({", ".join("?" * len(row))})',
                list(row.values()),
            )
        except sqlite3.IntegrityError as error:
            message = f"there is a {resource.record_name} with the id {row['_id'].decode()!r} already"
            raise ValueError(message) from error

    def replace(self, name: str, record: Record) -> bytes:
        """Replace the record that has the same id, and return its JSON."""
        row = _build_row(RESOURCES[name], record)
        changes = ", ".join(f'"{column}" = ?' for column in row)
        self.execute(f'UPDATE "{name}" SET {changes} WHERE _id = ?', *row.values(), row["_id"])
        json: bytes = row["_json"]
        return json

    def select(self, name: str, query: Query) -> Sequence[bytes]:
        """Return the JSON of the records on a page.

        Raises:
            InvalidRequestError: if anything is wrong with the query.
        """
        sql, parameters = compile_list(RESOURCES[name], query)
        with self.transaction():
            # Positions first: SQLite would carry the JSON of all skipped records through its sorting.
            found = self._connection.execute(sql, parameters).fetchall()
            read = f'SELECT _json FROM "{name}" WHERE _position = ?'
            rows = [(self._connection.execute(read, (place,)).fetchone()[0], extra) for place, extra in found]
        return [_END_OF_INSTANT.sub(b'%03dZ"' % extra, row) if extra else row for row, extra in rows]

    def get(self, name: str, identifier: str) -> bytes | None:
        """Return the JSON of one record; None if there is none with this id."""
        found = self.execute(f'SELECT _json FROM "{name}" WHERE _id = ?', identifier.encode())
        return found[0][0] if found else None

    def count(self, name: str) -> int:
        """Return how many records of a resource were added so far."""
        found = self.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", name)
        return int(found[0][0]) if found else 0

    def execute(self, sql: str, *parameters: object) -> list[Any]:
        """Execute one statement, and return all its rows."""
        with self._lock:
            return self._connection.execute(sql, parameters).fetchall()


def _build_row(resource: Resource, record: Record) -> dict[str, Any]:
    if record.get("id") is None:
        raise ValueError(f"a record has no id: {record!r}")
    return {
        **resource.encode(record),
        "_id": str(record["id"]).encode(),
        "_json": dump_json(dict(record)),
        # One-off concepts and discounts can be asked for by their ids alone.
        "_listed": record.get("oneOff") is not True,
    }
