"""The customers of a sandbox, which come and go while it serves."""

from __future__ import annotations

import itertools
import threading
from typing import TYPE_CHECKING, Any

import attrs

from quentli_query.sandbox.collection import Collection, checked
from quentli_query.sandbox.customers import customer_schema
from quentli_query.sandbox.drawing import Dice, Organization
from quentli_query.sandbox.extra import extra_needed
from quentli_query.sandbox.instants import shifted
from quentli_query.sandbox.names import slug
from quentli_query.sandbox.stored import Stored

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from quentli_query.sandbox.clock import Clock
    from quentli_query.sandbox.logic import Record
    from quentli_query.sandbox.records import CustomerMaker


def _collected(present: Present) -> Collection:
    schema = customer_schema(present.without_payments)
    return Collection(schema, present.by_id, tuple(present.by_id.values()))


# Compared by identity: one moment is not another one, and to compare thousands of records takes long.
@attrs.frozen(eq=False)
class Present:
    """The customers at one moment. Never changed, only replaced: who has it, has all of that moment.

    Attributes:
        by_id: The customers by their ids, in their order.
        without_payments: The ids of those that never paid.
        collection: The same customers, to be asked about.
    """

    by_id: Mapping[str, Stored]
    without_payments: frozenset[str]
    collection: Collection = attrs.field(init=False, default=attrs.Factory(_collected, takes_self=True))


class TakenError(Exception):
    """Another customer has a value that no two customers may share. The message says of which field."""


# What an organization's customers are known by, each of them alone.
_UNIQUE = ("username", "email", "phoneNumber")

# A customer of whom nothing is known yet.
_BLANK: dict[str, Any] = {
    "acceptedServiceAgreement": False,
    "skipTaxInvoice": False,
    "emailVerified": False,
    "phoneNumberVerified": False,
    "hasChangedPassword": False,
    "email": None,
    "phoneNumber": None,
    "secondaryPhoneNumber": None,
    "archivedAt": None,
    "archivedById": None,
    "signatureAcceptedAt": None,
    "optedOutWhatsappAt": None,
    "optedInWhatsappAt": None,
    "startedWhatsappAt": None,
    "replyWithAssistant": None,
    "metadata": [],
    "meta": {},
}


