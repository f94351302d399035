"""All records of a sandbox: customers, and what they are billed, which is made up on first use."""

from __future__ import annotations

import itertools
import json
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from .clock import LAST_DAY, format_instant, shift_instants
from .column_types import TEXT, parse_instant
from .data import FIRST_DAY, Organization, Randomness
from .data.billing import BILLS, BilledCustomer, load_catalog, make_bills
from .data.customers import CustomerMaker, make_username
from .query import Query
from .store import UNIQUE
from .writes import TakenError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from .clock import Clock
    from .data.billing import Catalog
    from .resources import Record
    from .store import Store

# SQLite takes -1 for no limit.
_EVERYTHING: Final = Query(where=None, order=None, skip=0, take=-1, issues=())

# Bills lie some years around a customer's creation: all within datetime's range.
_EARLIEST, _LATEST = datetime(1900, 1, 1, tzinfo=UTC), datetime(9000, 1, 1, tzinfo=UTC)


class Records:
    """The records of all resources. All of it may be used from any thread.

    Args:
        store: the database. If it has customers already, the other arguments but `clock` are not used.
        clock: the time.
        seed: the seed of all made-up values.
        customers: how many customers to make up, or the customers, whose missing fields are filled in.
        without_payments: the ids of the customers that never paid; some of the made-up ones if None.

    Raises:
        ValueError: if a customer cannot be served, or `without_payments` has an id that no customer has.
        TypeError: if JSON cannot express the type of a value.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        seed: int,
        customers: int | Sequence[Record],
        without_payments: Iterable[str] | None,
    ) -> None:
        self._store = store
        self._clock = clock
        with store.transaction():
            made = store.execute("SELECT json FROM facts")
            facts = json.loads(made[0][0]) if made else self._make_facts(seed, customers)
            self._seed: int = facts["seed"]
            self._shift = timedelta(days=facts["shift"])
            self._organization = Organization(facts["organization"], tuple(facts["staff"]))
            # Another seed for a database with customers, or new ones would be the first ones again.
            self._maker = CustomerMaker(self._seed + store.count("customers"), self._organization)
            # Its own, so that the customers of `_maker` don't depend on others.
            self._completer = CustomerMaker(-1 - self._seed - store.count("customers"), self._organization)
            if not made:
                store.execute("INSERT INTO facts VALUES (?)", json.dumps(facts))
                self._insert_customers(customers, without_payments)

    def _make_facts(self, seed: int, customers: int | Sequence[Record]) -> dict[str, Any]:
        organization = Organization.make(Randomness(seed))
        own = [] if isinstance(customers, int) else [each.get("organizationId") for each in customers]
        return {
            "seed": seed,
            "shift": self._clock.shift.days,
            "organization": next(filter(None, own), organization.id),
            "staff": organization.staff,
        }

    @cached_property
    def _catalog(self) -> Catalog:
        return load_catalog(self._seed, self._organization)

    def _insert_customers(
        self, customers: int | Sequence[Record], without_payments: Iterable[str] | None
    ) -> None:
        if isinstance(customers, int):
            made = [(self._shift_record(record), paid) for record, paid in self._maker.make(customers)]
        else:
            randomness = Randomness(f"{self._seed}/own")
            moments = (randomness.between(FIRST_DAY, LAST_DAY) + self._shift for _ in customers)
            pairs = zip(customers, map(format_instant, moments), strict=True)
            made = [(self._completer.complete(values, moment), False) for values, moment in pairs]
        if without_payments is not None:
            chosen = frozenset(without_payments)
            unknown = chosen - {record["id"] for record, _ in made}
            if unknown:
                raise ValueError(f"without_payments has ids that no customer has: {sorted(unknown)}")
            made = [(record, record["id"] in chosen) for record, _ in made]
        for record, never_paid in made:
            self._store.insert("customers", [record], never_paid=never_paid)

    @property
    def without_payments(self) -> frozenset[str]:
        """The ids of the customers that never paid."""
        rows = self._store.execute("SELECT _id FROM customers WHERE _never_paid")
        return frozenset(identifier.decode() for (identifier,) in rows)

    def list(self, name: str, query: Query) -> Sequence[bytes]:
        """Return the JSON of the records on a page.

        Raises:
            InvalidRequestError: if anything is wrong with the query.
        """
        with self._store.transaction():
            self._prepare(name)
            return self._store.select(name, query)

    def get(self, name: str, identifier: str) -> bytes | None:
        """Return the JSON of one record; None if there is none with this id."""
        with self._store.transaction():
            self._prepare(name)
            return self._store.get(name, identifier)

    def read_all(self, name: str) -> tuple[dict[str, Any], ...]:
        """Return all records that a list has, in their order."""
        with self._store.transaction():
            self._prepare(name)
            return tuple(map(json.loads, self._store.select(name, _EVERYTHING)))

    def add(self, record: Record | None, values: Record, *, never_paid: bool) -> dict[str, Any]:
        """Add a customer behind all others, and return it.

        Args:
            record: the customer, whose missing fields are filled in; a made-up one if None.
            values: values for some of the fields instead.
            never_paid: whether the customer never paid.

        Raises:
            ValueError: if the customer cannot be served, or another one has its id.
            TypeError: if JSON cannot express the type of a value.
        """
        with self._store.transaction():
            base = record if record is not None else self._maker.make_new(self._clock.now())
            customer = self._completer.complete({**base, **values}, self._clock.now())
            (added,) = self._store.insert("customers", [customer], never_paid=never_paid)
        return dict(json.loads(added))

    def remove(self, identifier: str) -> None:
        """Remove a customer, and all that was billed to it.

        Raises:
            LookupError: if there is no customer with this id.
        """
        with self._store.transaction():
            self._read_customer(identifier)
            self._store.execute("DELETE FROM customers WHERE _id = ?", identifier.encode())
            for name in BILLS:
                self._store.execute(f'DELETE FROM "{name}" WHERE _customer = ?', identifier.encode())

    def create_customer(self, values: Mapping[str, Any]) -> bytes:
        """Add a customer that never paid, as the API was asked to, and return its JSON.

        Raises:
            TakenError: if another customer has a value that no two customers may share.
        """
        with self._store.transaction():
            username = values.get("username") or self._find_free_username(values["name"])
            record = self._completer.complete({**values, "username": username}, self._clock.now())
            self._require_free(record["id"], record)
            return self._store.insert("customers", [record], never_paid=True)[0]

    def change_customer(
        self, identifier: str, changes: Callable[[Mapping[str, Any]], Mapping[str, Any]]
    ) -> bytes:
        """Change a customer, and return its JSON.

        Args:
            identifier: the id of the customer.
            changes: returns the new values, given the customer.

        Raises:
            LookupError: if there is no customer with this id.
            TakenError: if another customer has a value that no two customers may share.
        """
        with self._store.transaction():
            record = self._read_customer(identifier)
            values = changes(record)
            self._require_free(identifier, values)
            return self._store.replace("customers", {**record, "updatedAt": self._clock.now(), **values})

    def _read_customer(self, identifier: str) -> dict[str, Any]:
        found = self._store.get("customers", identifier)
        if found is None:
            raise LookupError(f"there is no customer with the id {identifier!r}")
        return dict(json.loads(found))

    def _require_free(self, identifier: str, values: Mapping[str, Any]) -> None:
        for field in UNIQUE:
            if values.get(field) is not None and self._is_taken(field, values[field], identifier):
                raise TakenError(f"There is a customer with this {field} already")

    def _is_taken(self, field: str, value: str, identifier: str = "") -> bool:
        # As filters compare text: without case. Otherwise a filter for an email might find two customers.
        statement = f'SELECT 1 FROM customers WHERE "{field}" = ? AND _id != ? LIMIT 1'
        return any(self._store.execute(statement, TEXT.encode(value), identifier.encode()))

    def _find_free_username(self, name: str) -> str:
        numbers = itertools.count(self._store.count("customers") + 1)
        names = (make_username(name, number) for number in numbers)
        return next(each for each in names if not self._is_taken("username", each))

    def _prepare(self, name: str) -> None:
        """Make up the records of a resource, as far as there are none yet."""
        if name in BILLS:
            self._bill_customers()
        elif name != "customers" and not self._store.execute(f'SELECT 1 FROM "{name}" LIMIT 1'):
            self._store.insert(name, map(self._shift_record, self._catalog.records.get(name, ())))

    def _bill_customers(self) -> None:
        rows = self._store.execute(
            "SELECT _json, _never_paid FROM customers WHERE NOT _billed ORDER BY _position"
        )
        for row, never_paid in rows:
            customer = self._build_billed_customer(json.loads(row), not never_paid)
            for name, records in make_bills(customer, self._catalog, self._seed).items():
                self._store.insert(name, map(self._shift_record, records), customer=customer.id)
        if rows:
            self._store.execute("UPDATE customers SET _billed = 1 WHERE NOT _billed")

    def _build_billed_customer(self, record: Record, pays: bool) -> BilledCustomer:
        created = parse_instant(record["createdAt"]) if record["createdAt"] else FIRST_DAY
        since = min(max(created, _EARLIEST), _LATEST).astimezone(UTC)
        organization = record.get("organizationId") or self._organization.id
        return BilledCustomer(record["id"], since - self._shift, organization, pays, self._shift)

    def _shift_record(self, record: dict[str, Any]) -> dict[str, Any]:
        # Made up where they always lie, and then moved, so that they are the same records at any time.
        shifted: dict[str, Any] = shift_instants(record, self._shift) if self._shift else record
        return shifted
