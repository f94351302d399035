"""Pages asked for ahead: in order, no more than allowed at a time, and nothing left behind."""

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

from quentli_query import APIStatusError, AsyncQuentli, ParameterError, Q, Quentli
from quentli_query.sandbox import Delay, ErrorStatus, Sandbox


@pytest.fixture(scope="module")
def slow() -> Iterator[Sandbox]:
    """A sandbox that takes a moment for each answer, so that requests overlap."""
    with Sandbox(customers=530, seed=7, faults=[Delay(0.03)]) as running:
        yield running


def ids(sandbox: Sandbox) -> list[str]:
    return [record["id"] for record in sandbox.customers]


def quentli_threads() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name.startswith("quentli-prefetch")]


@pytest.mark.parametrize("prefetch", [0, 1, 4, 16])
@pytest.mark.parametrize("take", [7, 100])
def test_records_come_in_order_and_once(prefetch: int, take: int, sandbox: Sandbox) -> None:
    with Quentli(sandbox.api_key, base_url=sandbox.url) as quentli:
        listed = [c.id for c in quentli.customers.list(take=take, prefetch=prefetch)]
    assert listed == ids(sandbox)
    assert not quentli_threads()


@pytest.mark.parametrize("prefetch", [0, 1, 4, 16])
def test_records_come_in_order_and_once_when_awaited(prefetch: int, sandbox: Sandbox) -> None:
    async def listed() -> list[str]:
        async with AsyncQuentli(sandbox.api_key, base_url=sandbox.url) as quentli:
            return [c.id async for c in await quentli.customers.list(take=7, prefetch=prefetch)]

    assert asyncio.run(listed()) == ids(sandbox)


def test_pages_overlap_in_time(slow: Sandbox) -> None:
    def seconds(prefetch: int) -> float:
        begin = time.perf_counter()
        with Quentli(slow.api_key, base_url=slow.url) as quentli:
            assert len(list(quentli.customers.list(take=20, prefetch=prefetch))) == 530
        return time.perf_counter() - begin

    assert seconds(8) < seconds(0) / 2


@pytest.mark.parametrize(("prefetch", "ahead"), [(0, 1), (1, 2), (4, 6), (8, 11)])
def test_a_consumer_that_takes_its_time_finds_no_more_pages_than_are_lined_up(
    prefetch: int, ahead: int, slow: Sandbox
) -> None:
    before = len(slow.requests)
    with Quentli(slow.api_key, base_url=slow.url) as quentli:
        customers = iter(quentli.customers.list(take=20, prefetch=prefetch))
        for _ in range(20):
            next(customers)
        assert len(slow.requests) - before == 1
        next(customers)
        time.sleep(0.3)
        # The first page; the one that the consumer works on; as many as are under way or lined up.
        assert len(slow.requests) - before == 1 + ahead
        customers.close()  # type: ignore[attr-defined]


class Counting(httpx.HTTPTransport):
    """Counts how many requests are under way at a time."""

    def __init__(self) -> None:
        super().__init__()
        self.now: set[httpx.Request] = set()
        self.most = 0

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self.now.add(request)
        self.most = max(self.most, len(self.now))
        try:
            return super().handle_request(request)
        finally:
            self.now.remove(request)


class CountingAsync(httpx.AsyncHTTPTransport):
    """The same for async clients."""

    def __init__(self) -> None:
        super().__init__()
        self.now: set[httpx.Request] = set()
        self.most = 0

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.now.add(request)
        self.most = max(self.most, len(self.now))
        try:
            return await super().handle_async_request(request)
        finally:
            self.now.remove(request)


@pytest.mark.parametrize("prefetch", [1, 4, 8])
def test_no_more_requests_are_under_way_than_allowed(prefetch: int, slow: Sandbox) -> None:
    counting = Counting()
    with (
        httpx.Client(transport=counting) as http,
        Quentli(slow.api_key, base_url=slow.url, http_client=http) as quentli,
    ):
        assert len(list(quentli.customers.list(take=20, prefetch=prefetch))) == 530
    assert counting.most == prefetch


@pytest.mark.parametrize("prefetch", [1, 4, 8])
def test_no_more_requests_are_awaited_than_allowed(prefetch: int, slow: Sandbox) -> None:
    counting = CountingAsync()

    async def listed() -> int:
        async with (
            httpx.AsyncClient(transport=counting) as http,
            AsyncQuentli(slow.api_key, base_url=slow.url, http_client=http) as quentli,
        ):
            return len([c async for c in await quentli.customers.list(take=20, prefetch=prefetch)])

    assert asyncio.run(listed()) == 530
    assert counting.most == prefetch


