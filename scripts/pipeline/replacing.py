"""Putting a new document and the client that it gives in the place of the present ones: both, or neither."""

import shutil
import tempfile
from pathlib import Path

from scripts.pipeline import trees


def replace(content: bytes, spec: Path, fresh: Path, output: Path, *, set_aside: Path) -> None:
    """Replace the document and the output directory.

    Args:
        content: The new document.
        spec: The file of the present one.
        fresh: The new output directory, on the same file system as the present one.
        output: The present one.
        set_aside: A path where nothing is yet, on the same file system.

    Raises:
        OSError: One of the two cannot be replaced; both are as they were.
    """
    target = spec.resolve()
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".new-") as beside:
        written = Path(beside) / target.name
        written.write_bytes(content)
        if target.exists():
            shutil.copymode(target, written)
        trees.swap(fresh, output, set_aside=set_aside)
        try:
            written.replace(target)
        except BaseException:
            _put_back(output, set_aside, fresh)
            raise


def _put_back(output: Path, set_aside: Path, fresh: Path) -> None:
    output.rename(fresh)
    if set_aside.exists():
        set_aside.rename(output)
