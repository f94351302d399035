"""Sandboxes in a separate process, so that they take no CPU time of the client under test."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from attrs import frozen

PROCESS = "scripts.benchmarks.sandbox_process"


@frozen
class Server:
    """URL and key of a sandbox, and the number of its customers."""

    url: str
    api_key: str
    customers: int

    def check_count(self, received: int) -> None:
        """Raise if a client received too few or too many customers. A list that skips some is not faster.

        Raises:
            LookupError: if `received` is not the number of customers.
        """
        if received != self.customers:
            raise LookupError(f"received {received} of {self.customers} customers")


@frozen
class Sandboxes:
    """Two sandboxes with the same customers.

    Attributes:
        near: answers at once; it ignores conditions on `createdAt`.
        distant: answers after `latency`.
        latency: seconds until the first byte of each response of `distant`.
    """

    near: Server
    distant: Server
    latency: float


@contextmanager
def start_sandboxes(customers: int, latency: float) -> Iterator[Sandboxes]:
    """Start both sandboxes, and stop them at the end of the block."""
    command = [sys.executable, "-m", PROCESS, str(customers), str(latency)]
    # Leaving the block closes the standard input of the process; then the process ends.
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        (near, near_key), (distant, distant_key) = (process.stdout.readline().split() for _ in range(2))
        yield Sandboxes(Server(near, near_key, customers), Server(distant, distant_key, customers), latency)
