"""Made-up customers, the same ones for the same seed.

Everything but the names is drawn by the standard library, so that another version of Faker, with other names
in it, changes only those and what is made of them (username, email): not who has no payments, not the ids.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

import attrs
from faker import Faker

from quentli_query.sandbox.drawing import FIRST_DAY, LAST_DAY, Dice, Odds, Organization
from quentli_query.sandbox.instants import wire
from quentli_query.sandbox.names import slug

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

_MAIL_DOMAINS = ("example.com", "example.org", "example.net")
_AREA_CODES = ("33", "55", "56", "81")
_GROUPS = ("1A", "1B", "2A", "2B", "3A")
_SHAPES = Odds({"absent": 1, "null": 1, "present": 6})
_CAMPUSES = ("Mérida", "Monterrey", "Querétaro", "Ciudad de México")

# The examples in the API's own documentation ask for somebody called John.
_JOHNS = ("John", "Johnny", "Johnatan")


# What may have happened to a customer, and has not to a new one.
_EVENTS = (
    "archivedAt",
    "archivedById",
    "signatureAcceptedAt",
    "startedWhatsappAt",
    "optedInWhatsappAt",
    "optedOutWhatsappAt",
)


@attrs.frozen
class MadeUpCustomers:
    """Customers that do not exist.

    Attributes:
        records: The customers as the API would write them, not sorted by anything.
        without_payments: The ids of those that never paid.
    """

    records: tuple[dict[str, Any], ...]
    without_payments: frozenset[str]


def make_customers(count: int, seed: int) -> MadeUpCustomers:
    """Return customers that look like those of a Mexican organization.

    Args:
        count: How many, 0 or more.
        seed: Which ones. With the same seed, fewer customers are the first ones of more customers.

    Raises:
        ValueError: ``count`` is negative.
    """
    return CustomerMaker(seed).make(count)


class CustomerMaker:
    """Makes up customers, one after the other.

    Args:
        seed: Which ones.
    """

    def __init__(self, seed: int) -> None:
        self._dice = Dice(seed)
        self._faker = Faker("es_MX")
        self._faker.seed_instance(seed)
        self._organization = Organization.drawn(self._dice)
        self._imports = [self._dice.between(FIRST_DAY, LAST_DAY) for _ in range(4)]
        self._numbers = itertools.count(1)

    def make(self, count: int) -> MadeUpCustomers:
        """Return the customers that come next.

        Raises:
            ValueError: ``count`` is negative.
        """
        if count < 0:
            raise ValueError(f"there cannot be {count} customers")
        made = [(self._customer(next(self._numbers)), self._dice.chance(0.2)) for _ in range(count)]
        return MadeUpCustomers(
            records=tuple(record for record, _ in made),
            without_payments=frozenset(record["id"] for record, never_paid in made if never_paid),
        )

    def newcomer(self, moment: str) -> dict[str, Any]:
        """Return the customer that comes next, as one that was created at this moment."""
        record = self._customer(next(self._numbers))
        return {**record, "createdAt": moment, "updatedAt": moment, **dict.fromkeys(_EVENTS)}

    def _customer(self, number: int) -> dict[str, Any]:
        created = self._created()
        events = {**self._archived(created), **self._whatsapp(created)}
        name = self._name()
        return {
            "id": self._dice.identifier("cus_"),
            "createdAt": wire(created),
            "updatedAt": self._updated(created, events),
            "name": name,
            "username": f"{slug(name, '_')}_{number:03d}",
            "organizationId": self._organization.id,
            **self._settings(),
            **self._contact(name, number),
            **events,
            **self._custom(number),
        }

    def _created(self) -> datetime:
        # Customers that came in with the same import share the instant, as in a real database.
        return (
            self._dice.choice(self._imports)
            if self._dice.chance(0.2)
            else self._dice.between(FIRST_DAY, LAST_DAY)
        )

    def _updated(self, created: datetime, events: Mapping[str, str | None]) -> str:
        # Text, all of one format, sorts as the moments do.
        moments = (text for name, text in events.items() if text and name.endswith("At"))
        return max([wire(self._dice.between(created, LAST_DAY)), *moments])

    def _name(self) -> str:
        first = self._dice.choice(_JOHNS) if self._dice.chance(0.04) else self._faker.first_name()
        name = f"{first} {self._faker.last_name()} {self._faker.last_name()}"
        return name.upper() if self._dice.chance(0.05) else name

    def _settings(self) -> dict[str, Any]:
        return {
            "acceptedServiceAgreement": self._dice.chance(0.8),
            "skipTaxInvoice": self._dice.chance(0.1),
            "hasChangedPassword": self._dice.chance(0.4),
            "replyWithAssistant": self._dice.choice((True, False, None)),
        }

    def _contact(self, name: str, number: int) -> dict[str, Any]:
        mail = f"{slug(name, '.')}{number}@{self._dice.choice(_MAIL_DOMAINS)}"
        phone, second = self._phone(number), self._phone(number + 5_000_000)
        has_mail, has_phone, has_second = (
            self._dice.chance(0.9),
            self._dice.chance(0.9),
            self._dice.chance(0.2),
        )
        return {
            "email": mail if has_mail else None,
            "emailVerified": has_mail and self._dice.chance(0.6),
            "phoneNumber": phone if has_phone else None,
            "phoneNumberVerified": has_phone and self._dice.chance(0.7),
            "secondaryPhoneNumber": second if has_second else None,
        }

    def _phone(self, number: int) -> str:
        # A factor without 2 and 5 in it makes ten million different numbers that do not look counted. The
        # leading 0 keeps them apart from numbers in use.
        return f"+52{self._dice.choice(_AREA_CODES)}0{number * 7_236_143 % 10**7:07d}"

    def _archived(self, created: datetime) -> dict[str, Any]:
        at, by = self._dice.between(created, LAST_DAY), self._dice.choice(self._organization.staff)
        archived = self._dice.chance(0.12)
        return {"archivedAt": wire(at) if archived else None, "archivedById": by if archived else None}

    def _whatsapp(self, created: datetime) -> dict[str, Any]:
        started = self._dice.between(created, LAST_DAY)
        opted_in = self._dice.between(started, LAST_DAY)
        has_started = self._dice.chance(0.7)
        has_opted_in = has_started and self._dice.chance(0.8)
        return {
            "signatureAcceptedAt": self._sometimes(0.4, self._dice.between(created, LAST_DAY)),
            "startedWhatsappAt": wire(started) if has_started else None,
            "optedInWhatsappAt": wire(opted_in) if has_opted_in else None,
            "optedOutWhatsappAt": self._sometimes(0.1 * has_opted_in, self._dice.between(opted_in, LAST_DAY)),
        }

    def _sometimes(self, probability: float, moment: datetime) -> str | None:
        return wire(moment) if self._dice.chance(probability) else None

    def _custom(self, number: int) -> dict[str, Any]:
        candidates = {
            "studentId": f"A-{1000 + number}",
            "group": self._dice.choice(_GROUPS),
            "campus": self._dice.choice(_CAMPUSES),
        }
        shape = self._dice.weighted(_SHAPES)
        kept = {key: value for key, value in candidates.items() if self._dice.chance(0.6)}
        entries = [{"key": key, "value": value} for key, value in kept.items()]
        shapes: dict[str, dict[str, Any]] = {
            "absent": {},
            "null": {"metadata": None, "meta": None},
            "present": {"metadata": entries, "meta": kept},
        }
        return shapes[shape]
