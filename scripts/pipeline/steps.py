"""How a step of the pipeline fails: with its name and one clear reason."""

from collections.abc import Iterator
from contextlib import contextmanager


class StepError(Exception):
    """A step cannot be done; the message says why, to somebody who will never see a traceback."""


@contextmanager
def step(name: str) -> Iterator[None]:
    """Name the step in whatever error leaves the block.

    Errors that are to be expected (a document that does not fit, a tool that fails, a full disk) become a
    StepError. Any other is a mistake in the pipeline itself: it keeps its type and traceback, and gets the
    name as a note.

    Raises:
        StepError: The block raised StepError or OSError.
    """
    try:
        yield
    except (StepError, OSError) as error:
        raise StepError(f"step '{name}' failed: {error}") from error
    except Exception as error:
        error.add_note(f"in step '{name}'")
        raise
