"""Deadlines: endless work is broken off, and nothing stays behind."""

import re
import signal
import threading
import time

import pytest
from support.threads import beside

from scripts.pipeline.deadline import deadline
from scripts.pipeline.errors import StepError


@pytest.mark.parametrize(
    "work", [lambda: time.sleep(5), lambda: re.match("^(a+)+$", "a" * 60 + "!")], ids=["sleep", "pattern"]
)
def test_endless_work_is_broken_off(work: object) -> None:
    before = signal.getsignal(signal.SIGALRM)
    begun = time.perf_counter()

    with pytest.raises(StepError, match=r"waiting takes longer than 0\.1 seconds"), deadline(0.1, "waiting"):
        assert callable(work)
        work()
    assert time.perf_counter() - begun < 2
    assert signal.getsignal(signal.SIGALRM) is before


def test_in_time_nothing_happens() -> None:
    with deadline(0.05, "waiting"):
        pass
    time.sleep(0.1)


def test_only_the_main_thread_has_a_deadline() -> None:
    done = threading.Event()

    def wait() -> None:
        with deadline(0.01, "waiting"):
            time.sleep(0.05)
        done.set()

    with beside(wait):
        pass
    assert done.is_set()
