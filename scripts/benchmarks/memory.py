"""Memory growth of a process that lists all customers and keeps none."""

from __future__ import annotations

import resource
import subprocess
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path

from quentli_client.models import Customer

from quentli_query import Page, Quentli
from scripts.benchmarks import names
from scripts.benchmarks.measurement import Benchmark, Contestant
from scripts.benchmarks.sandboxes import Sandboxes, Server
from scripts.benchmarks.units import BYTES, MEBIBYTES

PREFETCHES = (4, 16)
KEEP, TABLE = "keep", "table"

STATUS = Path("/proc/self/status")
CLEAR_REFERENCES = Path("/proc/self/clear_refs")


def create_memory_benchmark(sandboxes: Sandboxes) -> Benchmark:
    """Create the benchmark that compares a loop over all customers with a list of all customers."""
    server = sandboxes.near
    runs = [(names.format_loop(prefetch), prefetch, "") for prefetch in PREFETCHES]
    runs += [(names.KEEP_ALL, PREFETCHES[0], KEEP), (names.MAKE_TABLE, PREFETCHES[0], TABLE)]
    contestants = [
        Contestant(name, partial(_measure_growth, server, prefetch, keep), server.customers)
        for name, prefetch, keep in runs
    ]
    note = (
        f"{server.customers:,} customers. Growth from the first page to the peak of the process. Each "
        "contestant runs in its own process."
    )
    return Benchmark(names.MEMORY_GROWTH, contestants, names.KEEP_ALL, note, MEBIBYTES, BYTES)


def _measure_growth(server: Server, prefetch: int, keep: str, calls: int) -> float:
    arguments = [server.url, server.api_key, str(server.customers), str(prefetch), keep]
    command = [sys.executable, "-m", __name__, *arguments]
    return sum(float(subprocess.check_output(command)) for _ in range(calls)) / calls


def main() -> None:
    """List all customers, and print the growth of this process in bytes, without that of a table."""
    url, api_key, customers, prefetch, keep = sys.argv[1:]
    with Quentli(api_key, base_url=url) as quentli:
        page = quentli.customers.list(prefetch=int(prefetch))
        if keep == TABLE:
            quentli.customers.list(take=1, limit=1).to_arrow()  # imports pyarrow
        before = _reset_peak()
        received, kept = _read_all(page, keep)
        print(max(_read_peak() - before - kept, 1))
    Server(url, api_key, int(customers)).check_count(received)


def _read_all(page: Page[Customer], keep: str) -> tuple[int, int]:
    """Return the number of records, and the size of a table of them in bytes."""
    if keep == TABLE:
        table = page.to_arrow()
        return table.num_rows, table.nbytes
    return len(list(page)) if keep else sum(1 for _ in page), 0


def _reset_peak() -> int:
    # Where the system cannot reset the peak, an earlier peak hides a part of the growth.
    with suppress(OSError):
        CLEAR_REFERENCES.write_text("5")
    return _read_peak()


def _read_peak() -> int:
    # ru_maxrss is the last resort: a process inherits it from its parent, which may be larger.
    with suppress(OSError, KeyError):
        lines = dict(line.split(":", 1) for line in STATUS.read_text().splitlines())
        return int(lines["VmHWM"].split()[0]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    main()
