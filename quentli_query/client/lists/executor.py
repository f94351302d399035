"""Executors of pagination algorithms: one with threads, one with tasks."""

from __future__ import annotations

import asyncio
from concurrent.futures import Future
from contextlib import AsyncExitStack, ExitStack, closing
from functools import partial
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar

from attrs import frozen

from ...errors import QuentliError
from .pagination import Algorithm, Emit, Step, Submit

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable, Coroutine, Generator

    from ..http.gate import StopSignal
    from .pagination import PageRequest

    Fetch: TypeAlias = Callable[[PageRequest, StopSignal | None], list["R"]]

R = TypeVar("R")


def _advance(algorithm: Algorithm[None], outcome: Any, redact: Callable[[str], str]) -> Step | None:
    """Return the next step of an algorithm; None at its end. An outcome that is an error is raised in it."""
    try:
        return algorithm.throw(outcome) if isinstance(outcome, QuentliError) else algorithm.send(outcome)
    except StopIteration:
        return None
    except QuentliError as error:  # it may name a record
        error.args = (redact(str(error)),)
        raise


class _ThreadPool(Generic[R]):
    """Threads that fetch pages until a signal tells them to stop. Nobody waits for their end.

    They are daemons: the interpreter ends without them. The end of an iteration takes no locks, only queues:
    the garbage collector may end a forgotten iteration in any thread, even in one of these.
    """

    def __init__(self, fetch: Fetch[R], size: int, stop: StopSignal) -> None:
        self._fetch, self._size, self._stop = fetch, size, stop
        self._started = 0
        self._submitted: SimpleQueue[tuple[Future[list[R]], PageRequest] | None] = SimpleQueue()
        self._done: SimpleQueue[None] = SimpleQueue()

    def submit(self, request: PageRequest) -> Callable[[], list[R]]:
        """Fetch a page as soon as a thread is free. Return a function that waits for its records."""
        future: Future[list[R]] = Future()
        self._submitted.put((future, request))
        if self._started < self._size:
            name = f"quentli-prefetch-{self._started}"
            self._started += 1
            Thread(target=self._work, name=name, daemon=True).start()
        return partial(self._wait, future)

    def wake(self) -> None:
        """Wake the threads, and the one that waits for them, after the signal to stop."""
        self._done.put(None)
        for _ in range(self._started):
            self._submitted.put(None)

    def _wait(self, future: Future[list[R]]) -> list[R]:
        while not future.done():
            self._done.get()
            self._stop.check()
        return future.result()

    def _work(self) -> None:
        while (submitted := self._submitted.get()) is not None and not self._stop.is_set:
            future, request = submitted
            try:
                future.set_result(self._fetch(request, self._stop))
            except BaseException as error:  # noqa: BLE001 - raised where the page is waited for
                future.set_exception(error)
            self._done.put(None)
            del submitted, future  # the traceback of an error refers to this frame


@frozen(eq=False)
class ThreadExecutor(Generic[R]):
    """Executor with threads. At the end of an iteration, each ends with the request that it is in.

    Attributes:
        fetch: requests a page and waits for its records; its waits end with the signal, if there is one.
        prefetch: number of requests to run at a time; with 0, a request runs when its page is awaited.
        stop: the signal that the client has been closed.
        redact: removes the key from the text of an error.
    """

    fetch: Fetch[R]
    prefetch: int
    stop: StopSignal
    redact: Callable[[str], str]

    def iterate(self, algorithm: Algorithm[None]) -> Generator[Emit]:
        """Carry out an algorithm and yield what it emits."""
        with ExitStack() as stack:
            stack.enter_context(closing(algorithm))
            submit = self._start(stack)
            outcome: Any = None
            while (step := _advance(algorithm, outcome, self.redact)) is not None:
                outcome = None
                if isinstance(step, Emit):
                    yield step
                    continue
                try:
                    outcome = submit(step.request) if isinstance(step, Submit) else step.wait()
                except QuentliError as error:
                    outcome = error

    def run(self, algorithm: Algorithm[None]) -> Any:
        """Carry out an algorithm and return the one result that it emits."""
        (emitted,) = self.iterate(algorithm)
        return emitted.result

    def _start(self, stack: ExitStack) -> Callable[[PageRequest], Callable[[], list[R]]]:
        stop = self.stop.derive()
        if not self.prefetch:
            return lambda request: partial(self.fetch, request, stop)
        pool = _ThreadPool(self.fetch, self.prefetch, stop)
        stack.enter_context(stop.calling(pool.wake))
        stack.callback(stop.set)
        return pool.submit


@frozen(eq=False)
class TaskExecutor(Generic[R]):
    """Executor with tasks, which live as long as an iteration and are cancelled at its end.

    Attributes:
        fetch: requests a page; awaits its records.
        prefetch: number of requests to run at a time; with 0, a request runs when its page is awaited.
        redact: removes the key from the text of an error.
    """

    fetch: Callable[[PageRequest], Coroutine[Any, Any, list[R]]]
    prefetch: int
    redact: Callable[[str], str]

    async def iterate(self, algorithm: Algorithm[None]) -> AsyncGenerator[Emit, None]:
        """Carry out an algorithm and yield what it emits."""
        async with AsyncExitStack() as stack:
            stack.enter_context(closing(algorithm))
            submit = self._start(stack)
            outcome: Any = None
            while (step := _advance(algorithm, outcome, self.redact)) is not None:
                outcome = None
                if isinstance(step, Emit):
                    yield step
                    continue
                try:
                    outcome = submit(step.request) if isinstance(step, Submit) else await step.wait()
                except QuentliError as error:
                    outcome = error

    async def run(self, algorithm: Algorithm[None]) -> Any:
        """Carry out an algorithm and return the one result that it emits."""
        (emitted,) = [each async for each in self.iterate(algorithm)]
        return emitted.result

    def _start(self, stack: AsyncExitStack) -> Callable[[PageRequest], Callable[[], Awaitable[list[R]]]]:
        if not self.prefetch:
            return lambda request: partial(self.fetch, request)
        running = asyncio.Semaphore(self.prefetch)
        tasks: set[asyncio.Task[list[R]]] = set()

        async def fetch(request: PageRequest) -> list[R]:
            async with running:
                return await self.fetch(request)

        async def wait_for(task: asyncio.Task[list[R]]) -> list[R]:
            try:
                return await task
            finally:
                tasks.discard(task)

        def submit(request: PageRequest) -> Callable[[], Awaitable[list[R]]]:
            try:
                loop = asyncio.get_running_loop()
            except RuntimeError:  # it isn't asyncio's: the request explains that when it is awaited
                return partial(self.fetch, request)
            task = loop.create_task(fetch(request))
            tasks.add(task)
            return partial(wait_for, task)

        stack.push_async_callback(_cancel, tasks)
        return submit


async def _cancel(tasks: set[asyncio.Task[list[R]]]) -> None:
    for task in tasks:
        task.cancel()
    if tasks:
        await asyncio.gather(*tasks, return_exceptions=True)
