"""What can be wrong with a server: faults to give to the sandbox, so that clients can be tried on them.

A fault is a value with a hook for each step from a request to its answer. A hook that a fault does not
define changes nothing. Several faults of one request are applied one after the other, in the order in which
the sandbox was given them.
"""

from __future__ import annotations

import math
import random
import re
from collections.abc import Callable, Collection
from functools import reduce
from typing import TYPE_CHECKING, Literal, TypeAlias, TypeVar

import attrs

from quentli_query.sandbox.issues import Issue, Path
from quentli_query.sandbox.query import read_query

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quentli_query.sandbox.evaluator import Where
    from quentli_query.sandbox.query import Query
    from quentli_query.sandbox.recorded import RecordedRequest

Only: TypeAlias = "Collection[int] | Callable[[RecordedRequest], bool]"


@attrs.frozen(kw_only=True)
class Fault:
    """Something that is wrong with the server, for all requests or for some.

    This one does nothing; the others are made from it.

    Args:
        only: Which requests: their numbers, counted from 1 in the order in which they come in, such as
            ``{3}`` or ``range(1, 4)``; or a function of the request, of which nothing is known yet about the
            answer. All when left out.
        probability: How likely each of them is to meet the fault, 0 to 1. The same for the same seed of the
            sandbox and the same requests.
        times: How many requests meet the fault at most, 1 or more; any number when left out.

    Raises:
        ValueError: ``probability`` or ``times`` is out of range.
    """

    only: Only | None = None
    probability: float = attrs.field(
        default=1.0, validator=[attrs.validators.ge(0.0), attrs.validators.le(1.0)]
    )
    times: int | None = attrs.field(default=None, validator=attrs.validators.optional(attrs.validators.ge(1)))

    def concerns(self, number: int, request: RecordedRequest) -> bool:
        """Return whether this request can meet the fault, given how many came in up to it."""
        if self.only is None:
            return True
        return self.only(request) if callable(self.only) else number in self.only

    def on_query(self, query: Query) -> Query:
        """Return how the server understands the query of a request."""
        return query


_Part: TypeAlias = "str | Callable[[Path, Where], bool]"
_KEYS = re.compile(r"[^][]+(\[[^][]+\])*")


def _check_keys(_fault: object, _attribute: object, part: _Part) -> None:
    if isinstance(part, str) and not _KEYS.fullmatch(part):
        raise ValueError(f"{part!r} is not of the form key or key[key]")


@attrs.frozen
class IgnoreFilter(Fault):
    """Conditions of a filter are treated as if they had not been written, and there is no error.

    A group in which nothing is left counts as not written either: ``NOT[name]=Ana`` without its condition is
    no condition, and not the opposite of none.

    Args:
        part: Which conditions. Keys as in the filter, at whatever depth and in whatever group they stand:
            ``name`` for all conditions on the name, ``name[startsWith]`` for those with this operator,
            ``startsWith`` for the operator on all fields, ``NOT`` and ``OR`` for whole groups, ``NOT[name]``
            for the name right inside a NOT. Conditions count as they are spelled: ``name[equals]`` is not
            ``name=Ana``. Or a function of a place in the filter, such as ``("OR", 0, "name", "contains")``,
            and of what stands there.

    Raises:
        ValueError: ``part`` is not of this form.
    """

    part: _Part = attrs.field(validator=_check_keys)

    def on_query(self, query: Query) -> Query:
        """Return the query without these conditions."""
        chosen = self.part if callable(self.part) else _keyed(self.part)
        where = dict(_without(chosen, (query.where or {}).items(), ()))
        return attrs.evolve(query, where=where or None)


def _keyed(part: str) -> Callable[[Path, Where], bool]:
    wanted = tuple(part.replace("]", "").split("["))

    def chosen(path: Path, _value: Where) -> bool:
        keys = tuple(step for step in path if isinstance(step, str))
        return keys[-len(wanted) :] == wanted

    return chosen


_Step = TypeVar("_Step", str, int)


def _without(
    chosen: Callable[[Path, Where], bool], entries: Iterable[tuple[_Step, Where]], path: Path
) -> Iterator[tuple[_Step, Where]]:
    for step, value in entries:
        place = (*path, step)
        rest = None if chosen(place, value) else _rest(chosen, value, place)
        if rest is not None:
            yield step, rest


def _rest(chosen: Callable[[Path, Where], bool], value: Where, path: Path) -> Where | None:
    """Return what is left of a part of a filter; None if nothing is."""
    if isinstance(value, dict):
        return dict(_without(chosen, value.items(), path)) or None
    if isinstance(value, list):
        return [rest for _, rest in _without(chosen, enumerate(value), path)] or None
    return value


_NOTHING_SAID = read_query("")
_MEANINGS = {"filter": "where", "orderBy": "order", "skip": "skip", "take": "take"}


@attrs.frozen
class IgnoreParameter(Fault):
    """A query parameter is treated as if it had been left out: ``take`` is 20 then, for instance.

    Args:
        name: Which one.

    Raises:
        ValueError: There is no parameter of this name.
    """

    name: Literal["filter", "orderBy", "skip", "take"] = attrs.field(
        validator=attrs.validators.in_(_MEANINGS)
    )

    def on_query(self, query: Query) -> Query:
        """Return the query without the parameter, and without what was wrong with it."""
        attribute = _MEANINGS[self.name]
        issues = tuple(issue for issue in query.issues if issue.path[0] != self.name)
        return attrs.evolve(query, issues=issues, **{attribute: getattr(_NOTHING_SAID, attribute)})


@attrs.frozen
class SingleOrder(Fault):
    """An order by more than one key is refused with status 400."""

    def on_query(self, query: Query) -> Query:
        """Return the query with an issue if it has more than one key to order by."""
        keys = len(query.order or ())
        if keys < 2:
            return query
        issue = Issue(("orderBy",), "too_big", f"Expected one key to order by, received {keys}")
        return attrs.evolve(query, issues=(*query.issues, issue))


@attrs.frozen
class Meeting:
    """The faults that one request meets, as one fault.

    Attributes:
        faults: The faults, in the order in which they are applied.
    """

    faults: tuple[Fault, ...]

    def on_query(self, query: Query) -> Query:
        """Return how the server understands the query."""
        return reduce(lambda read, fault: fault.on_query(read), self.faults, query)


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
        # Not secrets: reproducible is what these are meant to be.
        self._random = random.Random(seed)  # noqa: S311

    def take(self, number: int, request: RecordedRequest) -> bool:
        if not self._left or not self.fault.concerns(number, request):
            return False
        taken = self._random.random() < self.fault.probability
        self._left -= taken
        return taken
