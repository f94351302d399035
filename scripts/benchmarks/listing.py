"""Going through all customers of a server that is far away, and getting hold of the first."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial

from quentli_query import AsyncQuentli, Quentli
from scripts.benchmarks import names
from scripts.benchmarks.measuring import Benchmark, PythonCall
from scripts.benchmarks.sandboxes import Sandboxes, Server
from scripts.benchmarks.units import MICROSECONDS, MILLISECONDS, SECONDS

PREFETCHES = (0, 8, 16)


def everything(sandboxes: Sandboxes) -> list[Benchmark]:
    """All customers, and nothing done with them."""
    note = (
        f"{sandboxes.distant.customers:,} customers; each answer takes {sandboxes.latency * 1000:.0f} ms to "
        f"come. With a prefetch of 0 each page is asked for when it is wanted, which is what others do."
    )
    contestants = _contestants(sandboxes.distant, {"sync": _all, "async": _all_async}, per_record=True)
    return [Benchmark(names.LIST, contestants, names.listed("sync", 0), note, SECONDS, MICROSECONDS)]


def first(sandboxes: Sandboxes) -> list[Benchmark]:
    """The first customer, from nothing."""
    contestants = _contestants(sandboxes.distant, {"sync": _first, "async": _first_async}, per_record=False)
    note = "Making the client and connecting are part of it; then one answer has to come."
    return [Benchmark(names.FIRST, contestants, names.listed("sync", 0), note, MILLISECONDS)]


def _contestants(
    server: Server, ways: dict[str, Callable[[Server, int], object]], *, per_record: bool
) -> list[PythonCall[int]]:
    return [
        PythonCall(
            names.listed(way, prefetch),
            partial(run, server),
            partial(int, prefetch),
            server.customers if per_record else 1,
        )
        for way, run in ways.items()
        for prefetch in PREFETCHES
    ]


def _all(server: Server, prefetch: int) -> None:
    with Quentli(server.api_key, base_url=server.url) as quentli:
        server.require_all(sum(1 for _ in quentli.customers.list(prefetch=prefetch)))


def _first(server: Server, prefetch: int) -> object:
    with Quentli(server.api_key, base_url=server.url) as quentli:
        return next(iter(quentli.customers.list(prefetch=prefetch)))


def _all_async(server: Server, prefetch: int) -> None:
    async def count() -> int:
        found = 0
        async with AsyncQuentli(server.api_key, base_url=server.url) as quentli:
            async for _ in await quentli.customers.list(prefetch=prefetch):
                found += 1
        return found

    server.require_all(asyncio.run(count()))


def _first_async(server: Server, prefetch: int) -> object:
    async def first() -> object:
        async with AsyncQuentli(server.api_key, base_url=server.url) as quentli:
            return await anext(aiter(await quentli.customers.list(prefetch=prefetch)))

    return asyncio.run(first())
