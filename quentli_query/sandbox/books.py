"""The records of all resources: of customers, and what is made up for them when it is first asked for."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import attrs

from quentli_query.sandbox.billing import Holder, make_account
from quentli_query.sandbox.catalog import Catalog, make_catalog
from quentli_query.sandbox.collection import Collection
from quentli_query.sandbox.drawing import FIRST_DAY
from quentli_query.sandbox.evaluator import Relation, Schema
from quentli_query.sandbox.events import make_events
from quentli_query.sandbox.instants import shifted
from quentli_query.sandbox.resources import RESOURCES, Resource
from quentli_query.sandbox.stored import Stored
from quentli_query.sandbox.taxes import make_tax_invoices

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from quentli_query.sandbox.live import LiveCustomers, Present
    from quentli_query.sandbox.logic import Record

_Records = tuple[dict[str, Any], ...]

# What does not depend on the customers,
_OF_ALL: dict[str, Callable[[Catalog], Iterable[dict[str, Any]]]] = {
    "payment_concepts": lambda catalog: (concept.record for concept in catalog.concepts),
    "discounts": lambda catalog: catalog.discounts,
    "webhooks": lambda catalog: (webhook.record for webhook in catalog.webhooks),
}

# and what each of them has.
_OF_EACH: dict[str, Callable[[Holder, Catalog, int], _Records]] = {
    "subscriptions": lambda holder, catalog, seed: make_account(holder, catalog, seed).subscriptions,
    "invoices": lambda holder, catalog, seed: make_account(holder, catalog, seed).invoices,
    "payments": lambda holder, catalog, seed: make_account(holder, catalog, seed).payments,
    "tax_invoices": lambda holder, catalog, seed: make_tax_invoices(
        holder, make_account(holder, catalog, seed), catalog, seed
    ),
    "webhook_events": lambda holder, catalog, seed: make_events(
        holder, make_account(holder, catalog, seed), catalog, seed
    ),
}


@attrs.frozen
class _Volume:
    """The records of one resource that were made last."""

    present: Present
    of_each: Mapping[Holder, tuple[Stored, ...]]
    collection: Collection


class Books:
    """The records of all resources. All of it may be used from any thread.

    Only what is asked for is made and kept: a customer's records are made anew for each resource, as they
    come out the same, and a customer who comes or goes costs nobody else's.

    Args:
        customers: The customers there are.
        seed: Which records to make up.
        shift: By how much later to lay them than they are drawn.
    """

    def __init__(self, customers: LiveCustomers, seed: int, shift: timedelta) -> None:
        self._customers = customers
        self._seed = seed
        self._shift = shift
        self._organization = customers.organization
        self._catalog: Catalog | None = None
        self._volumes: dict[str, _Volume] = {}
        self._making = threading.Lock()

    def collection(self, name: str) -> Collection:
        """Return the records of a resource at this moment, to be asked about.

        Raises:
            KeyError: There is no resource of this name.
        """
        if name == "customers":
            return self._customers.collection
        with self._making:
            volume = self._volumes.get(name)
            # Asked for behind the lock: what came in meanwhile must not be older than what somebody has seen.
            present = self._customers.present
            if volume is None or volume.present is not present:
                volume = self._volumes[name] = self._volume(name, present, volume)
            return volume.collection

    def _volume(self, name: str, present: Present, last: _Volume | None) -> _Volume:
        known = last.of_each if last else dict[Holder, tuple[Stored, ...]]()
        holders = _holders(present, self._organization.id, self._shift) if name in _OF_EACH else ()
        of_each = {
            holder: known[holder] if holder in known else self._stored(name, holder) for holder in holders
        }
        of_all = map(self._laid, _OF_ALL[name](self._shared())) if name in _OF_ALL else ()
        stored = (*of_all, *(one for of_one in of_each.values() for one in of_one))
        return _Volume(present, of_each, _collected(RESOURCES[name], stored, present))

    def _stored(self, name: str, holder: Holder) -> tuple[Stored, ...]:
        return tuple(map(self._laid, _OF_EACH[name](holder, self._shared(), self._seed)))

    def _laid(self, record: dict[str, Any]) -> Stored:
        # Drawn where it always lies, and only then moved: so it is the same record wherever it is laid.
        return Stored(shifted(record, self._shift) if self._shift else record)

    def _shared(self) -> Catalog:
        self._catalog = self._catalog or make_catalog(self._seed, self._organization)
        return self._catalog


def _holders(present: Present, organization: str, shift: timedelta) -> Iterator[Holder]:
    for identifier, stored in present.by_id.items():
        yield Holder(
            identifier,
            _since(stored.record, shift),
            stored.record.get("organizationId") or organization,
            identifier not in present.without_payments,
            shift,
        )


# Some years from either end of what a datetime can express, as there are things before and after.
_EARLIEST, _LATEST = datetime(1900, 1, 1, tzinfo=UTC), datetime(9000, 1, 1, tzinfo=UTC)


def _since(customer: Record, shift: timedelta) -> datetime:
    created = customer.get("createdAt")
    if created is None:
        return FIRST_DAY
    return min(max(datetime.fromisoformat(created), _EARLIEST), _LATEST).astimezone(UTC) - shift


def _collected(resource: Resource, stored: tuple[Stored, ...], present: Present) -> Collection:
    by_id = {one.record["id"]: one for one in stored}
    listed = tuple(one for one in stored if resource.listed(one.record))
    return Collection(_schema(resource, present), by_id, listed)


def _schema(resource: Resource, present: Present) -> Schema:
    relations = {
        name: Relation(present.collection.schema, _customer(field, present))
        for name, field in resource.customers.items()
    }
    return Schema(resource.columns, relations=relations)


def _customer(field: str, present: Present) -> Callable[[Record], Record | None]:
    def customer(record: Record) -> Record | None:
        stored = present.by_id.get(record[field])
        return stored.record if stored else None

    return customer
