"""Retry policy: which requests are retried, how often and until when. httpx-retries waits and repeats."""

from __future__ import annotations

import math
import time
from copy import copy
from typing import TYPE_CHECKING, Final

import httpx
from attrs import define
from httpx_retries import Retry

from ...errors import APIConnectionError

if TYPE_CHECKING:
    from ..config import Secret

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
        deadline: the time, by `time.monotonic`, after which no wait for a retry begins.
        attempts: the number of attempts begun.
    """

    secret: Secret
    deadline: float
    attempts: int = 0

    @property
    def retries(self) -> int:
        """Number of attempts after the first."""
        return max(0, self.attempts - 1)


class RetryPolicy(Retry):
    """Retry rules of one client. A copy with its own `CallState` goes with each call."""

    call: CallState

    def start_call(self, secret: Secret) -> RetryPolicy:
        """Return a copy for a call that begins now."""
        started = copy(self)
        started.call = CallState(secret, time.monotonic() + BUDGET_SECONDS)
        return started

    def increment(self) -> RetryPolicy:
        """Return a copy that has made one more attempt."""
        incremented = copy(self)
        incremented.attempts_made += 1
        return incremented

    def is_exhausted(self) -> bool:
        """Return whether the attempts or the time are used up."""
        return time.monotonic() >= self.call.deadline or super().is_exhausted()

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
    """Return the seconds that Retry-After says; None if it is missing or can't be read."""
    try:
        seconds = Retry().parse_retry_after(headers["retry-after"])
    except (KeyError, ValueError, OverflowError):
        return None
    return seconds if math.isfinite(seconds) else None


def get_call(request: httpx.Request) -> CallState:
    """Return the state of the call that a request belongs to."""
    policy: RetryPolicy = request.extensions["retry"]
    return policy.call
