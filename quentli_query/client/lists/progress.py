"""Telling the user how far a long list has come."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from importlib import import_module
from typing import Any, TypeAlias

from ...errors import ParameterError
from ...filters.literals import shorten

OnPage: TypeAlias = Callable[[Any], object]
"""Called with each page, before its records are handed out."""


def require_watchable(on_page: object, progress: object) -> None:
    """Make sure that pages can be told of in this way, before the first is asked for.

    Raises:
        ParameterError: if `on_page` cannot be called, or `progress` is no bool.
        ModuleNotFoundError: if there is to be a display and rich is not installed.
    """
    if on_page is not None and not callable(on_page):
        raise ParameterError(
            f"on_page={shorten(on_page)}: it is called with each page, so it has to be a function"
        )
    if require_bool("progress", progress):
        _require_rich()


def require_bool(name: str, value: object) -> bool:
    """The value, if it is a bool.

    Raises:
        ParameterError: if it is not.
    """
    if not isinstance(value, bool):
        raise ParameterError(f"{name}={shorten(value)}: it has to be True or False")
    return value


def _require_rich() -> None:
    try:
        import_module("rich.progress")
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError(
            "progress=True needs rich: pip install 'quentli-query[progress]'"
        ) from error


@contextmanager
def watching(on_page: OnPage | None, *, progress: bool) -> Generator[OnPage]:
    """What to call with each page: the user's function, a display of the records so far, both or neither."""
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
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    columns = (SpinnerColumn(), TextColumn("{task.completed:,} records"), TimeElapsedColumn())
    with Progress(*columns) as shown:
        task = shown.add_task("", total=None)
        yield lambda page: shown.advance(task, len(page.data))
