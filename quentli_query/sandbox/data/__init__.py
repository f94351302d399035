"""Made-up records. The same seed makes the same records."""

from __future__ import annotations

import bisect
import itertools
import random
import string
import tomllib
from datetime import UTC, datetime
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final, TypeVar
from uuid import UUID

from attrs import frozen

from ..clock import format_instant

if TYPE_CHECKING:
    from collections.abc import Mapping

_Value = TypeVar("_Value")
_Record = dict[str, Any]
_Template = str | float | list[Any]

# Made-up records lie between this day and the clock's LAST_DAY.
FIRST_DAY: Final = datetime(2021, 1, 4, tzinfo=UTC)

VALUES: Final[dict[str, Any]] = tomllib.loads((files(__name__) / "catalog.toml").read_text("utf-8"))

_LETTERS: Final = string.ascii_lowercase + string.digits
_BYTES_TO_LETTERS: Final = bytes(ord(_LETTERS[byte % len(_LETTERS)]) for byte in range(256))


# Made-up records need no secure generator, but a reproducible one.
class Randomness(random.Random):
    """Random values, the same ones for the same seed."""

    def chance(self, probability: float) -> bool:
        """Return True with this probability."""
        return self.random() < probability

    def maybe(self, probability: float, value: _Value) -> _Value | None:
        """Return the value with this probability, None otherwise."""
        return value if self.random() < probability else None

    def weighted(self, weights: Mapping[_Value, float]) -> _Value:
        """Return one of the values, each as often as its weight says."""
        ends = list(itertools.accumulate(weights.values()))
        return list(weights)[bisect.bisect(ends, self.random() * ends[-1])]

    def between(self, start: datetime, end: datetime) -> datetime:
        """Return a moment from the start to the end. One in ten is a whole second."""
        moment = start + (end - start) * self.random()
        return max(start, moment.replace(microsecond=0)) if self.chance(0.1) else moment

    def identifier(self, prefix: str) -> str:
        """Return a unique id: the prefix and 20 letters and digits."""
        return prefix + self.randbytes(20).translate(_BYTES_TO_LETTERS).decode()

    # For templates, which cannot call methods.

    @property
    def letters(self) -> str:
        """Twenty letters and digits, other ones each time."""
        return self.identifier("")

    @property
    def number(self) -> int:
        """A number of four digits, another one each time."""
        return self.randint(1000, 9999)

    @property
    def uuid(self) -> str:
        """A UUID in capitals, another one each time."""
        return str(UUID(int=self.getrandbits(128))).upper()


@frozen
class Organization:
    """An organization that bills customers.

    Attributes:
        id: The organization's id.
        staff: The ids of its employees.
    """

    id: str
    staff: tuple[str, ...]

    @classmethod
    def make(cls, randomness: Randomness) -> Organization:
        """Make up an organization."""
        return cls(randomness.identifier("org_"), tuple(randomness.identifier("u_") for _ in range(3)))


class RecordMaker:
    """A source of made-up records, which follow the templates of the catalog file.

    Args:
        randomness: what all choices are made with.
        names: what templates may name besides `random` and `record`, the record so far.
    """

    def __init__(self, randomness: Randomness, **names: object) -> None:
        self._random = randomness
        self._names = {"random": randomness, **names}

    def make_record(
        self, resource: str, created: datetime, updated: datetime, *values: Mapping[str, Any]
    ) -> _Record:
        """Make up a record with these values. Templates fill other fields; the rest is null or left out."""
        shape = VALUES["records"][resource]
        instants = {"createdAt": format_instant(created), "updatedAt": format_instant(updated)}
        identifier = self._random.identifier(shape["prefix"])
        record: _Record = {"id": identifier, **instants, **dict.fromkeys(shape["fields"])}
        for group in values:
            record |= group
        self._fill(record, shape["templates"])
        for field, cases in shape.get("rules", {}).items():
            if templates := cases.get(record[field] or ""):
                self._fill(record, templates)
        for field in shape.get("omittable", ()):
            if record[field] is None and self._random.chance(0.5):
                del record[field]
        return record

    def _fill(self, record: _Record, templates: Mapping[str, _Template]) -> None:
        names = {**self._names, "record": record}
        for field, template in templates.items():
            value: object = self._random.choice(template) if isinstance(template, list) else template
            record[field] = (value.format_map(names) or None) if isinstance(value, str) else value


def format_metadata(values: Mapping[str, str]) -> dict[str, Any]:
    """Return custom values in both forms that records have."""
    return {"metadata": [{"key": key, "value": value} for key, value in values.items()], "meta": dict(values)}