class LiveCustomers:
    """The customers there are. All of it may be used from any thread.

    Args:
        customers: How many to make up, or one's own.
        seed: Which ones to make up.
        without_payments: The ids of those that never paid; None for some of the made-up ones.
        clock: What time it is when one is added or changed, and where in time the made-up ones lie.

    Raises:
        ValueError: A customer cannot be served, there is a negative number of them, or
            ``without_payments`` has an id that no customer has.
        TypeError: A customer has a value of a type that JSON cannot express.
    """

    def __init__(
        self,
        customers: int | Iterable[Mapping[str, Any]],
        seed: int,
        without_payments: Iterable[str] | None,
        clock: Clock,
    ) -> None:
        self._clock = clock
        self._seed = seed
        self._maker: CustomerMaker | None = None
        self._changing = threading.Lock()
        present = self._made_up(customers) if isinstance(customers, int) else _own(customers)
        self._present = _choose(present, without_payments)
        self._organization = _organization(present, seed)
        # Its own, so that who is created does not hang on who is made up.
        self._dice = Dice(f"{seed}/created")

    @property
    def organization(self) -> Organization:
        """Whose customers they are."""
        return self._organization

    @property
    def present(self) -> Present:
        """The customers at this moment."""
        return self._present

    @property
    def collection(self) -> Collection:
        """The customers at this moment, to be asked about."""
        return self._present.collection

    @property
    def records(self) -> tuple[dict[str, Any], ...]:
        """The customers at this moment."""
        return tuple(stored.record for stored in self.collection.records)

    @property
    def without_payments(self) -> frozenset[str]:
        """The ids of those that never paid, at this moment."""
        return self._present.without_payments

    def newcomer(self) -> dict[str, Any]:
        """Return a made-up customer who was created just now and is not among these."""
        with self._changing:
            return self._making().newcomer(self._clock.now())

    def add(self, record: Mapping[str, Any], *, without_payments: bool) -> dict[str, Any]:
        """Add a customer, behind all others, and return it as it is served.

        Raises:
            ValueError: The customer cannot be served, or there is one with its id.
            TypeError: The customer has a value of a type that JSON cannot express.
        """
        (added,) = checked([record], customer_schema())
        identifier = added.record["id"]
        never_paid = {identifier} if without_payments else set[str]()
        with self._changing:
            by_id, never = self._present.by_id, self._present.without_payments
            if identifier in by_id:
                raise ValueError(f"there is a customer with the id {identifier!r} already")
            self._present = Present({**by_id, identifier: added}, never | never_paid)
        return added.record

    def create(self, values: Mapping[str, Any]) -> Stored:
        """Add a customer with these values, as one that the API was asked for and that never paid.

        Raises:
            TakenError: Another customer has one of the values that no two customers may share.
        """
        with self._changing:
            moment = self._clock.now()
            base = {
                "id": self._dice.identifier("cus_"),
                "createdAt": moment,
                "updatedAt": moment,
                **_BLANK,
                "organizationId": self._organization.id,
            }
            username = values.get("username") or self._free_username(values["name"])
            record = {**base, **values, "username": username}
            self._require_free(record["id"], record)
            created = Stored.of(record)
            by_id, never = self._present.by_id, self._present.without_payments
            self._present = Present({**by_id, record["id"]: created}, never | {record["id"]})
        return created

    def change(self, identifier: str, changes: Callable[[Record], Mapping[str, Any]]) -> Stored:
        """Give a customer other values, at this moment.

        Args:
            identifier: Which one.
            changes: Returns the values that the customer gets, given the customer.

        Raises:
            LookupError: There is no customer with this id.
            TakenError: Another customer has one of the values that no two customers may share.
        """
        with self._changing:
            record = self._known(identifier).record
            values = changes(record)
            self._require_free(identifier, values)
            changed = Stored.of({**record, "updatedAt": self._clock.now(), **values})
            by_id = {**self._present.by_id, identifier: changed}
            self._present = Present(by_id, self._present.without_payments)
        return changed

    def remove(self, identifier: str) -> None:
        """Take a customer away.

        Raises:
            LookupError: There is no customer with this id.
        """
        with self._changing:
            gone = self._known(identifier)
            by_id = {key: stored for key, stored in self._present.by_id.items() if stored is not gone}
            self._present = Present(by_id, self._present.without_payments - {identifier})

    def _require_free(self, identifier: str, values: Mapping[str, Any]) -> None:
        others = [stored.record for key, stored in self._present.by_id.items() if key != identifier]
        for field in _UNIQUE:
            value = values.get(field)
            if value is not None and any(other.get(field) == value for other in others):
                raise TakenError(f"There is a customer with this {field} already")

    def _free_username(self, name: str) -> str:
        taken = {stored.record.get("username") for stored in self._present.by_id.values()}
        stem = slug(name, "_") or "cliente"
        candidates = (f"{stem}_{number:03d}" for number in itertools.count(len(taken) + 1))
        return next(candidate for candidate in candidates if candidate not in taken)

    def _known(self, identifier: str) -> Stored:
        if identifier not in self._present.by_id:
            raise LookupError(f"there is no customer with the id {identifier!r}")
        return self._present.by_id[identifier]

    def _made_up(self, count: int) -> Present:
        made_up = self._making().make(count)
        laid = (shifted(record, self._clock.shift) for record in made_up.records)
        by_id = {record["id"]: Stored.of(record) for record in laid}
        return Present(by_id, made_up.without_payments)

    def _making(self) -> CustomerMaker:
        # Here, because Faker is slow to import and not needed by those who bring their own customers.
        with extra_needed():
            from quentli_query.sandbox.records import CustomerMaker  # noqa: PLC0415

        self._maker = self._maker or CustomerMaker(self._seed)
        return self._maker


def _own(customers: Iterable[Mapping[str, Any]]) -> Present:
    by_id: dict[str, Stored] = {}
    for stored in checked(customers, customer_schema()):
        identifier = stored.record["id"]
        if identifier in by_id:
            raise ValueError(f"two records have the id {identifier!r}")
        by_id[identifier] = stored
    return Present(by_id, frozenset())


def _choose(present: Present, without_payments: Iterable[str] | None) -> Present:
    if without_payments is None:
        return present
    chosen = frozenset(without_payments)
    unknown = chosen - present.by_id.keys()
    if unknown:
        raise ValueError(f"without_payments has ids that no customer has: {sorted(unknown)}")
    return Present(present.by_id, chosen)


def _organization(present: Present, seed: int) -> Organization:
    drawn = Organization.drawn(Dice(seed))
    known = (stored.record.get("organizationId") for stored in present.by_id.values())
    return Organization(next(filter(None, known), drawn.id), drawn.staff)
