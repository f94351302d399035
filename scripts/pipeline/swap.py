"""Directories: a workspace to build in, their comparison, and their replacement, all or nothing."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts.pipeline.errors import step


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


def swap(replacements: dict[Path, Path]) -> None:
    """Move each new file or directory to its target, all of them or none.

    Args:
        replacements: The targets by what replaces them, on one file system. A target that exists moves beside
        its
            replacement, and back if a later move fails.

    Raises:
        OSError: A target cannot be replaced; all are as they were.
    """
    done: list[tuple[Path, Path]] = []
    try:
        for fresh, target in replacements.items():
            previous = fresh.with_name(f"{fresh.name}.previous")
            for source, destination in ((target, previous), (fresh, target)):
                if source == fresh or source.exists():
                    done.append((source, destination))
                    source.rename(destination)
    except BaseException:
        for source, destination in reversed(done):
            if destination.exists() and not source.exists():
                destination.rename(source)
        raise


def _clear(directory: Path) -> None:
    for leftover in directory.iterdir():
        shutil.rmtree(leftover) if leftover.is_dir() else leftover.unlink()


def _read_files(root: Path) -> dict[str, bytes]:
    paths = (path.relative_to(root) for path in root.rglob("*") if path.is_file())
    return {path.as_posix(): (root / path).read_bytes() for path in paths if "__pycache__" not in path.parts}
