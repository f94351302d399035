"""Leaving loops, closing and Ctrl-C while a server hangs or asks for a long wait: nobody waits for it."""

from __future__ import annotations

import asyncio
import gc
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager, suppress
from typing import Any

import httpx
import pytest
from support.clients import Connect, RunSandbox
from support.stub_server import KEY
from support.threads import beside

from quentli_query import AsyncQuentli, ClientStateError
from quentli_query.sandbox import Delay, ErrorStatus, Sandbox

# A server that answers the first page and nothing more for a long time.
LONG = 25


@pytest.fixture(params=["hanging", "refusing"])
def stuck(request: pytest.FixtureRequest, run_sandbox: RunSandbox) -> Sandbox:
    def follows(asked: Any) -> bool:
        return bool(asked.skip or "gte" in str(asked.filter))

    hanging, refusing = Delay(LONG, only=follows), ErrorStatus(503, retry_after=LONG, only=follows)
    sandbox: Sandbox = run_sandbox(hanging if request.param == "hanging" else refusing, customers=100)
    return sandbox


@contextmanager
def promptly() -> Iterator[None]:
    """Check that the block waits for no server."""
    began = time.monotonic()
    yield
    assert time.monotonic() - began < LONG / 5


@pytest.mark.parametrize(
    ("method", "ends"), [*(("list", ends) for ends in ("error", "close", "forget")), ("scan", "close client")]
)
def test_leaving_a_loop_waits_for_no_request(
    method: str, ends: str, stuck: Sandbox, connect_sync: Connect
) -> None:
    quentli = connect_sync(stuck)
    records = iter(getattr(quentli.customers, method)(take=20))
    next(records)
    time.sleep(0.1)
    asked = len(stuck.requests)
    with promptly():
        if ends == "error":
            with suppress(LookupError):
                for _ in records:
                    raise LookupError
        elif ends != "forget":
            {"close": records.close, "close client": quentli.close}[ends]()
        del records
        gc.collect()
    time.sleep(0.1)
    assert len(stuck.requests) == asked


@pytest.mark.parametrize("ends", ["error", "close", "close client"])
def test_leaving_an_async_loop_waits_for_no_request(ends: str, stuck: Sandbox) -> None:
    async def main() -> None:
        async with AsyncQuentli(stuck.api_key, base_url=stuck.url) as quentli:
            scan = quentli.customers.scan(take=20)
            await anext(scan)
            await asyncio.sleep(0.1)
            if ends == "error":
                raise LookupError
            await {"close": scan.aclose, "close client": quentli.close}[ends]()

    with promptly(), suppress(LookupError):
        asyncio.run(main())


@pytest.mark.parametrize("method", ["list", "scan"])
def test_closing_the_client_wakes_a_thread_that_waits_for_a_page(
    method: str, stuck: Sandbox, connect_sync: Connect
) -> None:
    quentli = connect_sync(stuck)
    errors: list[BaseException] = []

    def consume() -> None:
        try:
            list(getattr(quentli.customers, method)(take=20))
        except ClientStateError as error:
            errors.append(error)

    with promptly(), beside(consume):
        time.sleep(0.15)
        quentli.close()
    assert len(errors) == 1


# After a 503, the gate waits; after a 502, only the request itself.
each_wait = pytest.mark.parametrize("status", [502, 503])


@each_wait
def test_closing_the_client_ends_the_wait_for_a_retry(
    status: int, run_sandbox: RunSandbox, connect_sync: Connect
) -> None:
    sandbox = run_sandbox(ErrorStatus(status, retry_after=LONG))
    quentli = connect_sync(sandbox)

    def ask() -> None:
        with pytest.raises(ClientStateError, match="has been closed"):
            quentli.customers.first()

    with promptly(), beside(ask):
        time.sleep(0.15)
        quentli.close()
    assert len(sandbox.requests) == 1


