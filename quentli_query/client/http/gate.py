"""A gate that all requests of a client pass: it keeps to what the server said about its limits."""

from __future__ import annotations

import asyncio
import math
import random
import time
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Lock
from typing import Final

from attrs import define, field

from .stop import StopSignal

# Seconds for which a refusal closes the gate if the server says none; they double with each refusal in a row.
PAUSE_SECONDS: Final = 0.25
LONGEST_PAUSE_SECONDS: Final = 8.0
# A pause is longer by up to this share, so that several clients don't come back at the same moment.
JITTER: Final = 0.2
# Seconds between requests after the first refusal, and the most that is ever learned from further ones.
FIRST_INTERVAL: Final = 0.05
LONGEST_INTERVAL: Final = 1.0


@define(eq=False)
class Ticket:
    """One attempt at a request.

    Attributes:
        call_began: the time when its call began. The oldest call goes first.
        entered: the time when the attempt passed the gate.
        wake: wakes the thread or task that waits with this ticket.
    """

    call_began: float
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

    def enter(self, ticket: Ticket, stop: StopSignal) -> None:
        """Wait until an attempt may begin.

        Raises:
            ClientStateError: if the signal is set.
        """
        woken: SimpleQueue[None] = SimpleQueue()
        ticket.wake = lambda: woken.put(None)
        with stop.calling(ticket.wake):
            while not stop.is_set and (seconds := self.admit(ticket, time.monotonic())):
                with suppress(Empty):
                    woken.get(timeout=None if seconds == math.inf else seconds)
        stop.check()

    async def enter_async(self, ticket: Ticket, stop: StopSignal) -> None:
        """Wait until an attempt may begin. See `enter`."""
        woken = asyncio.Event()
        ticket.wake = woken.set
        with stop.calling(ticket.wake):
            while not stop.is_set and (seconds := self.admit(ticket, time.monotonic())):
                with suppress(TimeoutError):
                    async with asyncio.timeout(None if seconds == math.inf else seconds):
                        await woken.wait()
                woken.clear()
        stop.check()

    def admit(self, ticket: Ticket, now: float) -> float:
        """Let an attempt begin and return 0, or return the seconds after which to ask again.

        They are infinite where another ticket comes first, which wakes this one.
        """
        with self._lock:
            if not self._waiting and not self._running:
                self._measured_from += max(0.0, now - self._idle_from)
            self._waiting.add(ticket)
            if len(self._running) + 1 > self._most or ticket is not self._find_first():
                return math.inf
            wait = max(self._opens, self._next) - now
            if wait > 0:
                return wait
            self._waiting.remove(ticket)
            self._running.add(ticket)
            ticket.entered, self._next = now, now + self._interval
            self._wake_first()
            return 0.0

    def leave(self, ticket: Ticket, now: float) -> None:
        """Give back the place of a ticket, whether it waits, has passed, or has left before."""
        with self._lock:
            self._waiting.discard(ticket)
            self._running.discard(ticket)
            self._idle_from = now
            self._wake_first()

    def accept(self) -> None:
        """Note that the server accepted a request."""
        with self._lock:
            self._most += 1 / self._most
            self._interval = max(self.shortest, self._interval * 0.9)
            self._accepted += 1
            self._refusals = 0

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

    def _find_first(self) -> Ticket | None:
        return min(self._waiting, key=lambda ticket: ticket.call_began, default=None)

    def _wake_first(self) -> None:
        first = self._find_first()
        if first is not None:
            first.wake()
