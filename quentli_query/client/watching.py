"""Telling the user how far a long list has come."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any, TypeAlias

OnPage: TypeAlias = Callable[[Any], object]
"""Called with each page, before its records are handed out."""


@contextmanager
def watching(on_page: OnPage | None, *, progress: bool) -> Generator[OnPage]:
    """What to call with each page: the user's function, a display of the records so far, both or neither.

    Raises:
        ModuleNotFoundError: if there is to be a display and rich is not installed.
    """
    observers: list[OnPage] = [] if on_page is None else [on_page]
    if not progress:
        yield _all_of(observers)
        return
    with _display() as display:
        yield _all_of([*observers, display])


def _all_of(observers: list[OnPage]) -> OnPage:
    def tell(page: Any) -> None:
        for observer in observers:
            observer(page)

    return tell


@contextmanager
def _display() -> Generator[OnPage]:
    try:
        from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError(
            "progress=True needs rich: pip install 'quentli-query[progress]'"
        ) from error
    columns = (SpinnerColumn(), TextColumn("{task.completed:,} records"), TimeElapsedColumn())
    with Progress(*columns) as shown:
        task = shown.add_task("", total=None)
        yield lambda page: shown.advance(task, len(page.data))
