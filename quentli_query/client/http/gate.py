"""When an attempt may begin: a gate keeps to what the server said about its limits, a signal ends waits."""

from __future__ import annotations

import asyncio
import math
import random
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from queue import Empty, SimpleQueue
from threading import Lock
from typing import Any, Final, Generic, TypeVar
from weakref import ref

from attrs import define, field

from ...errors import ClientStateError

T = TypeVar("T")

# Seconds for which a refusal closes the gate if the server says none; they double with each refusal in a row.
PAUSE_SECONDS: Final = 0.25
LONGEST_PAUSE_SECONDS: Final = 8.0
# A pause is longer by up to this share, so that several clients don't come back at the same moment.
JITTER: Final = 0.2
# Seconds between requests after the first refusal, and the most that is ever learned from further ones.
FIRST_INTERVAL: Final = 0.05
LONGEST_INTERVAL: Final = 1.0
# Seconds after which a ticket that another one has to wake asks again.
RECHECK_SECONDS: Final = 60.0


class WeakBag(Generic[T]):
    """Objects as long as somebody else refers to them.

    Unlike a WeakSet, it can be iterated over while other threads add objects.
    """

    def __init__(self) -> None:
        self._references = set[ref[T]]()

    def add(self, item: T) -> None:
        """Add an object."""
        self._references.add(ref(item, self._references.discard))

    def __iter__(self) -> Iterator[T]:
        return (found for reference in list(self._references) if (found := reference()) is not None)


@define(eq=False)
class StopSignal:
    """A signal that nobody wants further attempts. Requests that are under way end by themselves.

    The garbage collector may set it in any thread, even in one that waits for it: so it takes no lock.

    Attributes:
        is_set: whether to stop.
    """

    is_set: bool = field(default=False, init=False)
    _derived: WeakBag[StopSignal] = field(factory=WeakBag[Any], init=False)
    _callbacks: set[Callable[[], object]] = field(factory=set[Callable[[], object]], init=False)

    def derive(self) -> StopSignal:
        """Return a signal that is set with this one, or alone."""
        derived = StopSignal()
        self._derived.add(derived)
        derived.is_set = self.is_set
        return derived

    def set(self) -> None:
        """Stop, and wake everybody who waits."""
        self.is_set = True
        for signal in self._derived:
            signal.set()
        for callback in list(self._callbacks):
            callback()

    def check(self) -> None:
        """Check that the signal is not set.

        Raises:
            ClientStateError: if it is.
        """
        if self.is_set:
            raise ClientStateError("the client, loop or scan that made this request has been closed")

    @contextmanager
    def calling(self, callback: Callable[[], object]) -> Generator[None]:
        """Call a function when the signal is set during the block, or was before. It may be called twice."""
        self._callbacks.add(callback)
        try:
            if self.is_set:
                callback()
            yield
        finally:
            self._callbacks.discard(callback)

    def wait(self, seconds: float, woken: SimpleQueue[None] | None = None) -> None:
        """Wait for the signal, for some seconds, or until something is put into a queue."""
        queue: SimpleQueue[None] = woken or SimpleQueue()
        with self.calling(partial(queue.put, None)), suppress(Empty):
            queue.get(timeout=seconds)

    async def wait_async(self, seconds: float, woken: asyncio.Event | None = None) -> None:
        """Wait for the signal, for some seconds, or for an event, in the event loop that sets them."""
        event = woken or asyncio.Event()
        with self.calling(event.set), suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await event.wait()
        event.clear()


@define(eq=False)
class Ticket:
    """The place of one call at the gate, attempt after attempt.

    Attributes:
        began: the time when the call began, by `time.monotonic`. The oldest call goes first.
        stop: the signal that ends waits, and after which no attempt begins.
        entered: the time when the last attempt passed the gate.
        wake: wakes the thread or task that waits with this ticket.
    """

    began: float = field(factory=time.monotonic)
    stop: StopSignal = field(factory=StopSignal)
    entered: float = -math.inf
    wake: Callable[[], object] = field(default=lambda: None)


