"""Scans beside lists: time, records lost and doubled, costly offsets; and counting."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from attrs import evolve, field, frozen

from quentli_query import Q, Quentli
from scripts.benchmarks import names
from scripts.benchmarks.measurement import Benchmark, create_contestant
from scripts.benchmarks.sandboxes import Sandboxes, Server
from scripts.benchmarks.scan_sandbox import ScanServer, is_staying
from scripts.benchmarks.units import MICROSECONDS, SECONDS

READS = [(method, prefetch) for prefetch in (4, 8, 16) for method in (names.LIST, names.SCAN)]


@frozen
class Tally:
    """Records lost and doubled so far, by contestant. As text, the note of a benchmark."""

    staying: int
    found: dict[str, list[tuple[int, int]]] = field(factory=dict)

    def add(self, name: str, records: Iterable[Any]) -> None:
        """Read records, and count those of which one is missing or too many.

        Raises:
            LookupError: if a scan loses or doubles records.
        """
        ids = [record.id for record in records]
        lost = self.staying - sum(map(is_staying, set(ids)))
        doubled = len(ids) - len(set(ids))
        self.found.setdefault(name, []).append((lost, doubled))
        if name.startswith(names.SCAN) and (lost or doubled):
            raise LookupError(f"{name} lost {lost} records and doubled {doubled}")

    def __str__(self) -> str:
        rows = (
            f"{name}: " + ", ".join(f"{lost}/{doubled}" for lost, doubled in runs)
            for name, runs in sorted(self.found.items())
        )
        return "Three creations and three removals at each request. Lost/doubled: " + "; ".join(rows)


def create_scan_benchmark(sandboxes: Sandboxes) -> Benchmark:
    """Create the benchmark that reads all customers, of whom none comes or goes."""
    server = sandboxes.distant

    def run(method: str, prefetch: int, _: None) -> None:
        with Quentli(server.api_key, base_url=server.url) as quentli:
            records = getattr(quentli.customers, method)(prefetch=prefetch)
            server.check_count(sum(1 for _ in records))

    return _create(names.SCAN_ALL, server, run)


def create_churn_benchmark(churning: ScanServer) -> Benchmark:
    """Create the benchmark that reads all customers while others come and go."""
    tally = Tally(churning.staying)

    def run(method: str, prefetch: int, _: None) -> None:
        server = churning.server
        options: Any = {"order_by": Q.created_at.asc()} if method == names.LIST else {}
        with Quentli(server.api_key, base_url=server.url) as quentli:
            records = getattr(quentli.customers, method)(prefetch=prefetch, **options)
            tally.add(names.format_read(method, prefetch), records)

    benchmark = _create(names.SCAN_CHURN, churning.server, run, [(names.LIST, 0), *READS])
    return evolve(benchmark, note=tally, losses=tally.found)


def _create(name: str, server: Server, run: Any, reads: Sequence[tuple[str, int]] = READS) -> Benchmark:
    contestants = [
        create_contestant(
            names.format_read(method, prefetch),
            partial(run, method, prefetch),
            lambda: None,
            server.customers,
        )
        for method, prefetch in reads
    ]
    reference = names.format_read(names.LIST, 16)
    return Benchmark(name, contestants, reference, unit=SECONDS, item_unit=MICROSECONDS)


def create_count_benchmark(sandboxes: Sandboxes) -> Benchmark:
    """Create the benchmark that counts all customers."""
    server = sandboxes.distant

    def count(_: None) -> None:
        with Quentli(server.api_key, base_url=server.url) as quentli:
            server.check_count(quentli.customers.count())

    def read(_: None) -> None:
        with Quentli(server.api_key, base_url=server.url) as quentli:
            server.check_count(sum(1 for _ in quentli.customers.list(prefetch=16)))

    contestants = [
        create_contestant(names.COUNT, count, lambda: None),
        create_contestant(names.format_read(names.LIST, 16), read, lambda: None),
    ]
    return Benchmark(names.COUNT_ALL, contestants, names.format_read(names.LIST, 16), unit=SECONDS)


def create_offset_benchmark(deep: ScanServer) -> Benchmark:
    """Create the benchmark that reads more and more customers from a server with costly offsets."""
    server = deep.server

    def run(method: str, limit: int, _: None) -> None:
        with Quentli(server.api_key, base_url=server.url) as quentli:
            records = getattr(quentli.customers, method)(prefetch=16, limit=limit)
            if sum(1 for _ in records) != limit:
                raise LookupError("records are missing")

    sizes = [server.customers * tenths // 10 for tenths in (1, 2, 5, 10)]
    contestants = [
        create_contestant(names.format_depth(method, place), partial(run, method, size), lambda: None, size)
        for method in (names.LIST, names.SCAN)
        for place, size in enumerate(sizes)
    ]
    records = ", ".join(f"{size:,}" for size in sizes)
    note = f"{records} records, 16 requests in flight; each skipped record costs the server 20 µs."
    reference = names.format_depth(names.SCAN, 0)
    return Benchmark(names.OFFSETS, contestants, reference, note, SECONDS, MICROSECONDS)
