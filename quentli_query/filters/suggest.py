"""Suggestions for names that do not exist."""

from __future__ import annotations

from collections.abc import Iterable


def suggest_name(word: str, known: Iterable[str]) -> str | None:
    """Return the known name that is closest to `word`, or None if no name is close.

    >>> suggest_name("nmae", ["name", "email"]), suggest_name("zzz", ["name", "email"])
    ('name', None)
    """
    import difflib  # noqa: PLC0415 - slow to import, and needed for messages only

    return next(iter(difflib.get_close_matches(word, list(known), n=1)), None)