def test_a_short_page_ends_it(sandbox: Sandbox) -> None:
    before = len(sandbox.requests)
    with Quentli(sandbox.api_key, base_url=sandbox.url) as quentli:
        assert len(list(quentli.customers.list(take=100, prefetch=2))) == 250
        # The third page is short; the fourth was under way by then.
        assert len(sandbox.requests) - before in (3, 4)
        before = len(sandbox.requests)
        assert len(list(quentli.customers.list(Q.name == "Nobody", prefetch=8))) == 0
        assert len(sandbox.requests) - before == 1


@pytest.mark.parametrize("limit", [1, 6, 7, 8, 20, 21, 249, 250, 251])
def test_a_limit_is_kept(limit: int, quentli: Quentli, sandbox: Sandbox) -> None:
    before = len(sandbox.requests)
    listed = [c.id for c in quentli.customers.list(take=7, skip=0, limit=limit)]
    assert listed == ids(sandbox)[:limit]
    asked = sandbox.requests[before:]
    assert max((r.skip or 0) + (r.take or 0) for r in asked) <= limit


def test_a_limit_counts_from_where_the_list_begins(quentli: Quentli, sandbox: Sandbox) -> None:
    page = quentli.customers.list(skip=10, take=5, limit=12)
    assert [len(each.data) for each in page.pages()] == [5, 5, 2]
    assert [c.id for c in page] == ids(sandbox)[10:22]
    assert page.next_page().next_page().has_next_page() is False


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"limit": 0}, "limit=0: it is the most records to hand out"),
        ({"limit": 2.5}, "limit has to be a whole number"),
        ({"prefetch": -1}, "prefetch=-1: it counts pages to ask for ahead"),
    ],
)
def test_what_makes_no_sense_is_refused(arguments: dict[str, Any], message: str, quentli: Quentli) -> None:
    with pytest.raises(ParameterError, match=message):
        quentli.customers.list(**arguments)


@pytest.mark.parametrize("leave", ["break", "error", "forget"])
def test_leaving_leaves_no_thread_behind(leave: str, slow: Sandbox) -> None:
    class LeftError(Exception):
        pass

    with Quentli(slow.api_key, base_url=slow.url) as quentli:
        customers = iter(quentli.customers.list(take=20, prefetch=4))
        for _ in range(30):
            next(customers)
        assert quentli_threads()
        if leave == "forget":
            del customers
            gc.collect()
        else:
            with pytest.raises(LeftError):
                for _ in customers:
                    raise LeftError
            customers.close()  # type: ignore[attr-defined]
        assert not quentli_threads()


def test_a_loop_that_is_left_leaves_no_thread_behind(slow: Sandbox) -> None:
    with Quentli(slow.api_key, base_url=slow.url) as quentli:
        for number, _ in enumerate(quentli.customers.list(take=20, prefetch=4)):
            if number == 30:
                break
        assert not quentli_threads()


@pytest.mark.parametrize("leave", ["break", "error", "cancel"])
def test_leaving_leaves_no_task_behind(leave: str, slow: Sandbox) -> None:
    async def consume(quentli: AsyncQuentli) -> None:
        number = 0
        async for _ in await quentli.customers.list(take=20, prefetch=4):
            number += 1
            if number == 30:
                if leave == "error":
                    raise LookupError
                if leave == "cancel":
                    asyncio.current_task().cancel()  # type: ignore[union-attr]
                    await asyncio.sleep(0)
                break

    async def main() -> None:
        async with AsyncQuentli(slow.api_key, base_url=slow.url) as quentli:
            outcome = await asyncio.gather(asyncio.create_task(consume(quentli)), return_exceptions=True)
            assert [type(o) for o in outcome] == [
                {"break": type(None), "error": LookupError, "cancel": asyncio.CancelledError}[leave]
            ]
            del outcome
            gc.collect()
            async with asyncio.timeout(1):
                while asyncio.all_tasks() != {asyncio.current_task()}:
                    await asyncio.sleep(0.001)

    asyncio.run(main())


@pytest.mark.parametrize("prefetch", [0, 4])
def test_an_error_on_a_later_page_comes_after_the_records_before_it(prefetch: int) -> None:
    faults = [ErrorStatus(418, only=lambda request: request.skip == 60)]
    with (
        Sandbox(customers=200, faults=faults) as sandbox,
        Quentli(sandbox.api_key, base_url=sandbox.url) as quentli,
    ):
        seen = []
        with pytest.raises(APIStatusError, match="418"):
            for customer in quentli.customers.list(take=20, prefetch=prefetch):
                seen.append(customer.id)  # noqa: PERF401 - what came before the error counts
        assert seen == ids(sandbox)[:60]
        assert not quentli_threads()


