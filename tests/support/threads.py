"""Threads that run beside a test."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager


def count_prefetch_threads() -> int:
    """Count the threads that request pages, after a moment in which those that are leaving may end."""
    deadline = time.monotonic() + 5
    while (count := sum(each.name.startswith("quentli-prefetch") for each in threading.enumerate())) and (
        time.monotonic() < deadline
    ):
        time.sleep(0.002)
    return count


@contextmanager
def beside(*functions: Callable[[], object]) -> Iterator[None]:
    """Run each function in a thread of its own, beside the block; wait for all of them."""
    threads = [threading.Thread(target=function) for function in functions]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        for thread in threads:
            thread.join()