@define(eq=False)
class Gate:
    """The state of a gate, and the ways to wait at it.

    A refusal closes the gate for all, halves the number of requests in flight, and spaces them as
    far apart as the server accepted them lately. Each success lets them grow again (AIMD).

    Attributes:
        shortest: least seconds between two requests; 0 for no rule.
    """

    shortest: float = 0.0
    _most: float = field(default=math.inf, init=False)
    _interval: float = field(init=False)
    _opens: float = field(default=-math.inf, init=False)
    _next: float = field(default=-math.inf, init=False)
    # What the server accepted since the last refusal. Time in which nobody asked doesn't count.
    _refused: float = field(default=-math.inf, init=False)
    _measured_from: float = field(default=-math.inf, init=False)
    _idle_from: float = field(default=math.inf, init=False)
    _accepted: int = field(default=0, init=False)
    _refusals: int = field(default=0, init=False)
    _waiting: set[Ticket] = field(factory=set[Ticket], init=False)
    _running: set[Ticket] = field(factory=set[Ticket], init=False)
    _lock: Lock = field(factory=Lock, init=False)

    def __attrs_post_init__(self) -> None:
        self._interval = self.shortest

    @property
    def is_idle(self) -> bool:
        """Whether no request is under way."""
        return not self._running

    def enter(self, ticket: Ticket) -> None:
        """Wait until an attempt may begin. `leave` has to follow, also after an exception.

        Raises:
            ClientStateError: if the ticket's signal to stop is set.
        """
        woken: SimpleQueue[None] = SimpleQueue()
        ticket.wake = partial(woken.put, None)
        while seconds := self.admit(ticket, time.monotonic()):
            ticket.stop.wait(seconds, woken)

    async def enter_async(self, ticket: Ticket) -> None:
        """Wait until an attempt may begin. See `enter`."""
        woken = asyncio.Event()
        ticket.wake = woken.set
        while seconds := self.admit(ticket, time.monotonic()):
            await ticket.stop.wait_async(seconds, woken)

    def admit(self, ticket: Ticket, now: float) -> float:
        """Let an attempt begin and return 0, or return the seconds after which to ask again.

        A ticket that others keep from entering is woken by them.
        """
        ticket.stop.check()
        with self._lock:
            if not self._waiting and not self._running:
                self._measured_from += max(0.0, now - self._idle_from)
            self._waiting.add(ticket)
            is_full = len(self._running) + 1 > self._most
            if is_full or any(other.began < ticket.began for other in self._waiting):
                return RECHECK_SECONDS
            wait = max(self._opens, self._next) - now
            if wait > 0:
                return wait
            self._waiting.remove(ticket)
            self._running.add(ticket)
            ticket.entered, self._next = now, now + self._interval
            if self._waiting:
                self._wake_first()
            return 0.0

    def leave(self, ticket: Ticket, now: float, *, accepted: bool = False) -> None:
        """Give back the place of a ticket, whether it waits, has passed, or has left before.

        Args:
            ticket: the ticket.
            now: the time.
            accepted: whether the server accepted the request.
        """
        with self._lock:
            if accepted:
                self._most += 1 / self._most
                self._interval = max(self.shortest, self._interval * 0.9)
                self._accepted, self._refusals = self._accepted + 1, 0
            self._waiting.discard(ticket)
            self._running.discard(ticket)
            self._idle_from = now
            if self._waiting:
                self._wake_first()

    def refuse(self, ticket: Ticket, seconds: float, now: float) -> None:
        """Note that the server refused a request, and close the gate.

        Args:
            ticket: that of the request. Those that were in flight together count as one refusal.
            seconds: what the server says to wait; 0 if it says nothing.
            now: the time.
        """
        with self._lock:
            if ticket.entered > self._refused:
                self._most = max(1.0, min(self._most, len(self._running)) / 2)
                self._interval = max(self.shortest, min(self._learn_interval(now), LONGEST_INTERVAL))
                self._refused = self._measured_from = now
                self._accepted, self._refusals = 0, self._refusals + 1
            pause = seconds or min(PAUSE_SECONDS * 2 ** (self._refusals - 1), LONGEST_PAUSE_SECONDS)
            self._opens = max(self._opens, now + pause * (1 + JITTER * random.random()))  # noqa: S311

    def _learn_interval(self, now: float) -> float:
        if self._measured_from == -math.inf:
            return FIRST_INTERVAL
        if not self._accepted:
            return max(FIRST_INTERVAL, self._interval * 2)
        return (now - self._measured_from) / self._accepted

    def _wake_first(self) -> None:
        min(self._waiting, key=lambda ticket: ticket.began).wake()
