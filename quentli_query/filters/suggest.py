"""What somebody may have meant who wrote a name that does not exist."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def suggest_name(word: str, known: Iterable[str]) -> str | None:
    """The name that is most like `word`; None if none is alike.

    >>> suggest_name("nmae", ["name", "email"]), suggest_name("zzz", ["name", "email"])
    ('name', None)
    """
    return next(iter(difflib.get_close_matches(word, list(known), n=1)), None)
