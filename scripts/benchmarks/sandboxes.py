"""Sandboxes in a process of their own, so that they take no time away from a client that is timed."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Self

from attrs import frozen

if TYPE_CHECKING:
    from types import TracebackType

SERVING = "scripts.benchmarks.serving"


@frozen
class Server:
    """Where a sandbox is, and with what key."""

    url: str
    api_key: str
    customers: int

    def require_all(self, found: int) -> None:
        """Make sure that all customers came: to leave some out would be no feat.

        Raises:
            LookupError: if it was another number of them.
        """
        if found != self.customers:
            raise LookupError(f"{found} of {self.customers} customers came")


class Sandboxes:
    """Two sandboxes with the same customers: one that answers at once, and one that takes its time.

    The first one ignores conditions on when a customer was created.

    Args:
        customers: how many there are.
        latency: seconds until the first byte of each answer of the second one.
    """

    def __init__(self, customers: int, latency: float) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", SERVING, str(customers), str(latency)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.latency = latency
        self.prompt, self.distant = (self._server(customers) for _ in range(2))

    def _server(self, customers: int) -> Server:
        assert self._process.stdout is not None
        url, api_key = self._process.stdout.readline().split()
        return Server(url, api_key, customers)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.communicate()
