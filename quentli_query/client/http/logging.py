"""What is logged: a line for each attempt, without anybody's data; queries and bodies only for debugging."""

from __future__ import annotations

import logging

LOGGER = logging.getLogger("quentli_query")
LOGGER.addHandler(logging.NullHandler())


def log_attempt(method: str, path: str, ending: int | str, seconds: float, attempt: int) -> None:
    """Log how one attempt ended: with a status, or with a failure's name."""
    LOGGER.info("%s %s: %s in %.0f ms (attempt %d)", method, path, ending, seconds * 1000, attempt)


def log_query(method: str, path: str, query: str) -> None:
    """Log what is asked for. Filters can hold names and addresses, so this is for debugging only."""
    LOGGER.debug("%s %s asks: %s", method, path, query)


def logs_bodies() -> bool:
    """Whether `log_body` would write anything."""
    return LOGGER.isEnabledFor(logging.DEBUG)


def log_body(method: str, path: str, body: str) -> None:
    """Log the beginning of an answer, which holds people's data, so this too is for debugging only."""
    LOGGER.debug("%s %s answers: %s", method, path, body)
