"""Retry policy: which requests are retried, how often and until when. httpx-retries waits and repeats."""

from __future__ import annotations

import math
import time
from copy import copy
from typing import TYPE_CHECKING, Final

import httpx
from attrs import define, field
from httpx_retries import Retry

from ...errors import APIConnectionError

if TYPE_CHECKING:
    from ..config import Secret
    from .stop import StopSignal

# Any other method may have changed something before its response got lost.
_SAFE_METHODS: Final = ("GET", "HEAD", "OPTIONS", "TRACE")
_TRANSIENT_STATUSES: Final = (408, 429, 500, 502, 503, 504)

BACKOFF_SECONDS = 0.25
# Longest wait before a retry; also for Retry-After.
LONGEST_WAIT_SECONDS = 30.0
# No wait for a retry begins later than this after the call began.
BUDGET_SECONDS = 120.0


@define
class CallState:
    """Deadline and attempt count of one call.

    Attributes:
        secret: the key, to be redacted in errors.
        stop: the signal that ends waits, and after which no attempt begins.
        began: the time of the call, by `time.monotonic`.
        deadline: the time after which no wait for a retry begins. It counts from the first attempt.
        attempts: the number of attempts begun.
        refusal: seconds for which the last response closes the gate to all requests, 0 if it doesn't say for
            how long; None if it doesn't.
        is_hopeless: whether the server asks for a longer wait than is left.
    """

    secret: Secret
    stop: StopSignal
    began: float = field(factory=time.monotonic)
    deadline: float = math.inf
    attempts: int = 0
    refusal: float | None = None
    is_hopeless: bool = False

    def begin_attempt(self) -> None:
        """Count an attempt that begins now."""
        if not self.attempts:
            self.deadline = time.monotonic() + BUDGET_SECONDS
        self.attempts += 1
        self.refusal = None

    def note(self, response: httpx.Response) -> None:
        """Note what a response says about further requests."""
        seconds = read_retry_after(response.headers)
        # A server that can't say when is expected to be ready again soon.
        if response.status_code == 429 or (response.status_code == 503 and seconds is not None):
            self.refusal = seconds or 0.0
        longest = min(LONGEST_WAIT_SECONDS, self.deadline - time.monotonic())
        self.is_hopeless = response.is_error and seconds is not None and seconds > longest

    @property
    def retries(self) -> int:
        """Number of attempts after the first."""
        return max(0, self.attempts - 1)


class RetryPolicy(Retry):
    """Retry rules of one client. A copy with its own `CallState` goes with each call."""

    call: CallState

    def increment(self) -> RetryPolicy:
        """Return a copy that has made one more attempt."""
        incremented = copy(self)
        incremented.attempts_made += 1
        return incremented

    def is_exhausted(self) -> bool:
        """Return whether the attempts or the time are used up, or nobody wants another attempt."""
        is_over = self.call.stop.is_set or self.call.is_hopeless or time.monotonic() >= self.call.deadline
        return is_over or super().is_exhausted()

    def sleep(self, response: httpx.Response | Exception) -> None:
        """Wait before a retry, but not after the call's signal to stop. The gate waits for refusals."""
        self.call.stop.wait(self._start_wait(response))

    async def asleep(self, response: httpx.Response | Exception) -> None:
        """Wait before a retry. See `sleep`."""
        await self.call.stop.wait_async(self._start_wait(response))

    def _start_wait(self, response: httpx.Response | Exception) -> float:
        if self.call.refusal is not None:
            return 0.0
        seconds = self._calculate_sleep(response.headers if isinstance(response, httpx.Response) else {})
        self.elapsed_sleep += seconds
        return seconds

    def parse_retry_after(self, retry_after: str) -> float:
        """Return the seconds to wait; 0, which means the normal backoff, for a header that can't be read."""
        try:
            return max(super().parse_retry_after(retry_after), 1e-6)  # 0 would mean the normal backoff
        except (ValueError, OverflowError):
            return 0.0


def build_retry_policy(max_retries: int) -> RetryPolicy:
    """Build the policy of a client that retries a request at most `max_retries` times."""
    return RetryPolicy(
        total=max_retries,
        allowed_methods=_SAFE_METHODS,
        status_forcelist=_TRANSIENT_STATUSES,
        retry_on_exceptions=(APIConnectionError,),
        respect_retry_after_header=True,
        backoff_factor=BACKOFF_SECONDS,
        max_backoff_wait=LONGEST_WAIT_SECONDS,
        total_timeout=BUDGET_SECONDS,
    )


def read_retry_after(headers: httpx.Headers) -> float | None:
    """Return the seconds that Retry-After says, perhaps infinite; None if it is missing or can't be read."""
    try:
        return Retry().parse_retry_after(headers["retry-after"])
    except (KeyError, ValueError, OverflowError):
        return None


def get_call(request: httpx.Request) -> CallState:
    """Return the state of the call that a request belongs to."""
    policy: RetryPolicy = request.extensions["retry"]
    return policy.call
