"""Cursors: the place of a scan as text, from which another process goes on."""

from __future__ import annotations

import base64
import json
import math
from datetime import timedelta
from hashlib import sha256
from typing import Any

from attrs import define, field

from ...errors import ParameterError
from ...filters.literals import shorten
from .keyset import START, InstantKey

_VERSION = 1
_MILLISECOND = timedelta(milliseconds=1)


@define(eq=False)
class Cursor:
    """The place behind the last record handed out.

    Attributes:
        key: the key of the scan.
        question: digest of what was asked.
        place: the key of that record; `START` before the first one.
        ids: the ids of the records handed out at that key.
    """

    key: InstantKey
    question: str
    place: float = START
    ids: set[str] = field(factory=set[str])

    def advance(self, record: Any) -> None:
        """Move behind a record that is handed out. A record that is read again moves nothing."""
        place = self.key.of(record)
        if place > self.place:
            self.place, self.ids = place, set()
        if place == self.place:
            self.ids.add(record.id)

    def encode(self) -> str | None:
        """Return the cursor as text; None before the first record."""
        if self.place == START:
            return None
        content = [_VERSION, self.question, self.place, sorted(self.ids)]
        return base64.urlsafe_b64encode(json.dumps(content, separators=(",", ":")).encode()).decode()

    def restore(self, text: str | None, lag: timedelta | None) -> tuple[float, set[str]]:
        """Move to the place of a cursor, and return the place to read from and the ids to leave out there.

        Raises:
            ParameterError: if the text is no cursor, or one of another scan, or the lag is no length of time.
        """
        if text is not None:
            self.place, self.ids = self._decode(text)
        if lag is None:
            return self.place, self.ids
        if not isinstance(lag, timedelta) or lag < timedelta():  # pyright: ignore[reportUnnecessaryIsInstance]
            raise ParameterError(f"lag={shorten(lag)}: it is a length of time, such as timedelta(minutes=5)")
        return self.place - math.ceil(lag / _MILLISECOND), set()

    def _decode(self, text: str) -> tuple[int, set[str]]:
        try:
            version, question, place, ids = json.loads(base64.urlsafe_b64decode(text))
            found = int(place), set(map(str, ids))
        except (TypeError, ValueError):
            version, question, found = None, None, (0, set[str]())
        if version != _VERSION:
            problem = "it is no cursor" if version is None else "another version of the library made it"
            raise ParameterError(f"after={shorten(text)}: {problem}. Give the cursor of a scan as it was")
        if question != self.question:
            raise ParameterError(
                f"after={shorten(text)}: the cursor is of a scan of another list, filter or order. Give the "
                f"filter and order_by of that scan, or leave out after to begin anew"
            )
        return found


def digest(*parts: str) -> str:
    """Return a digest of what a scan asks for, which doesn't reveal it."""
    return sha256(json.dumps(parts).encode()).hexdigest()[:16]
