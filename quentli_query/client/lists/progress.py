"""Progress of a long list: the user's callback, and a display in the terminal."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import partial
from importlib import import_module
from inspect import iscoroutinefunction
from typing import Any, TypeAlias

from ...errors import ParameterError
from ...filters.literals import shorten

OnPage: TypeAlias = Callable[[Any], object]
"""Callback for each page, before its records are handed out."""


# Context in which pages are observed. Yields a function to call with each page.
Observe: TypeAlias = Callable[[], AbstractContextManager[OnPage]]


def build_observer(on_page: OnPage | None, progress: bool) -> Observe:
    """Validate `on_page` and `progress`, and return the context in which they see the pages.

    Raises:
        ParameterError: if `on_page` can't be called or is async, or `progress` is no bool.
        ModuleNotFoundError: if progress is to be shown and rich is not installed.
    """
    if on_page is not None and not callable(on_page):  # pyright: ignore[reportUnnecessaryComparison]
        raise ParameterError(
            f"on_page={shorten(on_page)}: it is called with each page, so it has to be a function"
        )
    if iscoroutinefunction(on_page):
        raise ParameterError(f"on_page={shorten(on_page)}: it is not awaited; give a plain function")
    if not isinstance(progress, bool):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise ParameterError(f"progress={shorten(progress)}: it has to be True or False")
    if progress:
        try:
            import_module("rich.progress")
        except ModuleNotFoundError as error:
            remedy = "pip install 'quentli-query[progress]'"
            raise ModuleNotFoundError(f"progress=True needs rich: {remedy}") from error
    return partial(_observe, on_page, progress=progress)


@contextmanager
def _observe(on_page: OnPage | None, *, progress: bool) -> Generator[OnPage]:
    with _display() if progress else nullcontext() as advance:
        yield partial(_notify, [each for each in (on_page, advance) if each is not None])


def _notify(observers: list[OnPage], page: Any) -> None:
    for observer in observers:
        observer(page)


@contextmanager
def _display() -> Generator[OnPage]:
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    columns = (SpinnerColumn(), TextColumn("{task.completed:,} records"), TimeElapsedColumn())
    with Progress(*columns) as shown:
        task = shown.add_task("", total=None)
        yield lambda page: shown.advance(task, len(page.data))
