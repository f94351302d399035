"""Retry rules: which requests are retried, how often and until when. httpx-retries repeats them."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING, Final

import httpx
from httpx_retries import Retry

from ...errors import APIConnectionError
from .gate import StopSignal, Ticket

if TYPE_CHECKING:
    from ..config import Secret

# Any other method may have changed something before its response got lost.
_SAFE_METHODS: Final = ("GET", "HEAD", "OPTIONS", "TRACE")
_TRANSIENT_STATUSES: Final = (408, 429, 500, 502, 503, 504)

BACKOFF_SECONDS = 0.25
# Longest wait before a retry; also for Retry-After.
LONGEST_WAIT_SECONDS = 30.0


class Call(Retry):
    """One call, over all its attempts. It goes with the request as its extension `retry`.

    Attributes:
        secret: the key, to be redacted in errors.
        ticket: the place at the gate, with the signal that ends waits.
        deadline: the time at which waits for retries end. It counts from the first attempt.
        refusal: seconds for which the last error status closes the gate to all requests, 0 if it doesn't say
            for how long; None if it doesn't.
        is_hopeless: whether the server asks for a longer wait than is left.
        attempts_made: the number of retries so far.
    """

    attempts_made: int

    def __init__(self, max_retries: int, secret: Secret, stop: StopSignal) -> None:
        super().__init__(
            total=max_retries,
            allowed_methods=_SAFE_METHODS,
            status_forcelist=_TRANSIENT_STATUSES,
            retry_on_exceptions=(APIConnectionError,),
            backoff_factor=BACKOFF_SECONDS,
            max_backoff_wait=LONGEST_WAIT_SECONDS,
        )
        self.secret, self.ticket = secret, Ticket(stop=stop)
        self.deadline = math.inf
        self.refusal: float | None = None
        self.is_hopeless = False

    def note(self, response: httpx.Response) -> None:
        """Note what an error status says about further requests."""
        seconds = read_retry_after(response.headers)
        longest = min(LONGEST_WAIT_SECONDS, self.deadline - time.monotonic())
        self.is_hopeless = seconds is not None and seconds > longest
        # A server that can't say when is expected to be ready again soon.
        is_refusal = response.status_code == 429 or (response.status_code == 503 and seconds is not None)
        self.refusal = (seconds or 0.0) if is_refusal and not self.is_hopeless else None

    def increment(self) -> Call:
        """Count a retry."""
        self.attempts_made += 1
        return self

    def is_exhausted(self) -> bool:
        """Return whether the retries or the time are used up, or nobody wants another attempt."""
        is_over = self.ticket.stop.is_set or self.is_hopeless or time.monotonic() >= self.deadline
        return is_over or super().is_exhausted()

    def sleep(self, response: httpx.Response | Exception) -> None:
        """Wait before a retry, but not after the signal to stop. The gate waits for refusals."""
        self.ticket.stop.wait(self._choose_wait(response))

    async def asleep(self, response: httpx.Response | Exception) -> None:
        """Wait before a retry. See `sleep`."""
        await self.ticket.stop.wait_async(self._choose_wait(response))

    def _choose_wait(self, response: httpx.Response | Exception) -> float:
        seconds = None
        if isinstance(response, httpx.Response):
            seconds = read_retry_after(response.headers) if self.refusal is None else 0.0
        left = max(0.0, self.deadline - time.monotonic())
        return min(self.backoff_strategy() if seconds is None else seconds, left)


def read_retry_after(headers: httpx.Headers) -> float | None:
    """Return the seconds that Retry-After says, perhaps infinite; None if it is missing or can't be read."""
    try:
        return Retry().parse_retry_after(headers["retry-after"])
    except (KeyError, ValueError, OverflowError):
        return None


def get_call(request: httpx.Request) -> Call:
    """Return the call that a request belongs to."""
    call: Call = request.extensions["retry"]
    return call
