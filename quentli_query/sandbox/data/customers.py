"""Made-up customers.

The standard library draws everything but the names. Another version of Faker changes names, usernames and
email addresses, and nothing else.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from .. import require_extra
from ..clock import LAST_DAY, format_instant
from . import FIRST_DAY, VALUES, Randomness, RecordMaker, format_metadata

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from faker import Faker

    from . import Organization

_VALUES: Final = VALUES["customers"]

_FIELDS: Final = VALUES["records"]["customers"]["fields"]

_SPELLINGS: Final[dict[str, Callable[[str], str]]] = {
    "plain": str,
    "capitals": str.upper,
    "underscore": lambda name: name.replace(" ", "_", 1),
    "percent": lambda name: f"Grupo 100% {name}",
    "trailing_space": lambda name: f"{name} ",
    "decomposed": lambda name: unicodedata.normalize("NFD", name),
}


def make_username(name: str, number: int) -> str:
    """Return a username, unique if the number is.

    >>> make_username("María José Ibáñez", 7), make_username("李", 7)
    ('maria_jose_007', 'cliente_007')
    """
    return f"{'_'.join(_split_name(name)) or 'cliente'}_{number:03d}"


def _split_name(name: str) -> list[str]:
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.findall("[a-z]+", letters)[:2]


def _make_phone(number: int) -> str:
    # A factor without 2 and 5 in it gives ten million different numbers. No real number begins with the 0.
    codes = _VALUES["area_codes"]
    return f"+52{codes[number % len(codes)]}0{number * 7_236_143 % 10**7:07d}"


class CustomerMaker(RecordMaker):
    """A sequence of made-up customers.

    Args:
        seed: the seed of the sequence.
        organization: the organization of the customers.
    """

    def __init__(self, seed: int, organization: Organization) -> None:
        super().__init__(Randomness(f"{seed}/customer"), organization=organization)
        self._seed = seed
        self._organization = organization
        self._imports = [self._random.between(FIRST_DAY, LAST_DAY) for _ in range(4)]
        self._numbers = itertools.count(1)

    def make(self, count: int) -> list[tuple[dict[str, Any], bool]]:
        """Make up the next customers, each with True if the customer never paid."""
        return [(self._make_next(), self._random.chance(0.18)) for _ in range(count)]

    def make_new(self, moment: str) -> dict[str, Any]:
        """Make up the next customer as created at this moment."""
        never = dict.fromkeys(("archivedById", *_VALUES["events"]))
        return {**self._make_next(), "createdAt": moment, "updatedAt": moment, **never}

    def complete(self, values: Mapping[str, Any], moment: str) -> dict[str, Any]:
        """Return a customer with these values, and blank or made-up values for missing keys."""
        name = values["name"] if "name" in values else self._make_name()
        made_up = {
            "id": self._random.identifier("cus_"),
            "createdAt": values.get("updatedAt") or moment,
            "updatedAt": values.get("createdAt") or moment,
            "name": name,
            "username": make_username(str(name or ""), next(self._numbers)),
            "organizationId": self._organization.id,
        }
        in_order = dict.fromkeys(("id", "createdAt", "updatedAt", *_FIELDS))
        return {**in_order, **_VALUES["blank"], **made_up, **values}

    def _make_next(self) -> dict[str, Any]:
        number, name, created = next(self._numbers), self._make_name(), self._make_creation()
        events = self._make_events(created)
        updated = max(self._random.between(created, LAST_DAY), *filter(None, events.values()))
        identity = {"name": name, "username": make_username(name, number)}
        contact, metadata = self._make_contact(number, name), self._make_metadata(number)
        moments = {event: moment and format_instant(moment) for event, moment in events.items()}
        return self.make_record("customers", created, updated, identity, contact, moments, metadata)

    @cached_property
    def _faker(self) -> Faker:
        # Slow to import, and not needed for customers who have names.
        with require_extra():
            from faker import Faker  # noqa: PLC0415

        faker = Faker("es_MX")
        faker.seed_instance(self._seed)
        return faker

    def _make_name(self) -> str:
        john = self._random.maybe(0.1, self._random.choice(_VALUES["johns"]))
        names = (john or self._faker.first_name(), self._faker.last_name(), self._faker.last_name())
        return _SPELLINGS[self._random.weighted(_VALUES["spellings"])](" ".join(names))

    def _make_creation(self) -> datetime:
        # Customers of one import share the instant, as in a real database.
        alone = self._random.chance(0.8)
        return self._random.between(FIRST_DAY, LAST_DAY) if alone else self._random.choice(self._imports)

    def _make_contact(self, number: int, name: str) -> dict[str, Any]:
        mailbox = f"{'.'.join(_split_name(name))}{number}"
        # Some customers share the phone of an earlier one, as families do.
        phone = _make_phone(number // 2 if self._random.chance(0.03) else number)
        return {
            "email": self._random.maybe(0.9, f"{mailbox}@{self._random.choice(_VALUES['domains'])}"),
            "phoneNumber": self._random.maybe(0.9, phone),
            "secondaryPhoneNumber": self._random.maybe(0.2, _make_phone(number + 5_000_000)),
        }

    def _make_events(self, created: datetime) -> dict[str, datetime | None]:
        moments: dict[str, datetime | None] = {"createdAt": created}
        for event, (earlier, probability) in _VALUES["events"].items():
            after = moments[earlier]
            moments[event] = after and self._random.maybe(probability, self._random.between(after, LAST_DAY))
        return moments

    def _make_metadata(self, number: int) -> dict[str, Any]:
        values = {"studentId": f"A-{1000 + number}", **self._random.choice(_VALUES["classes"])}
        return self._random.maybe(0.75, format_metadata(values)) or {}
