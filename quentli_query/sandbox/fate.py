"""Which request meets which faults."""

from __future__ import annotations

import math
import random
from functools import reduce
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quentli_query.sandbox.answer import Answer
    from quentli_query.sandbox.faults import Fault, RecordedRequest
    from quentli_query.sandbox.query import Query
    from quentli_query.sandbox.stored import Page


@attrs.frozen
class Meeting:
    """The faults that one request meets, to be applied as if they were one.

    Attributes:
        faults: The faults, in the order in which they are applied.
    """

    faults: tuple[Fault, ...]

    def on_query(self, query: Query) -> Query:
        """Return how the server understands the query."""
        return reduce(lambda read, fault: fault.on_query(read), self.faults, query)

    def on_page(self, page: Page) -> Page:
        """Return the records that the server answers."""
        return reduce(lambda records, fault: fault.on_page(records), self.faults, page)

    def on_answer(self, answer: Answer) -> Answer:
        """Return what the server sends."""
        return reduce(lambda given, fault: fault.on_answer(given), self.faults, answer)


class Fate:
    """Decides which faults each request meets.

    Args:
        faults: The faults there are.
        seed: What their probabilities are drawn from.
    """

    def __init__(self, faults: Iterable[Fault], seed: int) -> None:
        self._turns = tuple(_Turns(fault, f"{seed}/{place}") for place, fault in enumerate(faults))
        self._requests = 0

    def meets(self, request: RecordedRequest) -> Meeting:
        """Return the faults of the request that has just come in."""
        self._requests += 1
        return Meeting(tuple(turns.fault for turns in self._turns if turns.take(self._requests, request)))


class _Turns:
    def __init__(self, fault: Fault, seed: str) -> None:
        self.fault = fault
        self._left = math.inf if fault.times is None else fault.times
        # Not secrets: reproducible is what these are meant to be. Each fault has draws of its own, so that
        # they do not depend on the faults before it.
        self._random = random.Random(seed)  # noqa: S311

    def take(self, number: int, request: RecordedRequest) -> bool:
        if not self._left or not self.fault.concerns(number, request):
            return False
        taken = self._random.random() < self.fault.probability
        self._left -= taken
        return taken
