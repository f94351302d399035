"""Prefetching: pages in order, no more requests at a time than allowed, and nothing left behind for long."""

from __future__ import annotations

import asyncio
import gc
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import httpx
import pytest
from quentli_resources.registry import MAX_TAKE
from support.clients import Connect, RunSandbox, ids
from support.examples import example
from support.threads import count_prefetch_threads

from quentli_query import APIStatusError, AsyncQuentli, Q, Quentli
from quentli_query.sandbox import Delay, ErrorStatus, Sandbox

API = "https://api.quentli.com"


@pytest.fixture(scope="module")
def slow() -> Iterator[Sandbox]:
    """A sandbox that takes a moment for each answer, so that requests overlap."""
    with Sandbox(customers=330, seed=7, faults=[Delay(0.03)]) as running:
        yield running


@pytest.mark.parametrize(("prefetch", "take"), [(0, 21), (1, 21), (4, MAX_TAKE), (16, 21)])
def test_records_come_in_order_and_once(prefetch: int, take: int, sandbox: Sandbox, connect: Connect) -> None:
    listed = ids(connect(sandbox).customers.list(take=take, prefetch=prefetch))
    assert listed == ids(sandbox.customers)
    assert count_prefetch_threads() == 0


@pytest.mark.parametrize(("prefetch", "ahead"), [(0, 1), (1, 2), (4, 6), (8, 11)])
def test_a_slow_consumer_finds_no_more_pages_than_allowed(
    prefetch: int, ahead: int, slow: Sandbox, connect_sync: Connect
) -> None:
    before = len(slow.requests)
    customers = iter(connect_sync(slow).customers.list(take=20, prefetch=prefetch))
    for _ in range(20):
        next(customers)
    assert len(slow.requests) - before == 1
    next(customers)
    time.sleep(0.3)
    # The first page; the one that the consumer works on; those under way or waiting.
    assert len(slow.requests) - before == 1 + ahead
    customers.close()


class CountingServer:
    """Answers pages from memory, and counts the requests that are under way at a time."""

    def __init__(self, pages: int) -> None:
        self.records = [{**example("Customer"), "id": f"cus_{number}"} for number in range(pages)]
        self.now = self.most = 0

    @contextmanager
    def _counted(self) -> Iterator[None]:
        self.now += 1
        self.most = max(self.most, self.now)
        yield
        self.now -= 1

    def _answer(self, request: httpx.Request) -> httpx.Response:
        skip, take = (int(request.url.params[name]) for name in ("skip", "take"))
        return httpx.Response(200, json=self.records[skip : skip + take])

    def handle(self, request: httpx.Request) -> httpx.Response:
        with self._counted():
            time.sleep(0.02)
            return self._answer(request)

    async def handle_async(self, request: httpx.Request) -> httpx.Response:
        with self._counted():
            await asyncio.sleep(0.02)
            return self._answer(request)


@pytest.mark.parametrize("prefetch", [1, 4, 8])
def test_no_more_requests_are_under_way_than_allowed(prefetch: int, connect: Connect) -> None:
    server = CountingServer(26)
    handler: Any = server.handle_async if connect.is_async else server.handle
    quentli = connect(API, transport=httpx.MockTransport(handler))
    assert len(list(quentli.customers.list(take=1, prefetch=prefetch))) == 26
    assert server.most == prefetch


def test_a_short_page_ends_the_list(sandbox: Sandbox, connect: Connect) -> None:
    customers = connect(sandbox).customers
    before = len(sandbox.requests)
    assert len(list(customers.list(take=40, prefetch=2))) == 250
    # The seventh page is short; the eighth was under way by then.
    assert len(sandbox.requests) - before in (7, 8)
    assert list(customers.list(Q.name == "Nobody", prefetch=8)) == []
    # Only those with a filter: the fourth request may have come in late.
    assert sum(request.filter is not None for request in sandbox.requests[before:]) == 1


@pytest.mark.parametrize("limit", [1, 20, 21, 22, 63, 249, 250, 251])
def test_no_page_goes_beyond_the_limit(limit: int, sandbox: Sandbox, connect_sync: Connect) -> None:
    before = len(sandbox.requests)
    listed = ids(connect_sync(sandbox).customers.list(take=21, limit=limit))
    assert listed == ids(sandbox.customers)[:limit]
    asked = sandbox.requests[before:]
    assert max((r.skip or 0) + (r.take or 0) for r in asked) <= limit


class LeftError(Exception):
    """A reason to leave a loop."""


@pytest.mark.parametrize("ends", ["close", "forget"])
@pytest.mark.parametrize("method", ["list", "scan"])
def test_threads_end_soon_after_leaving_a_loop(
    method: str, ends: str, slow: Sandbox, connect_sync: Connect
) -> None:
    records = iter(getattr(connect_sync(slow).customers, method)(take=20))
    for _ in range(30):
        next(records)
    if ends == "close":
        records.close()
        assert list(records) == []
    del records
    gc.collect()
    assert count_prefetch_threads() == 0


