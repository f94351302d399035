"""Log lines: one for each attempt, without personal data; queries and bodies at DEBUG only."""

from __future__ import annotations

import logging

LOGGER = logging.getLogger("quentli_query")
LOGGER.addHandler(logging.NullHandler())


def log_query(method: str, path: str, query: str) -> None:
    """Log the query of a call at DEBUG: filters can hold names and addresses."""
    LOGGER.debug("%s %s asks: %s", method, path, query)


def log_attempt(method: str, path: str, ending: int | str, seconds: float, attempt: int) -> None:
    """Log the end of one attempt at INFO: a status, or the name of an exception."""
    LOGGER.info("%s %s: %s in %.0f ms (attempt %d)", method, path, ending, seconds * 1000, attempt)


def log_body(method: str, path: str, body: str) -> None:
    """Log the beginning of a body at DEBUG: it holds personal data."""
    LOGGER.debug("%s %s answers: %s", method, path, body)
