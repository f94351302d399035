"""An end to work that would never end by itself."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

from scripts.pipeline.steps import StepError


@contextmanager
def deadline(seconds: float, what: str) -> Iterator[None]:
    """Break the block off when it takes too long, also within a regular expression.

    Elsewhere than in the main thread, where no signal arrives, and on systems without timers, the block takes
    as long as it takes.

    Raises:
        StepError: The time is over; the message says what took so long.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    def over(_signal: int, _frame: FrameType | None) -> NoReturn:
        raise StepError(f"{what} takes longer than {seconds:g} seconds")

    before = signal.signal(signal.SIGALRM, over)
    # Again each second: an error that comes while Python frees something, or in a callback of it, is lost.
    signal.setitimer(signal.ITIMER_REAL, seconds, 1)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