@pytest.mark.parametrize(
    ("leave", "outcome"), [("break", None), ("error", LeftError), ("cancel", asyncio.CancelledError)]
)
def test_leaving_a_loop_leaves_no_task_behind(
    leave: str, outcome: type[BaseException] | None, slow: Sandbox
) -> None:
    async def consume(quentli: AsyncQuentli) -> None:
        number = 0
        customers = quentli.customers
        async for _ in customers.scan(take=20) if leave == "error" else await customers.list(take=20):
            number += 1
            if number == 30:
                if leave == "error":
                    raise LeftError
                if leave == "cancel":
                    asyncio.current_task().cancel()  # type: ignore[union-attr]
                    await asyncio.sleep(0)
                break

    async def main() -> None:
        async with AsyncQuentli(slow.api_key, base_url=slow.url) as quentli:
            found = await asyncio.gather(asyncio.create_task(consume(quentli)), return_exceptions=True)
            assert [type(each) for each in found] == [outcome or type(None)]
            del found
            gc.collect()
            async with asyncio.timeout(1):
                while asyncio.all_tasks() != {asyncio.current_task()}:
                    await asyncio.sleep(0.001)

    asyncio.run(main())


@pytest.mark.parametrize("prefetch", [0, 4])
def test_the_records_before_an_error_are_handed_out(
    prefetch: int, run_sandbox: RunSandbox, connect: Connect
) -> None:
    sandbox = run_sandbox(ErrorStatus(418, only=lambda request: (request.skip or 0) >= 60), customers=200)
    seen = []
    with pytest.raises(APIStatusError, match="418"):
        for customer in connect(sandbox).customers.list(take=20, prefetch=prefetch):
            seen.append(customer.id)  # noqa: PERF401 - what came before the error counts
    assert seen == ids(sandbox.customers)[:60]
    assert count_prefetch_threads() == 0


def test_errors_of_pages_that_nobody_takes_are_not_complained_of(run_sandbox: RunSandbox) -> None:
    sandbox = run_sandbox(ErrorStatus(418, only=lambda request: (request.skip or 0) >= 60), customers=400)
    complaints: list[dict[str, Any]] = []

    async def leave_early() -> None:
        asyncio.get_running_loop().set_exception_handler(lambda _loop, context: complaints.append(context))
        async with AsyncQuentli(sandbox.api_key, base_url=sandbox.url) as quentli:
            number = 0
            async for _ in await quentli.customers.list(take=20, prefetch=8):
                number += 1
                if number == 40:
                    await asyncio.sleep(0.2)
                    break

    asyncio.run(leave_early())
    gc.collect()
    assert not complaints


def test_a_request_that_is_cancelled_from_below_ends_the_list() -> None:
    server = CountingServer(100)

    async def answer(request: httpx.Request) -> httpx.Response:
        if request.url.params["skip"] != "0":
            raise asyncio.CancelledError
        return await server.handle_async(request)

    async def listed() -> None:
        async with (
            httpx.AsyncClient(transport=httpx.MockTransport(answer)) as http,
            AsyncQuentli("sk_1", http_client=http) as quentli,
            asyncio.timeout(5),
        ):
            async for _ in await quentli.customers.list(take=20):
                pass

    with pytest.raises(asyncio.CancelledError):
        asyncio.run(listed())


@pytest.mark.parametrize("moment", [0.001, 0.01, 0.03, 0.05])
def test_giving_up_on_a_page_leaves_the_client_usable(moment: float, slow: Sandbox) -> None:
    async def main() -> int:
        async with AsyncQuentli(slow.api_key, base_url=slow.url) as quentli:
            customers = aiter(await quentli.customers.list(take=20, prefetch=4))
            for _ in range(20):
                await anext(customers)
            with suppress(TimeoutError):
                await asyncio.wait_for(anext(customers), moment)
            return len([c async for c in await quentli.customers.list()])

    assert asyncio.run(main()) == 330


def open_sockets() -> int:
    """Count the sockets of this process; threads of the sandbox may close some meanwhile."""
    found = 0
    for link in Path("/proc/self/fd").iterdir():
        with suppress(FileNotFoundError):
            found += "socket" in str(link.readlink())
    return found


@contextmanager
def interrupted_after(seconds: float) -> Iterator[None]:
    """Interrupt the block as Ctrl-C does."""
    # A process in the background of a script ignores it unless told otherwise.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    timer = threading.Timer(seconds, signal.raise_signal, [signal.SIGINT])
    timer.start()
    try:
        with pytest.raises(KeyboardInterrupt):
            yield
    finally:
        timer.join()
        signal.signal(signal.SIGINT, before)


def list_again_and_again(sandbox: Sandbox) -> None:
    with Quentli(sandbox.api_key, base_url=sandbox.url) as quentli:
        for _ in range(100):
            list(quentli.customers.list(take=20, prefetch=4))


async def list_again_and_again_async(sandbox: Sandbox) -> None:
    async with AsyncQuentli(sandbox.api_key, base_url=sandbox.url) as quentli:
        for _ in range(100):
            [_ async for _ in await quentli.customers.list(take=20, prefetch=4)]


@pytest.mark.parametrize(
    "consume", [list_again_and_again, lambda slow: asyncio.run(list_again_and_again_async(slow))]
)
def test_ctrl_c_leaves_no_thread_and_no_socket_behind(
    consume: Callable[[Sandbox], None], slow: Sandbox
) -> None:
    before = open_sockets()
    with interrupted_after(0.15):
        consume(slow)
    assert count_prefetch_threads() == 0
    # The sandbox, in this process, closes its side a little later.
    deadline = time.monotonic() + 1
    while open_sockets() > before and time.monotonic() < deadline:
        time.sleep(0.01)
    assert open_sockets() <= before
