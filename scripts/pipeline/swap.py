"""Directories: a workspace to build in, their comparison, and their replacement, all or nothing."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts.pipeline.errors import step

_PREVIOUS = "previous"


@contextmanager
def lend_workspace(output: Path) -> Iterator[Path]:
    """Lend an empty directory to build in.

    It lies in `.cache/` beside `output`, so on the same file system. A second run waits for the first.
    Leftovers of a killed run are removed.

    Raises:
        StepError: The directory cannot be made.
    """
    shelf = output.parent / ".cache" / "regenerate"
    with step("prepare"):
        shelf.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(shelf, os.O_RDONLY)
    try:
        with step("prepare"):
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            # A run that was killed while it swapped has left no output in its place.
            previous = shelf / "workspace" / _PREVIOUS
            if previous.exists() and not output.exists():
                previous.rename(output)
            _clear(shelf)
            (shelf / "workspace").mkdir()
        yield shelf / "workspace"
    finally:
        _clear(shelf)
        os.close(descriptor)


def find_differences(expected: Path, actual: Path) -> list[str]:
    """Return a line for each file that is missing, extra or different in `actual`, sorted by path."""
    wanted, found = _read_files(expected), _read_files(actual)
    verdicts = {
        path: "missing" if path not in found else "extra" if path not in wanted else "different"
        for path in sorted(wanted.keys() | found.keys())
        if wanted.get(path) != found.get(path)
    }
    return [f"{path}: {verdict}" for path, verdict in verdicts.items()]


@contextmanager
def swap(fresh: Path, target: Path) -> Iterator[None]:
    """Put a directory in the place of another, and undo it if the block fails.

    Args:
        fresh: The new directory, on the file system of the target.
        target: The place. A directory there moves beside the new one.

    Raises:
        OSError: A directory cannot be moved; the target is as it was.
    """
    previous = fresh.with_name(_PREVIOUS)
    try:
        if target.exists():
            target.rename(previous)
        fresh.rename(target)
        yield
    except BaseException:
        if target.exists() and not fresh.exists():
            target.rename(fresh)
        if previous.exists() and not target.exists():
            previous.rename(target)
        raise


def _clear(directory: Path) -> None:
    for leftover in directory.iterdir():
        shutil.rmtree(leftover) if leftover.is_dir() else leftover.unlink()


def _read_files(root: Path) -> dict[str, bytes]:
    paths = (path.relative_to(root) for path in root.rglob("*") if path.is_file())
    return {path.as_posix(): (root / path).read_bytes() for path in paths if "__pycache__" not in path.parts}
