"""Sandboxes in processes of their own: one changes at each request, offsets of another cost time."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from attrs import frozen

from quentli_query.sandbox import Delay, Fault, Sandbox, SlowOffset
from scripts.benchmarks.sandboxes import Server

CHURN, OFFSETS, PROMPT = "churn", "offsets", "prompt"

# Seconds for 1,000 skipped records.
OFFSET_COST = 0.02

# Creations, and removals, before each answer.
CHANGES = 3

# What was made up by a churning sandbox, and what may be removed: customers whose id ends in one of these.
NEW = "new_"
DOOMED = "02468acegikmoqsuwy"


@frozen
class ScanServer:
    """A server, and the number of customers that are there all the time."""

    server: Server
    staying: int


@contextmanager
def start_scan_sandbox(kind: str, customers: int, latency: float) -> Iterator[ScanServer]:
    """Start a sandbox, and stop it at the end of the block."""
    command = [sys.executable, "-m", __name__, kind, str(customers), str(latency)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        url, api_key, staying = process.stdout.readline().split()
        yield ScanServer(Server(url, api_key, customers), int(staying))


def is_staying(identifier: str) -> bool:
    """Return whether a customer is there all the time."""
    return not identifier.startswith(NEW) and identifier[-1] not in DOOMED


def main() -> None:
    """Serve until standard input ends, which is when the benchmarks end."""
    kind, customers, latency = sys.argv[1], int(sys.argv[2]), float(sys.argv[3])
    sandbox = Sandbox(customers, keep_requests=0)
    faults: dict[str, list[Fault]] = {
        CHURN: [Churn(sandbox).build_fault()],
        OFFSETS: [SlowOffset(OFFSET_COST)],
        PROMPT: [],
    }
    staying = sum(is_staying(record["id"]) for record in sandbox.customers)
    sandbox.misbehave(*([Delay(latency)] if latency else []), *faults[kind])
    with sandbox:
        print(sandbox.url, sandbox.api_key, staying, flush=True)
        sys.stdin.read()


class Churn:
    """Creates and removes customers of a sandbox before each answer.

    Args:
        sandbox: the sandbox.
    """

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        self._chance = random.Random(1)  # noqa: S311
        self._instants = [record["createdAt"] for record in sandbox.customers]
        self._removable = [record["id"] for record in sandbox.customers if not is_staying(record["id"])]
        self._created = 0

    def build_fault(self) -> Delay:
        """Return a fault that changes nothing but the customers."""
        return Delay(0, only=self._change)

    def _change(self, _request: object) -> bool:
        for _ in range(CHANGES):
            self._created += 1
            new = f"{NEW}{self._created}"
            self._sandbox.add(id=new, createdAt=self._chance.choice(self._instants))
            place = self._chance.randrange(len(self._removable))
            self._removable[place], gone = new, self._removable[place]
            self._sandbox.remove(gone)
        return False


if __name__ == "__main__":
    main()
