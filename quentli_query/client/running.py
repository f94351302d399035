"""Carrying out plans: with threads, or with tasks."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, ExitStack, closing
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from attrs import define, frozen

from ..errors import QuentliError
from .plans import Ask, Give, Plan, Step, Take

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable, Coroutine, Iterator

    from .pages import PageRequest

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
        tasks: set[asyncio.Task[list[R]]] = set()
        stack.push_async_callback(_cancel, tasks)

        def begin(request: PageRequest) -> Callable[[], Awaitable[list[R]]]:
            task = asyncio.create_task(self.fetch(request))
            tasks.add(task)
            return lambda: _awaited(task, tasks)

        return begin


async def _awaited(task: asyncio.Task[T], tasks: set[asyncio.Task[T]]) -> T:
    # Until then it stays among those whose outcome somebody has to look at.
    tasks.discard(task)
    return await task


async def _perform_async(progress: _Progress[Any], step: Step, begin: Callable[[PageRequest], Any]) -> None:
    try:
        progress.outcome = begin(step.request) if isinstance(step, Ask) else await _ticket(step)()
    except QuentliError as error:
        progress.error = error


async def _cancel(tasks: set[asyncio.Task[Any]]) -> None:
    unfinished = list(tasks)
    for task in unfinished:
        task.cancel()
    await asyncio.gather(*unfinished, return_exceptions=True)


def _ticket(step: Step) -> Callable[[], Any]:
    assert isinstance(step, Take)
    ticket: Callable[[], Any] = step.ticket
    return ticket
