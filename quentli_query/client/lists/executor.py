"""Executors of pagination algorithms: one with threads, one with tasks."""

from __future__ import annotations

import asyncio
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, ExitStack, aclosing, closing
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from attrs import define, field, frozen

from ...errors import QuentliError
from .pagination import Algorithm, Emit, Step, Submit

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable, Coroutine, Iterator

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

    def iterate(self, algorithm: Algorithm[None]) -> Iterator[Emit]:
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
                    outcome = submit(step.request) if isinstance(step, Submit) else step.future()
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
        stack.callback(pool.shutdown, wait=True, cancel_futures=True)
        return lambda request: pool.submit(self.fetch, request).result


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
                    outcome = submit(step.request) if isinstance(step, Submit) else await step.future()
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
        pool = _TaskPool(self.fetch, self.prefetch)
        stack.push_async_callback(pool.stop)
        return pool.submit


@define(eq=False)
class _TaskPool(Generic[R]):
    """A pool of tasks that request pages in the order of their submission.

    A task that has decoded a page begins its next one at once. With a task for each page, that would be left
    to the consumer, whose turn in the event loop comes only after all responses that are there are decoded.
    """

    _fetch: Callable[[PageRequest], Coroutine[Any, Any, list[R]]]
    _size: int
    _waiting: deque[tuple[PageRequest, asyncio.Future[list[R]]]] = field(
        factory=deque["tuple[PageRequest, asyncio.Future[list[R]]]"], init=False
    )
    _tasks: set[asyncio.Task[None]] = field(factory=set["asyncio.Task[None]"], init=False)
    _pages: set[asyncio.Future[list[R]]] = field(factory=set["asyncio.Future[list[R]]"], init=False)

    def submit(self, request: PageRequest) -> Callable[[], Awaitable[list[R]]]:
        page: asyncio.Future[list[R]] = asyncio.get_running_loop().create_future()
        self._pages.add(page)
        self._waiting.append((request, page))
        if len(self._tasks) < self._size:
            self._tasks.add(asyncio.create_task(self._work()))
        return partial(self._wait_for, page)

    async def stop(self) -> None:
        self._waiting.clear()
        unfinished = list(self._tasks)
        for task in unfinished:
            task.cancel()
        await asyncio.gather(*unfinished, return_exceptions=True)
        for page in self._pages:
            # The event loop complains of an exception that nobody has looked at.
            if not page.cancel() and not page.cancelled():
                page.exception()

    async def _work(self) -> None:
        try:
            while self._waiting:
                await self._fetch_into(*self._waiting.popleft())
        finally:
            # At once, and not in a callback: submit() must not count on a task that is about to end.
            self._tasks.discard(cast("asyncio.Task[None]", asyncio.current_task()))

    async def _fetch_into(self, request: PageRequest, page: asyncio.Future[list[R]]) -> None:
        try:
            records = await self._fetch(request)
        except Exception as error:  # noqa: BLE001 - raised where the page is awaited
            if not page.cancelled():
                page.set_exception(error)
        except BaseException:
            page.cancel()
            raise
        else:
            if not page.cancelled():
                page.set_result(records)

    async def _wait_for(self, page: asyncio.Future[list[R]]) -> list[R]:
        try:
            return await page
        finally:
            self._pages.discard(page)
