"""Executors of pagination algorithms: one with threads, one with tasks."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, ExitStack, aclosing, closing
from functools import partial
from threading import get_ident
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from attrs import frozen

from ...errors import QuentliError
from .pagination import Algorithm, Emit, Step, Submit

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable, Coroutine, Generator

    from .pagination import PageRequest

R = TypeVar("R")


def _advance(algorithm: Algorithm[None], outcome: Any, error: QuentliError | None) -> Step | None:
    """Return the next step of an algorithm; None at its end."""
    try:
        return algorithm.send(outcome) if error is None else algorithm.throw(error)
    except StopIteration:
        return None


@frozen(eq=False)
class ThreadExecutor(Generic[R]):
    """Executor with threads, which live as long as an iteration and are waited for at its end.

    Attributes:
        fetch: requests a page and waits for its records.
        prefetch: number of requests to run at a time; with 0, a request runs when its page is awaited.
    """

    fetch: Callable[[PageRequest], list[R]]
    prefetch: int

    def iterate(self, algorithm: Algorithm[None]) -> Generator[Emit]:
        """Carry out an algorithm and yield what it emits."""
        with ExitStack() as stack:
            stack.enter_context(closing(algorithm))
            submit = self._start(stack)
            outcome, error = None, None
            while (step := _advance(algorithm, outcome, error)) is not None:
                outcome, error = None, None
                if isinstance(step, Emit):
                    yield step
                    continue
                try:
                    outcome = submit(step.request) if isinstance(step, Submit) else step.wait()
                except QuentliError as failed:
                    error = failed

    def run(self, algorithm: Algorithm[None]) -> Any:
        """Carry out an algorithm and return the one result that it emits."""
        (emitted,) = self.iterate(algorithm)
        return emitted.result

    def _start(self, stack: ExitStack) -> Callable[[PageRequest], Callable[[], list[R]]]:
        if not self.prefetch:
            return lambda request: partial(self.fetch, request)
        pool = ThreadPoolExecutor(self.prefetch, thread_name_prefix="quentli-prefetch")
        stack.callback(_shut_down, pool, get_ident())
        return lambda request: pool.submit(self.fetch, request).result


def _shut_down(pool: ThreadPoolExecutor, owner: int) -> None:
    # The garbage collector ends a forgotten iteration in any thread, even in one of the pool.
    pool.shutdown(wait=get_ident() == owner, cancel_futures=True)


@frozen(eq=False)
class TaskExecutor(Generic[R]):
    """Executor with tasks, which live as long as an iteration and are cancelled at its end.

    Attributes:
        fetch: requests a page; awaits its records.
        prefetch: number of requests to run at a time; with 0, a request runs when its page is awaited.
    """

    fetch: Callable[[PageRequest], Coroutine[Any, Any, list[R]]]
    prefetch: int

    async def iterate(self, algorithm: Algorithm[None]) -> AsyncGenerator[Emit, None]:
        """Carry out an algorithm and yield what it emits."""
        async with AsyncExitStack() as stack:
            stack.enter_context(closing(algorithm))
            submit = self._start(stack)
            outcome, error = None, None
            while (step := _advance(algorithm, outcome, error)) is not None:
                outcome, error = None, None
                if isinstance(step, Emit):
                    yield step
                    continue
                try:
                    outcome = submit(step.request) if isinstance(step, Submit) else await step.wait()
                except QuentliError as failed:
                    error = failed

    async def run(self, algorithm: Algorithm[None]) -> Any:
        """Carry out an algorithm and return the one result that it emits."""
        async with aclosing(self.iterate(algorithm)) as emitting:
            (emitted,) = [each async for each in emitting]
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
    unfinished = list(tasks)
    for task in unfinished:
        task.cancel()
    if unfinished:
        await asyncio.gather(*unfinished, return_exceptions=True)