@each_wait
def test_closing_an_async_client_ends_the_wait_for_a_retry(status: int, run_sandbox: RunSandbox) -> None:
    sandbox = run_sandbox(ErrorStatus(status, retry_after=LONG))

    async def main() -> None:
        async with AsyncQuentli(sandbox.api_key, base_url=sandbox.url) as quentli:
            asking = asyncio.create_task(quentli.customers.first())
            await asyncio.sleep(0.15)
        with pytest.raises(ClientStateError, match="has been closed"):
            await asking

    with promptly():
        asyncio.run(main())
    assert len(sandbox.requests) == 1


def test_closing_a_copy_ends_only_its_own_iterations(sandbox: Sandbox, connect_sync: Connect) -> None:
    quentli = connect_sync(sandbox)
    copied = quentli.with_options(max_retries=0)
    scan, of_copy = quentli.customers.scan(take=20), iter(copied.customers.list(take=20))
    next(scan)
    next(of_copy)
    copied.close()
    with pytest.raises(ClientStateError):
        list(of_copy)
    assert len(list(scan)) == 249


PROGRAM = """
import asyncio, signal, sys
from quentli_query import AsyncQuentli, Quentli
# A process in the background of a script ignores it unless told otherwise.
signal.signal(signal.SIGINT, signal.default_int_handler)
kind, url, key, stay = sys.argv[1:]

def consume():
    records = iter(Quentli(key, base_url=url).customers.list(take=20, prefetch=4))
    globals()["kept"] = records
    print(next(records).id, flush=True)
    if stay == "stay":
        list(records)

async def consume_async():
    async with AsyncQuentli(key, base_url=url) as quentli:
        records = quentli.customers.scan(take=20)
        print((await anext(records)).id, flush=True)
        if stay == "stay":
            [_ async for _ in records]

consume() if kind == "sync" else asyncio.run(consume_async())
"""


@pytest.mark.parametrize(
    ("kind", "interrupts"),
    [
        ("sync", 2),
        *(pytest.param(*case, marks=pytest.mark.slow) for case in (("sync", 0), ("async", 1))),
    ],
)
def test_the_interpreter_ends_while_requests_are_under_way(
    kind: str, interrupts: int, stuck: Sandbox
) -> None:
    stay = "stay" if interrupts else "end"
    command = [sys.executable, "-c", PROGRAM, kind, stuck.url, stuck.api_key, stay]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        program.stdout.readline()
        with promptly():
            for _ in range(interrupts):
                time.sleep(0.2)
                program.send_signal(signal.SIGINT)
            _, messages = program.communicate(timeout=LONG)
    assert program.returncode in ((-signal.SIGINT, 130) if interrupts else (0,))
    assert ("KeyboardInterrupt" in messages) == bool(interrupts)
    assert "Fatal" not in messages


def test_a_forgotten_iteration_in_a_circle_waits_for_nothing(stuck: Sandbox, connect_sync: Connect) -> None:
    circle: list[Any] = [iter(connect_sync(stuck).customers.list(take=20))]
    next(circle[0])
    circle.append(circle)
    del circle
    with promptly(), beside(gc.collect):
        pass


def test_a_cancelled_request_closes_its_response() -> None:
    """Otherwise its connection would stay open in the pool, where no other request can use it."""

    class Stream(httpx.AsyncByteStream):
        closing, is_closed = asyncio.Event(), False

        async def __aiter__(self) -> AsyncIterator[bytes]:
            yield b"[]"

        async def aclose(self) -> None:
            self.closing.set()
            await asyncio.sleep(0.01)
            self.is_closed = True

    async def main() -> None:
        stream = Stream()
        transport = httpx.MockTransport(lambda _: httpx.Response(200, stream=stream))
        async with (
            httpx.AsyncClient(transport=transport) as http_client,
            AsyncQuentli(KEY, http_client=http_client) as quentli,
        ):
            asking = asyncio.create_task(quentli.customers.exists())
            await stream.closing.wait()
            asking.cancel()
            with suppress(asyncio.CancelledError):
                await asking
            await asyncio.sleep(0.05)
            assert stream.is_closed

    asyncio.run(main())
