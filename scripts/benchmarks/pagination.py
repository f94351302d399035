"""Time to list all customers of a distant server, and to receive the first one."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial

from quentli_query import AsyncQuentli, Quentli
from scripts.benchmarks import names
from scripts.benchmarks.measurement import Benchmark, Contestant, create_contestant
from scripts.benchmarks.sandboxes import Sandboxes, Server
from scripts.benchmarks.units import MICROSECONDS, MILLISECONDS, SECONDS

PREFETCHES = (0, 8, 16)


def create_list_benchmark(sandboxes: Sandboxes) -> Benchmark:
    """Create the benchmark that counts all customers."""
    server = sandboxes.distant
    note = (
        f"{server.customers:,} customers; each response takes {sandboxes.latency * 1000:.0f} ms. With "
        "prefetch 0 the next page is requested when the current page is used up, as in other libraries."
    )
    contestants = _create_contestants(server, _count, _count_async, items=server.customers)
    return Benchmark(names.LIST_ALL, contestants, names.format_list("sync", 0), note, SECONDS, MICROSECONDS)


def create_first_record_benchmark(sandboxes: Sandboxes) -> Benchmark:
    """Create the benchmark that receives one customer."""
    contestants = _create_contestants(sandboxes.distant, _get_first, _get_first_async)
    note = "Includes creating the client, connecting, and one response."
    return Benchmark(names.LIST_FIRST, contestants, names.format_list("sync", 0), note, MILLISECONDS)


def _create_contestants(
    server: Server,
    run: Callable[[Server, int], object],
    run_async: Callable[[Server, int], object],
    items: int = 1,
) -> list[Contestant]:
    return [
        create_contestant(
            names.format_list(client, prefetch), partial(function, server), partial(int, prefetch), items
        )
        for client, function in (("sync", run), ("async", run_async))
        for prefetch in PREFETCHES
    ]


def _count(server: Server, prefetch: int) -> None:
    with Quentli(server.api_key, base_url=server.url) as quentli:
        server.check_count(sum(1 for _ in quentli.customers.list(prefetch=prefetch)))


def _get_first(server: Server, prefetch: int) -> object:
    with Quentli(server.api_key, base_url=server.url) as quentli:
        return next(iter(quentli.customers.list(prefetch=prefetch)))


def _count_async(server: Server, prefetch: int) -> None:
    async def count() -> int:
        received = 0
        async with AsyncQuentli(server.api_key, base_url=server.url) as quentli:
            async for _ in await quentli.customers.list(prefetch=prefetch):
                received += 1
        return received

    server.check_count(asyncio.run(count()))


def _get_first_async(server: Server, prefetch: int) -> object:
    async def get_first() -> object:
        async with AsyncQuentli(server.api_key, base_url=server.url) as quentli:
            return await anext(aiter(await quentli.customers.list(prefetch=prefetch)))

    return asyncio.run(get_first())