def test_an_error_on_a_later_page_when_awaited() -> None:
    async def listed(sandbox: Sandbox) -> list[str]:
        seen = []
        async with AsyncQuentli(sandbox.api_key, base_url=sandbox.url) as quentli:
            with pytest.raises(APIStatusError, match="418"):
                async for customer in await quentli.customers.list(take=20):
                    seen.append(customer.id)  # noqa: PERF401 - what came before the error counts
        return seen

    faults = [ErrorStatus(418, only=lambda request: (request.skip or 0) >= 60)]
    with Sandbox(customers=200, faults=faults) as sandbox:
        assert asyncio.run(listed(sandbox)) == ids(sandbox)[:60]


def test_errors_that_nobody_comes_to_see_are_not_complained_of() -> None:
    complaints: list[dict[str, Any]] = []

    async def listed(sandbox: Sandbox) -> None:
        asyncio.get_running_loop().set_exception_handler(lambda _loop, context: complaints.append(context))
        async with AsyncQuentli(sandbox.api_key, base_url=sandbox.url) as quentli:
            number = 0
            async for _ in await quentli.customers.list(take=20, prefetch=8):
                number += 1
                if number == 40:
                    await asyncio.sleep(0.2)
                    break

    faults = [ErrorStatus(418, only=lambda request: (request.skip or 0) >= 60)]
    with Sandbox(customers=400, faults=faults) as sandbox:
        asyncio.run(listed(sandbox))
    gc.collect()
    assert not complaints


def test_a_request_that_is_cancelled_from_below_ends_the_list() -> None:
    class Cancelling(httpx.AsyncHTTPTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            if request.url.params["skip"] != "0":
                raise asyncio.CancelledError
            return await super().handle_async_request(request)

    async def listed(sandbox: Sandbox) -> None:
        async with (
            httpx.AsyncClient(transport=Cancelling()) as http,
            AsyncQuentli(sandbox.api_key, base_url=sandbox.url, http_client=http) as quentli,
            asyncio.timeout(5),
        ):
            async for _ in await quentli.customers.list(take=20):
                pass

    with Sandbox(customers=100) as sandbox, pytest.raises(asyncio.CancelledError):
        asyncio.run(listed(sandbox))


@pytest.mark.parametrize("moment", [0.001, 0.01, 0.03, 0.05])
def test_giving_up_on_a_page_leaves_the_client_usable(moment: float, slow: Sandbox) -> None:
    async def main() -> int:
        async with AsyncQuentli(slow.api_key, base_url=slow.url) as quentli:
            customers = aiter(await quentli.customers.list(take=20, prefetch=4))
            for _ in range(20):
                await anext(customers)
            with suppress(TimeoutError):
                await asyncio.wait_for(anext(customers), moment)
            return len([c async for c in await quentli.customers.list(take=100)])

    assert asyncio.run(main()) == 530


def open_sockets() -> int:
    """How many sockets this process has open; threads of the sandbox may close some while it is counted."""
    found = 0
    for link in Path("/proc/self/fd").iterdir():
        with suppress(FileNotFoundError):
            found += "socket" in str(link.readlink())
    return found


@contextmanager
def interrupted_after(seconds: float) -> Iterator[None]:
    """Ctrl-C, as the main thread meets it."""
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


def consume(quentli: Quentli) -> None:
    for _ in range(100):
        list(quentli.customers.list(take=20, prefetch=4))


async def consume_async(slow: Sandbox) -> None:
    async with AsyncQuentli(slow.api_key, base_url=slow.url) as quentli:
        for _ in range(100):
            [_ async for _ in await quentli.customers.list(take=20, prefetch=4)]


def test_ctrl_c_leaves_no_thread_and_no_socket_behind(slow: Sandbox) -> None:
    before = open_sockets()
    with Quentli(slow.api_key, base_url=slow.url) as quentli, interrupted_after(0.15):
        consume(quentli)
    assert not quentli_threads()
    assert settled(open_sockets, before)


def test_ctrl_c_leaves_no_socket_behind_when_awaited(slow: Sandbox) -> None:
    before = open_sockets()
    with interrupted_after(0.15):
        asyncio.run(consume_async(slow))
    assert settled(open_sockets, before)


def settled(number: Callable[[], int], wanted: int) -> bool:
    """Whether it comes down to that within a second; the sandbox in this process closes its side a little later."""
    deadline = time.monotonic() + 1
    while number() > wanted and time.monotonic() < deadline:
        time.sleep(0.01)
    return number() <= wanted
