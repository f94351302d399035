"""What is tried again, how often and until when; the waiting and repeating itself is httpx-retries'."""

from __future__ import annotations

import time
from copy import copy
from typing import Final

from attrs import define
from httpx_retries import Retry

from ...errors import APIConnectionError

# Any other method may have changed something by the time at which its answer fails to come.
_SAFE_METHODS: Final = ("GET", "HEAD", "OPTIONS", "TRACE")
_PASSING_STATUSES: Final = (408, 429, 500, 502, 503, 504)

BACKOFF_SECONDS = 0.25
LONGEST_WAIT_SECONDS = 30.0
BUDGET_SECONDS = 120.0
"""After this long, nothing is tried again."""


@define
class Course:
    """How far a call has come, over all its attempts.

    Attributes:
        until: when, in `time.monotonic`, nothing is tried again.
        attempts: how many have begun.
    """

    until: float
    attempts: int = 0

    @property
    def retries(self) -> int:
        """How often the request was tried again."""
        return max(0, self.attempts - 1)


class RetryPolicy(Retry):
    """What is tried again, how often and until when; a copy of it goes with each call."""

    course = Course(0.0)

    def begun(self) -> RetryPolicy:
        """The same for a call that begins now."""
        following = copy(self)
        following.course = Course(time.monotonic() + BUDGET_SECONDS)
        return following

    def increment(self) -> RetryPolicy:
        """The same after one more attempt."""
        following = copy(self)
        following.attempts_made += 1
        return following

    def is_exhausted(self) -> bool:
        """Whether the attempts are used up, or the time."""
        return time.monotonic() >= self.course.until or super().is_exhausted()

    def parse_retry_after(self, retry_after: str) -> float:
        """Seconds to wait; 0 leaves it to the backoff, which is what a header that cannot be read gets."""
        try:
            return max(super().parse_retry_after(retry_after), 1e-6)
        except (ValueError, OverflowError):
            return 0.0


def retry_policy(max_retries: int) -> RetryPolicy:
    """What a client tries again that does so `max_retries` times at most."""
    return RetryPolicy(
        total=max_retries,
        allowed_methods=_SAFE_METHODS,
        status_forcelist=_PASSING_STATUSES,
        retry_on_exceptions=(APIConnectionError,),
        backoff_factor=BACKOFF_SECONDS,
        max_backoff_wait=LONGEST_WAIT_SECONDS,
        total_timeout=BUDGET_SECONDS,
    )
