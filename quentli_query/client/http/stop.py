"""Signals that end waits and further attempts, so that nobody waits for a server when leaving a loop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from queue import Empty, SimpleQueue
from typing import Any
from weakref import WeakSet

from attrs import define, field

from ...errors import ClientStateError


@define(eq=False)
class StopSignal:
    """A signal that nobody wants further attempts. Requests that are under way end by themselves.

    The garbage collector may set it in any thread, even in one that waits for it: so it takes no lock.

    Attributes:
        is_set: whether to stop.
    """

    is_set: bool = field(default=False, init=False)
    _derived: WeakSet[StopSignal] = field(factory=WeakSet[Any], init=False)
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
        for signal in list(self._derived):
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

    def wait(self, seconds: float) -> None:
        """Wait for the signal, or for some seconds."""
        woken: SimpleQueue[None] = SimpleQueue()
        with self.calling(lambda: woken.put(None)), suppress(Empty):
            woken.get(timeout=seconds)

    async def wait_async(self, seconds: float) -> None:
        """Wait for the signal, or for some seconds, in the event loop that sets it."""
        woken = asyncio.Event()
        with self.calling(woken.set), suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await woken.wait()
