"""Chance that repeats itself: what is drawn from the same seed is the same."""

from __future__ import annotations

import bisect
import itertools
import random
import string
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Generic, TypeVar

import attrs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_Value = TypeVar("_Value")

# Between these is what is made up of the past.
FIRST_DAY = datetime(2021, 1, 4, tzinfo=UTC)
LAST_DAY = datetime(2025, 6, 30, tzinfo=UTC)

_ID_LETTERS = string.ascii_lowercase + string.digits
_TO_ID_LETTERS = bytes(ord(_ID_LETTERS[byte % len(_ID_LETTERS)]) for byte in range(256))
_MILLISECOND = timedelta(milliseconds=1)


class Odds(Generic[_Value]):
    """How often which value is drawn.

    >>> Odds({"heads": 1, "tails": 1}).at(0.7)
    'tails'

    Args:
        weights: The values, each with its weight.
    """

    def __init__(self, weights: Mapping[_Value, float]) -> None:
        self._values = tuple(weights)
        self._sums = tuple(itertools.accumulate(weights.values()))

    def at(self, place: float) -> _Value:
        """Return the value at a place from 0 to 1, 1 left out."""
        return self._values[bisect.bisect(self._sums, place * self._sums[-1])]


class Dice:
    """Draws, one after the other.

    Args:
        seed: Which ones.
    """

    def __init__(self, seed: int | str) -> None:
        # Not secrets: reproducible is what these are meant to be.
        self._random = random.Random(seed)  # noqa: S311

    def chance(self, probability: float) -> bool:
        """Return True as often as that, False else."""
        return self._random.random() < probability

    def choice(self, values: Sequence[_Value]) -> _Value:
        """Return one of the values, all equally likely."""
        return self._random.choice(values)

    def weighted(self, odds: Odds[_Value]) -> _Value:
        """Return one of the values, as often as its weight has it."""
        return odds.at(self._random.random())

    def several(self, values: Sequence[_Value], count: int) -> list[_Value]:
        """Return that many of the values, each at most once, or all of them if there are no more."""
        return self._random.sample(values, min(count, len(values)))

    def whole(self, low: int, high: int) -> int:
        """Return a whole number, both ends included."""
        return self._random.randint(low, high)

    def identifier(self, prefix: str) -> str:
        """Return an id that nothing else has."""
        return prefix + "".join(self._random.choices(_ID_LETTERS, k=20))

    def quick_identifier(self, prefix: str) -> str:
        """Return an id that nothing else has, in a tenth of the time: for what there are many of."""
        return prefix + self._random.randbytes(20).translate(_TO_ID_LETTERS).decode()

    def between(self, start: datetime, end: datetime) -> datetime:
        """Return a moment, both ends included, some milliseconds after the start."""
        return start + timedelta(milliseconds=self._random.randint(0, (end - start) // _MILLISECOND))

    def uuid(self) -> str:
        """Return a UUID, in capitals."""
        digits = f"{self._random.getrandbits(128):032X}"
        return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


@attrs.frozen
class Organization:
    """Whose records they are.

    Attributes:
        id: The organization's id.
        staff: The ids of those who work there.
    """

    id: str
    staff: tuple[str, ...]

    @classmethod
    def drawn(cls, dice: Dice) -> Organization:
        """Return the organization that comes next."""
        return cls(dice.identifier("org_"), tuple(dice.identifier("u_") for _ in range(3)))
