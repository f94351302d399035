"""Whole directories: a place to build one, comparing two, putting one in another's place."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from scripts.pipeline.steps import step


@contextmanager
def workspace(output: Path) -> Iterator[Path]:
    """Lend an empty directory to build in, from where the result can be renamed into the place of `output`.

    It lies under `.cache/` beside `output`, so on the same file system, and is removed at the end. A second
    run waits for the first. Whatever lies there once it is this run's turn was left by one that was killed,
    and is removed too.

    Raises:
        StepError: The directory cannot be made.
    """
    shelf = output.parent / ".cache" / "regenerate"
    with ExitStack() as stack:
        with step("prepare"):
            shelf.mkdir(parents=True, exist_ok=True)
            stack.enter_context(_locked(shelf))
            for leftover in shelf.iterdir():
                shutil.rmtree(leftover)
            directory = stack.enter_context(TemporaryDirectory(dir=shelf))
        yield Path(directory)


def differences(expected: Path, actual: Path) -> list[str]:
    """One line for each file, in the order of the paths, that is missing, extra or different in `actual`."""
    wanted, found = _contents(expected), _contents(actual)
    return [
        f"{path}: {_verdict(wanted.get(path), found.get(path))}"
        for path in sorted(wanted.keys() | found.keys())
        if wanted.get(path) != found.get(path)
    ]


def swap(fresh: Path, target: Path, *, set_aside: Path) -> None:
    """Put one directory in another's place, as a whole or not at all.

    Args:
        fresh: The directory that takes the place.
        target: The place. What is there, if anything, moves to `set_aside`, and back when the swap fails.
        set_aside: A path where nothing is yet, on the same file system.

    Raises:
        OSError: A directory cannot be moved; `target` is as it was.
    """
    try:
        if target.exists():
            target.rename(set_aside)
        fresh.rename(target)
    except BaseException:
        if set_aside.exists() and not target.exists():
            set_aside.rename(target)
        raise


@contextmanager
def _locked(directory: Path) -> Iterator[None]:
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _contents(root: Path) -> dict[str, bytes]:
    paths = (path.relative_to(root) for path in root.rglob("*") if path.is_file())
    return {path.as_posix(): (root / path).read_bytes() for path in paths if "__pycache__" not in path.parts}


def _verdict(wanted: bytes | None, found: bytes | None) -> str:
    if found is None:
        return "missing"
    return "extra" if wanted is None else "different"
