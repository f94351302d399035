"""Errors of the pipeline: each names its step and one reason."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

# What pydantic and the generator show of their own objects.
_DUMP = re.compile(r"\d+ validation errors? for \w+|\[type=.*|For further information.*|<[^<>]* at 0x\w+>")
_LONGEST = 400


class StepError(Exception):
    """A step that failed, with a reason for people who never see a traceback."""


@contextmanager
def step(name: str) -> Iterator[None]:
    """Name the step in every error that leaves the block.

    Expected errors (an unsuitable document, a failing tool, a full disk) become a StepError. Any other error
    is a defect of the pipeline: it keeps its type and traceback, and the name is added as a note.

    Raises:
        StepError: The block raised StepError, OSError or RecursionError.
    """
    try:
        yield
    except RecursionError as error:
        raise StepError(f"step '{name}' failed: the document is nested too deeply") from error
    except (StepError, OSError) as error:
        raise StepError(f"step '{name}' failed: {error}") from error
    except Exception as error:
        error.add_note(f"in step '{name}'")
        raise


def shorten(message: str) -> str:
    """Return what another tool says in one line, without dumps of objects and the middle of a long one."""
    line, half = " ".join(_DUMP.sub("", message).split()), _LONGEST // 2
    return line if len(line) <= _LONGEST else f"{line[:half]} ... {line[-half:]}"
