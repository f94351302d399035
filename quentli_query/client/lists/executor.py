"""Carrying out plans: with threads, or with tasks."""

from __future__ import annotations

import asyncio
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, ExitStack, closing
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from attrs import define, field, frozen

from ...errors import QuentliError
from .pagination import Ask, Give, Plan, Step, Take

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable, Coroutine, Iterator

    from .page import PageRequest

R = TypeVar("R")
T = TypeVar("T")


@define
class _Progress(Generic[T]):
    """A plan on its way: what goes into it next, and in the end what came out of it."""

    plan: Plan[T]
    outcome: Any = None
    error: QuentliError | None = None
    result: T | None = None

    def step(self) -> Step | None:
        """The next step; None if the plan has ended."""
        outcome, error = self.outcome, self.error
        self.outcome = self.error = None
        try:
            return self.plan.send(outcome) if error is None else self.plan.throw(error)
        except StopIteration as end:
            self.result = end.value
            return None


@frozen(eq=False)
class Source(Generic[R]):
    """Where pages come from, for a client that waits in threads.

    Attributes:
        fetch: asks for a page and waits for it.
        prefetch: how many pages to ask for ahead.
    """

    fetch: Callable[[PageRequest], list[R]]
    prefetch: int

    def run(self, plan: Plan[Any]) -> Iterator[Give]:
        """What the plan gives. Threads live as long as the iteration, and are waited for at its end."""
        with ExitStack() as stack:
            progress = _Progress(stack.enter_context(closing(plan)))
            begin = self._beginning(stack)
            while (step := progress.step()) is not None:
                if isinstance(step, Give):
                    yield step
                else:
                    _perform(progress, step, begin)

    def resolve(self, plan: Plan[T]) -> T:
        """What comes out of a plan that gives nothing on its way."""
        with ExitStack() as stack:
            progress = _Progress(stack.enter_context(closing(plan)))
            begin = self._beginning(stack)
            while (step := progress.step()) is not None:
                _perform(progress, step, begin)
        return progress.result  # type: ignore[return-value]

    def _beginning(self, stack: ExitStack) -> Callable[[PageRequest], Callable[[], list[R]]]:
        if not self.prefetch:
            return lambda request: lambda: self.fetch(request)
        pool = ThreadPoolExecutor(self.prefetch, thread_name_prefix="quentli-prefetch")
        stack.callback(pool.shutdown, wait=True, cancel_futures=True)
        return lambda request: pool.submit(self.fetch, request).result


def _perform(progress: _Progress[Any], step: Step, begin: Callable[[PageRequest], Any]) -> None:
    try:
        progress.outcome = begin(step.request) if isinstance(step, Ask) else _ticket(step)()
    except QuentliError as error:
        progress.error = error


@frozen(eq=False)
class AsyncSource(Generic[R]):
    """Where pages come from, for a client that waits in tasks.

    Attributes:
        fetch: asks for a page; to be awaited.
        prefetch: how many pages to ask for ahead.
    """

    fetch: Callable[[PageRequest], Coroutine[Any, Any, list[R]]]
    prefetch: int

    async def run(self, plan: Plan[Any]) -> AsyncGenerator[Give, None]:
        """What the plan gives. Tasks live as long as the iteration, and are cancelled at its end."""
        async with AsyncExitStack() as stack:
            progress = _Progress(stack.enter_context(closing(plan)))
            begin = self._beginning(stack)
            while (step := progress.step()) is not None:
                if isinstance(step, Give):
                    yield step
                else:
                    await _perform_async(progress, step, begin)

    async def resolve(self, plan: Plan[T]) -> T:
        """What comes out of a plan that gives nothing on its way."""
        async with AsyncExitStack() as stack:
            progress = _Progress(stack.enter_context(closing(plan)))
            begin = self._beginning(stack)
            while (step := progress.step()) is not None:
                await _perform_async(progress, step, begin)
        return progress.result  # type: ignore[return-value]

    def _beginning(self, stack: AsyncExitStack) -> Callable[[PageRequest], Callable[[], Awaitable[list[R]]]]:
        if not self.prefetch:
            return lambda request: lambda: self.fetch(request)
        workers = _Workers(self.fetch, self.prefetch)
        stack.push_async_callback(workers.stop)
        return workers.begin


@define(eq=False)
class _Workers(Generic[R]):
    """Tasks that ask for pages, in the order in which these were begun: what a thread pool is to threads.

    A worker that has read a page goes on to its next one at once. A task for each page would leave that to
    whoever takes the pages, whose turn in the event loop comes only when all answers that are there are read.
    """

    _fetch: Callable[[PageRequest], Coroutine[Any, Any, list[R]]]
    _most: int
    _waiting: deque[tuple[PageRequest, asyncio.Future[list[R]]]] = field(
        factory=deque["tuple[PageRequest, asyncio.Future[list[R]]]"], init=False
    )
    _tasks: set[asyncio.Task[None]] = field(factory=set["asyncio.Task[None]"], init=False)
    _pages: set[asyncio.Future[list[R]]] = field(factory=set["asyncio.Future[list[R]]"], init=False)

    def begin(self, request: PageRequest) -> Callable[[], Awaitable[list[R]]]:
        page: asyncio.Future[list[R]] = asyncio.get_running_loop().create_future()
        self._pages.add(page)
        self._waiting.append((request, page))
        if len(self._tasks) < self._most:
            self._tasks.add(asyncio.create_task(self._work()))
        return partial(self._taken, page)

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
                await self._read(*self._waiting.popleft())
        finally:
            # At once, and not in a callback: begin() must not count on a worker that is about to end.
            self._tasks.discard(cast("asyncio.Task[None]", asyncio.current_task()))

    async def _read(self, request: PageRequest, page: asyncio.Future[list[R]]) -> None:
        try:
            records = await self._fetch(request)
        except Exception as error:  # noqa: BLE001 - whoever takes the page gets it
            if not page.cancelled():
                page.set_exception(error)
        except BaseException:
            page.cancel()
            raise
        else:
            if not page.cancelled():
                page.set_result(records)

    async def _taken(self, page: asyncio.Future[list[R]]) -> list[R]:
        try:
            return await page
        finally:
            self._pages.discard(page)


async def _perform_async(progress: _Progress[Any], step: Step, begin: Callable[[PageRequest], Any]) -> None:
    try:
        progress.outcome = begin(step.request) if isinstance(step, Ask) else await _ticket(step)()
    except QuentliError as error:
        progress.error = error


def _ticket(step: Step) -> Callable[[], Any]:
    assert isinstance(step, Take)
    ticket: Callable[[], Any] = step.ticket
    return ticket
