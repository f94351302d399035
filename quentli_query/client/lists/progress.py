"""Progress of a long list: the user's callback, and a display on standard error."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import partial
from inspect import iscoroutinefunction
from typing import Any, TypeAlias

from attrs import define, field

from ...errors import ParameterError
from ...filters.literals import shorten

OnPage: TypeAlias = Callable[[Any], object]
"""Callback for each page, before its records are handed out."""


# Time between two lines where rich is not installed.
SECONDS_PER_LINE = 1.0

# Context in which pages are observed. Yields a function to call with each page.
Observe: TypeAlias = Callable[[], AbstractContextManager[OnPage]]


def build_observer(on_page: OnPage | None, progress: bool) -> Observe:
    """Validate `on_page` and `progress`, and return the context in which they see the pages.

    Raises:
        ParameterError: if `on_page` can't be called or is async, or `progress` is no bool.
    """
    if on_page is not None and not callable(on_page):  # pyright: ignore[reportUnnecessaryComparison]
        raise ParameterError(
            f"on_page={shorten(on_page)}: it is called with each page, so it has to be a function"
        )
    if iscoroutinefunction(on_page):
        raise ParameterError(f"on_page={shorten(on_page)}: it is not awaited; give a plain function")
    if not isinstance(progress, bool):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise ParameterError(f"progress={shorten(progress)}: it has to be True or False")
    return partial(_observe, on_page, progress=progress)


@contextmanager
def _observe(on_page: OnPage | None, *, progress: bool) -> Generator[OnPage]:
    with _display() if progress else nullcontext() as advance:

        def notify(page: Any) -> None:
            for observer in (on_page, advance):
                if observer is not None:
                    observer(page)

        yield notify


@define
class _Counter:
    records: int = 0
    _began: float = field(factory=time.monotonic, init=False)

    def add(self, page: Any) -> str:
        """Count the records of a page, and return the count and the rate."""
        self.records += len(page.data)
        return str(self)

    def __str__(self) -> str:
        seconds = max(time.monotonic() - self._began, 1e-3)
        return f"{self.records:,} records, {self.records / seconds:,.0f} a second"


@contextmanager
def _display() -> Generator[OnPage]:
    counter = _Counter()
    try:
        from rich.console import Console  # noqa: PLC0415
        from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415
    except ModuleNotFoundError:
        yield from _display_lines(counter)
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    # Without redirect_stdout=False, rich would send the program's own output to the terminal as well.
    with Progress(*columns, console=Console(stderr=True), redirect_stdout=False) as shown:
        task = shown.add_task(str(counter), total=None)
        yield lambda page: shown.update(task, description=counter.add(page))


def _display_lines(counter: _Counter) -> Generator[OnPage]:
    last = time.monotonic()

    def advance(page: Any) -> None:
        nonlocal last
        text = counter.add(page)
        if time.monotonic() - last >= SECONDS_PER_LINE:
            last = time.monotonic()
            sys.stderr.write(f"{text}\n")

    try:
        yield advance
    finally:
        sys.stderr.write(f"{counter}\n")
