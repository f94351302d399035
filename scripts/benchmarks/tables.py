"""Tables of all customers, beside iterating over them."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from functools import partial
from time import perf_counter_ns
from typing import Any

from quentli_query import Quentli
from scripts.benchmarks import names
from scripts.benchmarks.measurement import Benchmark, Contestant
from scripts.benchmarks.sandboxes import Server
from scripts.benchmarks.units import MICROSECONDS, SECONDS


def create_table_benchmark(server: Server) -> Benchmark:
    """Create the benchmark that compares tables of a scan with iterating over it."""
    polars = importlib.import_module("polars")
    ways: dict[str, Callable[[Any], int]] = {
        names.ITERATE: lambda scan: sum(1 for _ in scan),
        names.TO_ARROW: lambda scan: int(scan.to_arrow().num_rows),
        names.POLARS: lambda scan: int(polars.DataFrame(scan).height),
        names.POLARS_OF_DICTS: lambda scan: int(
            polars.DataFrame([each.to_dict() for each in scan], infer_schema_length=None).height
        ),
    }
    contestants = [
        Contestant(name, partial(_measure, count, server), server.customers) for name, count in ways.items()
    ]
    note = "A near server; the client and the first connection are part of the time."
    return Benchmark(names.TABLES, contestants, names.ITERATE, note, SECONDS, MICROSECONDS)


def _measure(count: Callable[[Any], int], server: Server, calls: int) -> float:
    importlib.import_module("pyarrow")
    start = perf_counter_ns()
    for _ in range(calls):
        with Quentli(server.api_key, base_url=server.url) as quentli:
            server.check_count(count(quentli.customers.scan()))
    return (perf_counter_ns() - start) / calls
