"""How much a process grows while it goes through all customers and keeps none of them."""

from __future__ import annotations

import resource
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from attrs import frozen

from quentli_query import Quentli
from scripts.benchmarks import names
from scripts.benchmarks.measuring import Benchmark
from scripts.benchmarks.sandboxes import Sandboxes, Server
from scripts.benchmarks.units import BYTES, MEBIBYTES

PREFETCHES = (4, 16)
KEEPING = "keep"

STATUS = Path("/proc/self/status")
CLEAR_REFERENCES = Path("/proc/self/clear_refs")


def streaming(sandboxes: Sandboxes) -> list[Benchmark]:
    """Going through all customers, beside making a list of them."""
    server = sandboxes.prompt
    contestants = [
        *(Growth(names.streamed(prefetch), server, prefetch) for prefetch in PREFETCHES),
        Growth(names.KEPT, server, PREFETCHES[0], KEEPING),
    ]
    note = (
        f"{server.customers:,} customers. From when the first page has come, to the most that the process "
        f"ever has in memory after that; each in a process of its own."
    )
    return [Benchmark(names.GROW, contestants, names.KEPT, note, MEBIBYTES, BYTES)]


@frozen
class Growth:
    """Going through all customers in a process of its own."""

    name: str
    server: Server
    prefetch: int
    keeping: str = ""
    form: str | None = None

    @property
    def per(self) -> int:
        """How many customers there are."""
        return self.server.customers

    def output(self) -> str:
        """Nothing is written."""
        return ""

    def time(self, calls: int) -> float:
        """Bytes by which the process grows."""
        arguments = [self.server.url, self.server.api_key, str(self.per), str(self.prefetch), self.keeping]
        command = [sys.executable, "-m", __name__, *arguments]
        return sum(float(subprocess.check_output(command)) for _ in range(calls)) / calls


def main() -> None:
    """Go through all customers, and print by how many bytes this process has grown."""
    url, api_key, customers, prefetch, keeping = sys.argv[1:]
    with Quentli(api_key, base_url=url) as quentli:
        page = quentli.customers.list(prefetch=int(prefetch))
        before = _forget_peak()
        found = len(list(page)) if keeping else sum(1 for _ in page)
        print(max(_peak() - before, 1))
    Server(url, api_key, int(customers)).require_all(found)


def _forget_peak() -> int:
    """Bytes in memory, from where a new peak is looked for.

    Where the peak cannot be forgotten, what came before hides some of the growth.
    """
    with suppress(OSError):
        CLEAR_REFERENCES.write_text("5")
    return _peak()


def _peak() -> int:
    # A process inherits ru_maxrss from the one that started it, which may be the larger one of both.
    with suppress(OSError, KeyError):
        lines = dict(line.split(":", 1) for line in STATUS.read_text().splitlines())
        return int(lines["VmHWM"].split()[0]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    main()
